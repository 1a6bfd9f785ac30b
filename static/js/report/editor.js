/** The form for what the facilitator adds to a report. A draft stays on the device until it is saved. */
import { html, useCallback, useEffect, useState } from "../dom.js";
import { ask, read } from "../ask.js";
import { Button } from "../parts/button.js";
import { CheckField, SelectField, TextField } from "../parts/field.js";
import { announce } from "../parts/liveregion.js";
import { Notice } from "../parts/notice.js";
import { useWord } from "../words.js";
import { DateField } from "./datefield.js";
import { theirsIn, together } from "./merging.js";
import { Objectives } from "./objectives.js";
import { Clashes, Revisions, savedWords } from "./revisions.js";

/**
 * @typedef {import("./shapes.js").ReportPage} ReportPage
 * @typedef {import("./shapes.js").Clash} Clash
 * @typedef {import("./shapes.js").Draft} Draft
 * @typedef {import("../protocol.js").SheetSaved} Saved
 * @typedef {import("./shapes.js").Sheet} Sheet
 * @typedef {import("./shapes.js").SheetNow} SheetNow
 * @typedef {import("./shapes.js").Measure} Measure
 */

const STATUSES = Object.freeze(["open", "under_way", "done", "dropped"]);
/** @type {Measure} */
const BLANK = Object.freeze({ action: "", owner: "", contact: "", start: "", due: "", status: "open" });

/**
 * The draft of this device; given one it is kept, given null it goes.
 * @param {string} key
 * @param {Draft | null} [draft]
 * @returns {Draft | null}
 */
function kept(key, draft) {
  try {
    if (draft === null) sessionStorage.removeItem(key);
    else if (draft) sessionStorage.setItem(key, JSON.stringify(draft));
    const found = sessionStorage.getItem(key);
    const held = found ? /** @type {Draft} */ (JSON.parse(found)) : null;
    return held?.base ? held : null;
  } catch {
    return draft ?? null; // Storage may be closed to this page.
  }
}

/**
 * @param {object} props
 * @param {readonly Measure[]} props.measures
 * @param {(measures: readonly Measure[]) => void} props.onChange
 */
