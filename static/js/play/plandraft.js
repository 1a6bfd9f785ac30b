/** The plan's draft: kept in this browser, sent as soon as it changes, forgotten when the table has it. */
import { createContext, html, useContext, useEffect, useRef, useState } from "../dom.js";
import { reasonWords } from "../say.js";
import { useDraft } from "./drafts.js";
import { useGame } from "./game.js";

/**
 * @typedef {import("../protocol.js").Act} Act
 * @typedef {object} PlanNow
 * @property {readonly Act[]} acts the draft where there is one, else what the table has
 * @property {"none" | "kept" | "sending" | "unsent"} state of the plan, as the table has it
 * @property {string | null} refused
 * @property {(acts: readonly Act[]) => void} change
 */

const PlanHere = createContext(/** @type {PlanNow | null} */ (null));

/** @param {Act} act */
export const actKey = ({ kind, dependency, seat, frame }) => [kind, dependency ?? "", seat ?? "", frame ?? ""].join(" ");

/** @param {readonly Act[]} acts */
const planKey = (acts) => acts.map(actKey).join("|");

/**
 * The plan with its draft. A change is kept in this browser, sent, and forgotten when the table has it.
 * @returns {PlanNow}
 */
function usePlan() {
  const { board, own, pub, place, send, stuck } = useGame();
  const [draft, setDraft] = /** @type {[Act[] | null, (acts: Act[] | null) => void]} */ (useDraft(`${place}/plan/${pub.round}${pub.practice ? "p" : ""}`));
  const [refused, setRefused] = useState(/** @type {{ plan: string, why: string } | null} */ (null));
  const sending = useRef(false);
  const newest = useRef(draft);
  newest.current = draft;
  const here = pub.phase === "plan";
  useEffect(() => {
    if (!draft || stuck || !here || sending.current || refused?.plan === planKey(draft)) return;
    sending.current = true;
    void send({ type: "plan", acts: draft }).then((answer) => {
      sending.current = false;
      if ("refused" in answer) setRefused({ plan: planKey(draft), why: reasonWords(board, answer.reason, answer.detail) });
      // What was changed meanwhile goes out next: a new array starts the effect again.
      else if (newest.current === draft) setDraft(null);
      else setRefused(null);
      if (newest.current && newest.current !== draft) setDraft([...newest.current]);
    });
  }, [draft, stuck, here]);
  const why = draft && refused?.plan === planKey(draft) ? refused.why : null;
  const state = draft ? (why || stuck ? "unsent" : "sending") : own.plan ? "kept" : "none";
  return { acts: draft ?? own.plan ?? [], state, refused: why, change: (acts) => setDraft([...acts]) };
}

/** Gives the parts around one plan. @param {{ children: import("../dom.js").Child }} props */
export function PlanRoom({ children }) {
  return html`<${PlanHere.Provider} value=${usePlan()}>${children}<//>`;
}

/** @returns {PlanNow} */
export function usePlanHere() {
  const plan = useContext(PlanHere);
  if (!plan) throw new Error("outside of a plan");
  return plan;
}
