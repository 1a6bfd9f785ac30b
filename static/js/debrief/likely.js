/** The launch curve: how likely an end was at each moment, as a model sees it, with the turning points. */
import { html, useRef, useState } from "../dom.js";
import { text } from "../board.js";
import { lineWords } from "../say.js";
import { Button } from "../parts/button.js";
import { Icon } from "../parts/icon.js";
import { SelectField } from "../parts/field.js";
import { LineChart, valueAt } from "../parts/linechart.js";
import { Notice } from "../parts/notice.js";
import { Change } from "../parts/pips.js";
import { numberAt, placeOf, spanAt } from "./course.js";
import { useCurve } from "./following.js";
import { useModel } from "./model.js";
import { Others } from "./others.js";
import { Pace } from "./pace.js";
import { bandsOf, clockAt, spanWords } from "./say.js";
import "./texts/curve.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("./course.js").Course} Course
 * @typedef {import("../protocol.js").LaunchCurve} Curve
 * @typedef {import("../protocol.js").CurveTurn} CurveTurn
 * @typedef {import("../parts/linechart.js").Sample} Sample
 */

const CURVES = Object.freeze(["joined_up", "launched", "facade", "withdrawn", "paper", "not_launched"]);

const percent = (/** @type {number} */ share) => Math.round(share * 100);

/** @param {Board} board @param {string} of */
const curveName = (board, of) => (of === "launched" ? text(board, "curve.launched") : text(board, `outcomes.${of}.name`));

/**
 * What was worked out, and halfway between neighbours a point that says that the line there is filled in.
 * @param {Curve} curve
 * @param {string} of
 * @param {Course} course
 * @returns {Sample[]}
 */
function samplesOf(curve, of, course) {
  const known = curve.points.flatMap((point) => {
    const chance = point.chances[of];
    return chance ? [{ x: placeOf(course, point.version), y: chance.mean, low: chance.low, high: chance.high }] : [];
  });
  return known.flatMap((one, at) => {
    const next = known[at + 1];
    if (!next) return [one];
    const half = (/** @type {number} */ a, /** @type {number} */ b) => (a + b) / 2;
    return [one, { x: half(one.x, next.x), y: half(one.y, next.y), low: half(one.low, next.low), high: half(one.high, next.high), exact: false }];
  });
}

/**
 * The chance at a place with its band; null where there is none.
 * @param {readonly Sample[]} samples
 * @param {Course} course
 * @param {number} place
 */
function chanceAt(samples, course, place) {
  if (spanAt(course.rounds, place)?.aside) return null;
  const last = samples.at(-1);
  const at = last ? Math.min(place, last.x) : place;
  const of = (/** @type {"y" | "low" | "high"} */ part) => valueAt(samples.map((one) => ({ x: one.x, y: one[part] ?? one.y })), at, false);
  const [mean, low, high] = [of("y"), of("low"), of("high")];
  if (mean === null || low === null || high === null) return null;
  return { mean, low, high, exact: samples.some((one) => one.exact !== false && one.x === at) };
}

/** @param {Board} board @param {Curve} curve @param {string} of @param {Course} course */
function finding(board, curve, of, course) {
  const [first, last] = [curve.points[0]?.chances[of], curve.points.at(-1)?.chances[of]];
  const high = curve.points.reduce((best, one) => ((one.chances[of]?.mean ?? 0) > (best?.chances[of]?.mean ?? -1) ? one : best), curve.points[0]);
  if (!first || !last || !high) return curveName(board, of);
  const span = spanAt(course.phases, placeOf(course, high.version));
  return text(board, "curve.finding", {
    of: curveName(board, of), first: percent(first.mean), last: percent(last.mean),
    high: percent(high.chances[of]?.mean ?? 0), when: span ? spanWords(board, span) : "",
  });
}

/**
 * @typedef {object} Props
 * @property {Board} board
 * @property {Course} course
 * @property {Curve} curve
 * @property {string} of
 * @property {number} place
 */

