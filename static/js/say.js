/**
 * Turns ids into words: acts, terms, deals, promises, effects of cards, refusals, log lines.
 *
 * Pure functions of a board and what a view holds. They say what is; what is possible they do not know.
 */
import { dependencyOf, hasText, seatOf, text } from "./board.js";

/**
 * @typedef {import("./board.js").Board} Board
 * @typedef {import("./shapes.js").Act} Act
 * @typedef {import("./shapes.js").Terms} Terms
 * @typedef {import("./shapes.js").Pledge} Pledge
 * @typedef {import("./shapes.js").Deal} Deal
 * @typedef {import("./shapes.js").Effect} Effect
 * @typedef {import("./shapes.js").Condition} Condition
 * @typedef {import("./shapes.js").CardView} CardView
 * @typedef {import("./shapes.js").Line} Line
 * @typedef {import("./shapes.js").Turn} Turn
 * @typedef {import("./parts/slip.js").SlipLine} SlipLine
 * @typedef {Readonly<Record<string, string>>} Written what people wrote, by the ids of a view
 */

/** @param {Board} board @param {string} id */
export const seatName = (board, id) => seatOf(board, id).name;

/** @param {Board} board @param {string} id */
export const dependencyName = (board, id) => dependencyOf(board, id).name;

/**
 * The name of a term, action, frame ...: `named(board, "frames", "legal")`.
 * @param {Board} board
 * @param {string} group
 * @param {string} id
 */
export const named = (board, group, id) => text(board, `${group}.${id}.name`);

/** @param {number} by */
export const signed = (by) => (by < 0 ? `\u2212${-by}` : `+${by}`);

/** A number with a true minus sign where it is below zero. @param {number} value */
export const number = (value) => (value < 0 ? signed(value) : String(value));

/**
 * The key under which an act reads with its object.
 * @param {Act} act
 */
function actKey(act) {
  if (act.dependency === "hub") return "acts.build_hub";
  return act.kind === "reform" && act.seat ? "acts.reform_host" : `acts.${act.kind}`;
}

/**
 * An act with its object: "Answer Tax on Incomes".
 * @param {Board} board
 * @param {Act} act
 */
export function actWords(board, act) {
  return text(board, actKey(act), {
    seat: act.seat ? seatName(board, act.seat) : "",
    dependency: act.dependency ? dependencyName(board, act.dependency) : "",
    frame: act.frame ? named(board, "frames", act.frame) : "",
  });
}

/**
 * A promised act with its round.
 * @param {Board} board
 * @param {Pledge} pledge a promise of a view fits too
 * @param {number} [round] that of now: said as "this round"
 */
export function pledgeWords(board, pledge, round) {
  const key = pledge.due === round ? "pledge.now" : "pledge.due";
  return text(board, key, { act: actWords(board, pledge.act), due: pledge.due });
}

/**
 * The terms of one side of a deal, one line each, ready for a slip.
 * @param {Board} board
 * @param {Terms} terms
 * @param {object} [around]
 * @param {string} [around.taker] who gets it
 * @param {string} [around.me] the reader's seat
 * @param {number} [around.round] that of now
 * @returns {SlipLine[]}
 */
export function termsLines(board, terms, { taker = "", me, round } = {}) {
  const atOnce = text(board, "slip.at_once");
  /** @type {SlipLine[]} */
  const lines = [];
  if (terms.pay) lines.push({ id: "pay", text: text(board, "slip.pay", { count: terms.pay }), note: atOnce });
  if (terms.place) {
    const key = taker && taker === me ? "slip.place_you" : "slip.place";
    lines.push({ id: "place", text: text(board, key, { taker: seatName(board, taker) }), note: atOnce });
  }
  for (const one of terms.tell ?? []) {
    lines.push({ id: `tell ${one}`, text: text(board, "slip.tell", { dependency: dependencyName(board, one) }), note: atOnce });
  }
  (terms.promise ?? []).forEach((one, at) =>
    lines.push({ id: `promise ${at}`, text: pledgeWords(board, one, round), note: text(board, "slip.promise") }),
  );
  return lines;
}

/**
 * Both sides of a deal from the reader's eyes; who is no party reads it from the side of `by`.
 * @param {Board} board
 * @param {Deal} deal
 * @param {string | null} me
 * @param {number} [round]
 */
export function dealSides(board, deal, me, round) {
  const mine = deal.to === me ? deal.get : deal.give;
  const theirs = deal.to === me ? deal.give : deal.get;
  const giver = deal.to === me ? deal.to : deal.by;
  const other = deal.to === me ? deal.by : deal.to;
  const around = me === null ? { round } : { round, me };
  return {
    other,
    give: termsLines(board, mine, { ...around, taker: other }),
    get: termsLines(board, theirs, { ...around, taker: giver }),
  };
}

/**
 * Why something cannot be done or did not work, in a sentence; `detail` holds its numbers.
 * @param {Board} board
 * @param {string} reason a word of the game or of the server
 * @param {string} [detail]
 */
