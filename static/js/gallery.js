/** Every piece in every state, on made-up data: what the pages are built from, and how it looks. */
import { html, render, useState } from "./dom.js";
import { pageData } from "./pagedata.js";
import { Words } from "./words.js";
import { Button } from "./parts/button.js";
import { Clock } from "./parts/clock.js";
import { Dialog } from "./parts/dialog.js";
import { Explain, Fold } from "./parts/explain.js";
import { CheckField, NumberStepper, RadioCards, SelectField, TextField } from "./parts/field.js";
import { Icon } from "./parts/icon.js";
import { LineChart, valueAt } from "./parts/linechart.js";
import { announce } from "./parts/liveregion.js";
import { Marker, Who } from "./parts/marker.js";
import { DependencyNetwork, TrustNetwork } from "./parts/network.js";
import { Banner, Emergency, Notice } from "./parts/notice.js";
import { Change, Pips } from "./parts/pips.js";
import { Progress } from "./parts/progress.js";
import { Slip } from "./parts/slip.js";
import { Panel, TabBar } from "./parts/tabs.js";
import { ThemeToggle } from "./parts/theme.js";
import { TopBar } from "./parts/topbar.js";
import { Meter, RoundTrack } from "./parts/track.js";
import { CURVE, CURVE_TABLE, LINKS, PER_CENT, ROUNDS, SEATS, STATE_NAMES, TRUST } from "./gallery/made.js";

/** @param {{ id: string, title: string, children: import("./dom.js").Child }} props */
function Part({ id, title, children }) {
  return html`<section class="stack" aria-labelledby=${id}><h2 id=${id}>${title}</h2>${children}</section>`;
}

function NowCard() {
  const [busy, setBusy] = useState(false);
  return html`<article class="card card-now">
    <div class="card-head"><${Icon} name="corner-up-left" size="l" /><h2>Answer Municipality’s offer</h2></div>
    <div class="card-body">
      <${Who} look="brick" code="MU" name="Municipality" detail="sent 1 min ago, open until planning" size=${44} />
      <${Slip} giveTitle="You give" getTitle="You get"
        give=${[{ id: "a", text: "Sign D4 in round 3" }]}
        get=${[{ id: "b", text: "2 budget", note: "at once" }, { id: "c", text: "Promise: no portal in round 4" }]} />
      <${Notice} kind="bad" plain>Crosses your core value “no data without consent”. Only you see this.<//>
      <div class="actions">
        <button type="button" class="button button-primary button-big button-wide" aria-busy=${busy ? "true" : null}
          onClick=${() => setBusy(!busy)}><${Icon} name=${busy ? "refresh-cw" : "handshake"} /><span>Accept offer</span></button>
        <${Button} icon="scale">Counter<//>
        <${Button} icon="x">Decline<//>
      </div>
    </div>
  </article>`;
}

function TrustRows() {
  return html`<div class="card-desk">
    <div class="line-between"><h2>Their trust in you</h2><span class="quiet small">change this round</span></div>
    <ul class="rows">
      ${SEATS.slice(0, 5).map(
        (seat, at) => html`<li key=${seat.id} class="row">
          <${Marker} look=${seat.look} code=${seat.code} />
          <bdi class="grow">${seat.name}</bdi>
          <${Pips} value=${[3, 2, 0, 1, 3][at]} max=${3} name=${`${seat.name} trusts you`} earned=${at === 4 ? 1 : 0} />
          <span class="row-end"><${Change} by=${[1, 0, -1, 0, 2][at]} /></span>
        </li>`,
      )}
    </ul>
  </div>`;
}

