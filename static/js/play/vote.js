/** The launch vote: cast in secret, shown when all have voted. */
import { html } from "../dom.js";
import { Icon } from "../parts/icon.js";
import { seatName } from "../say.js";
import { useGame } from "./game.js";
import { SeatMark } from "./marks.js";
import { OwedVote } from "./owed.js";
import { Press } from "./press.js";
import "./texts/stages.js";
import "./texts/table.js";

export function VoteForm() {
  const { say, pub } = useGame();
  const last = pub.round >= pub.rounds;
  const live = pub.dependencies.filter((one) => one.state === "live").length;
  return html`<div class="stack">
    <p class="strong">${say("table.need", { live, need: pub.need })}</p>
    <ul class="bullets small">
      <li>${say(pub.governance ? `vote.needs_${pub.governance}` : "vote.needs")}</li>
      <li>${say("vote.then")}</li>
      <li>${say(last ? "vote.else_last" : "vote.else")}</li>
    </ul>
    <p class="beside"><${Icon} name="lock" /><span>${say("vote.secret")}</span></p>
    <${OwedVote} />
    <div class="halves">
      <${Press} command=${{ type: "cast_vote", launch: true }} kind="primary" icon="rocket" big>${say("vote.launch")}<//>
      <${Press} command=${{ type: "cast_vote", launch: false }} icon="hand" big>${say("vote.hold")}<//>
    </div>
  </div>`;
}

/** Who has voted; what, once it is counted. */
export function VoteBoard() {
  const { pub, own, me, board, say } = useGame();
  const votes = pub.votes;
  // None was held: the sentence on top of the page says so.
  if (votes !== null && votes.length === 0) return null;
  const said = (/** @type {boolean | null | undefined} */ vote) => (vote === null || vote === undefined ? "vote.abstained" : vote ? "vote.launch" : "vote.hold");
  const cast = own.vote === null ? null : say(said(own.vote));
  return html`<section class="card" aria-labelledby="votes"><div class="card-body">
    <h3 id="votes">${say(votes === null ? "vote.who" : pub.passed ? "vote.passed" : "vote.failed")}</h3>
    <ul class="rows">${pub.seats.map((seat, at) => html`<li key=${seat.id} class="row"><${SeatMark} id=${seat.id} /><bdi class="grow">${seatName(board, seat.id)}</bdi>
      ${votes === null
        ? html`<span class="chip${seat.voted ? "" : " chip-dash"}"><${Icon} name=${seat.voted ? "check" : "hourglass"} />${say(seat.voted ? "vote.voted" : "vote.thinking")}</span>`
        : html`<span class=${`chip${votes[at] === true ? " chip-good" : votes[at] === false ? " chip-bad" : " chip-dash"}`}>${say(said(votes[at]))}</span>`}
    </li>`)}</ul>
    ${votes === null && cast && pub.seats.some((one) => one.id === me) && html`<p class="small quiet beside"><${Icon} name="lock" size="s" /><span>${say("vote.own", { vote: cast })}</span></p>`}
  </div></section>`;
}
