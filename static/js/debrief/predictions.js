/** What people expected when they were asked during play, beside what happened then. */
import { html } from "../dom.js";
import { seatOf, text } from "../board.js";
import { questionWords } from "../pulsewords.js";
import { Marker } from "../parts/marker.js";
import { promisesOf } from "./bargains.js";
import { roundWords } from "./say.js";
import "./texts/outcome.js";
import "./texts/predictions.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").PulseResult} PulseResult
 * @typedef {import("../protocol.js").PulseShown} Pulse
 * @typedef {import("./shapes.js").Moment} Moment
 * @typedef {import("../protocol.js").GameView} Seen
 */

/** @param {Seen} view @returns {readonly PulseResult[]} */
export const pulsesOf = (view) => view.staff?.pulses ?? view.opened?.pulses ?? [];

/**
 * What came of what was asked about; empty where nothing can be set beside it.
 * @param {Board} board
 * @param {Pulse} pulse
 * @param {Moment} end
 * @param {readonly Moment[]} samples
 */
function cameOf(board, pulse, end, samples) {
  const { public: now } = end.view;
  if (pulse.question === "launch") return now.launched === null ? text(board, "outcome.not_launched") : text(board, "outcome.launched", { round: now.launched });
  if (pulse.question === "promise") {
    const due = promisesOf(end.view).filter((one) => one.by === pulse.about && one.due === pulse.round);
    const count = (/** @type {string} */ verdict) => due.filter((one) => one.verdict === verdict).length;
    return due.length ? text(board, "predicted.promises", { kept: count("kept"), broken: count("broken"), lapsed: count("lapsed") }) : text(board, "predicted.no_promise");
  }
  if (pulse.question === "holder") {
    const votes = samples.findLast((one) => one.view.public.votes?.length)?.view.public;
    const held = votes?.seats.filter((_, at) => votes.votes?.[at] !== true).map((one) => seatOf(board, one.id).short) ?? [];
    return votes ? text(board, held.length ? "predicted.held" : "predicted.nobody_held", { seats: held.join(", ") }) : text(board, "predicted.no_vote");
  }
  return "";
}

/** @param {{ board: Board, end: Moment, samples: readonly Moment[] }} props */
export function Predictions({ board, end, samples }) {
  const results = pulsesOf(end.view);
  if (results.length === 0) return null;
  const said = (/** @type {Pulse} */ pulse, /** @type {string} */ answer) =>
    pulse.form === "seats" ? seatOf(board, answer).short : pulse.form === "yes_no" ? text(board, `predicted.${answer}`) : text(board, "predicted.of_five", { answer });
  return html`<div class="stack">
    <div><h2 class="debrief-heading">${text(board, "predicted.title")}</h2><p class="quiet small">${text(board, "predicted.detail")}</p></div>
    <ul class="rows">${results.map(({ pulse, answers }) => {
      const came = cameOf(board, pulse, end, samples);
      return html`<li key=${pulse.id} class="row row-wrap predicted">
        <div class="grow stack-s"><p><span class="strong"><bdi>${questionWords(board, pulse, end.words)}</bdi></span> <span class="quiet small">${roundWords(board, pulse)}</span></p>
          ${answers.length === 0 && html`<p class="quiet small">${text(board, "predicted.none")}</p>`}
          <ul class="line predicted-answers">${answers.map(({ seat, answer }) => {
            const { look, code, name } = seatOf(board, seat);
            return html`<li key=${seat} class="line debrief-name"><${Marker} look=${look} code=${code} name=${name} size=${24} /><span class="small">${said(pulse, answer)}</span></li>`;
          })}</ul></div>
        ${came && html`<p class="predicted-came"><span class="quiet small block">${text(board, "predicted.came")}</span>${came}</p>`}</li>`;
    })}</ul></div>`;
}
