/** The words of the result. */
import { bring } from "../../words.js";

bring({
  "ended.title": "The game is over",
  "ended.report": "Report",
  "ended.value": "Public value {value}",
  "ended.scores": "Own scores",
  "ended.head": "Fingerprint of the log",
  "ended.agency": "Agency",
  "ended.own": "Own score",
});
