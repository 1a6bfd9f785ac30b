/** A scenario as people will see it, read again whenever one of its files has changed. */
import { html, render, useEffect, useMemo, useState } from "./dom.js";
import { readBoard, text } from "./board.js";
import { pageData } from "./pagedata.js";
import { Icon } from "./parts/icon.js";
import { Marker } from "./parts/marker.js";
import { DependencyNetwork, LINK_STATES } from "./parts/network.js";
import { Notice } from "./parts/notice.js";
import { ThemeToggle } from "./parts/theme.js";
import { TopBar } from "./parts/topbar.js";
import { EventCard } from "./play/eventcard.js";
import { Game, NO_MENU, NOTHING_OWN, sayer } from "./play/game.js";
import "./play/texts/brief.js";
import { Words, word } from "./words.js";

/**
 * @typedef {import("./board.js").Board} Board
 * @typedef {import("./protocol.js").CardShown} CardView
 * @typedef {object} Sent
 * @property {readonly string[]} faults
 * @property {import("./board.js").SentBoard | null} board
 * @property {Readonly<Record<string, string>>} briefs
 * @property {readonly (Partial<CardView> & Pick<CardView, "id" | "kind">)[]} events
 * @property {readonly (Partial<CardView> & Pick<CardView, "id" | "kind">)[]} year_one
 * @property {readonly string[]} concerns
 * @property {readonly string[]} agenda
 * @property {readonly number[]} players
 * @property {number} minutes
 */

const LOOK_MS = 1_000;

const TEXTS = Object.freeze({
  "preview.title": "Preview: {folder}",
  "preview.gone": "The preview does not answer. Is `joinedup preview` still running? This page goes on trying.",
  "preview.faults": "{count} faults. Mend them in the files; this page looks again by itself.",
  "preview.fault": "One fault. Mend it in the files; this page looks again by itself.",
  "preview.before": "Below stands the last version without faults.",
  "preview.good": "No faults. Saved files show here at once.",
  "preview.facts": "{players} players, about {minutes} minutes",
  "preview.opening": "What everybody reads first",
  "preview.seats": "Agencies",
  "preview.dependencies": "Dependencies",
  "preview.concerns": "Secret concerns",
  "preview.agenda": "Agenda",
  "preview.events": "Event cards ({count})",
  "preview.year_one": "Cards of year one ({count})",
  "preview.net": "Who may depend on whom: {count} dependencies",
});

const say = (/** @type {string} */ key, /** @type {import("./words.js").Params} */ params = {}) => word(TEXTS, key, params);

