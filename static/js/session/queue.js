/** The attention queue: one ranked list of what needs a human now, each with what can be done at once. */
import { html, useContext, useEffect, useRef, useState } from "../dom.js";
import { seatOf } from "../board.js";
import { peopleOf } from "../people.js";
import { gameTime } from "../socket/frames.js";
import { useWord } from "../words.js";
import { Icon } from "../parts/icon.js";
import { Marker } from "../parts/marker.js";
import { ActButton } from "./act.js";
import { held, needsOf } from "./attention.js";
import { activityOf, useDesk } from "./desk.js";
import { proposed, ScriptContext } from "./injects/data.js";
import { remaining } from "./moment.js";
import "./texts/attention.js";
import "./texts/seats.js";

/** @typedef {import("./attention.js").Need} Need */

const LOOK_AGAIN_MS = 5_000;
const QUIET = "console quiet minutes";
const MINUTES = Object.freeze([2, 3, 4, 6, 8]);
const FOUR = 4;
const ICONS = Object.freeze({ help: "hand", gone: "wifi-off", empty: "user", blocking: "hourglass", back: "wifi", stood: "bot", offers: "handshake", silent: "clock", pair: "users", inject: "zap" });

/** After how many minutes a seat is silent; kept in this browser. */
function useQuiet() {
  const [minutes, setMinutes] = useState(() => {
    try {
      return Number(localStorage.getItem(QUIET)) || FOUR;
    } catch {
      return FOUR;
    }
  });
  const set = (/** @type {number} */ next) => {
    setMinutes(next);
    try {
      localStorage.setItem(QUIET, String(next));
    } catch {
      // Storage may be closed to this page; the choice then lasts as long as the page.
    }
  };
  return /** @type {const} */ ([minutes, set]);
}

