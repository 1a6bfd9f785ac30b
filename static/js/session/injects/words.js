/** Says lines of the script, their cues, and what a dry run found, in words. No state, no drawing. */
import { dependencyOf, hasText, seatOf, text } from "../../board.js";
import { formatClock } from "../../parts/clock.js";
import "../texts/lines.js";

/**
 * @typedef {import("../../board.js").Board} Board
 * @typedef {(key: string, params?: import("../../words.js").Params) => string} Say
 * @typedef {import("./data.js").LineSpec} LineSpec
 * @typedef {NonNullable<LineSpec["when"]>[number]} Cue
 * @typedef {import("../../protocol.js").Change} Change
 */

/** Where the name of a value may stand. */
const NAMED = Object.freeze(["terms", "frames", "actions", "kinds", "outcomes"]);

/**
 * The name of a value of a closed list; the value itself where it has none.
 * @param {Board} board
 * @param {Say} say
 * @param {string} value
 * @param {string} [field] of a form, where one word has two names
 */
export function valueName(board, say, value, field = "") {
  const own = `inject.value.${value}`;
  if (say(own) !== own) return say(own);
  const first = field === "kind" ? ["kinds"] : field === "to" || field === "value" ? ["frames"] : [];
  const groups = [...first, ...NAMED];
  const group = groups.find((one) => hasText(board, `${one}.${value}.name`));
  return group ? text(board, `${group}.${value}.name`) : value;
}

/** @param {Say} say @param {{ at_least?: number | null, at_most?: number | null }} ends */
function ends(say, { at_least: low, at_most: high }) {
  if (low !== undefined && low !== null && low === high) return say("cue.just", { amount: low });
  if (high === 0) return say("cue.just", { amount: 0 });
  const parts = [];
  if (low !== undefined && low !== null) parts.push(say("cue.at_least", { amount: low }));
  if (high !== undefined && high !== null) parts.push(say("cue.at_most", { amount: high }));
  return parts.join(", ");
}

/** @param {Board} board @param {Say} say @param {Cue} cue */
function cueWords(board, say, cue) {
  switch (cue.is) {
    case "table":
      return `${valueName(board, say, cue.of)} ${ends(say, cue)}`;
    case "seat":
      return `${seatOf(board, cue.seat).name}: ${valueName(board, say, cue.of)} ${ends(say, cue)}`;
    case "dependency":
      return say("cue.dependency", { name: dependencyOf(board, cue.dependency).name, state: valueName(board, say, cue.state).toLowerCase() });
    case "act":
      return cue.seat ? say("cue.act_of", { seat: seatOf(board, cue.seat).name, act: valueName(board, say, cue.kind) }) : say("cue.act", { act: valueName(board, say, cue.kind) });
    default:
      return say(`cue.${cue.is}`, { value: valueName(board, say, cue.value, "value") });
  }
}

/** @param {Board} board @param {Say} say @param {readonly Cue[]} cues */
export const cuesWords = (board, say, cues) => cues.map((one) => cueWords(board, say, one)).join(say("cue.and"));

/**
 * When a line comes: its moment, then its cues.
 * @param {Board} board
 * @param {Say} say
 * @param {LineSpec} line
 */
export function whenWords(board, say, line) {
  const parts = [];
  if (line.round) parts.push(say("line.round", { round: line.round }));
  if (line.phase) parts.push(text(board, `terms.${line.phase}.name`));
  if (line.after_s) parts.push(say("line.after", { time: formatClock(line.after_s * 1000) }));
  const moment = parts.join(", ");
  const cues = cuesWords(board, say, line.when ?? []);
  if (moment && cues) return say("line.moment_if", { moment, cues });
  if (cues) return say("line.if", { cues });
  return moment || say("line.by_hand");
}

/** @param {Board} board @param {Say} say @param {readonly string[]} to */
export const toWords = (board, say, to) => (to.length ? to.map((one) => seatOf(board, one).name).join(", ") : say("line.to_all"));

/** @param {Board} board @param {Say} say @param {Change["before"]} value */
function side(board, say, value) {
  if (value === null) return say("change.none");
  if (typeof value === "boolean") return say(value ? "change.yes" : "change.no");
  return typeof value === "string" ? valueName(board, say, value) : String(value);
}

/** @param {Board} board @param {Say} say @param {Change} change */
function subject(board, say, change) {
  const { part, of, what, other } = change;
  switch (part) {
    case "agency":
      return `${seatOf(board, of).name}: ${valueName(board, say, what)}`;
    case "trust":
      return say("change.trust", { seat: seatOf(board, of).name, other: seatOf(board, other ?? "").name });
    case "dependency":
      return `${dependencyOf(board, of).name}: ${say(`change.${what}`)}${other ? ` (${seatOf(board, other).name})` : ""}`;
    default:
      return valueName(board, say, of);
  }
}

/**
 * One value that would be another.
 * @param {Board} board
 * @param {Say} say
 * @param {Change} change
 */
export function changeWords(board, say, change) {
  const rational = change.part === "agenda";
  const value = (/** @type {Change["before"]} */ one) => (rational ? text(board, `frames.${one}.name`) : change.of === "length_s" && typeof one === "number" ? formatClock(one * 1000) : side(board, say, one));
  return say("change.line", { what: subject(board, say, change), before: value(change.before), after: value(change.after) });
}

/** The headline by which a line is known. @param {Board} board @param {Say} say @param {{ line: LineSpec, words: { headline: string } }} row */
export function headlineOf(board, say, { line, words }) {
  if (words.headline) return words.headline;
  return line.card ? text(board, `cards.${line.card}.headline`) : say("line.number", { number: line.number });
}
