/** How people come in, who waits, and who watches: the join code, locks, links to screens. */
import { html, useState } from "../dom.js";
import { seatOf } from "../board.js";
import { peopleOf } from "../people.js";
import { useWord } from "../words.js";
import { Fold } from "../parts/explain.js";
import { Button } from "../parts/button.js";
import { SelectField, TextField } from "../parts/field.js";
import { Icon } from "../parts/icon.js";
import { ActButton, SureButton } from "./act.js";
import { useDesk } from "./desk.js";
import { QrCode } from "./qr.js";
import { Staff } from "./staff.js";
import "./texts/door.js";
import "./texts/seats.js";

/** @typedef {import("../protocol.js").LeftPerson} LeftPerson */
/** @typedef {import("../protocol.js").PersonPlace} PersonPlace */
/** @typedef {import("../protocol.js").WaitingPerson} WaitingPerson */

/**
 * The address without what every browser adds by itself.
 * @param {string} address
 */
export const shortAddress = (address) => address.replace(/^http:\/\//, "").replace(/\/j\/[^/]*$/, "");

/** Address, code and QR, large enough to be read off this screen. @param {{ addresses: readonly string[] }} props */
export function JoinCard({ addresses }) {
  const say = useWord();
  const { session } = useDesk();
  const { join } = session;
  if (!join) return null;
  const others = addresses.filter((one) => !join.address.startsWith(one));
  return html`<div class="card join-card"><div class="card-body">
    <h2 class="visually-hidden">${say("door.join")}</h2>
    <div class="join">
      <${QrCode} qr=${join.qr} label=${say("door.qr", { address: join.address })} />
      <div class="stack-s join-words">
        <p class="quiet">${say("door.open_address")}</p><p class="join-address mono">${shortAddress(join.address)}</p>
        <p class="quiet">${say("door.type_code")}</p><p class="join-code mono">${join.code}</p>
        ${!join.open && html`<p class="bad strong line"><${Icon} name="lock" />${say("door.closed")}</p>`}
        ${others.length > 0 && html`<${Fold} title=${say("door.other_addresses")}><p class="small quiet">${say("door.other_text")}</p><ul class="mono small">${others.map((one) => html`<li key=${one}>${one}</li>`)}</ul><//>`}
      </div>
    </div>
  </div></div>`;
}

/** Somebody without a seat, and how they get one. @param {{ person: WaitingPerson, late: string | null }} props */
function Waits({ person, late }) {
  const say = useWord();
  const { board, session, ask } = useDesk();
  const act = (/** @type {string} */ what) => () => ask("person", { person: person.person, do: what });
  const hidden = html`<span class="visually-hidden">: ${person.name}</span>`;
  const { wish } = person;
  const table = session.tables.length > 1 ? session.tables.find((one) => one.id === wish?.table)?.name : undefined;
  const where = wish && `${seatOf(board, wish.seat).name}${table ? ` (${table})` : ""}`;
  return html`<li class="row row-wrap"><${Icon} name="user" /><span class="grow"><bdi>${person.name}</bdi>${where && html`<span class="block small quiet">${say("waiting.wish", { seat: where })}</span>`}</span>
    ${!person.here && html`<span class="chip chip-bad"><${Icon} name="wifi-off" />${say("seat.away")}</span>`}
    ${late === "share_seat" && wish && html`<${ActButton} kind="primary" icon="users" run=${act("admit")}>${say("waiting.share")}${hidden}<//>`}
    ${late === "take_over_bot" && html`<${ActButton} kind="primary" icon="bot" run=${act("admit")}>${say("waiting.take_over")}${hidden}<//>`}
    <${ActButton} kind="quiet" icon="eye" run=${act("observe")}>${say("people.observe")}${hidden}<//></li>`;
}

/** People without a seat. */
export function Waiting() {
  const say = useWord();
  const { board, session } = useDesk();
  if (session.waiting.length === 0) return null;
  const over = session.tables.every((one) => one.state === "ended");
  const late = !over && session.tables.some((one) => one.state !== "waiting") ? board.ruleset.late_joiner : null;
  return html`<div class="card card-flat"><div class="card-body stack-s">
    <h2>${say("waiting.title", { count: session.waiting.length })}</h2>
    <ul class="rows">${session.waiting.map((one) => html`<${Waits} key=${one.person} person=${one} late=${late} />`)}</ul>
    <p class="small quiet">${say(late ? `waiting.text_${late}` : over ? "waiting.text_over" : "waiting.text")}</p>
  </div></div>`;
}

/** @param {{ person: PersonPlace }} props */
function Person({ person }) {
  const say = useWord();
  const { ask } = useDesk();
  const [asking, setAsking] = useState(false);
  const act = (/** @type {string} */ what) => () => ask("person", { person: person.person, do: what });
  return html`<li class="row row-wrap"><bdi class="grow">${person.name}</bdi>
    <span class="chip">${say(person.seat ? "people.plays" : `people.${person.kind}`)}</span>
    ${person.devices === 0 && html`<span class="chip chip-bad"><${Icon} name="wifi-off" />${say("seat.away")}</span>`}
    <div class="line">
      ${person.kind === "observer"
        ? html`<${ActButton} kind="quiet" icon="user-plus" run=${act("admit")}>${say("people.admit")}<//>`
        : person.seat === null && html`<${ActButton} kind="quiet" icon="eye" run=${act("observe")}>${say("people.observe")}<//>`}
      ${!asking && html`<${Button} kind="quiet" icon="log-out" onClick=${() => setAsking(true)}>${say("people.remove")}<span class="visually-hidden">: ${person.name}</span><//>`}
    </div>
    ${asking && html`<${Remove} person=${person} onClose=${() => setAsking(false)} />`}</li>`;
}

/** As the server takes them. */
const WORDS = 1000;
const QUICK = Object.freeze(["mistake", "gone", "twice"]);

/**
 * Where somebody sits alone, so that the seat would be empty without them; null: they have no seat, or share it.
 * @param {import("./desk.js").Desk} desk
 * @param {PersonPlace} person
 */
function seatAlone({ session }, person) {
  const place = session.tables.find((one) => one.id === person.table)?.seats.find((one) => one.seat === person.seat);
  return place && peopleOf(place).length === 1 ? place.seat : null;
}

const KEPT = "";
const BOT = "*";

/** Why somebody is shut out, by one press or in words, and what becomes of their seat; then it is done. @param {{ person: PersonPlace, onClose: () => void }} props */
function Remove({ person, onClose }) {
  const say = useWord();
  const desk = useDesk();
  const { ask, board, bot, pub, session, table } = desk;
  const [why, setWhy] = useState("");
  const alone = seatAlone(desk, person);
  const seat = alone && seatOf(board, alone).name;
  // Who is gone already, and for whom a bot sits in, leaves the bot there.
  const stands = person.table === table.id && pub.seats.some((one) => one.id === alone && one.holder === "bot");
  const [then, setThen] = useState(stands ? BOT : KEPT);
  const ways = [{ value: KEPT, label: say("people.then_kept", { name: person.name }) }, { value: BOT, label: say("people.then_bot") },
    ...session.waiting.map((one) => ({ value: one.person, label: say("people.then_heir", { name: one.name }) }))];
  const known = ways.some((one) => one.value === then) ? then : KEPT;
  const next = known === KEPT || !alone ? {} : known === BOT ? { bot } : { heir: known };
  const remove = (/** @type {string} */ text) => () => ask("person", { person: person.person, do: "remove", ...(text ? { text } : {}), ...next });
  return html`<div class="sure stack-s remove" role="group" aria-label=${say("people.sure", { name: person.name })}>
    <p class="small strong">${say("people.sure", { name: person.name })}</p>
    ${alone && html`<${SelectField} label=${say("people.then", { seat: seat ?? "" })} help=${known === KEPT ? say("people.then_kept_help") : ""} value=${known} options=${ways} onChange=${setThen} />`}
    <div class="actions actions-start">${QUICK.map((one) => html`<${ActButton} key=${one} run=${remove(say(`people.quick_${one}`))}>${say(`people.quick_${one}`)}<//>`)}</div>
    <${TextField} label=${say("people.why")} value=${why} maxLength=${WORDS} autocomplete="off" onInput=${setWhy} />
    <div class="actions actions-start"><${ActButton} kind="danger" icon="log-out" run=${remove(why.trim())}>${say("people.remove_yes")}<//>
      <${Button} kind="quiet" onClick=${onClose}>${say("desk.no")}<//></div></div>`;
}

