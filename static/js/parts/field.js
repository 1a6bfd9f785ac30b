/** Fields with a label above and what is wrong beside. They hold nothing: the page keeps the draft. */
import { html, useId } from "../dom.js";
import { bring, useWord } from "../words.js";
import { Icon } from "./icon.js";

bring({
  "part.stepper.less": "Less",
  "part.stepper.more": "More",
});

/**
 * @typedef {object} Common
 * @property {string} label
 * @property {string} [help]
 * @property {string | null} [error]
 * @property {string} [name]
 */

/** @param {{ id: string, help?: string, error?: string | null }} props */
function Beside({ id, help, error }) {
  return html`<div id=${id} class="stack-s">
    ${error && html`<p class="error"><${Icon} name="triangle-alert" /><span>${error}</span></p>`}
    ${help && html`<p class="help">${help}</p>`}
  </div>`;
}

/** @param {Event} event */
const typed = (event) => /** @type {HTMLInputElement} */ (event.currentTarget).value;

/**
 * One line of text, or several.
 *
 * @param {Common & { value: string, onInput: (value: string) => void, rows?: number, code?: boolean,
 *   maxLength?: number, placeholder?: string, autocomplete?: string, inputmode?: string,
 *   readOnly?: boolean }} props
 */
export function TextField({ label, help, error, rows, code = false, onInput, ...rest }) {
  const id = useId();
  const tag = rows ? "textarea" : "input";
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <${tag} id=${id} ...${rest} type=${rows ? null : "text"} rows=${rows ?? null}
      class=${`input${code ? " input-code" : ""}`}
      spellcheck=${code ? "false" : null} autocapitalize=${code ? "characters" : null}
      aria-invalid=${error ? "true" : null} aria-describedby=${help || error ? `${id}-b` : null}
      onInput=${(/** @type {Event} */ event) => onInput(typed(event))} />
    ${(help || error) && html`<${Beside} id=${`${id}-b`} help=${help} error=${error} />`}
  </div>`;
}

/**
 * @param {Common & { value: string, onChange: (value: string) => void,
 *   options: readonly { value: string, label: string, disabled?: boolean }[] }} props
 */
export function SelectField({ label, help, error, name, value, onChange, options }) {
  const id = useId();
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select id=${id} class="input" name=${name} value=${value} aria-invalid=${error ? "true" : null}
      aria-describedby=${help || error ? `${id}-b` : null}
      onChange=${(/** @type {Event} */ event) => onChange(typed(event))}>
      ${options.map(
        (one) => html`<option key=${one.value} value=${one.value} selected=${one.value === value} disabled=${one.disabled ?? false}>${one.label}</option>`,
      )}
    </select>
    ${(help || error) && html`<${Beside} id=${`${id}-b`} help=${help} error=${error} />`}
  </div>`;
}

/**
 * A whole number between two bounds, with large buttons.
 *
 * @param {Common & { value: number, min: number, max: number, onChange: (value: number) => void }} props
 */
export function NumberStepper({ label, help, error, name, value, min, max, onChange }) {
  const say = useWord();
  const id = useId();
  const step = (/** @type {number} */ by) => () => onChange(Math.min(max, Math.max(min, value + by)));
  const type = (/** @type {Event} */ event) => {
    const number = Number.parseInt(typed(event), 10);
    if (!Number.isNaN(number)) onChange(number);
  };
  const turn = (/** @type {string} */ icon, /** @type {number} */ by, /** @type {string} */ key) =>
    html`<button type="button" class="button button-icon button-outline" aria-label=${`${label}: ${say(key)}`}
      aria-disabled=${(by < 0 ? value <= min : value >= max) ? "true" : null} onClick=${step(by)}>
      <${Icon} name=${icon} /></button>`;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <div class="stepper">
      ${turn("minus", -1, "part.stepper.less")}
      <input id=${id} name=${name} class="input" type="number" inputmode="numeric" min=${min} max=${max} step="1"
        value=${value} aria-invalid=${error ? "true" : null} aria-describedby=${help || error ? `${id}-b` : null} onInput=${type} />
      ${turn("plus", 1, "part.stepper.more")}
    </div>
    ${(help || error) && html`<${Beside} id=${`${id}-b`} help=${help} error=${error} />`}
  </div>`;
}

/**
 * @typedef {object} Choice
 * @property {string} value
 * @property {import("../dom.js").Child} label
 * @property {import("../dom.js").Child} [detail]
 * @property {import("../dom.js").Child} [mark] a marker or an icon at the end
 * @property {string} [reason] why it cannot be chosen now
 */

/**
 * One of several, each a card that can say more about itself.
 *
 * @param {Common & { name: string, value: string | null, options: readonly Choice[], columns?: boolean,
 *   onChange: (value: string) => void }} props
 */
export function RadioCards({ label, help, error, name, value, options, columns = false, onChange }) {
  const id = useId();
  return html`<fieldset class="field" aria-describedby=${help || error ? `${id}-b` : null}>
    <legend>${label}</legend>
    <div class=${`choices${columns ? " choices-2" : ""}`}>
      ${options.map(
        (one) => html`<label key=${one.value} class="choice">
          <input type="radio" name=${name} value=${one.value} checked=${one.value === value}
            disabled=${Boolean(one.reason)} onChange=${() => onChange(one.value)} />
          <span class="choice-text">
            <span class="strong">${one.label}</span>
            ${one.detail && html`<span class="quiet small">${one.detail}</span>`}
            ${one.reason && html`<span class="reason"><${Icon} name="info" size="s" /><span>${one.reason}</span></span>`}
          </span>
          ${one.mark}
        </label>`,
      )}
    </div>
    ${(help || error) && html`<${Beside} id=${`${id}-b`} help=${help} error=${error} />`}
  </fieldset>`;
}

/**
 * @param {{ label: import("../dom.js").Child, help?: string, name?: string, checked: boolean,
 *   disabled?: boolean, onChange: (checked: boolean) => void }} props
 */
export function CheckField({ label, help, name, checked, disabled = false, onChange }) {
  const flip = (/** @type {Event} */ event) =>
    onChange(/** @type {HTMLInputElement} */ (event.currentTarget).checked);
  return html`<label class="check">
    <input type="checkbox" name=${name} checked=${checked} disabled=${disabled} onChange=${flip} />
    <span class="choice-text"><span>${label}</span>${help && html`<span class="help">${help}</span>`}</span>
  </label>`;
}
