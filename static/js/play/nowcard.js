/** The card on top: the one status sentence, and the one thing that it asks for. */
import { html, useEffect, useRef } from "../dom.js";
import { Icon } from "../parts/icon.js";
import { announce } from "../parts/liveregion.js";
import { optionsOf, useGame } from "./game.js";
import { later } from "./later.js";
import { offersToMe } from "./next.js";
import { Press } from "./press.js";

/** @typedef {import("./next.js").Step} Step */

const OfferToMe = later(() => import("./dealcard.js"), "OfferToMe");
const PlanSlots = later(() => import("./plan.js"), "PlanSlots");
const VoteForm = later(() => import("./vote.js"), "VoteForm");

/** Saying that one is done; `quiet` where something else is asked for first. @param {{ quiet?: boolean }} props */
function TalkStep({ quiet = false }) {
  const { menu, go, say } = useGame();
  return html`${optionsOf(menu, "done").map(({ command }) => {
    const on = command.done !== false;
    return html`<div key="done" class="actions actions-first">
      <${Press} command=${command} kind=${quiet ? "quiet" : on ? "primary" : "outline"} icon=${on ? "check" : "undo-2"}>${say(on ? "next.done" : "next.not_done")}<//>
      ${!quiet && html`<button type="button" class="button button-outline" onClick=${() => go("deals")}><${Icon} name="handshake" /><span>${say("next.to_deals")}</span></button>`}
    </div>`;
  })}`;
}

/** @param {{ step: Step }} props */
function Body({ step }) {
  const game = useGame();
  const { pub, say, go } = game;
  if (step.deal) {
    const more = offersToMe(game).length - 1;
    return html`<${OfferToMe} key=${step.deal.id} deal=${step.deal} />
      ${more > 0 && html`<button type="button" class="button button-quiet" onClick=${() => go("deals")}>${say("next.more_offers", { count: more })}</button>`}
      <${TalkStep} quiet />`;
  }
  if (pub.phase === "plan") return html`<${PlanSlots} />`;
  if (step.id === "vote") return html`<${VoteForm} />`;
  if (step.id === "choose") {
    return html`<button type="button" class="button button-now button-wide" onClick=${() => go("table", "card")}><${Icon} name="arrow-down" /><span>${say("next.to_card")}</span></button><${TalkStep} quiet />`;
  }
  if (pub.phase === "talk") return html`<${TalkStep} />`;
  return null;
}

/** @param {{ step: Step, open: boolean }} props */
export function NowCard({ step, open }) {
  const { go, say, pub, me } = useGame();
  const told = useRef("");
  useEffect(() => {
    if (told.current !== step.id) announce(step.title);
    told.current = step.id;
  }, [step.id]);
  // Nothing to press: the sentence is the whole card.
  const body = html`<${Body} step=${step} />`;
  const plain = me === "" || (pub.phase !== "plan" && pub.phase !== "talk" && step.id !== "vote");
  return html`<section class=${`card${step.now ? " card-now" : ""} play-now`} aria-labelledby="now" data-open=${String(open)}>
    <div class="card-head"><${Icon} name=${step.icon} size="l" /><h2 id="now">${step.title}</h2>
      ${!open && !plain && html`<button type="button" class="button button-quiet play-back" onClick=${() => go("table")}>${say("next.show")}</button>`}</div>
    <div class="card-body">${step.text && html`<p class="quiet">${step.text}</p>`}${!plain && body}</div>
  </section>`;
}
