/** Several tables on one display: where each stands, and in the end what became of it. */
import { html } from "../dom.js";
import { seatOf, text } from "../board.js";
import { live } from "../session/figures.js";
import { phaseWords, remaining } from "../session/moment.js";
import { named, number } from "../say.js";
import { useWord } from "../words.js";
import { Clock } from "../parts/clock.js";
import { Marker } from "../parts/marker.js";
import { RoundTrack } from "../parts/track.js";

/** @typedef {import("../socket/frames.js").Frame} Frame */

/** With so many tables or fewer each has room for its sentence and the own scores. */
const FEW = 4;
/** From so many on their boxes are small. */
const MANY = 10;

/** @param {number} tables */
function countOf(tables) {
  if (tables <= FEW) return tables < 3 ? "two" : "few";
  return tables < MANY ? "many" : "most";
}

/** @param {{ board: import("../board.js").Board, pub: import("../protocol.js").Public, names: boolean }} props */
function OwnScores({ board, pub, names }) {
  return html`<ul class="table-own">${pub.scores.map((one) => {
    const { look, code, short } = seatOf(board, one.seat);
    return html`<li key=${one.seat}><${Marker} look=${look} code=${code} size=${36} /><bdi class=${names ? "" : "visually-hidden"}>${short}</bdi><span class="result-score">${number(one.own)}</span></li>`;
  })}</ul>`;
}

/** @param {{ board: import("../board.js").Board, name: string, pub: import("../protocol.js").Public, outcome: string, count: string }} props */
function EndBox({ board, name, pub, outcome, count }) {
  const say = useWord();
  const roomy = count === "two" || count === "few";
  const value = html`<p class="table-value"><span class="quiet">${say("end.value")}</span> <span class="result-score">${number(pub.public_value ?? 0)}</span></p>`;
  return html`<li class="table-box" data-outcome=${outcome}>
    <div class="table-box-head"><h2><bdi>${name}</bdi></h2>${count !== "most" && value}</div>
    <p class="table-outcome">${named(board, "outcomes", outcome)}</p>
    ${roomy && html`<p class="table-meaning">${text(board, `outcomes.${outcome}.text`)}</p>`}
    ${count === "most" ? value : html`<p class="table-how"><span>${roomy && say("end.own")}</span>
      <span class="quiet">${pub.launched !== null && `${say("table.launched", { round: pub.launched })} `}${say("table.live", { live: live(pub), need: pub.need })} ${say("table.live_words")}</span></p>`}
    ${roomy && html`<${OwnScores} board=${board} pub=${pub} names=${count === "two"} />`}
  </li>`;
}

/** @param {{ board: import("../board.js").Board, name: string, frame: Frame, count: string }} props */
function TableBox({ board, name, frame, count }) {
  const say = useWord();
  const pub = frame.view.public;
  if (!pub) return null;
  if (pub.outcome) return html`<${EndBox} board=${board} name=${name} pub=${pub} outcome=${pub.outcome} count=${count} />`;
  const left = remaining(frame);
  return html`<li class="table-box">
    <div class="table-box-head"><h2><bdi>${name}</bdi></h2>${left !== null && html`<${Clock} remainingMs=${left} running=${frame.running} pace=${frame.pace} label=${say("screen.left")} quiet />`}</div>
    <p>${phaseWords(board, pub)}${pub.paused && ` (${say("tables.paused")})`}</p>
    <${RoundTrack} round=${pub.phase === "year_one" ? pub.rounds + 1 : pub.round} rounds=${pub.rounds} />
    <p class="table-box-live"><span class="need-number">${say("table.live", { live: live(pub), need: pub.need })}</span> <span class="quiet">${say("table.live_words")}</span></p>
  </li>`;
}

/**
 * @param {{ board: import("../board.js").Board, tables: readonly import("../protocol.js").TablePlace[], frames: ReadonlyMap<string, Frame> }} props
 */
export function OverviewScene({ board, tables, frames }) {
  const count = countOf(tables.length);
  return html`<div class="scene scene-tables"><ul class="table-boxes" data-count=${count}>${tables.map((table) => {
    const frame = frames.get(table.id);
    return frame && html`<${TableBox} key=${table.id} board=${board} name=${table.name} frame=${frame} count=${count} />`;
  })}</ul></div>`;
}
