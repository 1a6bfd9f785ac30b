/** Deals of the round and the promise ledger, as far as these eyes saw them. */
import { html, useState } from "../dom.js";
import { seatOf, text } from "../board.js";
import { actWords, dealSides, reasonWords } from "../say.js";
import { SelectField } from "../parts/field.js";
import { Icon } from "../parts/icon.js";
import { Marker } from "../parts/marker.js";
import { Slip } from "../parts/slip.js";
import { judgedAt } from "./course.js";
import "./texts/bargains.js";
import "./texts/page.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").DealView} Deal
 * @typedef {import("../protocol.js").PromiseView} Promised
 * @typedef {import("../protocol.js").Public} Public
 * @typedef {import("./course.js").Course} Course
 * @typedef {import("../protocol.js").GameView} Seen
 */

/**
 * Each once, in the order of their first place.
 * @template {{ readonly id: string }} T
 * @param {readonly (readonly T[] | undefined)[]} lists
 * @returns {T[]}
 */
const once = (lists) => [...new Map(lists.flatMap((list) => list ?? []).map((one) => [one.id, one])).values()];

/** @param {Seen} view @returns {Deal[]} */
export const dealsOf = (view) => once([view.public.deals, view.own?.deals, view.staff?.deals, view.opened?.deals]);

/** @param {{ board: Board }} props */
const Confidence = ({ board }) => html`<span class="chip"><${Icon} name="lock" size="s" /> ${text(board, "confidence")}</span>`;

/** @param {Seen} view @returns {Promised[]} */
export const promisesOf = (view) =>
  once([view.public.promises, view.own?.promises, view.staff?.promises, view.opened?.promises]);

/** @param {{ board: Board, by: string, to: string, sentence: string }} props */
function Pair({ board, by, to, sentence }) {
  const [from, other] = [seatOf(board, by), seatOf(board, to)];
  return html`<span class="line debrief-pair">
    <${Marker} look=${from.look} code=${from.code} size=${24} /><${Icon} name="arrow-right" size="s" /><${Marker} look=${other.look} code=${other.code} size=${24} />
    <span>${text(board, sentence, { by: from.short, to: other.short })}</span>
  </span>`;
}

const DEAL_CHIPS = /** @type {Record<string, string>} */ ({ accepted: " chip-good", open: " chip-fill" });

/** @param {{ board: Board, view: Seen, shown: Public }} props */
export function Deals({ board, view, shown }) {
  const deals = dealsOf(view).reverse();
  return html`<div class="stack">
    <h2 class="debrief-heading">${text(board, "deals.title")}</h2>
    ${deals.length === 0 && html`<p class="quiet">${text(board, "deals.none")}</p>`}
    ${deals.length > 0 && html`<div class="debrief-scroll" tabindex="0" role="group" aria-label=${text(board, "deals.list")}><ul class="stack">
      ${deals.map((one) => {
        const { give, get } = dealSides(board, one, null, shown.round);
        const gives = (/** @type {string} */ seat) => text(board, "deals.gives", { seat: seatOf(board, seat).short });
        return html`<li key=${one.id} class="stack-s">
          <div class="line-between"><${Pair} board=${board} by=${one.by} to=${one.to} sentence="deals.pair" />
            <span class="line">${one.confidential && html`<${Confidence} board=${board} />`}<span class=${`chip${DEAL_CHIPS[one.state] ?? ""}`}>${text(board, `deal_states.${one.state}.name`)}</span></span></div>
          <${Slip} giveTitle=${gives(one.by)} getTitle=${gives(one.to)} give=${give} get=${get} />
          ${one.reason && html`<p class="reason"><${Icon} name="info" size="s" /><span>${reasonWords(board, one.reason)}</span></p>`}
        </li>`;
      })}
    </ul></div>`}
    ${!view.staff && html`<p class="quiet small">${text(board, "deals.hidden")}</p>`}
  </div>`;
}

const VERDICTS = /** @type {Record<string, { chip: string, icon: string }>} */ ({
  kept: { chip: " chip-good", icon: "check" },
  broken: { chip: " chip-bad", icon: "x" },
  lapsed: { chip: "", icon: "minus" },
  open: { chip: " chip-fill", icon: "hourglass" },
});

/**
 * @param {object} props
 * @param {Board} props.board
 * @param {Course} props.course
 * @param {Seen} props.view
 * @param {(place: number) => void} props.onGo
 */
export function Promises({ board, course, view, onGo }) {
  const [verdict, setVerdict] = useState("");
  const [by, setBy] = useState("");
  const [to, setTo] = useState("");
  const promises = promisesOf(view).reverse();
  const some = promises.filter((one) => (!verdict || one.verdict === verdict) && (!by || one.by === by) && (!to || one.to === to));
  const seats = view.public.seats.map(({ id }) => ({ value: id, label: seatOf(board, id).name }));
  const anybody = { value: "", label: text(board, "promises.anybody") };
  const verdicts = [{ value: "", label: text(board, "promises.any") }, ...Object.keys(VERDICTS).map((one) => ({ value: one, label: text(board, `verdicts.${one}.name`) }))];
  const count = (/** @type {string} */ verdict) => promises.filter((one) => one.verdict === verdict).length;
  const caption = text(board, "promises.caption", { kept: count("kept"), broken: count("broken"), lapsed: count("lapsed"), open: count("open") });
  return html`<div class="stack">
    <div><h2 class="debrief-heading">${text(board, "promises.title")}</h2>
      <p class="quiet small">${promises.length === 0 ? text(board, "promises.none") : caption}</p></div>
    ${promises.length > 0 && html`<div class="knew-picks">
      <${SelectField} label=${text(board, "promises.verdict")} value=${verdict} options=${verdicts} onChange=${setVerdict} />
      <${SelectField} label=${text(board, "promises.by")} value=${by} options=${[anybody, ...seats]} onChange=${setBy} />
      <${SelectField} label=${text(board, "promises.to")} value=${to} options=${[anybody, ...seats]} onChange=${setTo} /></div>`}
    ${promises.length > 0 && some.length === 0 && html`<p class="quiet" role="status">${text(board, "promises.none_so")}</p>`}
    ${some.length > 0 && html`<div class="debrief-scroll" tabindex="0" role="group" aria-label=${text(board, "promises.list")}><ul class="rows">
      ${some.map((one) => {
        const { chip, icon } = VERDICTS[one.verdict] ?? { chip: "", icon: "minus" };
        const act = actWords(board, one.act);
        const judged = one.verdict === "open" ? null : judgedAt(course, one.due, one.act.kind.startsWith("vote_"));
        return html`<li key=${one.id} class="row row-wrap debrief-row">
          <div class="line-between"><${Pair} board=${board} by=${one.by} to=${one.to} sentence="promises.pair" />
            <span class="line">${one.confidential && html`<${Confidence} board=${board} />`}<span class=${`chip${chip}`}><${Icon} name=${icon} size="s" /> ${text(board, `verdicts.${one.verdict}.name`)}</span></span></div>
          <div class="line-between"><span>${act}, <span class="quiet">${text(board, "promises.due", { due: one.due })}</span></span>
            ${judged !== null && html`<button type="button" class="button button-quiet small debrief-go" aria-label=${text(board, "promises.go_label", { act })}
              onClick=${() => onGo(judged)}>${text(board, "promises.go")}</button>`}</div>
        </li>`;
      })}
    </ul></div>`}
  </div>`;
}
