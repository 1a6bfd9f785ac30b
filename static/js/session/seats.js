/** A tile for each seat: who sits there, whether they can be reached, and what the table waits for. */
import { html, useState } from "../dom.js";
import { seatOf } from "../board.js";
import { peopleOf } from "../people.js";
import { useWord } from "../words.js";
import { Button } from "../parts/button.js";
import { Icon } from "../parts/icon.js";
import { Who } from "../parts/marker.js";
import { ActButton } from "./act.js";
import { activityOf, botWords, useDesk } from "./desk.js";
import { standIn } from "./attention.js";
import { Queue } from "./queue.js";
import { SeatDialog } from "./seatdialog.js";
import { StandIn } from "./standin.js";
import { Waits } from "./waits.js";
import { questionOf } from "./helping.js";
import { gameTime } from "../socket/frames.js";
import { text } from "../board.js";
import "./texts/seats.js";

/** @typedef {import("../protocol.js").SeatShown} SeatView */
/** @typedef {import("../protocol.js").SeatPlace} SeatPlace */

/**
 * The key of the word for where a seat stands in this phase; "" where there is nothing to say.
 * @param {import("../protocol.js").Public} pub
 * @param {SeatView} seat
 */
export function standing(pub, seat) {
  if (seat.holder === "nobody") return "seat.free";
  if (seat.dropped) return "seat.dropped";
  if (pub.phase === "talk") return seat.done ? "seat.done" : "seat.talking";
  if (pub.phase === "plan") return seat.ready ? "seat.ready" : seat.planned ? "seat.planned" : "seat.thinking";
  if (pub.phase === "vote" && pub.votes === null) return seat.voted ? "seat.voted" : "seat.voting";
  return "";
}

/**
 * Whether the table waits for this seat while another is through: where all are awaited alike, as at
 * the beginning of a talk, nobody is to stand out.
 * @param {import("../protocol.js").Public} pub
 * @param {SeatView} seat
 */
function holdsUp(pub, seat) {
  const awaited = (/** @type {SeatView} */ one) => pub.waiting_for.includes(one.id);
  return !pub.paused && awaited(seat) && pub.seats.some((one) => one.holder !== "nobody" && !one.dropped && !awaited(one));
}

/**
 * Offers that wait for an answer of this seat, those in confidence among them.
 * @param {import("./desk.js").Desk} desk
 * @param {string} seat
 */
function waitingOffers({ pub, staff }, seat) {
  return [...pub.deals, ...staff.deals].filter((deal) => deal.to === seat && deal.state === "open").length;
}

/** Who holds the seat, in words. @param {{ seat: SeatView, place: SeatPlace | undefined }} props */
function Holder({ seat, place }) {
  const say = useWord();
  const here = peopleOf(place);
  const names = here.map((one, at) => html`${at > 0 && ", "}<bdi key=${one.person}>${one.name}</bdi>`);
  if (seat.holder === "bot") {
    const bot = botWords(say, seat.bot);
    return here.length ? html`${bot} (${names})` : bot;
  }
  if (seat.holder === "person") return here.length ? names : say("seat.somebody");
  return say("seat.nobody");
}

/** @param {{ seat: SeatView, place: SeatPlace | undefined }} props */
function Marks({ seat, place }) {
  const say = useWord();
  const desk = useDesk();
  const key = standing(desk.pub, seat);
  const waits = holdsUp(desk.pub, seat);
  const offers = waitingOffers(desk, seat.id);
  const here = peopleOf(place);
  const away = here.filter((one) => one.devices === 0);
  const devices = here.reduce((all, one) => all + one.devices, 0);
  const chosen = desk.pub.phase !== "ended" && desk.pub.card?.choosing && desk.pub.card.choice && ["all", seat.id].includes(desk.pub.card.choice.by);
  const { soon } = standIn({ activity: activityOf(desk.frame.view), nowMs: gameTime(desk.frame) }, seat.id);
  return html`<div class="line tile-marks">
    ${seat.stands_in && html`<span class="chip"><${Icon} name="bot" />${say("seat.stood")}</span>`}
    ${key && html`<span class=${`chip${waits ? " chip-now" : key === "seat.ready" || key === "seat.voted" || key === "seat.done" ? " chip-good" : ""}`}>${say(key)}</span>`}
    ${chosen && html`<span class="chip">${say(seat.choice ? "seat.chose" : "seat.chooses")}</span>`}
    ${seat.calls_vote && html`<span class="chip"><${Icon} name="vote" />${say("seat.calls")}</span>`}
    ${offers > 0 && html`<span class="chip"><${Icon} name="handshake" />${say(offers === 1 ? "seat.offer" : "seat.offers", { count: offers })}</span>`}
    ${seat.holder === "person" && devices === 0 && html`<span class="chip chip-bad"><${Icon} name="wifi-off" />${say("seat.away")}</span>`}
    ${soon && html`<span class="chip"><${Icon} name="bot" />${say("seat.stood_soon", { minutes: soon })}</span>`}
    ${seat.holder === "person" && devices > 0 && away.map((one) => html`<span key=${one.person} class="chip chip-bad"><${Icon} name="wifi-off" />${say("seat.one_away", { name: one.name })}</span>`)}
    ${devices > 1 && html`<span class="chip"><${Icon} name="smartphone" />${say("seat.devices", { count: devices })}</span>`}
  </div>`;
}

