/** Tracks: the rounds of a game, and values on a scale, each with its number beside the picture. */
import { html } from "../dom.js";
import { bring, useWord } from "../words.js";
import { Change } from "./pips.js";

bring({
  "part.track.round": "Round {round} of {rounds}",
  "part.meter.value": "{value} of {max}",
});

/** @param {number} length */
const upTo = (length) => Array.from({ length }, (_, at) => at + 1);

/**
 * @param {object} props
 * @param {number} props.round from 1; 0 before the first, `rounds + 1` after the last
 * @param {number} props.rounds
 */
export function RoundTrack({ round, rounds }) {
  const say = useWord();
  const at = (/** @type {number} */ n) => (n < round ? "past" : n === round ? "now" : "next");
  return html`<div role="img" aria-label=${say("part.track.round", { round, rounds })} class="track-wrap">
    <ul class="track" role="presentation">
      ${upTo(rounds).map((n) => html`<li key=${n} role="presentation" data-at=${at(n)}></li>`)}
    </ul>
  </div>`;
}

/**
 * A value from 0 to `max` as cells and as a number.
 *
 * @param {object} props
 * @param {import("../dom.js").Child} props.label
 * @param {string} props.name the label as plain text, for screen readers
 * @param {number} props.value
 * @param {number} props.max
 * @param {number} [props.change] since the last round; 0 is not worth a word
 * @param {boolean} [props.lessIsBetter] colours a rise as bad
 * @param {readonly number[]} [props.marks] values at which something happens, marked below the cells
 * @param {import("../dom.js").Child} [props.note] says in words what happens at the marks
 */
export function Meter({ label, name, value, max, change, lessIsBetter = false, marks = [], note }) {
  const say = useWord();
  return html`<div class="meter">
    <div class="meter-label">${label}</div>
    <div class="meter-value">
      ${change !== undefined && change !== 0 && html`<${Change} by=${change} lessIsBetter=${lessIsBetter} />`}
      <span>${value}<span class="quiet"> / ${max}</span></span>
    </div>
    <div class="meter-bar" role="img" aria-label=${`${name}: ${say("part.meter.value", { value, max })}`}>
      ${upTo(max).map(
        (n) => html`<span key=${n} class="meter-cell" data-on=${String(n <= value)} data-mark=${String(marks.includes(n))}></span>`,
      )}
    </div>
    ${note && html`<div class="meter-marks">${note}</div>`}
  </div>`;
}
