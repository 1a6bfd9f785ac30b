/**
 * The table in full: what the facilitator alone may see. Shown on request only, and marked, because
 * this window may be on the projector.
 */
import { html } from "../dom.js";
import { dependencyOf, seatOf, text } from "../board.js";
import { actWords, cardWords, dealSides, named, pledgeWords } from "../say.js";
import { useWord } from "../words.js";
import { Button } from "../parts/button.js";
import { Icon } from "../parts/icon.js";
import { Marker, Who } from "../parts/marker.js";
import { Slip } from "../parts/slip.js";
import { useDesk } from "./desk.js";
import { linkState } from "./figures.js";
import "./texts/secrets.js";

/** @typedef {import("../protocol.js").Own} Own */
/** @typedef {import("../protocol.js").SideShown} SideView */

/** @param {{ title: string, children: import("../dom.js").Child }} props */
function Wrap({ title, children }) {
  return html`<div class="table-wrap" tabindex="0" role="group" aria-label=${title}><table class="table secret-table"><caption>${title}</caption>${children}</table></div>`;
}

/** @param {{ side: SideView }} props */
function Objection({ side }) {
  const say = useWord();
  const { board } = useDesk();
  const seat = seatOf(board, side.seat);
  const key = side.protest ? "protest" : side.answered ? "answered" : side.waived ? "waived" : "stands";
  return html`<span class="who side"><${Marker} look=${seat.look} code=${seat.code} size=${22} name=${seat.name} /><span>${say(`objection.${key}`)}</span></span>`;
}

/** Truth and state of every dependency. */
function Truths() {
  const say = useWord();
  const { board, pub, staff } = useDesk();
  return html`<${Wrap} title=${say("secret.truths")}>
    <thead><tr><th scope="col">${named(board, "terms", "dependency")}</th><th scope="col">${say("secret.truth")}</th><th scope="col">${say("secret.state")}</th><th scope="col">${say("secret.objections")}</th></tr></thead>
    <tbody>${pub.dependencies.map((one) => {
      const { tag, name } = dependencyOf(board, one.id);
      const real = staff.real.includes(one.id);
      const known = one.real === null ? "" : ` (${say("secret.common")})`;
      const state = one.state === "signed" ? say("secret.building", { progress: one.progress, effort: one.effort }) : one.state === "open" ? say("secret.not_signed") : say(`state.${linkState(one)}`);
      return html`<tr key=${one.id}><th scope="row"><span class="mono">${tag}</span> ${name}<span class="quiet small block">${say("secret.numbers", { sensitivity: one.sensitivity, effort: one.effort })}</span></th>
        <td>${html`<span class=${real ? "good strong" : "quiet"}>${say(real ? "secret.real" : "secret.dead")}</span>`}<span class="small quiet">${known}</span></td>
        <td>${state}</td><td><div class="stack-s">${one.sides.map((side) => html`<${Objection} key=${side.seat} side=${side} />`)}</div></td></tr>`;
    })}</tbody>
  <//>`;
}

/** @param {{ own: Own }} props */
function Sheet({ own }) {
  const say = useWord();
  const { board, pub } = useDesk();
  const agency = seatOf(board, own.seat);
  const seat = pub.seats.find((one) => one.id === own.seat);
  const tag = (/** @type {string} */ id) => dependencyOf(board, id).tag;
  const facts = own.facts.map((one) => say(one.real ? "secret.fact_real" : "secret.fact_dead", { tag: tag(one.dependency) })).join(", ");
  const numbers = { hand: own.hand, routines: own.routines, room: own.room, budget: seat?.budget ?? 0, autonomy: seat?.autonomy ?? 0, points: own.points };
  return html`<li class="card card-flat"><div class="card-body stack-s">
    <${Who} look=${agency.look} code=${agency.code} name=${agency.name} size=${32} />
    <p class="small"><span class="strong">${named(board, "concerns", own.concern)}</span> ${text(board, `concerns.${own.concern}.text`)}</p>
    <p class="small">${say("secret.holds", numbers)}${own.backing !== null && ` ${say("secret.backing", { backing: own.backing })}`}${own.broken > 0 && ` ${say("secret.broken", { count: own.broken })}`}</p>
    <p class="small"><span class="quiet">${say("secret.knows")}</span> ${facts || say("secret.nothing")}</p>
    ${own.scanned && html`<p class="small"><span class="quiet">${say("secret.scanned")}</span> ${named(board, "frames", own.scanned)}</p>`}
    ${own.vote !== null && html`<p class="small"><span class="quiet">${say("secret.vote")}</span> ${say(own.vote ? "secret.launch" : "secret.hold")}</p>`}
    ${pub.phase === "plan" && html`<div class="small"><span class="quiet">${say("secret.plan")}</span>${own.plan && own.plan.length > 0
      ? html`<ol class="bullets plan-list">${own.plan.map((act, at) => html`<li key=${at}>${actWords(board, act)}</li>`)}</ol>`
      : html` ${say(own.plan ? "secret.passes" : "secret.no_plan")}`}</div>`}
    ${own.score && html`<p class="small">${say("secret.score", { goal: own.score.goal, core: own.score.core_value, concern: own.score.concern })}</p>`}
  </div></li>`;
}

