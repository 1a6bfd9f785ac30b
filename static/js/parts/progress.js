/** Long work, how far it is, and what it is doing. */
import { html, useId } from "../dom.js";
import { bring, useWord } from "../words.js";

bring({
  "part.progress.value": "{value} of {max}",
});

/**
 * @param {object} props
 * @param {string} props.label
 * @param {number} [props.value] left out: not known how far
 * @param {number} [props.max]
 * @param {string} [props.detail] in place of "value of max"
 */
export function Progress({ label, value, max = 100, detail }) {
  const say = useWord();
  const id = useId();
  const told = detail ?? (value === undefined ? "" : say("part.progress.value", { value, max }));
  return html`<div class="progress">
    <div class="line-between"><label for=${id}>${label}</label><span class="mono small quiet">${told}</span></div>
    <progress id=${id} value=${value ?? null} max=${max}></progress>
  </div>`;
}
