/**
 * The page's line to its table: connects, stays, comes back, and gets every command answered once.
 *
 * A command keeps its id until the server has answered it, over as many connections as that takes;
 * the server carries one id out once. Nothing here knows what a command or a view means.
 */
import { useEffect, useState } from "./dom.js";

/**
 * @typedef {import("./shapes.js").View} View
 * @typedef {import("./shapes.js").Line} Line
 * @typedef {"connecting" | "open" | "reconnecting" | "ended"} LineState
 * @typedef {{ done: true, version: number } | { refused: true, reason: string, detail: string }} Answer
 * @typedef {{ first: number, lines: readonly Line[] }} Older
 * @typedef {object} Frame the newest view of one table, and when it came
 * @property {View} view
 * @property {number} version comparable within one connection
 * @property {number} atMs game time when it came
 * @property {boolean} running whether game time goes on
 * @property {number} pace how many times as fast as the wall clock: a rehearsal hurries
 * @property {number} since `performance.now()` when `atMs` was true
 * @typedef {object} Snapshot
 * @property {LineState} state
 * @property {number | null} code the close code where the state is `ended`
 * @property {Frame | null} frame of the only table, or of the one that came first
 * @property {ReadonlyMap<string, Frame>} frames by table; a waiting view stands under ""
 * @typedef {{ text: string, sent: boolean, settle: (frame: { type: string } & Record<string, unknown>) => void }} Pending
 */

const DEAD_MS = 45_000;
const STALE_MS = 25_000;
const OPENING_MS = 10_000;
const FIRST_WAIT_MS = 250;
const QUICK_WAIT_MS = 1_500;
const QUICK_FOR_MS = 30_000;
const LONG_WAIT_MS = 10_000;
const RESTART_WAIT_MS = 2_000;
const VIEW_WAIT_MS = 2_000;
/** What waited while the line was down: so many at once, then one by one; the server takes ten a second. */
const AT_ONCE = 10;
const PACE_MS = 120;

/** Codes after which a new connection would end the same way. */
const FINAL = new Set([4001, 4400, 4401, 4403, 4408, 4410]);
const RESTARTS = new Set([1001, 1011, 1012]);
/** Viewers who see one table at a time. */
const ALONE = new Set(["waiting", "seat", "observer"]);
const ELSEWHERE = 4307;
/** The frame that was just sent is at fault: it must not go out again. */
const TOO_BIG = 1009;

/** An id that no other command has; `crypto.randomUUID` would need HTTPS. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `c-${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/**
 * How long to wait before the next try, with full jitter so that a class does not come back at once.
 * @param {number} tries failed ones so far
 * @param {number} downMs how long the line has been down
 */
