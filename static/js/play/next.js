/** The one thing to do now: what it is, from the view alone. No rule stands here: the table knows. */
import { cardWords, seatName } from "../say.js";
import { listed, optionsOf } from "./game.js";

/**
 * @typedef {import("./game.js").GameNow} GameNow
 * @typedef {import("../protocol.js").DealView} Deal
 * @typedef {object} Step
 * @property {string} id changes when the step is another one
 * @property {boolean} now it waits for this reader
 * @property {string} icon
 * @property {string} title in one sentence
 * @property {string} [text] what it costs, what it will do
 * @property {Deal} [deal] the offer that it is about
 */

/**
 * Offers that wait for this seat's answer, oldest first.
 * @param {GameNow} game
 */
export const offersToMe = ({ pub, own, me }) =>
  [...pub.deals, ...own.deals].filter((one) => one.to === me && one.state === "open");

/**
 * @param {GameNow} game
 * @returns {Step}
 */
export function stepOf(game) {
  const { pub, own, me, say } = game;
  if (me === "") {
    return { id: `watch ${pub.phase}`, now: false, icon: "eye", title: say("next.watch", { phase: say(`terms.${pub.phase}.name`) }), text: say(`terms.${pub.phase}.text`) };
  }
  const waits = pub.waiting_for.includes(me);
  const others = pub.waiting_for.filter((one) => one !== me);
  const waiting = others.length ? say("next.waiting_for", { names: listed(game, others) }) : say("next.facilitator");
  const [offer] = offersToMe(game);
  switch (pub.phase) {
    case "briefing":
      return { id: "briefing", now: false, icon: "newspaper", title: say("next.briefing"), text: say("next.briefing_text") };
    case "talk":
      if (offer) {
        return { id: `offer ${offer.id}`, now: true, icon: "corner-up-left", title: say("next.offer", { name: seatName(game.board, offer.by) }), deal: offer };
      }
      if (optionsOf(game.menu, "choose").some((one) => !one.reason) && pub.seats.find((one) => one.id === me)?.choice === null) {
        const { headline, question } = pub.card ? cardWords(game.board, pub.card, game.view.words) : { headline: "", question: "" };
        return { id: "choose", now: true, icon: "vote", title: say("next.choose"), text: question ? say("next.choose_text", { headline, question }) : headline };
      }
      if (waits) return { id: "talk", now: false, icon: "message-square", title: say("next.talk"), text: say("next.talk_text") };
      return { id: "talked", now: false, icon: "hourglass", title: waiting, text: say("next.talked_text") };
    case "plan":
      if (waits || own.plan === null) return { id: "plan", now: waits, icon: "list", title: say("next.plan", { count: own.points }), text: say("next.plan_text") };
      return { id: "planned", now: false, icon: "hourglass", title: waiting, text: say("next.planned_text") };
    case "reveal":
      return { id: `reveal ${pub.round}`, now: false, icon: "eye", title: say("next.reveal"), text: say("next.reveal_text") };
    case "vote":
      if (pub.votes !== null) {
        const key = pub.votes.length === 0 ? "next.vote_none" : pub.passed ? "next.vote_passed" : "next.vote_failed";
        return { id: "counted", now: false, icon: "vote", title: say(key), text: say("next.facilitator") };
      }
      if (own.vote === null && waits) return { id: "vote", now: true, icon: "vote", title: say("next.vote"), text: say("next.vote_text") };
      return { id: "voted", now: false, icon: "hourglass", title: waiting, text: say("next.voted_text") };
    case "year_one":
      return { id: `quarter ${pub.quarter}`, now: false, icon: "clock", title: pub.quarter ? say("next.year_one", { quarter: pub.quarter }) : say("next.launched"), text: say("next.year_one_text") };
    default:
      return { id: "ended", now: false, icon: "flag", title: say("next.ended"), text: say("next.ended_text") };
  }
}

/**
 * The number of the line that tells that somebody took this seat in the middle of the game; null: none does.
 * @param {import("./game.js").GameNow} game
 */
export function takenOver({ view, me, pub }) {
  if (pub.phase === "ended") return null;
  const at = view.lines.findLastIndex((line) => /^seat_(held_by_person|taken_back)$/.test(line.kind) && line.params["seat"] === me && line.phase !== "lobby");
  return at < 0 ? null : view.first + at;
}

/**
 * What the title of the window says: a turn is seen from another tab.
 * @param {Step | null} step
 * @param {string} title
 */
export const windowTitle = (step, title) => (step?.now ? `\u25cf ${step.title} - ${title}` : title);
