/** The console of one session: it connects, chooses the table in view, and lays out the parts. */
import { html, render, useEffect, useState } from "./dom.js";
import { useBoard } from "./board.js";
import { pageData } from "./pagedata.js";
import { reasonWords } from "./say.js";
import { useSocket } from "./socket.js";
import { said, useWord, Words } from "./words.js";
import { Button } from "./parts/button.js";
import { keepPlace } from "./parts/focus.js";
import { Icon } from "./parts/icon.js";
import { Banner, Notice } from "./parts/notice.js";
import { Panel, TabBar } from "./parts/tabs.js";
import { useTable } from "./session/attable.js";
import { Guide } from "./evaluate/guide.js";
import { Check } from "./session/check.js";
import { Speak } from "./session/composer.js";
import { Course, Stopped } from "./session/course.js";
import { DeskContext, endedKey, LOST_ID, useDesk } from "./session/desk.js";
import { Display } from "./session/display.js";
import { Door, JoinCard, Waiting } from "./session/door.js";
import { Result } from "./session/ended.js";
import { FoldBox } from "./session/foldbox.js";
import { Head, SlotNotice, Status } from "./session/head.js";
import { Injects } from "./session/injects/panel.js";
import { proposed, ScriptContext, useScript } from "./session/injects/data.js";
import { LastJot } from "./session/jot.js";
import { Log } from "./session/log.js";
import { PulseDesk } from "./session/pulse.js";
import { phaseWords } from "./session/moment.js";
import { Rehearsal } from "./session/rehearsal.js";
import { Seats } from "./session/seats.js";
import { Secrets } from "./session/secrets.js";
import { Count, Note } from "./session/speak.js";
import { Tables } from "./session/tables.js";
import { TableTop } from "./session/tabletop.js";

/**
 * @typedef {object} Data
 * @property {{ id: string, title: string }} session
 * @property {string} board
 * @property {string} socket
 * @property {readonly string[]} addresses
 * @property {readonly string[]} bots
 * @property {string} bot
 * @property {string} me
 * @typedef {import("./board.js").Board} Board
 * @typedef {ReturnType<typeof useSocket>} Line
 */

const SLOW_MS = 8_000;
const SECRETS = "secrets shown";

/** Whether secrets are shown in this window; hidden in every new one. */
function useSecrets() {
  const [shown, setShown] = useState(() => {
    try {
      return sessionStorage.getItem(SECRETS) !== null;
    } catch {
      return false;
    }
  });
  const set = (/** @type {boolean} */ next) => {
    setShown(next);
    try {
      if (next) sessionStorage.setItem(SECRETS, "1");
      else sessionStorage.removeItem(SECRETS);
    } catch {
      // Storage may be closed to this page; they are hidden again after a reload.
    }
  };
  return /** @type {const} */ ([shown, set]);
}

/** @param {{ title: string, children: import("./dom.js").Child, icon: string }} props */
function Box({ title, icon, children }) {
  return html`<div class="card card-flat"><div class="card-head"><${Icon} name=${icon} /><h2>${title}</h2></div><div class="card-body">${children}</div></div>`;
}

/** @param {{ addresses: readonly string[], secrets: boolean, onSecrets: (shown: boolean) => void }} props */
function Parts({ addresses, onSecrets }) {
  const say = useWord();
  const { pub, staff } = useDesk();
  const [tab, setTab] = useState("seats");
  const scripted = useScript();
  const asks = staff.seats.filter((one) => one.asks_help).length;
  const tabs = [
    { id: "seats", label: say("desk.tab.seats"), icon: "users", count: asks, now: true, countLabel: say("desk.tab_help") },
    { id: "talk", label: say("desk.tab.talk"), icon: "megaphone" },
    { id: "injects", label: say("desk.tab.injects"), icon: "zap", count: proposed(scripted.script).length, now: true, countLabel: say("desk.tab_injects") },
    { id: "table", label: say("desk.tab.table"), icon: "table-2" },
    { id: "log", label: say("desk.tab.log"), icon: "scroll-text" },
    { id: "room", label: say("desk.tab.room"), icon: "monitor" },
  ];
  const panel = (/** @type {string} */ id, /** @type {import("./dom.js").Child} */ children) =>
    html`<${Panel} key=${id} id=${id} current=${tab} title=${say(`desk.tab.${id}`)}><div class="stack">${children}</div><//>`;
  const waits = pub.phase === "lobby";
  const talk = panel("talk", html`<${Box} icon="megaphone" title=${say("talk.say")}><${Speak} /><//>
    <${Box} icon="bookmark" title=${say("talk.moment")}><${Count} /><//>
    <${Box} icon="sticky-note" title=${say("talk.note")}><${Note} /><//>
    <${FoldBox} id="pulse" icon="message-square" title=${say("talk.pulse")} wanted=${staff.pulses.some((one) => one.pulse.open)}><${PulseDesk} /><//>`);
  const log = panel("log", html`<${Box} icon="scroll-text" title=${say("log.title")}><${Log} /><//>`);
  // Before the start people come in; later they are talked to.
  const room = panel("room", html`<${Box} icon="monitor" title=${say("display.title")}><${Display} /><//>
    ${!waits && html`<${Check} />`}
    <${Box} icon="key" title=${say("door.title")}><${Door} addresses=${addresses} /><//>`);
  const show = () => {
    setTab("injects");
    // On a phone the panel is there only after this is drawn.
    setTimeout(() => document.getElementById("panel-injects")?.scrollIntoView({ block: "start" }));
  };
  return html`<${ScriptContext.Provider} value=${{ script: scripted.script, show }}><div class=${`desk${waits ? " desk-lobby" : ""}`}>
      <div class="desk-main stack">
        ${panel("seats", html`<${Result} />${waits && html`<${JoinCard} addresses=${addresses} />`}<${Seats} />${waits && html`<${Check} />`}<${Waiting} />`)}
        ${panel("injects", html`<${Injects} scripted=${scripted} onSecrets=${onSecrets} />`)}
        ${panel("table", html`${!waits && html`<${TableTop} />`}<${Secrets} onSecrets=${onSecrets} /><${Box} icon="square-check" title=${say("guide.title")}><${Guide} /><//>`)}
      </div>
      <div class="desk-side stack">${waits ? [room, talk, log] : [talk, log, room]}</div>
    </div>
    <${TabBar} label=${say("desk.tabs")} tabs=${tabs} current=${tab} onPick=${setTab} /><//>`;
}

