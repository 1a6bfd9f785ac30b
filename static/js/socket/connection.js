/**
 * The line of a page to its table: connects, stays, notices silence, and comes back.
 *
 * Nothing here knows what a command or a view means.
 */
import { Asking } from "./asking.js";
import { NOTHING } from "./frames.js";

/**
 * @typedef {import("../protocol.js").View} View
 * @typedef {import("./asking.js").Answer} Answer
 * @typedef {import("./asking.js").Older} Older
 * @typedef {import("./frames.js").Snapshot} Snapshot
 */

const DEAD_MS = 45_000;
const STALE_MS = 25_000;
const OPENING_MS = 10_000;
const CHECK_MS = 2_000;
/** So long an answer may take before the page says that the line is slow. */
const SLOW_MS = 4_000;
/** So long nothing may come while an answer is owed: then it is asked for again on a new connection. */
const UNANSWERED_MS = 12_000;
const FIRST_WAIT_MS = 250;
const QUICK_WAIT_MS = 1_500;
const QUICK_FOR_MS = 30_000;
const LONG_WAIT_MS = 10_000;
const RESTART_WAIT_MS = 2_000;

/** Codes after which a new connection would end the same way. */
const FINAL = new Set([4001, 4400, 4401, 4403, 4408, 4410]);
const RESTARTS = new Set([1001, 1011, 1012]);
/** Viewers who see one table at a time. */
const ALONE = new Set(["waiting", "seat", "observer"]);
const ELSEWHERE = 4307;
/** What a browser gives where a connection ended without a word. */
const LOST = 1006;
/** The frame that was just sent is at fault: it must not go out again. */
const TOO_BIG = 1009;

/**
 * How long to wait before the next try, with full jitter so that a class does not come back at once.
 * @param {number} tries failed ones so far
 * @param {number} downMs how long the line has been down
 */
function waitBefore(tries, downMs) {
  const most = downMs < QUICK_FOR_MS ? Math.min(QUICK_WAIT_MS, FIRST_WAIT_MS * 2 ** tries) : LONG_WAIT_MS;
  return Math.random() * most;
}

/** One line to one address. */
export class Connection {
  /**
   * @param {string} address a path of this host
   * @param {(snapshot: Snapshot) => void} tell called after every change
   */
  constructor(address, tell) {
    this.address = address;
    this.tell = tell;
    /** @type {Snapshot} */
    this.now = NOTHING;
    /** @type {WebSocket | null} */
    this.socket = null;
    this.asking = new Asking((text) => this.post(text));
    this.viewer = "";
    /** @type {Map<string, number>} the newest version of each table on this connection */
    this.versions = new Map();
    this.tries = 0;
    this.downSince = Date.now();
    this.heard = Date.now();
    this.retry = 0;
    this.checks = setInterval(() => this.check(DEAD_MS), CHECK_MS);
    this.wake = () => document.visibilityState === "visible" && this.check(STALE_MS, true);
    document.addEventListener("visibilitychange", this.wake);
    // The device says that it has no network: a connection that is still good comes back at once.
    this.fall = () => this.now.state === "open" && this.closed(LOST);
    window.addEventListener("online", this.wake);
    window.addEventListener("offline", this.fall);
    window.addEventListener("pageshow", this.wake);
    this.open();
  }

  /** Ends it for good; commands that wait are told so. */
  stop() {
    clearInterval(this.checks);
    clearTimeout(this.retry);
    document.removeEventListener("visibilitychange", this.wake);
    window.removeEventListener("online", this.wake);
    window.removeEventListener("offline", this.fall);
    window.removeEventListener("pageshow", this.wake);
    this.drop();
    this.asking.end("ended");
  }

  /** Tries again after an end, for instance where another device took the place. */
  again() {
    if (this.now.state === "ended") this.open();
  }

  /** @param {Partial<Snapshot>} change */
  set(change) {
    this.now = { ...this.now, ...change };
    this.tell(this.now);
  }

  open() {
    this.drop();
    this.asking.begin();
    this.versions.clear();
    this.heard = Date.now();
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(`${scheme}//${location.host}${this.address}`);
    this.socket = socket;
    socket.addEventListener("open", () => this.socket === socket && this.asking.opened());
    socket.addEventListener("message", (event) => this.socket === socket && this.hear(String(event.data)));
    socket.addEventListener("close", (event) => this.socket === socket && this.closed(event.code, event.reason));
    this.set({ state: this.now.frame ? "reconnecting" : "connecting", code: null, slow: false });
  }

  /** Lets go of the connection of now without hearing its last words. */
  drop() {
    const socket = this.socket;
    this.socket = null;
    this.asking.lost();
    socket?.close();
  }

  /**
   * @param {number} code
   * @param {string} [reason] leads to another worker of the server, after `ELSEWHERE`
   */
  closed(code, reason) {
    if (this.now.state === "open") {
      this.tries = 0;
      this.downSince = Date.now();
    }
    this.drop();
    if (code === TOO_BIG) this.asking.refuseAll("too_large");
    if (FINAL.has(code)) {
      this.set({ state: "ended", code });
      this.asking.end("ended");
      return;
    }
    this.set({ state: this.now.frame ? "reconnecting" : "connecting", slow: false });
    if (code === ELSEWHERE) this.address = `${this.address.split("?")[0]}?${reason}`;
    this.later(RESTARTS.has(code) && this.tries === 0 ? Math.random() * RESTART_WAIT_MS : undefined);
  }