/** Renders again every few seconds: silence grows while nothing comes. @param {() => void} look called each time */
function useTick(look) {
  const [, turn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      look();
      turn((now) => now + 1);
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
}

/** @param {{ need: Need & { settled?: boolean }, onSeat: (seat: string, part?: string) => void }} props */
function Acts({ need, onSeat }) {
  const say = useWord();
  const { table, control, ask, bot, pub } = useDesk();
  const { show } = useContext(ScriptContext);
  const place = table.seats.find((one) => one.seat === need.seat);
  const back = peopleOf(place)[0];
  const open = (/** @type {string} */ part) => () => {
    onSeat(need.seat, part);
    return Promise.resolve(null);
  };
  const remind = (/** @type {string} */ key, /** @type {string} */ to = need.seat) => () => control({ type: "speak", text: say(key), to });
  const drop = html`<${ActButton} key="drop" kind="quiet" icon="ban" run=${() => control({ type: "drop_seat", seat: need.seat })}>${say("need.drop")}<//>`;
  const bots = html`<${ActButton} key="bot" icon="bot" run=${() => ask("seat", { table: table.id, seat: need.seat, bot })}>${say("need.bot")}<//>`;
  switch (need.kind) {
    case "help":
      return html`<${ActButton} kind="primary" icon="message-square" run=${open("help")}>${say("need.answer")}<//>
        <${ActButton} kind="quiet" icon="check" run=${() => control({ type: "settle_help", seat: need.seat })}>${say("seat.settle")}<//>`;
    case "gone":
      return html`${bots}${drop}`;
    case "stood":
      return html`<${ActButton} icon="qr-code" run=${open("")}>${say("need.way_back")}<//>`;
    case "empty":
      return bots;
    case "inject":
      return html`<button type="button" class="button button-outline" onClick=${show}><${Icon} name="arrow-down" /><span>${say("need.to_injects")}</span></button>`;
    case "back":
      return back ? html`<${ActButton} kind="primary" icon="user" run=${() => ask("seat", { table: table.id, seat: need.seat, person: back.person })}>${say("need.hand_back", { name: back.name })}<//>` : null;
    case "blocking":
      return html`<${ActButton} icon="hand" run=${open("act")}>${say("need.act")}<//>${drop}`;
    case "offers":
      return html`<${ActButton} icon="send" run=${remind("remind.offers")}>${say("need.remind")}<//>
        ${pub.length_s !== null && html`<${ActButton} kind="quiet" icon="timer" run=${() => control({ type: "extend", seconds: 60 })}>${say("need.minute")}<//>`}`;
    case "silent":
      return html`<${ActButton} icon="send" run=${remind(`remind.${pub.phase}`)}>${say("need.remind")}<//>
        <${ActButton} kind="quiet" icon="eye" run=${open("look")}>${say("need.look")}<//>`;
    default:
      return html`<${ActButton} icon="send" run=${async () => (await both(need))}>${say("need.remind_both")}<//>`;
  }
  /** @param {Need} pair */
  async function both(pair) {
    return (await remind("remind.pair", pair.seat)()) ?? (await remind("remind.pair", pair.other)());
  }
}

/** The key of its sentence. @param {Need} need */
const wordsOf = (need) => (need.stands ? `need.inject_${need.stands}` : need.soon ? `need.${need.kind}_soon` : `need.${need.kind}`);

/** @param {{ need: Need & { settled?: boolean }, onSeat: (seat: string, part?: string) => void }} props */
function Item({ need, onSeat }) {
  const say = useWord();
  const { board, staff, frame } = useDesk();
  const seat = seatOf(board, need.seat);
  const other = need.other ? seatOf(board, need.other) : null;
  const asked = need.kind === "help" ? staff.seats.find((one) => one.seat === need.seat)?.help_text : null;
  const words = asked ? frame.view.words[asked] : null;
  return html`<li class="need" data-kind=${need.kind} data-settled=${String(need.settled ?? false)}>
    <span class="need-who">${need.seat && html`<${Marker} look=${seat.look} code=${seat.code} size=${28} />`}${other && html`<${Marker} look=${other.look} code=${other.code} size=${28} />`}</span>
    <div class="need-words"><p><${Icon} name=${ICONS[need.kind]} size="s" /> ${say(wordsOf(need), { soon: need.soon ?? 0, seat: seat.name, other: other?.name ?? "", minutes: need.minutes ?? 0, count: need.count ?? 0, line: need.line ?? 0 })}</p>
      ${words && html`<p class="need-asked"><q><bdi>${words}</bdi></q></p>`}</div>
    <div class="need-acts line">${need.settled ? html`<span class="chip chip-good"><${Icon} name="check" />${say("need.settled")}</span>` : html`<${Acts} need=${need} onSeat=${onSeat} />`}</div>
  </li>`;
}

/** @param {{ onSeat: (seat: string, part?: string) => void }} props opens a part of what can be done for a seat */
export function Queue({ onSeat }) {
  const say = useWord();
  const { pub, staff, table, frame } = useDesk();
  const { script } = useContext(ScriptContext);
  const [quietMin, setQuiet] = useQuiet();
  const [busy, setBusy] = useState(false);
  const shown = useRef(/** @type {readonly Need[]} */ ([]));
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  // A button that goes while it holds the focus tells nobody.
  useTick(() => setBusy((now) => now && (box.current?.matches(":hover, :focus-within") ?? false)));
  if (pub.phase === "ended") return null;
  const left = remaining(frame);
  const now = needsOf({ pub, staff, activity: activityOf(frame.view), places: table.seats, nowMs: gameTime(frame), leftMs: left, quietMin, injects: proposed(script) });
  // Nothing moves while somebody is about to press.
  const list = busy ? held(shown.current, now) : now;
  shown.current = list;
  const rest = (/** @type {FocusEvent} */ event) => {
    const inside = event.currentTarget instanceof HTMLElement && event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
    if (!inside) setBusy(false);
  };
  return html`<section ref=${box} class="card card-flat queue" aria-labelledby="queue-title" onPointerEnter=${() => setBusy(true)} onPointerLeave=${() => setBusy(false)} onFocusIn=${() => setBusy(true)} onFocusOut=${rest}>
    <div class="card-head line-between"><h2 id="queue-title" class="line"><${Icon} name="bell" />${say("queue.title")}${now.length > 0 && html` <span class="chip chip-now">${now.length}</span>`}</h2>
      <label class="line small quiet queue-quiet">${say("queue.quiet")}
        <select class="input" value=${String(quietMin)} onChange=${(/** @type {Event} */ event) => setQuiet(Number(/** @type {HTMLSelectElement} */ (event.currentTarget).value))}>
          ${MINUTES.map((one) => html`<option key=${one} value=${String(one)} selected=${one === quietMin}>${say("queue.minutes", { minutes: one })}</option>`)}</select></label></div>
    <div class="card-body">${list.length === 0
      ? html`<p class="quiet line"><${Icon} name="circle-check" />${say("queue.empty")}</p>`
      : html`<ul class="needs">${list.map((need) => html`<${Item} key=${need.id} need=${need} onSeat=${onSeat} />`)}</ul>`}</div>
  </section>`;
}
