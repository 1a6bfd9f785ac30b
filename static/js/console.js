/** The facilitator's first page: sessions to open, and the form for a new one. The key opens it. */
import { html, render, useEffect, useState } from "./dom.js";
import { pageData } from "./pagedata.js";
import { useWord, Words } from "./words.js";
import { CONSOLE_TEXTS } from "./console/texts.js";
import { NewSession } from "./console/setup.js";
import { ImportLog } from "./debrief/importing.js";
import { Button } from "./parts/button.js";
import { TextField } from "./parts/field.js";
import { Icon } from "./parts/icon.js";
import { Notice } from "./parts/notice.js";
import { ThemeToggle } from "./parts/theme.js";
import { TopBar } from "./parts/topbar.js";
import { post, useAct } from "./session/api.js";

/**
 * @typedef {import("./console/draft.js").RulesetCard} RulesetCard
 * @typedef {object} SessionCard
 * @property {string} id
 * @property {string} title
 * @property {string} ruleset
 * @property {"waiting" | "playing" | "ended"} state
 * @property {string} created
 * @property {readonly { id: string, name: string, number: number, phase: string, round: number }[]} tables
 * @typedef {object} Data
 * @property {boolean} may_create
 * @property {readonly RulesetCard[]} rulesets
 * @property {readonly { folder: string, faults: readonly string[] }[]} broken
 * @property {readonly SessionCard[]} sessions
 */

const KEY = "#key=";

/**
 * The key in what was pasted: a whole address, or the key alone.
 * @param {string} typed
 */
function keyIn(typed) {
  const at = typed.indexOf(KEY);
  return (at < 0 ? typed : typed.slice(at + KEY.length)).trim();
}

/** The key of this page's own address; it leaves the address at once, so that nobody copies it on. */
function takeKey() {
  const key = location.hash.startsWith(KEY) ? keyIn(location.hash) : "";
  if (key) history.replaceState(null, "", location.pathname + location.search);
  return key;
}

/** @param {{ first: string }} props `first`: the key that came with the address */
function KeyCard({ first }) {
  const say = useWord();
  const [typed, setTyped] = useState(first);
  const act = useAct(async (/** @type {string} */ key) => {
    if (!key) return say("key.empty");
    const asked = await post("/api/keys", { key }, say("console.unreachable"));
    if (asked.ok) location.reload();
    return asked.ok ? null : asked.failure.sentence;
  });
  useEffect(() => {
    if (first) void act.run(first);
  }, []);
  const onSubmit = (/** @type {Event} */ event) => {
    event.preventDefault();
    void act.run(keyIn(typed));
  };
  return html`<form class="card card-roomy" onSubmit=${onSubmit} aria-labelledby="key-title">
    <div class="card-head"><${Icon} name="key" /><h2 id="key-title">${say("key.title")}</h2></div>
    <div class="card-body">
      <p>${say("key.text")}</p>
      <p class="quiet">${say("key.example")} <code>${location.origin}/console${KEY}…</code></p>
      <${TextField} label=${say("key.label")} value=${typed} onInput=${setTyped} autocomplete="off" error=${act.refused} />
      <div class="actions actions-start"><${Button} type="submit" kind="primary" icon="lock-open" busy=${act.busy}>${act.busy ? say("key.checking") : say("key.open")}<//></div>
      <hr />
      <p class="quiet">${say("key.player")} <a href="/">${say("key.join")}</a></p>
    </div>
  </form>`;
}

/**
 * Where a table stands; in a session that is over nobody arrives and nothing is in play any more.
 * @param {ReturnType<typeof useWord>} say
 * @param {SessionCard} session
 * @param {SessionCard["tables"][number]} table
 */
function tableWords(say, session, { name, phase, round }) {
  const over = session.state === "ended";
  if (over && phase === "lobby") return say("console.never", { name });
  if (over && phase === "playing") return say("console.left", { name });
  const where = say(`console.phase.${phase}`, { round });
  return say(over && phase !== "ended" ? "console.left_in" : "console.table", { name, phase: where });
}

/** @param {{ session: SessionCard, ruleset: string }} props */
function SessionItem({ session, ruleset }) {
  const say = useWord();
  const when = new Date(session.created).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  return html`<li class="card card-flat"><div class="card-body stack-s">
    <div class="line-between"><h3><bdi>${session.title}</bdi></h3><span class=${`chip${session.state === "playing" ? " chip-now" : ""}`}>${say(`console.state.${session.state}`)}</span></div>
    <p class="quiet small">${ruleset}, ${say("console.created", { when })}</p>
    <ul class="small">${session.tables.map(
      (table) => html`<li key=${table.id}>${tableWords(say, session, table)}</li>`,
    )}</ul>
    <div class="actions actions-start">
      <a class="button button-primary" href=${`/console/${session.id}`}><${Icon} name="settings" /><span>${say("console.open")}</span></a>
      <a class="button button-outline" href=${`/screen/${session.id}`} target="_blank" rel="noopener"><${Icon} name="monitor" /><span>${say("console.screen")}</span></a>
    </div>
  </div></li>`;
}

/** @param {{ data: Data }} props */
function Sessions({ data }) {
  const say = useWord();
  const nameOf = (/** @type {string} */ id) => data.rulesets.find((one) => one.id === id)?.title ?? id;
  return html`<section class="stack" aria-labelledby="sessions-title">
    <h2 id="sessions-title">${say("console.sessions")}</h2>
    ${data.sessions.length === 0
      ? html`<${Notice}>${say("console.none")}<//>`
      : html`<ul class="stack">${data.sessions.map((one) => html`<${SessionItem} key=${one.id} session=${one} ruleset=${nameOf(one.ruleset)} />`)}</ul>`}
    ${data.broken.length > 0 &&
    html`<div class="stack-s"><h2>${say("console.broken")}</h2><p class="quiet">${say("console.broken_text")}</p>
      ${data.broken.map((one) => html`<${Notice} key=${one.folder} kind="bad"><p class="strong mono">${one.folder}</p>
        <ul class="bullets small">${one.faults.map((fault, at) => html`<li key=${at}>${fault}</li>`)}</ul><//>`)}</div>`}
  </section>`;
}

/** @param {{ data: Data }} props */
function Console({ data }) {
  const say = useWord();
  const [key] = useState(takeKey);
  useEffect(() => {
    // The address with the key, opened where this page stands already, loads nothing by itself.
    const again = () => location.hash.startsWith(KEY) && location.reload();
    addEventListener("hashchange", again);
    return () => removeEventListener("hashchange", again);
  }, []);
  const go = (/** @type {string} */ address) => location.assign(address);
  // Who may create already needs no key, and one that was good once would be refused now.
  const closed = !data.may_create;
  return html`<${TopBar} title=${say("console.title")} side=${html`<${ThemeToggle} />`} />
    <div class="page">${closed
      ? html`<div class=${data.sessions.length ? "columns-2" : "page-narrow-in"}><${KeyCard} first=${key} />${data.sessions.length > 0 && html`<${Sessions} data=${data} />`}</div>`
      : html`<div class="columns-2 console-start"><${NewSession} rulesets=${data.rulesets} go=${go} />
        <div class="stack"><${Sessions} data=${data} /><section class="card card-roomy"><div class="card-body"><${ImportLog} /></div></section></div></div>`}</div>`;
}

const root = document.getElementById("app");
if (root) {
  root.textContent = "";
  render(html`<${Words.Provider} value=${CONSOLE_TEXTS}><${Console} data=${/** @type {Data} */ (pageData())} /><//>`, root);
}
