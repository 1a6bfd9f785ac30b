/** One icon of the sprite. Decoration only: what it means is said in words beside it. */
import { html } from "../dom.js";

/** A file that must do without a server has the sprite inside. */
const SPRITE = document.getElementById("icons") ? "" : new URL("../../icons.svg", import.meta.url).href;

/**
 * @param {object} props
 * @param {string} props.name one of `vendor/icons.txt`
 * @param {"s" | "m" | "l"} [props.size] 1.125, 1.375 or 1.75 times the text beside it
 * @param {string} [props.label] only where no words stand beside it
 */
export function Icon({ name, size = "m", label }) {
  return html`<svg
    class=${`icon icon-${size}`}
    role=${label ? "img" : null}
    aria-label=${label ?? null}
    aria-hidden=${label ? null : "true"}
    focusable="false"
  ><use href=${`${SPRITE}#${name}`} /></svg>`;
}