function Buttons() {
  return html`<div class="tile-grid">
    <${Button} kind="primary" icon="handshake">Accept offer<//>
    <${Button} kind="now" icon="check">Ready<//>
    <${Button} icon="scale">Counter<//>
    <${Button} kind="danger" icon="x">End the game<//>
    <${Button} kind="quiet" icon="info">What does this do?<//>
    <${Button} icon="eye" pressed=${true}>Show names<//>
    <${Button} kind="primary" icon="hand-coins" reason="You hold no trust token. Take one back first.">Place a token<//>
    <${Button} kind="primary" busy=${true}>Sending<//>
    <${Button} icon="send" refused="Not sent: this offer ended when planning began.">Accept offer<//>
  </div>`;
}

function Fields() {
  const [name, setName] = useState("");
  const [code, setCode] = useState("RIVER KITE 42");
  const [count, setCount] = useState(2);
  const [seat, setSeat] = useState(/** @type {string | null} */ ("MU"));
  const [to, setTo] = useState("TX");
  const [open, setOpen] = useState(true);
  return html`<div class="columns-2">
    <div class="stack">
      <${TextField} label="Your name" value=${name} onInput=${setName} maxLength=${32} help="Shown to everybody at the table." />
      <${TextField} label="Code" value=${code} onInput=${setCode} code error="No session has this code. Check the screen in the room; you can try again at once." />
      <${TextField} label="Note to yourself" value="Ask about the register before signing." onInput=${() => undefined} rows=${3} />
      <${SelectField} label="To whom" value=${to} onChange=${setTo} options=${SEATS.map((one) => ({ value: one.id, label: one.name }))} />
      <${NumberStepper} label="Budget to pay" value=${count} min=${0} max=${4} onChange=${setCount} help="You have 4." />
      <${CheckField} label="In confidence" checked=${open} onChange=${setOpen} help="The two of you and the facilitator see it; the debrief can show it." />
    </div>
    <${RadioCards} label="Choose a seat" name="seat" value=${seat} onChange=${setSeat}
      options=${SEATS.slice(0, 4).map((one, at) => ({
        value: one.id,
        label: html`<bdi>${one.name}</bdi>`,
        detail: ["Legal, sponsor", "Political", "Legal", "Technical"][at],
        reason: at === 2 ? "Taken by Joris" : undefined,
        mark: html`<${Marker} look=${one.look} code=${one.code} size=${36} open=${at !== 2} />`,
      }))} />
  </div>`;
}

function Lists() {
  const lines = [
    { when: "12:04", seat: 0, text: "Tax placed a token with Municipality", kind: "seat" },
    { when: "12:09", seat: 1, text: "You offered Tax: 2 budget for signing D1", kind: "mine" },
    { when: "12:31", seat: -1, text: "The facilitator gave two more minutes", kind: "facilitator" },
  ];
  return html`<div class="columns-2">
    <div class="card"><div class="card-head"><${Icon} name="scroll-text" /><h3>Log</h3><span class="push chip chip-fill">40 newest</span></div>
      <div class="card-body"><p class="log-break">Round 3, talk</p>
        <ol class="log">${lines.map((line, at) => {
          const seat = SEATS[line.seat];
          return html`<li key=${at} class="log-line" data-kind=${line.kind} data-mine=${String(line.kind === "mine")}>
            <span class="log-when">${line.when}</span>
            ${seat ? html`<${Marker} look=${seat.look} code=${seat.code} size=${24} />` : html`<${Icon} name="megaphone" />`}
            <span class="log-text">${line.text}</span></li>`;
        })}</ol></div></div>
    <div class="card"><div class="card-body">
      <div class="table-wrap" tabindex="0" role="group" aria-label="Scores"><table class="table"><caption>Scores after year one</caption>
        <thead><tr><th scope="col">Agency</th><th scope="col" class="num">Public</th><th scope="col" class="num">Own</th></tr></thead>
        <tbody>${SEATS.slice(0, 4).map((one, at) => html`<tr key=${one.id}><th scope="row"><bdi>${one.name}</bdi></th><td class="num">${8 + at}</td><td class="num">${5 - at}</td></tr>`)}</tbody>
      </table></div>
      <dl class="facts"><dt>Autonomy</dt><dd class="mono">8</dd><dt>Routines</dt><dd class="mono">1</dd><dt>Own portals</dt><dd class="mono">0</dd></dl>
    </div></div>
  </div>`;
}