/** Asks again and again; what did not change costs no more than a few bytes. */
function useSent() {
  const [sent, setSent] = useState(/** @type {Sent | null} */ (null));
  const [gone, setGone] = useState(false);
  useEffect(() => {
    let wanted = true;
    let tag = "";
    const look = async () => {
      try {
        const answer = await fetch("/state", { headers: tag ? { "If-None-Match": tag } : {}, cache: "no-store" });
        if (!wanted) return;
        setGone(false);
        if (answer.status === 200) {
          tag = answer.headers.get("ETag") ?? "";
          setSent(/** @type {Sent} */ (await answer.json()));
        }
      } catch {
        setGone(true);
      }
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, []);
  return { sent, gone };
}

/** @param {{ faults: readonly string[], more: boolean }} props */
function Faults({ faults, more }) {
  const head = faults.length === 1 ? say("preview.fault") : say("preview.faults", { count: faults.length });
  return html`<${Notice} kind="bad"><div class="stack-s"><p class="strong">${head} ${more && say("preview.before")}</p>
    <ul class="preview-faults">${faults.map((one) => html`<li key=${one}><code>${one}</code></li>`)}</ul></div><//>`;
}

/** @param {{ board: Board, sent: Sent }} props */
function Seats({ board, sent }) {
  return html`<ul class="preview-cards">${[...board.seats.values()].map((seat) => {
    const part = (/** @type {string} */ name) => text(board, `seats.${seat.id}.${name}`);
    return html`<li key=${seat.id} class="card"><div class="card-head"><${Marker} look=${seat.look} code=${seat.code} size=${36} /><h3>${seat.name}</h3></div>
      <div class="card-body stack-s"><p>${sent.briefs[seat.id] ?? ""}</p><dl class="stack-s role">
        <dt>${text(board, "brief.holds")}</dt><dd>${part("holds")}</dd>
        <dt>${text(board, "terms.public_goal.name")}</dt><dd>${part("goal")}</dd>
        <dt>${text(board, "terms.core_value.name")}</dt><dd>${part("core_value")}</dd></dl></div></li>`;
  })}</ul>`;
}

/** @param {{ board: Board }} props */
function Dependencies({ board }) {
  const all = [...board.dependencies.values()];
  const links = all.map((one) => ({ id: one.id, a: one.between[0], b: one.between[1], tag: one.tag, name: one.name, state: /** @type {const} */ ("unknown"), stateName: text(board, "link.unknown") }));
  const names = /** @type {Record<import("./parts/network.js").LinkState, string>} */ (Object.fromEntries(LINK_STATES.map((state) => [state, text(board, `link.${state}`)])));
  return html`<div class="card card-roomy"><div class="card-body">
    <div class="network"><${DependencyNetwork} stateNames=${names} focus=${null} caption=${say("preview.net", { count: all.length })} seats=${[...board.seats.values()]} links=${links} /></div>
    <ul class="rows">${all.map((one) => html`<li key=${one.id} class="row row-wrap"><span class="mono quiet">${one.tag}</span><span class="grow"><span class="strong">${one.name}</span>
      <span class="block quiet small">${text(board, `dependencies.${one.id}.data`)}</span></span>
      <span class="small quiet">${text(board, "terms.sensitivity.name")} ${one.sensitivity}, ${text(board, "terms.effort.name")} ${one.effort}</span></li>`)}</ul></div></div>`;
}

/** @param {{ board: Board, ids: readonly string[], of: "concerns" | "agenda" }} props */
function Texts({ board, ids, of }) {
  const [head, body] = of === "concerns" ? ["name", "text"] : ["headline", "story"];
  return html`<ul class="preview-cards">${ids.map((id) => html`<li key=${id} class="card"><div class="card-body stack-s">
    <h3>${text(board, `${of}.${id}.${head}`)}</h3><p>${text(board, `${of}.${id}.${body}`)}</p></div></li>`)}</ul>`;
}

/** @param {{ title: string, children: import("./dom.js").Child }} props */
const Part = ({ title, children }) => html`<details class="fold" open><summary>${title}</summary><div class="stack">${children}</div></details>`;

/** @param {{ board: Board, sent: Sent }} props */
function Scenario({ board, sent }) {
  const cards = (/** @type {readonly (Partial<CardView> & Pick<CardView, "id" | "kind">)[]} */ all) => html`<div class="preview-cards">${all.map((one) => html`<${EventCard} key=${one.id} id=${`card-${one.id}`} card=${{ effects: [], choice: null, ...one, words: null, choosing: false, option: null, defaulted: false }} />`)}</div>`;
  const facts = say("preview.facts", { players: sent.players.join(", "), minutes: sent.minutes });
  return html`<div class="stack-l">
    <section class="card card-roomy"><div class="card-body stack-s"><h2>${text(board, "ruleset.name")}</h2><p class="strong">${text(board, "ruleset.service")}</p>
      <p>${text(board, "ruleset.summary")}</p><p class="quiet small">${facts}</p></div></section>
    <${Part} title=${say("preview.opening")}>${text(board, "ruleset.opening").split("\n").map((line, at) => html`<p key=${at} class="measure">${line}</p>`)}<//>
    <${Part} title=${say("preview.seats")}><${Seats} board=${board} sent=${sent} /><//>
    <${Part} title=${say("preview.dependencies")}><${Dependencies} board=${board} /><//>
    <${Part} title=${say("preview.concerns")}><${Texts} board=${board} ids=${sent.concerns} of="concerns" /><//>
    <${Part} title=${say("preview.agenda")}><${Texts} board=${board} ids=${sent.agenda} of="agenda" /><//>
    <${Part} title=${say("preview.events", { count: sent.events.length })}>${cards(sent.events)}<//>
    <${Part} title=${say("preview.year_one", { count: sent.year_one.length })}>${cards(sent.year_one)}<//>
  </div>`;
}

/** What a card needs of a game, where there is none. @param {Board} board */
function noGame(board) {
  const never = () => Promise.reject(new Error("nothing is played here"));
  return /** @type {import("./play/game.js").GameNow} */ (/** @type {unknown} */ ({
    board, view: { words: {} }, pub: { seats: [] }, own: NOTHING_OWN, menu: NO_MENU, me: "", place: "preview", briefs: "",
    say: sayer(board), stuck: null, send: never, older: never, asked: null, go: () => undefined,
  }));
}

/** @param {{ folder: string }} props */
function Page({ folder }) {
  const { sent, gone } = useSent();
  const [good, setGood] = useState(/** @type {Sent | null} */ (null));
  useEffect(() => {
    if (sent?.board) setGood(sent);
  }, [sent]);
  const shown = sent?.board ? sent : good;
  const board = useMemo(() => (shown?.board ? readBoard(shown.board, TEXTS) : null), [shown]);
  const faulty = sent !== null && sent.faults.length > 0;
  return html`<${Words.Provider} value=${board?.texts ?? TEXTS}>
    <${TopBar} title=${say("preview.title", { folder })} side=${html`<${ThemeToggle} />`} />
    <div class="page stack-l">
      ${gone && html`<${Notice} kind="bad">${say("preview.gone")}<//>`}
      ${faulty && html`<${Faults} faults=${sent.faults} more=${board !== null} />`}
      ${sent !== null && !faulty && html`<p class="line"><${Icon} name="circle-check" /> ${say("preview.good")}</p>`}
      ${board && shown && html`<div class=${faulty ? "preview-old" : null}><${Game.Provider} value=${noGame(board)}><${Scenario} board=${board} sent=${shown} /><//></div>`}
      ${sent === null && [1, 2].map((n) => html`<span key=${n} class="skeleton skeleton-block"></span>`)}
    </div>
  <//>`;
}

const root = document.getElementById("preview");
const data = /** @type {{ folder: string } | null} */ (pageData());
if (root && data) {
  root.replaceChildren();
  render(html`<${Page} folder=${data.folder} />`, root);
}