/** Somebody who is gone: what has become of their seat, and what may become of it. @param {{ person: LeftPerson }} props */
function Gone({ person }) {
  const say = useWord();
  const { ask, board, bot, pub, session, table } = useDesk();
  const place = session.tables.find((one) => one.id === person.table)?.seats.find((one) => one.seat === person.seat);
  const seat = place ? seatOf(board, place.seat).name : "";
  const names = peopleOf(place).map((one) => one.name).join(", ");
  const free = place && !names && person.table === table.id && pub.phase !== "ended" && pub.seats.some((one) => one.id === place.seat && one.holder === "nobody");
  const became = !place ? "people.left_none" : person.shares ? "people.left_shared" : names ? "people.left_taken" : free ? "people.left_free" : "people.left_kept";
  return html`<li class="stack-s"><p><bdi class="strong">${person.name}</bdi> <span class="block small quiet">${say(became, { seat, names })}</span></p>
    <div class="actions actions-start"><${ActButton} icon="undo-2" run=${() => ask("person", { person: person.person, do: "readmit" })}>${say("people.readmit")}<span class="visually-hidden">: ${person.name}</span><//>
      ${free && html`<${ActButton} kind="quiet" icon="bot" run=${() => ask("seat", { table: person.table, seat: place.seat, bot })}>${say("need.bot")}<span class="visually-hidden">: ${seat}</span><//>`}</div></li>`;
}

