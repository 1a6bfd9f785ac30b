/** The player page: puts its parts together, and keeps what a reload may not lose. */
import { html, render, useEffect, useMemo, useRef, useState } from "./dom.js";
import { useBoard } from "./board.js";
import { pageData } from "./pagedata.js";
import { Button } from "./parts/button.js";
import { Banner, Notice } from "./parts/notice.js";
import { Panel, TabBar } from "./parts/tabs.js";
import { reasonWords } from "./say.js";
import { useSocket } from "./socket.js";
import { isThing } from "./things.js";
import { said, Words } from "./words.js";
import { Game, NO_MENU, NOTHING_OWN, sayer, useGame } from "./play/game.js";
import { Banners, EmergencyStop, Header } from "./play/header.js";
import { later } from "./play/later.js";
import { offersToMe, stepOf, takenOver, windowTitle } from "./play/next.js";
import { NowCard } from "./play/nowcard.js";
import { OwnCards } from "./play/owncards.js";
import { PlanRoom } from "./play/plandraft.js";
import { EventCard, Stage, STAGES, YearOne } from "./play/stage.js";
import { Held, TurningRoom } from "./play/turning.js";
import { PartnerBody, Trust } from "./play/trust.js";
import "./play/texts/page.js";

/**
 * @typedef {import("./play/game.js").GameNow} GameNow
 * @typedef {import("./play/game.js").Asked} Asked
 * @typedef {import("./play/missed.js").Missing} Missing
 * @typedef {import("./board.js").Board} Board
 * @typedef {import("./protocol.js").View} View
 * @typedef {ReturnType<typeof useSocket>} Line
 * @typedef {{ person: { id: string, name: string }, session: { id: string, title: string }, board: string, briefs: string, weigh: string, socket: string, looking?: boolean }} PageData
 */

/** Codes of an end that has a sentence of its own. */
const TOLD_ENDS = [4001, 4401, 4410];
const SLOW_MS = 8_000;
const SOON_MS = 1_500;
const LATER_MS = 15_000;
/** Parts of the table that one is led to, by their ids. */
const TO_SEE = ["card", "pulse"];
const DESK = "(min-width: 64rem)";

const Dependencies = later(() => import("./play/dependencies.js"), "Dependencies");
const Tracks = later(() => import("./play/tracks.js"), "Tracks");
const Brief = later(() => import("./play/brief.js"), "Brief");
const Deals = later(() => import("./play/deals.js"), "Deals");
const Debriefing = later(() => import("./play/debriefing.js"), "Debriefing");
const Ended = later(() => import("./play/ended.js"), "Ended");
const CheckPrompt = later(() => import("./play/attending.js"), "CheckPrompt", { blank: true });
const DoneForMe = later(() => import("./play/attending.js"), "DoneForMe", { blank: true });
const SeatBack = later(() => import("./play/attending.js"), "SeatBack");
const Shown = later(() => import("./play/attending.js"), "Shown", { blank: true });
const Missed = later(() => import("./play/missed.js"), "Missed", { blank: true });
const HandoverNow = later(() => import("./play/handover.js"), "HandoverNow", { blank: true });
const Onlooker = later(() => import("./play/onlooker.js"), "Onlooker");
const Log = later(() => import("./play/log.js"), "Log");
const PulseCard = later(() => import("./play/pulse.js"), "PulseCard");
const Steering = later(() => import("./play/steering.js"), "Steering");
const Waiting = later(() => import("./play/waiting.js"), "Waiting");
/** Parts behind the tabs, which may be asked for at any moment; and those whose phase is still to come. */
const SOON = [PartnerBody, Deals, Brief, Log, Missed];
const LATER = [...STAGES, PulseCard, Ended];

/** @param {readonly import("./play/later.js").Later[]} parts */
const fetchAll = (parts) => parts.forEach((part) => void part.fetch().catch(() => undefined));

/** Whether a part has ever been on the screen: on a desk all are, on a phone those that were opened. */
function useShown(/** @type {string} */ tab) {
  const shown = useRef(new Set(matchMedia(DESK).matches ? ["deals", "brief", "log"] : []));
  const [, turn] = useState(0);
  useEffect(() => {
    const media = matchMedia(DESK);
    const all = () => {
      for (const part of ["deals", "brief", "log"]) shown.current.add(part);
      turn((now) => now + 1);
    };
    media.addEventListener("change", all);
    return () => media.removeEventListener("change", all);
  }, []);
  shown.current.add(tab);
  return shown.current;
}

