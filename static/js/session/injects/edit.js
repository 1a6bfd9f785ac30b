/** Writing a line of the script: its moment and cues, its card, what it expects, and what if not. */
import { html, useState } from "../../dom.js";
import { text } from "../../board.js";
import { useWord } from "../../words.js";
import { CheckField, SelectField, TextField } from "../../parts/field.js";
import { ActButton } from "../act.js";
import { useDesk } from "../desk.js";
import { ChoiceForm, choiceOf, isWhole, labelsOf, posedOf } from "./choice.js";
import { FormRows, ToSeats } from "./form.js";
import { valueName } from "./words.js";
import "../texts/form.js";

/**
 * @typedef {import("./data.js").Script} Script
 * @typedef {import("./data.js").ScriptRow} ScriptRow
 * @typedef {import("./form.js").Row} Row
 * @typedef {{ number: string, round: string, phase: string, after: string, when: readonly Row[], card: string,
 *   kind: string, effects: readonly Row[], posed: import("./choice.js").Posed | null, to: readonly string[], expect: readonly Row[], window: string,
 *   contingency_line: string, auto: boolean, headline: string, story: string, expected: string,
 *   objective: string, contingency: string }} Draft
 */

const PHASES = Object.freeze(["briefing", "talk", "plan", "reveal"]);
const KINDS = Object.freeze(["legal", "political", "incident", "citizen", "budget", "technology"]);
const STEP = 10;

/** @param {number | null | undefined} value */
const shown = (value) => (value ? String(value) : "");

/** A draft of a line as it is, or of a new one. @param {ScriptRow | null} row @param {Script} script @returns {Draft} */
export function draftOf(row, script) {
  const last = Math.max(0, ...script.lines.map((one) => one.line.number));
  const line = row?.line ?? { number: Math.floor(last / STEP) * STEP + STEP };
  const { options = [], ...words } = row?.words ?? { headline: "", story: "", expected: "", objective: "", contingency: "" };
  const rows = (/** @type {unknown} */ list) => /** @type {readonly Row[]} */ (list ?? []);
  return {
    number: String(line.number), round: shown(line.round), phase: line.phase ?? "", after: shown(line.after_s), when: rows(line.when),
    card: line.card ?? "", kind: line.kind ?? "citizen", effects: rows(line.effects), posed: posedOf(line.choice, options), to: line.to ?? [], expect: rows(line.expect),
    window: shown(line.window_s), contingency_line: shown(line.contingency), auto: line.auto ?? false, ...words,
  };
}

/** @param {string} typed @returns {number | undefined} */
const number = (typed) => (/^\d+$/.test(typed.trim()) ? Number(typed) : undefined);

/** The control that writes a draft. @param {Draft} draft */
export function commandOf(draft) {
  const own = !draft.card;
  const posed = own ? draft.posed : null;
  const line = {
    number: number(draft.number) ?? 0,
    ...(number(draft.round) ? { round: number(draft.round) } : {}),
    ...(draft.phase ? { phase: draft.phase } : {}),
    ...(number(draft.after) ? { after_s: number(draft.after) } : {}),
    when: draft.when,
    ...(own ? { kind: draft.kind, effects: draft.effects } : { card: draft.card }),
    ...(posed ? { choice: choiceOf(posed) } : {}),
    to: posed ? [] : draft.to,
    expect: draft.expect,
    ...(number(draft.window) ? { window_s: number(draft.window) } : {}),
    ...(number(draft.contingency_line) ? { contingency: number(draft.contingency_line) } : {}),
    auto: draft.auto,
  };
  const words = [own ? draft.headline : "", own ? draft.story : "", draft.expected, draft.objective, draft.contingency, ...Object.values(labelsOf(posed))];
  const said = words.map((one) => one.replace(/\s+/g, " ").trim()).join("\n").replace(/\n+$/, "");
  return { type: "set_line", line, ...(said ? { text: said } : {}) };
}

