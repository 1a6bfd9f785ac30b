/** The plan: slots, actions to put into them, ready or not. */
import { html } from "../dom.js";
import { dependencyOf, seatOf } from "../board.js";
import { Button } from "../parts/button.js";
import { Icon } from "../parts/icon.js";
import { announce } from "../parts/liveregion.js";
import { Unfold } from "../parts/unfold.js";
import { actWords, dependencyName, named, reasonWords } from "../say.js";
import { CautionNote, useCautions } from "./cautions.js";
import { listed, optionsOf, useGame } from "./game.js";
import { OwedInPlan } from "./owed.js";
import { actKey, usePlanHere } from "./plandraft.js";
import { OffButton, Press, Term } from "./press.js";
import { useStill } from "./still.js";
import "./texts/plan.js";

/**
 * @typedef {import("../protocol.js").Act} Act
 * @typedef {import("../protocol.js").ActOption} ActOption
 */

/** What stands in the plan, one slot an action point, and whether the table has it. */
export function PlanSlots() {
  const game = useGame();
  const { board, own, menu, me, pub, say } = game;
  const { acts, state, refused, change } = usePlanHere();
  useStill();
  const lacks = (/** @type {Act} */ act) => menu.acts.find((one) => actKey(one.act) === actKey(act));
  const ready = optionsOf(menu, "ready")[0];
  const on = ready?.command.ready !== false;
  const others = pub.waiting_for.filter((one) => one !== me);
  const cautions = useCautions(acts.length > 0 ? { type: "plan", acts } : null);
  const slots = Array.from({ length: Math.max(own.points, acts.length) }, (_, at) => acts[at]);
  const without = (/** @type {number} */ at) => {
    change(acts.filter((_, n) => n !== at));
    announce(say("plan.removed"));
  };
  return html`<div class="stack">
    <ol class="slots">${slots.map((act, at) => {
      const why = act && lacks(act);
      return html`<li key=${at} class="slot" data-full=${String(Boolean(act))}><span class="number number-quiet">${at + 1}</span>
        ${act
          ? html`<span class="grow"><span class="block strong">${actWords(board, act)}</span>${why?.reason && html`<span class="reason"><${Icon} name="info" size="s" /><span>${say("plan.lacks")} ${reasonWords(board, why.reason, why.detail)}</span></span>`}</span>
            <button type="button" class="button button-icon" aria-label=${say("plan.remove", { act: actWords(board, act) })} onClick=${() => without(at)}><${Icon} name="x" /></button>`
          : html`<span class="grow quiet">${say("plan.free")}</span>`}
        <${CautionNote} cautions=${act ? cautions.filter((one) => one.act === at) : []} /></li>`;
    })}</ol>
    <${OwedInPlan} />
    <p class=${`line small${state === "unsent" ? " bad" : " quiet"}`} role="status"><${Icon} name=${{ none: "circle", kept: "check", sending: "refresh-cw", unsent: "triangle-alert" }[state]} />
      <span class="grow">${say(`plan.${state}`)}${refused && ` ${refused}`}</span></p>
    ${ready && html`<${Press} command=${ready.command} kind=${on ? "now" : "outline"} icon=${on ? "check" : "undo-2"} big wide>${say(on ? "plan.ready" : "plan.unready")}<//>`}
    ${!on && html`<p class="quiet small">${say("plan.change_unreadies")}</p>`}
    ${others.length > 0 && html`<p class="small quiet beside"><${Icon} name="hourglass" size="s" /><span>${say("plan.thinking", { names: listed(game, others) })}</span></p>`}
  </div>`;
}

/**
 * What an act is about, under the name of its kind.
 * @param {import("./game.js").GameNow} game
 * @param {Act} act
 */
function objectWords({ board, say }, act) {
  if (act.frame) return named(board, "frames", act.frame);
  if (act.dependency) {
    const { tag } = dependencyOf(board, act.dependency);
    const what = `${tag} ${dependencyName(board, act.dependency)}`.trim();
    return act.seat ? say("plan.side", { name: seatOf(board, act.seat).short, what }) : what;
  }
  return act.seat ? seatOf(board, act.seat).name : say("plan.this");
}

/** @param {{ option: ActOption }} props */
function Row({ option }) {
  const game = useGame();
  const { board, own, say } = game;
  const { acts, change } = usePlanHere();
  const count = acts.filter((one) => actKey(one) === actKey(option.act)).length;
  const full = acts.length >= own.points;
  const add = () => {
    change([...acts, option.act]);
    announce(say("plan.added", { act: actWords(board, option.act), left: own.points - acts.length - 1 }));
  };
  const label = html`${say("plan.add")}<span class="visually-hidden"> ${actWords(board, option.act)}</span>`;
  return html`<li class=${`plan-row${option.reason ? " plan-row-off" : ""}`}><div class="grow"><span class="block">${objectWords(game, option.act)} ${count > 0 && html`<span class="chip chip-fill"><${Icon} name="check" />${say("plan.planned", { count })}</span>`}</span>
      ${option.reason && html`<span class="reason"><${Icon} name="info" size="s" /><span>${reasonWords(board, option.reason, option.detail)}</span></span>`}</div>
    ${full ? html`<${OffButton} icon="plus" why="plan-full">${label}<//>` : html`<${Button} icon="plus" onClick=${add}>${label}<//>`}</li>`;
}

/** One kind of action with all its objects. @param {{ kind: string, options: readonly ActOption[] }} props */
function Kind({ kind, options }) {
  const { say } = useGame();
  const can = options.filter((one) => !one.reason);
  const lacking = options.filter((one) => one.reason);
  const rows = (/** @type {readonly ActOption[]} */ list) => html`<ul class="plan-rows">${list.map((one) => html`<${Row} key=${actKey(one.act)} option=${one} />`)}</ul>`;
  const summary = html`<span class="strong grow">${say(`actions.${kind}.name`)}</span><span class="small quiet plan-about">${say(`actions.${kind}.text`)}</span>
      <span class=${`chip${can.length ? " chip-good" : " chip-dash"}`}>${can.length ? html`<${Icon} name="check" />${say("plan.possible", { count: can.length })}` : say("plan.not_now")}</span><${Icon} name="chevron-down" />`;
  return html`<${Unfold} look=${`card card-flat plan-kind${can.length ? "" : " card-off"}`} summary=${summary}>${() => html`<div class="card-body stack-s">
      <p class="small beside"><${Icon} name="arrow-right" size="s" /><span>${say(`actions.${kind}.effect`)}</span></p>
      <p class="small quiet beside"><${Icon} name="triangle-alert" size="s" /><span>${say(`actions.${kind}.risk`)}</span></p>
      ${can.length > 0 && rows(can)}
      ${lacking.length > 0 && (can.length > 0
        ? html`<${Unfold} summary=${say("plan.lacking", { count: lacking.length })}>${() => html`<p class="small quiet">${say("plan.lacking_text")}</p>${rows(lacking)}`}<//>`
        : html`<p class="small quiet">${say("plan.lacking_text")}</p>${rows(lacking)}`)}
    </div>`}<//>`;
}

/** Every action there is, by kind, with what each lacks now. */
export function PlanChooser() {
  const { menu, own, say } = useGame();
  const { acts } = usePlanHere();
  const kinds = [...new Set(menu.acts.map((one) => one.act.kind))];
  return html`<section class="stack-s" aria-labelledby="actions"><h2 id="actions">${say("plan.choose")}</h2>
    <div class="line small"><${Term} id="action_point" /> <span class="quiet">${say("plan.left", { count: Math.max(0, own.points - acts.length), of: own.points })}</span></div>
    ${acts.length >= own.points && html`<p id="plan-full" class="reason"><${Icon} name="info" size="s" /><span>${say("plan.full")}</span></p>`}
    ${kinds.map((kind) => html`<${Kind} key=${kind} kind=${kind} options=${menu.acts.filter((one) => one.act.kind === kind)} />`)}
  </section>`;
}
