/** The event card, large, with its choice and the open votes on it. */
import { html } from "../dom.js";
import { seatOf, text } from "../board.js";
import { cardWords, named, optionWords } from "../say.js";
import { effectsLines } from "../sayeffects.js";
import { useWord } from "../words.js";
import { Marker } from "../parts/marker.js";
import { useShow } from "./show.js";
import { Politics } from "./table.js";

/** @typedef {import("../protocol.js").CardShown} CardView */

/** @param {{ card: CardView, choice: NonNullable<CardView["choice"]> }} props */
function Options({ card, choice }) {
  const say = useWord();
  const { board, pub, frame } = useShow();
  const { question, options } = cardWords(board, card, frame.view.words);
  const label = (/** @type {string} */ id) => optionWords(board, id, card.id, options[choice.options.findIndex((one) => one.id === id)]);
  const by = choice.by === "all" ? say("card.all") : say("card.seat", { seat: seatOf(board, choice.by).name });
  return html`<div class="options">
    <p class="options-question">${question} <span class="quiet">${by}</span></p>
    <ul class="options-list">${choice.options.map((option) => {
      const votes = pub.seats.filter((seat) => seat.choice === option.id);
      return html`<li key=${option.id} class="option" data-taken=${String(card.option === option.id)}>
        <p class="strong">${label(option.id)}</p>
        <p class="option-effects">${effectsLines(board, option.effects ?? []).join(". ")}</p>
        <p class="option-votes">${votes.map((seat) => {
          const { look, code, name } = seatOf(board, seat.id);
          return html`<${Marker} key=${seat.id} look=${look} code=${code} size=${36} name=${name} />`;
        })}</p></li>`;
    })}</ul>
    ${card.option !== null && html`<p class="strong">${say(card.defaulted ? "card.default" : "card.decided", { option: label(card.option) })}</p>`}
  </div>`;
}

/** Signs from which a card with a choice is set smaller. */
const DENSE = 165;

export function CardScene() {
  const say = useWord();
  const { board, pub, frame } = useShow();
  const { card } = pub;
  if (!card) return html`<div class="scene scene-card"><p class="lead">${say("card.none")}</p><${Politics} /></div>`;
  const words = cardWords(board, card, frame.view.words);
  const effects = card.effects.length > 0 ? effectsLines(board, card.effects) : [];
  const signs = [words.headline, words.story, words.question, ...effects].join(" ").length;
  const dense = card.choice !== null && signs > DENSE;
  return html`<div class="scene scene-card">
    <article class="event" data-dense=${String(dense)}>
      <p class="event-kind">${named(board, "kinds", card.kind)}</p>
      <h2 class="event-headline">${words.headline || text(board, "terms.card.name")}</h2>
      ${words.story && html`<p class="event-story">${words.story}</p>`}
      ${effects.length > 0 && html`<ul class="event-effects">${effects.map((line, at) => html`<li key=${at}>${line}</li>`)}</ul>`}
      ${card.choice && html`<${Options} card=${card} choice=${card.choice} />`}
    </article>
    <${Politics} />
  </div>`;
}
