/** The log of the table, newest line first. While secrets are hidden only what all may read stands here. */
import { html, useRef, useState } from "../dom.js";
import { begins, byPhase } from "../phases.js";
import { lineSeat, lineWords } from "../say.js";
import { useWord } from "../words.js";
import { formatTime } from "../parts/clock.js";
import { Icon } from "../parts/icon.js";
import { Marker } from "../parts/marker.js";
import { ActButton } from "./act.js";
import { useDesk } from "./desk.js";
import { phaseWords } from "./moment.js";
import { useObjectives } from "./objectives.js";
import { staffName } from "./staffname.js";
import "./texts/log.js";

/** @typedef {import("../protocol.js").Line} Line */

/** Beginnings of the kinds of line that everybody may read as they stand; all else is secret until named. */
const OPEN_KINDS = Object.freeze([
  "phase_", "paused", "resumed", "extended", "shortened", "rewound", "stopped", "opened", "game_ended",
  "track_", "agenda_shifted", "frame_moved", "headline_shown", "card_", "choice_", "audit_held",
  "building_frozen", "directives_moved", "deadline_", "architecture_", "central_", "governance_",
  "no_vote_held", "vote_", "launched", "quarter_closed", "signed", "went_live", "suspended", "reopened",
  "protest_ended", "token_", "tokens_", "became_common", "fact_shown_to_all", "offered", "deal_",
  "promise", "said", "spoke", "seat_held", "bot_sat_in", "seat_taken_back", "seat_shared", "seat_dropped", "seat_waited", "acted_for", "help_settled",
]);

/** What the facilitator did for a seat: that it was done all may read, what it was not. */
const DONE_FOR = "acted_for_what";

/** A line as all may read it. @param {Line} line @returns {Line} */
export const opened = ({ text, ...line }) => (line.kind === DONE_FOR ? { ...line, kind: "acted_for", confidential: false } : text === undefined ? line : { ...line, text });

/** Whether everybody may read it as it stands. @param {Line} line */
export const isOpen = (line) => line.kind === DONE_FOR || !line.confidential && OPEN_KINDS.some((kind) => line.kind.startsWith(kind));

/**
 * The lines of this table by number, those fetched on request among them.
 * @param {string} table
 * @param {number} first
 * @param {readonly Line[]} lines
 */
function useLines(table, first, lines) {
  const held = useRef({ table: "", lines: /** @type {Map<number, Line>} */ (new Map()) });
  if (held.current.table !== table) held.current = { table, lines: new Map() };
  const all = held.current.lines;
  lines.forEach((line, at) => all.set(first + at, line));
  const [, setFetched] = useState(0);
  const add = (/** @type {number} */ from, /** @type {readonly Line[]} */ older) => {
    older.forEach((line, at) => all.set(from + at, line));
    setFetched(all.size);
  };
  return { numbers: [...all.keys()].sort((a, b) => b - a), all, add };
}

/** @param {{ line: Line }} props */
function LogLine({ line }) {
  const say = useWord();
  const { board, frame, session } = useDesk();
  const objectives = useObjectives(session.id);
  const person = staffName(session, String(line.params["person"] ?? ""));
  const who = staffName(session, line.who);
  const { text, said } = lineWords(board, line, frame.view.words);
  const seat = line.control ? null : lineSeat(board, line);
  const objective = objectives.find((one) => one.id === line.params["objective"]);
  const tags = line.kind === "noted" ? String(line.params["tags"] ?? "") : "";
  return html`<div class="log-line" data-kind=${line.control ? "facilitator" : "seat"}>
    <span class="log-when">${formatTime(line.at_ms)}</span>
    ${seat ? html`<${Marker} look=${seat.look} code=${seat.code} size=${24} />` : html`<${Icon} name=${line.control ? "megaphone" : "circle-dot"} />`}
    <span class="log-text">${text}${said !== null && html` <q><bdi>${said}</bdi></q>`}
      ${who && html` <span class="chip"><${Icon} name="megaphone" /><bdi>${who}</bdi></span>`}
      ${person && html` <span class="chip"><${Icon} name="user" /><bdi>${person}</bdi></span>`}
      ${objective && html` <span class="chip chip-fill"><${Icon} name="square-check" />${objective.name}</span>`}
      ${tags && html` <span class="chip chip-fill">${tags}</span>`}
      ${line.confidential && html` <span class="chip chip-dash"><${Icon} name="lock" />${say("log.secret")}</span>`}</span>
  </div>`;
}

/** The whole log. */
export function Log() {
  const say = useWord();
  const { board, frame, pub, table, older, secrets } = useDesk();
  const { view } = frame;
  const { numbers, all, add } = useLines(table.id, view.first, view.lines);
  const first = numbers.at(-1) ?? 0;
  const shown = numbers.filter((number) => {
    const line = all.get(number);
    return line !== undefined && (secrets || isOpen(line));
  });
  const groups = byPhase(shown.map((id) => ({ id, line: /** @type {Line} */ (all.get(id)) })).reverse()).reverse();
  const shape = (/** @type {Line | undefined} */ line) => (line && !secrets ? opened(line) : line);
  const more = async () => {
    const found = await older(first);
    add(found.first, found.lines);
    return found.lines.length ? null : say("log.no_more");
  };
  return html`<div class="stack-s">
    ${!secrets && html`<p class="small quiet">${say("log.hidden")}</p>`}
    <ol class="log log-console" tabindex="0" aria-label=${say("log.title")}>${groups.map(({ head: { id, line: head }, lines: here }) => html`<li key=${id}><p class="log-break">${begins(head) ? lineWords(board, head, view.words).text : phaseWords(board, { ...pub, round: head.round, phase: head.phase, quarter: 0, practice: head.round === 0 })}</p>
      <ol class="log">${[...here].reverse().map((one) => html`<li key=${one.id}><${LogLine} line=${shape(one.line)} /></li>`)}</ol></li>`)}</ol>
    ${shown.length === 0 && html`<p class="quiet">${say("log.empty")}</p>`}
    ${first > 0 && html`<${ActButton} icon="chevron-down" run=${more}>${say("log.older")}<//>`}
  </div>`;
}
