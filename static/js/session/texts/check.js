/** The words of the check whether everybody receives. */
import { bring } from "../../words.js";

bring({
  "check.title": "Does everybody receive?",
  "check.text": "Every device shows a question; each person taps it. Green: received and answered.",
  "check.start": "Check all devices",
  "check.again": "Check again",
  "check.stop": "End the check",
  "check.all": "All {count} receive and answer.",
  "check.some": "{count} of {all} have answered.",
  "check.tapped": "answers, {time} s",
  "check.shown": "received, not tapped yet",
  "check.none": "receives nothing",
  "check.bot": "a bot",
  "check.free": "nobody yet",
  "check.waiting": "waits for a seat",
});
