/** What this seat has promised for now, beside the plan and the vote: promises break most often by being forgotten. */
import { html } from "../dom.js";
import { Button } from "../parts/button.js";
import { Icon } from "../parts/icon.js";
import { announce } from "../parts/liveregion.js";
import { actWords, seatName } from "../say.js";
import { useGame } from "./game.js";
import { actKey, usePlanHere } from "./plandraft.js";
import "./texts/owed.js";

/** @typedef {import("../protocol.js").Act} Act */

/** Own promises that fall due in this round, those about the vote or the others. @param {import("./game.js").GameNow} game @param {boolean} vote */
const due = ({ me, own, pub }, vote) =>
  [...pub.promises, ...own.promises].filter((one) => one.by === me && one.verdict === "open" && one.due === pub.round && one.act.kind.startsWith("vote_") === vote);

/** How the plan stands to a promise: `kept`, `broken`, or `missing` as long as it can still be put in. @param {Act} act @param {readonly Act[]} acts */
function standing(act, acts) {
  if (act.kind.startsWith("no_")) return acts.some((one) => `no_${one.kind}` === act.kind) ? "broken" : "kept";
  return acts.some((one) => actKey(one) === actKey(act)) ? "kept" : "missing";
}

/** Beside the plan: each promise, whether it stands there, and a button that puts it there. */
export function OwedInPlan() {
  const game = useGame();
  const { board, own, say } = game;
  const { acts, change } = usePlanHere();
  const owed = due(game, false);
  if (owed.length === 0) return null;
  const add = (/** @type {Act} */ act) => {
    change([...acts, act]);
    announce(say("plan.added", { act: actWords(board, act), left: own.points - acts.length - 1 }));
  };
  return html`<section class="stack-s owed" aria-labelledby="owed"><h3 id="owed">${say("owed.title")}</h3>
    <ul class="rows">${owed.map((one) => {
      const how = standing(one.act, acts);
      return html`<li key=${one.id} class="row"><span class="grow"><span class="block">${actWords(board, one.act)}</span><span class="quiet small">${say("owed.to", { name: seatName(board, one.to) })}</span>${" "}<span
          class=${`chip ${{ kept: "chip-good", broken: "chip-bad", missing: "chip-dash" }[how]}`}><${Icon} name=${how === "kept" ? "check" : "triangle-alert"} />${say(`owed.${how}`)}</span></span>
        ${how === "missing" && acts.length < own.points && html`<${Button} icon="plus" onClick=${() => add(one.act)}>${say("plan.add")}<span class="visually-hidden"> ${actWords(board, one.act)}</span><//>`}</li>`;
    })}</ul></section>`;
}

/** Beside the vote: what was promised about it. */
export function OwedVote() {
  const game = useGame();
  const { board, say } = game;
  return due(game, true).map((one) => html`<p key=${one.id} class="beside owed"><${Icon} name="handshake" /><span>${say("owed.vote", { act: actWords(board, one.act), name: seatName(board, one.to) })}</span></p>`);
}
