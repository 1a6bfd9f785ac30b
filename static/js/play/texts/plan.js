/** The words of the plan. */
import { bring } from "../../words.js";

bring({
  "plan.choose": "Actions",
  "plan.left": "{count} of {of} left",
  "plan.free": "free",
  "plan.none": "The table has no plan of yours yet. Without one you pass.",
  "plan.kept": "The table has this plan.",
  "plan.sending": "Sending ...",
  "plan.unsent": "The table does not have this change yet.",
  "plan.ready": "Ready",
  "plan.unready": "Change my plan",
  "plan.change_unreadies": "You are ready. If you change the plan, you have to say so again.",
  "plan.thinking": "Still thinking: {names}",
  "plan.lacks": "As things stand:",
  "plan.remove": "Take out: {act}",
  "plan.removed": "Taken out",
  "plan.add": "Add",
  "plan.added": "Added: {act}. {left} left.",
  "plan.planned": "planned: {count}",
  "plan.possible": "{count} possible",
  "plan.not_now": "not now",
  "plan.lacking": "Not possible as things stand ({count})",
  "plan.lacking_text": "You may plan these all the same: what they need is judged at their turn.",
  "plan.full": "Every action point is planned. Take something out to change it.",
  "plan.side": "{name} on {what}",
  "plan.this": "Your own agency",
});
