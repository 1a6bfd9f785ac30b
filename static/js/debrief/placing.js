/** This game among simulated ones of its kind: a yardstick, and it says so. */
import { html } from "../dom.js";
import { text } from "../board.js";
import { Button } from "../parts/button.js";
import { Figure } from "../parts/figure.js";
import { Notice } from "../parts/notice.js";
import { useWork } from "./following.js";
import { useModel } from "./model.js";
import { Pace } from "./pace.js";
import { signed } from "./say.js";
import "./texts/curve.js";
import "./texts/placing.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").Placed} Placed
 * @typedef {import("../protocol.js").Standing} Standing
 */

const OUTCOMES = Object.freeze(["joined_up", "facade", "paper", "withdrawn", "not_launched"]);
const WIDTH = 300;
const HEIGHT = 72;
/** Values side by side; what lies closer is drawn as one. */
const BARS = 24;

const percent = (/** @type {number} */ share) => Math.round(share * 100);

/**
 * Counts in bars of equal width from the lowest to the highest value, this game's own included.
 * @param {Standing} one
 */
function barsOf(one) {
  const values = one.counts.map(([value]) => value);
  const [low, high] = [Math.min(one.value, ...values), Math.max(one.value, ...values)];
  const wide = Math.max(1, Math.ceil((high - low + 1) / BARS));
  const count = Math.floor((high - low) / wide) + 1;
  const bars = Array.from({ length: count }, (_, at) => ({ from: low + at * wide, games: 0 }));
  for (const [value, games] of one.counts) {
    const bar = bars[Math.floor((value - low) / wide)];
    if (bar) bar.games += games;
  }
  return { bars, wide, mine: Math.floor((one.value - low) / wide), low, high };
}

/** @param {{ board: Board, one: Standing }} props */
function Measure({ board, one }) {
  const { bars, wide, mine, low, high } = barsOf(one);
  const most = Math.max(1, ...bars.map((bar) => bar.games));
  const room = WIDTH / bars.length;
  const name = text(board, `placing.${one.name}`);
  const unit = one.name === "kept" ? "%" : "";
  const end = (/** @type {number} */ value) => (one.name === "trust" ? (value / 100).toFixed(1) : `${signed(value)}${unit}`);
  const caption = text(board, "placing.more_than", { name, share: percent(one.below) });
  const range = (/** @type {{ from: number }} */ bar) => {
    const [from, to] = one.name === "trust" ? [bar.from / 100, (bar.from + wide - 1) / 100] : [bar.from, bar.from + wide - 1];
    return from === to ? signed(from) : text(board, "placing.range", { from: signed(from), to: signed(to) });
  };
  const table = { head: [name, text(board, "placing.games")], rows: bars.map((bar) => [range(bar), bar.games]) };
  return html`<${Figure} caption=${caption} side=${html`<span class="figure-number">${end(one.value)}</span>`} table=${table}>
    <svg class="placing-bars" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label=${caption}>
      ${bars.map((bar, at) => {
        const high = bar.games === 0 ? 0 : Math.max(2, (bar.games / most) * (HEIGHT - 8));
        return html`<rect key=${bar.from} class=${at === mine ? "placing-mine" : "placing-bar"} x=${at * room + 0.5} width=${Math.max(1, room - 1)} y=${HEIGHT - high} height=${high} />`;
      })}
      <path class="placing-pin" d=${`M${(mine + 0.5) * room} 0V${HEIGHT}`} />
    </svg>
    <p class="line-between quiet small placing-scale" aria-hidden="true"><span>${end(low)}</span><span>${end(high)}</span></p>
  </${Figure}>`;
}

/** @param {{ board: Board, found: Placed }} props */
function Outcomes({ board, found }) {
  return html`<div class="stack"><h3>${text(board, "placing.outcomes", { games: found.done })}</h3>
    <ul class="debrief-mix">${OUTCOMES.map((one) => {
      const share = percent((found.outcomes[one] ?? 0) / Math.max(1, found.done));
      const mine = one === found.outcome;
      return html`<li key=${one}><div class="line-between"><span class=${mine ? "strong" : null}>${text(board, `outcomes.${one}.name`)}${mine && ` (${text(board, "placing.this")})`}</span><span class="mono">${share}%</span></div>
        <div class="debrief-bar" data-topic=${mine ? "content" : "cost"}><span style=${{ width: `${share}%` }}></span></div></li>`;
    })}</ul></div>`;
}

/**
 * @param {object} props
 * @param {Board} props.board
 * @param {string} props.address
 * @param {string} props.table
 */
export function Placing({ board, address, table }) {
  const { found, fault, sent, begin, stop, look } = /** @type {ReturnType<typeof useWork<Placed>>} */ (useWork(address));
  const { shown, turn } = useModel(table);
  const some = found !== null && found.done > 0;
  const running = found?.state === "running";
  return html`<section class="stack" aria-labelledby="placing-title">
    <div class="line-between curve-head">
      <div><h2 class="debrief-heading" id="placing-title">${text(board, "placing.title")} <span class="quiet">${text(board, "curve.model")}</span></h2>
        <p class="quiet small">${text(board, "placing.what")}</p></div>
      ${some && html`<${Button} icon=${shown ? "eye-off" : "eye"} onClick=${turn}>${text(board, shown ? "curve.hide" : "curve.show")}<//>`}
    </div>
    ${running && html`<${Pace} work=${found} label=${text(board, "placing.working")} />`}
    ${fault && html`<${Notice} kind="bad">${fault.sentence || text(board, "debrief.unreachable")}<//>`}
    <div class="actions actions-start">
      ${running && html`<${Button} icon="x" busy=${sent} onClick=${stop}>${text(board, "curve.stop")}<//>`}
      ${found && !running && found.state !== "done" && html`<${Button} kind="primary" icon="play" busy=${sent} onClick=${begin}>${text(board, "placing.begin")}<//>`}
      ${found === null && fault && html`<${Button} icon="refresh-cw" onClick=${look}>${text(board, "debrief.retry")}<//>`}
    </div>
    ${some && shown && html`<div class="placing-grid"><${Outcomes} board=${board} found=${found} />
      ${found.standings.map((one) => html`<${Measure} key=${one.name} board=${board} one=${one} />`)}</div>`}
  </section>`;
}
