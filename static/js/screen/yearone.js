/** Year one, quarter by quarter: the card, what bounced, what citizens think of it. */
import { html } from "../dom.js";
import { cardWords } from "../say.js";
import { useWord } from "../words.js";
import { useShow } from "./show.js";

const QUARTERS = Object.freeze([1, 2, 3, 4]);

/** @param {{ quarter: number }} props */
function QuarterBox({ quarter }) {
  const say = useWord();
  const { board, pub } = useShow();
  const past = pub.quarters[quarter - 1];
  const now = quarter === pub.quarter && pub.phase === "year_one";
  return html`<li class="quarter" data-at=${now ? "now" : past ? "past" : "next"}>
    <p class="quarter-name">${say("year.quarter", { quarter })}</p>
    ${past && html`<p class="quarter-card">${cardWords(board, { id: past.card }).headline}</p>
      <p><span class="quarter-number">${past.bounced}</span> ${say("year.bounced")}</p>
      <p><span class="quarter-number">${past.absorbed}</span> ${say("year.absorbed")}</p>
      <p class="quarter-rating"><span>${say("year.rating")}</span> <span class="quarter-big">${past.rating}</span></p>`}
  </li>`;
}

export function YearOneScene() {
  const say = useWord();
  const { board, pub, frame } = useShow();
  const past = pub.quarters.at(-1);
  const card = pub.card ?? (past ? { id: past.card, words: null } : null);
  const words = card ? cardWords(board, card, frame.view.words) : null;
  if (pub.launched === null) return html`<div class="scene"><p class="lead">${say("year.none")}</p></div>`;
  return html`<div class="scene scene-year">
    <div class="year-card">${words && pub.quarter > 0
      ? html`<h2 class="event-headline">${words.headline}</h2><p class="event-story">${words.story}</p>`
      : html`<h2 class="event-headline">${say("year.begin")}</h2>`}</div>
    <ol class="quarters">${QUARTERS.map((quarter) => html`<${QuarterBox} key=${quarter} quarter=${quarter} />`)}</ol>
  </div>`;
}
