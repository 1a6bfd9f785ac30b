/** How moments of a course are said. Pure functions of texts. */
import { formatTime } from "../parts/clock.js";
import { seatOf, text } from "../board.js";
import { termsLines } from "../say.js";
import "./texts/others.js";
import "./texts/scrubber.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("./course.js").Span} Span
 * @typedef {import("./course.js").Course} Course
 */

/**
 * Whether it is a part of the game with a name of its own, and no round.
 * @param {{ phase: string }} at
 */
export const named = ({ phase }) => ["lobby", "year_one", "ended"].includes(phase);

/**
 * The round (or the part of the game that is none), long or short.
 * @param {Board} board
 * @param {{ round: number, phase: string }} at
 * @param {boolean} [short]
 */
export function roundWords(board, at, short = false) {
  const end = short ? "_short" : "";
  if (named(at)) return text(board, `scrub.${at.phase}${end}`);
  return at.round === 0 ? text(board, `scrub.round_0${end}`) : text(board, `scrub.round${end}`, { round: at.round });
}

/**
 * Round and phase.
 * @param {Board} board
 * @param {{ round: number, phase: string, quarter: number }} at
 */
export function spanWords(board, at) {
  if (at.phase === "year_one" && at.quarter > 0) return text(board, "scrub.quarter", { quarter: at.quarter });
  if (named(at)) return roundWords(board, at);
  return text(board, "scrub.span", { round: roundWords(board, at), phase: text(board, `terms.${at.phase}.name`) });
}

/**
 * Game time at an entry.
 * @param {Course} course
 * @param {number} place
 */
export const clockAt = (course, place) => formatTime(course.entries[place - 1]?.at_ms ?? 0);

/**
 * A round of the chart for each round of the course.
 * @param {Board} board
 * @param {Course} course
 */
export const bandsOf = (board, course) =>
  course.bands.map((one) => ({
    from: one.from,
    to: Math.min(course.last, one.to + 1),
    label: roundWords(board, one, named(one)),
    short: roundWords(board, one, true),
  }));

/** A number with a true minus. @param {number} value */
export const signed = (value) => (value < 0 ? `\u2212${-value}` : String(value));

/**
 * What lies in a deal, in a line.
 * @param {Board} board
 * @param {import("../protocol.js").DealView} deal
 */
export function termsWords(board, deal) {
  const side = (/** @type {string} */ giver, /** @type {string} */ taker, /** @type {import("../protocol.js").DealView["give"]} */ terms) => {
    const lines = termsLines(board, terms, { taker }).map((one) => one.text);
    return lines.length ? text(board, "others.gives", { seat: seatOf(board, giver).short, what: lines.join(", ") }) : "";
  };
  return [side(deal.by, deal.to, deal.give), side(deal.to, deal.by, deal.get)].filter(Boolean).join("; ");
}
