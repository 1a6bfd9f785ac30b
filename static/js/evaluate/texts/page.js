/** What the evaluator's page says beside the parts of the console that stand on it. */

/** @type {import("../../words.js").Texts} */
export const EVALUATE_TEXTS = Object.freeze({
  // On this page there is nothing to show: it says less than the console.
  "log.hidden": "What all may read.",
  "evaluate.sees_room": "You see what the room sees. You rate and note; you change nothing in play.",
  "evaluate.sees_all": "You see everything, secrets too, and change nothing in play. Keep this screen to yourself.",
  "evaluate.debrief": "Look at the debrief",
  "evaluate.tab.guide": "Guide",
  "evaluate.tab.table": "Table",
  "evaluate.tab.log": "Log",
  "evaluate.tabs": "Parts of the page",
});
