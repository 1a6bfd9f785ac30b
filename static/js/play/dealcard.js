/** Offers as slips: one to me with its answers, mine, and those between others. */
import { html } from "../dom.js";
import { hasText } from "../board.js";
import { Button } from "../parts/button.js";
import { formatTime } from "../parts/clock.js";
import { Icon } from "../parts/icon.js";
import { Slip } from "../parts/slip.js";
import { Unfold } from "../parts/unfold.js";
import { dealSides, named, reasonWords, seatName } from "../say.js";
import { Cautions } from "./cautions.js";
import { useGame } from "./game.js";
import { SeatMark, SeatWho } from "./marks.js";
import { Press } from "./press.js";
import "./texts/deals.js";

/** @typedef {import("../protocol.js").DealView} Deal */

/** @param {{ deal: Deal }} props */
function DealSlip({ deal }) {
  const { board, me, pub, say } = useGame();
  const party = deal.by === me || deal.to === me;
  const { give, get } = dealSides(board, deal, party ? me : null, pub.round);
  const titles = party
    ? [say("deal.you_give"), say("deal.you_get")]
    : [say("deal.gives", { name: seatName(board, deal.by) }), say("deal.gives", { name: seatName(board, deal.to) })];
  return html`<${Slip} giveTitle=${titles[0]} getTitle=${titles[1]} give=${give} get=${get} />`;
}

/** When offers were made, in game time, as far as this page has seen their lines. @type {Map<string, number>} */
const MADE = new Map();

/**
 * When an offer was made; null: before the lines that this page has.
 * @param {Deal} deal
 */
function useMade(deal) {
  const { view, place } = useGame();
  const key = `${place} ${deal.id}`;
  const line = view.lines.find((one) => one.kind === "offered" && one.deal?.id === deal.id);
  if (line) MADE.set(key, line.at_ms);
  return MADE.get(key) ?? null;
}

/** Who sees it, what it is about, and when it was made. @param {{ deal: Deal }} props */
function DealChips({ deal }) {
  const { board, say } = useGame();
  const made = useMade(deal);
  return html`<div class="line">
    <span class=${`chip${deal.confidential ? " chip-fill" : ""}`}><${Icon} name=${deal.confidential ? "lock" : "eye"} />${say(deal.confidential ? "deal.confidence" : "deal.open")}</span>
    <span class="chip">${named(board, "topics", deal.topic)}</span>
    ${made !== null && html`<span class="chip"><${Icon} name="clock" />${say("deal.made", { at: formatTime(made) })}</span>`}
  </div>`;
}

/** The offers before this one in its thread, oldest first. @param {{ deal: Deal }} props */
function Earlier({ deal }) {
  const { board, pub, own, say } = useGame();
  const before = [...pub.deals, ...own.deals].filter((one) => one.thread === deal.thread && one.id !== deal.id);
  if (before.length === 0) return null;
  return html`<${Unfold} summary=${say("deal.thread", { count: before.length })}>${() => html`
    <div class="stack">${before.map((one) => html`<div key=${one.id} class="stack-s">
      <p class="small quiet">${say("deal.by_then", { name: seatName(board, one.by) })} <span class="chip">${named(board, "deal_states", one.state)}</span></p>
      <${DealSlip} deal=${one} /></div>`)}</div>`}<//>`;
}

/** That the deal was accepted and could not be carried out: without it the press seems to do nothing. @param {{ deal: Deal }} props */
function Unmet({ deal }) {
  const { me, view, say } = useGame();
  const line = view.lines.findLast((one) => one.kind === "deal_unmet" && one.deal?.id === deal.id);
  if (!line) return null;
  const words = say(deal.to === me ? "deal.unmet" : "deal.unmet_mine", { at: formatTime(line.at_ms) });
  return html`<p class="line deal-unmet" role="status"><${Icon} name="triangle-alert" /><span class="grow">${words}</span></p>`;
}

/** What the reader alone should weigh before an answer. */
function KeepInMind() {
  const { own, me, say } = useGame();
  return html`<details class="fold"><summary><${Icon} name="lock" size="s" />${say("deal.mind")}</summary>
    <dl class="facts"><dt>${say(`concerns.${own.concern}.name`)}</dt><dd>${say(`concerns.${own.concern}.text`)}</dd>
      <dt>${say("terms.core_value.name")}</dt><dd>${say(`seats.${me}.core_value`)}</dd></dl>
  </details>`;
}

/** @param {{ deal: Deal }} props */
export function OfferToMe({ deal }) {
  const { board, say, go } = useGame();
  const name = seatName(board, deal.by);
  return html`<div class="stack card-in">
    <${SeatWho} id=${deal.by} size=${44} detail=${say("deal.until")} />
    <${DealSlip} deal=${deal} />
    <${DealChips} deal=${deal} />
    <${Earlier} deal=${deal} />
    <${Cautions} command=${{ type: "accept", deal: deal.id }} />
    <${KeepInMind} />
    <${Unmet} deal=${deal} />
    <div class="actions">
      <div class="button-wide"><${Press} command=${{ type: "accept", deal: deal.id }} kind="primary" icon="handshake" big>${say("deal.accept")}<//></div>
      <${Button} icon="scale" onClick=${() => go("deals", "counter", { counter: deal })}>${say("deal.counter")}<//>
      <${Press} command=${{ type: "decline", deal: deal.id }} icon="x">${say("deal.decline")}<span class="visually-hidden"> ${name}</span><//>
    </div>
  </div>`;
}

/** @param {{ deal: Deal }} props */
export function MyOffer({ deal }) {
  const { say } = useGame();
  return html`<article class="card card-flat"><div class="card-body">
    <${SeatWho} id=${deal.to} detail=${say("deal.waits")} />
    <${DealSlip} deal=${deal} />
    <${DealChips} deal=${deal} />
    <${Earlier} deal=${deal} />
    <${Unmet} deal=${deal} />
    <div class="actions actions-start"><${Press} command=${{ type: "withdraw", deal: deal.id }} icon="undo-2">${say("deal.withdraw")}<//></div>
  </div></article>`;
}

/** An offer that needs nothing from the reader. @param {{ deal: Deal }} props */
export function OtherDeal({ deal }) {
  const { board, say } = useGame();
  const why = deal.reason && hasText(board, `reasons.${deal.reason}`) ? reasonWords(board, deal.reason) : null;
  return html`<article class="card card-flat"><div class="card-body">
    <div class="line"><${SeatMark} id=${deal.by} /><bdi>${seatName(board, deal.by)}</bdi><${Icon} name="arrow-right" label=${say("deal.to")} />
      <${SeatMark} id=${deal.to} /><bdi>${seatName(board, deal.to)}</bdi>
      <span class=${`chip push${deal.state === "accepted" ? " chip-good" : ""}`}>${named(board, "deal_states", deal.state)}</span></div>
    <${DealSlip} deal=${deal} />
    ${why && html`<p class="quiet small">${why}</p>`}
    <${DealChips} deal=${deal} />
  </div></article>`;
}
