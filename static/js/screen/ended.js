/** The end: the outcome, what the service is worth to citizens, and beside it what each agency kept. */
import { html } from "../dom.js";
import { seatOf, text } from "../board.js";
import { named, number } from "../say.js";
import { useWord } from "../words.js";
import { Marker } from "../parts/marker.js";
import { useShow } from "./show.js";

export function EndedScene() {
  const say = useWord();
  const { board, pub, frame } = useShow();
  const outcome = pub.outcome ?? "not_launched";
  const value = pub.public_value ?? 0;
  return html`<div class="scene scene-ended">
    <div class="outcome"><h2>${named(board, "outcomes", outcome)}</h2><p class="lead">${text(board, `outcomes.${outcome}.text`)}</p></div>
    <div class="results">
      <div class="result-value"><p>${say("end.value_points")}</p><p class="result-number">${number(value)}</p></div>
      <div class="result-own"><p>${say("end.own")}</p><ul>${pub.scores.map((one) => {
        const { look, code, short } = seatOf(board, one.seat);
        return html`<li key=${one.seat}><${Marker} look=${look} code=${code} size=${44} /><bdi>${short}</bdi><span class="result-score">${number(one.own)}</span></li>`;
      })}</ul></div>
    </div>
    ${frame.view.head && html`<p class="hash"><span class="quiet">${say("end.head")}</span> <code>${frame.view.head}</code></p>`}
  </div>`;
}
