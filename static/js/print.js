/** The print pack of one table: choose the parts, look at them, print them. Secret: it holds briefs, truths and decks. */
import { html, render, useEffect, useState } from "./dom.js";
import { read } from "./ask.js";
import { dependencyOf, seatOf, text, useBoard } from "./board.js";
import { pageData } from "./pagedata.js";
import { named } from "./say.js";
import { effectsLines } from "./sayeffects.js";
import { useWord, Words } from "./words.js";
import { Button } from "./parts/button.js";
import { CheckField, SelectField } from "./parts/field.js";
import { Icon } from "./parts/icon.js";
import { Marker } from "./parts/marker.js";
import { Notice } from "./parts/notice.js";
import { TopBar } from "./parts/topbar.js";

/**
 * @typedef {import("./board.js").Board} Board
 * @typedef {import("./protocol.js").Pack} Pack
 * @typedef {import("./protocol.js").PackCard} PackCard
 * @typedef {import("./protocol.js").PackSeat} PackSeat
 * @typedef {{ session: { id: string, title: string }, table: { id: string, name: string }, tables: readonly { id: string, name: string }[], board: string, pack: string }} Data
 */

const PARTS = /** @type {const} */ (["roles", "dependencies", "events", "rules", "sheet"]);
const PHASES = Object.freeze(["briefing", "talk", "plan", "reveal", "vote", "year_one"]);
const IDEAS = Object.freeze(["need", "trust_token", "objection", "answered", "waived", "protest", "promise", "room_to_run", "agenda", "frame", "bounced", "front_ledger", "back_ledger"]);
const OUTCOMES = Object.freeze(["joined_up", "facade", "withdrawn", "paper", "not_launched"]);

/** @type {import("./words.js").Texts} */
const TEXTS = Object.freeze({
  "print.title": "Print pack",
  "print.back": "Back to the console",
  "print.secret": "SECRET: briefs, concerns, truths and decks. Keep these sheets to yourself until they are handed out.",
  "print.text": "Paper for when the network fails, or for playing without it. It is made for this table, with the decks that it holds.",
  "print.table": "Table",
  "print.go": "Print",
  "print.loading": "Loading the print pack",
  "print.failed": "The print pack did not come.",
  "print.retry": "Try again",
  "print.roles": "Role cards, one a sheet",
  "print.dependencies": "Dependency cards",
  "print.events": "Event decks, in order",
  "print.rules": "Rules on one page",
  "print.sheet": "Facilitator's sheet, with the truth",
  "print.public": "For all to see",
  "print.private": "For this seat alone: fold here",
  "print.holds": "Holds",
  "print.goal": "Public goal",
  "print.core": "Core value",
  "print.starts": "Starts with budget {budget}, autonomy {autonomy} and {hand} trust tokens in hand.",
  "print.concern": "Secret concern: {name}",
  "print.knows_real": "You know: {name} is real.",
  "print.knows_dead": "You know: {name} is a dead end.",
  "print.trust": "Trust at the start: {tokens} with {name}",
  "print.numbers": "Sensitivity {sensitivity}, effort {effort}",
  "print.own_frame": "(as a frame: {frame})",
  "print.objects": "{seat} asks:",
  "print.boxes": "open - signed - live",
  "print.event": "Event {number}",
  "print.year_one": "Year one {number}",
  "print.choice_all": "All choose",
  "print.choice_seat": "{seat} chooses",
  "print.rules_title": "The rules of {name} on one page",
  "print.round": "A round",
  "print.minutes": "{minutes} min",
  "print.actions": "Actions: one action point each",
  "print.words": "Words",
  "print.endings": "How it ends",
  "print.start": "{rounds} rounds. Need {need} live links. Support {support}, legal pressure {pressure}. Agenda: {agenda}. Frame: {frame}.",
  "print.truth": "Which links are real",
  "print.real": "real",
  "print.dead": "dead end",
  "print.agenda": "Agenda deck, in order",
});

