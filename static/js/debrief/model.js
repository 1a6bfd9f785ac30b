/** Whether the model's figures are shown: one switch for all of them, kept in this browser for the table. */
import { useEffect, useState } from "../dom.js";

const CHANGED = "model-shown";

/** @param {string} key */
function kept(key) {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

/** @param {string} table */
export function useModel(table) {
  const key = `model-shown:${table}`;
  const [shown, setShown] = useState(() => kept(key));
  useEffect(() => {
    const hear = (/** @type {Event} */ event) => setShown(/** @type {CustomEvent<boolean>} */ (event).detail);
    document.addEventListener(CHANGED, hear);
    return () => document.removeEventListener(CHANGED, hear);
  }, []);
  const turn = () => {
    try {
      if (shown) localStorage.removeItem(key);
      else localStorage.setItem(key, "1");
    } catch {
      // A browser that keeps nothing asks again after a reload.
    }
    document.dispatchEvent(new CustomEvent(CHANGED, { detail: !shown }));
  };
  return { shown, turn };
}
