/** What was asked for before the connection was lost, and was refused when it was back. */
import { html } from "../dom.js";
import { reasonWords } from "../say.js";
import { Button } from "../parts/button.js";
import { Notice } from "../parts/notice.js";
import { tells, told } from "./attendtexts.js";
import { useGame } from "./game.js";

/** @typedef {{ command: object, reason: string, detail: string }} Missing */

/** @param {{ missed: Missing, onClose: () => void }} props */
export function Missed({ missed, onClose }) {
  const { board } = useGame();
  const { type = "" } = /** @type {{ type?: string }} */ (missed.command);
  const what = tells(`missed.${type}`) ? told("missed.of", { what: told(`missed.${type}`) }) : told("missed.any");
  return html`<div class="page over-table missed" role="alert"><${Notice} kind="bad"><div class="stack-s">
    <p><span class="strong">${what}</span> ${reasonWords(board, missed.reason, missed.detail)}</p>
    <${Button} onClick=${onClose}>${told("missed.read")}<//></div><//></div>`;
}
