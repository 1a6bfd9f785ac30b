/** The list of those who are expected: pasted or uploaded, checked line by line, kept; and slips with private links. */
import { html, render, useState } from "./dom.js";
import { ask } from "./ask.js";
import { seatOf, useBoard } from "./board.js";
import { pageData } from "./pagedata.js";
import { useWord, Words } from "./words.js";
import { Button } from "./parts/button.js";
import { TextField } from "./parts/field.js";
import { Icon } from "./parts/icon.js";
import { announce } from "./parts/liveregion.js";
import { Marker } from "./parts/marker.js";
import { Notice } from "./parts/notice.js";
import { TopBar } from "./parts/topbar.js";
import { QrCode } from "./session/qr.js";

/**
 * @typedef {import("./protocol.js").RosterLine} Line
 * @typedef {import("./protocol.js").RosterSeen} Roster
 * @typedef {import("./protocol.js").RosterLink} Slip
 * @typedef {{ session: { id: string, title: string }, board: string, tables: readonly { id: string, name: string }[], seats: readonly string[], roster: Roster }} Data
 * @typedef {import("./board.js").Board} Board
 */

const LARGEST = 60_000;

/** @type {import("./words.js").Texts} */
const TEXTS = Object.freeze({
  "roster.title": "Who is expected",
  "roster.back": "Back to the console",
  "roster.text": "One person a line: name, table, seat. Table and seat may stay empty; then you give one out later. Paste from a spreadsheet, or choose a CSV file.",
  "roster.list": "List",
  "roster.example": "Ada, {table}, {seat}",
  "roster.seats": "Seats: {seats}",
  "roster.file": "Choose a file",
  "roster.too_large": "This file is larger than a list of people. Choose another.",
  "roster.check": "Check it",
  "roster.keep": "Keep this list",
  "roster.kept": "The list is kept.",
  "roster.unreachable": "The server does not answer. Your list stays here; try again.",
  "roster.faults": "Nothing has been kept. Mend these lines, then check again:",
  "roster.line": "Line {line}: {sentence}",
  "roster.good_one": "One person, no fault. It is not kept yet.",
  "roster.good": "{count} people, no fault. It is not kept yet.",
  "roster.replaces": "Keeping it takes the place of everybody on the list who has not come yet.",
  "roster.now": "The list",
  "roster.none": "Nobody is on the list. People can still join with the code.",
  "roster.name": "Name",
  "roster.table": "Table",
  "roster.seat": "Seat",
  "roster.state": "State",
  "roster.here": "came",
  "roster.waits": "expected",
  "roster.any": "you decide",
  "roster.slips": "Slips with private links",
  "roster.slips_text": "Each link lets one person in, once, after a press; opening it alone takes no seat. Links are shown now only: print them, or send them. Making them again ends those that were not used.",
  "roster.make": "Make links for {count} people",
  "roster.make_again": "Make all links again",
  "roster.all_here": "Everybody on the list has come.",
  "roster.print": "Print the slips",
  "roster.slip_text": "Scan this code, or type the address. It is for you alone and works once, for {days} days.",
  "roster.qr": "QR code of the link for {name}",
});

/** @param {Board | null} board @param {string} seat */
const seatName = (board, seat) => (board ? seatOf(board, seat).name : seat);

/** @param {{ data: Data, board: Board | null, lines: readonly Line[], title: string }} props */
function Lines({ data, board, lines, title }) {
  const say = useWord();
  const tables = new Map(data.tables.map((one) => [one.id, one.name]));
  return html`<div class="table-wrap" tabindex="0" role="group" aria-label=${title}><table class="table"><caption class="visually-hidden">${title}</caption>
    <thead><tr><th scope="col">${say("roster.name")}</th><th scope="col">${say("roster.table")}</th><th scope="col">${say("roster.seat")}</th><th scope="col">${say("roster.state")}</th></tr></thead>
    <tbody>${lines.map((one) => html`<tr key=${one.number}><th scope="row"><bdi>${one.name}</bdi></th><td>${one.table ? tables.get(one.table) : say("roster.any")}</td>
      <td>${one.seat ? seatName(board, one.seat) : say("roster.any")}</td><td>${say(one.here ? "roster.here" : "roster.waits")}</td></tr>`)}</tbody></table></div>`;
}

/** @param {{ data: Data, board: Board | null, slip: Slip, days: number }} props */
function SlipCard({ data, board, slip, days }) {
  const say = useWord();
  const seat = slip.seat && board ? seatOf(board, slip.seat) : null;
  const table = data.tables.find((one) => one.id === slip.table);
  return html`<li class="join-slip"><${QrCode} qr=${slip.qr} label=${say("roster.qr", { name: slip.name })} />
    <div class="stack-s"><p class="small quiet"><bdi>${data.session.title}</bdi>${data.tables.length > 1 && table ? `, ${table.name}` : ""}</p>
      <p class="join-slip-name"><bdi>${slip.name}</bdi></p>
      ${seat && html`<p class="who"><${Marker} look=${seat.look} code=${seat.code} size=${28} /><span class="strong">${seat.name}</span></p>`}
      <p class="small mono join-slip-address">${slip.address}</p><p class="small">${say("roster.slip_text", { days })}</p></div></li>`;
}

