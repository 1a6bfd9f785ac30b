/** A term that explains itself in one sentence where it stands. The sentence comes from the ruleset. */
import { html, useId, useState } from "../dom.js";
import { bring, useWord } from "../words.js";
import { Icon } from "./icon.js";

bring({ "part.explain.what": "What is meant by {term}" });

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
 * A heading with its sentence behind a button of its own: within, it would take the heading's name.
 *
 * @param {object} props
 * @param {"h2" | "h3"} [props.level]
 * @param {string} [props.id] of the heading
 * @param {string} props.title
 * @param {string} props.text one sentence
 */
export function ExplainedHeading({ level = "h2", id, title, text }) {
  const say = useWord();
  const [open, setOpen] = useState(false);
  const about = useId();
  return html`<div class="explained">
    <${level} id=${id}>${title}<//>
    <button type="button" class="explained-ask" aria-expanded=${String(open)} aria-controls=${about}
      aria-label=${say("part.explain.what", { term: title })} onClick=${() => setOpen(!open)}><${Icon} name="circle-help" size="s" /></button>
    <p id=${about} hidden=${!open}>${text}</p>
  </div>`;
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
