/** Leading the debrief: guide, clips, forms, and the switch that takes phones and display along. */
import { html, useEffect, useRef } from "../../dom.js";
import { text } from "../../board.js";
import { BoxClock } from "../../follow/box.js";
import { Button } from "../../parts/button.js";
import { Notice } from "../../parts/notice.js";
import { numberAt, placeOf } from "../course.js";
import { Clips } from "./clips.js";
import { Forms } from "./forms.js";
import { Guide } from "./guide.js";
import { Research } from "./research.js";

/**
 * @typedef {import("../../board.js").Board} Board
 * @typedef {import("../course.js").Course} Course
 * @typedef {import("./leading.js").Leading} Leading
 */

/** The scrubber may move fast; the room follows where it rests. */
const REST_MS = 350;
const MORE_S = 120;

/** @param {{ board: Board, leading: Leading, table: string }} props */
function Running({ board, leading, table }) {
  const { lead, busy, go } = leading;
  if (!lead?.box) return null;
  const { box } = lead;
  return html`<div class="line lead-box"><${BoxClock} box=${box} table=${table} />
    <${Button} kind="quiet" icon="plus" busy=${busy} onClick=${() => void go({ box_s: Math.min(7200, box.length_s + MORE_S) })}>${text(board, "lead.box_more")}<//>
    <${Button} kind="quiet" icon="x" busy=${busy} onClick=${() => void go({ box_s: null })}>${text(board, "lead.box_stop")}<//></div>`;
}

/**
 * @param {object} props
 * @param {Board} props.board
 * @param {Course} props.course
 * @param {Leading} props.leading
 * @param {string} props.address
 * @param {string} props.table
 * @param {number} props.place
 * @param {readonly import("../shapes.js").Prompt[]} props.prompts of the research behind the game
 * @param {boolean | null} props.ready the game is over, and people may be led; null: that is not known yet
 * @param {boolean} props.imported the log is from elsewhere
 * @param {(place: number) => void} props.onGo
 */
export function LeadPanel({ board, course, leading, address, table, place, prompts, ready, imported, onGo }) {
  const { playlist, lead, fault, busy } = leading;
  const follow = lead?.follow ?? false;
  const version = numberAt(course, place);
  // A page that is opened while all look somewhere goes there, and takes nobody away from it.
  const opening = useRef(true);
  useEffect(() => {
    if (!ready || !lead || !opening.current) return;
    opening.current = false;
    if (lead.follow && lead.version !== null) onGo(placeOf(course, lead.version));
  }, [ready, lead]);
  useEffect(() => {
    if (!ready || !follow || opening.current || lead?.version === version) return undefined;
    const timer = setTimeout(() => void leading.go({ version }), REST_MS);
    return () => clearTimeout(timer);
  }, [ready, follow, version]);
  return html`<section class="card card-roomy lead-panel" aria-labelledby="lead-title"><div class="card-body">
    <div class="line-between lead-head"><div><h2 class="debrief-heading" id="lead-title">${text(board, "lead.title")}</h2><p class="quiet small">${text(board, ready !== false ? "lead.detail" : imported ? "lead.imported" : "lead.not_over")}</p></div>
      <div class="line lead-tools"><${Running} board=${board} leading=${leading} table=${table} />
        ${ready !== false && html`<${Button} icon="monitor" kind=${follow ? "now" : "outline"} pressed=${follow} busy=${busy || !ready} onClick=${() => void leading.go({ follow: !follow, version })}>${text(board, "lead.follow")}<//>`}</div></div>
    ${fault && html`<${Notice} kind="bad">${text(board, "lead.failed", { why: fault.sentence || text(board, "debrief.unreachable") })}<//>`}
    ${playlist
      ? html`<div class="debrief-grid"><div class="span-5 stack-l"><${Guide} board=${board} leading=${leading} plan=${playlist.plan} ready=${ready === true} />
          ${!imported && html`<${Forms} board=${board} leading=${leading} address=${address} ready=${ready === true} />`}</div>
        <div class="span-7"><${Clips} board=${board} course=${course} leading=${leading} playlist=${playlist} place=${place} ready=${ready === true} onGo=${onGo} /></div>
        <div class="span-12"><${Research} board=${board} prompts=${prompts} /></div></div>`
      : !fault && html`<p class="quiet">${text(board, "lead.loading")}</p>`}
  </div></section>`;
}
