/** The tables of a session side by side: one track over the rounds, and how each ended. */
import { html, useEffect, useMemo, useState } from "../dom.js";
import { read } from "../ask.js";
import { text } from "../board.js";
import { SelectField } from "../parts/field.js";
import { LineChart } from "../parts/linechart.js";
import { Notice } from "../parts/notice.js";
import { signed } from "./say.js";
import "./texts/comparing.js";
import "./texts/outcome.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").Course} SentCourse
 * @typedef {import("../protocol.js").CourseEntry} SentEntry
 * @typedef {import("../parts/marker.js").Look} Look
 * @typedef {import("./shapes.js").TableName} TableName
 * @typedef {{ table: TableName, course: SentCourse }} Line
 * @typedef {"support" | "legal_pressure" | "counter" | "rating" | "signed" | "live"} Measured
 */

/** @type {readonly Measured[]} */
const MEASURES = Object.freeze(["live", "signed", "support", "legal_pressure", "counter", "rating"]);
/** @type {readonly Look[]} */
const LOOKS = Object.freeze(["blue", "brick", "jade", "violet", "ochre", "teal", "plum"]);
const QUARTERS = 4;

/** A, B, C: by this a line is told from another without its colour. @param {number} at */
const letter = (at) => String.fromCharCode(65 + (at % 26));

/**
 * The steps of a game that tables have in common: each round's end, then each quarter's.
 * @param {SentEntry} entry
 * @param {number} rounds
 */
export const stepOf = (entry, rounds) => (entry.phase === "year_one" || entry.phase === "ended" ? rounds + entry.quarter : entry.round);

/**
 * The value at the end of each step, of the line that counts.
 * @param {SentCourse} course
 * @param {Measured} measured
 * @param {number} rounds
 */
function pointsOf(course, measured, rounds) {
  const ends = /** @type {Map<number, number>} */ (new Map());
  for (const entry of course.entries) {
    if (entry.aside || entry.phase === "lobby") continue;
    if (ends.size === 0) ends.set(0, entry[measured]);
    ends.set(stepOf(entry, rounds), entry[measured]);
  }
  return [...ends].sort(([a], [b]) => a - b).map(([x, y]) => ({ x, y }));
}

/**
 * What the comparison shows: where the tables ended.
 * @param {Board} board
 * @param {string} of
 * @param {readonly { name: string, end: number }[]} ends
 */
function finding(board, of, ends) {
  const [first, ...others] = [...ends].sort((a, b) => a.end - b.end);
  const last = others.at(-1);
  if (!first || !last) return of;
  if (first.end === last.end) return text(board, "compare.same", { of, value: first.end });
  return text(board, "compare.apart", { of, low: first.end, least: first.name, high: last.end, most: last.name });
}

/** @param {readonly TableName[]} tables */
function useLines(tables) {
  const [lines, setLines] = useState(/** @type {readonly Line[]} */ ([]));
  const [failed, setFailed] = useState(false);
  const ids = tables.map((one) => one.id).join(" ");
  useEffect(() => {
    const gone = new AbortController();
    void Promise.all(tables.map((one) => read(`/api/tables/${one.id}/course`, gone.signal))).then((answers) => {
      if (gone.signal.aborted) return;
      setFailed(answers.some((answer) => !answer.ok));
      setLines(answers.flatMap((answer, at) => (answer.ok && tables[at] ? [{ table: tables[at], course: /** @type {SentCourse} */ (answer.value) }] : [])));
    });
    return () => gone.abort();
  }, [ids]);
  return { lines, failed };
}

/** @param {{ board: Board, tables: readonly TableName[], current: string, rounds: number }} props */
export function Compare({ board, tables, current, rounds }) {
  const { lines, failed } = useLines(tables);
  const [measured, setMeasured] = useState(/** @type {Measured} */ ("live"));
  const last = rounds + QUARTERS;
  const drawn = useMemo(() => lines.map((one) => pointsOf(one.course, measured, rounds)), [lines, measured, rounds]);
  const name = (/** @type {Measured} */ one) => text(board, `compare.${one}`);
  const top = Math.max(4, ...drawn.flat().map((point) => point.y));
  const step = (/** @type {number} */ at) => (at <= rounds ? text(board, "scrub.round_short", { round: at }) : text(board, "compare.quarter", { quarter: at - rounds }));
  const steps = Array.from({ length: last }, (_, at) => at + 1);
  const series = lines.map((one, at) => ({
    id: one.table.id, label: one.table.name, look: LOOKS[at % LOOKS.length] ?? "blue", points: drawn[at] ?? [], mark: letter(at),
  }));
  const table = {
    head: [text(board, "compare.when"), ...lines.map((one) => one.table.name)],
    rows: steps.map((at) => [step(at), ...drawn.map((points) => points.find((point) => point.x === at)?.y ?? "")]),
  };
  const ends = lines.flatMap((one, at) => {
    const end = drawn[at]?.at(-1);
    return end ? [{ name: one.table.name, end: end.y }] : [];
  });
  const parent = (/** @type {TableName} */ one) => tables.find((other) => other.id === one.parent)?.name ?? "";
  return html`<section class="stack" aria-labelledby="compare-title">
    <div class="line-between curve-head"><div><h2 class="debrief-heading" id="compare-title">${text(board, "compare.title")}</h2>
      <p class="quiet small">${text(board, "compare.what")}</p></div>
      <div class="line curve-picks"><${SelectField} label=${text(board, "compare.of")} value=${measured} options=${MEASURES.map((one) => ({ value: one, label: name(one) }))}
        onChange=${(/** @type {string} */ one) => setMeasured(/** @type {Measured} */ (one))} /></div></div>
    ${failed && html`<${Notice} kind="bad">${text(board, "compare.failed")}<//>`}
    <${LineChart} caption=${finding(board, name(measured), ends)} series=${series} stepped height=${240} table=${table}
      x=${{ min: 0, max: last + 0.5 }} bands=${steps.map((at) => ({ from: at - 1, to: at, label: step(at), short: step(at) }))}
      y=${{ min: 0, max: top, ticks: [0, Math.round(top / 2), top].map((at) => ({ at, label: String(at) })) }} />
    <div class="table-wrap" tabindex="0" role="group" aria-label=${text(board, "compare.title")}><table class="table compare-tables">
      <thead><tr><th scope="col">${text(board, "compare.table")}</th><th scope="col">${text(board, "compare.outcome")}</th>
        <th scope="col" class="num">${text(board, "outcome.public_value")}</th><th scope="col">${text(board, "compare.from")}</th></tr></thead>
      <tbody>${lines.map((one, at) => html`<tr key=${one.table.id}><th scope="row"><span class="line"><span class=${`compare-mark seat-${LOOKS[at % LOOKS.length]}`} aria-hidden="true">${letter(at)}</span>
          ${one.table.id === current ? html`<strong>${one.table.name}</strong>` : html`<a href=${`/debrief/${one.table.id}`}>${one.table.name}</a>`}</span></th>
        <td>${one.course.outcome ? text(board, `outcomes.${one.course.outcome}.name`) : text(board, "compare.playing")}</td>
        <td class="num">${one.course.public_value === null ? "" : signed(one.course.public_value)}</td>
        <td>${one.table.parent ? text(board, "compare.entry", { parent: parent(one.table), version: one.table.parent_version ?? 0 }) : text(board, "compare.start")}</td></tr>`)}</tbody>
    </table></div>
  </section>`;
}
