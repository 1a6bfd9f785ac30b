/** The moments of a saved debrief: what the group talked about, or was noted, each a step away. */
import { html } from "../dom.js";
import { text } from "../board.js";
import { placeOf } from "./course.js";
import { clockAt } from "./say.js";
import "./texts/page.js";

/**
 * @typedef {{ version: number, title: string, question: string }} KeptMoment
 * @param {object} props
 * @param {import("../board.js").Board} props.board
 * @param {import("./course.js").Course} props.course
 * @param {readonly KeptMoment[]} props.moments
 * @param {number} props.place
 * @param {(place: number) => void} props.onGo
 */
export function KeptMoments({ board, course, moments, place, onGo }) {
  return html`<section class="card card-roomy" aria-labelledby="kept-moments"><div class="card-body stack-s">
    <h2 class="debrief-heading" id="kept-moments">${text(board, "kept.moments")}</h2>
    <ol class="stack-s">${moments.map((one) => {
      const at = placeOf(course, one.version);
      return html`<li key=${one.version}><button type="button" class="debrief-link" aria-current=${at === place ? "true" : null} onClick=${() => onGo(at)}>
          <bdi class="strong">${one.title}</bdi> <span class="quiet">${clockAt(course, at)}</span></button>
        ${one.question && html`<p class="quiet">${one.question}</p>`}</li>`;
    })}</ol>
  </div></section>`;
}
