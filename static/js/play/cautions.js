/**
 * What a deal or a plan would put at stake for the reader's own concern or core value. The server
 * weighs it and tells this seat alone; nothing of it is worked out here.
 */
import { html, useEffect, useState } from "../dom.js";
import { ask } from "../ask.js";
import { Icon } from "../parts/icon.js";
import { dependencyName, named } from "../say.js";
import { useGame } from "./game.js";
import "./texts/cautions.js";

/** @typedef {import("../protocol.js").Caution} Caution */

/** So long nothing may change before it is weighed: typing asks once. */
const PAUSE_MS = 300;

/**
 * What is at stake; of a plan each caution names the action that brings it.
 * @param {object | null} command null: there is nothing to weigh
 * @returns {readonly Caution[]}
 */
export function useCautions(command) {
  const { weigh, pub, me } = useGame();
  const [found, setFound] = useState({ key: "", cautions: /** @type {readonly Caution[]} */ ([]) });
  const seat = pub.seats.find((one) => one.id === me);
  // What the answer hangs on besides the command itself.
  const stand = [pub.round, pub.frame, pub.push, seat?.budget, seat?.autonomy, seat?.tokens, seat?.portals,
    ...pub.dependencies.map((one) => one.state + one.sides.map((side) => `${side.answered}${side.waived}`).join(""))].join(" ");
  const key = command === null ? "" : `${JSON.stringify(command)} ${stand}`;
  useEffect(() => {
    if (command === null) return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      void ask(weigh, { command }).then((answer) => {
        // Without an answer there is no caution; the offer itself can be read and answered all the same.
        if (wanted && answer.ok) setFound({ key, cautions: /** @type {{ cautions: Caution[] }} */ (answer.value).cautions });
      });
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [key]);
  return command === null ? [] : found.cautions;
}

/** @param {{ caution: Caution }} props */
function CautionText({ caution }) {
  const { board, own, me, say } = useGame();
  const concern = say(`concerns.${own.concern}.name`);
  const which = (caution.dependencies ?? []).map((id) => dependencyName(board, id)).join(", ");
  switch (caution.kind) {
    case "amount": {
      const least = caution.at_least !== undefined && caution.at_least !== null;
      const params = { concern, measure: say(`measure.${caution.measure}`), bound: (least ? caution.at_least : caution.at_most) ?? 0, before: caution.before ?? 0, after: caution.after ?? 0 };
      return html`${say(least ? "caution.at_least" : "caution.at_most", params)}`;
    }
    case "frame":
      return html`${say("caution.frame", { concern, frame: named(board, "frames", caution.frame ?? "") })}`;
    case "first":
      return html`${say("caution.first", { concern, which })}`;
    default:
      return caution.of === "concern"
        ? html`${say("caution.unanswered_concern", { concern, which })}`
        : html`${say("caution.unanswered", { value: say(`seats.${me}.core_value`), which })}`;
  }
}

/** What only this seat reads of what it means to do. @param {{ cautions: readonly Caution[] }} props */
export function CautionNote({ cautions }) {
  const { say } = useGame();
  if (cautions.length === 0) return null;
  return html`<div class="caution stack-s" role="note" aria-label=${say("caution.title")}>
    <p class="line small strong"><${Icon} name="lock" size="s" />${say("caution.title")}</p>
    <ul class="stack-s">${cautions.map((one) => html`<li key=${`${one.of} ${one.kind} ${one.measure ?? ""}`} class="beside"><${Icon} name="triangle-alert" size="s" /><span><${CautionText} caution=${one} /></span></li>`)}</ul>
  </div>`;
}

/** @param {{ command: object | null }} props an offer or an acceptance */
export function Cautions({ command }) {
  return html`<${CautionNote} cautions=${useCautions(command)} />`;
}