/** @param {{ table: string | null, person: string, tab: string, onTab: (tab: string) => void }} props */
function Room({ table, person, tab, onTab }) {
  const game = useGame();
  const { pub, view, say } = game;
  const step = stepOf(game);
  const shown = useShown(tab);
  const offers = offersToMe(game).length;
  const title = useRef(document.title).current;
  useEffect(() => {
    document.title = windowTitle(step, title);
  }, [step.id]);
  const talking = pub.phase === "talk";
  const ended = pub.phase === "ended";
  const acted = view.lines.some((line) => line.kind === "acted_for_what");
  const taken = game.looking ? null : takenOver(game);
  const tabs = [
    { id: "table", label: say("tab.table"), icon: "table-2" },
    { id: "deals", label: say("tab.deals"), icon: "handshake", count: offers, now: true, countLabel: say("tab.waiting") },
    { id: "brief", label: say("tab.brief"), icon: "book-open" },
    { id: "log", label: say("tab.log"), icon: "list" },
  ];
  const trust = html`<div class="panel" data-open=${String(tab === "table")}><${Held}><${Trust} /><//></div>`;
  return html`<${PlanRoom}>
    ${taken !== null && html`<${HandoverNow} taken=${taken} />`}
    <div class="page over-table play-grid has-tabbar" data-phase=${pub.phase}>
      <div class="play-column">
        ${acted && html`<${DoneForMe} />`}
        <${NowCard} step=${step} open=${tab === "table"} />
        ${pub.pulse && html`<${PulseCard} open=${tab === "table"} />`}
        ${ended && html`<div class="panel" data-open=${String(tab === "table")}><div class="stack-l"><${Debriefing} table=${table} person=${person} /><${Ended} table=${table} /></div></div>`}
        ${talking && trust}
        <${Panel} id="brief" current=${tab} title=${say("tab.brief")}>${shown.has("brief") && html`<${Brief} />`}<//>
      </div>
      <div class="play-column">
        <${Panel} id="table" current=${tab} title=${say("tab.table")}><div class="stack-l">
          <${OwnCards} /><${Stage} />
          ${["plan", "reveal", "vote"].includes(pub.phase) && pub.card && html`<details class="fold"><summary>${say("card.of_round")}</summary><${EventCard} card=${pub.card} /></details>`}
          ${ended && pub.quarters.length > 0 && html`<${YearOne} />`}
          <${Held}><${Dependencies} /><${Tracks} />${!ended && html`<${Steering} />`}<//>
        </div><//>
        ${!talking && trust}
      </div>
      <div class="play-column">
        <${Panel} id="deals" current=${tab} title=${say("tab.deals")}>${shown.has("deals") && html`<${Deals} />`}<//>
        <${Panel} id="log" current=${tab} title=${say("tab.log")}>${shown.has("log") && html`<${Log} />`}<//>
      </div>
    </div>
    <${TabBar} label=${say("tab.label")} tabs=${tabs} current=${tab} onPick=${onTab} />
    ${view.head && ended && html`<p class="page quiet small">${say("ended.head")} <span class="mono">${view.head}</span></p>`}
  <//>`;
}

/**
 * Why nothing can be done at this moment; null: ask the table.
 * @param {Line} line
 * @param {Board} board
 * @param {View} view
 * @param {boolean} looking a facilitator looks over a shoulder
 */
function stuckBy(line, board, view, looking) {
  const say = sayer(board);
  if (looking) return say("play.looking");
  if (line.state !== "open") return say("play.reconnecting");
  if (view.public?.paused) return reasonWords(board, "paused");
  if (view.public?.seats.some((one) => one.id === view.seat && one.holder === "bot")) return say("play.botted");
  return view.public?.drawing ? reasonWords(board, "chance_is_due") : null;
}

/** @param {{ line: Line, board: Board, view: View, data: PageData }} props */
function Seated({ line, board, view, data }) {
  const [tab, setTab] = useState("table");
  const [asked, setAsked] = useState(/** @type {Asked | null} */ (null));
  const [missed, setMissed] = useState(/** @type {Missing | null} */ (null));
  const { public: pub } = view;
  const send = async (/** @type {object} */ command) => {
    const answer = await line.send(command);
    // What was asked for may be gone from the page by now, and with it the place for the answer.
    if ("refused" in answer && answer.late) setMissed({ ...answer, command });
    return answer;
  };
  const go = (/** @type {string} */ to, /** @type {string} */ what = "", /** @type {Partial<Asked>} */ more = {}) => {
    setTab(to);
    setAsked((now) => ({ ...more, what, count: (now?.count ?? 0) + 1 }));
    if (TO_SEE.includes(what)) setTimeout(() => document.getElementById(what)?.scrollIntoView({ block: "start" }));
    else if (to !== tab && what === "") scrollTo({ top: 0 });
  };
  if (!pub) return null;
  const seat = view.own ? (view.seat ?? "") : "";
  const [table = null] = line.frames.keys();
  /** @type {GameNow} */
  const game = {
    board, view, pub, own: view.own ?? NOTHING_OWN, menu: view.menu ?? NO_MENU, me: seat, place: `${data.session.id}/${seat}`, briefs: data.briefs, weigh: data.weigh,
    say: sayer(board), stuck: stuckBy(line, board, view, data.looking ?? false), send, older: line.older, asked, go, looking: data.looking ?? false,
  };
  return html`<${Game.Provider} value=${game}>${missed && html`<${Missed} missed=${missed} onClose=${() => setMissed(null)} />`}<${TurningRoom}><${seat ? Room : Onlooker} table=${table} person=${data.person.id} tab=${tab} onTab=${(/** @type {string} */ to) => go(to)} /><//><//>`;
}

