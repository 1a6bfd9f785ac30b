/** Values over the course of a game: lines with bands, pins and a cursor. It draws; it calculates nothing. */
import { html, useId } from "../dom.js";
import { bring, useWord } from "../words.js";
import { Figure } from "./figure.js";
import { pathOf, scale, spread } from "./geometry.js";
import { useRoom } from "./size.js";

bring({
  "part.chart.exact": "calculated",
  "part.chart.between": "filled in between",
});

/**
 * @typedef {{ x: number, y: number, low?: number, high?: number, exact?: boolean }} Sample
 *   low, high: ends of the band; exact false: filled in between calculated ones
 * @typedef {{ id: string, label: string, look?: import("./marker.js").Look, points: readonly Sample[], mark?: string }} Series
 *   mark: a letter at its end, where there are several
 * @typedef {{ from: number, to: number, label: string, short: string }} Band a round
 * @typedef {{ id: string, x: number, number: string | number, current?: boolean }} Pin
 * @typedef {{ at: number, label: string }} Tick
 * @typedef {(value: number) => number} Scale
 */

/** Px that the long name of a round takes, with air. */
const ROUND_ROOM = 66;
/** Px of a pin's head from middle to rim, and from its middle to the next one's. */
const PIN = { rim: 11, apart: 25 };

/**
 * Runs of neighbouring points joined by lines of one kind.
 *
 * @param {readonly Sample[]} points
 * @returns {{ exact: boolean, points: Sample[] }[]}
 */
function runsOf(points) {
  const runs = /** @type {{ exact: boolean, points: Sample[] }[]} */ ([]);
  points.forEach((point, at) => {
    const before = points[at - 1];
    if (!before) return;
    const exact = before.exact !== false && point.exact !== false;
    const last = runs.at(-1);
    if (last && last.exact === exact) last.points.push(point);
    else runs.push({ exact, points: [before, point] });
  });
  return runs;
}

/**
 * Points that were calculated while the line on both sides of them is filled in: only a dot shows them.
 *
 * @param {readonly Sample[]} points
 */
function lonePoints(points) {
  const filled = (/** @type {Sample | undefined} */ one) => one !== undefined && one.exact === false;
  return points.filter((one, at) => one.exact !== false && (filled(points[at - 1]) || filled(points[at + 1])));
}

/** @param {{ series: Series, x: Scale, y: Scale, stepped: boolean }} props */
function Line({ series, x, y, stepped }) {
  const banded = series.points.filter((at) => at.low !== undefined && at.high !== undefined);
  const upper = banded.map((at) => ({ x: at.x, y: at.high ?? at.y }));
  const lower = banded.map((at) => ({ x: at.x, y: at.low ?? at.y })).reverse();
  return html`<g class=${series.look ? `seat-${series.look}` : null}>
    ${banded.length > 1 && html`<path class="chart-area" d=${`${pathOf([...upper, ...lower], x, y, false)}Z`} />`}
    ${runsOf(series.points).map(
      (run, at) => html`<path key=${at} class=${`chart-line${run.exact ? "" : " chart-line-guess"}`} d=${pathOf(run.points, x, y, stepped)} />`,
    )}
    ${lonePoints(series.points).map((one) => html`<circle key=${one.x} class="chart-point" cx=${x(one.x)} cy=${y(one.y)} r="4" />`)}
  </g>`;
}

/**
 * The value of a series at x, for the dot on the cursor.
 *
 * @param {readonly Sample[]} points in order of x
 * @param {number} at
 * @param {boolean} stepped
 * @returns {number | null} null: the series has not begun, or is over
 */
export function valueAt(points, at, stepped) {
  const next = points.findIndex((point) => point.x >= at);
  const [after, before] = [points[next], points[next - 1]];
  if (!after) return stepped ? (points.at(-1)?.y ?? null) : null;
  if (after.x === at || !before) return after.x === at ? after.y : null;
  if (stepped) return before.y;
  return before.y + ((after.y - before.y) * (at - before.x)) / (after.x - before.x);
}

/**
 * @param {object} props
 * @param {string} props.caption the finding, in a sentence
 * @param {import("../dom.js").Child} [props.detail]
 * @param {import("../dom.js").Child} [props.side] the one number that matters, at the end
 * @param {boolean} [props.hideCaption]
 * @param {readonly Series[]} props.series
 * @param {{ min: number, max: number }} props.x
 * @param {{ min: number, max: number, ticks: readonly Tick[] }} props.y
 * @param {readonly Band[]} [props.bands]
 * @param {readonly Pin[]} [props.pins]
 * @param {number | null} [props.cursor] what lies later is drawn faint
 * @param {boolean} [props.stepped]
 * @param {boolean} [props.small] no labels: one of many side by side
 * @param {number} [props.height] units of parts/size.js, as all lengths here
 * @param {import("./figure.js").FigureTable} [props.table]
 * @param {(x: number) => void} [props.onPick] the place that was pressed; what carries the cursor can do it by keys
 */