/** Deals and promises in confidence. */
function Confidences() {
  const say = useWord();
  const { board, pub, staff } = useDesk();
  const short = (/** @type {string} */ id) => seatOf(board, id).name;
  if (staff.deals.length + staff.promises.length === 0) return html`<p class="quiet small">${say("secret.no_confidences")}</p>`;
  return html`<div class="stack-s">
    ${staff.deals.map((deal) => {
      const { give, get } = dealSides(board, deal, null, pub.round);
      return html`<article key=${deal.id} class="card card-flat"><div class="card-body stack-s">
        <div class="line-between"><h4>${say("secret.deal", { by: short(deal.by), to: short(deal.to) })}</h4><span class="chip">${named(board, "deal_states", deal.state)}</span></div>
        <${Slip} giveTitle=${say("secret.gives", { seat: short(deal.by) })} getTitle=${say("secret.gives", { seat: short(deal.to) })} give=${give} get=${get} /></div></article>`;
    })}
    <ul class="stack-s small">${staff.promises.map((one) => html`<li key=${one.id}>${say("secret.promise", { by: short(one.by), to: short(one.to), what: pledgeWords(board, one, pub.round) })} <span class="chip">${named(board, "verdicts", one.verdict)}</span></li>`)}</ul>
  </div>`;
}

/** What the decks hold next. */
function Decks() {
  const say = useWord();
  const { board, pub, staff } = useDesk();
  const deck = pub.phase === "year_one" ? staff.year_one_deck : staff.event_deck;
  return html`<div class="halves">
    <div class="stack-s"><h4>${say("secret.agenda_deck")}</h4><ol class="bullets small">${staff.agenda_deck.map((one) => html`<li key=${one.id}>${named(board, "frames", one.rationality)}: ${text(board, `agenda.${one.id}.headline`)}</li>`)}</ol></div>
    <div class="stack-s"><h4>${say("secret.event_deck")}</h4><ol class="bullets small">${deck.slice(0, 6).map((id) => html`<li key=${id}>${cardWords(board, { id }).headline}</li>`)}</ol></div>
  </div>`;
}

/** @param {{ onSecrets: (shown: boolean) => void }} props */
export function Secrets({ onSecrets }) {
  const say = useWord();
  const { pub, staff, secrets } = useDesk();
  if (!secrets) {
    return html`<section class="card card-flat secret-closed" aria-labelledby="secret-title"><div class="card-body stack-s">
      <h2 id="secret-title">${say("secret.title")}</h2><p class="quiet">${say("secret.closed")}</p>
      <div class="actions actions-start"><${Button} icon="eye" onClick=${() => onSecrets(true)}>${say("secret.show")}<//></div>
    </div></section>`;
  }
  return html`<section class="card secret" aria-labelledby="secret-title">
    <div class="card-head secret-head"><${Icon} name="eye-off" /><h2 id="secret-title">${say("secret.title")}</h2><span class="push"><${Button} icon="eye-off" onClick=${() => onSecrets(false)}>${say("secret.hide")}<//></span></div>
    <div class="card-body">
      <p class="strong">${say("secret.warning")}</p>
      <${Truths} />
      <h3>${say("secret.seats")}</h3>
      <ul class="tile-grid">${staff.seats.map((own) => html`<${Sheet} key=${own.seat} own=${own} />`)}</ul>
      <h3>${say("secret.confidences")}</h3><${Confidences} />
      <h3>${say("secret.back")}</h3><p>${say("secret.bounced", { bounced: staff.bounced, need: pub.need })}</p>
      <h3>${say("secret.decks")}</h3><${Decks} />
    </div>
  </section>`;
}
