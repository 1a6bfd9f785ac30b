/** Cards of this round that the facilitator gave to this seat and not to all. */
import { html, useEffect, useRef } from "../dom.js";
import { Icon } from "../parts/icon.js";
import { announce } from "../parts/liveregion.js";
import { cardWords } from "../say.js";
import { useGame } from "./game.js";

export function OwnCards() {
  const { board, own, view, say } = useGame();
  const cards = own?.cards ?? [];
  const told = useRef(cards.length);
  useEffect(() => {
    if (cards.length > told.current) announce(say("card.own"));
    told.current = cards.length;
  }, [cards.length]);
  return html`${cards.map((card, at) => {
    const { headline, story } = cardWords(board, card, view.words);
    return html`<section key=${`${card.id} ${at}`} class="card event-card own-card" aria-label=${say("card.own")}>
      <div class="card-head"><${Icon} name="lock" /><span class="small">${say("card.own")}</span></div>
      <div class="card-body"><h3><bdi>${headline}</bdi></h3>${story && html`<p class="play-words"><bdi>${story}</bdi></p>`}</div>
    </section>`;
  })}`;
}
