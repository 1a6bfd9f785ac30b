/** What somebody has begun to write or choose, kept in this browser until it is sent. */
import { useState } from "../dom.js";

/** @param {string} key */
function stored(key) {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : JSON.parse(text);
  } catch {
    // Storage may be closed to this page, or hold what another version wrote.
    return null;
  }
}

/**
 * @param {string} key
 * @param {unknown} value null: forget it
 */
function keep(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // The draft then lasts as long as the page.
  }
}

/**
 * A draft under a key of this seat: like a state, but it outlives the page. Null: there is none.
 *
 * @template T
 * @param {string} key
 * @returns {[T | null, (value: T | null) => void]}
 */
export function useDraft(key) {
  const [held, setHeld] = useState(() => ({ key, value: /** @type {T | null} */ (stored(key)) }));
  const value = held.key === key ? held.value : /** @type {T | null} */ (stored(key));
  const set = (/** @type {T | null} */ next) => {
    keep(key, next);
    setHeld({ key, value: next });
  };
  return [value, set];
}
