/** The head of the player page: who I am, who sits with me, what time it is, and what stands still. */
import { html, useEffect, useRef, useState } from "../dom.js";
import { seatOf } from "../board.js";
import { peopleOf } from "../people.js";
import { Button } from "../parts/button.js";
import { Clock } from "../parts/clock.js";
import { announce } from "../parts/liveregion.js";
import { Marker } from "../parts/marker.js";
import { Banner, Emergency } from "../parts/notice.js";
import { TopBar } from "../parts/topbar.js";
import { RoundTrack } from "../parts/track.js";
import { later } from "./later.js";
import { STUCK_ID } from "./press.js";

const ThemeToggle = later(() => import("../parts/theme.js"), "ThemeToggle", { blank: true });
const Countdown = later(() => import("../parts/countdown.js"), "Countdown", { blank: true });

/**
 * @typedef {import("./game.js").Say} Say
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").View} View
 * @typedef {import("../protocol.js").SeatPlace} SeatPlace
 */

/** Above this the clock is at the end of a phase that it does not end: it says "over time". */
const OVER = 0;

/**
 * Names of people, each in its own direction of writing.
 * @param {readonly string[]} names
 */
export function people(names) {
  return names.map((name, at) => html`<span key=${at}>${at > 0 && ", "}<bdi>${name}</bdi></span>`);
}

/**
 * The table at which somebody sits, and the seat with all who share it.
 * @param {View} view
 * @param {string} person
 */
export function placeOf(view, person) {
  const { tables } = view.session;
  const sits = (/** @type {SeatPlace} */ place) => peopleOf(place).some((one) => one.person === person);
  const table = tables.find((one) => one.seats.some(sits)) ?? (tables.length === 1 ? tables[0] : undefined);
  return { table: table ?? null, place: table?.seats.find((one) => one.seat === view.seat) ?? null };
}

/** Phases that belong to no round. @type {readonly string[]} */
const OUTSIDE = ["year_one", "ended"];

/**
 * Where the game stands, in words.
 * @param {import("../protocol.js").Public} pub
 * @param {Say} say
 */
function whenOf({ phase, round, rounds, quarter }, say) {
  if (phase === "year_one" && quarter > 0) return say("next.year_one", { quarter });
  const name = say(`terms.${phase}.name`);
  return OUTSIDE.includes(phase) ? name : say("play.phase_of", { phase: name, round, rounds });
}

/**
 * @param {object} props
 * @param {Board} props.board
 * @param {View} props.view
 * @param {Say} props.say
 * @param {number} props.nowMs game time now
 * @param {{ id: string, name: string }} props.person the reader
 */
export function Header({ board, view, say, nowMs, person }) {
  const { public: pub, clock } = view;
  const seat = view.seat === null ? null : seatOf(board, view.seat);
  const { place } = placeOf(view, person.id);
  const here = peopleOf(place);
  const names = here.map((one) => one.name);
  const devices = here.find((one) => one.person === person.id)?.devices ?? 1;
  const counted = pub !== null && clock !== null && clock.ends_ms !== null && pub.phase !== "ended";
  const left = counted ? (clock.ends_ms ?? 0) - nowMs : 0;
  const side = html`<div class="play-side">
    ${counted && left > OVER && html`<${Clock} remainingMs=${left} running=${clock.running} label=${say("play.time_left")} />`}
    ${counted && left <= OVER && html`<span class="strong">${say("play.over_time")}</span>`}
    ${pub && pub.phase !== "lobby" && html`<div class="quiet small">${whenOf(pub, say)}</div>`}
    ${!pub && html`<${ThemeToggle} />`}
  </div>`;
  const detail = html`${people(names.length ? names : [person.name])}${devices > 1 && html` <span class="play-devices">${say("play.devices", { count: devices })}</span>`}`;
  return html`<${TopBar} deep title=${seat ? html`<bdi>${seat.name}</bdi>` : view.session.title} detail=${detail}
    mark=${seat && html`<${Marker} look=${seat.look} code=${seat.code} size=${48} />`} side=${side}
    track=${pub && pub.round > 0 && html`<${RoundTrack} round=${OUTSIDE.includes(pub.phase) ? pub.rounds + 1 : pub.round} rounds=${pub.rounds} />`} />`;
}

/**
 * What stands still, and why; said once for all buttons that it disables.
 *
 * @param {object} props
 * @param {View | null} props.view
 * @param {Say} props.say
 * @param {import("../socket/frames.js").LineState} props.state
 * @param {boolean} props.slow an answer of the table is long in coming
 */
export function Banners({ view, say, state, slow }) {
  const pub = view?.public ?? null;
  const botted = pub !== null && view?.seat !== null && pub.phase !== "ended" && pub.seats.some((one) => one.id === view?.seat && one.holder === "bot" && !one.stands_in);
  const counting = view?.clock?.resumes_s ?? null;
  const text = pub?.pause_text ? view?.words[pub.pause_text] : undefined;
  const lost = state === "reconnecting";
  const line = lost ? "play.reconnecting" : slow ? "play.slow_line" : null;
  const told = useRef(/** @type {string | null} */ (null));
  useEffect(() => {
    if (line || told.current) announce(say(line ?? "play.connected"));
    told.current = line;
  }, [line]);
  return html`<div id=${STUCK_ID} class="play-banners" data-stuck=${String(line !== null || botted || (pub?.paused ?? false))}>
    ${line && html`<${Banner} icon=${lost ? "wifi-off" : "hourglass"} thin>${say(line)}<//>`}
    ${counting !== null && html`<${Banner} icon="play"><span class="strong">${say("play.goes_on")} <${Countdown} seconds=${counting} /></span><//>`}
    ${pub?.paused && !pub.emergency && html`<${Banner} icon=${pub.set_back ? "rewind" : "pause"}>${pub.set_back ? say("play.set_back", { moment: say("play.phase_of", { phase: say(`terms.${pub.phase}.name`), round: pub.round, rounds: pub.rounds }) }) : say("play.paused")}${text && html` <bdi class="play-words">${text}</bdi>`}<//>`}
    ${botted && html`<${Banner} icon="bot">${say("play.botted")}<//>`}
    ${pub?.drawing && !pub.paused && !lost && html`<${Banner} icon="dices" thin>${say("play.drawing")}<//>`}
    ${pub?.practice && pub.phase !== "ended" && html`<${Banner} icon="sparkles" thin>${say("play.practice")}<//>`}
  </div>`;
}

/**
 * The exercise is stopped because something real happened. Reading on takes a press of its own.
 *
 * @param {object} props
 * @param {View} props.view
 * @param {Say} props.say
 */
export function EmergencyStop({ view, say }) {
  const [seen, setSeen] = useState(false);
  const pub = view.public;
  if (!pub?.emergency) return null;
  const text = pub.pause_text ? view.words[pub.pause_text] : undefined;
  if (seen) return html`<div role="alert"><${Banner} icon="siren">${say("play.emergency")}<//></div>`;
  return html`<${Emergency} title=${say("play.emergency")}>
    <div class="stack">${text && html`<p class="play-words strong"><bdi>${text}</bdi></p>`}
      <p>${say("play.emergency_text")}</p>
      <${Button} onClick=${() => setSeen(true)}>${say("play.emergency_seen")}<//></div>
  <//>`;
}
