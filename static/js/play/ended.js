/** The end: how it came out, the public value, the own score item by item, and the way to the debrief. */
import { html } from "../dom.js";
import { Icon } from "../parts/icon.js";
import { named, seatName, signed } from "../say.js";
import { useGame } from "./game.js";
import { SeatMark } from "./marks.js";
import { Term } from "./press.js";

/** @type {readonly (keyof import("../shapes.js").Score)[]} */
const ITEMS = ["autonomy", "budget", "portals", "tokens", "goal", "core_value", "concern"];
/** @type {Readonly<Record<string, string>>} */
const TERMS = Object.freeze({ tokens: "trust_token", goal: "public_goal" });

function OwnScore() {
  const { own, say } = useGame();
  const score = own.score;
  if (!score) return null;
  const sum = ITEMS.reduce((all, item) => all + Number(score[item]), 0);
  return html`<div class="stack-s"><h3><${Term} id="own_score" /></h3>
    <ul class="rows">${ITEMS.map((item) => html`<li key=${item} class="row"><div class="grow"><${Term} id=${TERMS[item] ?? item}>${item === "concern" ? say("ended.concern", { name: say(`concerns.${own.concern}.name`) }) : undefined}<//></div><span class="mono">${score[item]}</span></li>`)}
      <li class="row strong"><span class="grow">${say("ended.sum")}</span><span class="mono">${sum}</span></li></ul></div>`;
}

/** @param {{ table: string | null }} props */
export function Ended({ table }) {
  const { pub, board, me, view, say } = useGame();
  const opened = view.opened;
  if (pub.outcome === null) return null;
  const value = pub.public_value ?? 0;
  return html`<section class="card" aria-labelledby="outcome"><div class="card-body">
    <h2 id="outcome">${named(board, "outcomes", pub.outcome)}</h2><p>${say(`outcomes.${pub.outcome}.text`)}</p>
    <div class="line-between"><${Term} id="public_value" /><span class="figure-number">${value < 0 ? signed(value) : value}</span></div>
    ${table && html`<a class="button button-primary button-big button-wide" href=${`/debrief/${table}`}><${Icon} name="chart-line" /><span>${say("ended.debrief")}</span></a>`}
    <${OwnScore} />
    <div class="stack-s"><h3>${say("ended.all")}</h3><ul class="rows">${pub.scores.map((one) => {
      const concern = opened?.concerns.find((other) => other.seat === one.seat);
      return html`<li key=${one.seat} class="row"><${SeatMark} id=${one.seat} /><span class="grow"><bdi class=${one.seat === me ? "strong" : ""}>${seatName(board, one.seat)}</bdi>
        ${concern && html`<span class="block small quiet">${say(concern.met ? "ended.concern_met" : "ended.concern_missed", { name: say(`concerns.${concern.concern}.name`) })}</span>`}</span><span class="mono">${one.own}</span></li>`;
    })}</ul><p class="quiet small">${say("ended.no_winner")}</p></div>
  </div></section>`;
}
