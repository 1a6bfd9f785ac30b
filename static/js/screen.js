/** The room display: it shows what all may see, follows the game and the facilitator, and takes no input. */
import { html, render, useEffect, useRef, useState } from "./dom.js";
import { useBoard } from "./board.js";
import { pageData } from "./pagedata.js";
import { questionWords } from "./pulsewords.js";
import { contextName, Scenario } from "./scenario.js";
import { useSocket } from "./socket.js";
import { useWord, Words } from "./words.js";
import { Clock } from "./parts/clock.js";
import { Icon } from "./parts/icon.js";
import { Emergency } from "./parts/notice.js";
import { RoundTrack } from "./parts/track.js";
import { CardScene } from "./screen/card.js";
import { DebriefScene } from "./screen/debriefing.js";
import { EndedScene } from "./screen/ended.js";
import { JoinScene } from "./screen/join.js";
import { OverviewScene } from "./screen/overview.js";
import { PauseLine, PauseScene } from "./screen/pause.js";
import { RevealScene } from "./screen/reveal.js";
import { sceneOf } from "./screen/scene.js";
import { ShowContext, useShow } from "./screen/show.js";
import { TableScene, TrustScene } from "./screen/table.js";
import { BlankScene, ThingScene } from "./screen/thing.js";
import { SCREEN_TEXTS } from "./screen/texts.js";
import { VoteScene } from "./screen/vote.js";
import { YearOneScene } from "./screen/yearone.js";
import { BoxClock } from "./follow/box.js";
import { FOLLOW_TEXTS } from "./follow/texts.js";
import { leadOf } from "./follow/words.js";
import { shortAddress } from "./session/door.js";
import { phaseWords, remaining } from "./session/moment.js";

/**
 * @typedef {{ session: { id: string, title: string }, board: string, socket: string }} Data
 * @typedef {import("./protocol.js").SessionView} RoomSession
 * @typedef {ReturnType<typeof useSocket>} Line
 * @typedef {import("./screen/show.js").Show} Show
 */

const TEXTS = Object.freeze({ ...FOLLOW_TEXTS, ...SCREEN_TEXTS });

/** As long as a card of some lines takes to be read aloud. */
const CARD_MS = 30_000;

const SCENES = Object.freeze({
  table: TableScene,
  trust: TrustScene,
  card: CardScene,
  reveal: RevealScene,
  vote: VoteScene,
  year_one: YearOneScene,
  pause: PauseScene,
  thing: ThingScene,
  ended: EndedScene,
});

/** Phase and clock above every scene of a table. @param {{ name: string | null, lead?: import("./protocol.js").LeadView | null }} props */
function Head({ name, lead = null }) {
  const say = useWord();
  const { board, pub, frame, session } = useShow();
  const left = remaining(frame);
  const over = pub.phase === "ended" || pub.phase === "year_one";
  const context = contextName(board, pub);
  return html`<header class="room-head"><div class="room-head-words">
      <p class="room-title"><bdi>${session.title}</bdi>${name && html`, <bdi>${name}</bdi>`}${context !== null && html`, <span class="strong">${context}</span>`}</p>
      <h1>${phaseWords(board, pub)}</h1><${RoundTrack} round=${over ? pub.rounds + 1 : pub.round} rounds=${pub.rounds} /></div>
    ${lead?.box && html`<${BoxClock} box=${lead.box} table=${lead.table} size="xl" quiet />`}
    ${left !== null && html`<${Clock} remainingMs=${left} running=${frame.running} pace=${frame.pace} label=${say("screen.left")} size="xl" quiet />`}
  </header>`;
}

/** What the facilitator asks all seats at this moment; who answered what stands nowhere here. */
function PulseLine() {
  const say = useWord();
  const { board, pub, frame } = useShow();
  if (!pub.pulse) return null;
  return html`<p class="room-pulse"><${Icon} name="message-square" /><span><bdi class="strong">${questionWords(board, pub.pulse, frame.view.words)}</bdi> ${say("screen.pulse")}</span></p>`;
}

/** One quiet line at the foot: how to come in late, or that the picture may be old. @param {{ line: Line, session: RoomSession, joining: boolean, over: boolean }} props */
function Foot({ line, session, joining, over }) {
  const say = useWord();
  const { join } = session;
  if (line.state === "reconnecting") return html`<footer class="room-foot room-foot-lost"><${Icon} name="wifi-off" /><span>${say("screen.lost")}</span></footer>`;
  if (joining || over || !join?.open || session.state === "ended") return html`<footer class="room-foot"></footer>`;
  return html`<footer class="room-foot"><span class="quiet">${say("screen.join_line")}</span> <span class="mono">${shortAddress(join.address)}</span> <span class="mono strong">${join.code}</span></footer>`;
}

/**
 * Whether a card came in the middle of the talk or the planning, as injects do, a moment ago.
 * @param {import("./protocol.js").Public | null} pub
 */
function useFreshCard(pub) {
  const id = pub?.card?.id ?? null;
  const known = useRef(id);
  const [fresh, setFresh] = useState(/** @type {string | null} */ (null));
  useEffect(() => {
    setFresh(id !== known.current && (pub?.phase === "talk" || pub?.phase === "plan") ? id : null);
    known.current = id;
    const timer = setTimeout(() => setFresh(null), CARD_MS);
    return () => clearTimeout(timer);
  }, [id, pub?.phase]);
  return fresh !== null && fresh === id;
}

