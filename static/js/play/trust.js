/** Trust: who trusts me, and whom I trust. */
import { html } from "../dom.js";
import { seatOf } from "../board.js";
import { Icon } from "../parts/icon.js";
import { Pips } from "../parts/pips.js";
import { Unfold } from "../parts/unfold.js";
import { signed } from "../say.js";
import { trustOf, useGame } from "./game.js";
import { later } from "./later.js";
import { SeatMark } from "./marks.js";
import { TermHeading } from "./press.js";

const MOST = 3;

/** What stands below a row; fetched with all that comes later. */
export const PartnerBody = later(() => import("./partner.js"), "PartnerBody");

/** Net change since the round began. @param {{ by: number }} props */
function Change({ by }) {
  const { say } = useGame();
  if (by === 0) return null;
  return html`<span class=${`trust-change small ${by > 0 ? "good" : "bad"}`}><${Icon} name=${by > 0 ? "arrow-up" : "arrow-down"} size="s" /><span>${signed(by)}</span><span class="visually-hidden"> ${say("trust.this_round")}</span></span>`;
}

/** @param {{ id: string }} props */
function Partner({ id }) {
  const { board, pub, me, say } = useGame();
  const { name, short } = seatOf(board, id);
  const theirs = trustOf(pub, id, me);
  const mine = trustOf(pub, me, id);
  const summary = html`<${SeatMark} id=${id} size=${32} />
        <bdi class="grow"><span class="name-long">${name}</span><span class="name-short">${short}</span></bdi>
        <span class="trust-cell"><${Pips} value=${theirs.tokens} max=${MOST} earned=${theirs.earned} name=${say("trust.they", { name })} /><${Change} by=${theirs.change} /></span>
        <span class="trust-cell"><${Pips} value=${mine.tokens} max=${MOST} earned=${mine.earned} name=${say("trust.you", { name })} /><${Change} by=${mine.change} /></span>
        <${Icon} name="chevron-down" />`;
  return html`<li><${Unfold} look="partner" summary=${summary}>${() => html`<${PartnerBody} id=${id} />`}<//></li>`;
}

export function Trust() {
  const { pub, me, own, say } = useGame();
  return html`<section class="card-desk stack-s" aria-labelledby="trust">
    <div class="line-between"><${TermHeading} at="trust" id="trust_token" title=${say("trust.title")} />
      <span class="quiet small">${say(own.hand === 1 ? "trust.hand_one" : "trust.hand", { count: own.hand })}</span></div>
    <div class="partner-head quiet small" aria-hidden="true"><span>${say("trust.they_head")}</span><span>${say("trust.you_head")}</span></div>
    <ul class="partners">${pub.seats.filter((one) => one.id !== me).map((one) => html`<${Partner} key=${one.id} id=${one.id} />`)}</ul>
  </section>`;
}
