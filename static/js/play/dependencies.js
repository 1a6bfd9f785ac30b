/** The dependencies: who needs whose data, as a drawing and as a list with what stands in the way. */
import { html } from "../dom.js";
import { dependencyOf, seatOf } from "../board.js";
import { Icon } from "../parts/icon.js";
import { Unfold } from "../parts/unfold.js";
import { seatName } from "../say.js";
import { useGame } from "./game.js";
import { later } from "./later.js";
import { SeatMark } from "./marks.js";
import { Term, TermHeading } from "./press.js";
import "./texts/table.js";

/**
 * @typedef {import("../protocol.js").DependencyShown} DependencyView
 * @typedef {import("../protocol.js").SideShown} SideView
 * @typedef {import("../parts/network.js").LinkState} LinkState
 * @typedef {import("./game.js").GameNow} GameNow
 */

const Show = later(() => import("./showfact.js"), "Show");
const DependencyNetwork = later(() => import("../parts/network.js"), "DependencyNetwork");

/** @type {readonly LinkState[]} */
const LINK_STATES = Object.freeze(["unknown", "open", "dead", "signed", "live", "suspended"]);

/**
 * What the reader knows of it; null: nothing.
 * @param {GameNow} game
 * @param {DependencyView} one
 */
const truthOf = ({ own }, one) => one.real ?? own.facts.find((fact) => fact.dependency === one.id)?.real ?? null;

/**
 * @param {GameNow} game
 * @param {DependencyView} one
 * @returns {LinkState}
 */
function linkState(game, one) {
  if (one.state !== "open") return one.state;
  const truth = truthOf(game, one);
  return truth === null ? "unknown" : truth ? "open" : "dead";
}

/**
 * How far an objection is met.
 * @param {SideView} side
 * @param {boolean} signed
 */
function objectionState(side, signed) {
  if (side.answered) return "answered";
  if (side.protest) return "protest";
  if (side.waived) return "waived";
  if (signed) return "rests";
  return side.overridden ? "overridden" : "stands";
}

/** @param {{ side: SideView, signed: boolean }} props */
function Side({ side, signed }) {
  const { board, me, say } = useGame();
  const state = objectionState(side, signed);
  const good = state === "answered" || state === "waived" || state === "rests";
  return html`<div class="side">
    <div class="line"><${SeatMark} id=${side.seat} size=${28} /><bdi class="strong grow">${seatName(board, side.seat)}</bdi>
      <span class=${`chip${good ? " chip-good" : state === "protest" ? " chip-bad" : ""}`}><${Icon} name=${good ? "check" : state === "protest" ? "megaphone" : "circle"} />${say(`objection.${state}`)}</span></div>
    <${Term} id=${`objections.${side.rationality}`} />
    <p class="small quiet">${say(`objection.${state}_text${side.seat === me ? "_you" : ""}`, { name: seatOf(board, side.seat).short })}</p>
  </div>`;
}

/** @param {{ one: DependencyView }} props */
function Item({ one }) {
  const game = useGame();
  const { board, own, me, say } = game;
  const { name, tag } = dependencyOf(board, one.id);
  const state = linkState(game, one);
  const truth = truthOf(game, one);
  const knows = own.facts.some((fact) => fact.dependency === one.id);
  const mine = one.sides.some((side) => side.seat === me);
  const truthKey = one.real !== null ? "common" : knows ? "mine" : "none";
  const summary = html`<span class="mono dependency-tag">${tag}</span>
      <span class="grow"><span class="block strong">${name}</span><span class="dependency-line small">
        ${one.sides.map((side) => html`<${SeatMark} key=${side.seat} id=${side.seat} size=${20} named />`)}
        <span class="quiet">${say(`link.${state}`)}${one.state === "signed" && ` ${one.progress}/${one.effort}`}</span></span></span>
      ${truthKey === "mine" && html`<${Icon} name="lock" label=${say("dependency.truth_mine_short")} />`}<${Icon} name="chevron-down" />`;
  return html`<li><${Unfold} look="dependency" state=${state} summary=${summary}>${() => html`<div class="stack dependency-body">
      <p>${say(`dependencies.${one.id}.data`)}</p>
      <p class="line small"><${Icon} name=${truthKey === "none" ? "circle-help" : truthKey === "mine" ? "lock" : "eye"} /><span class="grow">${say(`dependency.truth_${truthKey}`, { truth: truth === null ? "" : say(truth ? "terms.real.name" : "terms.dead_end.name") })}</span></p>
      <div class="line"><span class="chip"><${Icon} name="shield" />${say("dependency.sensitivity", { count: one.sensitivity })}</span>
        <span class="chip"><${Icon} name="hammer" />${say("dependency.progress", { progress: one.progress, effort: one.effort })}</span>
        ${one.signed_round !== null && html`<span class="chip">${say("dependency.signed_in", { round: one.signed_round })}</span>`}</div>
      <div class="halves">${one.sides.map((side) => html`<${Side} key=${side.seat} side=${side} signed=${one.state !== "open"} />`)}</div>
      ${(knows || one.real !== null) && one.real === null && html`<${Show} one=${one} />`}
      ${mine && truthKey === "none" && html`<p class="small quiet">${say("dependency.map_it")}</p>`}
    </div>`}<//></li>`;
}

export function Dependencies() {
  const game = useGame();
  const { pub, board, me, say } = game;
  const isMine = (/** @type {DependencyView} */ one) => one.sides.some((side) => side.seat === me);
  const mine = pub.dependencies.filter(isMine);
  const others = pub.dependencies.filter((one) => !isMine(one));
  const seats = pub.seats.map((one) => { const { id, short, code, look } = seatOf(board, one.id); return { id, name: short, code, look }; });
  const links = pub.dependencies.map((one) => {
    const { tag, name } = dependencyOf(board, one.id);
    const state = linkState(game, one);
    return { id: one.id, a: one.sides[0].seat, b: one.sides[1].seat, tag, name, state, stateName: say(`link.${state}`) };
  });
  const stateNames = /** @type {Record<LinkState, string>} */ (Object.fromEntries(LINK_STATES.map((state) => [state, say(`link.${state}`)])));
  const live = pub.dependencies.filter((one) => one.state === "live").length;
  return html`<section class="stack card-desk" aria-labelledby="dependencies"><${TermHeading} at="dependencies" id="dependency" title=${say("dependency.title")} />
    <div class="network"><${DependencyNetwork} seats=${seats} links=${links} stateNames=${stateNames} focus=${me || null} caption=${say("dependency.caption", { live, need: pub.need })} /></div>
    ${mine.length > 0 && html`<h3>${say("dependency.yours")}</h3><ul class="dependencies">${mine.map((one) => html`<${Item} key=${one.id} one=${one} />`)}</ul>`}
    ${others.length > 0 && html`${mine.length > 0 && html`<h3>${say("dependency.others")}</h3>`}<ul class="dependencies">${others.map((one) => html`<${Item} key=${one.id} one=${one} />`)}</ul>`}
  </section>`;
}