/** @param {{ show: Show, name: string | null, table: string | null }} props */
function OneTable({ show, name, table }) {
  const say = useWord();
  const { pub, frame, session, board } = show;
  const fresh = useFreshCard(pub);
  const scene = sceneOf(pub, (frame.view.clock?.resumes_s ?? null) !== null, fresh);
  if (scene === "emergency") {
    const words = pub.pause_text ? frame.view.words[pub.pause_text] : "";
    return html`<${Emergency} title=${say("emergency.title")}><p class="lead">${words ? html`<bdi>${words}</bdi>` : say("emergency.text")}</p><//>`;
  }
  if (scene === "blank") return html`<${BlankScene} />`;
  if (scene === "join") return html`<${JoinHead} title=${session.title} board=${board} pub=${pub} /><${JoinScene} board=${board} session=${session} />`;
  const lead = scene === "ended" ? leadOf(session, table) : null;
  return html`<${ShowContext.Provider} value=${show}><${Head} name=${name} lead=${lead} />${pub.paused && scene !== "pause" ? html`<${PauseLine} />` : html`<${PulseLine} />`}${lead ? html`<${DebriefScene} lead=${lead} />` : html`<${SCENES[scene]} key=${scene} />`}<//>`;
}

/** Before the game: the scenario, and the context that a table of it has. @param {{ title: string, board: import("./board.js").Board, pub: import("./protocol.js").Public | null }} props */
function JoinHead({ title, board, pub }) {
  const say = useWord();
  return html`<header class="room-head"><div class="room-head-words"><p class="room-title"><bdi>${title}</bdi></p><h1>${say("join.title")}</h1></div>
    <p class="join-scenario"><${Scenario} board=${board} pub=${pub} /></p></header>`;
}

/** Whether all tables are to show the same words, or nothing. @param {readonly import("./socket/frames.js").Frame[]} frames */
function isSame(frames) {
  const [first, ...others] = frames.map(({ view }) => {
    const scene = sceneOf(view.public);
    const words = view.public?.spotlight_text ? view.words[view.public.spotlight_text] : "";
    return scene === "blank" || (scene === "thing" && words) ? `${scene} ${words}` : "";
  });
  return Boolean(first) && others.every((one) => one === first);
}

/** @param {{ data: Data, board: import("./board.js").Board, line: Line }} props */
function Room({ data, board, line }) {
  const say = useWord();
  if (line.state === "ended") return html`<div class="room room-message"><p class="lead">${say("screen.ended")}</p></div>`;
  const view = line.view;
  if (!view) return html`<div class="room room-message"><p class="lead">${say("screen.loading")}</p></div>`;
  const session = /** @type {RoomSession} */ (view.session);
  const places = session.tables.filter((one) => line.frames.has(one.id));
  const frames = places.flatMap((one) => line.frames.get(one.id) ?? []);
  const stopped = frames.find((one) => one.view.public?.emergency);
  // One table's debrief is led before all that this display shows.
  const led = places.find((one) => line.frames.get(one.id)?.view.public?.phase === "ended" && leadOf(session, one.id));
  const waiting = frames.every((one) => sceneOf(one.view.public) === "join");
  const place = led ?? places[0];
  const frame = stopped ?? line.frames.get(place?.id ?? "") ?? frames[0];
  const same = isSame(frames);
  const over = frames.length > 0 && frames.every((one) => one.view.public?.phase === "ended");
  const many = frames.length > 1 && !stopped && !waiting && !led && !same;
  const body = many
    ? html`<${ManyHead} title=${session.title} over=${over} /><${OverviewScene} board=${board} tables=${places} frames=${line.frames} />`
    : frame?.view.public
      ? html`<${OneTable} name=${session.tables.length > 1 && !same ? (place?.name ?? null) : null} table=${place?.id ?? null} show=${/** @type {Show} */ ({ board, frame, pub: frame.view.public, session })} />`
      : html`<${JoinHead} title=${data.session.title} board=${board} pub=${null} /><${JoinScene} board=${board} session=${session} />`;
  return html`<div class="room">${body}<${Foot} line=${line} session=${session} over=${over} joining=${waiting || frame?.view.public?.spotlight === "blank" || (!many && frame?.view.public?.spotlight === "join")} /></div>`;
}

/** @param {{ title: string, over: boolean }} props */
function ManyHead({ title, over }) {
  const say = useWord();
  return html`<header class="room-head"><div class="room-head-words"><p class="room-title"><bdi>${title}</bdi></p><h1>${say(over ? "tables.ended" : "tables.title")}</h1></div></header>`;
}

/** @param {{ data: Data }} props */
function Page({ data }) {
  const { board, failed, retry } = useBoard(data.board, TEXTS);
  const line = useSocket(data.socket);
  useEffect(() => {
    // Nobody stands at this display to press a button.
    const timer = failed ? setTimeout(retry, 5_000) : 0;
    return () => clearTimeout(timer);
  }, [failed]);
  if (!board) return html`<div class="room room-message"><p class="lead">${SCREEN_TEXTS[failed ? "screen.no_board" : "screen.loading"]}</p></div>`;
  return html`<${Words.Provider} value=${board.texts}><${Room} data=${data} board=${board} line=${line} /><//>`;
}

const root = document.getElementById("app");
if (root) {
  root.textContent = "";
  render(html`<${Page} data=${/** @type {Data} */ (pageData())} />`, root);
}
