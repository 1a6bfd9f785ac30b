/** A choice that a card written now poses: who makes it, two or three ways to take it, which one counts else. */
import { html } from "../../dom.js";
import { seatOf } from "../../board.js";
import { useWord } from "../../words.js";
import { Button } from "../../parts/button.js";
import { CheckField, SelectField, TextField } from "../../parts/field.js";
import { Icon } from "../../parts/icon.js";
import { useDesk } from "../desk.js";
import { FormRows } from "./form.js";
import "../texts/card.js";
import "../texts/form.js";

/**
 * @typedef {import("./form.js").Row} Row
 * @typedef {{ by: string, standard: number, options: readonly { id?: string, label: string, effects: readonly Row[] }[] }} Posed `id`: of an option that a line has already
 * @typedef {import("../../protocol.js").Choice} Choice
 */

/** What options are called in the log, which holds no words; also how many there can be. */
const IDS = Object.freeze(["first", "second", "third"]);
const FEWEST = 2;
const LABEL = 60;

/** A choice with nothing in it yet. @returns {Posed} */
const nothingPosed = () => ({ by: "all", standard: 0, options: [{ label: "", effects: [] }, { label: "", effects: [] }] });

/** Whether every option has a name. @param {Posed | null} posed */
export const isWhole = (posed) => posed === null || posed.options.every((one) => one.label.trim() !== "");

/** The ids of the options: those that they have, and for new ones the first that is left. @param {Posed} posed @returns {readonly string[]} */
function idsOf({ options }) {
  const left = IDS.filter((one) => !options.some(({ id }) => id === one));
  return options.map(({ id }) => id ?? left.shift() ?? "");
}

/** The choice as the card holds it. @param {Posed} posed */
export function choiceOf(posed) {
  const ids = idsOf(posed);
  return { by: posed.by, default: ids[posed.standard] ?? "", options: posed.options.map(({ effects }, at) => ({ id: ids[at], effects })) };
}

/** What options are called, by their id. @param {Posed | null} posed @returns {Readonly<Record<string, string>>} */
export function labelsOf(posed) {
  const ids = posed === null ? [] : idsOf(posed);
  return Object.fromEntries((posed?.options ?? []).map(({ label }, at) => [ids[at], label.trim()]));
}

/** The choice of a line as the form holds it. @param {Choice | null | undefined} choice @param {readonly string[]} labels @returns {Posed | null} */
export function posedOf(choice, labels) {
  if (!choice) return null;
  const options = choice.options.map(({ id, effects }, at) => ({ id, label: labels[at] ?? "", effects: /** @type {readonly Row[]} */ (/** @type {unknown} */ (effects ?? [])) }));
  return { by: choice.by, standard: Math.max(0, options.findIndex(({ id }) => id === choice.default)), options };
}

/**
 * @param {object} props
 * @param {Posed | null} props.posed
 * @param {readonly import("./data.js").Form[]} props.forms of effects
 * @param {string} props.phase in which the card is to be laid
 * @param {(posed: Posed | null) => void} props.onChange
 */
export function ChoiceForm({ posed, forms, phase, onChange }) {
  const say = useWord();
  const { board, pub } = useDesk();
  const late = phase !== "briefing" && phase !== "talk";
  const pose = (/** @type {boolean} */ on) => onChange(on ? nothingPosed() : null);
  const tick = html`<${CheckField} label=${say("choice.pose")} help=${say("choice.pose_help")} checked=${posed !== null} onChange=${pose} />`;
  if (posed === null) return tick;
  const put = (/** @type {number} */ at, /** @type {Partial<Posed["options"][number]>} */ part) =>
    onChange({ ...posed, options: posed.options.map((one, here) => (here === at ? { ...one, ...part } : one)) });
  const less = (/** @type {number} */ at) => onChange({ ...posed, standard: 0, options: posed.options.filter((_, here) => here !== at) });
  const by = [{ value: "all", label: say("choice.by_all") }, ...pub.seats.map((one) => ({ value: one.id, label: seatOf(board, one.id).name }))];
  const named = posed.options.map((one, at) => ({ value: String(at), label: one.label.trim() || say("choice.option", { number: at + 1 }) }));
  return html`<div class="stack">${tick}
    ${late && html`<p class="small line bad"><${Icon} name="triangle-alert" size="s" /><span>${say("choice.late")}</span></p>`}
    <${SelectField} label=${say("choice.by")} help=${say(posed.by === "all" ? "choice.by_all_help" : "choice.by_one_help")} value=${posed.by} options=${by} onChange=${(/** @type {string} */ value) => onChange({ ...posed, by: value })} />
    ${posed.options.map((option, at) => html`<fieldset key=${at} class="field form-rows choice-option"><legend class="line">${say("choice.option", { number: at + 1 })}
        ${posed.options.length > FEWEST && html`<button type="button" class="button button-icon button-quiet" aria-label=${say("form.remove", { what: say("choice.option", { number: at + 1 }) })} onClick=${() => less(at)}><${Icon} name="x" /></button>`}</legend>
      <${TextField} label=${say("choice.label")} value=${option.label} maxLength=${LABEL} autocomplete="off" onInput=${(/** @type {string} */ label) => put(at, { label: label.replaceAll("\n", " ") })} />
      <${FormRows} label=${say("form.effects")} help="" add=${say("form.add_effect")} forms=${forms} tag="type" rows=${option.effects} onChange=${(/** @type {readonly Row[]} */ effects) => put(at, { effects })} />
    </fieldset>`)}
    ${posed.options.length < IDS.length && html`<div class="actions actions-start"><${Button} kind="quiet" icon="plus" onClick=${() => onChange({ ...posed, options: [...posed.options, { label: "", effects: [] }] })}>${say("choice.add")}<//></div>`}
    <${SelectField} label=${say("choice.default")} help=${say("choice.default_help")} value=${String(posed.standard)} options=${named} onChange=${(/** @type {string} */ value) => onChange({ ...posed, standard: Number(value) })} />
  </div>`;
}
