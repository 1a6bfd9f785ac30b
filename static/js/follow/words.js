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
 * Where the debrief of a table stands, as a view tells it; null: nobody leads it. Without a table:
 * of any that the view tells of, such as the one from which this one was forked.
 * @param {{ leads?: readonly LeadView[] } | null | undefined} session
 * @param {string | null} table
 * @returns {LeadView | null}
 */
export function leadOf(session, table) {
  const led = (session?.leads ?? []).filter(({ follow, clip, phase, speaks, form, box }) => follow || clip || phase || speaks || form || box);
  return led.find((one) => table === null || one.table === table) ?? null;
}