  /** @param {number} [ms] */
  later(ms) {
    clearTimeout(this.retry);
    const wait = ms ?? waitBefore(this.tries, Date.now() - this.downSince);
    this.tries += 1;
    this.retry = setTimeout(() => this.open(), wait);
  }

  /**
   * Opens a new connection where this one has been silent for too long.
   * @param {number} silence ms that are too long
   * @param {boolean} [awake] the page has just come back to life: wait for nothing
   */
  check(silence, awake = false) {
    if (this.now.state === "ended") return;
    this.weigh();
    const limit = this.socket?.readyState === WebSocket.CONNECTING ? OPENING_MS : silence;
    if (this.socket && Date.now() - this.heard <= limit) return;
    if (!this.socket && !awake) return;
    clearTimeout(this.retry);
    if (this.now.state === "open") this.downSince = Date.now();
    this.open();
  }

  /** Says that an answer is long in coming; gives the connection up where nothing comes at all. */
  weigh() {
    const since = this.now.state === "open" ? this.asking.owedSince() : null;
    const owedMs = since === null ? 0 : Date.now() - since;
    if (Math.min(owedMs, Date.now() - this.heard) > UNANSWERED_MS) this.closed(LOST);
    else if (owedMs > SLOW_MS !== this.now.slow) this.set({ slow: owedMs > SLOW_MS });
  }

  /** @param {string} text */
  hear(text) {
    this.heard = Date.now();
    const frame = JSON.parse(text);
    if (frame.type === "view") this.see(frame);
    else if (frame.type === "tick") this.tick(frame);
    else this.asking.answered(frame);
    if (this.now.slow) this.weigh();
  }

  /** @param {{ table: string | null, version: number, at_ms: number, view: View }} came */
  see(came) {
    const key = came.table ?? "";
    const { kind, seat } = came.view;
    // An evaluator sees what an observer sees, at every table of the session.
    const alone = ALONE.has(kind) && !this.address.startsWith("/socket/evaluator/");
    const viewer = `${kind} ${seat ?? ""} ${key}`;
    // Who moves is another viewer from then on, whose views are counted anew.
    if (alone && viewer !== this.viewer) this.versions.clear();
    this.viewer = viewer;
    const fresh = !this.versions.has(key);
    if ((this.versions.get(key) ?? 0) > came.version) return;
    this.versions.set(key, came.version);
    const frame = {
      view: came.view, version: came.version, atMs: came.at_ms,
      running: came.view.clock?.running ?? false, since: performance.now(), pace: came.view.session.pace ?? 1,
    };
    const frames = new Map(alone ? [] : this.now.frames);
    frames.set(key, frame);
    this.tries = 0;
    this.set({ state: "open", frame: frames.values().next().value ?? frame, frames });
    this.asking.seen(key, came.version, fresh);
  }

  /** @param {{ table?: string | null, at_ms: number, running: boolean }} tick */
  tick(tick) {
    const frames = new Map(this.now.frames);
    for (const [key, frame] of frames) {
      if (!tick.table || tick.table === key) {
        frames.set(key, { ...frame, atMs: tick.at_ms, running: tick.running, since: performance.now() });
      }
    }
    this.set({ frames, frame: frames.values().next().value ?? null });
  }

  /** @param {string} text */
  post(text) {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(text);
    return true;
  }

  /**
   * Sends a command; the promise is kept when it is answered and the page has seen what came of it.
   * @param {object} command
   * @param {string | null} [table] for a facilitator
   * @returns {Promise<Answer>}
   */
  send(command, table = null) {
    return new Promise((give) => {
      const frame = { command, seen: this.phaseOf(table), ...(table !== null && { table }) };
      this.asking.ask(frame, (answer, late) => {
        if (answer.type !== "done") {
          const { reason = "malformed", detail, sentence } = answer;
          give({ refused: true, reason: String(reason), detail: String(detail ?? sentence ?? ""), late });
          return;
        }
        const version = Number(answer.version);
        this.asking.whenShown(table, version, this.newest(table), () => give({ done: true, version }));
      });
    });
  }

  /**
   * The phase that the page shows now: what is pressed means this one, however late it arrives.
   * @param {string | null} table
   * @returns {import("../protocol.js").Seen | undefined}
   */
  phaseOf(table) {
    const frame = table === null ? this.now.frame : this.now.frames.get(table);
    const now = frame?.view.public;
    return now ? { round: now.round, quarter: now.quarter, phase: now.phase } : undefined;
  }

  /**
   * Older lines of the log.
   * @param {number} before the number of the first line that the page has
   * @param {string | null} [table] for a facilitator
   * @returns {Promise<Older>}
   */
  older(before, table = null) {
    return new Promise((give) => {
      const frame = table === null ? { older: before } : { older: before, table };
      this.asking.ask(frame, (answer) => {
        const found = /** @type {unknown} */ (answer);
        give(answer.type === "lines" ? /** @type {Older} */ (found) : { first: before, lines: [] });
      });
    });
  }

  /** The newest version that came of a table, of any where none is named. @param {string | null} table */
  newest(table) {
    return table === null ? Math.max(-1, ...this.versions.values()) : (this.versions.get(table) ?? -1);
  }
}
