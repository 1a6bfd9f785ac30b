/** Which of the facilitators a line of the log tells of. */

/**
 * What a facilitator is called; "" where nobody has to be told apart from another.
 * @param {import("../protocol.js").SessionView} session
 * @param {string | null | undefined} who
 */
export function staffName(session, who) {
  if (!who) return "";
  const known = [...(session.people_of ?? []), ...(session.left ?? [])];
  return known.find((one) => one.person === who)?.name ?? "";
}