/** @param {{ row: ScriptRow | null, script: Script, onDone: () => void }} props */
export function LineForm({ row, script, onDone }) {
  const say = useWord();
  const { board, pub, control, tables } = useDesk();
  const [draft, setDraft] = useState(() => draftOf(row, script));
  const [everywhere, setEverywhere] = useState(tables.length > 1);
  const put = (/** @type {Partial<Draft>} */ part) => setDraft({ ...draft, ...part });
  const field = (/** @type {"headline" | "story" | "expected" | "objective" | "contingency"} */ name, /** @type {number} */ most, /** @type {number} */ rows = 0) =>
    html`<${TextField} label=${say(`form.${name}`)} value=${draft[name]} maxLength=${most} ...${rows ? { rows } : {}} onInput=${(/** @type {string} */ typed) => put({ [name]: typed })} />`;
  const digits = (/** @type {"number" | "after" | "window"} */ name) =>
    html`<${TextField} label=${say(`form.${name}`)} help=${say(`form.${name}_help`)} value=${draft[name]} inputmode="numeric" autocomplete="off" onInput=${(/** @type {string} */ typed) => put({ [name]: typed })} />`;
  const rounds = Array.from({ length: pub.rounds }, (_, at) => ({ value: String(at + 1), label: say("line.round", { round: at + 1 }) }));
  const phases = PHASES.map((one) => ({ value: one, label: text(board, `terms.${one}.name`) }));
  const cards = board.cards.map((id) => ({ value: id, label: text(board, `cards.${id}.headline`) }));
  const others = script.lines.filter((one) => String(one.line.number) !== draft.number).map((one) => ({ value: String(one.line.number), label: `#${one.line.number} ${one.words.headline || (one.line.card ? text(board, `cards.${one.line.card}.headline`) : "")}` }));
  const named = draft.card || draft.headline.trim();
  const lacking = !number(draft.number) ? say("form.needs_number") : !named ? say("form.needs_headline") : draft.card || isWhole(draft.posed) ? null : say("choice.needs_labels");
  const save = () => control(commandOf(draft), everywhere);
  return html`<div class="stack line-form">
    <div class="form-row">${digits("number")}
      <${SelectField} label=${say("form.round")} value=${draft.round} options=${[{ value: "", label: say("form.any") }, ...rounds]} onChange=${(/** @type {string} */ round) => put({ round })} />
      <${SelectField} label=${say("form.phase")} value=${draft.phase} options=${[{ value: "", label: say("form.any") }, ...phases]} onChange=${(/** @type {string} */ phase) => put({ phase })} />
      ${digits("after")}</div>
    <${FormRows} label=${say("form.when")} help=${say("form.when_help")} add=${say("form.add_cue")} forms=${script.cues} tag="is" rows=${draft.when} onChange=${(/** @type {readonly Row[]} */ when) => put({ when })} />
    <${SelectField} label=${say("form.card")} value=${draft.card} options=${[{ value: "", label: say("form.card_own") }, ...cards]} onChange=${(/** @type {string} */ card) => put({ card })} />
    ${!draft.card && html`${field("headline", 60)}${field("story", 280, 3)}
      <${SelectField} label=${say("form.kind")} value=${draft.kind} options=${KINDS.map((one) => ({ value: one, label: valueName(board, say, one, "kind") }))} onChange=${(/** @type {string} */ kind) => put({ kind })} />
      <${FormRows} label=${say("form.effects")} help=${say("form.effects_help")} add=${say("form.add_effect")} forms=${script.effects} tag="type" rows=${draft.effects} onChange=${(/** @type {readonly Row[]} */ effects) => put({ effects })} />
      <${ChoiceForm} posed=${draft.posed} forms=${script.effects} phase=${draft.phase || "talk"} onChange=${(/** @type {Draft["posed"]} */ posed) => put({ posed })} />`}
    ${!draft.card && draft.posed ? html`<p class="small quiet">${say("choice.for_all")}</p>` : html`<${ToSeats} to=${draft.to} onChange=${(/** @type {readonly string[]} */ to) => put({ to })} />`}
    ${field("objective", 160)}${field("expected", 160)}
    <${FormRows} label=${say("form.expect")} help=${say("form.expect_help")} add=${say("form.add_cue")} forms=${script.cues} tag="is" rows=${draft.expect} onChange=${(/** @type {readonly Row[]} */ expect) => put({ expect })} />
    ${digits("window")}${field("contingency", 160)}
    <${SelectField} label=${say("form.contingency_line")} value=${draft.contingency_line} options=${[{ value: "", label: say("form.none") }, ...others]} onChange=${(/** @type {string} */ line) => put({ contingency_line: line })} />
    <${CheckField} label=${say("form.auto")} help=${say("form.auto_help")} checked=${draft.auto} onChange=${(/** @type {boolean} */ auto) => put({ auto })} />
    ${tables.length > 1 && html`<${CheckField} label=${say("form.everywhere", { count: tables.length })} checked=${everywhere} onChange=${setEverywhere} />`}
    <div class="actions actions-start"><${ActButton} kind="primary" icon="save" reason=${lacking} run=${save} then=${onDone}>${say("form.keep")}<//></div>
  </div>`;
}
