/** Walking through the log: by hand, by keys, or playing at the game's own pace and faster. */
import { useEffect, useRef, useState } from "../dom.js";
import { numberAt, placeOf, stepOver } from "./course.js";

/** @typedef {import("./course.js").Course} Course */

export const SPEEDS = Object.freeze([1, 2, 4, 8, 16]);

/** However long the silence in the game, playing goes on after so many ms; and never faster than this. */
const LONGEST_MS = 2_500;
const SHORTEST_MS = 60;

/**
 * How long to show an entry before the next one.
 * @param {Course} course
 * @param {number} place
 * @param {number} speed
 */
function pauseAfter(course, place, speed) {
  const [now, next] = [course.entries[place - 1], course.entries[place]];
  if (!now || !next) return LONGEST_MS;
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, (next.at_ms - now.at_ms) / speed));
}

/** What has a use of its own for the arrows, or for the space bar. */
const HOLDS_ARROWS = "input, select, textarea, [role=group]";
const HOLDS_SPACE = "input:not([type=range]), select, textarea, button, summary, a, [role=group]";

/** The entry that the address names, so that a reload comes back to it. */
function named() {
  const number = Number.parseInt(location.hash.replace("#entry-", ""), 10);
  return Number.isFinite(number) ? number : null;
}

/**
 * @param {Course} course
 */
export function usePlaying(course) {
  const [wanted, setWanted] = useState(() => {
    const number = named();
    return number === null ? null : placeOf(course, number);
  });
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(4);
  const { last } = course;
  const place = Math.min(last, Math.max(1, wanted ?? last));

  // Keys may come faster than the page is drawn: each steps on from the one before.
  const at = useRef(place);
  at.current = place;

  const go = (/** @type {number} */ to) => {
    at.current = Math.min(last, Math.max(1, to));
    setPlaying(false);
    setWanted(to);
  };
  const turn = () => {
    if (!playing && place >= last) setWanted(1);
    setPlaying(!playing);
  };
  useEffect(() => {
    if (!playing) return undefined;
    if (place >= last) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => setWanted(place + 1), pauseAfter(course, place, speed));
    return () => clearTimeout(timer);
  }, [playing, place, speed, course]);
  useEffect(() => {
    if (wanted === null || playing) return;
    history.replaceState(null, "", `#entry-${numberAt(course, place)}`);
  }, [place, playing]);
  useEffect(() => {
    const press = (/** @type {KeyboardEvent} */ event) => {
      const target = /** @type {Element} */ (event.target);
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const way = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      if (event.key === " " && !target.matches(HOLDS_SPACE)) turn();
      else if (way !== 0 && !target.matches(HOLDS_ARROWS)) go(event.shiftKey ? stepOver(course.phases, at.current, way) : at.current + way);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
  return { place, playing, speed, setSpeed, go, turn };
}
