/**
 * Which scene fits: an emergency before all, then what the facilitator chose, a pause, the phase.
 * While play is about to go on, the count stands before what was chosen.
 */

import { isThing } from "../things.js";

/** @typedef {import("../shapes.js").Public} Public */
/** @typedef {"join" | "table" | "trust" | "card" | "reveal" | "vote" | "year_one" | "pause" | "ended" | "emergency" | "thing" | "blank"} Scene */

/** @type {Readonly<Record<import("../shapes.js").Phase, Scene>>} */
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
 * @returns {Scene}
 */
export function sceneOf(pub, goesOn = false) {
  if (!pub) return "join";
  if (pub.emergency) return "emergency";
  if (pub.spotlight === "blank") return "blank";
  if (goesOn) return "pause";
  if (isThing(pub.spotlight)) return "thing";
  if (pub.spotlight !== null && CHOSEN.includes(pub.spotlight)) return /** @type {Scene} */ (pub.spotlight);
  if (pub.paused) return "pause";
  if (pub.phase === "briefing" && pub.card === null) return "table";
  return BY_PHASE[pub.phase];
}
