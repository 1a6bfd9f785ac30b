/** A part that opens on request and is drawn from then on: what nobody has opened costs nothing. */
import { html, useState } from "../dom.js";

/**
 * @param {object} props
 * @param {import("../dom.js").Child} props.summary what stands there while it is closed
 * @param {string} [props.look] its class
 * @param {string} [props.state] for its looks
 * @param {() => import("../dom.js").Child} props.children
 */
export function Unfold({ summary, look = "fold", state, children }) {
  const [drawn, setDrawn] = useState(false);
  const draw = () => setDrawn(true);
  // The press comes before it opens: what is inside is there in the same picture. A browser that
  // opens it by itself, for what is searched on the page or printed, tells by `toggle`.
  return html`<details class=${look} data-state=${state} onToggle=${draw}>
    <summary onClick=${draw}>${summary}</summary>${drawn && children()}
  </details>`;
}
