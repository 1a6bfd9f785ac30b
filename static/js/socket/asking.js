/**
 * What is asked over a line, and waits for its answer.
 *
 * A command keeps its id until the server has answered it, over as many connections as that takes;
 * the server carries one id out once. Nothing here knows what a command means.
 */

/**
 * @typedef {import("../protocol.js").Line} Line
 * @typedef {{ done: true, version: number } | { refused: true, reason: string, detail: string, late: boolean }} Answer `late`: the line was lost in between
 * @typedef {{ first: number, lines: readonly Line[] }} Older
 * @typedef {{ type: string } & Record<string, unknown>} Settled an answer as the server words it
 * @typedef {{ text: string, sent: boolean, since: number, late: boolean, settle: (answer: Settled) => void }} Pending `since`: when it went out
 */

const VIEW_WAIT_MS = 2_000;
/** What waited while the line was down: so many at once, then one by one; the server takes ten a second. */
const AT_ONCE = 10;
const PACE_MS = 120;

/** An id that no other command has; `crypto.randomUUID` would need HTTPS. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `c-${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** @param {string} reason @returns {Settled} */
const refusal = (reason) => ({ type: "refused", reason, detail: "" });

/** All that one line is asked. */
export class Asking {
  /** @param {(text: string) => boolean} post whether it went out: a line that is down takes nothing */
  constructor(post) {
    this.post = post;
    /** @type {Map<string, Pending>} */
    this.pending = new Map();
    /** @type {Set<{ table: string | null, version: number, show: () => void }>} answered, not yet shown */
    this.unseen = new Set();
    /** @type {string | null} why nothing can be asked any more */
    this.over = null;
  }

  /** A line is sought: what is asked waits for it. */
  begin() {
    this.over = null;
  }

  /** The line is there: what waited goes out, at the pace that the server takes. */
  opened() {
    [...this.pending.values()].forEach((pending, place) =>
      setTimeout(() => this.go(pending), Math.max(0, place - AT_ONCE) * PACE_MS),
    );
  }

  /** The line is gone: nobody knows what of it arrived. */
  lost() {
    for (const pending of this.pending.values()) {
      pending.late ||= pending.sent;
      pending.sent = false;
    }
  }

  /** Refuses all that waits, and from now on whatever is asked. @param {string} reason */
  end(reason) {
    this.over = reason;
    this.refuseAll(reason);
  }

  /** @param {string} reason */
  refuseAll(reason) {
    for (const pending of [...this.pending.values()]) pending.settle(refusal(reason));
  }

  /** @param {Pending} pending */
  go(pending) {
    if (pending.sent) return;
    pending.sent = this.post(pending.text);
    pending.since = Date.now();
  }

  /** Since when an answer has been owed the longest; null: none is. */
  owedSince() {
    const sent = [...this.pending.values()].filter((one) => one.sent);
    return sent.length ? Math.min(...sent.map((one) => one.since)) : null;
  }

  /** An answer came. @param {Settled & { id: string }} answer */
  answered(answer) {
    this.pending.get(answer.id)?.settle(answer);
  }

  /**
   * @param {object} frame
   * @param {(answer: Settled, late: boolean) => void} settled `late`: the line was lost in between
   */
  ask(frame, settled) {
    if (this.over !== null) {
      settled(refusal(this.over), false);
      return;
    }
    const id = newId();
    /** @type {Pending} */
    const pending = {
      text: JSON.stringify({ id, ...frame }), sent: false, since: 0, late: false,
      settle: (answer) => {
        pending.sent = true;
        this.pending.delete(id);
        settled(answer, pending.late);
      },
    };
    this.pending.set(id, pending);
    this.go(pending);
  }

  /**
   * Shows an answer when the view of its version has come; soon even without one.
   * @param {string | null} table
   * @param {number} version
   * @param {number} newest the newest version that came of it
   * @param {() => void} show
   */
  whenShown(table, version, newest, show) {
    if (newest >= version) {
      show();
      return;
    }
    const one = { table, version, show: () => this.unseen.delete(one) && show() };
    this.unseen.add(one);
    setTimeout(one.show, VIEW_WAIT_MS);
  }

  /**
   * A view came.
   * @param {string} table
   * @param {number} version
   * @param {boolean} fresh the first on this connection: what was answered on the one before is in it
   */
  seen(table, version, fresh) {
    for (const one of [...this.unseen]) {
      if (fresh || ((one.table === null || one.table === table) && version >= one.version)) one.show();
    }
  }
}
