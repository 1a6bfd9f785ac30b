/** The words of the facilitator's questions. */
import { seatOf, text } from "./board.js";

/**
 * The question in words.
 * @param {import("./board.js").Board} board
 * @param {import("./protocol.js").PulseShown} pulse
 * @param {Readonly<Record<string, string>>} words
 */
export function questionWords(board, pulse, words) {
  if (!pulse.question) return pulse.text ? (words[pulse.text] ?? "") : "";
  return text(board, `pulses.${pulse.question}`, { seat: pulse.about ? seatOf(board, pulse.about).name : "" });
}
