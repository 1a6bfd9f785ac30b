/**
 * The board of a ruleset: names, markers and texts by id. It never changes, so that it is fetched
 * once. What happens on the board comes with the views.
 */
import { useCallback, useEffect, useState } from "./dom.js";
import { read } from "./ask.js";
import { SAY_TEXTS } from "./saytexts.js";
import { word } from "./words.js";

/**
 * @typedef {import("./parts/marker.js").Look} Look
 * @typedef {import("./words.js").Texts} Texts
 * @typedef {import("./words.js").Params} Params
 * @typedef {object} BoardSeat
 * @property {string} id
 * @property {string} name
 * @property {string} short a name of up to fourteen letters
 * @property {Look} look colour and shape of the marker
 * @property {string} code two letters
 * @property {string} rationality
 * @typedef {object} BoardDependency
 * @property {string} id
 * @property {string} name
 * @property {string} tag "D4": its place in the ruleset, the same for everybody
 * @property {readonly [string, string]} between
 * @property {number} sensitivity as the ruleset begins
 * @property {number} effort
 * @typedef {object} Board
 * @property {SentBoard["ruleset"]} ruleset
 * @property {ReadonlyMap<string, BoardSeat>} seats
 * @property {ReadonlyMap<string, BoardDependency>} dependencies
 * @property {SentBoard["cards"]} cards
 * @property {SentBoard["deals"]} deals
 * @property {Texts} texts
 */

/** @typedef {import("./protocol.js").Board} SentBoard */

/**
 * @param {SentBoard} sent as `/board/<digest>` gives it
 * @param {Texts} [texts] of the page; those of the ruleset win
 * @returns {Board}
 */
export function readBoard(sent, texts = {}) {
  const all = { ...SAY_TEXTS, ...texts, ...sent.texts };
  const said = (/** @type {string} */ key) => word(all, key);
  const seats = sent.seats.map(({ id, rationality, colour, code }) => ({
    id, rationality, code, look: colour, name: said(`seats.${id}.name`), short: said(`seats.${id}.short`),
  }));
  const dependencies = sent.dependencies.map((one, at) => ({
    ...one, tag: `D${at + 1}`, name: said(`dependencies.${one.id}.name`),
  }));
  return {
    ruleset: sent.ruleset,
    seats: new Map(seats.map((one) => [one.id, one])),
    dependencies: new Map(dependencies.map((one) => [one.id, one])),
    cards: sent.cards,
    deals: sent.deals,
    texts: Object.freeze(all),
  };
}

/**
 * The text under `key`; the key itself where nobody wrote it.
 * @param {Board} board
 * @param {string} key
 * @param {Params} [params]
 */
export function text(board, key, params) {
  return word(board.texts, key, params);
}

/**
 * Whether there is such a text.
 * @param {Board} board
 * @param {string} key
 */
export function hasText(board, key) {
  return Object.hasOwn(board.texts, key);
}

/**
 * An agency by id; one without a name where the id is unknown, so that a page never falls over it.
 * @param {Board} board
 * @param {string} id
 * @returns {BoardSeat}
 */
export function seatOf(board, id) {
  return board.seats.get(id) ?? { id, name: id, short: id, look: "blue", code: "??", rationality: "" };
}

/**
 * @param {Board} board
 * @param {string} id
 * @returns {BoardDependency}
 */
export function dependencyOf(board, id) {
  const name = id === "hub" ? text(board, "terms.hub.name") : id;
  return board.dependencies.get(id) ?? { id, name, tag: "", between: ["", ""], sensitivity: 0, effort: 0 };
}

/**
 * Fetches a board. `board` is null until it is there; `failed` says that it did not come and
 * `retry` tries again.
 *
 * @param {string} address
 * @param {Texts} [texts] of the page
 */
export function useBoard(address, texts) {
  const [board, setBoard] = useState(/** @type {Board | null} */ (null));
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    setFailed(false);
    void read(address).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setBoard(readBoard(/** @type {SentBoard} */ (answer.value), texts));
      else setFailed(true);
    });
    return () => {
      wanted = false;
    };
  }, [address, tries]);
  const retry = useCallback(() => setTries((now) => now + 1), []);
  return { board, failed, retry };
}
