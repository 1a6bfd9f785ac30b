/** Before one plays: who I will be, who is here, a free seat to choose, or for late ones one to share. */
import { html, useState } from "../dom.js";
import { ask } from "../ask.js";
import { hasText, seatOf } from "../board.js";
import { Button } from "../parts/button.js";
import { Icon } from "../parts/icon.js";
import { Marker } from "../parts/marker.js";
import { Notice } from "../parts/notice.js";
import { peopleOf } from "../people.js";
import { people, placeOf } from "./header.js";
import { Role } from "./role.js";
import "./texts/waiting.js";

/**
 * @typedef {import("../protocol.js").View} View
 * @typedef {import("../protocol.js").TablePlace} TablePlace
 * @typedef {{ board: import("../board.js").Board, view: View, say: import("./game.js").Say, person: { id: string, name: string } }} Props
 */

/**
 * What a person without a seat can do now: take one, ask to share one, or wait.
 * @param {View} view
 * @param {string} rule what becomes of those who come late
 * @returns {"take" | "share" | "late" | "assigned"}
 */
function wayIn(view, rule) {
  const begun = view.session.tables.some((one) => one.state !== "waiting");
  if (begun) return rule === "share_seat" && !view.session.assigns ? "share" : "late";
  return view.session.assigns ? "assigned" : "take";
}

/**
 * @param {Props & { table: TablePlace, way: string, wish: string | null, busy: string | null,
 *   onPick: (seat: string) => void, onWish: (seat: string | null) => void }} props
 */
function Places({ board, view, say, table, way, wish, busy, onPick, onWish }) {
  const button = (/** @type {string} */ id, /** @type {boolean} */ free) => {
    const { name } = seatOf(board, id);
    const hidden = html`<span class="visually-hidden"> ${name}</span>`;
    if (way === "take" && free) {
      return html`<${Button} busy=${busy === id} onClick=${() => onPick(id)}>${say(view.seat ? "waiting.move" : "waiting.take_it")}${hidden}<//>`;
    }
    if (way !== "share" || free) return null;
    return wish === id
      ? html`<${Button} icon="undo-2" busy=${busy === id} onClick=${() => onWish(null)}>${say("waiting.unwish")}${hidden}<//>`
      : html`<${Button} icon="user-plus" busy=${busy === id} onClick=${() => onWish(id)}>${say("waiting.wish")}${hidden}<//>`;
  };
  const row = (/** @type {import("../protocol.js").SeatPlace} */ place) => {
    const seat = seatOf(board, place.seat);
    const names = peopleOf(place).map((one) => one.name);
    const free = names.length === 0 && place.bot === null;
    const mine = place.seat === view.seat;
    const state = names.length ? people(names) : say(place.bot ? "waiting.bot" : "waiting.free");
    return html`<li key=${place.seat} class="row row-wrap"><${Marker} look=${seat.look} code=${seat.code} size=${36} open=${free} />
      <div class="grow"><bdi class="strong">${seat.name}</bdi><span class="block quiet small">${state}${mine && ` (${say("waiting.you")})`}</span>
        ${wish === place.seat && html`<span class="chip"><${Icon} name="hourglass" />${say("waiting.wished")}</span>`}</div>
      ${button(place.seat, free)}
    </li>`;
  };
  return html`<ul class="rows">${table.seats.map(row)}</ul>`;
}

/** @param {Props & { briefs: string }} props */
export function Waiting({ board, view, say, person, briefs }) {
  const [busy, setBusy] = useState(/** @type {string | null} */ (null));
  const [trouble, setTrouble] = useState(/** @type {string | null} */ (null));
  const { table: mine } = placeOf(view, person.id);
  const send = async (/** @type {string} */ key, /** @type {string} */ path, /** @type {object} */ body) => {
    setBusy(key);
    const answer = await ask(`/api/people/${person.id}/${path}`, body);
    setBusy(null);
    setTrouble(answer.ok ? null : answer.sentence || say("waiting.no_connection"));
    return answer.ok;
  };
  const take = (/** @type {string} */ table, /** @type {string} */ seat) => send(seat, "seat", { table, seat });
  const wishFor = (/** @type {string} */ table, /** @type {string | null} */ seat) => send(seat ?? "wish", "wish", seat === null ? {} : { table, seat });
  const leave = async () => (await send("leave", "leave", {})) && location.assign("/");
  const seated = view.seat !== null;
  const rule = board.ruleset.late_joiner;
  const way = seated ? "take" : wayIn(view, rule);
  const { wish = null } = view.session.waiting.find((one) => one.person === person.id) ?? {};
  const practised = view.public !== null && view.public.first_game && !view.public.practice;
  const said = seated ? (practised ? "waiting.practised" : "waiting.seated") : way === "late" ? `waiting.late_${rule === "share_seat" ? "reserve" : rule}` : `waiting.${way}`;
  const now = !seated && (way === "take" || (way === "share" && wish === null));
  const others = view.session.waiting.filter((one) => one.person !== person.id);
  const tables = seated && mine ? [mine] : view.session.tables;
  const places = tables.map((table) => html`<section key=${table.id} class="stack-s card-desk" aria-label=${table.name}><h2>${tables.length > 1 ? table.name : say("waiting.here")}</h2>
    <${Places} board=${board} view=${view} say=${say} person=${person} table=${table} way=${way} wish=${wish?.table === table.id ? wish.seat : null} busy=${busy}
      onPick=${(/** @type {string} */ seat) => take(table.id, seat)} onWish=${(/** @type {string | null} */ seat) => wishFor(table.id, seat)} /></section>`);
  return html`<div class="page over-table waiting">
    <div class="stack-l"><section class=${`card${now ? " card-now" : ""}`}>
      <div class="card-head waiting-head"><${Icon} name=${now ? "users" : "hourglass"} size="l" /><h2>${say(way === "share" && wish ? "waiting.wish_title" : said)}</h2></div>
      <div class="card-body"><p>${say(way === "share" && wish ? "waiting.wish_text" : `${said}_text`)}</p>
        <p class="beside"><${Icon} name="smartphone" /><span>${say(seated || way === "take" || way === "assigned" ? "waiting.screen_on" : "waiting.screen_on_late")}</span></p>
        ${trouble && html`<${Notice} kind="bad">${trouble}<//>`}</div>
    </section>
    ${seated && view.seat && html`<section class="stack card-desk" aria-labelledby="role"><h2 id="role">${say("waiting.role")}</h2><${Role} seat=${view.seat} say=${say} address=${briefs} /></section>`}
    ${!seated && places}</div>
    <div class="stack-l">${hasText(board, "ruleset.opening") && html`<details class="fold card-desk" open=${!seated}><summary>${say("waiting.story", { name: say("ruleset.name") })}</summary>
      <div class="stack">${say("ruleset.opening").split("\n").map((line, at) => html`<p key=${at} class="measure">${line}</p>`)}</div></details>`}
      ${seated && places}
      ${others.length > 0 && html`<p class="quiet small">${say("waiting.others")} ${people(others.map((one) => one.name))}</p>`}
      <div class="actions actions-start"><${Button} kind="quiet" icon="log-out" busy=${busy === "leave"} onClick=${leave}>${say("waiting.leave")}<//></div></div>
  </div>`;
}
