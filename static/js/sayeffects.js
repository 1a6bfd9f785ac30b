/** Turns the effects of event cards into sentences. They say what is; what is possible they do not know. */
import { text } from "./board.js";
import { dependencyName, named, seatName, signed } from "./say.js";

/**
 * @typedef {import("./board.js").Board} Board
 * @typedef {import("./protocol.js").Effect} Effect
 * @typedef {import("./protocol.js").Condition} Condition
 */

/**
 * Which agencies or dependencies an effect means: `all`, `legal`, `parties:registry_tax`, an id.
 * @param {Board} board
 * @param {string} who
 * @param {boolean} agencies
 */
function selectorWords(board, who, agencies) {
  if (who === "all") return text(board, agencies ? "selectors.all_agencies" : "selectors.all");
  if (who === "drawn") return text(board, "selectors.drawn");
  if (who.startsWith("parties:")) {
    return text(board, "selectors.parties", { dependency: dependencyName(board, who.slice("parties:".length)) });
  }
  if (board.dependencies.has(who)) return dependencyName(board, who);
  if (board.seats.has(who)) {
    return agencies ? seatName(board, who) : text(board, "selectors.seat", { seat: seatName(board, who) });
  }
  return text(board, "selectors.rationality", { rationality: named(board, "rationalities", who) });
}

/** @type {readonly [keyof Condition, (board: Board, condition: Condition) => string][]} */
const CONDITIONS = [
  ["track", (board, one) => text(board, "conditions.track", { track: named(board, "terms", String(one.track)), at_least: one.at_least ?? 0 })],
  ["frame_is_agenda", (board, one) => text(board, `conditions.frame_is_${one.frame_is_agenda ? "" : "not_"}agenda`)],
  ["agenda", (board, one) => text(board, "conditions.agenda", { agenda: named(board, "frames", String(one.agenda)) })],
  ["live_at_least", (board, one) => text(board, "conditions.live_at_least", { at_least: one.live_at_least ?? 0 })],
  ["fragmentation_at_least", (board, one) => text(board, "conditions.fragmentation_at_least", { at_least: one.fragmentation_at_least ?? 0 })],
  ["architecture", (board, one) => text(board, "conditions.architecture", { architecture: named(board, "terms", String(one.architecture)) })],
  ["launched", (board, one) => text(board, `conditions.${one.launched ? "" : "not_"}launched`)],
];

/**
 * @param {Board} board
 * @param {Condition} condition
 */
function conditionWords(board, condition) {
  const parts = CONDITIONS.filter(([field]) => condition[field] !== undefined).map(([, words]) => words(board, condition));
  return parts.reduce((first, second) => (first ? text(board, "conditions.and", { first, second: lowered(second) }) : second), "");
}

/** @param {string} sentence */
const lowered = (sentence) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** @type {{ readonly [Type in Effect["type"]]: (board: Board, one: Extract<Effect, { type: Type }>) => [string, Record<string, string | number>?] }} */
const EFFECTS = {
  track: (board, one) => ["track", { track: named(board, "terms", String(one.track)), by: signed(one.by ?? 0) }],
  agency: (board, one) => ["agency", { holding: named(board, "terms", String(one.holding)), by: signed(one.by ?? 0), who: selectorWords(board, String(one.who), true) }],
  agenda: (board, one) => (one.to ? ["agenda", { to: named(board, "frames", one.to) }] : ["agenda_next"]),
  trust: (board, one) =>
    one.towards
      ? ["trust_towards", { seat: seatName(board, one.towards), by: signed(one.by ?? 0) }]
      : ["trust_between", { dependency: dependencyName(board, String(one.between)), by: signed(one.by ?? 0) }],
  weigh: (board, one) => {
    const which = selectorWords(board, String(one.which), false);
    return one.effort
      ? ["weigh_effort", { which, by: signed(one.effort) }]
      : ["weigh_sensitivity", { which, by: signed(one.sensitivity ?? 0) }];
  },
  suspend: (_, one) => ["suspend", { sensitivity: one.sensitivity ?? 1 }],
  reveal: (board, one) => ["reveal", { which: selectorWords(board, one.which ?? "drawn", false) }],
  audit: () => ["audit"],
  turn: () => ["turn"],
  freeze: (_, one) => ["freeze", { sensitivity: one.sensitivity ?? 1 }],
  directives: (_, one) => ["directives", { by: signed(one.by ?? 0) }],
  deadline: (_, one) => ["deadline", { round: one.round ?? 0 }],
};

/**
 * One effect of a card, with its condition.
 * @param {Board} board
 * @param {Effect} one
 */
function effectWords(board, one) {
  const sentence = /** @type {(board: Board, one: Effect) => [string, Record<string, string | number>?]} */ (EFFECTS[one.type]);
  const [key, params] = sentence(board, one);
  const effect = text(board, `effects.${key}`, params);
  if (!one.if) return effect;
  return text(board, "effects.when", { condition: conditionWords(board, one.if), effect: lowered(effect) });
}

/**
 * The effects of a card or an option, a sentence each; one sentence where there are none.
 * @param {Board} board
 * @param {readonly Effect[]} effects
 */
export function effectsLines(board, effects) {
  if (effects.length === 0) return [text(board, "effects.nothing")];
  return effects.map((one) => effectWords(board, one));
}
