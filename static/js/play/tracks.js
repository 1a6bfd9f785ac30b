/** What all share: support, pressure, counter, rating, agenda and frame, and what push does, in words. */
import { html } from "../dom.js";
import { hasText } from "../board.js";
import { Icon } from "../parts/icon.js";
import { Meter } from "../parts/track.js";
import { named } from "../say.js";
import { useGame } from "./game.js";
import { Term } from "./press.js";
import "./texts/table.js";

const ENDS = Object.freeze({ support: 10, legal_pressure: 10, counter: 6, rating: 10 });

function Politics() {
  const { pub, board, say } = useGame();
  const match = pub.frame === pub.agenda;
  const story = pub.agenda_card && hasText(board, `agenda.${pub.agenda_card}.headline`) ? say(`agenda.${pub.agenda_card}.headline`) : null;
  const next = pub.agenda_rounds.find((round) => round > pub.round);
  const over = ["vote", "year_one", "ended"].includes(pub.phase);
  return html`<div class="stack-s"><dl class="facts">
      <dt><${Term} id="agenda" /></dt><dd class="strong">${named(board, "frames", pub.agenda)}${story && html`<span class="block quiet small">${story}</span>`}</dd>
      <dt><${Term} id="frame" /></dt><dd class="strong">${named(board, "frames", pub.frame)}</dd>
      ${pub.headline && html`<dt><${Term} id="headline" /></dt><dd>${named(board, "frames", pub.headline)}</dd>`}
    </dl>
    ${!over && html`<p class=${`line small ${match ? "good" : "bad"}`}><${Icon} name=${match ? "arrow-up" : "arrow-down"} /><span class="grow">${say(match ? "table.frame_fits" : "table.frame_misses")}</span></p>`}
    ${!over && next !== undefined && html`<p class="quiet small">${say("table.next_shift", { round: next })}</p>`}
  </div>`;
}

/** @param {{ id: "support" | "legal_pressure" | "counter" | "rating" }} props */
function Track({ id }) {
  const { pub, say } = useGame();
  const past = id === "rating" ? undefined : pub.past.filter((one) => one.round < pub.round).at(-1)?.[id];
  const change = past === undefined ? undefined : pub[id] - past;
  return html`<${Meter} name=${say(`terms.${id}.name`)} label=${html`<${Term} id=${id} />`} value=${pub[id]} max=${ENDS[id]} change=${change} lessIsBetter=${id === "legal_pressure"} />`;
}

export function Tracks() {
  const { pub, say } = useGame();
  const live = pub.dependencies.filter((one) => one.state === "live").length;
  const signed = pub.dependencies.filter((one) => one.state === "signed").length;
  return html`<section class="card-desk stack" aria-labelledby="tracks"><h2 id="tracks">${say("table.tracks")}</h2>
    <div class="line-between need"><${Term} id="need">${say("table.need", { live, need: pub.need })}<//><span class="quiet small">${say("table.signed", { count: signed })}</span></div>
    <div class="tracks"><${Track} id="support" /><${Track} id="legal_pressure" /><${Track} id="counter" /><${Track} id="rating" /></div>
    <div><${Term} id="push">${say(pub.push > 1 ? "table.push" : pub.push === 1 ? "table.push_one" : "table.push_none", { push: pub.push })}<//></div>
    <${Politics} />
    ${pub.bounced !== null && html`<p class="line"><${Icon} name="book-open" /><span class="grow">${say("table.bounced", { count: pub.bounced })}</span></p>`}
    ${pub.freeze !== null && html`<p class="line"><${Icon} name="lock" /><span class="grow">${say("effects.freeze", { sensitivity: pub.freeze })}</span></p>`}
    ${pub.deadlines.map((round) => html`<p key=${round} class="line"><${Icon} name="timer" /><span class="grow">${say("effects.deadline", { round })}</span></p>`)}
    ${pub.fragmentation > 0 && html`<div><${Term} id="fragmentation">${say("table.fragmentation", { count: pub.fragmentation })}<//></div>`}
  </section>`;
}
