/** What is said of trust between two. */
import { bring } from "../../words.js";

bring({
  "trust.row": "{name} has placed {theirs} with you, you have placed {mine} there. In your hand: {hand}.",
  "trust.earned": "{count} of yours are earned and stay.",
  "trust.round": "In this round",
  "trust.place": "Place a token",
  "trust.take": "Take one back",
  "trust.offer": "Make {name} an offer",
  "trust.message": "Write a message",
});
