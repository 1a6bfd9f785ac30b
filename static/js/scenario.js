/** What is played: the scenario, and the context that a session gave it where it has one. */
import { html } from "./dom.js";
import { text } from "./board.js";

/** @typedef {import("./board.js").Board} Board */

/**
 * The name of the context; null: nothing special.
 * @param {Board} board
 * @param {{ context?: string } | null | undefined} pub
 */
export const contextName = (board, pub) => (pub?.context ? text(board, `terms.${pub.context}.name`) : null);

/**
 * The scenario by its name, and what its context means in a sentence.
 * @param {{ board: Board, pub: { context?: string } | null | undefined }} props
 */
export function Scenario({ board, pub }) {
  const name = contextName(board, pub);
  return html`<span class="scenario"><bdi>${text(board, "ruleset.name")}</bdi>${name !== null && html`. <span class="strong">${name}:</span> ${text(board, `terms.${pub?.context}.text`)}`}</span>`;
}
