/** Both ledgers side by side: what citizens met, and what the back offices did. */
import { html } from "../dom.js";
import { seatOf, text } from "../board.js";
import { Icon } from "../parts/icon.js";
import { Marker } from "../parts/marker.js";
import { Notice } from "../parts/notice.js";
import { Meter } from "../parts/track.js";
import "./texts/ledgers.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").Public} Public
 * @typedef {import("../protocol.js").GameView} Seen
 */

/**
 * What these eyes saw of the back ledger: routines by seat, and bounced cases where they lay open.
 * @param {Seen} view
 * @param {Public} shown
 */
function backOf(view, shown) {
  const routines = shown.seats.flatMap(({ id, routines: open }) => {
    const staff = view.staff?.seats.find((one) => one.seat === id)?.routines;
    const own = view.own?.seat === id ? view.own.routines : undefined;
    const value = open ?? staff ?? own;
    return value === undefined ? [] : [{ seat: id, value }];
  });
  return { routines, bounced: shown.bounced ?? view.staff?.bounced ?? null };
}

/** @param {{ board: Board, view: Seen, shown: Public }} props */
export function Ledgers({ board, view, shown }) {
  const back = backOf(view, shown);
  const track = (/** @type {string} */ name) => text(board, `terms.${name}.name`);
  return html`<section class="card card-roomy span-4 debrief-ledger"><div class="card-head"><${Icon} name="building-2" /><h2>${text(board, "ledgers.front")}</h2></div><div class="card-body">
      <p class="quiet small">${text(board, "ledgers.front_text")}</p>
      <${Meter} label=${track("counter")} name=${track("counter")} value=${shown.counter} max=${6} />
      <${Meter} label=${track("rating")} name=${track("rating")} value=${shown.rating} max=${10} />
    </div></section>
    <section class="card card-roomy span-4 debrief-ledger"><div class="card-head"><${Icon} name=${back.bounced === null ? "lock" : "layers"} /><h2>${text(board, "ledgers.back")}</h2></div><div class="card-body">
      <p class="quiet small">${text(board, "ledgers.back_text")}</p>
      ${back.bounced !== null && html`<${Meter} label=${text(board, "ledgers.bounced")} name=${text(board, "ledgers.bounced")} value=${back.bounced} max=${shown.need} />`}
      ${back.bounced === null && html`<${Notice} icon="lock">${text(board, back.routines.length ? "ledgers.own_only" : "ledgers.closed")}<//>`}
      ${back.routines.map(({ seat, value }) => {
        const { look, code, name } = seatOf(board, seat);
        const label = html`<span class="line debrief-name"><${Marker} look=${look} code=${code} size=${24} /><bdi>${name}</bdi></span>`;
        return html`<${Meter} key=${seat} label=${label} name=${text(board, "ledgers.routines", { seat: name })} value=${value} max=${3} />`;
      })}
    </div></section>`;
}
