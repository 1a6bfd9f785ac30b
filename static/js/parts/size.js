/** The room that a drawing has, in its own units, so that its labels stand at real size. */
import { useLayoutEffect, useRef, useState } from "../dom.js";

/** The size of the page's text at which one unit is one px. */
const PLAIN_TEXT = 16;

/** px a unit: a drawing grows with the text around it (a reader's setting, or the room display). */
function unitNow() {
  return (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || PLAIN_TEXT) / PLAIN_TEXT;
}

/**
 * Measures an element and says how wide it is in units, and how many px a unit has. Draw inside
 * `<g transform="scale(unit)">`, in an svg of `width * unit` px.
 *
 * @param {number} first units, until the element has been measured
 * @returns {{ box: import("../../vendor/preact.module.js").Ref<HTMLElement | null>, width: number, unit: number }}
 */
export function useRoom(first) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const [room, setRoom] = useState({ width: first, unit: 1 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => {
      const unit = unitNow();
      setRoom({ width: Math.max(160, Math.floor(element.clientWidth / unit)), unit });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { box, ...room };
}

/** A screen of 16:9 is 60 rem wide and 33.75 rem high, a rem being 16 units. */
const WIDE_SCREEN = 540;

/** By how many units a screen is taller than 16:9, as old projectors are; never less than 0. */
export function useTaller() {
  const now = () => Math.max(0, Math.floor(window.innerHeight / unitNow() - WIDE_SCREEN));
  const [taller, setTaller] = useState(now);
  useLayoutEffect(() => {
    const measure = () => setTaller(now());
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, []);
  return taller;
}
