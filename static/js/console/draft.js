/** What is typed into the form of a session, and what the server is asked for with it. */
import { lengthText, PHASES, readLength } from "./estimate.js";

/**
 * @typedef {object} RulesetCard
 * @property {string} id
 * @property {string} title
 * @property {string} blurb
 * @property {readonly number[]} players
 * @property {number} minutes
 * @property {number} rounds
 * @property {{ governance: string | null, architectures: boolean, inner_house: boolean }} modules
 * @property {string} context
 * @property {readonly { id: string, name: string, text: string }[]} contexts
 * @property {Readonly<Record<string, number>>} lengths
 * @property {Readonly<Record<string, readonly string[]>>} seats
 * @property {Readonly<Record<string, string>>} names
 * @typedef {object} Draft
 * @property {string} ruleset
 * @property {string | null} title null: made from ruleset and day
 * @property {number} players
 * @property {number} tables
 * @property {boolean} assigns
 * @property {"room" | "all"} evaluators
 * @property {boolean} sameDecks
 * @property {string} booked minutes as typed; "" nothing is booked
 * @property {boolean} first
 * @property {string} governance "" as the ruleset has it
 * @property {boolean} architectures
 * @property {boolean} innerHouse
 * @property {string} context
 * @property {string} standIn minutes; "" for never
 * @property {number} rounds
 * @property {Readonly<Record<string, string>>} lengths as typed
 */

const USUAL_PLAYERS = 5;
const LEAST_BOOKED = 10;
const MOST_BOOKED = 1440;

/** @param {RulesetCard} card */
const playersAtFirst = (card) =>
  card.players.reduce((best, one) => (Math.abs(one - USUAL_PLAYERS) < Math.abs(best - USUAL_PLAYERS) ? one : best));

/**
 * @param {RulesetCard} card
 * @returns {Draft}
 */
export function draftOf(card) {
  return {
    ruleset: card.id,
    title: null,
    players: playersAtFirst(card),
    tables: 1,
    assigns: false,
    evaluators: "room",
    standIn: "",
    sameDecks: true,
    booked: "",
    first: false,
    governance: "",
    architectures: card.modules.architectures,
    innerHouse: card.modules.inner_house,
    context: card.context,
    rounds: card.rounds,
    lengths: Object.fromEntries(PHASES.map((phase) => [phase, lengthText(card.lengths[phase] ?? 0)])),
  };
}

/**
 * The minutes that are booked; null: none are, undefined: what stands there is no such number.
 * @param {Draft} draft
 */
export function bookedMinutes(draft) {
  const typed = draft.booked.trim();
  if (!typed) return null;
  const minutes = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  return minutes >= LEAST_BOOKED && minutes <= MOST_BOOKED ? minutes : undefined;
}

/** @param {Draft} draft */
export const secondsOf = (draft) =>
  Object.fromEntries(PHASES.map((phase) => [phase, readLength(draft.lengths[phase] ?? "")]));

/**
 * What the server is asked for. What stands as the ruleset has it is left to the ruleset.
 *
 * @param {RulesetCard} card
 * @param {Draft} draft
 * @param {string} title
 */
export function bodyOf(card, draft, title) {
  const seconds = secondsOf(draft);
  const lengths = PHASES.filter((phase) => seconds[phase] !== card.lengths[phase]);
  const own = draft.first;
  return {
    title,
    ruleset: card.id,
    players: draft.players,
    tables: draft.tables,
    assigns: draft.assigns,
    evaluators: draft.evaluators,
    same_decks: draft.sameDecks,
    booked_min: bookedMinutes(draft) ?? null,
    setup: {
      governance: draft.governance || null,
      architectures: own || draft.architectures === card.modules.architectures ? null : draft.architectures,
      inner_house: own || draft.innerHouse === card.modules.inner_house ? null : draft.innerHouse,
      context: draft.context === card.context ? null : draft.context,
      first_game: draft.first,
      stand_in_min: draft.standIn ? Number(draft.standIn) : null,
      rounds: draft.rounds === card.rounds ? null : draft.rounds,
      lengths: Object.fromEntries(lengths.map((phase) => [phase, seconds[phase]])),
    },
  };
}
