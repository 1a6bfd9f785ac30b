/**
 * Which scene fits: an emergency before all, then what the facilitator chose, a pause, the phase.
 * While play is about to go on, the count stands before what was chosen. A card that is laid in the
 * middle of a phase is shown large for a while.
 */

import { isThing } from "../things.js";

/** @typedef {import("../protocol.js").Public} Public */
/** @typedef {"join" | "table" | "trust" | "card" | "reveal" | "vote" | "year_one" | "pause" | "ended" | "emergency" | "thing" | "blank"} Scene */

/** @type {Readonly<Record<import("../protocol.js").Phase, Scene>>} */
const BY_PHASE = Object.freeze({
  lobby: "join",
  briefing: "card",
  talk: "table",
  plan: "table",
  reveal: "reveal",
  vote: "vote",
  year_one: "year_one",
  ended: "ended",
});

/** @type {readonly string[]} */
const CHOSEN = ["join", "table", "trust", "card", "reveal", "vote", "year_one"];

/**
 * @param {Public | null} pub null: nothing is laid yet
 * @param {boolean} [goesOn] seconds are counted until play goes on
 * @param {boolean} [fresh] the card was laid a moment ago
 * @returns {Scene}
 */
export function sceneOf(pub, goesOn = false, fresh = false) {
  if (!pub) return "join";
  if (pub.emergency) return "emergency";
  if (pub.spotlight === "blank") return "blank";
  if (goesOn) return "pause";
  if (isThing(pub.spotlight)) return "thing";
  if (pub.spotlight !== null && CHOSEN.includes(pub.spotlight)) return /** @type {Scene} */ (pub.spotlight);
  if (pub.paused) return "pause";
  if (fresh && pub.card) return "card";
  if (pub.phase === "briefing" && pub.card === null) return "table";
  return BY_PHASE[pub.phase];
}
