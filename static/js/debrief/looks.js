/** Over whose shoulder the facilitator looked, and when: told to all when the game is over. */
import { html } from "../dom.js";
import { seatOf, text } from "../board.js";
import { Icon } from "../parts/icon.js";
import "./texts/page.js";

/** @param {{ board: import("../board.js").Board, looks: readonly import("../protocol.js").GameLook[] }} props */
export function Looks({ board, looks }) {
  const words = looks.map((one) => text(board, "looks.one", { seat: seatOf(board, one.seat).name, round: one.round, phase: text(board, `terms.${one.phase}.name`) }));
  return html`<p class="small quiet line debrief-name"><${Icon} name="eye" size="s" /><span>${text(board, "looks.title")} ${words.join("; ")}.</span></p>`;
}
