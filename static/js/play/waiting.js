/** Before the start: who I will be, who is here, and a free seat to choose where nobody assigns them. */
import { html, useState } from "../dom.js";
import { ask } from "../ask.js";
import { hasText, seatOf } from "../board.js";
import { Button } from "../parts/button.js";
import { Icon } from "../parts/icon.js";
import { Marker } from "../parts/marker.js";
import { Notice } from "../parts/notice.js";
import { people, placeOf } from "./header.js";
import { Role } from "./role.js";

/**
 * @typedef {import("../shapes.js").View} View
 * @typedef {import("../shapes.js").TablePlace} TablePlace
 * @typedef {{ board: import("../board.js").Board, view: View, say: import("./game.js").Say, person: { id: string, name: string } }} Props
 */

/** @param {Props & { table: TablePlace, onPick: (seat: string) => void, busy: string | null }} props */
function Places({ board, view, say, table, onPick, busy }) {
  const seats = [...new Set(table.seats.map((one) => one.seat))];
  const row = (/** @type {string} */ id) => {
    const seat = seatOf(board, id);
    const here = table.seats.filter((one) => one.seat === id);
    const names = here.flatMap((one) => one.name ?? []);
    const bot = here.some((one) => one.bot !== null);
    const free = names.length === 0 && !bot;
    const mine = id === view.seat;
    const state = names.length ? people(names) : say(bot ? "waiting.bot" : "waiting.free");
    return html`<li key=${id} class="row row-wrap"><${Marker} look=${seat.look} code=${seat.code} size=${36} open=${free} />
      <div class="grow"><bdi class="strong">${seat.name}</bdi><span class="block quiet small">${state}${mine && ` (${say("waiting.you")})`}</span></div>
      ${free && !view.session.assigns && html`<${Button} busy=${busy === id} onClick=${() => onPick(id)}>${say(view.seat ? "waiting.move" : "waiting.take")}<span class="visually-hidden"> ${seat.name}</span><//>`}
    </li>`;
  };
  return html`<ul class="rows">${seats.map(row)}</ul>`;
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
  const leave = async () => (await send("leave", "leave", {})) && location.assign("/");
  const seated = view.seat !== null;
  const title = seated ? say("waiting.title") : say(view.session.assigns ? "waiting.assigned" : "waiting.choose");
  const tables = seated && mine ? [mine] : view.session.tables;
  const places = tables.map((table) => html`<section key=${table.id} class="stack-s card-desk" aria-label=${table.name}><h2>${tables.length > 1 ? table.name : say("waiting.here")}</h2>
    <${Places} board=${board} view=${view} say=${say} person=${person} table=${table} busy=${busy} onPick=${(/** @type {string} */ seat) => take(table.id, seat)} /></section>`);
  return html`<div class="page over-table waiting">
    <div class="stack-l"><section class=${`card${seated || view.session.assigns ? "" : " card-now"}`}>
      <div class="card-head waiting-head"><${Icon} name=${seated ? "hourglass" : "users"} size="l" /><h2>${title}</h2></div>
      <div class="card-body"><p>${say(seated ? "waiting.text" : view.session.assigns ? "waiting.assigned_text" : "waiting.choose_text")}</p>
        <p class="beside"><${Icon} name="smartphone" /><span>${say("waiting.screen_on")}</span></p>
        ${trouble && html`<${Notice} kind="bad">${trouble}<//>`}</div>
    </section>
    ${seated && view.seat && html`<section class="stack card-desk" aria-labelledby="role"><h2 id="role">${say("waiting.role")}</h2><${Role} seat=${view.seat} say=${say} address=${briefs} /></section>`}
    ${!seated && places}</div>
    <div class="stack-l">${hasText(board, "ruleset.opening") && html`<details class="fold card-desk" open=${!seated}><summary>${say("waiting.story", { name: say("ruleset.name") })}</summary>
      <div class="stack">${say("ruleset.opening").split("\n").map((line, at) => html`<p key=${at} class="measure">${line}</p>`)}</div></details>`}
      ${seated && places}
      ${view.session.waiting.length > 0 && html`<p class="quiet small">${say("waiting.others")} ${people(view.session.waiting.map((one) => one.name))}</p>`}
      <div class="actions actions-start"><${Button} kind="quiet" icon="log-out" busy=${busy === "leave"} onClick=${leave}>${say("waiting.leave")}<//></div></div>
  </div>`;
}
