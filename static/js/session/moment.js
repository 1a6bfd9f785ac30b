/** Where a table stands now: the phase in words, and what is left of it. */
import { text } from "../board.js";
import { gameTime } from "../socket/frames.js";
import { bring } from "../words.js";

bring({
  "moment.round": "Round {round} of {rounds}, {phase}",
  "moment.practice": "Practice round, {phase}",
  "moment.quarter": "{phase}, quarter {quarter} of 4",
});

/** Hours and minutes of the day. @param {number | Date} at */
export const wallTime = (at) => new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

/**
 * Milliseconds left of the phase when the newest frame came, or null where it has no clock.
 * @param {import("../socket/frames.js").Frame} frame
 */
export function remaining(frame) {
  const ends = frame.view.clock?.ends_ms ?? null;
  return ends === null ? null : Math.max(0, ends - gameTime(frame));
}

/** Round, phase and quarter in words. @param {import("../board.js").Board} board @param {import("../protocol.js").Public} pub */
export function phaseWords(board, pub) {
  const phase = text(board, `terms.${pub.phase}.name`);
  if (pub.phase === "lobby" || pub.phase === "ended") return phase;
  if (pub.phase === "year_one" && pub.quarter === 0) return phase;
  if (pub.phase === "year_one") return text(board, "moment.quarter", { phase, quarter: pub.quarter });
  if (pub.practice) return text(board, "moment.practice", { phase });
  return text(board, "moment.round", { round: pub.round, rounds: pub.rounds, phase });
}
