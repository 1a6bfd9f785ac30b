/** The words of facilitators and evaluators of a session. */
import { bring } from "../../words.js";

bring({
  "staff.title": "Facilitators and evaluators",
  "staff.kind": "As",
  "staff.evaluator": "Evaluator",
  "staff.facilitator": "Facilitator",
  "staff.help_evaluator": "Watches, rates by the evaluation guide, and can change nothing. What evaluators see was chosen at set-up.",
  "staff.help_facilitator": "May do everything that you may.",
  "staff.own": "Your own name",
  "staff.own_help": "Notes, log and reports then say which of you did what, also for what you did before. Players do not read it.",
  "staff.own_keep": "Keep my name",
  "staff.you": "you",
  "staff.name": "Name",
  "staff.no_name": "Give a name first.",
  "staff.appoint": "Appoint",
  "staff.once": "Good once, for 14 days. Opening it shows who it is for; the press there uses it.",
  "staff.away": "not here",
  "staff.sure": "{name} is out at once. What they wrote stays.",
});
