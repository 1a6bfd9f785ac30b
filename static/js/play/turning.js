/** How far the cards of a reveal have turned: what they led to is held back until all lie open. */
import { createContext, html, useContext, useEffect, useState } from "../dom.js";
import { Icon } from "../parts/icon.js";
import { useGame } from "./game.js";

/**
 * @typedef {import("../protocol.js").Turn} Turn
 * @typedef {object} TurningNow
 * @property {readonly Turn[]} turns everybody's actions in order; the reader's own with what they were
 * @property {number} shown
 * @property {boolean} over all lie open, or no reveal is on
 * @property {() => void} skip
 */

const STEP_MS = 1_400;

const Turning = createContext(/** @type {TurningNow} */ ({ turns: [], shown: 0, over: true, skip: () => undefined }));

/** @returns {Turn[]} */
function useTurns() {
  const { pub, own, me } = useGame();
  let mine = 0;
  return pub.turns.map((turn) => {
    if (turn.seat !== me) return turn;
    mine += 1;
    return own.turns[mine - 1] ?? turn;
  });
}

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Whether this reveal was watched in this window before. @param {string} key */
function seenBefore(key) {
  try {
    return sessionStorage.getItem(key) !== null;
  } catch {
    // Storage may be closed to this page: then every reload turns the cards anew.
    return false;
  }
}

/**
 * How many are shown so far. A round that was watched once is not played again.
 * @param {string} key
 * @param {number} count
 */
function useSteps(key, count) {
  const [shown, setShown] = useState({ key: "", number: 0 });
  const turned = shown.key === key ? shown.number : 0;
  const number = turned < count && (still() || seenBefore(key)) ? count : turned;
  const over = number >= count;
  useEffect(() => {
    if (over) {
      try {
        if (count > 0) sessionStorage.setItem(key, "1");
      } catch {
        // As above.
      }
      return undefined;
    }
    const timer = setTimeout(() => setShown({ key, number: number + 1 }), STEP_MS);
    return () => clearTimeout(timer);
  }, [number, over, count, key]);
  return { shown: Math.min(number, count), over, skip: () => setShown({ key, number: count }) };
}

/** Gives the parts around one reveal. @param {{ children: import("../dom.js").Child }} props */
export function TurningRoom({ children }) {
  const { pub, place } = useGame();
  const turns = useTurns();
  const on = pub.phase === "reveal";
  const steps = useSteps(`${place}/reveal/${pub.round}${pub.practice ? "p" : ""}`, on ? turns.length : 0);
  return html`<${Turning.Provider} value=${{ turns, ...steps, over: !on || steps.over }}>${children}<//>`;
}

/** @returns {TurningNow} */
export const useTurning = () => useContext(Turning);

/**
 * What shows the results of the reveal: drawn once all cards lie open.
 * @param {{ says?: boolean, children?: import("../dom.js").Child }} props `says`: until then a sentence stands here; without, the cards are in sight
 */
export function Held({ says = false, children }) {
  const { say } = useGame();
  const { over, skip } = useTurning();
  if (over) return html`${children}`;
  if (!says) return null;
  return html`<p class="beside small quiet"><${Icon} name="hourglass" size="s" /><span>${say("reveal.held")} <button type="button" class="button button-quiet button-small" onClick=${skip}>${say("reveal.skip")}</button></span></p>`;
}
