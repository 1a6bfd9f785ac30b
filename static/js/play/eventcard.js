/** The event card on the table: story, what it does, and the choice where it poses one. */
import { html } from "../dom.js";
import { Icon } from "../parts/icon.js";
import { cardWords, named, optionWords, seatName } from "../say.js";
import { effectsLines } from "../sayeffects.js";
import { optionOf, optionsOf, useGame } from "./game.js";
import { SeatMark } from "./marks.js";
import { Press, Term } from "./press.js";
import "./texts/table.js";

/** @typedef {import("../protocol.js").CardShown} CardView */
/** @typedef {import("../protocol.js").Option} ChoiceOption */

const ICONS = Object.freeze({ legal: "gavel", political: "landmark", incident: "triangle-alert", citizen: "users", budget: "coins", technology: "monitor" });

/** @param {{ effects: readonly import("../protocol.js").Effect[] }} props */
function Effects({ effects }) {
  const { board } = useGame();
  return html`<ul class="bullets small">${effectsLines(board, effects).map((line, at) => html`<li key=${at}>${line}</li>`)}</ul>`;
}

/** @param {{ card: CardView, option: ChoiceOption, own?: string }} props */
function OptionRow({ card, option, own }) {
  const { board, pub, me, menu, say } = useGame();
  const command = { type: "choose", option: option.id };
  // Who is not asked reads above who decides; a button would say nothing more.
  const asked = card.choosing && optionOf(menu, command)?.reason !== "not_yours";
  const votes = pub.seats.filter((one) => one.choice === option.id);
  const taken = card.option === option.id;
  return html`<li class=${`option${taken ? " option-taken" : ""}`}>
    <p class="strong">${optionWords(board, option.id, card.id, own)} ${taken && html`<span class="chip chip-good"><${Icon} name="check" />${say(card.defaulted ? "card.by_default" : "card.taken")}</span>`}
      ${!taken && card.choosing && card.choice?.default === option.id && html`<span class="chip">${say("card.default")}</span>`}</p>
    <${Effects} effects=${option.effects ?? []} />
    <div class="line">${votes.map((one) => html`<${SeatMark} key=${one.id} id=${one.id} size=${24} named />`)}
      ${asked && html`<${Press} command=${command} pressed=${votes.some((one) => one.id === me)}>${say("card.choose")}<//>`}</div>
  </li>`;
}

/** @param {{ card: CardView }} props */
function Choice({ card }) {
  const { board, view, menu, say } = useGame();
  if (!card.choice) return null;
  const { question, options } = cardWords(board, card, view.words);
  const who = card.choice.by === "all" ? say("card.all_choose") : say("card.one_chooses", { name: seatName(board, card.choice.by) });
  const others = card.choosing && optionsOf(menu, "choose").length === 0;
  return html`<div class="stack-s"><h4>${question || say("terms.choice.name")}</h4><p class="small quiet">${who}</p>
    <ul class="stack-s">${card.choice.options.map((option, at) => html`<${OptionRow} key=${option.id} card=${card} option=${option} own=${options[at]} />`)}</ul>
    ${others && html`<p class="small quiet">${say("card.in_talk")}</p>`}</div>`;
}

/** @param {{ card: CardView, id?: string }} props */
export function EventCard({ card, id = "card" }) {
  const { board, view } = useGame();
  const { headline, story, source } = cardWords(board, card, view.words);
  return html`<section id=${id} class="card event-card" aria-labelledby=${`${id}-title`}>
    <div class="card-head"><${Icon} name=${ICONS[/** @type {keyof typeof ICONS} */ (card.kind)] ?? "newspaper"} /><span class="quiet small"><${Term} id=${`kinds.${card.kind}`}>${named(board, "kinds", card.kind)}<//></span></div>
    <div class="card-body"><h3 id=${`${id}-title`}>${headline}</h3>${story && html`<p class="play-words"><bdi>${story}</bdi></p>`}
      ${(card.effects.length > 0 || !card.choice) && html`<${Effects} effects=${card.effects} />`}
      <${Choice} card=${card} />
      ${source && html`<p class="quiet small">${source}</p>`}</div>
  </section>`;
}
