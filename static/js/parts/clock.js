/** A clock that counts on between two views of the server. It decides nothing when it reaches zero. */
import { html, useEffect, useRef, useState } from "../dom.js";
import { bring, useWord } from "../words.js";
import { Icon } from "./icon.js";
import { announce } from "./liveregion.js";

bring({
  "part.clock.five_minutes": "Five minutes left",
  "part.clock.one_minute": "One minute left",
  "part.clock.ten_seconds": "Ten seconds left",
  "part.clock.paused": "The clock stands",
});

const MARKS = Object.freeze([
  { ms: 300_000, key: "part.clock.five_minutes" },
  { ms: 60_000, key: "part.clock.one_minute" },
  { ms: 10_000, key: "part.clock.ten_seconds" },
]);

/**
 * Minutes and seconds, hours where there are any; a second that has begun counts as whole.
 * @param {number} ms
 */
export function formatClock(ms) {
  const left = Math.ceil(Math.max(0, ms) / 1000);
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  const hours = Math.floor(left / 3600);
  const rest = `${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`;
  return hours ? `${hours}:${rest}` : rest;
}

/**
 * When in the game something happened: whole seconds that had passed, as report and log say it.
 * @param {number} ms
 */
export const formatTime = (ms) => formatClock(Math.floor(ms / 1000) * 1000);

/**
 * The mark that lies between two readings, or undefined; the lowest where several do.
 * @param {number} before ms
 * @param {number} now ms
 */
function passedMark(before, now) {
  return MARKS.filter((mark) => before > mark.ms && now <= mark.ms).at(-1);
}

/**
 * Milliseconds left now, counted from the moment at which `remainingMs` last came from the server.
 * @param {number} remainingMs
 * @param {boolean} running
 * @param {number} pace game time to wall time
 */
function useCountdown(remainingMs, running, pace = 1) {
  const [now, setNow] = useState(remainingMs);
  useEffect(() => {
    const began = performance.now();
    setNow(remainingMs);
    if (!running) return undefined;
    const timer = setInterval(
      () => setNow(Math.max(0, remainingMs - (performance.now() - began) * pace)),
      250,
    );
    return () => clearInterval(timer);
  }, [remainingMs, running, pace]);
  return now;
}

/**
 * @param {object} props
 * @param {number} props.remainingMs as the newest view says
 * @param {boolean} [props.running] false while paused
 * @param {string} props.label what it is that ends: "Time left to talk"
 * @param {"s" | "m" | "xl"} [props.size]
 * @param {number} [props.pace] how many times as fast as the wall clock it counts
 * @param {boolean} [props.quiet] announces nothing (for a second clock on the same page)
 */
export function Clock({ remainingMs, running = true, label, size = "m", pace = 1, quiet = false }) {
  const say = useWord();
  const left = useCountdown(remainingMs, running, pace);
  const before = useRef(remainingMs);
  useEffect(() => {
    const mark = running && !quiet ? passedMark(before.current, left) : undefined;
    before.current = left;
    if (mark) announce(say(mark.key));
  }, [left]);
  return html`<span
    class=${`clock clock-${size}`}
    role="timer"
    aria-live="off"
    aria-label=${`${label} ${formatClock(left)}${running ? "" : `. ${say("part.clock.paused")}`}`}
    data-last=${left <= 60_000 && running ? "true" : "false"}
  >${!running && html`<${Icon} name="pause" />`}<span aria-hidden="true">${formatClock(left)}</span></span>`;
}
