/** Who moved what: players, cards, politics, or the facilitator's control, counted up to the moment shown. */
import { html, useEffect, useState } from "../dom.js";
import { read } from "../ask.js";
import { text } from "../board.js";
import { signed } from "../say.js";
import { Fold } from "../parts/explain.js";
import { numberAt, placeOf } from "./course.js";
import { clockAt } from "./say.js";
import "./texts/causes.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("./course.js").Course} Course
 * @typedef {import("../protocol.js").CauseChange} CauseChange
 */

const CAUSES = /** @type {const} */ (["players", "cards", "politics", "control"]);
const MEASURES = Object.freeze(["support", "legal_pressure", "trust", "signed", "live", "counter", "rating"]);

/**
 * How much each cause has moved a measure up, and down.
 * @param {readonly CauseChange[]} changes
 * @param {string} measure
 * @param {string} cause
 */
function movedBy(changes, measure, cause) {
  const mine = changes.filter((one) => one.measure === measure && one.cause === cause).map((one) => one.by);
  const sum = (/** @type {number[]} */ list) => list.reduce((all, one) => all + one, 0);
  return { up: sum(mine.filter((by) => by > 0)), down: sum(mine.filter((by) => by < 0)) };
}

/** @param {string} address @param {number} last a longer log is read again */
function useCauses(address, last) {
  const [changes, setChanges] = useState(/** @type {readonly CauseChange[] | null} */ (null));
  useEffect(() => {
    const stop = new AbortController();
    void read(address, stop.signal).then((answer) => {
      if (answer.ok && !stop.signal.aborted) setChanges(/** @type {{ changes: CauseChange[] }} */ (answer.value).changes);
    });
    return () => stop.abort();
  }, [address, last]);
  return changes;
}

/** @param {{ board: Board, up: number, down: number }} props */
const Moved = ({ board, up, down }) =>
  up || down
    ? html`<span class="line causes-cell">${up > 0 && html`<span class="good mono">${signed(up)}</span>`}${down < 0 && html`<span class="bad mono">${signed(down)}</span>`}</span>`
    : html`<span class="quiet" aria-label=${text(board, "causes.none")}>·</span>`;

/**
 * @param {{ board: Board, course: Course, address: string, place: number, onGo: (place: number) => void }} props
 */
export function Causes({ board, course, address, place, onGo }) {
  const all = useCauses(address, course.last);
  if (all === null) return html`<div class="stack"><h2 class="debrief-heading">${text(board, "causes.title")}</h2><span class="skeleton skeleton-block"></span></div>`;
  const now = numberAt(course, place);
  const upTo = all.filter((one) => one.version <= now);
  const name = (/** @type {string} */ measure) => text(board, `causes.measure.${measure}`);
  const shown = MEASURES.filter((measure) => all.some((one) => one.measure === measure));
  const moves = (/** @type {string} */ cause) => upTo.filter((one) => one.cause === cause).reduce((sum, one) => sum + Math.abs(one.by), 0);
  const sum = upTo.reduce((total, one) => total + Math.abs(one.by), 0);
  const share = (/** @type {string} */ cause) => (sum ? Math.round((moves(cause) / sum) * 100) : 0);
  const caption = sum ? text(board, "causes.caption", { players: share("players"), control: share("control") }) : text(board, "causes.nothing");
  const control = all.filter((one) => one.cause === "control");
  const cell = (/** @type {string} */ measure, /** @type {string} */ cause) => movedBy(upTo, measure, cause);
  return html`<div class="stack"><h2 class="debrief-heading">${text(board, "causes.title")} <span class="quiet">${text(board, "debrief.at", { at: clockAt(course, place) })}</span></h2>
    <div><p class="strong">${caption}</p><p class="quiet small">${text(board, "causes.detail")}</p></div>
    <div class="table-wrap" tabindex="0" role="group" aria-label=${caption}><table class="table causes">
        <thead><tr><th scope="col">${text(board, "causes.what")}</th>${CAUSES.map((cause) => html`<th key=${cause} scope="col" data-cause=${cause}>${text(board, `causes.${cause}`)}</th>`)}</tr></thead>
        <tbody>${shown.map((measure) => html`<tr key=${measure}><th scope="row">${name(measure)}</th>
          ${CAUSES.map((cause) => html`<td key=${cause} data-cause=${cause}><${Moved} board=${board} ...${cell(measure, cause)} /></td>`)}</tr>`)}</tbody>
      </table></div>
    ${control.length > 0 && html`<${Fold} title=${text(board, "causes.by_control", { count: control.length })}><ul class="rows">
      ${control.map((one, at) => html`<li key=${at} class="row"><span class="mono">${clockAt(course, placeOf(course, one.version))}</span>
        <button type="button" class="debrief-link grow" onClick=${() => onGo(placeOf(course, one.version))}>${name(one.measure)} ${signed(one.by)}</button></li>`)}</ul><//>`}
  </div>`;
}
