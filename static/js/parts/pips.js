/** Small countable things (trust tokens, budget) and a change of a number, with an arrow and a sign. */
import { html, useEffect, useRef, useState } from "../dom.js";
import { bring, useWord } from "../words.js";

bring({
  "part.meter.value": "{value} of {max}",
  "part.change.up": "up {by}",
  "part.change.down": "down {by}",
  "part.change.same": "unchanged",
});

/** @param {number} value */
function useGrown(value) {
  const before = useRef(value);
  const [grown, setGrown] = useState(0);
  useEffect(() => {
    setGrown(value > before.current ? value : 0);
    before.current = value;
  }, [value]);
  return grown;
}

/**
 * @param {object} props
 * @param {number} props.value
 * @param {number} props.max
 * @param {string} props.name what is counted, and whose: "Tax trusts you"
 * @param {number} [props.earned] how many of them, the last ones, are of another sort (striped)
 */
export function Pips({ value, max, name, earned = 0 }) {
  const say = useWord();
  const grown = useGrown(value);
  const on = (/** @type {number} */ n) => (n > value ? "false" : n > value - earned ? "earned" : "true");
  return html`<span class="pips" role="img" aria-label=${`${name}: ${say("part.meter.value", { value, max })}`}>
    ${Array.from({ length: max }, (_, at) => at + 1).map(
      (n) => html`<span key=${n} class="pip" data-on=${on(n)} data-bump=${String(n === grown)}></span>`,
    )}
  </span>`;
}

/**
 * @param {object} props
 * @param {number} props.by
 * @param {boolean} [props.lessIsBetter]
 */
export function Change({ by, lessIsBetter = false }) {
  const say = useWord();
  const way = by > 0 ? "up" : by < 0 ? "down" : "same";
  const size = Math.abs(by);
  const sign = { up: "+", down: "\u2212", same: "\u00b1" }[way];
  const points = { up: "M5 1L10 9H0z", down: "M0 1h10L5 9z", same: "" }[way];
  return html`<span class=${`change${lessIsBetter ? " change-flip" : ""}`} data-way=${way}>
    ${points && html`<svg viewBox="0 0 10 10" aria-hidden="true"><path d=${points} /></svg>`}
    <span class="visually-hidden">${say(`part.change.${way}`, { by: size })}</span>
    <span aria-hidden="true">${sign}${size}</span>
  </span>`;
}
