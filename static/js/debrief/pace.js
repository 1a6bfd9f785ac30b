/** How much longer work takes that a server does: measured by its own progress, nothing is promised before. */
import { html, useEffect, useRef, useState } from "../dom.js";
import { Progress } from "../parts/progress.js";
import { useWord } from "../words.js";
import "./texts/pace.js";

/**
 * @typedef {{ readonly state: string, readonly waits: boolean, readonly done: number, readonly of: number }} Work
 * @typedef {{ at: number, done: number }} Look in ms, and how much was done then
 */

/** Only what lies so far back says how quick the machine is now. */
const BACK_MS = 60_000;
/** Less tells of chance. */
const LEAST_MS = 4_000;

/**
 * Seconds that are left at the pace of the last minute; null: nothing can be said yet.
 * @param {readonly Look[]} looks in their order
 * @param {number} of
 */
export function secondsLeft(looks, of) {
  const last = looks.at(-1);
  const first = looks.find((one) => last && last.at - one.at <= BACK_MS);
  if (!first || !last || last.at - first.at < LEAST_MS || last.done <= first.done) return null;
  return ((of - last.done) * (last.at - first.at)) / (last.done - first.done) / 1_000;
}

/** @param {number} seconds @returns {["soon" | "minute" | "minutes", { minutes: number }]} */
export function leftWords(seconds) {
  const minutes = Math.round(seconds / 60);
  return [seconds < 45 ? "soon" : minutes <= 1 ? "minute" : "minutes", { minutes }];
}

/**
 * The progress of work that is under way, and how much longer it takes.
 * @param {{ work: Work, label: string }} props
 */
export function Pace({ work, label }) {
  const say = useWord();
  const looks = useRef(/** @type {Look[]} */ ([]));
  const [left, setLeft] = useState(/** @type {number | null} */ (null));
  const { waits, done, of } = work;
  useEffect(() => {
    if (waits) return;
    const now = performance.now();
    looks.current = [...looks.current.filter((one) => now - one.at <= BACK_MS), { at: now, done }];
    setLeft(secondsLeft(looks.current, of));
  }, [work]);
  const known = !waits && of > 0;
  const [word, values] = left === null ? ["measured", {}] : leftWords(left);
  return html`<div class="stack-s"><${Progress} label=${label} value=${known ? done : undefined} max=${Math.max(1, of)}
      detail=${known ? say("pace.share", { share: Math.floor((100 * done) / of) }) : ""} />
    <p class="quiet small">${say(waits ? "pace.waits" : `pace.${word}`, values)}</p></div>`;
}
