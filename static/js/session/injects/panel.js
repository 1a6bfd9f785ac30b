/** The panel of injects: what is proposed now, the script, a card by hand, a value by hand, the spreadsheet. */
import { html, useState } from "../../dom.js";
import { useWord } from "../../words.js";
import { Button } from "../../parts/button.js";
import { Dialog } from "../../parts/dialog.js";
import { Icon } from "../../parts/icon.js";
import { Notice } from "../../parts/notice.js";
import { useDesk } from "../desk.js";
import { CardForm } from "./card.js";
import { proposed } from "./data.js";
import { LineForm } from "./edit.js";
import { FireDialog, ScriptLine } from "./line.js";
import { OverrideForm } from "./override.js";
import { SheetForm } from "./sheet.js";
import "../texts/injects.js";

/**
 * @typedef {import("./data.js").ScriptRow} ScriptRow
 * @typedef {"" | "line" | "card" | "override" | "sheet"} Open
 */

/** @param {{ scripted: import("./data.js").Scripted, onSecrets: (shown: boolean) => void }} props */
export function Injects({ scripted, onSecrets }) {
  const say = useWord();
  const { secrets, pub } = useDesk();
  const { script, failed, retry } = scripted;
  const [open, setOpen] = useState(/** @type {Open} */ (""));
  const [edited, setEdited] = useState(/** @type {ScriptRow | null} */ (null));
  const [fired, setFired] = useState(/** @type {number | null} */ (null));
  const close = () => setOpen("");
  const now = proposed(script);
  const over = pub.phase === "ended";
  const edit = (/** @type {ScriptRow | null} */ row) => {
    setEdited(row);
    setOpen("line");
  };
  const row = script?.lines.find((one) => one.line.number === fired) ?? null;
  const tools = !over && html`<div class="actions actions-start inject-tools">
    <${Button} icon="zap" onClick=${() => setOpen("card")}>${say("inject.card")}<//>
    <${Button} icon="wrench" onClick=${() => setOpen("override")}>${say("inject.override")}<//>
    ${secrets && html`<${Button} icon="plus" onClick=${() => edit(null)}>${say("inject.line")}<//>
    <${Button} icon="table-2" onClick=${() => setOpen("sheet")}>${say("inject.sheet")}<//>`}</div>`;
  const list = (/** @type {readonly ScriptRow[]} */ rows, /** @type {boolean} */ unfolded) => html`<ul class="script-lines">${rows.map(
    (one) => html`<${ScriptLine} key=${one.line.number} row=${one} open=${unfolded} onEdit=${edit} onFire=${() => setFired(one.line.number)} onLine=${setFired} />`,
  )}</ul>`;
  const rest = (script?.lines ?? []).filter((one) => !now.includes(one));
  const lines = !secrets
    ? html`<${Notice} icon="eye-off"><div class="line-between"><span>${say(now.length ? "inject.hidden_due" : "inject.hidden", { count: now.length })}</span><${Button} kind="quiet" icon="eye" onClick=${() => onSecrets(true)}>${say("inject.show")}<//></div><//>`
    : script === null
      ? failed ? null : html`<span class="skeleton skeleton-block"></span>`
      : script.lines.length === 0
        ? html`<p class="quiet">${say("inject.empty")}</p>`
        : html`${now.length > 0 && html`<section class="stack-s" aria-label=${say("inject.now")}><h3 class="line"><${Icon} name="bell" /><span>${say("inject.now")}</span></h3>${list(now, true)}</section>`}
          ${rest.length > 0 && html`<section class="stack-s" aria-label=${say("inject.script")}><h3>${say("inject.script")}</h3>${list(rest, false)}</section>`}`;
  return html`<div class="card card-flat"><div class="card-head"><${Icon} name="zap" /><h2>${say("inject.title")}</h2></div>
    <div class="card-body stack">${tools}
      ${failed && html`<${Notice} kind="bad"><div class="line-between"><span>${say("inject.failed")}</span><${Button} icon="refresh-cw" onClick=${retry}>${say("desk.retry")}<//></div><//>`}
      ${lines}
    </div>
    <${FireDialog} row=${row} script=${script} onClose=${() => setFired(null)} />
    <${Dialog} open=${open === "line"} title=${edited ? say("inject.edit_title", { number: edited.line.number }) : say("inject.line_title")} onClose=${close}>
      ${open === "line" && script && html`<${LineForm} key=${edited?.line.number ?? "new"} row=${edited} script=${script} onDone=${close} />`}<//>
    <${Dialog} open=${open === "card"} title=${say("inject.card_title")} onClose=${close}>${open === "card" && script && html`<${CardForm} script=${script} onSecrets=${onSecrets} onDone=${close} />`}<//>
    <${Dialog} open=${open === "override"} title=${say("inject.override_title")} onClose=${close}>${open === "override" && html`<${OverrideForm} />`}<//>
    <${Dialog} open=${open === "sheet"} title=${say("inject.sheet_title")} onClose=${close}>${open === "sheet" && html`<${SheetForm} onDone=${close} />`}<//>
  </div>`;
}
