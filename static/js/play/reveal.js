/** The reveal: actions turn over one by one, then promises, then what has changed for the reader. */
import { html } from "../dom.js";
import { Button } from "../parts/button.js";
import { Icon } from "../parts/icon.js";
import { lineWords, seatName, turnWords } from "../say.js";
import { PromiseRow } from "./deals.js";
import { useGame } from "./game.js";
import { SeatMark } from "./marks.js";
import { useTurning } from "./turning.js";
import "./texts/stages.js";

/**
 * @typedef {import("../protocol.js").Turn} Turn
 * @typedef {import("../protocol.js").Line} Line
 */

const WENT = /^(went_live|suspended|stopped|signed|protest_ended)/;

/** @param {{ turn: Turn, number: number }} props */
function TurnCard({ turn, number }) {
  const { board, me, say } = useGame();
  const { what, worked, how, why } = turnWords(board, turn);
  const look = worked === null ? "" : worked ? " chip-good" : " chip-bad";
  return html`<li class="turn card-in" data-mine=${String(turn.seat === me)}><span class="mono quiet">${number}</span><${SeatMark} id=${turn.seat} size=${28} />
    <div class="grow"><span class="block"><bdi class="small quiet">${turn.seat === me ? say("reveal.you") : seatName(board, turn.seat)}</bdi></span><span class="strong">${what}</span>${why && html`<span class="block small">${why}</span>`}</div>
    ${how && html`<span class=${`chip${look}`}><${Icon} name=${worked ? "check" : "x"} />${how}</span>`}</li>`;
}

/** Lines of this reveal that concern the reader. */
function useChanges() {
  const { view, pub, me } = useGame();
  const here = view.lines.map((line, at) => ({ line, id: view.first + at })).filter(({ line }) => line.round === pub.round && (line.phase === "reveal" || line.phase === "vote"));
  const mine = (/** @type {Line} */ line) => /^(agency|token|learned|scanned)/.test(line.kind) && [line.params["seat"], line.params["other"]].includes(me);
  // A view holds the last lines alone: where all of them are of this reveal, earlier ones are missing.
  const cut = view.first > 1 && here.length === view.lines.length;
  return { changes: here.filter(({ line }) => mine(line)), went: here.filter(({ line }) => WENT.test(line.kind)), cut };
}

/** The key of what is said where nothing of the reader's is seen to have changed. @param {import("./game.js").GameNow} game @param {boolean} cut */
function unchanged({ own, view, pub, me }, cut) {
  if (cut) return "reveal.changes_cut";
  if (own.plan === null || own.plan.length > 0) return "reveal.changes_none";
  const late = view.lines.some((line) => line.kind === "passed_by_default" && line.round === pub.round && line.params["seat"] === me);
  return late ? "reveal.changes_late" : "reveal.changes_passed";
}

/** @param {{ title: string, lines: readonly { line: Line, id: number }[], none: string, icon: string }} props */
function LineList({ title, lines, none, icon }) {
  const { board, view } = useGame();
  return html`<div class="stack-s"><h3>${title}</h3>${lines.length === 0
    ? html`<p class="quiet small">${none}</p>`
    : html`<ul class="rows">${lines.map(({ line, id }) => html`<li key=${id} class="row"><${Icon} name=${icon} /><span class="grow">${lineWords(board, line, view.words).text}</span></li>`)}</ul>`}</div>`;
}

export function Reveal() {
  const game = useGame();
  const { pub, own, me, say } = game;
  const { turns, shown, over, skip } = useTurning();
  const { changes, went, cut } = useChanges();
  const promises = [...pub.promises, ...own.promises].filter((one) => one.due === pub.round && one.verdict !== "open");
  return html`<section class="card" aria-labelledby="reveal"><div class="card-body">
    <div class="line-between"><h2 id="reveal">${say("reveal.title")}</h2><span class="quiet small">${turns.length ? say("reveal.count", { shown, count: turns.length }) : say("reveal.nothing")}</span></div>
    ${!over && html`<${Button} icon="fast-forward" onClick=${skip}>${say("reveal.skip")}<//>`}
    <ol class="turns">${turns.slice(0, shown).map((turn, at) => html`<${TurnCard} key=${at} turn=${turn} number=${at + 1} />`)}</ol>
    ${over && html`<div class="stack"><div class="stack-s"><h3>${say("reveal.promises")}</h3>${promises.length === 0
        ? html`<p class="quiet small">${say("reveal.promises_none")}</p>`
        : html`<ul class="rows">${promises.map((one) => html`<${PromiseRow} key=${one.id} promise=${one} other=${one.by} />`)}</ul>`}</div>
      ${went.length > 0 && html`<${LineList} title=${say("reveal.went")} lines=${went} none="" icon="link" />`}
      ${me !== "" && html`<${LineList} title=${say("reveal.changes")} lines=${changes} none=${say(unchanged(game, cut))} icon="arrow-right" />`}</div>`}
  </div></section>`;
}
