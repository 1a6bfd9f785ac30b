/** Before the game: how to come in, and who is here. */
import { html } from "../dom.js";
import { seatOf } from "../board.js";
import { shortAddress } from "../session/door.js";
import { QrCode } from "../session/qr.js";
import { peopleOf } from "../people.js";
import { useWord } from "../words.js";
import { Marker } from "../parts/marker.js";

/** @typedef {import("../protocol.js").SessionView} RoomSession */
/** @typedef {import("../board.js").Board} Board */

/** @param {{ place: import("../protocol.js").SeatPlace }} props */
function Sitter({ place }) {
  const say = useWord();
  const here = peopleOf(place);
  if (here.length) return html`<span class="strong">${here.map((one, at) => html`${at > 0 && ", "}<bdi key=${one.person}>${one.name}</bdi>`)}</span>`;
  if (place.bot) return html`<span>${say("join.bot")}</span>`;
  return html`<span class="quiet">${say(place.person ? "join.person" : "join.free")}</span>`;
}

/** @param {{ board: Board, session: RoomSession }} props */
function Here({ board, session }) {
  const say = useWord();
  const many = session.tables.length > 1;
  const seats = session.tables.flatMap((table) => table.seats);
  const here = seats.filter((place) => place.person || place.bot).length;
  return html`<div class="here">
    <h2>${say("join.here", { here, seats: seats.length })}</h2>
    ${session.tables.map((table) => html`<div key=${table.id} class="here-table">
      ${many && html`<h3><bdi>${table.name}</bdi></h3>`}
      <ul class="here-seats">${table.seats.map((place) => {
        const { look, code, name } = seatOf(board, place.seat);
        const free = !place.person && !place.bot;
        return html`<li key=${place.seat} class="who"><${Marker} look=${look} code=${code} size=${36} open=${free} name=${many ? name : undefined} />
          ${(!many || !free) && html`<span class="who-text">${!many && html`<span class="quiet">${name}</span>`}<${Sitter} place=${place} /></span>`}</li>`;
      })}</ul></div>`)}
    ${session.waiting.length > 0 && html`<p>${say("join.waiting", { count: session.waiting.length })} <span class="quiet">${session.waiting.map((one, at) => html`${at > 0 && ", "}<bdi key=${one.person}>${one.name}</bdi>`)}</span></p>`}
  </div>`;
}

/** @param {{ board: Board, session: RoomSession }} props */
export function JoinScene({ board, session }) {
  const say = useWord();
  const { join } = session;
  return html`<div class="scene scene-join">
    ${join && html`<div class="join-way">
      <${QrCode} qr=${join.qr} label=${say("join.qr", { address: join.address })} />
      <div class="join-say"><p class="quiet">${say("join.open")}</p><p class="join-where mono">${shortAddress(join.address)}</p>
        ${join.open ? html`<p class="quiet">${say("join.code")}</p><p class="join-what mono">${join.code}</p>` : html`<p class="strong">${say("join.closed")}</p>`}</div>
    </div>`}
    <${Here} board=${board} session=${session} />
  </div>`;
}
