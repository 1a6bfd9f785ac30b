/** The marker of an agency: colour, shape and a two-letter code, so that no one sense carries it. */
import { html } from "../dom.js";

/** @typedef {import("../protocol.js").BoardSeat["colour"]} Look */

/** Each shape on a field of 40 by 40, and the height of the baseline of its code. */
const SHAPES = Object.freeze({
  blue: { path: "M20 2a18 18 0 1 1 0 36a18 18 0 1 1 0-36z", base: 24.6 },
  brick: { path: "M4 4h32v32H4z", base: 24.6 },
  jade: { path: "M20 2.5L38.5 37h-37z", base: 33 },
  violet: { path: "M20 1L39 20L20 39L1 20z", base: 24.6 },
  ochre: { path: "M13 2.5h14V13h10.5v14H27v10.5H13V27H2.5V13H13z", base: 24.6 },
  teal: { path: "M20 1.5L36.5 10.8v18.4L20 38.5L3.5 29.2V10.8z", base: 24.6 },
  plum: { path: "M3.5 37V19a16.5 16.5 0 0 1 33 0v18z", base: 27 },
});

/** Looks in the order in which seats take them. */
export const LOOKS = Object.freeze(/** @type {Look[]} */ (Object.keys(SHAPES)));

/**
 * The shape and the code, without an `svg` around: for drawings that hold several.
 *
 * @param {object} props
 * @param {Look} props.look
 * @param {string} props.code two letters
 * @param {number} [props.size] px, for the weight of the code
 */
export function MarkerShape({ look, code, size = 32 }) {
  const { path, base } = SHAPES[look];
  const type = size < 30 ? 15.5 : 13;
  return html`<path class="marker-shape" d=${path} /><text
      class="marker-code" x="20" y=${base} style=${{ fontSize: `${type}px` }}>${code}</text>`;
}

/**
 * @param {object} props
 * @param {Look} props.look
 * @param {string} props.code
 * @param {number} [props.size] px where the page's text is 16 px, growing with it
 * @param {string} [props.name] said by a screen reader; leave out where the name stands beside it
 * @param {boolean} [props.open] nobody sits there: drawn as an outline
 */
export function Marker({ look, code, size = 32, name, open = false }) {
  return html`<svg
    class=${`marker seat-${look}${open ? " marker-open" : ""}`}
    width=${`${size / 16}rem`}
    height=${`${size / 16}rem`}
    viewBox="0 0 40 40"
    role=${name ? "img" : null}
    aria-label=${name ?? null}
    aria-hidden=${name ? null : "true"}
  ><${MarkerShape} look=${look} code=${code} size=${size} /></svg>`;
}

/**
 * A marker with its agency's name and a second line.
 *
 * @param {object} props
 * @param {Look} props.look
 * @param {string} props.code
 * @param {string} props.name
 * @param {import("../dom.js").Child} [props.detail]
 * @param {number} [props.size] px
 * @param {boolean} [props.open]
 */
export function Who({ look, code, name, detail, size = 36, open = false }) {
  return html`<div class="who">
    <${Marker} look=${look} code=${code} size=${size} open=${open} />
    <div class="who-text">
      <bdi class="strong">${name}</bdi>
      ${detail && html`<span class="quiet">${detail}</span>`}
    </div>
  </div>`;
}
