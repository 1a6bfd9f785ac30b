/**
 * Two sheets that grew out of one: what only one of them changed is taken together; where both
 * wrote, mine stands and theirs is told, so that nobody's words are lost.
 */

/**
 * @typedef {import("./shapes.js").Sheet} Sheet
 * @typedef {import("./shapes.js").Clash} Clash
 */

const FIELDS = Object.freeze(/** @type {const} */ (["draft", "organisation", "place", "staff", "scope", "summary"]));

/** @param {unknown} one @param {unknown} other */
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * The objectives of both in their order, mine that are new behind them.
 * @param {Sheet["objectives"]} base
 * @param {Sheet["objectives"]} mine
 * @param {Sheet["objectives"]} theirs
 * @param {Clash[]} clashes
 */
function objectives(base, mine, theirs, clashes) {
  const ids = [...new Set([...theirs, ...mine].map((one) => one.id))];
  return ids.flatMap((id) => {
    const [was, my, their] = [base, mine, theirs].map((all) => all.find((one) => one.id === id));
    if (same(my, was)) return their ? [their] : [];
    if (!same(their, was) && !same(their, my)) clashes.push({ field: "objectives", id, mine: my ?? null, theirs: their ?? null });
    return my ? [my] : [];
  });
}

/**
 * The measures line by line; lines that both added stand there, theirs first.
 * @param {Sheet["measures"]} base
 * @param {Sheet["measures"]} mine
 * @param {Sheet["measures"]} theirs
 * @param {Clash[]} clashes
 */
function measures(base, mine, theirs, clashes) {
  if (same(mine, base)) return theirs;
  if (same(theirs, base) || same(mine, theirs)) return mine;
  if (mine.length < base.length || theirs.length < base.length) {
    clashes.push({ field: "measures", id: "", mine, theirs });
    return mine;
  }
  const kept = base.map((was, at) => {
    const [my, their] = [mine[at], theirs[at]];
    if (same(my, was)) return their;
    if (!same(their, was) && !same(their, my)) clashes.push({ field: "measures", id: String(at + 1), mine: my ?? null, theirs: their ?? null });
    return my;
  });
  const added = theirs.slice(base.length);
  const more = mine.slice(base.length).filter((one) => !added.some((other) => same(one, other)));
  return [...kept, ...added, ...more].flatMap((one) => (one ? [one] : []));
}

/**
 * @param {Sheet} base what both began with
 * @param {Sheet} mine
 * @param {Sheet} theirs
 * @returns {{ sheet: Sheet, clashes: readonly Clash[] }}
 */
export function together(base, mine, theirs) {
  /** @type {Clash[]} */
  const clashes = [];
  const plain = Object.fromEntries(FIELDS.map((field) => {
    const [was, my, their] = [base[field], mine[field], theirs[field]];
    if (same(my, was)) return [field, their];
    if (!same(their, was) && !same(their, my)) clashes.push({ field, id: "", mine: my, theirs: their });
    return [field, my];
  }));
  const sheet = {
    .../** @type {Sheet} */ (/** @type {unknown} */ (plain)),
    objectives: objectives(base.objectives, mine.objectives, theirs.objectives, clashes),
    measures: measures(base.measures, mine.measures, theirs.measures, clashes),
  };
  return { sheet, clashes };
}

/**
 * The sheet with what they wrote in one place.
 * @param {Sheet} sheet
 * @param {Clash} clash
 * @returns {Sheet}
 */
export function theirsIn(sheet, { field, id, theirs }) {
  if (field === "objectives") {
    const theirOne = /** @type {Sheet["objectives"][number] | null} */ (theirs);
    const known = sheet.objectives.some((one) => one.id === id);
    const all = known || !theirOne ? sheet.objectives : [...sheet.objectives, theirOne];
    return { ...sheet, objectives: all.flatMap((one) => (one.id !== id ? [one] : theirOne ? [theirOne] : [])) };
  }
  if (field === "measures" && id) {
    const their = /** @type {Sheet["measures"][number] | null} */ (theirs);
    const measures = sheet.measures.flatMap((one, at) => (String(at + 1) === id ? (their ? [their] : []) : [one]));
    return { ...sheet, measures };
  }
  return { ...sheet, [field]: theirs };
}

/**
 * What somebody wrote in one place, as plain lines to read.
 * @param {unknown} value
 * @returns {string[]}
 */
export function readLines(value) {
  if (typeof value === "string") return value ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(readLines);
  if (typeof value === "object" && value) {
    return Object.entries(value).flatMap(([name, one]) => (name === "id" || name === "version" ? [] : readLines(one)));
  }
  return [];
}