export function waitBefore(tries, downMs) {
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
    this.now = { state: "connecting", code: null, frame: null, frames: new Map() };
    /** @type {WebSocket | null} */
    this.socket = null;
    /** @type {Map<string, Pending>} */
    this.pending = new Map();
    /** @type {Set<{ table: string | null, version: number, show: () => void }>} answered, not yet shown */
    this.unseen = new Set();
    this.viewer = "";
    /** @type {Map<string, number>} the newest version of each table on this connection */
    this.versions = new Map();
    this.tries = 0;
    this.downSince = Date.now();
    this.heard = Date.now();
    this.retry = 0;
    this.watch = setInterval(() => this.check(DEAD_MS), 5_000);
    this.wake = () => document.visibilityState === "visible" && this.check(STALE_MS, true);
    document.addEventListener("visibilitychange", this.wake);
    window.addEventListener("online", this.wake);
    window.addEventListener("pageshow", this.wake);
    this.open();
  }

  /** Ends it for good; commands that wait are told so. */
  stop() {
    clearInterval(this.watch);
    clearTimeout(this.retry);
    document.removeEventListener("visibilitychange", this.wake);
    window.removeEventListener("online", this.wake);
    window.removeEventListener("pageshow", this.wake);
    this.drop();
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
    this.versions.clear();
    this.heard = Date.now();
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(`${scheme}//${location.host}${this.address}`);
    this.socket = socket;
    socket.addEventListener("open", () => this.socket === socket && this.opened());
    socket.addEventListener("message", (event) => this.socket === socket && this.hear(String(event.data)));
    socket.addEventListener("close", (event) => this.socket === socket && this.closed(event.code, event.reason));
    this.set({ state: this.now.frame ? "reconnecting" : "connecting", code: null });
  }

  opened() {
    [...this.pending.values()].forEach((pending, place) =>
      setTimeout(() => this.post(pending), Math.max(0, place - AT_ONCE) * PACE_MS),
    );
  }

  /** Lets go of the connection of now without hearing its last words. */
  drop() {
    const socket = this.socket;
    this.socket = null;
    for (const pending of this.pending.values()) pending.sent = false;
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
    if (code === TOO_BIG) this.refuseAll("too_large");
    if (FINAL.has(code)) {
      this.set({ state: "ended", code });
      this.refuseAll("ended");
      return;
    }
    this.set({ state: this.now.frame ? "reconnecting" : "connecting" });
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
    const limit = this.socket?.readyState === WebSocket.CONNECTING ? OPENING_MS : silence;
    if (this.socket && Date.now() - this.heard <= limit) return;
    if (!this.socket && !awake) return;
    clearTimeout(this.retry);
    if (this.now.state === "open") this.downSince = Date.now();
    this.open();
  }

  /** @param {string} text */
  hear(text) {
    this.heard = Date.now();
    const frame = JSON.parse(text);
    if (frame.type === "view") this.see(frame);
    else if (frame.type === "tick") this.tick(frame);
    else this.pending.get(frame.id)?.settle(frame);
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
    for (const one of [...this.unseen]) {
      if (fresh || ((one.table === null || one.table === key) && came.version >= one.version)) one.show();
    }
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

  /** @param {Pending} pending */
  post(pending) {
    if (this.socket?.readyState !== WebSocket.OPEN || pending.sent) return;
    pending.sent = true;
    this.socket.send(pending.text);
  }

  /** @param {string} reason */
  refuseAll(reason) {
    for (const pending of [...this.pending.values()]) pending.settle({ type: "refused", reason, detail: "" });
  }

  /**
   * Sends a command; the promise is kept when it is answered and the page has seen what came of it.
   * @param {object} command
   * @param {string | null} [table] for a facilitator
   * @returns {Promise<Answer>}
   */
  send(command, table = null) {
    return new Promise((give) => {
      const frame = table === null ? { command } : { command, table };
      this.ask(frame, (answer) => {
        if (answer.type !== "done") {
          const { reason = "malformed", detail, sentence } = answer;
          give({ refused: true, reason: String(reason), detail: String(detail ?? sentence ?? "") });
          return;
        }
        const version = Number(answer.version);
        this.whenShown(table, version, () => give({ done: true, version }));
      });
    });
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
      this.ask(frame, (answer) => {
        const found = /** @type {unknown} */ (answer);
        give(answer.type === "lines" ? /** @type {Older} */ (found) : { first: before, lines: [] });
      });
    });
  }

  /**
   * @param {object} frame
   * @param {(answer: { type: string } & Record<string, unknown>) => void} settled
   */
  ask(frame, settled) {
    const id = newId();
    /** @type {Pending} */
    const pending = {
      text: JSON.stringify({ id, ...frame }), sent: false,
      settle: (answer) => {
        pending.sent = true;
        this.pending.delete(id);
        settled(answer);
      },
    };
    if (this.now.state === "ended") {
      settled({ type: "refused", reason: "ended", detail: "" });
      return;
    }
    this.pending.set(id, pending);
    this.post(pending);
  }

  /**
   * @param {string | null} table
   * @param {number} version
   * @param {() => void} show
   */
  whenShown(table, version, show) {
    const newest = table === null ? Math.max(-1, ...this.versions.values()) : (this.versions.get(table) ?? -1);
    if (newest >= version) {
      show();
      return;
    }
    const one = { table, version, show: () => this.unseen.delete(one) && show() };
    this.unseen.add(one);
    setTimeout(one.show, VIEW_WAIT_MS);
  }
}

/**
 * Game time now, in milliseconds.
 * @param {Frame} frame
 */
export function gameTime(frame) {
  return frame.atMs + (frame.running ? (performance.now() - frame.since) * frame.pace : 0);
}

/**
 * The line of a page, for as long as the page lasts.
 *
 * `view` and `atMs` are those of the only table (a facilitator reads `frames`). `send` and `older`
 * always come to an answer, if need be after a reconnection; `again` tries anew after an end.
 *
 * @param {string} address
 */
export function useSocket(address) {
  const [line, setLine] = useState(/** @type {Connection | null} */ (null));
  const [snapshot, setSnapshot] = useState(
    /** @type {Snapshot} */ ({ state: "connecting", code: null, frame: null, frames: new Map() }),
  );
  useEffect(() => {
    const made = new Connection(address, setSnapshot);
    setLine(made);
    return () => made.stop();
  }, [address]);
  const { frame } = snapshot;
  return {
    ...snapshot,
    view: frame?.view ?? null,
    atMs: frame?.atMs ?? 0,
    running: frame?.running ?? false,
    now: () => (frame ? gameTime(frame) : 0),
    /** @type {(command: object, table?: string | null) => Promise<Answer>} */
    send: (command, table = null) =>
      line ? line.send(command, table) : Promise.resolve({ refused: true, reason: "busy", detail: "" }),
    /** @type {(before: number, table?: string | null) => Promise<Older>} */
    older: (before, table = null) =>
      line ? line.older(before, table) : Promise.resolve({ first: before, lines: [] }),
    again: () => line?.again(),
  };
}
