/** What every part of the player page needs: the board, the newest view, and a way to ask the table. */
import { createContext, useContext, useState } from "../dom.js";
import { hasText, text } from "../board.js";
import { reasonWords } from "../say.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").View} View
 * @typedef {import("../protocol.js").Public} Public
 * @typedef {import("../protocol.js").Own} Own
 * @typedef {import("../protocol.js").Menu} Menu
 * @typedef {import("../protocol.js").MenuOption} MenuOption
 * @typedef {import("../protocol.js").SeatCommand} SeatCommand
 * @typedef {import("../socket/asking.js").Answer} Answer
 * @typedef {(key: string, params?: import("../words.js").Params) => string} Say
 * @typedef {{ what: string, to?: string, counter?: import("../protocol.js").DealView, count: number }} Asked
 * @typedef {object} GameNow
 * @property {Board} board
 * @property {View} view
 * @property {Public} pub
 * @property {Own} own
 * @property {Menu} menu
 * @property {string} me the reader's seat; empty: an observer
 * @property {string} place under which this seat keeps its drafts
 * @property {string} briefs where this seat's brief is
 * @property {string} weigh where a command is weighed before it is sent
 * @property {Say} say a text of the page or the ruleset by key
 * @property {string | null} stuck why nothing can be done at this moment, for the whole page
 * @property {(command: object) => Promise<Answer>} send
 * @property {(before: number) => Promise<import("../socket/asking.js").Older>} older
 * @property {boolean} looking a facilitator looks over the shoulder of this seat
 * @property {Asked | null} asked the part of the page that was last asked for
 * @property {(tab: string, what?: string, more?: Partial<Asked>) => void} go opens a part of the page
 */

/** An empty menu, for moments without one. */
export const NO_MENU = Object.freeze({ commands: [], acts: [], forms: [] });

/** What somebody has who holds no seat and watches. @type {Own} */
export const NOTHING_OWN = Object.freeze({
  seat: "", concern: "", hand: 0, routines: 0, room: 0, backing: null, points: 0, facts: [], scanned: null, plan: null, vote: null,
  broken: 0, asks_help: false, help_text: null, placed_with: [], taken_from: [], deals: [], promises: [], turns: [], score: null, cards: [], pulses: [],
});

export const Game = createContext(/** @type {GameNow | null} */ (null));

/** @returns {GameNow} */
export function useGame() {
  const game = useContext(Game);
  if (!game) throw new Error("outside of a game");
  return game;
}

/**
 * A text of the board as a sayer.
 * @param {Board} board
 * @returns {Say}
 */
export const sayer = (board) => (key, params) => text(board, key, params);

/** @param {object} command */
const keyOf = (command) => JSON.stringify(Object.entries(command).filter(([, value]) => value !== null).sort());

/**
 * What the menu says of a command; undefined: it is not on it.
 * @param {Menu} menu
 * @param {object} command
 */
export const optionOf = (menu, command) => menu.commands.find((one) => keyOf(one.command) === keyOf(command));

/**
 * All of one type.
 * @template {SeatCommand["type"]} Type
 * @param {Menu} menu
 * @param {Type} type
 */
export const optionsOf = (menu, type) =>
  /** @type {readonly (MenuOption & { command: Extract<SeatCommand, { type: Type }> })[]} */ (
    /** @type {unknown} */ (menu.commands.filter((one) => one.command.type === type))
  );

/**
 * Why a form cannot be sent now, in words; null: it can.
 * @param {GameNow} game
 * @param {string} type
 */
export function formReason({ board, menu, stuck, say }, type) {
  if (stuck) return stuck;
  const form = menu.forms.find((one) => one.type === type);
  if (!form) return say("play.only_in_talk");
  return form.reason ? reasonWords(board, form.reason, form.detail) : null;
}

/**
 * Sends commands, says that one is on its way, and keeps what the table answered to the last.
 * @param {string} [about] what is written so far: a refusal of something else is no longer shown
 */
export function useCommand(about = "") {
  const { board, send } = useGame();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(/** @type {{ about: string, why: string } | null} */ (null));
  /**
   * @param {object} command
   * @returns {Promise<boolean>} whether it was done
   */
  const act = async (command) => {
    if (busy) return false;
    setBusy(true);
    setRefused(null);
    const answer = await send(command);
    setBusy(false);
    if ("done" in answer) return true;
    setRefused({ about, why: reasonWords(board, answer.reason, answer.detail) });
    return false;
  };
  return { act, busy, refused: refused?.about === about ? refused.why : null };
}

/**
 * The names of agencies in a row: "Tax, Registry and Towns".
 * @param {GameNow} game
 * @param {readonly string[]} seats
 */
export function listed({ board, say }, seats) {
  const names = seats.map((id) => (hasText(board, `seats.${id}.short`) ? text(board, `seats.${id}.short`) : id));
  const last = names.pop();
  if (last === undefined) return "";
  return names.length ? say("play.and", { first: names.join(", "), second: last }) : last;
}

/**
 * How many tokens one seat has placed with another, how many of them stay, and how many came since the round began.
 * @param {Public} pub
 * @param {string} from
 * @param {string} to
 */
export function trustOf(pub, from, to) {
  const row = pub.seats.findIndex((one) => one.id === from);
  const column = pub.seats.findIndex((one) => one.id === to);
  const tokens = pub.trust[row]?.[column] ?? 0;
  return { tokens, earned: pub.earned[row]?.[column] ?? 0, change: tokens - (pub.trust_before[row]?.[column] ?? tokens) };
}
