/** The reveal: every seat's actions turn over, and what came of them for all. */
import { html } from "../dom.js";
import { seatOf } from "../board.js";
import { lineWords, turnWords } from "../say.js";
import { useWord } from "../words.js";
import { Icon } from "../parts/icon.js";
import { Who } from "../parts/marker.js";
import { useShow } from "./show.js";

/** @typedef {import("../protocol.js").Turn} Turn */

/** From so many seats on the rows are too low for reasons. */
const MANY = 6;
const AFTER = Object.freeze(["stopped", "went_live", "went_live_again", "suspended", "promise_broken", "promise_kept", "protest_ended"]);
/** With five seats two lines are left below the cards, with fewer three. */
const afterShown = (/** @type {number} */ seats) => (seats >= 5 ? 2 : 3);

/** A screen has room for why, not for what to do about it. @param {string} text */
const firstSentence = (text) => `${text.split(". ")[0]?.replace(/\.$/, "")}.`;

/** @param {{ turn: Turn, at: number, brief: boolean }} props */
function TurnCard({ turn, at, brief }) {
  const { board } = useShow();
  const { what, worked, how, why } = turnWords(board, turn);
  const state = worked === null ? "inside" : worked ? "worked" : "failed";
  const icon = worked === null ? "circle-dot" : worked ? "check" : "x";
  return html`<li class="turn" data-state=${state} style=${{ "--at": String(at) }}>
    <${Icon} name=${icon} /><div class="grow"><p class="turn-what">${what}</p>
      ${how && worked === false && html`<p class=${brief ? "visually-hidden" : "turn-how"}>${!brief && why ? firstSentence(why) : how}</p>`}</div></li>`;
}

/** What the reveal led to, from its own lines. */
function After() {
  const say = useWord();
  const { board, pub, frame } = useShow();
  const { lines, words } = frame.view;
  const told = lines.filter((line) => line.round === pub.round && line.phase === "reveal" && AFTER.includes(line.kind));
  // What goes live stands before promises.
  const sorted = [...told].sort((a, b) => AFTER.indexOf(a.kind) - AFTER.indexOf(b.kind)).slice(0, afterShown(pub.seats.length));
  if (sorted.length === 0) return null;
  return html`<div class="after"><h2>${say("reveal.then")}</h2><ul>${sorted.map((line, at) => html`<li key=${at}><${Icon} name=${line.kind === "promise_broken" || line.kind === "suspended" || line.kind === "stopped" ? "triangle-alert" : "check"} /><span>${lineWords(board, line, words).text}</span></li>`)}</ul></div>`;
}

export function RevealScene() {
  const say = useWord();
  const { board, pub } = useShow();
  if (pub.turns.length === 0 && pub.phase !== "reveal") return html`<div class="scene"><p class="lead">${say("reveal.nothing")}</p></div>`;
  const many = pub.seats.length >= MANY;
  return html`<div class="scene scene-reveal" data-many=${String(many)}>
    <ul class="reveal-rows" key=${`${pub.round}`}>${pub.seats.map((seat) => {
      const { look, code, short } = seatOf(board, seat.id);
      const turns = pub.turns.map((turn, at) => ({ turn, at })).filter(({ turn }) => turn.seat === seat.id);
      return html`<li key=${seat.id} class="reveal-row"><${Who} look=${look} code=${code} name=${short} size=${40} />
        <ul class="turns">${turns.map(({ turn, at }) => html`<${TurnCard} key=${at} turn=${turn} at=${at} brief=${many} />`)}
          ${turns.length === 0 && html`<li class="turn" data-state="inside"><p class="quiet">${say("reveal.passes")}</p></li>`}</ul></li>`;
    })}</ul>
    <${After} />
  </div>`;
}