/** @param {{ board: Board, pack: Pack, seat: PackSeat }} props */
function RoleCard({ board, pack, seat }) {
  const say = useWord();
  const { name, look, code } = seatOf(board, seat.id);
  const of = (/** @type {string} */ part) => text(board, `seats.${seat.id}.${part}`);
  const real = new Set(pack.dependencies.filter((one) => one.real).map((one) => one.id));
  const trust = pack.trust.filter(([from]) => from === seat.id);
  return html`<article class="pack-sheet pack-role" aria-label=${name}>
    <section class="pack-half"><p class="pack-mark">${say("print.public")}</p>
      <header class="who"><${Marker} look=${look} code=${code} size=${64} /><div><h3 class="pack-name">${name}</h3><p>${named(board, "rationalities", board.seats.get(seat.id)?.rationality ?? "legal")} <span class="pack-frame">${say("print.own_frame", { frame: named(board, "frames", board.seats.get(seat.id)?.rationality ?? "legal") })}</span></p></div></header>
      <dl class="pack-facts"><dt>${say("print.holds")}</dt><dd>${of("holds")}</dd><dt>${say("print.goal")}</dt><dd>${of("goal")}</dd><dt>${say("print.core")}</dt><dd>${of("core_value")}</dd></dl>
      <p>${say("print.starts", { budget: seat.budget, autonomy: seat.autonomy, hand: seat.hand })}</p>
      ${trust.length > 0 && html`<ul>${trust.map(([, to, tokens]) => html`<li key=${to}>${say("print.trust", { tokens, name: seatOf(board, to).name })}</li>`)}</ul>`}</section>
    <section class="pack-half pack-private"><p class="pack-mark line"><${Icon} name="lock" size="s" /><span>${say("print.private")}</span></p>
      <p class="pack-brief">${seat.brief}</p>
      <h4>${say("print.concern", { name: text(board, `concerns.${seat.concern}.name`) })}</h4><p>${text(board, `concerns.${seat.concern}.text`)}</p>
      ${seat.knows.map((id) => html`<p key=${id} class="strong">${say(real.has(id) ? "print.knows_real" : "print.knows_dead", { name: dependencyOf(board, id).name })}</p>`)}</section>
  </article>`;
}

/** @param {{ board: Board, pack: Pack }} props */
function Dependencies({ board, pack }) {
  const say = useWord();
  return html`<div class="pack-cards">${pack.dependencies.map((one) => {
    const { tag, name, between } = dependencyOf(board, one.id);
    return html`<article key=${one.id} class="pack-card" aria-label=${name}><p class="line-between"><span class="mono strong">${tag}</span><span class="line">${between.map((id) => {
        const seat = seatOf(board, id);
        return html`<${Marker} key=${id} look=${seat.look} code=${seat.code} size=${30} name=${seat.name} />`;
      })}</span></p>
      <h3>${name}</h3><p>${text(board, `dependencies.${one.id}.data`)}</p><p class="strong">${say("print.numbers", { sensitivity: one.sensitivity, effort: one.effort })}</p>
      <ul>${between.map((id) => html`<li key=${id}>${say("print.objects", { seat: seatOf(board, id).short })} ${named(board, "objections", board.seats.get(id)?.rationality ?? "legal")}</li>`)}</ul>
      <p class="pack-boxes">${say("print.boxes")}</p></article>`;
  })}</div>`;
}

