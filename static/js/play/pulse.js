/**
 * What the facilitator asks all seats: one tap answers it, another changes the answer. Where the
 * question is out of sight on a phone, a line at the foot leads to it; nothing moves when it comes.
 */
import { html, useEffect, useRef, useState } from "../dom.js";
import { seatOf } from "../board.js";
import { questionWords } from "../pulsewords.js";
import { Icon } from "../parts/icon.js";
import { announce } from "../parts/liveregion.js";
import { Marker } from "../parts/marker.js";
import { optionsOf, useGame } from "./game.js";
import { Press } from "./press.js";
import "./texts/stages.js";

/** @typedef {import("../protocol.js").PulseShown} Pulse */

/** So much of the question has to be in sight, as a share of its height, that nobody need be led to it. */
const SEEN = 0.5;

/** @param {{ pulse: Pulse, answer: string }} props */
function Answer({ pulse, answer }) {
  const { board, say } = useGame();
  if (pulse.form !== "seats") return html`${pulse.form === "yes_no" ? say(`pulse.${answer}`) : answer}`;
  const seat = seatOf(board, answer);
  return html`<span class="who"><${Marker} look=${seat.look} code=${seat.code} size=${24} /><bdi>${seat.short}</bdi></span>`;
}

/** Whether an element is out of sight, on another part of the page, say. @param {{ current: HTMLElement | null }} box */
function useAway(box) {
  const [away, setAway] = useState(false);
  useEffect(() => {
    if (!box.current) return undefined;
    const watch = new IntersectionObserver(([one]) => setAway((one?.intersectionRatio ?? 0) < SEEN), { threshold: SEEN });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return away;
}

/** The question that is open, with the way to it. @param {{ pulse: Pulse, open: boolean }} props */
function Asked({ pulse, open }) {
  const { board, own, view, go, say } = useGame();
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const away = useAway(box);
  const words = questionWords(board, pulse, view.words);
  useEffect(() => announce(`${say("pulse.asks")}: ${words}`), [pulse.id]);
  const waits = away && own.seat !== "" && own.pulses.every((one) => one.pulse !== pulse.id);
  return html`${waits && html`<div class="pulse-lead"><button type="button" class="button button-now button-wide" onClick=${() => go("table", "pulse")}>
      <${Icon} name="message-square" /><span class="pulse-lead-words">${say("pulse.lead")} <bdi>${words}</bdi></span></button></div>`}
    <div class="panel" data-open=${String(open)} ref=${box}><${PulseForm} pulse=${pulse} /></div>`;
}

/** The open question; nothing where none is asked. @param {{ open: boolean }} props `open`: this part of the page is shown */
export function PulseCard({ open }) {
  const { pub } = useGame();
  return pub.pulse && html`<${Asked} key=${pub.pulse.id} pulse=${pub.pulse} open=${open} />`;
}

/** @param {{ pulse: Pulse }} props */
function PulseForm({ pulse }) {
  const { board, own, view, menu, say } = useGame();
  const mine = own.pulses.find((one) => one.pulse === pulse.id)?.answer;
  const options = optionsOf(menu, "answer_pulse").filter(({ command }) => command.pulse === pulse.id);
  return html`<section class="card pulse" id="pulse" aria-labelledby="pulse-title">
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
