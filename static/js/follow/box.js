/** A time box that counts down by the server's time of day, whatever the clock of this device says. */
import { html, useEffect, useState } from "../dom.js";
import { read } from "../ask.js";
import { Clock } from "../parts/clock.js";
import { useWord } from "../words.js";

/**
 * @typedef {import("../protocol.js").BoxShown} BoxShown
 * @typedef {import("../protocol.js").LeadNow} LeadNow
 */

/**
 * Milliseconds left when this box was first seen; null: there is no box, or it is not known yet.
 * @param {BoxShown | null} box
 * @param {string} table
 */
function useLeft(box, table) {
  const [left, setLeft] = useState(/** @type {number | null} */ (null));
  const ends = box?.ends_ms ?? null;
  useEffect(() => {
    setLeft(null);
    if (ends === null) return undefined;
    const stop = new AbortController();
    void read(`/api/tables/${encodeURIComponent(table)}/lead`, stop.signal).then((answer) => {
      if (stop.signal.aborted) return;
      const now = answer.ok ? /** @type {LeadNow} */ (answer.value).now_ms : Date.now();
      setLeft(Math.max(0, ends - now));
    });
    return () => stop.abort();
  }, [ends, table]);
  return left;
}

/** @param {{ box: BoxShown | null, table: string, size?: "s" | "m" | "xl", quiet?: boolean }} props */
export function BoxClock({ box, table, size = "m", quiet = false }) {
  const say = useWord();
  const left = useLeft(box, table);
  if (box === null || left === null) return null;
  return html`<${Clock} key=${box.ends_ms} remainingMs=${left} label=${say("follow.left")} size=${size} quiet=${quiet} />`;
}
