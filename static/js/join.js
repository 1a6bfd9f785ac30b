/** The way in: what is recorded, the code, a name, a seat. A seat is taken by POST alone. */
import { html, render, useEffect, useRef, useState } from "./dom.js";
import { ask, read } from "./ask.js";
import { readBoard, seatOf } from "./board.js";
import { pageData } from "./pagedata.js";
import { Button } from "./parts/button.js";
import { TextField } from "./parts/field.js";
import { Icon } from "./parts/icon.js";
import { announce } from "./parts/liveregion.js";
import { Banner, Notice } from "./parts/notice.js";
import { ThemeToggle } from "./parts/theme.js";
import { TopBar } from "./parts/topbar.js";
import { useWord, Words } from "./words.js";
import { WayBack } from "./join/back.js";
import { rememberPlace } from "./join/places.js";
import { chosen, isOpen, SeatCards } from "./join/seats.js";
import { JOIN_TEXTS } from "./join/texts.js";
import { useWait, waitWords } from "./join/wait.js";

/**
 * @typedef {import("./ask.js").Fault} Fault
 * @typedef {import("./board.js").Board} Board
 * @typedef {import("./join/seats.js").Look} Look
 * @typedef {{ page: "join", code: string, retention_days: number }} JoinPage
 * @typedef {{ at: "code" | "name" | "seat" | "page", text: string } | null} Said what is wrong, and beside which field
 */

const NAME_KEY = "join-name";

/** @param {string | null} [name] given: kept for a reload */
function nameDraft(name) {
  try {
    if (name !== undefined && name !== null) sessionStorage.setItem(NAME_KEY, name);
    return sessionStorage.getItem(NAME_KEY) ?? "";
  } catch {
    // Storage may be closed to this page; the draft then lasts as long as the page.
    return name ?? "";
  }
}

/** Whether the device says that it has a network at all. */
function useOnline() {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, []);
  return online;
}

/** @param {{ days: number, watched?: string }} props `watched`: what evaluators see, once that is known */
function First({ days, watched = "no" }) {
  const say = useWord();
  const kept = days === 0 ? "until" : days === 1 ? "day" : "days";
  const line = (/** @type {string} */ icon, /** @type {string} */ text) => {
    const [lead = "", ...rest] = text.split(": ");
    return html`<li><${Icon} name=${icon} /><span><span class="strong">${lead}:</span> ${rest.join(": ")}</span></li>`;
  };
  return html`<section class="join-first" aria-labelledby="first">
    <h2 id="first">${say("join.first.title")}</h2>
    <ul>
      ${line("scroll-text", say("join.first.recorded"))}
      ${line("eye", say("join.first.confidence"))}
      ${watched !== "no" && line("square-check", say(`join.first.watched_${watched}`))}
      ${line("user", say("join.first.shoulder"))}
      ${line("hourglass", say(`join.first.kept_${kept}`, { days }))}
    </ul>
  </section>`;
}

/**
 * @param {(key: string) => string} say
 * @param {Fault} fault
 */
function faultWords(say, fault) {
  if (fault.sentence) return fault.sentence;
  if (!navigator.onLine) return say("join.offline");
  return say(fault.status === 0 ? "join.unreachable" : "join.broken");
}

/**
 * The code and what it opens.
 * @param {string} first the code of the address, looked up at once
 */
function useCode(first) {
  const say = useWord();
  const [code, setCode] = useState(first);
  const [look, setLook] = useState(/** @type {Look | null} */ (null));
  const [board, setBoard] = useState(/** @type {Board | null} */ (null));
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState(/** @type {Said} */ (null));
  const { left, wait } = useWait();

  const blame = (/** @type {Fault} */ fault) => {
    const text = faultWords(say, fault);
    wait(fault.retryS);
    setSaid({ at: "code", text });
    announce(text);
  };
  const names = async (/** @type {string} */ digest) => {
    const answer = await read(`/board/${encodeURIComponent(digest)}`);
    if (answer.ok) setBoard(readBoard(/** @type {import("./board.js").SentBoard} */ (answer.value)));
  };
  /** @returns {Promise<boolean>} whether it opens something */
  const find = async () => {
    if (code.trim() === "") {
      const text = say("join.code.empty");
      setSaid({ at: "code", text });
      announce(text);
      return false;
    }
    setBusy(true);
    const answer = await ask("/api/join/look", { code: code.trim() });
    if (answer.ok) {
      const found = /** @type {Look} */ (answer.value);
      await names(found.ruleset.digest);
      setLook(found);
      setSaid(null);
    } else {
      setLook(null);
      blame(answer);
    }
    setBusy(false);
    return answer.ok;
  };
  const type = (/** @type {string} */ value) => {
    setCode(value);
    setSaid(null);
  };
  const forget = () => setLook(null);
  return { code, type, look, board, busy, said, left, find, forget, blame };
}

/** @param {{ state: ReturnType<typeof useCode>, onFind: () => void }} props */
function CodeForm({ state, onFind }) {
  const say = useWord();
  const { code, type, busy, said, left } = state;
  const waits = waitWords(say, left);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!busy && left === 0) onFind();
  };
  return html`<form class="card card-roomy" onSubmit=${submit} noValidate>
    <div class="card-body">
      <${TextField} label=${say("join.code.label")} help=${say("join.code.help")} error=${said?.text ?? null} code
        name="code" value=${code} onInput=${type} maxLength=${60} autocomplete="off" />
      <${Button} kind="primary" type="submit" big wide icon="arrow-right" busy=${busy} reason=${waits}>
        ${say(busy ? "join.code.looking" : "join.code.go")}<//>
    </div>
  </form>`;
}

