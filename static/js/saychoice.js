/** The name of an option of the card on the table, written by its author or by the facilitator. */
import { cardWords, optionWords } from "./say.js";

/**
 * @param {import("./board.js").Board} board
 * @param {import("./protocol.js").CardShown | null} card
 * @param {string} option
 * @param {Readonly<Record<string, string>>} words
 */
export function chosenWords(board, card, option, words) {
  const at = card?.choice?.options.findIndex((one) => one.id === option) ?? -1;
  return optionWords(board, option, card?.id, card ? cardWords(board, card, words).options[at] : undefined);
}
