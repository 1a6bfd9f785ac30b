/** The launch vote: who has voted, then the count. */
import { html } from "../dom.js";
import { seatOf } from "../board.js";
import { useWord } from "../words.js";
import { Icon } from "../parts/icon.js";
import { Marker } from "../parts/marker.js";
import { useShow } from "./show.js";

/** @param {boolean | null | undefined} vote */
const voteKey = (vote) => (vote === true ? "launch" : vote === false ? "hold" : "abstained");

/**
 * What stands under an agency's marker.
 * @param {import("../protocol.js").Public} pub
 * @param {number} at
 */
function stateOf(pub, at) {
  const seat = pub.seats[at];
  if (pub.votes !== null && pub.votes.length === 0) return "";
  if (pub.votes !== null) return voteKey(pub.votes[at]);
  if (pub.phase !== "vote") return seat?.calls_vote ? "calls" : "";
  return seat?.voted ? "voted" : "voting";
}

const ICONS = Object.freeze(/** @type {Record<string, string>} */ ({ launch: "rocket", hold: "hand", voted: "check", voting: "hourglass", calls: "vote", abstained: "minus" }));

/** @param {import("../protocol.js").Public} pub */
function titleKey(pub) {
  if (pub.votes === null) return pub.phase === "vote" || pub.seats.some((one) => one.calls_vote) ? "vote.title" : "vote.none";
  if (pub.votes.length === 0) return "vote.none_held";
  return pub.passed ? "vote.passed" : "vote.failed";
}

export function VoteScene() {
  const say = useWord();
  const { board, pub } = useShow();
  const counted = pub.votes !== null && pub.votes.length > 0;
  const launch = pub.votes?.filter((vote) => vote === true).length ?? 0;
  const hold = pub.votes?.filter((vote) => vote === false).length ?? 0;
  return html`<div class="scene scene-vote">
    <h2 class="vote-title">${say(titleKey(pub))}</h2>
    ${counted && html`<p class="vote-count">${say("vote.count", { launch, hold })}</p>`}
    <ul class="ballots">${pub.seats.map((seat, at) => {
      const { look, code, short } = seatOf(board, seat.id);
      const state = stateOf(pub, at);
      return html`<li key=${seat.id} class="ballot" data-state=${state}><${Marker} look=${look} code=${code} size=${72} /><bdi>${short}</bdi>
        <span class="ballot-state">${state && html`<${Icon} name=${ICONS[state]} />${say(`vote.${state}`)}`}</span></li>`;
    })}</ul>
  </div>`;
}
