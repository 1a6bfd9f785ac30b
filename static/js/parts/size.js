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
