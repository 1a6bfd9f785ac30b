/**
 * What was pressed last stays under the finger when the page grows above it. Most browsers keep the
 * scroll so by themselves; for those that do not, it is done here.
 */
import { useEffect, useLayoutEffect, useRef } from "../dom.js";

/** Whether the browser anchors the scroll; one that cannot has no such property. */
const anchors = () => getComputedStyle(document.documentElement).overflowAnchor === "auto";

/** For the part that grows: holds the row of the last press in place over each drawing of this part. */
export function useStill() {
  const row = useRef(/** @type {Element | null} */ (null));
  useEffect(() => {
    const keep = (/** @type {Event} */ { target }) => {
      row.current = target instanceof Element ? target.closest("li, section") : null;
    };
    document.addEventListener("click", keep, { capture: true });
    return () => document.removeEventListener("click", keep, { capture: true });
  }, []);
  // A row that is gone, or on a part of the page that is not shown, has no place.
  const top = () => row.current?.getClientRects()[0]?.top ?? null;
  const before = anchors() ? null : top();
  useLayoutEffect(() => {
    const now = top();
    if (before !== null && now !== null && now !== before) scrollBy({ top: now - before, behavior: "instant" });
  });
}
