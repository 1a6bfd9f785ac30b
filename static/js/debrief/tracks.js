/** The shared tracks over the game, and the trust placed in each agency: small charts with one cursor. */
import { html, useEffect, useState } from "../dom.js";
import { seatOf, text } from "../board.js";
import { Figure } from "../parts/figure.js";
import { LineChart } from "../parts/linechart.js";
import { Marker } from "../parts/marker.js";
import { Change } from "../parts/pips.js";
import { spanAt } from "./course.js";
import { bandsOf, clockAt, spanWords } from "./say.js";
import "./texts/nets.js";
import "./texts/tracks.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").Public} Public
 * @typedef {import("./course.js").Course} Course
 * @typedef {import("./shapes.js").Moment} Moment
 * @typedef {{ board: Board, course: Course, samples: readonly Moment[], shown: Moment }} Props
 * @typedef {"support" | "legal_pressure" | "counter" | "rating"} TrackName
 */

/** @type {readonly { name: TrackName, max: number, ticks: readonly number[], less?: boolean }[]} */
const TRACKS = Object.freeze([
  { name: "support", max: 10, ticks: [0, 5, 10] },
  { name: "legal_pressure", max: 10, ticks: [0, 5, 10], less: true },
  { name: "counter", max: 6, ticks: [0, 3, 6] },
  { name: "rating", max: 10, ticks: [0, 5, 10] },
]);

/**
 * A track over the line of play that counts: a point wherever it changes, and one at the end.
 * @param {Course} course
 * @param {TrackName} name
 */
function trackPoints(course, name) {
  const line = course.entries.filter((one) => !one.aside);
  const turns = line.filter((one, at) => at === 0 || at === line.length - 1 || line[at - 1]?.[name] !== one[name]);
  return turns.map((one) => ({ x: one.place, y: one[name] }));
}

/**
 * The last entry before the round of a moment: what changes are measured against.
 * @param {Course} course
 * @param {number} place
 */
function roundBefore(course, place) {
  const round = spanAt(course.rounds, place);
  return course.entries.findLast((one) => !one.aside && round !== null && one.place < round.from) ?? null;
}

/** @param {Board} board @param {Course} course */
function finding(board, course) {
  const line = course.entries.filter((one) => !one.aside);
  const [from, to] = [line[0]?.support ?? 0, line.at(-1)?.support ?? 0];
  const key = to > from ? "rose" : to < from ? "fell" : "same";
  const support = text(board, `tracks.${key}`, { first: from, last: to });
  return text(board, "tracks.and_counter", { support, counter: Math.max(...line.map((one) => one.counter)) });
}

/** From this width on a chart has room for its scales. */
const ROOMY = "(min-width: 40rem)";

function useRoomy() {
  const [roomy, setRoomy] = useState(() => matchMedia(ROOMY).matches);
  useEffect(() => {
    const media = matchMedia(ROOMY);
    const look = () => setRoomy(media.matches);
    media.addEventListener("change", look);
    return () => media.removeEventListener("change", look);
  }, []);
  return roomy;
}

/** @param {{ board: Board, course: Course, shown: Moment, onGo: (place: number) => void }} props */
export function Tracks({ board, course, shown, onGo }) {
  const before = roundBefore(course, shown.place);
  const bands = bandsOf(board, course);
  const roomy = useRoomy();
  const name = (/** @type {string} */ track) => text(board, `terms.${track}.name`);
  const table = {
    head: [text(board, "tracks.when"), ...TRACKS.map((one) => name(one.name))],
    rows: course.phases
      .filter((span) => !span.aside)
      .flatMap((span) => {
        const end = course.entries[span.to - 1];
        return end ? [[spanWords(board, span), ...TRACKS.map((track) => end[track.name])]] : [];
      }),
  };
  return html`<${Figure} caption=${finding(board, course)} detail=${text(board, "tracks.detail")} table=${table}>
    <div class="debrief-tracks">
      ${TRACKS.map((track) => {
        const value = shown.view.public[track.name];
        return html`<div key=${track.name} class="stack-s">
          <div class="line-between"><h2 class="debrief-track">${name(track.name)}</h2>
            <span class="line"><span class="debrief-number">${value}</span>${before && html`<${Change} by=${value - before[track.name]} lessIsBetter=${track.less ?? false} />`}</span></div>
          <${LineChart} stepped hideCaption small=${!roomy} height=${roomy ? 132 : 96} caption=${`${name(track.name)}: ${value}`} cursor=${shown.place} bands=${bands} onPick=${onGo}
            series=${[{ id: track.name, label: name(track.name), points: trackPoints(course, track.name) }]}
            x=${{ min: 1, max: Math.max(2, course.last) }} y=${{ min: 0, max: track.max, ticks: track.ticks.map((at) => ({ at, label: String(at) })) }} />
        </div>`;
      })}
    </div>
  <//>`;
}

/** @param {Public} shown @param {string} seat */
const placed = (shown, seat) => shown.seats.find((one) => one.id === seat)?.tokens ?? 0;

/**
 * The tokens placed with a seat at each sample and at the moment shown.
 * @param {readonly Moment[]} samples
 * @param {Moment} shown
 * @param {string} seat
 */
function trustPoints(samples, shown, seat) {
  const all = samples.some((one) => one.place === shown.place) ? samples : [...samples, shown];
  return [...all].sort((a, b) => a.place - b.place).map((one) => ({ x: one.place, y: placed(one.view.public, seat) }));
}

/** @param {Props & { onGo: (place: number) => void }} props */
export function TrustOver({ board, course, samples, shown, onGo }) {
  const began = roundBefore(course, shown.place);
  const before = samples.findLast((one) => began !== null && one.place <= began.place);
  const { seats } = shown.view.public;
  const most = Math.max(4, ...[...samples, shown].flatMap((one) => one.view.public.seats.map((seat) => seat.tokens)));
  const ticks = [{ at: 0, label: "0" }];
  return html`<div class="stack">
    <div><h2 class="debrief-heading">${text(board, "trust.title")} <span class="quiet">${text(board, "debrief.at", { at: clockAt(course, shown.place) })}</span></h2>
      <p class="quiet small">${text(board, "trust.detail")}</p></div>
    <div class="small-grid">
      ${seats.map(({ id, tokens }) => {
        const { look, code, short, name } = seatOf(board, id);
        const label = text(board, "trust.of", { seat: name });
        return html`<div key=${id} class="stack-s">
          <div class="who"><${Marker} look=${look} code=${code} size=${28} /><bdi class="strong">${short}</bdi></div>
          <${LineChart} small stepped hideCaption caption=${`${label}: ${tokens}`} cursor=${shown.place} onPick=${onGo}
            x=${{ min: 1, max: Math.max(2, course.last) }} y=${{ min: 0, max: most, ticks }}
            series=${[{ id, label: name, look, points: trustPoints(samples, shown, id) }]} />
          <div class="line-between"><span class="mono">${tokens}</span>${before && html`<${Change} by=${tokens - placed(before.view.public, id)} />`}</div>
        </div>`;
      })}
    </div>
  </div>`;
}