export function reasonWords(board, reason, detail = "") {
  if (hasText(board, `reasons.${reason}`)) {
    const numbers = /\d/.test(detail) ? ` (${detail})` : "";
    return text(board, `reasons.${reason}`) + numbers;
  }
  return detail || (hasText(board, `refusal.${reason}`) ? text(board, `refusal.${reason}`) : reason);
}

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
export function conditionWords(board, condition) {
  const parts = CONDITIONS.filter(([field]) => condition[field] !== undefined).map(([, words]) => words(board, condition));
  return parts.reduce((first, second) => (first ? text(board, "conditions.and", { first, second: lowered(second) }) : second), "");
}

/** @param {string} sentence */
const lowered = (sentence) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** @type {Readonly<Record<string, (board: Board, one: Effect) => [string, Record<string, string | number>?]>>} */
const EFFECTS = Object.freeze({
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
  freeze: (_, one) => ["freeze", { sensitivity: one.sensitivity ?? 1 }],
  directives: (_, one) => ["directives", { by: signed(one.by ?? 0) }],
  deadline: (_, one) => ["deadline", { round: one.round ?? 0 }],
});

/**
 * One effect of a card, with its condition.
 * @param {Board} board
 * @param {Effect} one
 */
export function effectWords(board, one) {
  const [key, params] = EFFECTS[one.type]?.(board, one) ?? [one.type];
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

/**
 * Headline and story of an event card; the words of one that the facilitator wrote come with the view.
 * @param {Board} board
 * @param {{ id: string, words?: string | null }} card
 * @param {Written} [written]
 */
export function cardWords(board, card, written = {}) {
  const own = card.words ? written[card.words] : undefined;
  if (own !== undefined) {
    const [headline = "", ...story] = own.split("\n");
    return { headline, story: story.join("\n"), question: "", source: "" };
  }
  const part = (/** @type {string} */ name) => {
    const key = `cards.${card.id}.${name}`;
    return hasText(board, key) ? text(board, key) : "";
  };
  return { headline: part("headline"), story: part("story"), question: part("question"), source: part("source") };
}

/**
 * The name of an option of a card.
 * @param {Board} board
 * @param {string} option
 * @param {string} [card] where it is not known, the first card with such an option
 */
export function optionWords(board, option, card) {
  const found = card ?? Object.keys(board.cards).find((id) => board.cards[id]?.options.some((one) => one.id === option));
  const key = `cards.${found}.options.${option}`;
  return hasText(board, key) ? text(board, key) : option;
}

/**
 * What became of an action at its turn.
 * @param {Board} board
 * @param {Turn} turn
 */
export function turnWords(board, turn) {
  const what = turn.act ? actWords(board, turn.act) : text(board, "terms.inside_work.name");
  if (turn.worked === null) return { what, worked: null, how: "", why: "" };
  if (turn.worked) return { what, worked: true, how: text(board, "turn.worked"), why: "" };
  const why = turn.reason ? reasonWords(board, turn.reason) : "";
  return { what, worked: false, how: text(board, turn.reason ? "turn.failed" : "turn.hidden"), why };
}

/** Params of a line that hold an id, and how the id is said. Numbers stay as they are. */
/** @type {Readonly<Record<string, (board: Board, id: string, line: Line) => string>>} */
const PARAMS = Object.freeze({
  seat: seatName,
  other: seatName,
  by: seatName,
  to: seatName,
  host: seatName,
  dependency: dependencyName,
  agenda: (board, id) => named(board, "frames", id),
  frame: (board, id) => named(board, "frames", id),
  track: (board, id) => named(board, "terms", id),
  holding: (board, id) => named(board, "terms", id),
  architecture: (board, id) => named(board, "terms", id),
  governance: (board, id) => named(board, "terms", id),
  topic: (board, id) => named(board, "topics", id),
  phase: (board, id) => named(board, "terms", id),
  what: (board, id) => text(board, `asked.${id}`),
  outcome: (board, id) => named(board, "outcomes", id),
  verdict: (board, id) => named(board, "verdicts", id),
  reason: (board, id) => reasonWords(board, id),
  option: (board, id, line) => optionWords(board, id, line.params["card"] === undefined ? undefined : String(line.params["card"])),
  card: (board, id) => {
    const key = hasText(board, `cards.${id}.headline`) ? `cards.${id}.headline` : `agenda.${id}.headline`;
    return hasText(board, key) ? text(board, key) : "";
  },
});

/**
 * A log line in words: what happened, and beside it what somebody said or what a deal holds.
 * @param {Board} board
 * @param {Line} line
 * @param {Written} words
 * @returns {{ text: string, said: string | null }} `said`: somebody's own words
 */
export function lineWords(board, line, words) {
  const params = Object.fromEntries(
    Object.entries(line.params).map(([name, value]) => {
      const say = typeof value === "string" ? PARAMS[name] : undefined;
      return [name, say ? say(board, String(value), line) : typeof value === "number" ? number(value) : value];
    }),
  );
  const filled = {
    reason: "", card: "", ...params,
    act: line.act ? actWords(board, line.act) : "",
  };
  const said = !line.text ? null : (words[line.text] ?? null);
  return { text: text(board, `lines.${line.kind}`, filled).trim(), said };
}

/**
 * The seat whose marker stands at a line; null: the facilitator or the game itself.
 * @param {Board} board
 * @param {Line} line
 */
export function lineSeat(board, line) {
  const id = line.params["seat"] ?? line.params["by"] ?? line.by;
  return board.seats.get(String(id)) ?? null;
}
