/** Several tables at a glance: phase, clock, drift, outcome so far, whom each waits for. One press brings one into view. */
import { html, useState } from "../dom.js";
import { seatOf, text } from "../board.js";
import { useWord } from "../words.js";
import { Clock } from "../parts/clock.js";
import { Icon } from "../parts/icon.js";
import { Marker } from "../parts/marker.js";
import { Button } from "../parts/button.js";
import { staffOf } from "./desk.js";
import { live } from "./figures.js";
import { phaseWords, remaining } from "./moment.js";
import { drift, minutesOf } from "./plan.js";
import { TablesDialog } from "./alltables.js";
import "./texts/head.js";
import "./texts/tables.js";

/** @typedef {import("../board.js").Board} Board */
/** @typedef {import("../socket/frames.js").Frame} Frame */
/** @typedef {import("../protocol.js").TablePlace} TablePlace */
/** @typedef {import("./plan.js").Slot} Slot */

/** Whether a seat of this table asks for help. @param {Frame} frame */
function asksHelp(frame) {
  return staffOf(frame.view)?.seats.some((one) => one.asks_help) ?? false;
}

/** Ahead of the plan or behind it. @param {{ frame: Frame, slot: Slot | undefined }} props */
export function Drift({ frame, slot }) {
  const say = useWord();
  const late = slot ? drift(frame, slot) : null;
  if (late === null) return null;
  const minutes = minutesOf(late);
  if (minutes === 0) return html`<span class="chip"><${Icon} name="check" size="s" />${say("plan.on_time")}</span>`;
  return html`<span class=${`chip${late > 0 ? " chip-now" : ""}`}><${Icon} name="timer" size="s" />${say(late > 0 ? "plan.behind" : "plan.ahead", { minutes })}</span>`;
}

/** @param {{ board: Board, name: string, frame: Frame, slot: Slot | undefined, current: boolean, onPick: () => void }} props */
function TableCard({ board, name, frame, slot, current, onPick }) {
  const say = useWord();
  const pub = frame.view.public;
  if (!pub) return null;
  const left = remaining(frame);
  const empty = pub.seats.filter((one) => one.holder === "nobody").length;
  return html`<li><button type="button" class="table-card" aria-pressed=${String(current)} onClick=${onPick}>
    <span class="line-between"><span class="strong"><bdi>${name}</bdi></span>${left !== null && html`<${Clock} remainingMs=${left} running=${frame.running} pace=${frame.pace} label=${say("head.left")} size="s" quiet />`}</span>
    <span class="small block">${phaseWords(board, pub)}</span>
    <span class="small block">${pub.outcome ? text(board, `outcomes.${pub.outcome}.name`) : pub.phase === "lobby" ? say("tables.not_begun") : say("tables.so_far", { live: live(pub), need: pub.need, support: pub.support })}</span>
    <span class="line waits">
      ${pub.paused && html`<span class="chip"><${Icon} name="pause" />${say("tables.paused")}</span>`}
      <${Drift} frame=${frame} slot=${slot} />
      ${empty > 0 && html`<span class="chip chip-bad"><${Icon} name="user-minus" size="s" />${say("tables.empty", { count: empty })}</span>`}
      ${asksHelp(frame) && html`<span class="chip chip-now"><${Icon} name="hand" />${say("tables.help")}</span>`}
      ${pub.waiting_for.length > 0 && html`<span class="small quiet">${say("tables.waits")}</span>`}
      ${pub.waiting_for.map((id) => {
        const seat = seatOf(board, id);
        return html`<${Marker} key=${id} look=${seat.look} code=${seat.code} size=${24} name=${seat.name} />`;
      })}</span>
  </button></li>`;
}

/**
 * @param {{ board: Board, tables: readonly TablePlace[], frames: ReadonlyMap<string, Frame>, slot?: Slot,
 *   current: string, onPick: (id: string) => void, send?: (command: object, table: string) => Promise<string | null> }} props
 *   `send`: does a control at one table, and gives the sentence of a refusal or null; left out: nobody acts here
 */
export function Tables({ board, tables, frames, slot, current, onPick, send }) {
  const say = useWord();
  const [acting, setActing] = useState(false);
  if (tables.length < 2) return null;
  return html`<nav aria-label=${say("tables.title")} class="stack-s"><ul class="table-cards">${tables.map((table) => {
      const frame = frames.get(table.id);
      return frame && html`<${TableCard} key=${table.id} board=${board} name=${table.name} frame=${frame} slot=${slot} current=${table.id === current} onPick=${() => onPick(table.id)} />`;
    })}${send && html`<li class="table-act"><${Button} icon="layers" onClick=${() => setActing(true)}>${say("tables.act")}<//></li>`}</ul>
    ${send && html`<${TablesDialog} open=${acting} onClose=${() => setActing(false)} board=${board} tables=${tables} frames=${frames} send=${send} />`}</nav>`;
}
