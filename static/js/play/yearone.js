/** Year one, a quarter at a time: the card, what bounced, what citizens think. */
import { html } from "../dom.js";
import { Meter } from "../parts/track.js";
import { cardWords } from "../say.js";
import { useGame } from "./game.js";
import { Term, TermHeading } from "./press.js";
import "./texts/stages.js";

const QUARTERS = 4;
const RATING_END = 10;

export function YearOne() {
  const { pub, board, say } = useGame();
  return html`<section class="card" aria-labelledby="year"><div class="card-body">
    <${TermHeading} at="year" id="year_one" />
    <${Meter} name=${say("terms.rating.name")} label=${html`<${Term} id="rating" />`} value=${pub.rating} max=${RATING_END} />
    <ol class="stack-s">${Array.from({ length: QUARTERS }, (_, at) => {
      const one = pub.quarters[at];
      const now = at + 1 === pub.quarter && pub.phase === "year_one";
      return html`<li key=${at} class="quarter" data-done=${String(Boolean(one))}><span class=${`number${now && !one ? "" : " number-quiet"}`}>${at + 1}</span>
        <div class="grow">${one
          ? html`<p class="strong">${cardWords(board, { id: one.card }).headline}</p><p class="small">${say(one.bounced === 1 ? "year.bounced_one" : "year.bounced", { bounced: one.bounced, absorbed: one.absorbed, rating: one.rating })}</p>`
          : html`<p class="quiet">${say(now ? "year.now" : "year.later")}</p>`}</div></li>`;
    })}</ol>
  </div></section>`;
}
