/**
 * What every part of the console stands on: the table in view, and the two ways to act on it. A
 * control goes over the socket and into the log; what concerns people and doors goes to the server.
 */
import { createContext, useContext, useState } from "../dom.js";
import "./texts/desk.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").Public} Public
 * @typedef {import("../protocol.js").TablePlace} TablePlace
 * @typedef {import("../socket/frames.js").Frame} Frame
 * @typedef {import("../protocol.js").SessionView} RoomSession
 * @typedef {import("../protocol.js").Staff} Staff
 * @typedef {object} Desk
 * @property {Board} board
 * @property {Frame} frame of the table in view
 * @property {Public} pub
 * @property {Staff} staff
 * @property {RoomSession} session
 * @property {TablePlace} table
 * @property {readonly string[]} tables the ids of all, in order
 * @property {readonly string[]} bots the bots that can be put on a seat
 * @property {string} me the facilitator who looks, as the log knows them
 * @property {string} bot the one that sits in where nobody says which
 * @property {boolean} lost the line is down: nothing can be done until it is back
 * @property {boolean} secrets whether what players may not see is shown
 * @property {(command: object, at?: boolean | readonly string[]) => Promise<string | null>} control
 *   at the table in view, at all (true) or at these; gives the sentence of a refusal, or null
 * @property {(part: string, body: object) => Promise<string | null>} ask the same for the server's own acts
 * @property {(part: string, body: object) => Promise<import("./api.js").Asked>} fetch with its answer
 * @property {(before: number) => Promise<import("../socket/asking.js").Older>} older
 */

/**
 * The facilitator's part of a view; null where this viewer has none.
 * @param {import("../protocol.js").View} view
 * @returns {Staff | null}
 */
export function staffOf(view) {
  return /** @type {{ staff?: Staff | null }} */ (view).staff ?? null;
}

const NOTHING_SEEN = Object.freeze({ since_ms: 0, seats: [], pairs: [], away: [] });

/**
 * Who acted last, and which two dealt with each other.
 * @param {import("../protocol.js").View} view
 * @returns {import("../protocol.js").Activity}
 */
export function activityOf(view) {
  return /** @type {{ activity?: import("../protocol.js").Activity | null }} */ (view).activity ?? NOTHING_SEEN;
}

/** The closings that say why, as `server/device.py` numbers them. */
const TOLD_ENDS = Object.freeze([4001, 4401, 4410]);

/** The key of the words for a line that the server closed. @param {number | null} code */
export const endedKey = (code) => (TOLD_ENDS.includes(code ?? 0) ? `desk.ended.${code}` : "desk.ended");

/**
 * The name of a bot; its id where nobody named it.
 * @param {(key: string) => string} say
 * @param {string | null} bot
 */
export function botWords(say, bot) {
  const key = `bot.${bot ?? "some"}`;
  const words = say(key);
  return words === key ? (bot ?? "") : words;
}

/** Where the banner says that the line is down; buttons name it as their reason. */
export const LOST_ID = "line-lost";

/** The context of one table; a page shows nothing of a table without it. */
export const DeskContext = createContext(/** @type {Desk | null} */ (null));

/** @returns {Desk} */
export function useDesk() {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("no table in view");
  return desk;
}

/**
 * Words being written, kept over updates and reloads for as long as this window is open.
 *
 * @param {string} key
 * @returns {[string, (value: string) => void]}
 */
export function useDraft(key) {
  const [value, setValue] = useState(() => stored(key));
  // Kept at once, not after the next paint: the window may be closed before that.
  const set = (/** @type {string} */ next) => {
    setValue(next);
    try {
      if (next) sessionStorage.setItem(key, next);
      else sessionStorage.removeItem(key);
    } catch {
      // Storage may be closed to this page; the draft then lasts until a reload.
    }
  };
  return [value, set];
}

/** @param {string} key */
function stored(key) {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
