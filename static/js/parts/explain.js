/** A term that explains itself in one sentence where it stands. The sentence comes from the ruleset. */
import { html } from "../dom.js";
import { Icon } from "./icon.js";

/**
 * @param {object} props
 * @param {import("../dom.js").Child} props.term
 * @param {string} props.text one sentence
 */
export function Explain({ term, text }) {
  return html`<details class="explain">
    <summary>${term}<${Icon} name="circle-help" /></summary>
    <p>${text}</p>
  </details>`;
}

/**
 * A longer part that opens on request.
 *
 * @param {object} props
 * @param {import("../dom.js").Child} props.title
 * @param {import("../dom.js").Child} props.children
 * @param {boolean} [props.open] at first
 */
export function Fold({ title, children, open }) {
  return html`<details class="fold" open=${open}><summary>${title}</summary>${children}</details>`;
}
