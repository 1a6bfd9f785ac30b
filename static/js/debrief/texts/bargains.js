/** The words of deals and promises. */
import { bring } from "../../words.js";

bring({
  "deals.title": "Deals of this round",
  "deals.none": "No deal lay on the table in this round up to this moment.",
  "deals.gives": "{seat} gives",
  "deals.pair": "{by} to {to}",
  "deals.hidden": "Deals in confidence are seen by the two seats and the facilitator.",
  "deals.list": "Deals, newest first",

  "promises.title": "Promises",
  "promises.caption": "{kept} kept, {broken} broken, {lapsed} lapsed, {open} open",
  "promises.none": "Nobody has promised anything up to this moment.",
  "promises.pair": "{by} to {to}",
  "promises.due": "due in round {due}",
  "promises.due_practice": "due in the practice round",
  "promises.go": "Show the moment",
  "promises.go_label": "Show the moment at which it was judged: {act}",
  "promises.verdict": "How it ended",
  "promises.by": "Promised by",
  "promises.to": "Promised to",
  "promises.any": "All",
  "promises.anybody": "Anybody",
  "promises.none_so": "There is no such promise up to this moment.",
  "promises.list": "Promises, newest first",
});