function Choosing() {
  return html`<div class="tile-grid">
    <article class="card card-flat"><div class="card-body"><h3>Sign D4</h3><p class="small">Works if Families signs too. Costs 1 autonomy.</p>
      <div class="line"><span class="chip"><${Icon} name="zap" /> 1 AP</span><span class="chip chip-good"><${Icon} name="check" /> nothing lacking</span></div></div></article>
    <article class="card card-flat card-picked"><div class="card-body"><h3>Reform</h3><p class="small">Routines +1: room for two more live dependencies.</p>
      <div class="line"><span class="chip"><${Icon} name="zap" /> 1 AP</span><span class="chip"><${Icon} name="coins" /> 1 budget</span><span class="chip chip-fill">planned</span></div></div></article>
    <article class="card card-off"><div class="card-body"><h3>Counter</h3><p class="reason"><${Icon} name="lock" /><span>No budget left: you have 0 and it costs 1.</span></p></div></article>
  </div>`;
}

function Figures() {
  const [minute, setMinute] = useState(42);
  const pins = [{ id: "a", x: 12, number: 1 }, { id: "b", x: 41, number: 2, current: true }, { id: "c", x: 42, number: 3 }, { id: "d", x: 44, number: 4 }, { id: "e", x: 90, number: 5 }];
  const done = { "--done": `${(minute / 90) * 100}%` };
  return html`<div class="debrief-grid">
    <div class="card card-roomy span-8"><div class="card-body">
      <${LineChart} caption="The chance of a launch fell by a third in round 3" detail="Model estimate with its 80% band. Numbers mark turning points."
        side=${html`<span class="figure-number">${Math.round(valueAt(CURVE, minute, false) ?? 0)}%</span><span class="quiet small block">at ${minute}:00</span>`}
        series=${[{ id: "launch", label: "Launch", look: "blue", points: CURVE }]} x=${{ min: 0, max: 90 }} y=${{ min: 0, max: 100, ticks: PER_CENT }}
        bands=${ROUNDS} pins=${pins} cursor=${minute} table=${CURVE_TABLE} />
      <div class="scrubber">
        <div class="line">${["skip-back", "play", "skip-forward"].map((name) => html`<button key=${name} type="button" class="button button-icon button-outline" aria-label=${name}><${Icon} name=${name} /></button>`)}</div>
        <input type="range" min="0" max="90" value=${minute} aria-label="Moment" style=${done}
          onInput=${(/** @type {Event} */ event) => setMinute(Number(/** @type {HTMLInputElement} */ (event.currentTarget).value))} />
        <span class="mono">${minute}:00 / 90:00</span>
      </div></div></div>
    <div class="span-4 stack-s"><h3>Turning points</h3>
      ${["Joint fact sheet agreed", "Side deal leaked"].map((name, at) => html`<article key=${name} class=${`card card-flat${at ? " card-picked" : ""}`}><div class="card-body stack-s">
        <div class="line"><span class="number">${at + 1}</span><h4 class="grow">${name}</h4><${Change} by=${at ? -21 : 9} /></div>
        <p class="quiet small">Round ${at + 1}, Rights and Families</p></div></article>`)}
    </div>
    <div class="card span-5"><div class="card-body"><${DependencyNetwork} seats=${SEATS} links=${LINKS} stateNames=${STATE_NAMES} current="d4"
      caption="Two of ten dependencies are live" height=${360} /></div></div>
    <div class="card span-7"><div class="card-body"><${TrustNetwork} seats=${SEATS} trust=${TRUST} focus="MU" caption="Municipality is trusted by three" height=${360} /></div></div>
    <div class="card span-5"><div class="card-body"><${TrustNetwork} seats=${SEATS} trust=${TRUST} caption="Trust around the table" height=${360} /></div></div>
    <div class="card span-7"><div class="card-body"><h3>Trust placed in each</h3><div class="small-grid">
      ${SEATS.slice(0, 6).map((one, n) => html`<div key=${one.id} class="stack-s"><${Who} look=${one.look} code=${one.code} name=${one.name} size=${28} />
        <${LineChart} small stepped hideCaption caption=${`Tokens placed with ${one.name}`} cursor=${minute} x=${{ min: 0, max: 90 }} y=${{ min: 0, max: 8, ticks: [{ at: 0, label: "0" }] }}
          series=${[{ id: "t", label: one.name, look: one.look, points: [0, 15, 33, 50, 70, 90].map((x, at) => ({ x, y: (at * (n + 2)) % 7 })) }]} />
        <div class="line-between"><span class="mono">${n}</span><${Change} by=${n - 2} /></div></div>`)}
    </div></div></div>
  </div>`;
}

