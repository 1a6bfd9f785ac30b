/** The words of the log. */
import { bring } from "../../words.js";

bring({
  "log.title": "Log",
  "log.hidden": "Only what all may read. Show secrets to see everything.",
  "log.empty": "Nothing has happened yet.",
  "log.secret": "not for all",
  "log.older": "Older lines",
  "log.no_more": "There are no older lines.",
  "log.download": "Download the log",
});
