/** Trust: who trusts me, whom I trust, and placing a token or taking one back. */
import { html } from "../dom.js";
import { seatOf } from "../board.js";
import { Icon } from "../parts/icon.js";
import { Pips } from "../parts/pips.js";
import { Unfold } from "../parts/unfold.js";
import { lineWords, signed } from "../say.js";
import { trustOf, useGame } from "./game.js";
import { SeatMark } from "./marks.js";
import { Press, TermHeading } from "./press.js";

const MOST = 3;

/**
 * What happened to tokens between the reader and another in this round; all may read it.
 * @param {string} id
 */
function useMoves(id) {
  const { view, pub, me } = useGame();
  return view.lines
    .map((line, at) => ({ line, id: view.first + at }))
    .filter(({ line }) => line.round === pub.round && /^tokens?_/.test(line.kind) && [line.params["seat"], line.params["other"]].sort().join() === [id, me].sort().join());
}

/** Net change since the round began. @param {{ by: number }} props */
function Change({ by }) {
  const { say } = useGame();
  if (by === 0) return null;
  return html`<span class=${`trust-change small ${by > 0 ? "good" : "bad"}`}><${Icon} name=${by > 0 ? "arrow-up" : "arrow-down"} size="s" /><span>${signed(by)}</span><span class="visually-hidden"> ${say("trust.this_round")}</span></span>`;
}

/** @param {{ id: string }} props */
function Partner({ id }) {
  const game = useGame();
  const { board, pub, me, own, say, go } = game;
  const { name, short } = seatOf(board, id);
  const theirs = trustOf(pub, id, me);
  const mine = trustOf(pub, me, id);
  const moved = useMoves(id);
  const summary = html`<${SeatMark} id=${id} size=${32} />
        <bdi class="grow"><span class="name-long">${name}</span><span class="name-short">${short}</span></bdi>
        <span class="trust-cell"><${Pips} value=${theirs.tokens} max=${MOST} earned=${theirs.earned} name=${say("trust.they", { name })} /><${Change} by=${theirs.change} /></span>
        <span class="trust-cell"><${Pips} value=${mine.tokens} max=${MOST} earned=${mine.earned} name=${say("trust.you", { name })} /><${Change} by=${mine.change} /></span>
        <${Icon} name="chevron-down" />`;
  return html`<li><${Unfold} look="partner" summary=${summary}>${() => html`<div class="stack-s partner-body">
        <p class="small">${say("trust.row", { name, theirs: theirs.tokens, mine: mine.tokens, hand: own.hand })}
          ${mine.earned > 0 && ` ${say("trust.earned", { count: mine.earned })}`}</p>
        ${moved.length > 0 && html`<div class="stack-s"><p class="small strong">${say("trust.round")}</p><ul class="small bullets">${moved.map(({ line, id: at }) => html`<li key=${at}>${lineWords(board, line, game.view.words).text}</li>`)}</ul></div>`}
        <div class="actions">
          <${Press} command=${{ type: "place_token", with: id }} icon="hand-coins">${say("trust.place")}<//>
          <${Press} command=${{ type: "take_back", with: id }} icon="undo-2">${say("trust.take")}<//>
        </div>
        <div class="actions actions-start">
          <button type="button" class="button button-quiet" onClick=${() => go("deals", "offer", { to: id })}>${say("trust.offer", { name })}</button>
          <button type="button" class="button button-quiet" onClick=${() => go("deals", "message", { to: id })}>${say("trust.message")}</button>
        </div>
      </div>`}<//></li>`;
}

export function Trust() {
  const { pub, me, own, say } = useGame();
  return html`<section class="card-desk stack-s" aria-labelledby="trust">
    <div class="line-between"><${TermHeading} at="trust" id="trust_token" title=${say("trust.title")} />
      <span class="quiet small">${say("trust.hand", { count: own.hand })}</span></div>
    <div class="partner-head quiet small" aria-hidden="true"><span>${say("trust.they_head")}</span><span>${say("trust.you_head")}</span></div>
    <ul class="partners">${pub.seats.filter((one) => one.id !== me).map((one) => html`<${Partner} key=${one.id} id=${one.id} />`)}</ul>
  </section>`;
}
