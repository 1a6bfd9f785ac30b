/** Several tables on one display: where each stands. */
import { html } from "../dom.js";
import { live } from "../session/figures.js";
import { phaseWords, remaining } from "../session/moment.js";
import { named } from "../say.js";
import { useWord } from "../words.js";
import { Clock } from "../parts/clock.js";
import { RoundTrack } from "../parts/track.js";

/** @typedef {import("../socket/frames.js").Frame} Frame */

/** @param {{ board: import("../board.js").Board, name: string, frame: Frame }} props */
function TableBox({ board, name, frame }) {
  const say = useWord();
  const pub = frame.view.public;
  if (!pub) return null;
  const left = remaining(frame);
  return html`<li class="table-box">
    <div class="table-box-head"><h2><bdi>${name}</bdi></h2>${left !== null && html`<${Clock} remainingMs=${left} running=${frame.running} pace=${frame.pace} label=${say("screen.left")} quiet />`}</div>
    <p>${pub.outcome ? named(board, "outcomes", pub.outcome) : phaseWords(board, pub)}${pub.paused && ` (${say("tables.paused")})`}</p>
    <${RoundTrack} round=${pub.phase === "ended" || pub.phase === "year_one" ? pub.rounds + 1 : pub.round} rounds=${pub.rounds} />
    <p class="table-box-live"><span class="need-number">${say("table.live", { live: live(pub), need: pub.need })}</span> <span class="quiet">${say("table.live_words")}</span></p>
  </li>`;
}

/**
 * @param {{ board: import("../board.js").Board, tables: readonly import("../protocol.js").TablePlace[], frames: ReadonlyMap<string, Frame> }} props
 */
export function OverviewScene({ board, tables, frames }) {
  return html`<div class="scene scene-tables"><ul class="table-boxes" data-count=${tables.length < 5 ? "few" : tables.length > 9 ? "most" : "many"}>${tables.map((table) => {
    const frame = frames.get(table.id);
    return frame && html`<${TableBox} key=${table.id} board=${board} name=${table.name} frame=${frame} />`;
  })}</ul></div>`;
}