/** What the seat did last, and how long ago in game time. @param {{ seat: string }} props */
function LastAct({ seat }) {
  const say = useWord();
  const { board, frame, pub } = useDesk();
  const last = activityOf(frame.view).seats.find((one) => one.seat === seat);
  if (pub.phase === "lobby") return null;
  if (!last) return html`<p class="small quiet">${say("seat.no_act")}</p>`;
  const minutes = Math.floor((gameTime(frame) - last.at_ms) / 60_000);
  const ago = minutes < 1 ? say("seat.ago_now") : say("seat.ago_min", { minutes });
  return html`<p class="small quiet">${say(last.via === "facilitator" ? "seat.last_for" : "seat.last", { what: text(board, `asked.${last.type}`), ago })}</p>`;
}

/** @param {{ seat: SeatView, onOpen: (part?: string) => void }} props */
function Tile({ seat, onOpen }) {
  const say = useWord();
  const desk = useDesk();
  const { board, table, pub, session } = desk;
  const expected = session.expected?.find((one) => one.table === table.id && one.seat === seat.id);
  const was = session.left?.findLast((one) => one.table === table.id && one.seat === seat.id);
  const agency = seatOf(board, seat.id);
  const place = table.seats.find((one) => one.seat === seat.id);
  const asks = questionOf(desk, seat.id) !== null;
  const waits = holdsUp(pub, seat);
  return html`<li class=${`card card-flat seat-tile${waits || asks ? " seat-tile-now" : ""}`}><div class="card-body stack-s">
    <div class="tile-head"><${Who} look=${agency.look} code=${agency.code} name=${agency.name} size=${40} open=${seat.holder === "nobody"} detail=${html`<${Holder} seat=${seat} place=${place} />`} />
      ${seat.holder !== "nobody" && html`<button type="button" class="button button-icon" onClick=${() => onOpen()} aria-label=${say("seat.open", { seat: agency.name })} title=${say("seat.open", { seat: agency.name })}><${Icon} name="settings" /></button>`}</div>
    <${Marks} seat=${seat} place=${place} />
    ${seat.holder !== "nobody" && html`<${LastAct} seat=${seat.id} />`}
    ${asks && html`<div class="help-row"><${Button} kind="now" icon="hand" onClick=${() => onOpen("help")}>${say("seat.asks")}<span class="visually-hidden">: ${agency.name}</span><//></div>`}
    ${seat.holder === "nobody" && expected && html`<p class="small line"><${Icon} name="hourglass" size="s" /><span>${say("seat.expected", { name: "" })}<bdi class="strong">${expected.name}</bdi></span></p>`}
    ${seat.holder === "nobody" && !expected && was && html`<p class="small line"><${Icon} name="log-out" size="s" /><span>${say("seat.was", { name: "" })}<bdi class="strong">${was.name}</bdi></span></p>`}
    ${seat.holder === "nobody" && html`<div class="tile-act"><${Button} icon="user-plus" onClick=${() => onOpen()}>${say("seat.fill")}<span class="visually-hidden">: ${agency.name}</span><//></div>`}
  </div></li>`;
}

/** All seats of the table in view. */
export function Seats() {
  const say = useWord();
  const { pub, staff, table } = useDesk();
  const [open, setOpen] = useState(/** @type {{ seat: string, part: string } | null} */ (null));
  const go = (/** @type {string} */ seat, part = "") => setOpen({ seat, part });
  return html`<div class="stack">
    <h2 class="visually-hidden">${say("seats.title")}</h2>
    <${FreeSeats} />
    ${(pub.phase !== "lobby" || staff.seats.some((one) => one.asks_help)) && html`<${Queue} onSeat=${go} />`}<${Waits} onSeat=${go} />
    <ul class="tile-grid seat-tiles">${pub.seats.map((seat) => html`<${Tile} key=${seat.id} seat=${seat} onOpen=${(/** @type {string} */ part) => go(seat.id, part)} />`)}</ul>
    <${StandIn} />
    <${SeatDialog} key=${table.id} seat=${pub.seats.find((one) => one.id === open?.seat) ?? null} part=${open?.part ?? ""} onClose=${() => setOpen(null)} />
  </div>`;
}

/** What can be done for all free seats at once, before the game begins. */
function FreeSeats() {
  const say = useWord();
  const { pub, session, table, ask, bot } = useDesk();
  const free = pub.seats.filter((one) => one.holder === "nobody");
  if (pub.phase !== "lobby" || free.length === 0) return null;
  const waiting = session.waiting.slice(0, free.length);
  const one = async (/** @type {object[]} */ bodies) => {
    for (const body of bodies) {
      const sentence = await ask("seat", body);
      if (sentence !== null) return sentence;
    }
    return null;
  };
  const seatAll = () => one(waiting.map((person, at) => ({ table: table.id, seat: free[at]?.id, person: person.person })));
  const botAll = () => one(free.map((seat) => ({ table: table.id, seat: seat.id, bot })));
  return html`<div class="line free-seats">
    ${waiting.length > 0 && html`<${ActButton} icon="users" run=${seatAll}>${say(waiting.length === 1 ? "seats.seat_one" : "seats.seat_all", { count: waiting.length })}<//>`}
    <${ActButton} icon="bot" run=${botAll}>${say(free.length === 1 ? "seats.bot_one" : "seats.bot_all", { count: free.length })}<//>
  </div>`;
}