/**
 * @param {{ state: ReturnType<typeof useCode>, look: Look }} props
 */
function SeatForm({ state, look }) {
  const say = useWord();
  const [name, setName] = useState(() => nameDraft());
  const [choice, setChoice] = useState(/** @type {string | null} */ (null));
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState(/** @type {Said} */ (null));
  const { left, wait } = useWait();
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  const title = useRef(/** @type {HTMLHeadingElement | null} */ (null));
  useEffect(() => title.current?.focus(), []);

  const complain = (/** @type {Said} */ what) => {
    setSaid(what);
    if (!what) return;
    announce(what.text);
    const field = what.at === "seat" ? "input[name=seat]:not(:disabled)" : "input[name=name]";
    const found = /** @type {HTMLElement | null | undefined} */ (form.current?.querySelector(field));
    found?.focus();
  };
  const write = (/** @type {string} */ value) => {
    setName(value);
    nameDraft(value);
    if (said?.at === "name") setSaid(null);
  };
  const pick = (/** @type {string} */ value) => {
    setChoice(value);
    if (said?.at === "seat") setSaid(null);
  };
  const refused = async (/** @type {Fault} */ fault) => {
    wait(fault.retryS);
    if (fault.reason === "seat_taken") {
      await state.find();
      setChoice(null);
      complain({ at: "seat", text: say("join.seat.gone") });
    } else if (fault.where.endsWith("name")) complain({ at: "name", text: fault.sentence });
    else if (fault.where.endsWith("code") || fault.status === 404 || fault.status === 410) {
      state.forget();
      state.blame(fault);
    } else complain({ at: "page", text: faultWords(say, fault) });
  };
  const enter = async () => {
    const place = chosen(choice);
    setBusy(true);
    const answer = await ask("/api/join", { code: state.code.trim(), name: name.trim(), ...(place ?? {}) });
    setBusy(false);
    if (!answer.ok) {
      await refused(answer);
      return;
    }
    const { person, address, seat } = /** @type {{ person: string, address: string, seat: string | null }} */ (answer.value);
    const at = seat === null ? null : state.board ? seatOf(state.board, seat).name : seat;
    rememberPlace({ address, person, session: look.session.title, seat: at });
    location.assign(address);
  };
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy || left > 0) return;
    if (name.trim() === "") complain({ at: "name", text: say("join.name.empty") });
    else if (isOpen(look) && choice === null) complain({ at: "seat", text: say("join.seat.pick") });
    else void enter();
  };
  const beside = (/** @type {"name" | "seat"} */ at) => (said?.at === at ? said.text : null);
  return html`<form class="card card-roomy" onSubmit=${submit} ref=${form} noValidate>
    <div class="card-body">
      <div class="join-game">
        <div class="stack-s grow">
          <h2 ref=${title} tabindex="-1"><bdi>${look.session.title}</bdi></h2>
          <p class="quiet small"><bdi>${look.ruleset.title}</bdi>: ${look.ruleset.blurb}</p>
        </div>
        <${Button} kind="quiet" onClick=${state.forget}>${say("join.code.change")}<//>
      </div>
      <${TextField} label=${say("join.name.label")} help=${say("join.name.help")} error=${beside("name")}
        name="name" value=${name} onInput=${write} maxLength=${80} autocomplete="given-name" />
      ${!state.board && html`<${Notice}>${say("join.names_missing")}<//>`}
      <${SeatCards} look=${look} board=${state.board} value=${choice} error=${beside("seat")} onChange=${pick} />
      ${said?.at === "page" && html`<${Notice} kind="bad">${said.text}<//>`}
      <${Button} kind="primary" type="submit" big wide icon="arrow-right" busy=${busy} reason=${waitWords(say, left)}>
        ${say(busy ? "join.going" : "join.go")}<//>
    </div>
  </form>`;
}

/** @param {{ page: JoinPage }} props */
function Join({ page }) {
  const say = useWord();
  const state = useCode(page.code);
  const online = useOnline();
  const find = () =>
    void state.find().then((found) => {
      if (!found) /** @type {HTMLElement | null} */ (document.querySelector("input[name=code]"))?.focus();
    });
  useEffect(() => {
    if (page.code) find();
  }, []);
  const { look } = state;
  return html`
    ${!online && html`<${Banner} icon="wifi-off" thin>${say("join.offline")}<//>`}
    <${TopBar} title=${say("join.title")} detail=${say("join.detail")} side=${html`<${ThemeToggle} />`} deep />
    <div class="page page-narrow over-table stack">
      <${WayBack} />
      <${First} days=${page.retention_days} watched=${look?.watched} />
      ${look
        ? html`<${SeatForm} key=${look.session.id} state=${state} look=${look} />`
        : html`<${CodeForm} state=${state} onFind=${find} />`}
    </div>`;
}

const data = /** @type {JoinPage} */ (pageData());
const place = document.getElementById("join");
if (place) render(html`<${Words.Provider} value=${JOIN_TEXTS}><${Join} page=${data} /><//>`, place);
