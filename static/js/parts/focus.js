/**
 * Keeps the place of who goes by keyboard. What has the focus may go with a view that arrives, and a
 * browser would begin at the top of the page again.
 */

const PLACES = "section, article, li, form, dialog, main";

/** Whether it stands on the page, and not in a part that is hidden. @param {Element} one */
const isShown = (one) => one.isConnected && one.getClientRects().length > 0;

/** Whether the focus is somewhere; what a closed dialog hides has it until the page is drawn anew. */
const hasPlace = () => document.activeElement !== null && document.activeElement !== document.body && isShown(document.activeElement);

/** From now on, for as long as the page lasts. */
export function keepPlace() {
  /** What had the focus last, and all around it. @type {HTMLElement[]} */
  let path = [];
  const note = () => {
    if (document.activeElement === document.body) return;
    path = [];
    for (let one = document.activeElement; one instanceof HTMLElement && one !== document.body; one = one.parentElement) path.push(one);
  };
  const back = () => {
    const [last, ...around] = path;
    if (!last || isShown(last) || hasPlace()) return;
    const left = around.find(isShown);
    const place = left?.closest(PLACES) ?? left;
    if (!(place instanceof HTMLElement)) return;
    // A place is no stop on the way of the Tab key.
    if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };
  note();
  document.addEventListener("focusin", note);
  // A dialog that closes gives the focus back to what opened it, and to nothing where that has gone meanwhile.
  new MutationObserver(back).observe(document.body, { childList: true, subtree: true, attributeFilter: ["open"] });
}
