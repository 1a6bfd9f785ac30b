/** Who sits where, as every page reads it. */

/**
 * @typedef {import("./protocol.js").SeatPlace} SeatPlace
 * @typedef {import("./protocol.js").Sharer} Sharer
 */

/**
 * Everybody who sits in a seat, whoever came first in front.
 * @param {SeatPlace | null | undefined} place
 * @returns {readonly Sharer[]}
 */
export function peopleOf(place) {
  if (!place) return [];
  const { person, name, devices, sharers } = place;
  return person === null || name === null ? sharers : [{ person, name, devices }, ...sharers];
}
