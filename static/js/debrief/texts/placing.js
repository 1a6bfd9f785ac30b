/** The words of where a game stands among others. */
import { bring } from "../../words.js";

bring({
  "placing.title": "This game among others",
  "placing.what": "A thousand games of this scenario with the same set-up, played by house bots. Bots are not people: it is a yardstick, not a mark.",
  "placing.begin": "Play them",
  "placing.working": "Games are being played",
  "placing.outcomes": "How {games} games ended",
  "placing.this": "this game",
  "placing.more_than": "{name}: higher than in {share} of 100 games",
  "placing.public": "Public value",
  "placing.own": "Own score, on average",
  "placing.trust": "Trust tokens a pair",
  "placing.kept": "Promises kept",
  "placing.support": "Political support at the end",
  "placing.games": "Games",
  "placing.range": "{from} to {to}",
});
