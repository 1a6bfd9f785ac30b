/** Playing on from the moment on the scrubber: the same people at a new table. */
import { html, useState } from "../dom.js";
import { ask } from "../ask.js";
import { text } from "../board.js";
import { Button } from "../parts/button.js";
import { Dialog } from "../parts/dialog.js";
import { TextField } from "../parts/field.js";
import { Notice } from "../parts/notice.js";
import { clockAt, spanWords } from "./say.js";
import { numberAt, spanAt } from "./course.js";
import "./texts/forking.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("./course.js").Course} Course
 * @typedef {import("../protocol.js").Forked} Forked
 */

const MOST_LETTERS = 1000;

/**
 * @param {object} props
 * @param {Board} props.board
 * @param {Course} props.course
 * @param {number} props.place
 * @param {string} props.address
 */
export function PlayOn({ board, course, place, address }) {
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState("");
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(/** @type {string | null} */ (null));
  const span = spanAt(course.phases, place);
  const idle = span === null || span.phase === "lobby" ? "fork.not_begun" : span.phase === "ended" ? "fork.over" : null;
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy) return;
    if (!why.trim()) {
      setWrong(text(board, "fork.why_first"));
      return;
    }
    setBusy(true);
    const answer = await ask(address, { version: numberAt(course, place), text: why.trim() });
    setBusy(false);
    if (answer.ok) location.assign(/** @type {Forked} */ (answer.value).address);
    else setWrong(answer.sentence || text(board, "debrief.unreachable"));
  };
  const where = span ? `${spanWords(board, span)}, ${clockAt(course, place)}` : "";
  return html`<div><${Button} icon="git-fork" reason=${idle && text(board, idle)} onClick=${() => setOpen(true)}>${text(board, "fork.open")}<//>
    <${Dialog} open=${open} title=${text(board, "fork.title", { where })} onClose=${() => setOpen(false)}>
      <form class="stack" onSubmit=${submit}>
        <p>${text(board, "fork.text")}</p>
        <${TextField} label=${text(board, "fork.why")} help=${text(board, "fork.why_help")} value=${why} rows=${3} maxLength=${MOST_LETTERS} error=${wrong && !why.trim() ? wrong : null} onInput=${setWhy} />
        ${wrong && why.trim() && html`<${Notice} kind="bad">${wrong}<//>`}
        <div class="actions"><${Button} kind="primary" type="submit" icon="git-fork" busy=${busy}>${text(board, "fork.go")}<//></div>
      </form>
    <//></div>`;
}
