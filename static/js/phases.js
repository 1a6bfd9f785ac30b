/** The lines of a log by their phase: one head a phase, whatever page shows them. */

/**
 * @typedef {import("./protocol.js").Line} Line
 * @typedef {object} Numbered
 * @property {number} id counts up with the log
 * @property {Line} line
 * @typedef {object} Group
 * @property {Numbered} head where a phase began, and no line of its own; else the first of its lines
 * @property {Numbered[]} lines oldest first
 */

/** Whether a line says that a phase began. @param {Line} line */
export const begins = (line) => line.kind.startsWith("phase_");

/**
 * @param {readonly Numbered[]} lines oldest first
 * @returns {Group[]} oldest first
 */
export function byPhase(lines) {
  /** @type {Group[]} */
  const groups = [];
  for (const one of lines) {
    const last = groups.at(-1);
    // After a rewind the game stands in another phase, though none began.
    const goes = last && last.head.line.round === one.line.round && last.head.line.phase === one.line.phase;
    if (!begins(one.line)) {
      if (goes) last.lines.push(one);
      else groups.push({ head: one, lines: [one] });
    } else if (goes && !begins(last.head.line)) {
      // What closed the phase before (a choice that was taken, say) stands in the log before the line that this one began.
      last.head = one;
    } else groups.push({ head: one, lines: [] });
  }
  return groups;
}