/** The bars across the page: the line is down, or the game is paused. @param {{ line: Line }} props */
function Banners({ line }) {
  const say = useWord();
  const { board, pub, frame } = useDesk();
  const words = pub.pause_text ? frame.view.words[pub.pause_text] : "";
  const back = pub.set_back ? say("desk.set_back", { moment: phaseWords(board, pub) }) : "";
  return html`${line.state === "reconnecting" && html`<div id=${LOST_ID}><${Banner} icon="wifi-off" thin>${say("desk.lost")}<//></div>`}
    ${pub.paused && !pub.emergency && html`<${Banner} icon=${back ? "rewind" : "pause"}>${back && `${back} `}${words ? html`${say("desk.paused", { words: "" })}<bdi>${words}</bdi>` : say("desk.paused_plain")}<//>`}`;
}

/** @param {{ code: number | null, again: () => void }} props */
function Over({ code, again }) {
  const say = useWord();
  return html`<div class="page page-narrow stack"><${Notice} kind="bad">${say(endedKey(code))}<//>
    <div class="actions actions-start"><${Button} kind="primary" icon="refresh-cw" onClick=${again}>${say("desk.again")}<//>
      <a class="button button-outline" href="/console"><span>${say("desk.sessions")}</span></a></div></div>`;
}

/** What stands until the first view is there. @param {{ sentence: string | null, retry: () => void }} props */
function Loading({ sentence, retry }) {
  const say = useWord();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return html`<div class="page stack" aria-busy="true"><span class="visually-hidden">${say("desk.loading")}</span>
    ${(slow || sentence) && html`<${Notice}>${sentence ?? say("desk.slow")} <${Button} icon="refresh-cw" onClick=${retry}>${say("desk.retry")}<//><//>`}
    <span class="skeleton skeleton-block"></span><span class="skeleton skeleton-block"></span><span class="skeleton skeleton-block"></span></div>`;
}

/** @param {{ data: Data, board: Board, line: Line }} props */
function Session({ data, board, line }) {
  const say = useWord();
  const [secrets, onSecrets] = useSecrets();
  // Whoever comes from a fork finds its table in view.
  const [picked, setPicked] = useState(() => location.hash.replace(/^#table-/, ""));
  const { desk, places, table } = useTable({ board, line, session: data.session.id, bots: data.bots, bot: data.bot, me: data.me, secrets, picked });
  const sendAt = async (/** @type {object} */ command, /** @type {string} */ at) => {
    const answer = await line.send(command, at);
    return "refused" in answer ? reasonWords(board, answer.reason, answer.detail) : null;
  };
  if (line.state === "ended") return html`<${Over} code=${line.code} again=${line.again} />`;
  if (!desk) return line.view ? html`<div class="page"><${Notice} kind="bad">${say("desk.no_tables")}<//></div>` : html`<${Loading} sentence=${null} retry=${() => location.reload()} />`;
  return html`<${DeskContext.Provider} value=${desk}>
    <div class="desk-head"><${Banners} line=${line} /><${Head} secrets=${secrets} onSecrets=${onSecrets} />
      <div class="strip"><div class="strip-in"><div class="strip-head"><${Status} /><${LastJot} /></div><${Course} /></div></div></div>
    <div class="page has-tabbar stack">
      <${Tables} board=${board} tables=${places} frames=${line.frames} current=${table?.id ?? ""} onPick=${setPicked}
        slot=${desk.session.slot} send=${sendAt} />
      <${Rehearsal} /><${SlotNotice} />
      <${Parts} key=${table?.id} addresses=${data.addresses} secrets=${secrets} onSecrets=${onSecrets} />
    </div>
    <${Stopped} />
  <//>`;
}

/** @param {{ data: Data }} props */
function Page({ data }) {
  const { board, failed, retry } = useBoard(data.board);
  const line = useSocket(data.socket);
  if (!board) return html`<${Loading} sentence=${failed ? said("desk.no_board") : null} retry=${retry} />`;
  return html`<${Words.Provider} value=${board.texts}><${Session} data=${data} board=${board} line=${line} /><//>`;
}

const root = document.getElementById("app");
if (root) {
  root.textContent = "";
  const data = /** @type {Data} */ (pageData());
  render(html`<${Page} data=${data} />`, root);
  keepPlace();
}
