/** The words of the outcome. */
import { bring } from "../../words.js";

bring({
  "outcome.none": "Not over yet",
  "outcome.none_text": "The outcome stands here when the game has ended.",
  "outcome.public_value": "Public value",
  "outcome.scores": "Public value and own scores, side by side",
  "outcome.agency": "Agency",
  "outcome.own": "Own score",
  "outcome.launched": "Launched in round {round}",
  "outcome.not_launched": "No launch",
  "outcome.stopped": "Stopped: support fell to 0",
  "outcome.need": "{live} of {need} needed dependencies live",
});
