/** The script as a spreadsheet: taken out, and taken in after a look that stores nothing. */
import { html, useId, useState } from "../../dom.js";
import { useWord } from "../../words.js";
import { CheckField } from "../../parts/field.js";
import { Icon } from "../../parts/icon.js";
import { Notice } from "../../parts/notice.js";
import { ActButton } from "../act.js";
import { useDesk } from "../desk.js";
import { useSheet } from "./data.js";
import "../texts/sheet.js";

/** @typedef {import("./data.js").SheetSeen} SheetSeen */

const DOES = Object.freeze({ new: "plus", changed: "pencil", same: "minus", laid: "lock" });

/** A sentence with what is to be typed set apart: it stands between backticks. @param {string} sentence */
const coded = (sentence) => sentence.split("`").map((part, at) => (at % 2 ? html`<code key=${at}>${part}</code>` : part));

/** @param {{ seen: SheetSeen }} props */
function Looked({ seen }) {
  const say = useWord();
  return html`${seen.faults.length > 0 && html`<div class="stack-s"><${Notice} kind="bad">${say("sheet.faults", { count: seen.faults.length })}<//>
      <div class="table-wrap" tabindex="0" role="group" aria-label=${say("sheet.would")}><table class="table sheet-faults"><caption class="visually-hidden">${say("sheet.faults_caption")}</caption>
        <thead><tr><th scope="col">${say("sheet.row")}</th><th scope="col">${say("sheet.column")}</th><th scope="col">${say("sheet.fault")}</th></tr></thead>
        <tbody>${seen.faults.map((one, at) => html`<tr key=${at}><td class="mono">${one.row || ""}</td><td class="mono">${one.column}</td><td><bdi>${coded(one.sentence)}</bdi></td></tr>`)}</tbody></table></div></div>`}
    ${seen.rows.length > 0 && html`<div class="table-wrap" tabindex="0" role="group" aria-label=${say("sheet.would")}><table class="table"><caption class="label">${say("sheet.would")}</caption>
      <thead><tr><th scope="col">${say("sheet.row")}</th><th scope="col">${say("form.number")}</th><th scope="col">${say("form.headline")}</th><th scope="col">${say("sheet.does")}</th></tr></thead>
      <tbody>${seen.rows.map((one) => html`<tr key=${one.row}><td class="mono">${one.row}</td><td class="mono">${one.number}</td><td><bdi>${one.headline}</bdi></td>
        <td><span class="line small"><${Icon} name=${DOES[one.does]} size="s" /><span>${say(`sheet.does.${one.does}`)}</span></span></td></tr>`)}</tbody></table></div>`}`;
}

/** @param {{ onDone: () => void }} props */
export function SheetForm({ onDone }) {
  const say = useWord();
  const { table, tables } = useDesk();
  const ask = useSheet();
  const [everywhere, setEverywhere] = useState(tables.length > 1);
  const id = useId();
  const [name, setName] = useState("");
  const [csv, setCsv] = useState("");
  const [seen, setSeen] = useState(/** @type {SheetSeen | null} */ (null));
  const [refused, setRefused] = useState(/** @type {string | null} */ (null));
  const [busy, setBusy] = useState(false);
  const choose = async (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.currentTarget);
    const file = input.files?.[0];
    setSeen(null);
    setRefused(null);
    if (!file) return;
    setBusy(true);
    const typed = await file.text();
    const asked = await ask("look", typed, table.id);
    setBusy(false);
    setCsv(typed);
    setName(file.name);
    // The same file, mended, can be chosen again: a browser tells of no change otherwise.
    input.value = "";
    if (asked.ok) setSeen(/** @type {SheetSeen} */ (/** @type {unknown} */ (asked.answer)));
    else setRefused(asked.failure.sentence);
  };
  const take = async () => {
    for (const id of everywhere ? tables : [table.id]) {
      const asked = await ask("take", csv, id);
      if (!asked.ok) return asked.failure.sentence;
    }
    return null;
  };
  const brings = seen?.rows.filter((one) => one.does === "new" || one.does === "changed").length ?? 0;
  const reason = seen === null ? say("sheet.needs_file") : seen.faults.length ? say("sheet.has_faults") : brings ? null : say("sheet.nothing_new");
  return html`<div class="stack">
    <p>${say("sheet.text")}</p>
    <div class="actions actions-start"><a class="button button-outline" href=${`/api/tables/${table.id}/script.csv`} download><${Icon} name="download" /><span>${say("sheet.download")}</span></a></div>
    <div class="field"><label for=${id}>${say("sheet.file")}</label><input id=${id} class="input" type="file" accept=".csv,text/csv" onChange=${choose} /></div>
    ${tables.length > 1 && html`<${CheckField} label=${say("form.everywhere", { count: tables.length })} checked=${everywhere} onChange=${setEverywhere} />`}
    ${busy && html`<p class="small quiet" aria-busy="true">${say("sheet.reading")}</p>`}
    ${refused && html`<${Notice} kind="bad">${refused}<//>`}
    <div aria-live="polite" class="stack">${name && (seen || refused) && html`<p class="line strong"><${Icon} name="file-text" /><bdi>${name}</bdi></p>`}${seen && html`<${Looked} seen=${seen} />`}</div>
    <div class="actions actions-start"><${ActButton} kind="primary" icon="upload" reason=${reason} run=${take} then=${onDone}>${say("sheet.take", { count: brings })}<//></div>
  </div>`;
}
