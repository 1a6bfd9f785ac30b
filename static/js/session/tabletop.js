/** The table as everybody sees it: tracks, agenda, card, dependencies. No secret comes in here. */
import { html } from "../dom.js";
import { text } from "../board.js";
import { cardWords, named } from "../say.js";
import { useWord } from "../words.js";
import { DependencyNetwork } from "../parts/network.js";
import { Meter } from "../parts/track.js";
import { useDesk } from "./desk.js";
import { live, moved, netLinks, netSeats, stateNames, TRACKS } from "./figures.js";
import "./texts/table.js";

export function TableTop() {
  const say = useWord();
  const { board, pub, frame } = useDesk();
  const names = stateNames(say);
  const card = pub.card ? cardWords(board, pub.card, frame.view.words) : null;
  return html`<section class="card card-flat" aria-labelledby="table-title"><div class="card-body">
    <div class="line-between"><h2 id="table-title">${say("table.title")}</h2><p class="strong">${say("table.live", { live: live(pub), need: pub.need })}</p></div>
    <div class="meters">${TRACKS.map(([track, max]) => html`<${Meter} key=${track} name=${named(board, "terms", track)} label=${named(board, "terms", track)}
      value=${pub[track]} max=${max} change=${moved(pub, track)} lessIsBetter=${track === "legal_pressure"} />`)}</div>
    <dl class="facts">
      <dt>${named(board, "terms", "agenda")}</dt><dd>${named(board, "frames", pub.agenda)}</dd>
      <dt>${named(board, "terms", "frame")}</dt><dd>${named(board, "frames", pub.frame)}</dd>
      ${pub.headline && html`<dt>${named(board, "terms", "headline")}</dt><dd>${named(board, "frames", pub.headline)}</dd>`}
      ${card && html`<dt>${text(board, "terms.card.name")}</dt><dd>${card.headline}${pub.card?.choosing && html` <span class="chip">${say("table.choosing")}</span>`}</dd>`}
    </dl>
    <${DependencyNetwork} seats=${netSeats(board, pub)} links=${netLinks(board, pub, names)} stateNames=${names} caption=${say("table.dependencies")} height=${340} />
  </div></section>`;
}