/** Who has left or was removed, and the way back in. */
function Left() {
  const say = useWord();
  const { session } = useDesk();
  const left = session.left ?? [];
  if (left.length === 0) return null;
  return html`<div class="stack-s"><p class="label">${say("people.left", { count: left.length })}</p><p class="small quiet">${say("people.readmit_text")}</p>
    <ul class="stack">${left.map((one) => html`<${Gone} key=${one.person} person=${one} />`)}</ul></div>`;
}

/** Everybody in the session but the staff. */
function People() {
  const say = useWord();
  const { session } = useDesk();
  const people = (session.people_of ?? []).filter((one) => one.kind !== "facilitator" && one.kind !== "evaluator");
  return html`<${Fold} title=${say("people.title", { count: people.length })}>
    ${people.length === 0 ? html`<p class="quiet">${say("people.none")}</p>` : html`<ul class="rows">${people.map((one) => html`<${Person} key=${one.person} person=${one} />`)}</ul>`}
    <${Left} />
  <//>`;
}

/** A link for another screen or a second facilitator. @param {{ kind: "screen" | "facilitator" }} props */
function MakeLink({ kind }) {
  const say = useWord();
  const { fetch } = useDesk();
  const [address, setAddress] = useState("");
  const make = async () => {
    const asked = await fetch("link", { kind });
    if (asked.ok) setAddress(String(asked.answer["address"]));
    return asked.ok ? null : asked.failure.sentence;
  };
  return html`<div class="stack-s"><${ActButton} icon="link" run=${make}>${say(`link.${kind}`)}<//>
    ${address && html`<p class="small"><code>${address}</code><span class="quiet block">${say("link.once")}</span></p>`}</div>`;
}

/** Three ways to hold the door, and what newcomers meet at each; once play has begun, all of them wait. */
const WAYS = Object.freeze({ open: "lock-open", wait: "hand", nobody: "lock" });

