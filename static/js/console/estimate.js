/** How long a set-up will take, from its numbers alone. A sum for the form; the clock is the server's. */

/** @typedef {Readonly<Record<string, number>>} Lengths seconds by phase */

/** The phases with a length, in the order of the form. */
export const PHASES = Object.freeze(["briefing", "talk", "plan", "reveal", "vote", "quarter"]);
const QUARTERS = 4;
export const SHORTEST_S = 5;
export const LONGEST_S = 7200;

/**
 * Seconds of one round, of the vote, of year one and of everything, all phases used up.
 *
 * @param {Lengths} lengths
 * @param {number} rounds
 * @param {boolean} practice one more round that does not count
 */
export function estimate(lengths, rounds, practice) {
  const of = (/** @type {string} */ phase) => lengths[phase] ?? 0;
  const round = of("briefing") + of("talk") + of("plan") + of("reveal");
  const vote = of("vote");
  const year = QUARTERS * of("quarter");
  return { round, vote, year, total: (rounds + (practice ? 1 : 0)) * round + vote + year };
}

/**
 * Minutes and seconds of a text such as "6", "6:30" or "6.5"; undefined where it is no length.
 * @param {string} text
 */
export function readLength(text) {
  const trimmed = text.trim().replace(",", ".");
  const parts = /^(\d{1,3}):([0-5]\d)$/.exec(trimmed);
  const plain = /^\d{1,3}(\.\d{1,2})?$/.test(trimmed) ? Math.round(Number(trimmed) * 60) : undefined;
  const seconds = parts ? Number(parts[1]) * 60 + Number(parts[2]) : plain;
  return seconds !== undefined && seconds >= SHORTEST_S && seconds <= LONGEST_S ? seconds : undefined;
}

/**
 * Seconds as "6:00".
 * @param {number} seconds
 */
export function lengthText(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
