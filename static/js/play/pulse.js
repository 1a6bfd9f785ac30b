/** What the facilitator asks all seats: one tap answers it, another changes the answer. */
import { html } from "../dom.js";
import { seatOf } from "../board.js";
import { questionWords } from "../pulsewords.js";
import { Icon } from "../parts/icon.js";
import { Marker } from "../parts/marker.js";
import { optionsOf, useGame } from "./game.js";
import { Press } from "./press.js";
import "./texts/stages.js";

/** @typedef {import("../protocol.js").PulseShown} Pulse */

/** @param {{ pulse: Pulse, answer: string }} props */
function Answer({ pulse, answer }) {
  const { board, say } = useGame();
  if (pulse.form !== "seats") return html`${pulse.form === "yes_no" ? say(`pulse.${answer}`) : answer}`;
  const seat = seatOf(board, answer);
  return html`<span class="who"><${Marker} look=${seat.look} code=${seat.code} size=${24} /><bdi>${seat.short}</bdi></span>`;
}

/** The open question with its answers; nothing where none is asked. */
export function PulseCard() {
  const { board, pub, own, view, menu, say } = useGame();
  const pulse = pub.pulse;
  if (!pulse) return null;
  const mine = own.pulses.find((one) => one.pulse === pulse.id)?.answer;
  const options = optionsOf(menu, "answer_pulse").filter(({ command }) => command.pulse === pulse.id);
  return html`<section class="card pulse" aria-labelledby="pulse-title">
    <div class="card-body stack-s">
      <p class="line small quiet"><${Icon} name="message-square" size="s" />${say("pulse.asks")}</p>
      <h2 id="pulse-title" class="pulse-question"><bdi>${questionWords(board, pulse, view.words)}</bdi></h2>
      <div class=${`pulse-answers pulse-${pulse.form}`} role="group" aria-labelledby="pulse-title">${options.map(({ command }) => {
        const answer = command.answer ?? "";
        return answer === mine
          ? html`<button key=${answer} type="button" class="button button-primary" aria-pressed="true"><span><${Answer} pulse=${pulse} answer=${answer} /></span></button>`
          : html`<${Press} key=${answer} command=${command} always pressed=${false}><${Answer} pulse=${pulse} answer=${answer} /><//>`;
      })}</div>
      ${pulse.form === "scale" && html`<p class="line-between small quiet"><span>${say("pulse.least")}</span><span>${say("pulse.most")}</span></p>`}
      <p class="small quiet">${say(mine === undefined ? "pulse.private" : "pulse.told")}</p>
    </div>
  </section>`;
}
