/** The words of who knew what, and of the trust between two. */
import { bring } from "../../words.js";

bring({
  "knew.title": "Who knew what",
  "knew.detail": "From what both seats were shown, and nothing else. Choose two, and a moment with the bar or by the minute.",
  "knew.one": "Agency",
  "knew.other": "Compared with",
  "knew.minute": "Minute of the game",
  "knew.go": "Go there",
  "knew.not": "knew this, and {seat} did not",
  "knew.real": "{dependency} is real",
  "knew.dead": "{dependency} is a dead end",
  "knew.deal": "In confidence, {by} to {to}: {what} ({state})",
  "knew.promise": "In confidence, {by} promised {to}: {act}, due in round {due}",
  "knew.scan": "The next agenda is {agenda}",
  "knew.plan": "Its own plan: {plan}",
  "knew.concern": "Its own concern: {concern}",
  "knew.house": "Its own house: routines {routines} of 3, tokens in hand: {hand}",

  "pairs.title": "Trust between two",
  "pairs.detail": "Tokens that each has placed with the other, round by round. It begins with the pair that moved most.",
  "pairs.line": "{from} has placed with {to}",
  "pairs.caption": "{one} has {there} with {other}, and {other} has {back} with {one}",
  "pairs.when": "At the end of",
});
