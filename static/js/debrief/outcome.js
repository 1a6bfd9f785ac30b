/** How the game ended: the outcome, what it was worth to all, and what each agency kept. */
import { html } from "../dom.js";
import { seatOf, text } from "../board.js";
import { Marker } from "../parts/marker.js";
import { signed } from "./say.js";
import "./texts/outcome.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").Public} Public
 */

/**
 * How many dependencies are in a state.
 * @param {Public} shown
 * @param {string} state
 */
export const countOf = (shown, state) => shown.dependencies.filter((one) => one.state === state).length;

/** @param {Board} board @param {Public} end */
function howWords(board, end) {
  if (end.stopped) return text(board, "outcome.stopped");
  return end.launched === null ? text(board, "outcome.not_launched") : text(board, "outcome.launched", { round: end.launched });
}

/**
 * @param {{ board: Board, end: Public }} props
 */
export function Outcome({ board, end }) {
  if (end.outcome === null) {
    return html`<section class="card card-roomy"><div class="card-body">
      <h2>${text(board, "outcome.none")}</h2><p class="quiet">${text(board, "outcome.none_text")}</p></div></section>`;
  }
  const live = text(board, "outcome.need", { live: countOf(end, "live"), need: end.need });
  return html`<section class="card card-roomy debrief-outcome"><div class="card-body">
    <div class="debrief-value">
      <div class="grow stack-s">
        <h2>${text(board, `outcomes.${end.outcome}.name`)}</h2>
        <p>${text(board, `outcomes.${end.outcome}.text`)}</p>
      </div>
      <p class="figure-side"><span class="figure-number block">${signed(end.public_value ?? 0)}</span>
        <span class="quiet small">${text(board, "outcome.public_value")}</span></p>
    </div>
    <p class="quiet small">${howWords(board, end)}. ${live}.</p>
    <table class="table">
      <caption class="visually-hidden">${text(board, "outcome.scores")}</caption>
      <thead><tr><th scope="col">${text(board, "outcome.agency")}</th><th scope="col" class="num">${text(board, "outcome.own")}</th></tr></thead>
      <tbody>${end.scores.map(({ seat, own }) => {
        const { look, code, name } = seatOf(board, seat);
        return html`<tr key=${seat}><th scope="row"><span class="line debrief-name"><${Marker} look=${look} code=${code} size=${24} /><bdi>${name}</bdi></span></th><td class="num">${signed(own)}</td></tr>`;
      })}</tbody>
    </table>
  </div></section>`;
}
