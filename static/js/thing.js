/** The one thing that the facilitator put on every screen, in words; from what all may see alone. */
import { dependencyOf, seatOf, text } from "./board.js";
import { actWords, cardWords, named, seatName } from "./say.js";
import { effectsLines } from "./sayeffects.js";
import { isThing } from "./things.js";
import { word } from "./words.js";

/**
 * @typedef {object} Thing
 * @property {string} title
 * @property {readonly string[]} lines
 * @property {readonly string[]} seats whose markers stand beside it
 */

/** The words of states and verdicts. */
const THING_TEXTS = Object.freeze({
  "thing.dependency": "Sensitivity {sensitivity}, effort {effort}",
  "thing.real": "All know: it is real.",
  "thing.dead": "All know: it is a dead end.",
  "thing.unknown": "Not everybody knows whether it is real.",
  "thing.state_signed": "Signed, built {progress} of {effort}.",
  "thing.state_live": "It is live.",
  "thing.state_suspended": "It is suspended.",
  "thing.promise": "{by} promised {to}",
  "thing.due": "{act}, in round {due}",
  "thing.due_practice": "{act}, in the practice round",
});

/**
 * What is shown; null: nothing, or it is not there any more.
 * @param {import("./board.js").Board} board
 * @param {import("./protocol.js").Public} pub
 * @param {Readonly<Record<string, string>>} words
 * @returns {Thing | null}
 */
export function thingOf(board, pub, words) {
  if (pub.spotlight === null || !isThing(pub.spotlight)) return null;
  const [kind = "", id = ""] = pub.spotlight.split(":");
  switch (kind) {
    case "text": {
      const own = pub.spotlight_text ? (words[pub.spotlight_text] ?? "") : "";
      return { title: own, lines: [], seats: [] };
    }
    case "card":
      return card(board, pub, words, id);
    case "dependency":
      return dependency(board, pub, id);
    case "agency":
      return { title: seatOf(board, id).name, lines: [text(board, `seats.${id}.holds`), text(board, `seats.${id}.goal`)], seats: [id] };
    default:
      return promise(board, pub, id);
  }
}

/** @param {import("./board.js").Board} board @param {import("./protocol.js").Public} pub @param {Readonly<Record<string, string>>} words @param {string} id @returns {Thing | null} */
function card(board, pub, words, id) {
  if (pub.card?.id !== id) return null;
  const said = cardWords(board, pub.card, words);
  const effects = pub.card.effects.length ? effectsLines(board, pub.card.effects) : [];
  return { title: said.headline, lines: [said.story, ...effects, said.question].filter(Boolean), seats: [] };
}

/** @param {import("./board.js").Board} board @param {import("./protocol.js").Public} pub @param {string} id @returns {Thing | null} */
function dependency(board, pub, id) {
  const one = pub.dependencies.find((other) => other.id === id);
  if (!one) return null;
  const known = one.real === null ? "unknown" : one.real ? "real" : "dead";
  const numbers = { sensitivity: one.sensitivity, effort: one.effort, progress: one.progress };
  const state = one.state === "open" ? word(THING_TEXTS, `thing.${known}`) : word(THING_TEXTS, `thing.state_${one.state}`, numbers);
  const data = `dependencies.${id}.data`;
  return { title: dependencyOf(board, id).name, lines: [text(board, data), word(THING_TEXTS, "thing.dependency", numbers), state], seats: one.sides.map((side) => side.seat) };
}

/** @param {import("./board.js").Board} board @param {import("./protocol.js").Public} pub @param {string} id @returns {Thing | null} */
function promise(board, pub, id) {
  const one = pub.promises.find((other) => other.id === id);
  if (!one) return null;
  return {
    title: word(THING_TEXTS, "thing.promise", { by: seatName(board, one.by), to: seatName(board, one.to) }),
    lines: [word(THING_TEXTS, "thing.due", { act: actWords(board, one.act), due: one.due }), named(board, "verdicts", one.verdict)],
    seats: [one.by, one.to],
  };
}
