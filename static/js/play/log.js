/** What happened, newest first, to be filtered; older lines come when they are asked for. */
import { html, useEffect, useState } from "../dom.js";
import { formatTime } from "../parts/clock.js";
import { Button } from "../parts/button.js";
import { Icon } from "../parts/icon.js";
import { Marker } from "../parts/marker.js";
import { begins, byPhase } from "../phases.js";
import { dealSides, lineSeat, lineWords, seatName } from "../say.js";
import { useGame } from "./game.js";
import { Held, useTurning } from "./turning.js";
import "./texts/log.js";

/** @typedef {import("../protocol.js").Line} Line */

const OUT_OF_ROUNDS = ["lobby", "year_one", "ended"];
const TALK = /^(said|offered|deal_|promise|fact_|spoke)/;
const TABLE = /^(signed|went_live|suspended|reopened|became|learned|dependency|protest|track|agenda|frame|headline|card|choice|effect|audit|building|directives|deadline|architecture|central|governance|launched|quarter|vote|no_vote|act_)/;

/** @type {Readonly<Record<string, (line: Line, me: string) => boolean>>} */
const FILTERS = Object.freeze({
  all: () => true,
  mine: (line, me) => Object.values(line.params).includes(me),
  talk: (line) => TALK.test(line.kind),
  table: (line) => TABLE.test(line.kind),
  confidence: (line) => Boolean(line.confidential),
  facilitator: (line) => Boolean(line.control),
});

/** The marker of the seat that a line is about, or what stands for the game. @param {{ line: Line }} props */
export function LineMark({ line }) {
  const { board } = useGame();
  const seat = line.control ? null : lineSeat(board, line);
  if (seat) return html`<${Marker} look=${seat.look} code=${seat.code} size=${24} />`;
  return html`<${Icon} name=${line.control ? "megaphone" : "circle-dot"} />`;
}

/** @param {{ line: Line }} props */
function LogLine({ line }) {
  const { board, view, me, say } = useGame();
  const { text, said } = lineWords(board, line, view.words);
  const sides = line.deal ? dealSides(board, line.deal, null) : null;
  const gives = (/** @type {string} */ seat, /** @type {readonly { text: import("../dom.js").Child }[]} */ list) =>
    say("log.gives", { seat: seatName(board, seat), what: list.map((one) => one.text).join("; ") || say("log.nothing") });
  return html`<li class="log-line" data-kind=${line.control ? "facilitator" : "seat"} data-mine=${String(FILTERS["mine"]?.(line, me) ?? false)}>
    <span class="log-when">${formatTime(line.at_ms)}</span><${LineMark} line=${line} />
    <span class="log-text">${text}${line.confidential && html` <span class="chip chip-fill"><${Icon} name="lock" />${say("log.only_you")}</span>`}
      ${line.text && html`<bdi class="block play-words log-said">${said ?? say("log.deleted")}</bdi>`}
      ${line.deal && sides && html`<span class="block quiet small">${gives(line.deal.by, sides.give)}</span><span class="block quiet small">${gives(line.deal.to, sides.get)}</span>`}</span>
  </li>`;
}

/** @param {{ line: Line }} props */
function Head({ line }) {
  const { say } = useGame();
  // A quarter has its number in the line that it began.
  if (line.phase === "year_one" && begins(line)) return html`<p class="log-break">${say("next.year_one", { quarter: line.params["quarter"] ?? 0 })}</p>`;
  const phase = say(`terms.${line.phase}.name`);
  return html`<p class="log-break">${OUT_OF_ROUNDS.includes(line.phase) ? phase : say("log.break", { round: line.round, phase })}</p>`;
}

/**
 * The lines that this page has, by number: those of the view and those it has asked for.
 * @returns {{ lines: { line: Line, id: number }[], first: number, ask: () => Promise<void>, busy: boolean }}
 */
function useLines() {
  const { view, older } = useGame();
  const [kept, setKept] = useState(/** @type {ReadonlyMap<number, Line>} */ (new Map()));
  const [busy, setBusy] = useState(false);
  // Lines that a view no longer carries stay on the page; a number is one line for ever.
  useEffect(() => {
    setKept((now) => new Map([...now, ...view.lines.map((line, at) => /** @type {[number, Line]} */ ([view.first + at, line]))]));
  }, [view]);
  const all = new Map([...kept, ...view.lines.map((line, at) => /** @type {[number, Line]} */ ([view.first + at, line]))]);
  let first = view.first;
  while (all.has(first - 1)) first -= 1;
  const lines = [...all].filter(([id]) => id >= first).sort(([a], [b]) => b - a).map(([id, line]) => ({ id, line }));
  const ask = async () => {
    setBusy(true);
    const found = await older(first);
    setKept((now) => new Map([...now, ...found.lines.map((line, at) => /** @type {[number, Line]} */ ([found.first + at, line]))]));
    setBusy(false);
  };
  return { lines, first, ask, busy };
}

export function Log() {
  const { me, pub, say } = useGame();
  const { over } = useTurning();
  const [filter, setFilter] = useState("all");
  const { lines, first, ask, busy } = useLines();
  const isOpen = (/** @type {Line} */ line) => over || line.round !== pub.round || line.phase !== "reveal";
  const groups = byPhase(lines.filter(({ line }) => isOpen(line)).reverse())
    .map((group) => ({ ...group, lines: group.lines.filter(({ line }) => FILTERS[filter]?.(line, me)).reverse() }))
    .filter((group) => filter === "all" || group.lines.length > 0).reverse();
  return html`<div class="stack">
    <h2>${say("log.title")}</h2>
    <div class="line" role="group" aria-label=${say("log.filter")}>
      ${Object.keys(FILTERS).map((name) => html`<button key=${name} type="button" class="button button-small" aria-pressed=${String(name === filter)} onClick=${() => setFilter(name)}>${say(`log.filter_${name}`)}</button>`)}
    </div>
    <${Held} says />
    ${groups.length === 0 && html`<p class="quiet">${say("log.none")}</p>`}
    ${groups.map((group) => html`<div key=${group.head.id}>
      <${Head} line=${group.head.line} />
      ${group.lines.length > 0 && html`<ol class="log">${group.lines.map(({ line, id }) => html`<${LogLine} key=${id} line=${line} />`)}</ol>`}</div>`)}
    ${first > 0 && html`<${Button} icon="chevron-down" busy=${busy} onClick=${ask}>${say("log.older")}<//>`}
  </div>`;
}