/** @param {{ board: Board, card: PackCard, mark: string }} props */
function EventCard({ board, card, mark }) {
  const say = useWord();
  return html`<article class="pack-card" aria-label=${mark}><p class="line-between small"><span>${mark}</span><span class="chip">${named(board, "kinds", card.kind)}</span></p>
    <h3>${text(board, `cards.${card.id}.headline`)}</h3><p>${text(board, `cards.${card.id}.story`)}</p>
    <ul>${(card.effects.length || !card.options.length ? effectsLines(board, card.effects) : []).map((line) => html`<li key=${line} class="strong">${line}</li>`)}</ul>
    ${card.options.length > 0 && html`<p><span class="strong">${card.choice_by === "all" ? say("print.choice_all") : say("print.choice_seat", { seat: seatOf(board, card.choice_by ?? "").short })}:</span> ${text(board, `cards.${card.id}.question`)}</p>
      <ul>${card.options.map((one) => html`<li key=${one.id}><span class="strong">${text(board, `cards.${card.id}.options.${one.id}`)}</span>: ${effectsLines(board, one.effects).join("; ")}</li>`)}</ul>`}
  </article>`;
}

/** @param {{ board: Board, pack: Pack }} props */
function Rules({ board, pack }) {
  const say = useWord();
  const minutes = (/** @type {string} */ phase) => (pack.lengths[phase] ? ` (${say("print.minutes", { minutes: Math.round((pack.lengths[phase] ?? 0) / 30) / 2 })})` : "");
  return html`<article class="pack-sheet pack-rules"><h3>${say("print.rules_title", { name: text(board, "ruleset.name") })}</h3>
    <p>${say("print.start", { rounds: pack.rounds, need: pack.need, support: pack.support, pressure: pack.legal_pressure, agenda: named(board, "frames", pack.agenda_now), frame: named(board, "frames", pack.frame_now) })}</p>
    <div class="pack-columns"><section><h4>${say("print.round")}</h4><dl>${PHASES.map((one) => html`<dt key=${one}>${named(board, "terms", one)}${minutes(one)}</dt><dd>${text(board, `terms.${one}.text`)}</dd>`)}</dl>
      <h4>${say("print.endings")}</h4><dl>${OUTCOMES.map((one) => html`<dt key=${one}>${named(board, "outcomes", one)}</dt><dd>${text(board, `outcomes.${one}.text`)}</dd>`)}</dl></section>
    <section><h4>${say("print.actions")}</h4><dl>${pack.actions.map((one) => html`<dt key=${one}>${named(board, "actions", one)}</dt><dd>${text(board, `actions.${one}.effect`)}</dd>`)}</dl></section></div>
    <h4>${say("print.words")}</h4><dl class="pack-words">${IDEAS.map((one) => html`<div key=${one}><dt>${named(board, "terms", one)}</dt><dd>${text(board, `terms.${one}.text`)}</dd></div>`)}</dl></article>`;
}

/** @param {{ board: Board, pack: Pack }} props */
function Sheet({ board, pack }) {
  const say = useWord();
  return html`<article class="pack-sheet"><h3>${say("print.sheet")}</h3>
    <h4>${say("print.truth")}</h4><table class="table"><tbody>${pack.dependencies.map((one) => {
      const { tag, name } = dependencyOf(board, one.id);
      return html`<tr key=${one.id}><th scope="row"><span class="mono">${tag}</span> ${name}</th><td>${say(one.real ? "print.real" : "print.dead")}</td></tr>`;
    })}</tbody></table>
    <h4>${say("print.agenda")}</h4><ol>${pack.agenda.map((id) => html`<li key=${id}>${text(board, `agenda.${id}.headline`)}</li>`)}</ol>
    <h4>${say("print.events")}</h4><ol>${pack.events.map((one) => html`<li key=${one.id}>${text(board, `cards.${one.id}.headline`)}</li>`)}</ol></article>`;
}

