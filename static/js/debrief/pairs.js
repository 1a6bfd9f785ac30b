/** Trust over time between two agencies, in both directions. */
import { html, useState } from "../dom.js";
import { seatOf, text } from "../board.js";
import { SelectField } from "../parts/field.js";
import { LineChart } from "../parts/linechart.js";
import { spanAt } from "./course.js";
import { bandsOf, spanWords } from "./say.js";
import "./texts/knew.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").Public} Public
 * @typedef {import("./course.js").Course} Course
 * @typedef {import("./shapes.js").Moment} Moment
 */

const MOST = 3;

/** Tokens of one with the other. @param {Public} shown @param {string} from @param {string} to */
function tokensOf(shown, from, to) {
  const row = shown.seats.findIndex((one) => one.id === from);
  const column = shown.seats.findIndex((one) => one.id === to);
  return shown.trust[row]?.[column] ?? 0;
}

/**
 * The pair whose trust went up and down most, so that something is seen at once.
 * @param {readonly Moment[]} samples
 * @param {readonly string[]} seats
 */
function liveliest(samples, seats) {
  const moved = (/** @type {string} */ from, /** @type {string} */ to) =>
    samples.reduce((sum, one, at) => {
      const before = samples[at - 1];
      return before ? sum + Math.abs(tokensOf(one.view.public, from, to) - tokensOf(before.view.public, from, to)) : sum;
    }, 0);
  const pairs = seats.flatMap((one, at) => seats.slice(at + 1).map((other) => ({ one, other, by: moved(one, other) + moved(other, one) })));
  return pairs.reduce((best, pair) => (pair.by > (best?.by ?? -1) ? pair : best), pairs[0]);
}

/**
 * @param {{ board: Board, course: Course, samples: readonly Moment[], done: boolean, shown: Moment, onGo: (place: number) => void }} props
 */
export function PairTrust({ board, course, samples, done, shown, onGo }) {
  const seats = shown.view.public.seats.map((one) => one.id);
  const [picked, setPicked] = useState(/** @type {{ one: string, other: string } | null} */ (null));
  const found = picked ?? liveliest(done ? samples : [], seats) ?? { one: seats[0] ?? "", other: seats[1] ?? "" };
  const { one, other } = found;
  const all = samples.some((sample) => sample.place === shown.place) ? samples : [...samples, shown];
  const sorted = [...all].sort((a, b) => a.place - b.place);
  const line = (/** @type {string} */ from, /** @type {string} */ to) => ({
    id: from, label: text(board, "pairs.line", { from: seatOf(board, from).short, to: seatOf(board, to).short }), look: seatOf(board, from).look,
    points: sorted.map((sample) => ({ x: sample.place, y: tokensOf(sample.view.public, from, to) })),
  });
  const [there, back] = [tokensOf(shown.view.public, one, other), tokensOf(shown.view.public, other, one)];
  const caption = text(board, "pairs.caption", { one: seatOf(board, one).short, other: seatOf(board, other).short, there, back });
  const table = {
    head: [text(board, "pairs.when"), line(one, other).label, line(other, one).label],
    rows: course.phases.filter((span) => !span.aside).flatMap((span) => {
      const sample = sorted.findLast((at) => at.place >= span.from && at.place <= span.to);
      return sample ? [[spanWords(board, span), tokensOf(sample.view.public, one, other), tokensOf(sample.view.public, other, one)]] : [];
    }),
  };
  const options = seats.map((id) => ({ value: id, label: seatOf(board, id).name }));
  const span = spanAt(course.phases, shown.place);
  return html`<div class="stack">
    <div><h2 class="debrief-heading">${text(board, "pairs.title")}</h2><p class="quiet small">${text(board, "pairs.detail")}</p></div>
    <div class="knew-picks"><${SelectField} label=${text(board, "knew.one")} value=${one} options=${options} onChange=${(/** @type {string} */ id) => setPicked({ one: id, other: id === other ? one : other })} />
      <${SelectField} label=${text(board, "knew.other")} value=${other} options=${options} onChange=${(/** @type {string} */ id) => setPicked({ one: id === one ? other : one, other: id })} /></div>
    <${LineChart} stepped caption=${caption} detail=${span ? spanWords(board, span) : ""} height=${180} cursor=${shown.place} bands=${bandsOf(board, course)} table=${table} onPick=${onGo}
      series=${[line(one, other), line(other, one)]} x=${{ min: 1, max: Math.max(2, course.last) }}
      y=${{ min: 0, max: MOST, ticks: [0, 1, 2, 3].map((at) => ({ at, label: String(at) })) }} />
  </div>`;
}