/** The connection has ended for good, or nothing came for a while. @param {{ text: string, action: string, onClick: () => void, again?: () => void }} props */
function Stopped({ text, action, onClick, again }) {
  return html`<div class="page page-narrow stack"><${Notice} kind="bad">${text}<//><div class="actions actions-start"><${Button} kind="primary" icon="refresh-cw" onClick=${onClick}>${action}<//>
    ${again && html`<${Button} onClick=${again}>${said("ended_line.again")}<//>`}</div></div>`;
}

/** @param {{ line: Line, board: Board | null, failed: boolean, retry: () => void, data: PageData }} props */
function Loading({ line, board, failed, retry, data }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return html`<div class="topbar topbar-deep"><div class="topbar-in"><div class="topbar-title"><h1>${data.session.title}</h1><div class="quiet small"><bdi>${data.person.name}</bdi></div></div></div></div>
    <div class="page over-table stack">${failed || slow
      ? html`<${Stopped} text=${said("play.slow")} action=${said("play.retry")} onClick=${() => (board ? location.reload() : retry())} />`
      : [1, 2, 3].map((n) => html`<span key=${n} class="skeleton skeleton-block"></span>`)}
      <span class="visually-hidden">${said(line.state === "open" ? "play.loading" : "play.connecting")}</span></div>`;
}

/** @param {{ data: PageData }} props */
function Page({ data }) {
  const line = useSocket(data.socket);
  const { board, failed, retry } = useBoard(data.board);
  const say = useMemo(() => (board ? sayer(board) : null), [board]);
  const { view } = line;
  useEffect(() => {
    // On the phones of a class all of this would come at once, and most of it is not needed yet.
    const timers = [setTimeout(fetchAll, SOON_MS, SOON), setTimeout(fetchAll, LATER_MS, LATER)];
    return () => timers.forEach(clearTimeout);
  }, []);
  if (line.state === "ended") {
    const text = said(`ended_line.${TOLD_ENDS.includes(line.code ?? 0) ? line.code : "other"}`);
    const home = line.code === 4401 || line.code === 4410;
    return html`<${Stopped} text=${text} action=${said(home ? "ended_line.home" : "ended_line.again")} onClick=${() => (home ? location.assign("/") : line.again())} again=${home ? line.again : undefined} />`;
  }
  if (!board || !view || !say) return html`<${Loading} line=${line} board=${board} failed=${failed} retry=${retry} data=${data} />`;
  const playing = view.public !== null && view.public.phase !== "lobby";
  return html`<${Words.Provider} value=${board.texts}>
    <${EmergencyStop} key=${String(view.public?.emergency ?? false)} view=${view} say=${say} />
    ${data.looking && html`<${Banner} icon="eye">${say("play.looking")}<//>`}
    <${Banners} view=${view} say=${say} state=${line.state} slow=${line.slow} />
    <${Header} board=${board} view=${view} say=${say} nowMs=${line.now()} person=${data.person} />
    ${view.public?.seats.some((one) => one.id === view.seat && one.stands_in) && html`<${SeatBack} board=${board} line=${line} looking=${data.looking} />`}
    ${!data.looking && view.session.check && html`<${CheckPrompt} view=${view} person=${data.person.id} />`}
    ${isThing(view.public?.spotlight ?? null) && html`<${Shown} board=${board} view=${view} />`}
    ${playing
      ? html`<${Seated} line=${line} board=${board} view=${view} data=${data} />`
      : html`<${Waiting} board=${board} view=${view} say=${say} person=${data.person} briefs=${data.briefs} />`}
  <//>`;
}

const root = document.getElementById("play");
const data = /** @type {PageData | null} */ (pageData());
if (root && data) {
  root.replaceChildren();
  render(html`<${Page} data=${data} />`, root);
  // On a phone nobody needs it.
  addEventListener("keydown", () => void import("./parts/focus.js").then((found) => found.keepPlace()), { once: true });
}
