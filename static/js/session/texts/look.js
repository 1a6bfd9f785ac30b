/** The words of looking over the shoulder of a seat. */
import { bring } from "../../words.js";

bring({
  "look.title": "Look over its shoulder",
  "look.text": "You see the page of {seat} just as it stands there, but for what is not sent yet, and can do nothing on it. The look is written into the log with your reason. People were told so before they joined; all read of it in the debrief.",
  "look.why": "Why you look",
  "look.sample": "They cannot find the plan",
  "look.needs_why": "Write a reason first.",
  "look.record": "Write it down first",
  "look.again": "Write another look down",
  "look.open": "Open the page of {seat}",
  "look.lasts": "The page stays open until the round is over.",
});