/** Who may come in: one choice of one door. */
function Newcomers() {
  const say = useWord();
  const { pub, session, control, ask } = useDesk();
  const begun = session.tables.some((one) => one.state !== "waiting");
  const now = !session.join?.open ? "nobody" : begun || pub.locked ? "wait" : "open";
  const ways = /** @type {(keyof typeof WAYS)[]} */ (begun ? ["wait", "nobody"] : ["open", "wait", "nobody"]);
  const choose = async (/** @type {keyof typeof WAYS} */ way) => {
    const open = way !== "nobody";
    const sentence = open === session.join?.open ? null : await ask("door", { open });
    if (sentence !== null || begun || !open || pub.locked === (way === "wait")) return sentence;
    return control({ type: "lock_room", locked: way === "wait" }, true);
  };
  return html`<${Fold} open=${pub.phase === "lobby"} title=${html`<span>${say("door.who")} <span class="quiet fold-now">${say(`door.way_${now}`)}</span></span>`}><div class="stack-s" role="group" aria-label=${say("door.who")}>
    <div class="stack-s">${ways.map((way) => html`<${ActButton} key=${way} icon=${WAYS[way]} pressed=${way === now} run=${() => (way === now ? Promise.resolve(null) : choose(way))}>${say(`door.way_${way}`)}<//>`)}</div>
    <p class="small quiet">${say(`door.way_${now}_text`)} ${say("door.back")}</p>
    <div class="actions actions-start">
      <${SureButton} icon="refresh-cw" run=${() => ask("code", {})} question=${say("door.new_sure")} yes=${say("door.new_yes")}>${say("door.new_code")}<//>
    </div>
  </div><//>`;
}

/** What is kept of a session that is over, and how it goes for good. */
function Erase() {
  const say = useWord();
  const { ask } = useDesk();
  return html`<${Fold} title=${say("erase.title")}><div class="stack">
    <p class="small quiet">${say("erase.text")}</p>
    <${SureButton} icon="user-minus" run=${() => ask("forget", {})} question=${say("erase.people_sure")} yes=${say("erase.people_yes")}>${say("erase.people")}<//>
    <${SureButton} kind="danger" icon="x" run=${() => ask("delete", {})} then=${() => location.assign("/console")} question=${say("erase.all_sure")} yes=${say("erase.all_yes")}>${say("erase.all")}<//>
  </div><//>`;
}

/** Pages and links for other devices, and what goes onto paper. */
function Ways() {
  const say = useWord();
  const { pub, session, table } = useDesk();
  return html`<${Fold} open=${pub.phase === "lobby"} title=${say("door.ways")}><div class="stack-s">
    <a class="button button-outline" href=${`/remote/${session.id}`} target="_blank" rel="noopener"><${Icon} name="smartphone" /><span>${say("remote.open")}</span></a>
    <div class="actions actions-start"><${MakeLink} kind="screen" /><${MakeLink} kind="facilitator" /></div>
    <a class="button button-outline" href=${`/console/${session.id}/print/${table.id}`}><${Icon} name="printer" /><span>${say("door.print")}</span></a>
    <a class="button button-outline" href=${`/console/${session.id}/roster`}><${Icon} name="list" /><span>${say("door.roster")}</span></a>
  </div><//>`;
}

/** The door, code and people, for the time after the start. @param {{ addresses: readonly string[] }} props */
export function Door({ addresses }) {
  const say = useWord();
  const { pub, session, ask } = useDesk();
  return html`<div class="stack-s">
    ${pub.phase !== "lobby" && session.join && html`<${Fold} title=${say("door.join")}><${JoinCard} addresses=${addresses} /><//>`}
    <${Newcomers} />
    <${Ways} />
    <${Fold} title=${say("door.backup")}><div class="stack-s"><p class="small quiet">${say("door.backup_text")}</p>
      <div class="actions actions-start"><a class="button button-outline" download href=${`/api/sessions/${session.id}/backup?names=yes`}><${Icon} name="save" /><span>${say("door.backup_names")}</span></a>
        <a class="button button-outline" download href=${`/api/sessions/${session.id}/backup?names=no`}><${Icon} name="save" /><span>${say("door.backup_plain")}</span></a></div></div><//>
    <${Fold} title=${say("staff.title")}><${Staff} /><//>
    <${People} />
    <a class="button button-outline" href="/help/phones" target="_blank" rel="noopener"><${Icon} name="smartphone" /><span>${say("door.phones")}</span></a>
    ${session.state === "ended"
      ? html`<${Erase} />`
      : html`<${SureButton} kind="danger" icon="log-out" run=${() => ask("end", {})} question=${say("door.end_sure")} yes=${say("door.end_yes")}>${say("door.end")}<//>`}
  </div>`;
}