function Opening() {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return html`<div class="stack">
    <div class="actions actions-start"><${Button} icon="rewind" onClick=${() => setOpen(true)}>Open a dialog<//>
      <${Button} icon="volume-2" onClick=${() => announce("One minute left")}>Say something<//></div>
    <${Dialog} open=${open} title="Rewind to the start of round 2?" onClose=${close}>
      <p>Eleven entries will be set aside. They stay in the log.</p>
      <div class="actions"><${Button} kind="primary" onClick=${close}>Rewind<//><${Button} onClick=${close}>Cancel<//></div>
    <//>
    <${Explain} term="Legal pressure" text="How hard the law pushes everybody to deliver; every three points let weaker objections be overridden." />
    <${Fold} title="Round 2: what happened" open><p class="quiet">Nine entries, two promises kept, one broken.</p><//>
    <${Progress} label="Simulating games" value=${620} max=${2000} />
    <${Progress} label="Reading the log" />
  </div>`;
}

function Notices() {
  return html`<div class="stack">
    <${Banner} icon="pause">Paused by the facilitator: “Ten minutes for coffee”<//>
    <${Banner} icon="wifi-off" thin>Connection lost, trying again<//>
    <div class="halves">
      <${Notice}>This seat is also open on another device. Both work.<//>
      <${Notice} kind="good">Signed. Both registers now know about each other.<//>
      <${Notice} kind="bad">Not sent: the offer ended when planning began.<//>
      <${Notice} kind="now">Two offers wait for your answer.<//>
    </div>
    <div class="stack-s" aria-hidden="true"><div class="line"><span class="skeleton skeleton-round"></span><span class="grow stack-s"><span class="skeleton skeleton-short"></span><span class="skeleton"></span></span></div><span class="skeleton skeleton-block"></span></div>
    <${Emergency} title="REAL EMERGENCY - EXERCISE STOPPED" inline>Follow the instructions in the room.<//>
  </div>`;
}

