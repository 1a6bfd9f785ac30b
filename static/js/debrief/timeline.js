/** The strip above the scrubber: rounds, phases, what was set aside, the facilitator's acts. It cannot be pressed. */
import { html, useId } from "../dom.js";
import { scale } from "../parts/geometry.js";
import { useRoom } from "../parts/size.js";
import { useWord } from "../words.js";
import { isRoutine } from "./course.js";
import { named, roundWords } from "./say.js";
import "./texts/scrubber.js";

const HEIGHT = 34;
/** Half of the scrubber's thumb: its middle runs between these ends. */
const EDGE = 10;
const BAND = { top: 16, height: 16 };

/**
 * @param {object} props
 * @param {import("../board.js").Board} props.board
 * @param {import("./course.js").Course} props.course
 * @param {number} props.place
 */
export function Timeline({ board, course, place }) {
  const { box, width, unit } = useRoom(320);
  const hatch = useId();
  const x = scale(1, Math.max(2, course.last), EDGE, width - EDGE);
  const wide = (/** @type {{ from: number, to: number }} */ span) => Math.max(1, x(span.to + 1) - x(span.from));
  const fits = (/** @type {string} */ words, /** @type {import("./course.js").Span} */ span) => words.length * 8 < wide(span);
  // Rounds are named alike, however long each took; what is no round has the room that it has.
  const roomy = course.bands.every((span) => named(span) || fits(roundWords(board, span), span));
  const label = (/** @type {import("./course.js").Span} */ span) => {
    const [long, short] = [roundWords(board, span), roundWords(board, span, true)];
    if (fits(long, span) && (roomy || named(span))) return long;
    return fits(short, span) ? short : "";
  };
  return html`<div class="timeline figure-box" ref=${box} aria-hidden="true">
    <svg width=${width * unit} height=${HEIGHT * unit}><g transform=${`scale(${unit})`}>
      <pattern id=${hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="timeline-hatch" x1="0" y1="0" x2="0" y2="6" /></pattern>
      ${course.bands.map((span, at) => html`<g key=${span.id}>
        <rect class="timeline-band" data-odd=${String(at % 2 === 1)} x=${x(span.from)} y=${BAND.top} width=${wide(span)} height=${BAND.height} />
        <text x=${x(span.from) + 3} y="11">${label(span)}</text>
      </g>`)}
      ${course.phases.map((span) => html`<line key=${span.id} class="timeline-phase" x1=${x(span.from)} x2=${x(span.from)} y1=${BAND.top} y2=${BAND.top + BAND.height} />`)}
      ${course.rounds.filter((span) => span.aside).map((span) => html`<rect key=${span.id} class="timeline-aside" fill=${`url(#${hatch})`}
        x=${x(span.from)} y=${BAND.top} width=${wide(span)} height=${BAND.height} />`)}
      ${course.controls.map((one) => html`<path key=${one.place} class="timeline-act" data-routine=${String(isRoutine(one))} transform=${`translate(${x(one.place)} ${BAND.top + BAND.height / 2})`} d="M0-6L5 0L0 6L-5 0z" />`)}
      <line class="chart-cursor" x1=${x(place)} x2=${x(place)} y1=${BAND.top - 3} y2=${HEIGHT} />
    </g></svg>
  </div>`;
}

/**
 * What the signs of the strip mean, those that it has.
 * @param {{ course: import("./course.js").Course }} props
 */
export function TimelineKey({ course }) {
  const say = useWord();
  const act = (/** @type {boolean} */ routine, /** @type {string} */ key) =>
    course.controls.some((one) => isRoutine(one) === routine) &&
    html`<li><svg viewBox="0 0 32 12" aria-hidden="true"><path class="timeline-act" data-routine=${String(routine)} transform="translate(16 6)" d="M0-6L5 0L0 6L-5 0z" /></svg>${say(key)}</li>`;
  const aside = course.entries.some((one) => one.aside);
  return html`<ul class="figure-key">
    ${act(false, "scrub.key_control")}
    ${act(true, "scrub.key_routine")}
    ${aside && html`<li><svg viewBox="0 0 32 12" aria-hidden="true"><path class="timeline-hatch" d="M2 12L14 0M10 12L22 0M18 12L30 0" /></svg>${say("scrub.key_aside")}</li>`}
  </ul>`;
}
