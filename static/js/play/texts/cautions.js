/** What a seat alone is warned of. */
import { bring } from "../../words.js";

bring({
  "caution.title": "Only you see this",
  "caution.at_least": "Your concern, {concern}: it asks for {measure} of at least {bound}. As things stand this leads from {before} to {after}.",
  "caution.at_most": "Your concern, {concern}: it asks for {measure} of at most {bound}. As things stand this leads from {before} to {after}.",
  "caution.frame": "Your concern, {concern}: in the end the frame has to be {frame}. This would lead away from it.",
  "caution.first": "Your concern, {concern}: nothing is signed yet, and with {which} you would be among the first.",
  "caution.unanswered_concern": "Your concern, {concern}: it needs your core value, and {which} would be signed without an answer to your objection.",
  "caution.unanswered": "Your core value: {value} If {which} is signed before your objection is answered, it is not kept until somebody answers.",

  "measure.live": "live dependencies of your own",
  "measure.signed": "signed dependencies of your own",
  "measure.answered": "answered objections of your own",
  "measure.budget": "budget",
  "measure.autonomy": "autonomy",
  "measure.routines": "routines",
  "measure.portals": "own portals",
  "measure.counter": "the counter",
  "measure.support": "political support",
  "measure.fragmentation": "own portals at the table",
  "measure.broken": "broken promises",
  "measure.tokens": "tokens that others have placed with you",
});
