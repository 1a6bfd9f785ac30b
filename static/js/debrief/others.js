/** What else could have been decided at a turning point, and what the model makes of it. */
import { html, useState } from "../dom.js";
import { hasText, seatOf, text } from "../board.js";
import { actWords, termsLines } from "../say.js";
import { Button } from "../parts/button.js";
import { Notice } from "../parts/notice.js";
import { Change } from "../parts/pips.js";
import { Progress } from "../parts/progress.js";
import { useWork } from "./following.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").Alternative} Alternative
 * @typedef {import("../protocol.js").AlternativeView} AlternativeView
 * @typedef {import("../protocol.js").AlternativesFound} AlternativesFound
 * @typedef {import("../shapes.js").Deal} Deal
 */

const percent = (/** @type {number} */ share) => Math.round(share * 100);

/** @param {Board} board @param {readonly string[]} seats */
function namesOf(board, seats) {
  if (seats.length === board.seats.size && seats.length > 1) return text(board, "others.all");
  return seats.map((id) => seatOf(board, id).name).join(", ");
}

/** What lies in an offer, in a line. @param {Board} board @param {Deal} deal */
function offerWords(board, deal) {
  const side = (/** @type {string} */ seat, /** @type {Deal["give"]} */ terms) => {
    const lines = termsLines(board, terms).map((one) => one.text);
    return lines.length ? text(board, "others.gives", { seat: seatOf(board, seat).short, what: lines.join(", ") }) : "";
  };
  return [side(deal.by, deal.give), side(deal.to, deal.get)].filter(Boolean).join("; ");
}

/**
 * The other decision in a sentence, and what it was about.
 * @param {Board} board
 * @param {Alternative} what
 */
export function alternativeWords(board, what) {
  const seats = namesOf(board, what.seats);
  const act = what.act ? actWords(board, /** @type {import("../shapes.js").Act} */ (what.act)) : "";
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
      return { said: text(board, `others.${what.kind}`, { seats, by }), detail: deal ? offerWords(board, deal) : "" };
  }
}

/** @param {{ board: Board, one: AlternativeView, of: string }} props */
function One({ board, one, of }) {
  const [then, was] = [one.then[of], one.was[of]];
  if (!then || !was) return null;
  const { said, detail } = alternativeWords(board, one.what);
  const error = Math.hypot((then.high - then.low) / 2, (was.high - was.low) / 2);
  const close = Math.abs(then.mean - was.mean) <= error;
  return html`<li class="other">
    <div class="line-between"><p><span class="strong">${said}</span>${detail && html`<span class="quiet small block">${detail}</span>`}</p><${Change} by=${percent(then.mean) - percent(was.mean)} /></div>
    <p class="small">${text(board, "others.then", { then: percent(then.mean), low: percent(then.low), high: percent(then.high), was: percent(was.mean) })}
      ${close && html` <span class="quiet">${text(board, "others.close")}</span>`}</p></li>`;
}

/** @param {{ board: Board, address: string, of: string, name: string }} props */
function Found({ board, address, of, name }) {
  const { found, fault, sent, begin, stop, look } = /** @type {ReturnType<typeof useWork<AlternativesFound>>} */ (useWork(address));
  const running = found?.state === "running";
  const games = Math.max(0, ...(found?.found ?? []).map((one) => one.games));
  return html`<div class="stack-s">
    ${found === null && !fault && html`<span class="skeleton"></span>`}
    ${fault && html`<${Notice} kind="bad">${fault.sentence || text(board, "debrief.unreachable")}<//>`}
    ${running && html`<${Progress} label=${text(board, "curve.working")} value=${found.of ? found.done : undefined} max=${Math.max(1, found.of)} />`}
    ${found?.state === "done" && found.found.length === 0 && html`<p class="quiet small">${text(board, "others.none")}</p>`}
    ${found && found.found.length > 0 && html`<p class="quiet small">${text(board, "others.detail", { of: name, games })}</p>
      <ul class="stack-s">${found.found.map((one, at) => html`<${One} key=${at} board=${board} one=${one} of=${of} />`)}</ul>`}
    <div class="actions actions-start">
      ${running && html`<${Button} icon="x" busy=${sent} onClick=${stop}>${text(board, "curve.stop")}<//>`}
      ${found && !running && found.state !== "done" && html`<${Button} icon="play" busy=${sent} onClick=${begin}>${text(board, found.state === "stopped" ? "curve.go_on" : "others.begin")}<//>`}
      ${found === null && fault && html`<${Button} icon="refresh-cw" onClick=${look}>${text(board, "debrief.retry")}<//>`}
    </div></div>`;
}

/**
 * @param {object} props
 * @param {Board} props.board
 * @param {string} props.address of the alternatives of a turning point
 * @param {string} props.of the curve
 * @param {string} props.name of the curve, in words
 * @param {string} props.turn the turning point, in words
 */
export function Others({ board, address, of, name, turn }) {
  const [open, setOpen] = useState(false);
  return html`<div class="stack-s"><button type="button" class="button button-quiet small debrief-go" aria-expanded=${String(open)}
      onClick=${() => setOpen(!open)}>${text(board, "others.title")}<span class="visually-hidden"> (${turn})</span></button>
    ${open && html`<${Found} board=${board} address=${address} of=${of} name=${name} />`}</div>`;
}
