/** What all know of a table, as the figures take it; for the console and the room display alike. */
import { dependencyOf, seatOf } from "../board.js";
import { bring } from "../words.js";

/**
 * @typedef {import("../protocol.js").DependencyShown} DependencyView
 * @typedef {import("../protocol.js").Public} Public
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../parts/network.js").LinkState} LinkState
 */

/** The words of the six states. */
bring({
  "state.unknown": "not known yet",
  "state.open": "real, not signed",
  "state.dead": "dead end",
  "state.signed": "signed",
  "state.live": "live",
  "state.suspended": "suspended",
});

/** The shared tracks with their highest values. */
export const TRACKS = Object.freeze(/** @type {const} */ ([["support", 10], ["legal_pressure", 10], ["counter", 6], ["rating", 10]]));

/**
 * How a dependency is drawn, from what all know of it.
 * @param {DependencyView} one
 * @returns {LinkState}
 */
export function linkState(one) {
  if (one.state !== "open") return one.state;
  return one.real === null ? "unknown" : one.real ? "open" : "dead";
}

/** The six states in words. @param {(key: string) => string} say @returns {Record<LinkState, string>} */
export const stateNames = (say) => ({
  unknown: say("state.unknown"), open: say("state.open"), dead: say("state.dead"),
  signed: say("state.signed"), live: say("state.live"), suspended: say("state.suspended"),
});

/** The agencies as the figures take them. @param {Board} board @param {Public} pub */
export const netSeats = (board, pub) => pub.seats.map((one) => {
  const { id, short, code, look } = seatOf(board, one.id);
  return { id, name: short, code, look };
});

/** The dependencies as the figures take them. @param {Board} board @param {Public} pub @param {Record<LinkState, string>} names */
export const netLinks = (board, pub, names) => pub.dependencies.map((one) => {
  const { name, tag } = dependencyOf(board, one.id);
  const state = linkState(one);
  const building = one.state === "signed" ? `${tag} ${one.progress}/${one.effort}` : tag;
  return { id: one.id, a: one.sides[0].seat, b: one.sides[1].seat, name, tag: building, state, stateName: names[state] };
});

/** How much a track has moved since the last round ended. @param {Public} pub @param {string} track */
export function moved(pub, track) {
  const last = pub.past.at(-1);
  if (!last) return undefined;
  if (track === "support") return pub.support - last.support;
  if (track === "legal_pressure") return pub.legal_pressure - last.legal_pressure;
  return track === "counter" ? pub.counter - last.counter : undefined;
}

/** How many are live. @param {Public} pub */
export const live = (pub) => pub.dependencies.filter((one) => one.state === "live").length;
