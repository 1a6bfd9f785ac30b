/** Several tables at a glance: phase, clock, whom each waits for. One press brings one into view. */
import { html } from "../dom.js";
import { seatOf } from "../board.js";
import { useWord } from "../words.js";
import { Clock } from "../parts/clock.js";
import { Icon } from "../parts/icon.js";
import { Marker } from "../parts/marker.js";
import { staffOf } from "./desk.js";
import { phaseWords, remaining } from "./moment.js";

/** @typedef {import("../board.js").Board} Board */
/** @typedef {import("../socket.js").Frame} Frame */

/** Whether a seat of this table asks for help. @param {Frame} frame */
function asksHelp(frame) {
  return staffOf(frame.view)?.seats.some((one) => one.asks_help) ?? false;
}

/** @param {{ board: Board, name: string, frame: Frame, current: boolean, onPick: () => void }} props */
function TableCard({ board, name, frame, current, onPick }) {
  const say = useWord();
  const pub = frame.view.public;
  if (!pub) return null;
  const left = remaining(frame);
  return html`<li><button type="button" class="table-card" aria-pressed=${String(current)} onClick=${onPick}>
    <span class="line-between"><span class="strong"><bdi>${name}</bdi></span>${left !== null && html`<${Clock} remainingMs=${left} running=${frame.running} label=${say("head.left")} size="s" quiet />`}</span>
    <span class="small block">${phaseWords(board, pub)}${pub.paused && html` <span class="chip"><${Icon} name="pause" />${say("tables.paused")}</span>`}</span>
    <span class="line waits">${asksHelp(frame) && html`<span class="chip chip-now"><${Icon} name="hand" />${say("tables.help")}</span>`}
      ${pub.waiting_for.length > 0 && html`<span class="small quiet">${say("tables.waits")}</span>`}
      ${pub.waiting_for.map((id) => {
        const seat = seatOf(board, id);
        return html`<${Marker} key=${id} look=${seat.look} code=${seat.code} size=${24} name=${seat.name} />`;
      })}</span>
  </button></li>`;
}

/**
 * @param {{ board: Board, tables: readonly import("../shapes.js").TablePlace[], frames: ReadonlyMap<string, Frame>,
 *   current: string, onPick: (id: string) => void }} props
 */
export function Tables({ board, tables, frames, current, onPick }) {
  const say = useWord();
  if (tables.length < 2) return null;
  return html`<nav aria-label=${say("tables.title")}><ul class="table-cards">${tables.map((table) => {
    const frame = frames.get(table.id);
    return frame && html`<${TableCard} key=${table.id} board=${board} name=${table.name} frame=${frame} current=${table.id === current} onPick=${() => onPick(table.id)} />`;
  })}</ul></nav>`;
}
