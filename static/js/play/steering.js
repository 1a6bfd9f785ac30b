/** How the project is run: governance, architecture, who backs which, and the call for a launch vote. */
import { html } from "../dom.js";
import { Icon } from "../parts/icon.js";
import { seatName } from "../say.js";
import { listed, optionsOf, useGame } from "./game.js";
import { SeatMark } from "./marks.js";
import { Press, TermHeading } from "./press.js";
import "./texts/table.js";

/**
 * @typedef {import("../shapes.js").AnyOf<import("../protocol.js").BackArchitecture | import("../protocol.js").BackGovernance>} Backs
 * @typedef {import("../protocol.js").SeatShown} SeatView
 */

/**
 * @param {object} props
 * @param {"back_architecture" | "back_governance"} props.type of the command
 * @param {(seat: SeatView, command: Backs) => boolean} props.backs
 * @param {(command: Backs) => string} props.name
 * @param {(command: Backs) => string} props.text
 */
function Backing({ type, backs, name, text }) {
  const { pub, me, menu, say } = useGame();
  const mine = pub.seats.find((one) => one.id === me);
  return html`<ul class="stack-s">${optionsOf(menu, type).map((one) => {
    /** @type {Backs} */
    const command = one.command;
    const none = !command.governance && !command.architecture;
    const backers = none ? [] : pub.seats.filter((one) => backs(one, command));
    const on = mine !== undefined && backs(mine, command);
    if (none && on) return null;
    return html`<li key=${JSON.stringify(command)} class=${`option${on && !none ? " option-taken" : ""}`}>
      ${!none && html`<p class="strong">${name(command)}</p><p class="small">${text(command)}</p>`}
      <div class="line">${backers.map((one) => html`<${SeatMark} key=${one.id} id=${one.id} size=${24} named />`)}
        ${on ? html`<span class="chip chip-good"><${Icon} name="check" />${say("steering.you_back")}</span>` : html`<${Press} command=${command} icon=${none ? "x" : "hand"}>${none ? say("steering.back_none") : say("steering.back")}${!none && html`<span class="visually-hidden"> ${name(command)}</span>`}<//>`}</div>
    </li>`;
  })}</ul>`;
}

function Vote() {
  const game = useGame();
  const { pub, menu, say } = game;
  const callers = pub.seats.filter((one) => one.calls_vote).map((one) => one.id);
  const last = pub.round === pub.rounds;
  if (!last && callers.length === 0 && optionsOf(menu, "call_vote").length === 0) return null;
  return html`<div class="stack-s"><${TermHeading} level="h3" id="launch_vote" />
    ${callers.length > 0 && html`<p>${say("steering.called", { names: listed(game, callers) })}</p>`}
    ${last && html`<p class="small">${say("steering.vote_comes")}</p>`}
    ${optionsOf(menu, "call_vote").map(({ command }) => html`<${Press} key="call" command=${command} icon="vote">${say(command.calls === false ? "steering.uncall" : "steering.call")}<//>`)}</div>`;
}

export function Steering() {
  const { pub, board, menu, say } = useGame();
  const asks = optionsOf(menu, "back_governance").length > 0;
  const builds = optionsOf(menu, "back_architecture").length > 0;
  const architecture = (/** @type {Backs} */ command) =>
    command.host ? say("steering.central", { name: seatName(board, command.host) }) : say(`terms.${command.architecture}.name`);
  return html`<section class="stack card-desk" aria-labelledby="steering"><h2 id="steering">${say("steering.title")}</h2>
    <div class="stack-s"><${TermHeading} level="h3" id="governance" />
      ${pub.governance ? html`<p><span class="strong">${say(`terms.${pub.governance}.name`)}.</span> ${say(`terms.${pub.governance}.text`)}</p>` : html`<p>${say("steering.none_yet")}</p>`}
      ${pub.directives > 0 && html`<p class="small">${say("steering.directives", { count: pub.directives, name: seatName(board, pub.sponsor) })}</p>`}
      ${pub.signings_left !== null && html`<p class="small">${say("steering.signings", { count: pub.signings_left })}</p>`}
      ${asks && html`<${Backing} type="back_governance" name=${(/** @type {Backs} */ command) => say(`terms.${command.governance}.name`)}
        text=${(/** @type {Backs} */ command) => say(`terms.${command.governance}.text`)}
        backs=${(/** @type {SeatView} */ seat, /** @type {Backs} */ command) => seat.governance === (command.governance ?? null)} />`}</div>
    ${pub.context && html`<div class="stack-s"><${TermHeading} level="h3" id="context" />
      <p><span class="strong">${say(`terms.${pub.context}.name`)}.</span> ${say(`terms.${pub.context}.text`)}</p></div>`}
    ${!["year_one", "ended"].includes(pub.phase) && html`<${Vote} />`}
    <details class="fold"><summary>${say("steering.architecture", { name: pub.host ? say("steering.central", { name: seatName(board, pub.host) }) : say(`terms.${pub.architecture}.name`) })}</summary>
      <div class="stack-s"><p>${say(`terms.${pub.architecture}.text`)}</p>
        ${pub.architecture === "clearing_house" && html`<p>${say("steering.hub", { progress: pub.hub_progress, effort: pub.hub_effort })}</p>`}
        ${builds && html`<p class="quiet small">${say("steering.adopt")}</p><${Backing} type="back_architecture" name=${architecture}
          text=${(/** @type {Backs} */ command) => say(`terms.${command.architecture}.text`)}
          backs=${(/** @type {SeatView} */ seat, /** @type {Backs} */ command) => seat.architecture === (command.architecture ?? null) && seat.host === (command.host ?? null)} />`}</div></details>
  </section>`;
}