export function LineChart(props) {
  const { caption, detail, side, hideCaption, series, bands = [], pins = [], cursor = null } = props;
  const { stepped = false, small = false, height = small ? 96 : 300, table, onPick } = props;
  const say = useWord();
  const clip = useId();
  const { box, width, unit } = useRoom(340);
  const room = { left: small ? 1 : 48, right: small ? 1 : 13, top: pins.length ? 36 : 8, foot: small ? 2 : 26 };
  const x = scale(props.x.min, props.x.max, room.left, width - room.right);
  const y = scale(props.y.min, props.y.max, height - room.foot, room.top);
  const [top, foot] = [room.top, height - room.foot];
  const heads = spread(pins.map((pin) => x(pin.x)), PIN.apart, room.left, width - room.right);
  const pick = (/** @type {MouseEvent} */ event) => {
    const left = /** @type {Element} */ (event.currentTarget).getBoundingClientRect().left;
    const share = ((event.clientX - left) / unit - room.left) / (width - room.right - room.left);
    onPick?.(Math.round(props.x.min + Math.min(1, Math.max(0, share)) * (props.x.max - props.x.min)));
  };
  // All rounds are named alike, however long each took.
  const roomy = bands.every((band) => band.label === band.short || x(band.to) - x(band.from) > ROUND_ROOM);
  const drawn = series.map((one) => html`<${Line} key=${one.id} series=${one} x=${x} y=${y} stepped=${stepped} />`);
  const split = cursor === null ? width : x(cursor);
  const guessed = series.some((one) => one.points.some((point) => point.exact === false));
  const key = (/** @type {import("../dom.js").Child} */ sign, /** @type {string} */ text) => html`<li>
    <svg viewBox="0 0 32 12" aria-hidden="true">${sign}</svg>${say(text)}</li>`;
  const looks = series[0]?.look ? `seat-${series[0].look}` : null;
  const exact = series.some((one) => lonePoints(one.points).length > 0)
    ? html`<circle class="chart-point" cx="16" cy="6" r="4" />`
    : html`<line class="chart-line" x1="0" y1="6" x2="32" y2="6" />`;
  const several = series.length > 1 && series.some((one) => one.mark === undefined);
  const legend = several ? series.map((one) => html`<li key=${one.id}><svg viewBox="0 0 32 12" aria-hidden="true"><g class=${one.look ? `seat-${one.look}` : null}>
    <line class="chart-line" x1="0" y1="6" x2="32" y2="6" /></g></svg>${one.label}</li>`) : guessed && html`${key(html`<g class=${looks}>${exact}</g>`, "part.chart.exact")}
    ${key(html`<g class=${looks}><line class="chart-line chart-line-guess" x1="0" y1="6" x2="32" y2="6" /></g>`, "part.chart.between")}`;
  return html`<${Figure} caption=${caption} detail=${detail} side=${side} hideCaption=${hideCaption ?? false} table=${table} legend=${legend || null}>
    <div class="figure-box" ref=${box}>
      <svg width=${width * unit} height=${height * unit} role="img" aria-label=${caption} class=${onPick ? "chart-pick" : null} onClick=${onPick ? pick : null}><g transform=${`scale(${unit})`}>
        <clipPath id=${`${clip}-a`}><rect x="0" y=${top - 3} width=${split} height=${foot - top + 5} /></clipPath>
        <clipPath id=${`${clip}-b`}><rect x=${split} y=${top - 3} width=${Math.max(0, width - split)} height=${foot - top + 5} /></clipPath>
        ${bands.map((band, at) => at % 2 === 0 && html`<rect key=${at} class="axis-band" x=${x(band.from)} y=${top}
          width=${x(band.to) - x(band.from)} height=${foot - top} />`)}
        ${props.y.ticks.map((tick, at) => html`<g key=${tick.at}>
          <line class=${at === 0 && small ? "axis" : "axis-grid"} x1=${room.left} x2=${width - room.right} y1=${y(tick.at)} y2=${y(tick.at)} />
          ${!small && html`<text x=${room.left - 8} y=${y(tick.at) + 4} text-anchor="end">${tick.label}</text>`}
        </g>`)}
        <line class="axis" x1=${room.left} x2=${width - room.right} y1=${foot} y2=${foot} />
        ${!small && bands.map((band, at) => html`<text key=${at} x=${(x(band.from) + x(band.to)) / 2} y=${foot + 19} text-anchor="middle">
          ${roomy ? band.label : band.short}</text>`)}
        ${pins.map((pin, at) => html`<path key=${pin.id} class="chart-pin" d=${`M${heads[at]} ${PIN.rim}L${x(pin.x)} ${top}V${foot}`} />`)}
        <g clip-path=${`url(#${clip}-a)`}>${drawn}</g>
        ${cursor !== null && html`<g class="chart-later" clip-path=${`url(#${clip}-b)`}>${drawn}</g>
          <line class="chart-cursor" x1=${split} x2=${split} y1=${top - 4} y2=${foot} />
          ${series.map((one) => {
            const value = valueAt(one.points, cursor, stepped);
            return value === null || small ? null : html`<circle key=${one.id} class="chart-dot" cx=${split} cy=${y(value)} r="5" />`;
          })}`}
        ${series.map((one, at) => {
          const end = one.points.at(-1);
          const before = series.slice(0, at).filter((other) => other.points.at(-1)?.x === end?.x && other.points.at(-1)?.y === end?.y).length;
          return one.mark !== undefined && end && html`<g key=${one.id} class=${one.look ? `seat-${one.look}` : null} transform=${`translate(${x(end.x) - before * 22} ${y(end.y)})`}>
            <circle class="chart-mark" r="10" /><text class="chart-mark-letter" y="4.5">${one.mark}</text></g>`;
        })}
        ${pins.map((pin, at) => html`<g key=${pin.id} class=${pin.current ? "chart-pin-current" : null} transform=${`translate(${heads[at]} ${PIN.rim + 2})`}
          onClick=${onPick && ((/** @type {MouseEvent} */ event) => {
            event.stopPropagation();
            onPick(pin.x);
          })}>
          <circle class="chart-pin-head" r=${PIN.rim} /><text class="chart-pin-number" y="4.5">${pin.number}</text></g>`)}
      </g></svg>
    </div>
  </${Figure}>`;
}
