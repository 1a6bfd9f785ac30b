/** The reveal: actions turn over one by one, alike ones in one row, then promises, then what has changed for the reader. */
import { html } from "../dom.js";
import { Button } from "../parts/button.js";
import { Icon } from "../parts/icon.js";
import { lineWords, seatName, turnWords } from "../say.js";
import { PromiseRow } from "./deals.js";
import { listed, useGame } from "./game.js";
import { SeatMark } from "./marks.js";
import { useTurning } from "./turning.js";
import "./texts/stages.js";

/**
 * @typedef {import("../protocol.js").Turn} Turn
 * @typedef {import("../protocol.js").Line} Line
 */

const WENT = /^(went_live|suspended|stopped|signed|protest_ended)/;

/**
 * Turns as rows: what several agencies did alike, with the same end, is said once and names them all.
 * @param {import("../board.js").Board} board
 * @param {readonly Turn[]} turns
 */
function rowsOf(board, turns) {
  /** @type {{ words: ReturnType<typeof turnWords>, seats: string[], numbers: number[] }[]} */
  const rows = [];
  turns.forEach((turn, at) => {
    const words = turnWords(board, turn);
    const alike = rows.find((one) => !one.seats.includes(turn.seat) && JSON.stringify(one.words) === JSON.stringify(words));
    if (alike) {
      alike.seats.push(turn.seat);
      alike.numbers.push(at + 1);
    } else rows.push({ words, seats: [turn.seat], numbers: [at + 1] });
  });
  return rows;
}

/** The places of a row in the order of the reveal: "3", "11\u201315" or "11, 13". @param {readonly number[]} numbers */
function numberWords(numbers) {
  const [first = 0, last = first] = [numbers[0], numbers.at(-1)];
  if (last === first) return String(first);
  return last - first === numbers.length - 1 ? `${first}\u2013${last}` : numbers.join(", ");
}

/** @param {{ row: ReturnType<typeof rowsOf>[number] }} props */
function TurnCard({ row: { words, seats, numbers } }) {
  const game = useGame();
  const { board, me, say } = game;
  const { what, worked, how, why } = words;
  const look = worked === null ? "" : worked ? " chip-good" : " chip-bad";
  const mine = seats.includes(me);
  const others = seats.filter((one) => one !== me);
  const [only = ""] = seats;
  const names = seats.length === 1 ? (mine ? say("reveal.you") : seatName(board, only)) : mine ? say("reveal.you_and", { names: listed(game, others) }) : listed(game, others);
  const marks = seats.map((id) => html`<${SeatMark} key=${id} id=${id} size=${28} />`);
  const chip = how && html`<span class=${`chip${look}`}><${Icon} name=${worked ? "check" : "x"} />${how}</span>`;
  return html`<li class=${`turn card-in${seats.length > 1 ? " turn-alike" : ""}`} data-mine=${String(mine)}><span class="mono quiet">${numberWords(numbers)}</span>${seats.length > 1 ? html`<span class="turn-marks">${marks}</span>${chip}` : marks}
    <div class="grow"><span class="block"><bdi class="small quiet">${names}</bdi></span><span class="strong">${what}</span>${why && html`<span class="block small">${why}</span>`}</div>
    ${seats.length === 1 && chip}</li>`;
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
  const { board, pub, own, me, say } = game;
  const { turns, shown, over, skip } = useTurning();
  const { changes, went, cut } = useChanges();
  const promises = [...pub.promises, ...own.promises].filter((one) => one.due === pub.round && one.verdict !== "open");
  return html`<section class="card" aria-labelledby="reveal"><div class="card-body">
    <div class="line-between"><h2 id="reveal">${say("reveal.title")}</h2><span class="quiet small">${turns.length ? say("reveal.count", { shown, count: turns.length }) : say("reveal.nothing")}</span></div>
    ${!over && html`<${Button} icon="fast-forward" onClick=${skip}>${say("reveal.skip")}<//>`}
    <ol class="turns">${rowsOf(board, turns.slice(0, shown)).map((row) => html`<${TurnCard} key=${row.numbers[0]} row=${row} />`)}</ol>
    ${over && html`<div class="stack"><div class="stack-s"><h3>${say("reveal.promises")}</h3>${promises.length === 0
        ? html`<p class="quiet small">${say("reveal.promises_none")}</p>`
        : html`<ul class="rows">${promises.map((one) => html`<${PromiseRow} key=${one.id} promise=${one} other=${one.by} />`)}</ul>`}</div>
      ${went.length > 0 && html`<${LineList} title=${say("reveal.went")} lines=${went} none="" icon="link" />`}
      ${me !== "" && html`<${LineList} title=${say("reveal.changes")} lines=${changes} none=${say(unchanged(game, cut))} icon="arrow-right" />`}</div>`}
  </div></section>`;
}
