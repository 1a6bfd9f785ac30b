/** A day, with the browser's own calendar. */
import { html, useId } from "../dom.js";

/** @param {{ label: string, value: string, onInput: (value: string) => void }} props */
export function DateField({ label, value, onInput }) {
  const id = useId();
  const typed = (/** @type {Event} */ event) => onInput(/** @type {HTMLInputElement} */ (event.currentTarget).value);
  return html`<div class="field"><label for=${id}>${label}</label><input id=${id} class="input" type="date" value=${value} onInput=${typed} /></div>`;
}
