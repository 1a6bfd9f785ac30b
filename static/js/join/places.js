/** The places that this browser has taken, so that it finds back into them. The pass itself is a cookie. */

/** @typedef {{ address: string, person: string, session: string, seat: string | null }} Taken `seat` by name */

const KEY = "places";
const MOST = 4;

/** @param {unknown} one */
function isTaken(one) {
  const { address, person, session } = /** @type {Partial<Taken>} */ (one ?? {});
  return typeof address === "string" && address.startsWith("/play/") && typeof person === "string" && typeof session === "string";
}

/** @returns {Taken[]} the newest first */
export function placesTaken() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? /** @type {Taken[]} */ (kept.filter(isTaken)) : [];
  } catch {
    // Storage may be closed to this page, or hold something else: then nothing is remembered.
    return [];
  }
}

/** @param {readonly Taken[]} places */
function keep(places) {
  try {
    localStorage.setItem(KEY, JSON.stringify(places.slice(0, MOST)));
  } catch {
    // As above.
  }
}

/** @param {Taken} place */
export function rememberPlace(place) {
  keep([place, ...placesTaken().filter((one) => one.address !== place.address)]);
}

/** @param {Taken} place one that is no longer this browser's */
export function forgetPlace(place) {
  keep(placesTaken().filter((one) => one.address !== place.address));
}
