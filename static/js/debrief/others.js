/** What else could have been decided at a turning point, and what the model makes of it. */
import { html, useState } from "../dom.js";
import { hasText, seatOf, text } from "../board.js";
import { actWords } from "../say.js";
import { termsWords } from "./say.js";
import { Button } from "../parts/button.js";
import { Notice } from "../parts/notice.js";
import { Change } from "../parts/pips.js";
import { useWork } from "./following.js";
import { Pace } from "./pace.js";
import "./texts/curve.js";
import "./texts/others.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").Alternative} Alternative
 * @typedef {import("../protocol.js").AlternativeView} AlternativeView
 * @typedef {import("../protocol.js").AlternativesFound} AlternativesFound
 * @typedef {import("../protocol.js").DealView} Deal
 */

const percent = (/** @type {number} */ share) => Math.round(share * 100);

/** @param {Board} board @param {readonly string[]} seats @param {number} seated how many seats the table has */
function namesOf(board, seats, seated) {
  if (seats.length === seated && seated > 1) return text(board, "others.all");
  return seats.map((id) => seatOf(board, id).name).join(", ");
}

/**
 * The other decision in a sentence, and what it was about.
 * @param {Board} board
 * @param {Alternative} what
 * @param {number} seated how many seats the table has
 */
export function alternativeWords(board, what, seated) {
  const seats = namesOf(board, what.seats, seated);
  const act = what.act ? actWords(board, /** @type {import("../protocol.js").Act} */ (what.act)) : "";
  const deal = /** @type {Deal | undefined} */ (/** @type {unknown} */ (what.deal ?? undefined));
  const by = deal ? seatOf(board, deal.by).name : "";
  switch (what.kind) {
    case "vote":
      return { said: text(board, what.launch ? "others.vote_launch" : "others.vote_hold", { seats }), detail: "" };
    case "choice": {
      const key = `cards.${what.card}.options.${what.option}`;
      return { said: text(board, "others.choice", { seats, option: hasText(board, key) ? text(board, key) : String(what.option) }), detail: "" };
    }
    case "promise":
      return { said: text(board, "others.promise", { seats, act }), detail: "" };
    case "without":
      return { said: text(board, "others.without", { seats, act }), detail: "" };
    default:
      return { said: text(board, `others.${what.kind}`, { seats, by }), detail: deal ? termsWords(board, deal) : "" };
  }
}

/** @param {{ board: Board, seated: number, one: AlternativeView, of: string }} props */
function One({ board, seated, one, of }) {
  const [then, was] = [one.then[of], one.was[of]];
  if (!then || !was) return null;
  const { said, detail } = alternativeWords(board, one.what, seated);
  const error = Math.hypot((then.high - then.low) / 2, (was.high - was.low) / 2);
  const close = Math.abs(then.mean - was.mean) <= error;
  return html`<li class="other">
    <div class="line-between"><p><span class="strong">${said}</span>${detail && html`<span class="quiet small block">${detail}</span>`}</p><${Change} by=${percent(then.mean) - percent(was.mean)} /></div>
    <p class="small">${text(board, "others.then", { then: percent(then.mean), low: percent(then.low), high: percent(then.high), was: percent(was.mean) })}
      ${close && html` <span class="quiet">${text(board, "others.close")}</span>`}</p></li>`;
}

/** @param {{ board: Board, seated: number, address: string, of: string, name: string }} props */
function Found({ board, seated, address, of, name }) {
  const { found, fault, sent, begin, stop, look } = /** @type {ReturnType<typeof useWork<AlternativesFound>>} */ (useWork(address));
  const running = found?.state === "running";
  const games = Math.max(0, ...(found?.found ?? []).map((one) => one.games));
  return html`<div class="stack-s">
    ${found === null && !fault && html`<span class="skeleton"></span>`}
    ${fault && html`<${Notice} kind="bad">${fault.sentence || text(board, "debrief.unreachable")}<//>`}
    ${running && html`<${Pace} work=${found} label=${text(board, "curve.working")} />`}
    ${found?.state === "done" && found.found.length === 0 && html`<p class="quiet small">${text(board, "others.none")}</p>`}
    ${found && found.found.length > 0 && html`<p class="quiet small">${text(board, "others.detail", { of: name, games })}</p>
      <ul class="stack-s">${found.found.map((one, at) => html`<${One} key=${at} board=${board} seated=${seated} one=${one} of=${of} />`)}</ul>`}
    <div class="actions actions-start">
      ${running && html`<${Button} icon="x" busy=${sent} onClick=${stop}>${text(board, "curve.stop")}<//>`}
      ${found && !running && found.state !== "done" && html`<${Button} icon="play" busy=${sent} onClick=${begin}>${text(board, found.state === "stopped" ? "curve.go_on" : "others.begin")}<//>`}
      ${found === null && fault && html`<${Button} icon="refresh-cw" onClick=${look}>${text(board, "debrief.retry")}<//>`}
    </div></div>`;
}

/**
 * @param {object} props
 * @param {Board} props.board
 * @param {number} props.seated how many seats the table has
 * @param {string} props.address of the alternatives of a turning point
 * @param {string} props.of the curve
 * @param {string} props.name of the curve, in words
 * @param {string} props.turn the turning point, in words
 */
export function Others({ board, seated, address, of, name, turn }) {
  const [open, setOpen] = useState(false);
  return html`<div class="stack-s"><button type="button" class="button button-quiet small debrief-go" aria-expanded=${String(open)}
      onClick=${() => setOpen(!open)}>${text(board, "others.title")}<span class="visually-hidden"> (${turn})</span></button>
    ${open && html`<${Found} board=${board} seated=${seated} address=${address} of=${of} name=${name} />`}</div>`;
}
