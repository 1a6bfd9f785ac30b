/** The remote: clock, pause and resume, the next step, a word to all, a mark. For one thumb. */
import { html, render, useRef, useState } from "./dom.js";
import { useBoard } from "./board.js";
import { pageData } from "./pagedata.js";
import { useSocket } from "./socket.js";
import { said, useWord, Words } from "./words.js";
import { Clock } from "./parts/clock.js";
import { Icon } from "./parts/icon.js";
import { announce } from "./parts/liveregion.js";
import { Marker } from "./parts/marker.js";
import { Banner, Notice } from "./parts/notice.js";
import { seatOf } from "./board.js";
import { ActButton } from "./session/act.js";
import { useTable } from "./session/attable.js";
import { NextButton, Stopped } from "./session/course.js";
import { DeskContext, LOST_ID, useDesk } from "./session/desk.js";
import { LastJot } from "./session/jot.js";
import { phaseWords, remaining } from "./session/moment.js";
import { Speak } from "./session/composer.js";
import { Tables } from "./session/tables.js";
import "./session/texts/remote.js";

/** @typedef {{ session: { id: string, title: string }, board: string, socket: string }} Data */

const MINUTES = Object.freeze([1, 2]);

/** The time that is left, as large as the phone allows. */
function Time() {
  const say = useWord();
  const { board, pub, frame, table, tables } = useDesk();
  const left = remaining(frame);
  return html`<div class="remote-head">
    <p class="quiet">${tables.length > 1 && html`<bdi>${table.name}</bdi>, `}${phaseWords(board, pub)}</p>
    ${left === null ? html`<p class="remote-none">${say("status.open")}</p>` : html`<${Clock} remainingMs=${left} running=${frame.running} label=${say("head.left")} size="xl" />`}
    ${pub.waiting_for.length > 0 && !pub.paused && html`<p class="line remote-waits"><span class="small quiet">${say("status.waits")}</span>${pub.waiting_for.map((id) => {
      const { look, code, name } = seatOf(board, id);
      return html`<${Marker} key=${id} look=${look} code=${code} size=${28} name=${name} />`;
    })}</p>`}
  </div>`;
}

/** A press of its own, with the word that it was done. */
function Mark() {
  const say = useWord();
  const { control } = useDesk();
  const [count, setCount] = useState(0);
  const then = () => {
    setCount((now) => now + 1);
    announce(say("mark.done"));
  };
  return html`<${ActButton} big icon="bookmark-plus" run=${() => control({ type: "mark_moment" })} then=${then}>${say("mark.moment")}${count > 0 && html` <span class="mono">${count}</span>`}<//>
    <${LastJot} />`;
}

function Remote() {
  const say = useWord();
  const { board, pub, control, staff, session, tables } = useDesk();
  const running = pub.phase !== "lobby" && pub.phase !== "ended";
  const hands = staff.seats.filter((one) => one.asks_help).map((one) => seatOf(board, one.seat).name);
  return html`<div class="page remote stack">
    <${Time} />
    ${hands.length > 0 && html`<${Notice} kind="now" icon="hand"><a href=${`/console/${session.id}`}>${say(hands.length === 1 ? "remote.hand" : "remote.hands", { seats: hands.join(", ") })}</a><//>`}
    <div class="remote-buttons">
      <${NextButton} />
      ${running && !pub.paused && html`<${ActButton} big icon="pause" run=${() => control({ type: "pause" }, true)}>${tables.length > 1 ? say("pause.all", { count: tables.length }) : say("course.pause")}<//>`}
      ${running && pub.length_s !== null && html`<div class="remote-time">${MINUTES.map((one) => html`<${ActButton} key=${one} big run=${() => control({ type: "extend", seconds: one * 60 })}>+${one} min<//>`)}</div>`}
      ${running && html`<${Mark} />`}
    </div>
    <section class="card card-flat"><div class="card-head"><${Icon} name="megaphone" /><h2>${say("talk.say")}</h2></div><div class="card-body"><${Speak} /></div></section>
    <p class="small"><a href=${`/console/${session.id}`}>${say("remote.console")}</a></p>
  </div><${Stopped} />`;
}

/**
 * Which table is led first: one that plays, else one that has not begun.
 * @param {readonly import("./protocol.js").TablePlace[]} tables
 */
const toLead = (tables) => (tables.find((one) => one.state === "playing") ?? tables.find((one) => one.state === "waiting"))?.id ?? "";

/** @param {{ data: Data, board: import("./board.js").Board, line: ReturnType<typeof useSocket> }} props */
function AtTable({ data, board, line }) {
  const say = useWord();
  const [picked, setPicked] = useState("");
  const first = useRef("");
  // Chosen once: a table that ends while it is in view does not slip from under the thumb.
  first.current ||= toLead(/** @type {import("./protocol.js").SessionView | undefined} */ (line.view?.session)?.tables ?? []);
  const { desk, places, table } = useTable({ board, line, session: data.session.id, picked: picked || first.current });
  if (line.state === "ended") return html`<div class="page"><${Notice} kind="bad">${say("desk.ended")}<//></div>`;
  if (!desk) return html`<div class="page stack" aria-busy="true"><span class="skeleton skeleton-block"></span><span class="skeleton skeleton-block"></span></div>`;
  const words = desk.pub.pause_text ? desk.frame.view.words[desk.pub.pause_text] : "";
  return html`<${DeskContext.Provider} value=${desk}>
    ${line.state === "reconnecting" && html`<div id=${LOST_ID}><${Banner} icon="wifi-off" thin>${say("desk.lost")}<//></div>`}
    ${desk.pub.paused && !desk.pub.emergency && html`<${Banner} icon="pause">${words ? html`${say("desk.paused", { words: "" })}<bdi>${words}</bdi>` : say("desk.paused_plain")}<//>`}
    <h1 class="visually-hidden">${say("remote.title", { title: data.session.title })}</h1>
    <div class="page remote-tables"><${Tables} board=${board} tables=${places} frames=${line.frames} current=${table?.id ?? ""} onPick=${setPicked} /></div>
    <${Remote} />
  <//>`;
}

/** @param {{ data: Data }} props */
function Page({ data }) {
  const { board, failed } = useBoard(data.board);
  const line = useSocket(data.socket);
  if (!board) return html`<div class="page stack" aria-busy="true">${failed && html`<${Notice} kind="bad">${said("desk.no_board")}<//>`}<span class="skeleton skeleton-block"></span></div>`;
  return html`<${Words.Provider} value=${board.texts}><${AtTable} data=${data} board=${board} line=${line} /><//>`;
}

const root = document.getElementById("app");
if (root) {
  root.textContent = "";
  render(html`<${Page} data=${/** @type {Data} */ (pageData())} />`, root);
}
