/** The words of playing on from a moment. */
import { bring } from "../../words.js";

bring({
  "fork.open": "Play on from here",
  "fork.title": "Play on from {where}",
  "fork.text": "A new table begins at this moment, paused, with everybody on their seats. This game and its log stay as they are; afterwards both lines can be compared.",
  "fork.why": "What do you want to find out?",
  "fork.why_help": "It stands in the log, and everybody reads it.",
  "fork.why_first": "Say what for: everybody will read it.",
  "fork.go": "Make the new table",
  "fork.not_begun": "The game has not begun at this moment. Choose a later one on the bar.",
  "fork.over": "The game is over at this moment. Choose an earlier one on the bar.",
});
