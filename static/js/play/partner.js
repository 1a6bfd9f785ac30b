/** Trust between the reader and one other: what happened to it, placing a token or taking one back. */
import { html } from "../dom.js";
import { seatOf } from "../board.js";
import { lineWords } from "../say.js";
import { trustOf, useGame } from "./game.js";
import { Press } from "./press.js";
import "./texts/partner.js";

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

/** @param {{ id: string }} props */
export function PartnerBody({ id }) {
  const { board, view, pub, me, own, say, go } = useGame();
  const { name } = seatOf(board, id);
  const theirs = trustOf(pub, id, me);
  const mine = trustOf(pub, me, id);
  const moved = useMoves(id);
  return html`<div class="stack-s partner-body">
    <p class="small">${say("trust.row", { name, theirs: theirs.tokens, mine: mine.tokens, hand: own.hand })}
      ${mine.earned > 0 && ` ${say("trust.earned", { count: mine.earned })}`}</p>
    ${moved.length > 0 && html`<div class="stack-s"><p class="small strong">${say("trust.round")}</p><ul class="small bullets">${moved.map(({ line, id: at }) => html`<li key=${at}>${lineWords(board, line, view.words).text}</li>`)}</ul></div>`}
    <div class="actions">
      <${Press} command=${{ type: "place_token", with: id }} icon="hand-coins">${say("trust.place")}<//>
      <${Press} command=${{ type: "take_back", with: id }} icon="undo-2">${say("trust.take")}<//>
    </div>
    <div class="actions actions-start">
      <button type="button" class="button button-quiet" onClick=${() => go("deals", "offer", { to: id })}>${say("trust.offer", { name })}</button>
      <button type="button" class="button button-quiet" onClick=${() => go("deals", "message", { to: id })}>${say("trust.message")}</button>
    </div>
  </div>`;
}
