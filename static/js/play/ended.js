/** The end: how it came out, the public value, the own score item by item, and the way to the debrief. */
import { html } from "../dom.js";
import { Icon } from "../parts/icon.js";
import { named, seatName, number } from "../say.js";
import { OtherDeal } from "./dealcard.js";
import { PromiseRow } from "./deals.js";
import { useGame } from "./game.js";
import { SeatMark } from "./marks.js";
import { Term, TermHeading } from "./press.js";
import { useBrief } from "./role.js";
import "./texts/ended.js";

/** @type {readonly (keyof import("../protocol.js").Score)[]} */
const ITEMS = ["autonomy", "budget", "portals", "tokens", "goal", "core_value", "concern"];
/** What is opened for the whole table at once. */
const SECRETS = Object.freeze(["truth", "back_ledger", "deals", "messages", "plans", "headlines"]);
/** @type {Readonly<Record<string, string>>} */
const TERMS = Object.freeze({ tokens: "trust_token", goal: "public_goal" });

/**
 * A number of points in words.
 * @param {import("./game.js").Say} say
 * @param {number} count
 */
const points = (say, count) => say(Math.abs(count) === 1 ? "ended.point" : "ended.points", { count: number(count) });

/**
 * What an item of the score is called, where its term alone would not say it.
 * @param {import("./game.js").GameNow} game
 * @param {keyof import("../protocol.js").Score} item
 */
function itemWords({ own, say }, item) {
  if (item === "concern") return say("ended.concern", { name: say(`concerns.${own.concern}.name`) });
  return item === "tokens" ? say("ended.tokens") : undefined;
}

function OwnScore() {
  const game = useGame();
  const { own, say } = game;
  const score = own.score;
  if (!score) return null;
  const sum = ITEMS.reduce((all, item) => all + Number(score[item]), 0);
  return html`<div class="stack-s"><${TermHeading} level="h3" id="own_score" />
    <ul class="rows">${ITEMS.map((item) => html`<li key=${item} class="row"><div class="grow"><${Term} id=${TERMS[item] ?? item}>${itemWords(game, item)}<//></div><span class="row-end">${points(say, Number(score[item]))}</span></li>`)}
      <li class="row strong"><span class="grow">${say("ended.sum")}</span><span class="row-end">${points(say, sum)}</span></li></ul></div>`;
}

/** The brief of an agency that was opened. @param {{ id: string }} props */
function OpenedBrief({ id }) {
  const { board, briefs, say } = useGame();
  const { brief } = useBrief(briefs, id);
  return html`<details class="fold"><summary>${say("opened.brief", { name: seatName(board, id) })}</summary>
    ${brief === null ? html`<span class="skeleton skeleton-block"></span>` : brief.split("\n").map((line, at) => html`<p key=${at} class="measure">${line}</p>`)}</details>`;
}

/** What the facilitator has opened so far; concerns stand beside the scores. */
function OpenedNow() {
  const { view, pub, say } = useGame();
  const { secrets = [], deals = [], promises = [] } = view.opened ?? {};
  const isOpen = (/** @type {string} */ secret) => secrets.includes("all") || secrets.includes(secret);
  const briefs = pub.seats.map((one) => one.id).filter((id) => isOpen(`brief:${id}`));
  const kinds = SECRETS.filter(isOpen);
  if (kinds.length + briefs.length === 0) return null;
  const hidden = { deals: deals.filter((one) => one.confidential), promises: promises.filter((one) => one.confidential) };
  return html`<div class="stack-s"><h3>${say("opened.title")}</h3>
    <ul class="rows">${kinds.map((kind) => html`<li key=${kind} class="row"><${Icon} name="eye" /><span class="grow">${say(`opened.${kind}`)}<span class="block small quiet">${say(`opened.${kind}_text`)}</span></span></li>`)}</ul>
    ${isOpen("deals") && hidden.promises.length > 0 && html`<details class="fold"><summary>${say("opened.promises", { count: hidden.promises.length })}</summary>
      <ul class="rows">${hidden.promises.map((one) => html`<${PromiseRow} key=${one.id} promise=${one} other=${one.by} />`)}</ul></details>`}
    ${isOpen("deals") && hidden.deals.length > 0 && html`<details class="fold"><summary>${say("opened.last_deals", { count: hidden.deals.length })}</summary>
      <div class="stack">${hidden.deals.map((one) => html`<${OtherDeal} key=${one.id} deal=${one} />`)}</div></details>`}
    ${briefs.map((id) => html`<${OpenedBrief} key=${id} id=${id} />`)}
  </div>`;
}

/** @param {{ table: string | null }} props */
export function Ended({ table }) {
  const { pub, board, me, view, say } = useGame();
  const opened = view.opened;
  if (pub.outcome === null) return null;
  const value = pub.public_value ?? 0;
  return html`<section class="card" aria-labelledby="outcome"><div class="card-body">
    <h2 id="outcome">${named(board, "outcomes", pub.outcome)}</h2><p>${say(`outcomes.${pub.outcome}.text`)}</p>
    <div class="line-between"><${Term} id="public_value" /><span><span class="figure-number">${number(value)}</span> ${say(Math.abs(value) === 1 ? "ended.unit_one" : "ended.unit")}</span></div>
    ${table && html`<a class="button button-primary button-big button-wide" href=${`/debrief/${table}`}><${Icon} name="chart-line" /><span>${say("ended.debrief")}</span></a>`}
    <${OwnScore} />
    <div class="stack-s"><h3>${say("ended.all")}</h3><ul class="rows">${pub.scores.map((one) => {
      const concern = opened?.concerns.find((other) => other.seat === one.seat);
      return html`<li key=${one.seat} class="row"><${SeatMark} id=${one.seat} /><span class="grow"><bdi class=${one.seat === me ? "strong" : ""}>${seatName(board, one.seat)}</bdi>
        ${concern && html`<span class="block small quiet">${say(concern.met ? "ended.concern_met" : "ended.concern_missed", { name: say(`concerns.${concern.concern}.name`) })}</span>`}</span><span class="row-end">${points(say, one.own)}</span></li>`;
    })}</ul><p class="quiet small">${say("ended.no_winner")}</p></div>
    <${OpenedNow} />
  </div></section>`;
}
