/** What was noted, marked or counted last: always in sight, so that a key is seen to have worked, and taken back at once. */
import { html } from "../dom.js";
import { text } from "../board.js";
import { useWord } from "../words.js";
import { Icon } from "../parts/icon.js";
import { ActButton } from "./act.js";
import { useDesk } from "./desk.js";
import "./texts/talk.js";

const ICONS = Object.freeze({ note: "sticky-note", mark: "bookmark", count: "message-square" });

/** What takes the last one back; null: there is none. @param {import("./desk.js").Desk} desk */
export function strikeOf({ staff }) {
  const last = staff.jots.at(-1);
  return last ? { type: "strike", of: last.version } : null;
}

export function LastJot() {
  const say = useWord();
  const desk = useDesk();
  const { board, staff, control } = desk;
  const last = staff.jots.at(-1);
  const strike = strikeOf(desk);
  if (!last || !strike) return null;
  const what = last.topic ? say(last.aside ? "jot.counted" : "jot.count", { topic: text(board, `topics.${last.topic}.name`), count: staff.counted[last.topic] ?? 0 }) : say(`jot.${last.kind}`);
  return html`<div class="jot line" key=${last.version}><span class="jot-what line small"><${Icon} name=${ICONS[last.kind]} size="s" /><span>${what}${last.aside && html` <span class="quiet">${say("jot.aside")}</span>`}</span></span>
    <${ActButton} kind="quiet" icon="undo-2" run=${() => control(strike)} label=${say("jot.back_of", { what })}>${say("jot.back")}<//></div>`;
}
