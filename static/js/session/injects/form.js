/** Rows of effects or cues, filled in by forms that the server describes; and the seats a card is for. */
import { html } from "../../dom.js";
import { seatOf, text } from "../../board.js";
import { useWord } from "../../words.js";
import { Button } from "../../parts/button.js";
import { CheckField, SelectField, TextField } from "../../parts/field.js";
import { Icon } from "../../parts/icon.js";
import { useDesk } from "../desk.js";
import { valueName } from "./words.js";
import "../texts/form.js";

/**
 * @typedef {import("./data.js").Form} Form
 * @typedef {Form["fields"][number]} FormField
 * @typedef {Readonly<Record<string, string | number | boolean>>} Row with its tag under `type` or `is`
 */

/** What may stand in a field. @param {FormField} field @returns {{ value: string, label: string }[]} */
function useOptions(field) {
  const say = useWord();
  const { board, pub } = useDesk();
  const seats = pub.seats.map((one) => ({ value: one.id, label: seatOf(board, one.id).name }));
  const links = pub.dependencies.map((one) => ({ value: one.id, label: text(board, `dependencies.${one.id}.name`) }));
  const words = (/** @type {string} */ one) => ({ value: one, label: valueName(board, say, one, field.name) });
  switch (field.takes) {
    case "seat":
      return seats;
    case "dependency":
      return links;
    case "who":
      return [{ value: "all", label: say("form.all_seats") }, ...seats];
    case "which":
      return [{ value: "all", label: say("form.all_links") }, { value: "drawn", label: say("form.drawn") }, ...links];
    case "yes":
      return [{ value: "true", label: say("change.yes") }, { value: "false", label: say("change.no") }];
    default:
      return field.options.map(words);
  }
}

/** @param {{ field: FormField, value: string | number | boolean | undefined, onChange: (value: string | number | boolean | undefined) => void }} props */
function Field({ field, value, onChange }) {
  const say = useWord();
  const options = useOptions(field);
  const label = say(`form.${field.name}`);
  if (field.takes === "number") {
    const type = (/** @type {string} */ typed) => onChange(typed.trim() === "" || Number.isNaN(Number(typed)) ? undefined : Math.trunc(Number(typed)));
    const help = field.low === null ? "" : say("form.ends", { low: field.low, high: field.high ?? "" });
    return html`<${TextField} label=${label} help=${help} value=${value === undefined ? "" : String(value)} inputmode="text" autocomplete="off" onInput=${type} />`;
  }
  const all = field.needed ? options : [{ value: "", label: say("form.none") }, ...options];
  const pick = (/** @type {string} */ picked) => onChange(picked === "" ? undefined : field.takes === "yes" ? picked === "true" : picked);
  return html`<${SelectField} label=${label} value=${value === undefined ? "" : String(value)} options=${all} onChange=${pick} />`;
}

/**
 * A new row of this form, with the first thing that each field needs.
 * @param {Form} form
 * @param {"type" | "is"} tag
 * @param {import("../../protocol.js").Public} pub
 * @returns {Row}
 */
export function blank(form, tag, pub) {
  /** @type {Record<string, string | number | boolean>} */
  const row = { [tag]: form.tag };
  for (const field of form.fields) {
    if (!field.needed) continue;
    if (field.takes === "number") row[field.name] = Math.max(1, field.low ?? 1);
    else if (field.takes === "yes") row[field.name] = true;
    else if (field.takes === "who" || field.takes === "which") row[field.name] = "all";
    else if (field.takes === "seat") row[field.name] = pub.seats[0]?.id ?? "";
    else if (field.takes === "dependency") row[field.name] = pub.dependencies[0]?.id ?? "";
    else row[field.name] = field.options[0] ?? "";
  }
  return row;
}

/**
 * @param {object} props
 * @param {string} props.label
 * @param {string} props.help
 * @param {string} props.add on the button
 * @param {readonly Form[]} props.forms
 * @param {"type" | "is"} props.tag
 * @param {readonly Row[]} props.rows
 * @param {(rows: readonly Row[]) => void} props.onChange
 */
export function FormRows({ label, help, add, forms, tag, rows, onChange }) {
  const say = useWord();
  const { pub } = useDesk();
  const put = (/** @type {number} */ at, /** @type {Row} */ row) => onChange(rows.map((one, here) => (here === at ? row : one)));
  const kinds = forms.map((one) => ({ value: one.tag, label: say(`form.${tag}.${one.tag}`) }));
  const set = (/** @type {number} */ at, /** @type {string} */ name, /** @type {string | number | boolean | undefined} */ value) => {
    const { [name]: _, ...rest } = rows[at] ?? {};
    put(at, value === undefined ? rest : { ...rest, [name]: value });
  };
  const more = () => {
    const first = forms[0];
    if (first) onChange([...rows, blank(first, tag, pub)]);
  };
  return html`<fieldset class="field form-rows"><legend>${label}</legend>${help && html`<p class="help">${help}</p>`}
    ${rows.map((row, at) => {
      const form = forms.find((one) => one.tag === row[tag]);
      return html`<div key=${at} class="form-row" role="group" aria-label=${`${label} ${at + 1}`}>
        <${SelectField} label=${say("form.what")} value=${String(row[tag])} options=${kinds} onChange=${(/** @type {string} */ kind) => {
          const next = forms.find((one) => one.tag === kind);
          if (next) put(at, blank(next, tag, pub));
        }} />
        ${form?.fields.map((field) => html`<${Field} key=${field.name} field=${field} value=${row[field.name]} onChange=${(/** @type {string | number | boolean | undefined} */ value) => set(at, field.name, value)} />`)}
        <button type="button" class="button button-icon button-quiet form-row-less" aria-label=${say("form.remove", { what: `${label} ${at + 1}` })}
          onClick=${() => onChange(rows.filter((_, here) => here !== at))}><${Icon} name="x" /></button>
      </div>`;
    })}
    <div class="actions actions-start"><${Button} kind="quiet" icon="plus" onClick=${more}>${add}<//></div>
  </fieldset>`;
}

/**
 * Whom a card is for: all, or those who are ticked.
 * @param {{ to: readonly string[], onChange: (to: readonly string[]) => void }} props
 */
export function ToSeats({ to, onChange }) {
  const say = useWord();
  const { board, pub } = useDesk();
  const flip = (/** @type {string} */ id, /** @type {boolean} */ on) => onChange(pub.seats.map((one) => one.id).filter((one) => (one === id ? on : to.includes(one))));
  return html`<fieldset class="field"><legend>${say("form.to")}</legend>
    <p class="help">${say(to.length ? "form.to_some_help" : "form.to_all_help")}</p>
    <div class="choices choices-2">${pub.seats.map((one) => html`<${CheckField} key=${one.id} label=${seatOf(board, one.id).name} checked=${to.includes(one.id)} onChange=${(/** @type {boolean} */ on) => flip(one.id, on)} />`)}</div>
  </fieldset>`;
}
