/** How a led debrief is said: phases and their prompts, those of the ruleset before those of the page. */
import { hasText, text } from "../board.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").LeadView} LeadView
 */

/** @param {Board} board @param {string} id of a phase */
export const phaseName = (board, id) => text(board, `guide.phase.${id}`);

/**
 * What is asked in a phase, where the facilitator has written nothing else.
 * @param {Board} board
 * @param {string} id
 */
export function promptOf(board, id) {
  const own = `debrief_questions.${id}`;
  return text(board, hasText(board, own) ? own : `guide.prompt.${id}`);
}

/**
 * Where the debrief of a table stands, as a view tells it; null: nobody leads it.
 * @param {{ leads?: readonly LeadView[] } | null | undefined} session
 * @param {string | null} table
 * @returns {LeadView | null}
 */
export function leadOf(session, table) {
  const found = session?.leads?.find((one) => table === null || one.table === table) ?? null;
  if (!found) return null;
  const { follow, clip, phase, speaks, form, box } = found;
  return follow || clip || phase || speaks || form || box ? found : null;
}
