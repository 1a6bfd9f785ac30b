/** What people write for themselves: asked on phones, counted as it comes, read without names. */
import { html, useState } from "../../dom.js";
import { read } from "../../ask.js";
import { text } from "../../board.js";
import { FORMS, SCALED } from "../../follow/texts.js";
import { Button } from "../../parts/button.js";
import { Notice } from "../../parts/notice.js";

/**
 * @typedef {import("../../board.js").Board} Board
 * @typedef {import("./leading.js").Leading} Leading
 * @typedef {import("../../protocol.js").Collected} Collected
 * @typedef {"reflection" | "feedback"} Form
 */

/** @param {{ board: Board, form: Form, name: string, said: readonly string[] }} props */
function Said({ board, form, name, said }) {
  const scaled = form === "feedback" && SCALED.includes(name);
  const mean = said.reduce((sum, one) => sum + Number(one), 0) / Math.max(1, said.length);
  return html`<div class="stack-s"><p class="strong">${text(board, `form.${form}.${name}`)}</p>
    ${scaled
      ? html`<p class="mono">${text(board, "forms.mean", { mean: mean.toFixed(1), count: said.length })}</p>`
      : html`<ul class="stack-s lead-said">${said.map((one, at) => html`<li key=${at}><bdi>${one}</bdi></li>`)}</ul>`}</div>`;
}

/** @param {{ board: Board, leading: Leading, address: string, ready: boolean }} props */
export function Forms({ board, leading, address, ready }) {
  const [found, setFound] = useState(/** @type {Collected | null} */ (null));
  const [fault, setFault] = useState(/** @type {string | null} */ (null));
  const [busy, setBusy] = useState(false);
  const { lead } = leading;
  const look = async () => {
    setBusy(true);
    const answer = await read(`${address}/collected`);
    setBusy(false);
    setFault(answer.ok ? null : answer.sentence || text(board, "debrief.unreachable"));
    if (answer.ok) setFound(/** @type {Collected} */ (answer.value));
  };
  const forms = /** @type {Form[]} */ (["reflection", "feedback"]);
  return html`<section class="stack" aria-labelledby="forms-title">
    <div><h3 id="forms-title">${text(board, "forms.title")}</h3><p class="quiet small">${text(board, "forms.detail")}</p></div>
    ${ready && html`<ul class="rows">${forms.map((form) => {
      const open = lead?.form === form;
      const name = text(board, `forms.${form}`);
      return html`<li key=${form} class="row row-wrap"><span class="grow"><span class="strong">${name}</span>
          ${open && html` <span class="quiet small" role="status">${text(board, "follow.answered", { answered: lead?.answered ?? 0, asked: lead?.asked ?? 0 })}</span>`}</span>
        <${Button} icon=${open ? "x" : "smartphone"} busy=${leading.busy} onClick=${() => void leading.go({ form: open ? null : form })}>${text(board, open ? "forms.close" : "forms.open")}<span class="visually-hidden">: ${name}</span><//></li>`;
    })}</ul>`}
    <div class="actions actions-start"><${Button} icon="book-open" busy=${busy} refused=${fault} onClick=${() => void look()}>${text(board, found ? "forms.read_again" : "forms.read")}<//></div>
    ${found && (found.people === 0
      ? html`<${Notice} plain>${text(board, "forms.none")}<//>`
      : html`<p class="quiet small">${text(board, "forms.people", { count: found.people })}</p>
        ${forms.flatMap((form) => FORMS[form].map((name) => {
          const said = found.answers[`${form}:${name}`] ?? [];
          return said.length > 0 && html`<${Said} key=${`${form} ${name}`} board=${board} form=${form} name=${name} said=${said} />`;
        }))}`)}
  </section>`;
}
