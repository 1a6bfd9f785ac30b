/** What came over a line: the newest view of each table, and the game time that goes on with it. */

/**
 * @typedef {import("../protocol.js").View} View
 * @typedef {"connecting" | "open" | "reconnecting" | "ended"} LineState
 * @typedef {object} Frame the newest view of one table, and when it came
 * @property {View} view
 * @property {number} version comparable within one connection
 * @property {number} atMs game time when it came
 * @property {boolean} running whether game time goes on
 * @property {number} pace how many times as fast as the wall clock: a rehearsal hurries
 * @property {number} since `performance.now()` when `atMs` was true
 * @typedef {object} Snapshot
 * @property {LineState} state
 * @property {number | null} code the close code where the state is `ended`
 * @property {boolean} slow an answer is long in coming
 * @property {Frame | null} frame of the only table, or of the one that came first
 * @property {ReadonlyMap<string, Frame>} frames by table; a waiting view stands under ""
 */

/** Before anything came. @type {Snapshot} */
export const NOTHING = Object.freeze({ state: "connecting", code: null, slow: false, frame: null, frames: new Map() });

/**
 * Game time now, in milliseconds.
 * @param {Frame} frame
 */
export function gameTime(frame) {
  return frame.atMs + (frame.running ? (performance.now() - frame.since) * frame.pace : 0);
}
