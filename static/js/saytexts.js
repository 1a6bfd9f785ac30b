/** How acts, terms, deals and turns are put into words, where a ruleset brings no words of its own. */

/** @type {import("./words.js").Texts} */
export const SAY_TEXTS = Object.freeze({
  "pledge.due": "{act}, in round {due}",
  "pledge.due_practice": "{act}, in the practice round",
  "pledge.now": "{act}, this round",
  "slip.pay": "{count} budget",
  "slip.place": "A trust token placed with {taker}",
  "slip.place_you": "A trust token placed with you",
  "slip.tell": "What is true of {dependency}",
  "slip.at_once": "at once",
  "slip.promise": "a promise",
  "turn.worked": "worked",
  "turn.failed": "did not work",
  "turn.hidden": "did not succeed",
  "refusal.ended": "This page is no longer connected. Load it again.",
  "refusal.busy": "The table is busy. Try again in a moment.",
  "refusal.stale": "The table has moved on. Look again, then decide.",
  "refusal.storage": "It could not be stored, so nothing happened. Tell the facilitator.",
  "refusal.restarting": "The server is restarting. Try again in a moment.",
  "refusal.no_longer": "What this was meant for is over. Look again, then decide.",
  "refusal.not_here": "This table is not here any more. Load the page again.",
  "refusal.too_large": "This is too long to be sent.",
  "refusal.malformed": "The server could not read this. Load the page again.",
});
