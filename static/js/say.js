/**
 * Turns ids into words: acts, terms, deals, promises, cards, refusals, log lines (effects: sayeffects.js).
 *
 * Pure functions of a board and what a view holds. They say what is; what is possible they do not know.
 */
import { dependencyOf, hasText, seatOf, text } from "./board.js";

/**
 * @typedef {import("./board.js").Board} Board
 * @typedef {import("./protocol.js").Act} Act
 * @typedef {import("./protocol.js").Terms} Terms
 * @typedef {import("./protocol.js").Pledge} Pledge
 * @typedef {import("./protocol.js").DealView} Deal
 * @typedef {import("./protocol.js").CardShown} CardView
 * @typedef {import("./protocol.js").Line} Line
 * @typedef {import("./protocol.js").Turn} Turn
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
    const [now, of] = detail.match(/\d+/g) ?? [];
    // Of what hangs on the round the number of now is that of the round: the practice round has words of its own.
    if (now && of && hasText(board, `measured.${reason}`)) return text(board, `measured.${reason}`, { now, of, round: Number(now) });
    const numbers = now ? ` (${detail})` : "";
    return text(board, `reasons.${reason}`) + numbers;
  }
  return detail || (hasText(board, `refusal.${reason}`) ? text(board, `refusal.${reason}`) : reason);
}

/**
 * Headline and story of an event card; the words of one that the facilitator wrote come with the view.
 * @param {Board} board
 * @param {{ id: string, words?: string | null, choice?: { options: readonly object[] } | null }} card
 * @param {Written} [written]
 */
export function cardWords(board, card, written = {}) {
  const own = card.words ? written[card.words] : undefined;
  if (own !== undefined) {
    const [headline = "", ...story] = own.split("\n");
    const options = card.choice ? story.splice(-card.choice.options.length) : [];
    return { headline, story: story.join("\n"), question: "", source: "", options };
  }
  const part = (/** @type {string} */ name) => {
    const key = `cards.${card.id}.${name}`;
    return hasText(board, key) ? text(board, key) : "";
  };
  return { headline: part("headline"), story: part("story"), question: part("question"), source: part("source"), options: [] };
}

/**
 * The name of an option of a card; its id where nobody named it.
 * @param {Board} board
 * @param {string} option
 * @param {string} [card]
 * @param {string} [own] what the facilitator wrote for it
 */
export function optionWords(board, option, card, own) {
  if (own) return own;
  const key = `cards.${card}.options.${option}`;
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
  option: (board, id, line) => optionWords(board, id, String(line.params["card"])),
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
      if (name === "option" && line.text) return [name, (words[line.text] ?? "").split("\n").slice(-Number(line.params["of"]))[Number(line.params["place"])] ?? value];
      return [name, say ? say(board, String(value), line) : typeof value === "number" ? number(value) : value];
    }),
  );
  const filled = {
    reason: "", card: "", ...params,
    act: line.act ? actWords(board, line.act) : "",
  };
  const written = !line.text || "of" in params ? null : (words[line.text] ?? null);
  // A card's own words stand in lines of their own: headline, story, options.
  const said = written !== null && line.kind.startsWith("card_") ? written.replaceAll("\n", " / ") : written;
  return { text: text(board, `lines.${line.kind}`, filled).trim(), said };
}

/**
 * The seat whose marker stands at a line; null: the facilitator or the game itself. Who was the last to say
 * ready, or to vote, did not do what came of it for all.
 * @param {Board} board
 * @param {Line} line
 */
export function lineSeat(board, line) {
  const id = line.params["seat"] ?? line.params["by"];
  return board.seats.get(String(id)) ?? null;
}
