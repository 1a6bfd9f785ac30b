/** The moment in words: what politics cared about, what had just happened, what the facilitator did. */
import { html, useEffect, useRef } from "../dom.js";
import { seatOf, text } from "../board.js";
import { begins, byPhase } from "../phases.js";
import { cardWords, lineSeat, lineWords } from "../say.js";
import { formatTime } from "../parts/clock.js";
import { Fold } from "../parts/explain.js";
import { Icon } from "../parts/icon.js";
import { Marker } from "../parts/marker.js";
import { clockAt, spanWords } from "./say.js";
import "./texts/now.js";
import "./texts/scrubber.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").Line} Line
 * @typedef {import("../protocol.js").Public} Public
 * @typedef {import("./course.js").Course} Course
 * @typedef {import("./shapes.js").Moment} Moment
 * @typedef {import("./shapes.js").Entry} Entry
 */

const LINES = 14;

/**
 * The lines of the newest entry are told as just now.
 * @param {Line} line
 * @param {Entry | undefined} entry
 */
const isNow = (line, entry) => entry !== undefined && line.at_ms === entry.at_ms && line.by === entry.by;

/** @param {{ board: Board, course: Course, shown: Moment, staff: Readonly<Record<string, string>>, onGo: (place: number) => void }} props */
function UpToHere({ board, course, shown, staff, onGo }) {
  const entry = course.entries[shown.place - 1];
  const from = shown.lines.length - LINES;
  const groups = byPhase(shown.lines.map((line, id) => ({ id, line }))).filter(({ head, lines }) => (lines.at(-1)?.id ?? head.id) >= from || head.id >= from);
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [shown]);
  // A line leads to its entry, where these eyes know which one it was.
  const whenOf = (/** @type {Line} */ line) => {
    const place = course.entries.findLast((one) => one.place <= shown.place && one.at_ms === line.at_ms && one.by === line.by)?.place;
    const when = formatTime(line.at_ms);
    return place === undefined || isNow(line, entry) ? when : html`<button type="button" class="debrief-link" aria-label=${text(board, "now.go", { at: when })} onClick=${() => onGo(place)}>${when}</button>`;
  };
  const justNow = html`<span class="visually-hidden"> (${text(board, "now.just")})</span>`;
  return html`<div class="stack-s">
    <h3>${text(board, "now.log")}</h3>
    ${groups.length === 0 && html`<p class="quiet">${text(board, "now.no_lines")}</p>`}
    <div class="debrief-scroll debrief-lines" tabindex="0" role="group" aria-label=${text(board, "now.log")} ref=${box}><ol class="log">
      ${groups.map(({ head, lines }) => html`<li key=${head.id}>
          <p class="log-break small">${spanWords(board, { ...head.line, quarter: Number(head.line.params["quarter"] ?? 0) })}${begins(head.line) && html` <span class="log-when">${whenOf(head.line)}</span>${isNow(head.line, entry) && justNow}`}</p>
          ${lines.length > 0 && html`<ol>${lines.filter(({ id }) => id >= from).map(({ id, line }) => {
            const seat = lineSeat(board, line);
            const { text: words, said } = lineWords(board, line, shown.words);
            const now = isNow(line, entry);
            return html`<li key=${id} class="log-line" data-kind=${line.control ? "facilitator" : "play"} data-now=${String(now)}>
              <span class="log-when">${whenOf(line)}</span>
              ${seat && !line.control ? html`<${Marker} look=${seat.look} code=${seat.code} size=${24} />` : html`<${Icon} name=${line.control ? "megaphone" : "circle-dot"} />`}
              <span class="log-text">${words}${said !== null && html` <bdi class="debrief-said">“${said}”</bdi>`}
                ${line.who && staff[line.who] && html` <span class="chip"><bdi>${staff[line.who]}</bdi></span>`}
                ${line.confidential && html` <span class="chip"><${Icon} name="lock" size="s" /> ${text(board, "confidence")}</span>`}
                ${now && justNow}</span></li>`;
          })}</ol>`}</li>`)}
    </ol></div>
  </div>`;
}

/** @param {Board} board @param {Entry} entry */
function controlWords(board, entry) {
  if (entry.by !== "facilitator") return `${text(board, "control.acted_for")} ${text(board, "now.act_for", { seat: seatOf(board, entry.by).name })}`;
  const key = entry.type.startsWith("adjust") ? "adjust" : entry.type;
  const words = text(board, `control.${key}`);
  return words === `control.${key}` ? text(board, "control.other") : words;
}

/** @param {{ board: Board, course: Course, onGo: (place: number) => void }} props */
function FacilitatorActs({ board, course, onGo }) {
  return html`<${Fold} title=${text(board, "now.acts", { count: course.controls.length })}>
    <div class="debrief-scroll" tabindex="0" role="group" aria-label=${text(board, "scrub.key_control")}><ol class="log">
      ${course.controls.map((one) => html`<li key=${one.place} class="log-line" data-kind="facilitator">
        <span class="log-when">${clockAt(course, one.place)}</span><${Icon} name="megaphone" />
        <span class="log-text"><button type="button" class="debrief-link" onClick=${() => onGo(one.place)}>${controlWords(board, one)}</button>
          ${one.aside && html` <span class="chip">${text(board, "scrub.aside")}</span>`}
          <span class="quiet small block">${spanWords(board, one)}</span></span>
      </li>`)}
    </ol></div><//>`;
}

/** @param {{ board: Board, course: Course, shown: Moment, public: Public, staff?: Readonly<Record<string, string>>, onGo: (place: number) => void }} props */
export function Now({ board, course, shown, public: now, staff = {}, onGo }) {
  const frame = (/** @type {string | null} */ id) => (id === null ? text(board, "now.none") : text(board, `frames.${id}.name`));
  const entry = course.entries[shown.place - 1];
  const card = now.card ? cardWords(board, now.card, shown.words).headline : "";
  return html`<div class="stack">
    <div><h2 class="debrief-heading">${text(board, "now.title")} <span class="quiet">${text(board, "debrief.at", { at: clockAt(course, shown.place) })}</span></h2>
      ${entry && html`<p class="quiet small">${spanWords(board, entry)}</p>`}</div>
    <dl class="facts">
      <dt>${text(board, "now.agenda")}</dt><dd>${frame(now.agenda)}</dd>
      <dt>${text(board, "now.frame")}</dt><dd>${frame(now.frame)}</dd>
      <dt>${text(board, "now.headline")}</dt><dd>${frame(now.headline)}</dd>
      ${shown.view.opened?.next_agenda && html`<dt>${text(board, "now.next_agenda")}</dt><dd>${frame(shown.view.opened.next_agenda)}</dd>`}
      ${card && html`<dt>${text(board, "now.card")}</dt><dd>${card}</dd>`}
    </dl>
    <${UpToHere} board=${board} course=${course} shown=${shown} staff=${staff} onGo=${onGo} />
    ${course.controls.length > 0 && html`<${FacilitatorActs} board=${board} course=${course} onGo=${onGo} />`}
  </div>`;
}