/** @param {{ data: Data, board: Board, pack: Pack }} props */
function Parts({ data, board, pack }) {
  const say = useWord();
  const [chosen, setChosen] = useState(/** @type {readonly string[]} */ (PARTS));
  const flip = (/** @type {string} */ part) => (/** @type {boolean} */ on) => setChosen(PARTS.filter((one) => (one === part ? on : chosen.includes(one))));
  const has = (/** @type {string} */ part) => chosen.includes(part);
  const open = (/** @type {string} */ id) => location.assign(`/console/${data.session.id}/print/${id}`);
  return html`<div class="page page-middle stack">
    <section class="card no-print"><div class="card-body stack"><${Notice} kind="now" icon="lock">${say("print.secret")}<//><p>${say("print.text")}</p>
      ${data.tables.length > 1 && html`<${SelectField} label=${say("print.table")} value=${data.table.id} options=${data.tables.map((one) => ({ value: one.id, label: one.name }))} onChange=${open} />`}
      <div class="stack-s">${PARTS.map((part) => html`<${CheckField} key=${part} label=${say(`print.${part}`)} checked=${has(part)} onChange=${flip(part)} />`)}</div>
      <div class="actions actions-start"><${Button} kind="primary" icon="printer" onClick=${() => print()}>${say("print.go")}<//></div></div></section>
    <div class="pack">
      ${has("roles") && html`<section aria-labelledby="roles"><h2 id="roles" class="no-print">${say("print.roles")}</h2>${pack.seats.map((seat) => html`<${RoleCard} key=${seat.id} board=${board} pack=${pack} seat=${seat} />`)}</section>`}
      ${has("dependencies") && html`<section class="pack-part" aria-labelledby="dependencies"><h2 id="dependencies" class="no-print">${say("print.dependencies")}</h2><${Dependencies} board=${board} pack=${pack} /></section>`}
      ${has("events") && html`<section class="pack-part" aria-labelledby="events"><h2 id="events" class="no-print">${say("print.events")}</h2><div class="pack-cards">
        ${pack.events.map((one, at) => html`<${EventCard} key=${one.id} board=${board} card=${one} mark=${say("print.event", { number: at + 1 })} />`)}
        ${pack.year_one.map((one, at) => html`<${EventCard} key=${one.id} board=${board} card=${one} mark=${say("print.year_one", { number: at + 1 })} />`)}</div></section>`}
      ${has("rules") && html`<section class="pack-part" aria-labelledby="rules"><h2 id="rules" class="no-print">${say("print.rules")}</h2><${Rules} board=${board} pack=${pack} /></section>`}
      ${has("sheet") && html`<section class="pack-part" aria-labelledby="sheet"><h2 id="sheet" class="no-print">${say("print.sheet")}</h2><${Sheet} board=${board} pack=${pack} /></section>`}
    </div></div>`;
}

/** @param {{ data: Data }} props */
function Page({ data }) {
  const say = useWord();
  const { board, failed, retry } = useBoard(data.board, TEXTS);
  const [pack, setPack] = useState(/** @type {Pack | null} */ (null));
  const [missing, setMissing] = useState(false);
  const load = async () => {
    const answer = await read(data.pack);
    setMissing(!answer.ok);
    if (answer.ok) setPack(/** @type {Pack} */ (answer.value));
  };
  useEffect(() => void load(), []);
  const again = () => {
    if (failed) retry();
    void load();
  };
  return html`<div class="no-print"><${TopBar} title=${say("print.title")} detail=${html`<bdi>${data.session.title}</bdi>, <bdi>${data.table.name}</bdi>`}
      side=${html`<a class="button button-outline" href=${`/console/${data.session.id}`}><${Icon} name="arrow-left" /><span>${say("print.back")}</span></a>`} /></div>
    ${board && pack
      ? html`<${Words.Provider} value=${board.texts}><${Parts} data=${data} board=${board} pack=${pack} /><//>`
      : html`<div class="page page-middle stack">${failed || missing ? html`<${Notice} kind="bad">${say("print.failed")} <${Button} icon="refresh-cw" onClick=${again}>${say("print.retry")}<//><//>` : html`<p role="status">${say("print.loading")}</p><span class="skeleton skeleton-block"></span>`}</div>`}`;
}

const root = document.getElementById("app");
if (root) {
  root.textContent = "";
  render(html`<${Words.Provider} value=${TEXTS}><${Page} data=${/** @type {Data} */ (pageData())} /><//>`, root);
}
