/** How play stands against the plan: ahead or behind, and when it eats into the debrief. Sums only; the clock is the server's. */
import { gameTime } from "../socket/frames.js";

/**
 * @typedef {import("../protocol.js").Public} Public
 * @typedef {import("../socket/frames.js").Frame} Frame
 * @typedef {import("../protocol.js").SlotView} Slot
 */

const ORDER = Object.freeze(["briefing", "talk", "plan", "reveal"]);
const QUARTERS = 4;
const MINUTE_MS = 60_000;
/** A third of the booked time belongs to the debrief. */
const FOR_PLAY = 2 / 3;

/** @param {Slot} slot @param {readonly string[]} phases */
const sum = (slot, phases) => phases.reduce((all, phase) => all + (slot.lengths[phase] ?? 0), 0);

/**
 * Seconds of game time that the plan gives to all that comes before the phase of now, and to all from it on.
 * @param {Public} pub
 * @param {Slot} slot
 */
export function planned(pub, slot) {
  const round = sum(slot, ORDER);
  const practice = pub.first_game ? round : 0;
  const rounds = pub.rounds * round;
  const total = practice + rounds + (slot.lengths["vote"] ?? 0) + QUARTERS * (slot.lengths["quarter"] ?? 0);
  const year = QUARTERS * (slot.lengths["quarter"] ?? 0);
  switch (pub.phase) {
    case "lobby":
      return { before: 0, total };
    case "ended":
      return { before: total, total };
    case "vote":
      return { before: practice + pub.round * round, total };
    case "year_one":
      return { before: total - year + Math.max(0, pub.quarter - 1) * (slot.lengths["quarter"] ?? 0), total };
    default: {
      const done = pub.practice ? 0 : practice + (pub.round - 1) * round;
      return { before: done + sum(slot, ORDER.slice(0, ORDER.indexOf(pub.phase))), total };
    }
  }
}

/**
 * Milliseconds behind the plan; below 0: ahead of it. Null: not in play, or the phase has no clock.
 * @param {Frame} frame
 * @param {Slot} slot
 */
export function drift(frame, slot) {
  const pub = frame.view.public;
  const ends = frame.view.clock?.ends_ms ?? null;
  if (!pub || ends === null || pub.length_s === null || pub.phase === "lobby" || pub.phase === "ended") return null;
  const since = ends - pub.length_s * 1000;
  const usual = (slot.lengths[pub.phase === "year_one" ? "quarter" : pub.phase] ?? pub.length_s) * 1000;
  return since - planned(pub, slot).before * 1000 + Math.max(0, gameTime(frame) - since - usual);
}

/**
 * When play is to end so that a third is left for the debrief, and when it will by the plan; wall clock.
 * Null: nothing is booked, or play has not begun or is over.
 * @param {Frame} frame
 * @param {Slot} slot
 * @param {number} now milliseconds since 1970
 */
export function slotEnds(frame, slot, now) {
  const pub = frame.view.public;
  if (!pub || !slot.booked_min || slot.rehearsal || slot.began_ms === null || pub.phase === "ended" || pub.phase === "lobby") return null;
  const debriefAt = slot.began_ms + slot.booked_min * MINUTE_MS * FOR_PLAY;
  const { before, total } = planned(pub, slot);
  const ends = frame.view.clock?.ends_ms ?? null;
  const since = ends === null || pub.length_s === null ? gameTime(frame) : ends - pub.length_s * 1000;
  const left = Math.max(0, (total - before) * 1000 - (gameTime(frame) - since));
  return { debriefAt, playEnds: now + left, over: now > debriefAt, tight: now + left > debriefAt + MINUTE_MS };
}

/** Whole minutes of a drift, without a sign. @param {number} ms */
export const minutesOf = (ms) => Math.round(Math.abs(ms) / MINUTE_MS);
