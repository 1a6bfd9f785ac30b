/** The table: seats in fixed places, what they need from each other, tracks, agenda, trust. */
import { html } from "../dom.js";
import { dependencyOf, seatOf } from "../board.js";
import { cardWords, named } from "../say.js";
import { live, moved, netLinks, netSeats, linkState, stateNames, TRACKS } from "../session/figures.js";
import { useWord } from "../words.js";
import { Icon } from "../parts/icon.js";
import { Marker } from "../parts/marker.js";
import { DependencyNetwork, TrustNetwork } from "../parts/network.js";
import { useTaller } from "../parts/size.js";
import { Meter } from "../parts/track.js";
import { useShow } from "./show.js";

/** Units of the figures; a screen of 16:9 is 540 high. */
const HEIGHT = 304;
const TRUST_HEIGHT = 356;
const LISTED = 4;
/** Of a line of the list, with its gap. */
const LINE = 25;
const ORDER = Object.freeze(["live", "suspended", "signed", "open"]);

/** Agenda, frame and headline, in a row or a column. */
export function Politics() {
  const say = useWord();
  const { board, pub } = useShow();
  const parts = [
    { key: "agenda", label: say("card.agenda"), value: pub.agenda, icon: "landmark" },
    { key: "frame", label: say("card.frame"), value: pub.frame, icon: "flag" },
    ...(pub.headline ? [{ key: "headline", label: say("card.headline"), value: pub.headline, icon: "newspaper" }] : []),
  ];
  return html`<dl class="politics">${parts.map(
    (one) => html`<div key=${one.key}><dt><${Icon} name=${one.icon} size="s" />${one.label}</dt><dd>${named(board, "frames", one.value)}</dd></div>`,
  )}</dl>`;
}

/** The dependencies that all know to be real, the furthest first. @param {{ shown: number }} props */
function Known({ shown }) {
  const say = useWord();
  const { board, pub } = useShow();
  const known = pub.dependencies
    .map((one) => ({ one, state: linkState(one) }))
    .filter(({ state }) => ORDER.includes(state))
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  if (known.length === 0) return html`<p class="quiet">${say("table.none")}</p>`;
  return html`<ul class="known">${known.slice(0, shown).map(({ one, state }) => {
    const { tag, name } = dependencyOf(board, one.id);
    return html`<li key=${one.id} data-state=${state}><span class="mono">${tag}</span><span class="grow clip">${name}</span>
      <span class="known-state">${state === "signed" ? `${one.progress}/${one.effort}` : say(`state.${state}`)}</span></li>`;
  })}${known.length > shown && html`<li class="quiet">${say("table.more", { count: known.length - shown })}</li>`}</ul>`;
}

/** Tokens that others have placed with each agency. */
function TokensHere() {
  const say = useWord();
  const { board, pub } = useShow();
  return html`<div class="tokens-here"><h2>${say("trust.tokens")}</h2><ul class="tokens">${pub.seats.map((seat) => {
    const { look, code, name } = seatOf(board, seat.id);
    return html`<li key=${seat.id}><${Marker} look=${look} code=${code} size=${36} name=${name} /><span class="mono strong">${seat.tokens}</span></li>`;
  })}</ul></div>`;
}

/** Whom the phase waits for. */
function Working() {
  const say = useWord();
  const { board, pub } = useShow();
  if (pub.phase !== "plan" || pub.waiting_for.length === 0) return null;
  return html`<div class="working"><span>${say("table.waits")}</span>${pub.waiting_for.map((id) => {
    const { look, code, name } = seatOf(board, id);
    return html`<${Marker} key=${id} look=${look} code=${code} size=${36} name=${name} />`;
  })}</div>`;
}

export function TableScene() {
  const say = useWord();
  const { board, pub, frame } = useShow();
  const names = stateNames(say);
  const taller = useTaller();
  const listed = LISTED + Math.floor(taller / LINE);
  const card = pub.card?.choosing ? cardWords(board, pub.card, frame.view.words) : null;
  return html`<div class="scene scene-table">
    <div class="net"><${DependencyNetwork} seats=${netSeats(board, pub)} links=${netLinks(board, pub, names)} stateNames=${names} caption=${say("table.caption")} height=${HEIGHT + taller} />
      <${pub.phase === "plan" && pub.waiting_for.length > 0 ? Working : TokensHere} /></div>
    <div class="side">
      <p class="need"><span class="need-number">${say("table.live", { live: live(pub), need: pub.need })}</span> ${say("table.live_words")}</p>
      <div class="tracks">${TRACKS.map(([track, max]) => html`<${Meter} key=${track} name=${named(board, "terms", track)} label=${named(board, "terms", track)}
        value=${pub[track]} max=${max} change=${moved(pub, track)} lessIsBetter=${track === "legal_pressure"} />`)}</div>
      <${Politics} />
      ${card && html`<p class="choice-open"><${Icon} name="gavel" /><span>${say("table.choice", { question: card.question || card.headline })}</span></p>`}
      <${Known} shown=${card ? listed - 3 : listed} />
    </div>
  </div>`;
}

export function TrustScene() {
  const say = useWord();
  const taller = useTaller();
  const { board, pub } = useShow();
  const trust = pub.seats.flatMap((from, row) => pub.seats.map((to, column) => ({ from: from.id, to: to.id, tokens: pub.trust[row]?.[column] ?? 0 })));
  return html`<div class="scene scene-trust">
    <div class="net"><${TrustNetwork} seats=${netSeats(board, pub)} trust=${trust} caption=${say("trust.caption")} height=${TRUST_HEIGHT + taller} /></div>
    <div class="side"><${TokensHere} /><${Politics} /></div>
  </div>`;
}