/** @param {{ data: Data, board: Board | null, waiting: number }} props */
function Slips({ data, board, waiting }) {
  const say = useWord();
  const [slips, setSlips] = useState(/** @type {{ links: readonly Slip[], days: number } | null} */ (null));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(/** @type {string | null} */ (null));
  const make = async () => {
    setBusy(true);
    const answer = await ask(`/api/sessions/${data.session.id}/roster/links`, {});
    setBusy(false);
    setRefused(answer.ok ? null : answer.sentence || say("roster.unreachable"));
    if (answer.ok) setSlips(/** @type {{ links: readonly Slip[], days: number }} */ (answer.value));
  };
  if (waiting === 0) return html`<p class="quiet no-print">${say("roster.all_here")}</p>`;
  return html`<div class="stack"><p class="quiet no-print">${say("roster.slips_text")}</p>
    <div class="actions actions-start no-print"><${Button} kind=${slips ? "outline" : "primary"} icon="link" busy=${busy} refused=${refused} onClick=${() => void make()}>${slips ? say("roster.make_again") : say("roster.make", { count: waiting })}<//>
      ${slips && html`<${Button} kind="primary" icon="printer" onClick=${() => print()}>${say("roster.print")}<//>`}</div>
    ${slips && html`<ul class="join-slips">${slips.links.map((one) => html`<${SlipCard} key=${one.number} data=${data} board=${board} slip=${one} days=${slips.days} />`)}</ul>`}</div>`;
}

/** @param {{ data: Data }} props */
function Page({ data }) {
  const say = useWord();
  const { board } = useBoard(data.board, TEXTS);
  const [csv, setCsv] = useState("");
  const [tried, setTried] = useState(/** @type {Roster | null} */ (null));
  const [kept, setKept] = useState(data.roster);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(/** @type {string | null} */ (null));
  const type = (/** @type {string} */ value) => {
    setCsv(value);
    setTried(null);
    setRefused(null);
  };
  const send = async (/** @type {boolean} */ dry) => {
    setBusy(true);
    const answer = await ask(`/api/sessions/${data.session.id}/roster`, { csv, dry_run: dry });
    setBusy(false);
    setRefused(answer.ok ? null : answer.sentence || say("roster.unreachable"));
    if (!answer.ok) return;
    const found = /** @type {Roster} */ (answer.value);
    if (!found.kept) {
      setTried(found);
      return;
    }
    setKept(found);
    type("");
    announce(say("roster.kept"));
  };
  const upload = async (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.currentTarget);
    const [file] = input.files ?? [];
    if (!file) return;
    if (file.size > LARGEST) setRefused(say("roster.too_large"));
    else type(await file.text());
    input.value = "";
  };
  const seats = data.seats.map((id) => seatName(board, id)).join(", ");
  const example = say("roster.example", { table: data.tables[0]?.name ?? "", seat: seatName(board, data.seats[0] ?? "") });
  const good = tried && tried.faults.length === 0;
  const waiting = kept.lines.filter((one) => !one.here).length;
  return html`<div class="no-print"><${TopBar} title=${say("roster.title")} detail=${html`<bdi>${data.session.title}</bdi>`}
      side=${html`<a class="button button-outline" href=${`/console/${data.session.id}`}><${Icon} name="arrow-left" /><span>${say("roster.back")}</span></a>`} /></div>
    <div class="page page-middle stack">
      <section class="card no-print"><div class="card-body stack">
        <p>${say("roster.text")}</p>
        <${TextField} label=${say("roster.list")} value=${csv} rows=${8} maxLength=${LARGEST} placeholder=${example} help=${say("roster.seats", { seats })} onInput=${type} />
        <div class="actions actions-start"><${Button} kind=${good ? "outline" : "primary"} icon="check" busy=${busy} refused=${refused} onClick=${() => void send(true)}>${say("roster.check")}<//>
          <label class="button button-outline"><${Icon} name="upload" /><span>${say("roster.file")}</span><input class="visually-hidden" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" onChange=${upload} /></label>
          ${good && html`<${Button} kind="primary" icon="save" busy=${busy} onClick=${() => void send(false)}>${say("roster.keep")}<//>`}</div>
        ${tried && tried.faults.length > 0 && html`<${Notice} kind="bad"><p>${say("roster.faults")}</p><ul>${tried.faults.map((one) => html`<li key=${`${one.line} ${one.sentence}`}>${say("roster.line", { line: one.line, sentence: one.sentence })}</li>`)}</ul><//>`}
        ${good && html`<${Notice} kind="good">${say(tried.lines.length === 1 ? "roster.good_one" : "roster.good", { count: tried.lines.length })} ${kept.lines.length > 0 && say("roster.replaces")}<//>`}
        ${good && html`<${Lines} data=${data} board=${board} lines=${tried.lines} title=${say("roster.list")} />`}
      </div></section>
      <section class="card no-print" aria-labelledby="now"><div class="card-body stack"><h2 id="now">${say("roster.now")}</h2>
        ${kept.lines.length > 0 ? html`<${Lines} data=${data} board=${board} lines=${kept.lines} title=${say("roster.now")} />` : html`<p class="quiet">${say("roster.none")}</p>`}</div></section>
      ${kept.lines.length > 0 && html`<section class="card slips-card" aria-labelledby="slips"><div class="card-body stack"><h2 id="slips" class="no-print">${say("roster.slips")}</h2>
        <${Slips} key=${kept.lines.map((one) => `${one.number}${one.name}`).join()} data=${data} board=${board} waiting=${waiting} /></div></section>`}
    </div>`;
}

const root = document.getElementById("app");
if (root) {
  root.textContent = "";
  render(html`<${Words.Provider} value=${TEXTS}><${Page} data=${/** @type {Data} */ (pageData())} /><//>`, root);
}
