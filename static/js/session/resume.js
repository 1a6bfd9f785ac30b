/** The end of a pause: at once, or after a count that every screen shows. */
import { html, useState } from "../dom.js";
import { Countdown } from "../parts/countdown.js";
import { useWord } from "../words.js";
import { CheckField } from "../parts/field.js";
import { ActButton } from "./act.js";
import { useDesk } from "./desk.js";
import "./texts/course.js";
import "./texts/display.js";

const LENGTHS_S = Object.freeze([5, 10, 30, 0]);
const KEPT = "console resume after";

/** How long the count is; kept in this browser. */
function useLength() {
  const [seconds, setSeconds] = useState(() => {
    try {
      return Number(localStorage.getItem(KEPT) ?? LENGTHS_S[0]);
    } catch {
      return Number(LENGTHS_S[0]);
    }
  });
  const set = (/** @type {number} */ next) => {
    setSeconds(next);
    try {
      localStorage.setItem(KEPT, String(next));
    } catch {
      // Storage may be closed to this page; the choice then lasts as long as the page.
    }
  };
  return /** @type {const} */ ([seconds, set]);
}

export function Resume() {
  const say = useWord();
  const { control, ask, frame, table, tables } = useDesk();
  const [seconds, setSeconds] = useLength();
  const [all, setAll] = useState(true);
  const everywhere = tables.length > 1 && all;
  const counting = frame.view.clock?.resumes_s ?? null;
  const count = (/** @type {number} */ length) => ask("countdown", { seconds: length, table: everywhere ? null : table.id });
  if (counting !== null) {
    return html`<div class="line resume"><span class="strong">${say("resume.counting")} <${Countdown} seconds=${counting} /></span>
      <${ActButton} icon="x" run=${() => count(0)}>${say("resume.stop")}<//></div>`;
  }
  return html`<div class="line resume">
    <${ActButton} kind="primary" icon="play" big run=${() => (seconds ? count(seconds) : control({ type: "resume" }, everywhere))}>${say("course.resume")}<//>
    <select class="input resume-length" aria-label=${say("resume.length")} value=${String(seconds)} onChange=${(/** @type {Event} */ event) => setSeconds(Number(/** @type {HTMLSelectElement} */ (event.currentTarget).value))}>
      ${LENGTHS_S.map((one) => html`<option key=${one} value=${String(one)} selected=${one === seconds}>${one ? say("resume.in", { seconds: one }) : say("resume.now")}</option>`)}</select>
    ${tables.length > 1 && html`<${CheckField} label=${say("spot.everywhere", { count: tables.length })} checked=${all} onChange=${setAll} />`}
  </div>`;
}
