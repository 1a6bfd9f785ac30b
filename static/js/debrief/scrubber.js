/** The dock: where the page stands in the log, and the ways to move it. A native range carries it. */
import { html } from "../dom.js";
import { text } from "../board.js";
import { Icon } from "../parts/icon.js";
import { numberAt, spanAt, stepOver } from "./course.js";
import { SPEEDS } from "./playing.js";
import { clockAt, spanWords } from "./say.js";
import { Timeline } from "./timeline.js";
import "./texts/scrubber.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("./course.js").Course} Course
 * @typedef {ReturnType<typeof import("./playing.js").usePlaying>} Playing
 */

/** @param {{ icon: string, label: string, far?: boolean, onClick: () => void }} props */
function Step({ icon, label, far = false, onClick }) {
  return html`<button type="button" class=${`button button-icon button-outline${far ? " dock-far" : ""}`} aria-label=${label} title=${label}
    onClick=${onClick}><${Icon} name=${icon} /></button>`;
}

/** @param {{ board: Board, course: Course, play: Playing }} props */
function Steps({ board, course, play }) {
  const { place, playing, go, turn } = play;
  const say = (/** @type {string} */ key) => text(board, `scrub.${key}`);
  const over = (/** @type {readonly import("./course.js").Span[]} */ spans, /** @type {1 | -1} */ way) => () => go(stepOver(spans, place, way));
  return html`<div class="dock-steps">
    <${Step} far icon="skip-back" label=${say("first_round")} onClick=${over(course.rounds, -1)} />
    <${Step} icon="chevrons-left" label=${say("back_phase")} onClick=${over(course.phases, -1)} />
    <${Step} icon="chevron-left" label=${say("back")} onClick=${() => go(Math.max(1, place - 1))} />
    <${Step} icon=${playing ? "pause" : "play"} label=${say(playing ? "pause" : "play")} onClick=${turn} />
    <${Step} icon="chevron-right" label=${say("next")} onClick=${() => go(Math.min(course.last, place + 1))} />
    <${Step} icon="chevrons-right" label=${say("next_phase")} onClick=${over(course.phases, 1)} />
    <${Step} far icon="skip-forward" label=${say("next_round")} onClick=${over(course.rounds, 1)} />
  </div>`;
}

/**
 * A short choice with its name before it.
 * @param {{ label: string, value: string, options: readonly { value: string, label: string }[], onChange: (value: string) => void }} props
 */
function Pick({ label, value, options, onChange }) {
  return html`<label class="dock-pick"><span class="small">${label}</span>
    <select class="input" value=${value} onChange=${(/** @type {Event} */ event) => onChange(/** @type {HTMLSelectElement} */ (event.currentTarget).value)}>
      ${options.map((one) => html`<option key=${one.value} value=${one.value} selected=${one.value === value}>${one.label}</option>`)}
    </select></label>`;
}

/**
 * @param {object} props
 * @param {Board} props.board
 * @param {Course} props.course
 * @param {Playing} props.play
 * @param {readonly { value: string, label: string }[]} props.eyes
 * @param {string} props.current whose eyes
 * @param {(eyes: string) => void} props.onEyes
 */
export function Dock({ board, course, play, eyes, current, onEyes }) {
  const { place, speed, setSpeed, go } = play;
  const span = spanAt(course.phases, place);
  const where = span ? spanWords(board, span) : "";
  const aside = span?.aside ? `, ${text(board, "scrub.aside")}` : "";
  const at = clockAt(course, place);
  const [number, last] = [numberAt(course, place), numberAt(course, course.last)];
  const value = text(board, "scrub.value", { span: `${where}${aside}`, number, last, at });
  const done = { "--done": `${((place - 1) / Math.max(1, course.last - 1)) * 100}%` };
  const speeds = SPEEDS.map((one) => ({ value: String(one), label: text(board, "scrub.speed_of", { speed: one }) }));
  return html`<section class="dock" aria-label=${text(board, "scrub.label")}>
    <div class="dock-in">
      <div class="dock-where">
        <span class="strong">${where}</span>
        ${span?.aside && html`<span class="chip">${text(board, "scrub.aside")}</span>`}
        <span class="quiet small dock-entry">${text(board, "scrub.entry", { number, last })}</span>
        <span class="mono push">${at} <span class="quiet">/ ${clockAt(course, course.last)}</span></span>
      </div>
      <div class="dock-range">
        <${Timeline} board=${board} course=${course} place=${place} />
        <input type="range" min="1" max=${Math.max(2, course.last)} step="1" value=${place} style=${done}
          aria-label=${text(board, "scrub.label")} aria-valuetext=${value}
          onInput=${(/** @type {Event} */ event) => go(Number(/** @type {HTMLInputElement} */ (event.currentTarget).value))} />
      </div>
      <${Steps} board=${board} course=${course} play=${play} />
      <div class="dock-picks">
        <${Pick} label=${text(board, "eyes.label")} value=${current} options=${eyes} onChange=${onEyes} />
        <${Pick} label=${text(board, "scrub.speed")} value=${String(speed)} options=${speeds} onChange=${(/** @type {string} */ one) => setSpeed(Number(one))} />
      </div>
    </div>
  </section>`;
}
