/** The words of what was expected and what came. */
import { bring } from "../../words.js";

bring({
  "predicted.title": "What was expected, and what came",
  "predicted.detail": "Answers to what you asked during play.",
  "predicted.none": "Nobody answered.",
  "predicted.of_five": "{answer} of 5",
  "predicted.yes": "yes",
  "predicted.no": "no",
  "predicted.came": "What came",
  "predicted.promises": "{kept} kept, {broken} broken, {lapsed} lapsed in that round",
  "predicted.no_promise": "No promise fell due in that round",
  "predicted.held": "Did not vote to launch: {seats}",
  "predicted.nobody_held": "All voted to launch",
  "predicted.no_vote": "No vote was held",
});
