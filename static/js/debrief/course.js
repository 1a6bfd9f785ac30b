/**
 * The course of a game as the scrubber walks it: phases, rounds, what was set aside, the
 * facilitator's acts. Numbers in, numbers out; nothing is fetched or drawn here.
 */

/**
 * @typedef {import("./shapes.js").Entry} Entry
 * @typedef {import("../protocol.js").CourseEntry} SentEntry
 * @typedef {object} Span entries that belong together, ends included
 * @property {string} id
 * @property {number} from a place
 * @property {number} to
 * @property {number} round
 * @property {string} phase
 * @property {number} quarter
 * @property {boolean} aside set aside by a rewind
 * @typedef {object} Course
 * @property {readonly Entry[]} entries
 * @property {number} last
 * @property {readonly Span[]} phases
 * @property {readonly Span[]} rounds year one and what stands before and after the rounds included
 * @property {readonly Span[]} bands the same, with what was set aside as a part of its round
 * @property {readonly Entry[]} controls what the facilitator did, also in the name of a seat
 */

/**
 * Runs of neighbouring entries that agree in what `key` says.
 * @param {readonly Entry[]} entries
 * @param {(entry: Entry) => string} key
 * @returns {Span[]}
 */
function runs(entries, key) {
  /** @type {(Span & { key: string })[]} */
  const found = [];
  for (const entry of entries) {
    const last = found.at(-1);
    if (last && last.key === key(entry)) last.to = entry.place;
    else {
      const { place, round, phase, quarter, aside } = entry;
      found.push({ key: key(entry), id: String(place), from: place, to: place, round, phase, quarter, aside });
    }
  }
  return found;
}

/** What keeps a game going; all else a facilitator does changes something or says something. */
const ROUTINE = new Set(["start", "next_phase"]);

/** @param {Entry} entry */
export const isRoutine = (entry) => ROUTINE.has(entry.type);

/** @param {Entry} entry */
const part = (entry) => {
  if (entry.phase === "lobby" || entry.phase === "ended" || entry.phase === "year_one") return entry.phase;
  return `round ${entry.round}`;
};

/**
 * @param {readonly SentEntry[]} sent
 * @returns {Course}
 */
export function courseOf(sent) {
  const entries = sent.map((one, at) => ({ ...one, place: at + 1 }));
  return {
    entries,
    last: entries.length,
    phases: runs(entries, (one) => `${part(one)} ${one.phase} ${one.quarter} ${one.aside}`),
    rounds: runs(entries, (one) => `${part(one)} ${one.aside}`),
    bands: runs(entries, part),
    controls: entries.filter((one) => one.by === "facilitator" || one.via === "facilitator"),
  };
}

/**
 * The number of an entry for this reader: a facilitator's are those of the log.
 * @param {Course} course
 * @param {number} place
 */
export const numberAt = (course, place) => course.entries[place - 1]?.version ?? 0;

/**
 * The place of an entry, or of the last one before it that this reader was told of.
 * @param {Course} course
 * @param {number} number
 */
export const placeOf = (course, number) => course.entries.findLast((one) => one.version <= number)?.place ?? 1;

/**
 * The place at which the room looks: a facilitator is told the number of the log, others that among what all were told.
 * @param {Course} course
 * @param {number} led
 */
export const placeLed = (course, led) => course.entries.findLast((one) => (one.of_all ?? one.version) <= led)?.place ?? 1;

/**
 * @param {readonly Span[]} spans
 * @param {number} place
 */
export const spanAt = (spans, place) => spans.find((one) => place >= one.from && place <= one.to) ?? null;

/**
 * Where a step over spans leads: to the end of this one, or of the next; back to the end of the one before.
 *
 * @param {readonly Span[]} spans
 * @param {number} place
 * @param {1 | -1} way
 */
export function stepOver(spans, place, way) {
  const ends = spans.map((one) => one.to);
  if (way > 0) return ends.find((end) => end > place) ?? place;
  return ends.findLast((end) => end < place) ?? 1;
}

/** Talk is looked into more often than at its end, so that the newest lines of each look join up. */
const TALK_STEP = 12;

/**
 * The places at which the course is sampled: the end of every phase that counts, and points in Talk.
 * @param {Course} course
 * @returns {number[]}
 */
export function samplePoints(course) {
  return course.phases
    .filter((one) => !one.aside)
    .flatMap((one) => {
      if (one.phase !== "talk") return [one.to];
      const points = Array.from({ length: Math.floor((one.to - one.from) / TALK_STEP) }, (_, at) => one.from + (at + 1) * TALK_STEP);
      return points.at(-1) === one.to ? points : [...points, one.to];
    });
}

/**
 * The end of the reveal (or, where there was one, of the vote) of a round: when its promises are judged.
 * @param {Course} course
 * @param {number} round
 * @param {boolean} vote of a promised vote
 */
export function judgedAt(course, round, vote) {
  const names = vote ? ["vote", "reveal"] : ["reveal"];
  for (const name of names) {
    const found = course.phases.find((one) => !one.aside && one.round === round && one.phase === name);
    if (found) return found.from;
  }
  return null;
}
