/** The evaluator's page: the table as they may see it, and their guide. Nothing here changes play. */
import { html, render, useMemo, useState } from "./dom.js";
import { useBoard } from "./board.js";
import { pageData } from "./pagedata.js";
import { useSocket } from "./socket.js";
import { said, useWord, Words } from "./words.js";
import { Button } from "./parts/button.js";
import { Icon } from "./parts/icon.js";
import { Banner, Notice } from "./parts/notice.js";
import { Panel, TabBar } from "./parts/tabs.js";
import { Guide } from "./evaluate/guide.js";
import { EVALUATE_TEXTS } from "./evaluate/texts/page.js";
import { DeskContext, endedKey, LOST_ID, staffOf } from "./session/desk.js";
import { Head, Status } from "./session/head.js";
import { Log } from "./session/log.js";
import { Secrets } from "./session/secrets.js";
import { Tables } from "./session/tables.js";
import { TableTop } from "./session/tabletop.js";

/**
 * @typedef {{ session: { id: string, title: string }, person: { id: string, name: string }, board: string, socket: string, sees: "room" | "all" }} Data
 * @typedef {import("./board.js").Board} Board
 * @typedef {import("./session/desk.js").Desk} Desk
 * @typedef {import("./protocol.js").SessionView} RoomSession
 * @typedef {ReturnType<typeof useSocket>} Line
 */

/** @param {{ title: string, children: import("./dom.js").Child, icon: string }} props */
function Box({ title, icon, children }) {
  return html`<div class="card card-flat"><div class="card-head"><${Icon} name=${icon} /><h2>${title}</h2></div><div class="card-body">${children}</div></div>`;
}

/** @param {{ sees: "room" | "all", begun: boolean, onSecrets: (shown: boolean) => void }} props */
function Parts({ sees, begun, onSecrets }) {
  const say = useWord();
  const [tab, setTab] = useState("guide");
  const tabs = [
    { id: "guide", label: say("evaluate.tab.guide"), icon: "square-check" },
    { id: "table", label: say("evaluate.tab.table"), icon: "table-2" },
    { id: "log", label: say("evaluate.tab.log"), icon: "scroll-text" },
  ];
  const panel = (/** @type {string} */ id, /** @type {import("./dom.js").Child} */ children) =>
    html`<${Panel} key=${id} id=${id} current=${tab} title=${say(`evaluate.tab.${id}`)}><div class="stack">${children}</div><//>`;
  return html`<p class="small quiet">${say(`evaluate.sees_${sees}`)}</p><div class="desk">
      <div class="desk-main stack">${panel("guide", html`<${Box} icon="square-check" title=${say("guide.title")}><${Guide} /><//>`)}
        ${panel("table", html`${begun && html`<${TableTop} />`}${sees === "all" && html`<${Secrets} onSecrets=${onSecrets} />`}`)}</div>
      <div class="desk-side stack">${panel("log", html`<${Box} icon="scroll-text" title=${say("log.title")}><${Log} /><//>`)}</div>
    </div><${TabBar} label=${say("evaluate.tabs")} tabs=${tabs} current=${tab} onPick=${setTab} />`;
}

/** @param {{ data: Data, board: Board, line: Line }} props */
function Evaluate({ data, board, line }) {
  const say = useWord();
  const [picked, setPicked] = useState("");
  const [shown, setShown] = useState(false);
  const session = /** @type {RoomSession | undefined} */ (line.view?.session);
  const places = (session?.tables ?? []).filter((one) => line.frames.has(one.id));
  const table = places.find((one) => one.id === picked) ?? places[0];
  const frame = table && line.frames.get(table.id);
  const all = data.sees === "all";
  const desk = useMemo(() => {
    if (!table || !frame?.view.public) return null;
    const none = async () => null;
    return /** @type {Desk} */ (/** @type {unknown} */ ({
      board, frame, table, staff: staffOf(frame.view), secrets: all && shown, tables: places.map((one) => one.id), bots: [], bot: "",
      lost: line.state !== "open", pub: frame.view.public, session: frame.view.session, control: none, ask: none, fetch: none,
      older: (/** @type {number} */ before) => line.older(before, table.id),
    }));
  }, [frame, shown, line.state, table?.id]);
  if (line.state === "ended") {
    return html`<div class="page page-narrow stack"><${Notice} kind="bad">${say(endedKey(line.code))}<//><${Button} kind="primary" icon="refresh-cw" onClick=${line.again}>${say("desk.again")}<//></div>`;
  }
  if (!desk) return html`<div class="page stack" aria-busy="true"><span class="visually-hidden">${say("desk.loading")}</span><span class="skeleton skeleton-block"></span><span class="skeleton skeleton-block"></span></div>`;
  return html`<${DeskContext.Provider} value=${desk}>
    <div class="desk-head">${line.state === "reconnecting" && html`<div id=${LOST_ID}><${Banner} icon="wifi-off" thin>${say("desk.lost")}<//></div>`}
      <${Head} secrets=${shown} onSecrets=${all ? setShown : null} /><div class="strip"><div class="strip-in"><${Status} /></div></div></div>
    <div class="page has-tabbar stack">
      <${Tables} board=${board} tables=${places} frames=${line.frames} current=${table?.id ?? ""} onPick=${setPicked} />
      ${desk.pub.phase === "ended" && html`<div class="actions actions-start"><a class="button button-outline" href=${`/debrief/${table?.id}`}><${Icon} name="scan-search" /><span>${say("evaluate.debrief")}</span></a></div>`}
      <${Parts} key=${table?.id} sees=${data.sees} begun=${desk.pub.phase !== "lobby"} onSecrets=${setShown} />
    </div>
  <//>`;
}

/** @param {{ data: Data }} props */
function Page({ data }) {
  const { board, failed, retry } = useBoard(data.board, EVALUATE_TEXTS);
  const line = useSocket(data.socket);
  if (!board) {
    return html`<div class="page stack">${failed ? html`<${Notice} kind="bad">${said("desk.no_board")} <${Button} icon="refresh-cw" onClick=${retry}>${said("desk.retry")}<//><//>` : html`<span class="skeleton skeleton-block"></span>`}</div>`;
  }
  return html`<${Words.Provider} value=${board.texts}><${Evaluate} data=${data} board=${board} line=${line} /><//>`;
}

const root = document.getElementById("app");
if (root) {
  root.textContent = "";
  const data = /** @type {Data} */ (pageData());
  render(html`<${Words.Provider} value=${EVALUATE_TEXTS}><${Page} data=${data} /><//>`, root);
}