/** @param {Props & { onGo: (place: number) => void }} props */
function Chart({ board, course, curve, of, place, onGo }) {
  const samples = samplesOf(curve, of, course);
  const now = chanceAt(samples, course, place);
  const turns = curve.turns.filter((one) => one.of === of);
  const pins = turns.map((one, at) => ({ id: String(one.version), x: placeOf(course, one.version), number: at + 1, current: isCurrent(one, course, place) }));
  const side = now && html`<span class="figure-number block">${percent(now.mean)}%</span>
    <span class="quiet small block">${text(board, now.exact ? "curve.exact" : "curve.between", { at: clockAt(course, place) })}</span>
    ${percent(now.low) !== percent(now.high) && html`<span class="quiet small block">${text(board, "curve.band", { low: percent(now.low), high: percent(now.high) })}</span>`}`;
  const table = {
    head: [text(board, "curve.when"), text(board, "curve.chance"), text(board, "curve.low"), text(board, "curve.high"), text(board, "curve.games")],
    rows: curve.points.flatMap((point) => {
      const chance = point.chances[of];
      const span = spanAt(course.phases, placeOf(course, point.version));
      const when = span ? `${spanWords(board, span)}, ${clockAt(course, placeOf(course, point.version))}` : "";
      return chance ? [[when, percent(chance.mean), percent(chance.low), percent(chance.high), point.certain ? text(board, "curve.certain") : point.games]] : [];
    }),
  };
  const counts = curve.points.filter((one) => !one.certain).map((one) => one.games);
  const [games, most] = [Math.min(...counts), Math.max(...counts)];
  return html`<${LineChart} caption=${finding(board, curve, of, course)}
      side=${side} height=${260} cursor=${place} bands=${bandsOf(board, course)} pins=${pins} table=${table} onPick=${onGo}
      series=${[{ id: of, label: curveName(board, of), points: samples }]}
      x=${{ min: 1, max: Math.max(2, course.last) }}
      y=${{ min: 0, max: 1, ticks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: `${percent(at)}%` })) }} />
    <p class="quiet small">${text(board, counts.length ? "curve.detail" : "curve.detail_over", { games })}${most > games && ` ${text(board, "curve.detail_fine", { games: most })}`}</p>`;
}

/** @param {CurveTurn} turn @param {Course} course @param {number} place */
const isCurrent = (turn, course, place) => numberAt(course, place) > turn.first && numberAt(course, place) <= turn.last;

/** @param {Props & { seated: number, alternatives: (first: number, last: number) => string | null, clips: ReadonlySet<number>, onClip: ((version: number) => void) | null, onGo: (place: number) => void }} props */
function Turns({ board, course, curve, of, place, seated, alternatives, clips, onClip, onGo }) {
  const turns = curve.turns.filter((one) => one.of === of);
  const step = (/** @type {KeyboardEvent} */ event) => {
    const way = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (way === 0) return;
    const buttons = /** @type {HTMLElement[]} */ ([.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll("button.turn-go")]);
    const at = buttons.findIndex((one) => one === event.target);
    if (at < 0) return;
    const to = at + way;
    const turn = turns[to];
    event.preventDefault();
    if (!turn) return;
    buttons[to]?.focus();
    onGo(placeOf(course, turn.version));
  };
  const none = text(board, curve.state === "running" ? "curve.turns_later" : "curve.turns_none");
  return html`<section class="stack" aria-labelledby="turns-title">
    <div><h2 class="debrief-heading" id="turns-title">${text(board, "curve.turns")}</h2>
      <p class="quiet small">${turns.length === 0 ? none : text(board, "curve.turns_detail")}</p></div>
    <ol class="stack turns" onKeyDown=${step}>
      ${turns.map((one, at) => {
        const span = spanAt(course.phases, placeOf(course, one.version));
        const others = alternatives(one.first, one.last);
        return html`<li key=${one.version} class="turn" data-current=${String(isCurrent(one, course, place))}>
          <span class="turn-number" aria-hidden="true">${at + 1}</span>
          <div class="stack-s grow">
            <div class="line-between">
              <button type="button" class="debrief-link strong turn-go" aria-current=${isCurrent(one, course, place) ? "true" : null}
                onClick=${() => onGo(placeOf(course, one.version))}><span class="visually-hidden">${text(board, "curve.turn", { number: at + 1 })} </span>${span && spanWords(board, span)}</button>
              <${Change} by=${percent(one.after) - percent(one.before)} />
            </div>
            <p class="quiet small">${text(board, "curve.from_to", { before: percent(one.before), after: percent(one.after) })}</p>
            ${one.lines.length === 0 && html`<p class="small">${text(board, span?.phase === "plan" ? "curve.turn_plans" : "curve.turn_quiet")}</p>`}
            ${one.lines.length > 0 && html`<ul class="turn-lines">${one.lines.map((line, key) => {
              const { text: words, said } = lineWords(board, line, curve.words);
              return html`<li key=${key}>${words}${said !== null && html` <bdi class="debrief-said">“${said}”</bdi>`}</li>`;
            })}</ul>`}
            ${onClip && (clips.has(one.version)
              ? html`<p class="small"><span class="chip"><${Icon} name="check" size="s" /> ${text(board, "curve.is_clip")}</span></p>`
              : html`<button type="button" class="button button-quiet small debrief-go" onClick=${() => onClip(one.version)}>${text(board, "curve.to_clips")}<span class="visually-hidden"> (${at + 1})</span></button>`)}
            ${others && html`<${Others} board=${board} seated=${seated} address=${others} of=${of} name=${curveName(board, of)} turn=${text(board, "curve.turn", { number: at + 1 })} />`}
          </div></li>`;
      })}
    </ol>
  </section>`;
}