function Marks() {
  return html`<div class="stack">
    <div class="line">${SEATS.map((one) => html`<${Marker} key=${one.id} look=${one.look} code=${one.code} size=${48} name=${one.name} />`)}</div>
    <div class="line">${SEATS.map((one) => html`<${Marker} key=${one.id} look=${one.look} code=${one.code} size=${24} name=${one.name} />`)}
      ${SEATS.slice(0, 2).map((one) => html`<${Marker} key=${`o${one.id}`} look=${one.look} code=${one.code} size=${40} open name=${`${one.name}, free`} />`)}</div>
    <div class="tile-grid">${SEATS.map((one) => html`<div key=${one.id} class="card card-flat"><div class="card-body"><${Who} look=${one.look} code=${one.code} name=${one.name} detail="ready" /></div></div>`)}</div>
    <div class="line"><span class="chip">3 AP</span><span class="chip chip-now">your step</span><span class="chip chip-good"><${Icon} name="check" />kept</span><span class="chip chip-bad"><${Icon} name="x" />broken</span><span class="chip chip-dash">lapsed</span><span class="chip chip-fill">in confidence</span><span class="number">2</span><span class="number number-quiet">5</span></div>
    <div class="line"><${Pips} value=${2} max=${3} name="Trust" /><${Pips} value=${5} max=${8} name="Budget" /><${Change} by=${2} /><${Change} by=${-1} /><${Change} by=${0} /><${Change} by=${1} lessIsBetter /></div>
    <div class="line"><${Clock} remainingMs=${252_000} label="Time left" quiet /><${Clock} remainingMs=${48_000} label="Time left" size="s" quiet /><${Clock} remainingMs=${180_000} running=${false} label="Time left" quiet /></div>
    <div class="halves card card-flat"><div class="card-body">
      <${Meter} name="Political support" label=${html`<${Explain} term="Political support" text="How much politics stands behind the project; at 0 it is stopped." />`} value=${6} max=${10} change=${1} marks=${[3, 7]} note="From 3 and from 7 on: one more budget a round" />
      <${Meter} name="Legal pressure" label="Legal pressure" value=${2} max=${10} change=${-1} lessIsBetter />
    </div><div class="card-body">
      <${Meter} name="Counter" label="Counter" value=${4} max=${6} change=${0} />
      <${RoundTrack} round=${3} rounds=${5} />
    </div></div>
  </div>`;
}

function Gallery() {
  const [tab, setTab] = useState("table");
  const tabs = [
    { id: "table", label: "Table", icon: "table-2" },
    { id: "deals", label: "Deals", icon: "handshake", count: 2, now: true, countLabel: "wait for you" },
    { id: "brief", label: "Brief", icon: "book-open" },
    { id: "log", label: "Log", icon: "list", count: 12, countLabel: "new" },
  ];
  const side = html`<${Clock} remainingMs=${252_000} label="Time left to talk" /><div class="quiet small">Round 3 of 5</div>`;
  return html`<${TopBar} title="Rights" detail=${html`<bdi>Maya</bdi>, <bdi>Joris</bdi>`} deep
      mark=${html`<${Marker} look="jade" code="RI" size=${48} />`} side=${side} track=${html`<${RoundTrack} round=${3} rounds=${5} />`} />
    <main id="main" tabindex="-1" class="page stack-l has-tabbar">
      <div class="columns-3 over-table"><div><${NowCard} /></div>
        <div class="card card-flat"><div class="card-body"><div class="who"><p class="status grow">You must answer Municipality’s offer</p><${ThemeToggle} /></div><p class="status status-wait">Waiting for Municipality and Rights</p></div></div>
        <${TrustRows} /></div>
      <${Part} id="g-marks" title="Markers, marks, tracks"><${Marks} /><//>
      <${Part} id="g-buttons" title="Buttons"><${Buttons} /><//>
      <${Part} id="g-cards" title="Actions as cards"><${Choosing} /><//>
      <${Part} id="g-fields" title="Fields"><${Fields} /><//>
      <${Part} id="g-notices" title="Notices and banners"><${Notices} /><//>
      <${Part} id="g-opening" title="What opens, what takes long"><${Opening} /><//>
      <${Part} id="g-lists" title="Lists"><${Lists} /><//>
      <${Part} id="g-figures" title="Figures"><${Figures} /><//>
      <${Part} id="g-panels" title="Panels">
        <div class="columns-3">${tabs.slice(0, 3).map((one) => html`<${Panel} key=${one.id} id=${one.id} current=${tab} title=${one.label}><div class="card"><div class="card-body"><h3>${one.label}</h3><p class="quiet">One at a time on a phone, side by side here.</p></div></div><//>`)}</div><//>
    </main>
    <${TabBar} label="Parts of the page" tabs=${tabs} current=${tab} onPick=${setTab} />`;
}

const root = document.getElementById("gallery");
const data = /** @type {{ texts: import("./words.js").Texts }} */ (pageData());
if (root) render(html`<${Words.Provider} value=${data.texts}><${Gallery} /><//>`, root);
