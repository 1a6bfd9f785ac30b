/** The words of the end, and of what the facilitator opens then. */
import { bring } from "../../words.js";

bring({
  "ended.debrief": "To the debrief",
  "ended.sum": "Own score",
  "ended.all": "Own scores",
  "ended.points": "{count}\u00a0points",
  "ended.point": "{count}\u00a0point",
  "ended.unit": "points",
  "ended.unit_one": "point",
  "ended.tokens": "Trust tokens from others",
  "ended.concern": "Secret concern: {name}",
  "ended.concern_met": "Concern met: {name}",
  "ended.concern_missed": "Concern not met: {name}",
  "ended.no_winner": "No winner is named. Public value and own scores stand side by side.",

  "opened.title": "Opened by the facilitator",
  "opened.truth": "Which dependencies were real",
  "opened.truth_text": "See the dependencies on this page.",
  "opened.back_ledger": "The back ledger",
  "opened.back_ledger_text": "See the tracks on this page, and the debrief for every moment.",
  "opened.deals": "Deals and promises in confidence",
  "opened.deals_text": "Those of the last round stand here, all others in the debrief.",
  "opened.messages": "Messages in confidence",
  "opened.messages_text": "Read them in the debrief, each at its moment.",
  "opened.plans": "Plans and inside work",
  "opened.plans_text": "Read them in the debrief, reveal by reveal.",
  "opened.headlines": "Headlines and scans",
  "opened.headlines_text": "Read in the debrief which of them were true.",
  "opened.promises": "Promises in confidence ({count})",
  "opened.last_deals": "Deals in confidence, last round ({count})",
  "opened.brief": "Brief: {name}",
});