/**
 * The work on the curve, and what may be done about it. Its place stays when it is done: nothing below
 * moves while somebody is about to press it.
 * @param {object} props
 * @param {Board} props.board
 * @param {ReturnType<typeof useCurve>} props.follow
 * @param {boolean} props.open whether the curve is shown
 * @param {() => void} props.onShow
 */
function Work({ board, follow, open, onShow }) {
  const { curve, fault, sent, begin, stop, look } = follow;
  const running = curve?.state === "running";
  const some = curve !== null && curve.points.length > 0;
  const unfinished = curve !== null && !running && curve.state !== "done";
  const ran = useRef(false);
  ran.current ||= running;
  if (open && !ran.current && !fault && !unfinished) return null;
  return html`<div class="curve-work" data-ran=${String(ran.current)}>
    ${running && html`<${Pace} work=${curve} label=${text(board, "curve.working")} />`}
    ${ran.current && curve?.state === "done" && html`<p class="quiet small line"><${Icon} name="check" size="s" />${text(board, "curve.done")}</p>`}
    ${fault && html`<${Notice} kind="bad">${fault.sentence || text(board, "debrief.unreachable")}<//>`}
    <div class="actions actions-start">
      ${!curve && !fault && html`<span class="skeleton curve-bone"></span>`}
      ${some && !open && html`<${Button} icon="eye" onClick=${onShow}>${text(board, "curve.show")}<//>`}
      ${running && html`<${Button} icon="x" busy=${sent} onClick=${stop}>${text(board, "curve.stop")}<//>`}
      ${unfinished && html`<${Button} kind=${some ? "outline" : "primary"} icon="play" busy=${sent} onClick=${begin}>${text(board, some ? "curve.go_on" : "curve.begin")}<//>`}
      ${curve === null && fault && html`<${Button} icon="refresh-cw" onClick=${look}>${text(board, "debrief.retry")}<//>`}
    </div>
  </div>`;
}

/**
 * @param {object} props
 * @param {Board} props.board
 * @param {Course} props.course
 * @param {string} props.address of the curve
 * @param {string} props.table
 * @param {number} props.place
 * @param {number} props.seated how many seats the table has
 * @param {(first: number, last: number) => string | null} props.alternatives where those of a turning point are weighed; null: nowhere
 * @param {ReadonlySet<number>} props.clips the entries that are in the playlist
 * @param {((version: number) => void) | null} props.onClip adds one
 * @param {(place: number) => void} props.onGo
 */
export function LaunchCurve({ board, course, address, table, place, seated, alternatives, clips, onClip, onGo }) {
  const follow = useCurve(address);
  const { shown, turn } = useModel(table);
  const [of, setOf] = useState("joined_up");
  const { curve } = follow;
  const some = curve !== null && curve.points.length > 0;
  // Who has it shown finds its place kept until it is there.
  const comes = shown && curve === null && !follow.fault;
  const open = shown && some;
  const both = { board, course, curve, of, place };
  const why = some || curve?.state === "running" ? "curve.guess" : "curve.what";
  const options = CURVES.map((one) => ({ value: one, label: curveName(board, one) }));
  return html`<div class="debrief-grid">
    <section class=${`card card-roomy ${open || comes ? "span-8 curve-shown" : "span-12"}`} aria-labelledby="curve-title"><div class="card-body">
      <div class="line-between curve-head">
        <div><h2 class="debrief-heading" id="curve-title">${text(board, "curve.title")} <span class="quiet">${text(board, "curve.model")}</span></h2>
          ${!open && !comes && html`<div class="curve-why quiet">${["curve.what", "curve.guess"].map((one) => html`<p key=${one} data-said=${String(one === why)}>${text(board, one)}</p>`)}</div>`}</div>
        ${open && html`<div class="line curve-picks">
          <${SelectField} label=${text(board, "curve.of")} value=${of} options=${options} onChange=${setOf} />
          <${Button} icon="eye-off" onClick=${turn}>${text(board, "curve.hide")}<//>
        </div>`}
      </div>
      ${comes && html`<span class="skeleton curve-bones"></span>`}
      ${open && html`<${Chart} ...${both} onGo=${onGo} />`}
      ${!comes && html`<${Work} board=${board} follow=${follow} open=${open} onShow=${turn} />`}
    </div></section>
    ${comes && html`<div class="span-4 curve-turns"></div>`}
    ${open && html`<div class="span-4 curve-turns"><${Turns} ...${both} seated=${seated} alternatives=${alternatives} clips=${clips} onClip=${onClip} onGo=${onGo} /></div>`}
  </div>`;
}
