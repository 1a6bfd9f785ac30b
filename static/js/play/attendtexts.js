/** What the player page says about being checked, shown something, helped and taken over; it comes with these parts. */
import { word } from "../words.js";

/** @type {import("../words.js").Texts} */
export const ATTEND_TEXTS = Object.freeze({
  "check.title": "Does this reach you?",
  "check.text": "The facilitator checks that every device receives and answers.",
  "check.tap": "Yes, I see this",
  "check.failed": "It did not reach the server. Try again.",
  "seat_back.title": "A bot sits in for you.",
  "seat_back.text": "You were away for a while. It plays on until you want your seat again.",
  "seat_back.take": "Take my seat back",
  "thing.title": "The facilitator shows this to everybody",
  "thing.hide": "Read, hide it",
  "done_for.hide": "Hide",
  "help.title": "Ask the facilitator",
  "help.question": "Your question (optional)",
  "help.private": "Only you and the facilitator read it.",
  "help.up": "Your hand is up. The facilitator sees it.",
  "help.answered": "The facilitator answers",
  "handover.open": "Everything on one page",
  "handover.title": "You take over {seat}",
  "handover.text": "Where this seat stands now, from its own view. You find it again under Brief.",
  "handover.close": "Start playing",
  "handover.house": "Your house",
  "handover.numbers": "{points} actions a round, budget {budget}, autonomy {autonomy}, {hand} tokens in hand, routines {routines}, room for {room} more.",
  "handover.owes": "What you owe",
  "handover.owes_none": "No promise of yours is open.",
  "handover.owed": "To {name}: {what}",
  "handover.dues": "What is owed to you",
  "handover.dues_none": "Nobody owes you a promise.",
  "handover.due": "{name}: {what}",
  "handover.offers": "Open offers",
  "handover.offers_none": "No offer is open.",
  "handover.offer_in": "{name} asks you: you give {give}, you get {get}.",
  "handover.offer_out": "You asked {name}: you give {give}, you get {get}.",
  "handover.plan": "The plan that was sent",
  "handover.passes": "Do nothing in this round.",
  "handover.said": "Said lately",
  "handover.said_none": "Nothing was said to this seat lately.",
  "handover.known": "What you know",
  "handover.role": "Who you are",
});

/** A text of these parts. @param {string} key @param {import("../words.js").Params} [params] */
export const told = (key, params) => word(ATTEND_TEXTS, key, params);
