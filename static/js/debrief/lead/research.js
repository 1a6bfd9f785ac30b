/** What the papers claim, as moments to look for and questions to ask. */
import { html } from "../../dom.js";
import { text } from "../../board.js";
import { Fold } from "../../parts/explain.js";

/**
 * @typedef {import("../../board.js").Board} Board
 * @typedef {import("../shapes.js").Prompt} Prompt
 * @param {{ board: Board, prompts: readonly Prompt[] }} props
 */
export function Research({ board, prompts }) {
  if (prompts.length === 0) return null;
  return html`<${Fold} title=${text(board, "research.title", { count: prompts.length })}><div class="stack">
    <p class="quiet small">${text(board, "research.what")}</p>
    <ul class="lead-research">${prompts.map((one) => html`<li key=${one.claim} class="stack-s">
      <p><span class="strong">${one.title}</span> <span class="quiet small">${one.claim}, ${one.paper}</span></p>
      <p class="small"><span class="quiet">${text(board, "research.look")}</span> ${one.look_for}</p>
      <p><bdi>${one.ask}</bdi></p></li>`)}</ul>
  </div><//>`;
}