function Measures({ measures, onChange }) {
  const say = useWord();
  const set = (/** @type {number} */ at, /** @type {Partial<Measure>} */ part) => onChange(measures.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const drop = (/** @type {number} */ at) => {
    onChange(measures.filter((_, place) => place !== at));
    announce(say("report.removed", { what: say("report.measure", { number: at + 1 }) }));
  };
  const options = STATUSES.map((value) => ({ value, label: say(`report.status.${value}`) }));
  return html`<fieldset class="stack"><legend><h3>${say("report.measures")}</h3></legend>
    ${measures.map((one, at) => {
      const name = say("report.measure", { number: at + 1 });
      return html`<fieldset key=${at} class="report-part stack-s"><legend class="label">${name}</legend>
        <${TextField} label=${say("report.action")} rows=${2} maxLength=${1200} value=${one.action} onInput=${(/** @type {string} */ action) => set(at, { action })} />
        <div class="report-fields">
          <${TextField} label=${say("report.owner")} maxLength=${160} value=${one.owner} onInput=${(/** @type {string} */ owner) => set(at, { owner })} />
          <${TextField} label=${say("report.contact")} maxLength=${160} value=${one.contact} onInput=${(/** @type {string} */ contact) => set(at, { contact })} />
          <${DateField} label=${say("report.start")} value=${one.start} onInput=${(/** @type {string} */ start) => set(at, { start })} />
          <${DateField} label=${say("report.due")} value=${one.due} onInput=${(/** @type {string} */ due) => set(at, { due })} />
          <${SelectField} label=${say("report.status")} value=${one.status} options=${options} onChange=${(/** @type {Measure["status"]} */ status) => set(at, { status })} />
        </div>
        <div class="actions actions-start"><${Button} kind="quiet" icon="x" onClick=${() => drop(at)}>${say("report.remove", { what: name })}<//></div>
      </fieldset>`;
    })}
    <div class="actions actions-start"><${Button} icon="plus" onClick=${() => onChange([...measures, BLANK])}>${say("report.add_measure")}<//></div>
  </fieldset>`;
}

/** @param {SheetNow} found @returns {Draft} */
const begun = (found) => ({ ...found, base: found.sheet });

/** @param {{ page: ReportPage, onClose: () => void }} props */
export function Editor({ page, onClose }) {
  const say = useWord();
  const key = `report-${page.table.id}`;
  const [now, setNow] = useState(() => kept(key));
  const [draft] = useState(now !== null);
  const [failed, setFailed] = useState(/** @type {string | null} */ (null));
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(/** @type {string | null} */ (null));
  const [clash, setClash] = useState(/** @type {{ saved: Saved | null, clashes: readonly Clash[] } | null} */ (null));
  const [once, setOnce] = useState(/** @type {number | null} */ (null));
  const load = useCallback(async () => {
    kept(key, null);
    setFailed(null);
    setWrong(null);
    const answer = await read(page.sheet);
    if (answer.ok) setNow(begun(/** @type {SheetNow} */ (answer.value)));
    else setFailed(answer.sentence || say("report.unreachable"));
  }, [key, page.sheet]);
  useEffect(() => {
    if (!now) void load();
  }, []);
  if (failed) return html`<${Notice} kind="bad"><div class="stack-s"><p>${say("report.failed", { why: failed })}</p><${Button} icon="refresh-cw" onClick=${() => void load()}>${say("report.retry")}<//></div><//>`;
  if (!now) return html`<p class="quiet">${say("report.loading")}</p>`;
  const { sheet } = now;
  const hold = (/** @type {Draft} */ next) => {
    setNow(next);
    kept(key, next);
  };
  const set = (/** @type {Partial<Sheet>} */ part) => {
    hold({ ...now, sheet: { ...sheet, ...part } });
  };
  // Somebody saved meanwhile: both versions are laid together, and saved only when that was looked at.
  const meet = async () => {
    const answer = await read(page.sheet);
    if (!answer.ok) return setWrong(answer.sentence || say("report.unreachable"));
    const theirs = /** @type {SheetNow} */ (answer.value);
    const { sheet: both, clashes } = together(now.base, sheet, theirs.sheet);
    hold({ ...theirs, sheet: both, base: theirs.sheet });
    setClash({ saved: theirs.saved, clashes });
    announce(say("report.meanwhile", { who: theirs.saved ? savedWords(say, theirs.saved) : "" }));
  };
  const takeTheirs = (/** @type {Clash} */ one) => {
    hold({ ...now, sheet: theirsIn(sheet, one) });
    setClash(clash && { ...clash, clashes: clash.clashes.filter((other) => other !== one) });
  };
  const takeOnce = (/** @type {SheetNow} */ found) => {
    hold({ ...now, sheet: found.sheet });
    setOnce(found.revision);
  };
  const save = async () => {
    setBusy(true);
    setWrong(null);
    const answer = await ask(page.sheet, { revision: now.revision, sheet });
    if (!answer.ok && answer.reason === "changed") await meet();
    setBusy(false);
    if (!answer.ok) return answer.reason === "changed" ? undefined : setWrong(answer.sentence || say("report.unreachable"));
    kept(key, null);
    announce(say("report.saved"));
    location.reload();
  };
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!busy) void save();
  };
  const close = () => {
    kept(key, null);
    onClose();
  };
  const text = (/** @type {"organisation" | "place" | "staff" | "scope" | "summary"} */ name, rows = 0) => html`<${TextField} label=${say(`report.${name}`)}
    rows=${rows || undefined} maxLength=${rows ? 1200 : 160} value=${sheet[name]} onInput=${(/** @type {string} */ typed) => set({ [name]: typed })} />`;
  return html`<form class="stack-l" onSubmit=${submit}>
    <h2>${say("report.edit")}</h2>
    <${Revisions} address=${page.sheet} saved=${now.saved} onTake=${takeOnce} />
    ${once !== null && html`<${Notice}>${say("report.once", { number: once })}<//>`}
    ${draft && html`<${Notice}><div class="stack-s"><p>${say("report.kept")}</p><${Button} onClick=${() => void load()}>${say("report.forget")}<//></div><//>`}
    <${CheckField} label=${say("report.draft")} help=${say("report.draft_help")} checked=${sheet.draft} onChange=${(/** @type {boolean} */ is) => set({ draft: is })} />
    <div class="report-fields">${text("organisation")}${text("place")}</div>
    ${text("staff", 2)} ${text("scope", 3)} ${text("summary", 3)}
    <${Objectives} objectives=${sheet.objectives} moments=${page.moments} aims=${page.aims} onChange=${(/** @type {Sheet["objectives"]} */ objectives) => set({ objectives })} />
    <${Measures} measures=${sheet.measures} onChange=${(/** @type {readonly Measure[]} */ measures) => set({ measures })} />
    ${clash && html`<${Clashes} saved=${clash.saved} clashes=${clash.clashes} onTheirs=${takeTheirs} />`}
    ${wrong && html`<${Notice} kind="bad">${wrong}<//>`}
    <div class="actions actions-start">
      <${Button} kind="primary" type="submit" icon="check" busy=${busy}>${say(busy ? "report.saving" : "report.save")}<//>
      <${Button} kind="quiet" onClick=${close}>${say("report.close")}<//>
    </div>
  </form>`;
}
