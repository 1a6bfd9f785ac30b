/** Does every device receive, and every person answer? Asked of all at once, shown by seat. */
import { html } from "../dom.js";
import { seatOf } from "../board.js";
import { peopleOf } from "../people.js";
import { useWord } from "../words.js";
import { Icon } from "../parts/icon.js";
import { Marker } from "../parts/marker.js";
import { ActButton } from "./act.js";
import { useDesk } from "./desk.js";
import { FoldBox } from "./foldbox.js";
import "./texts/check.js";

const STATES = Object.freeze({
  tapped: { icon: "circle-check", look: "chip-good" },
  shown: { icon: "hourglass", look: "chip-now" },
  none: { icon: "circle-x", look: "chip-bad" },
});

/**
 * How far somebody has come in a check.
 * @param {import("../protocol.js").CheckView} check
 * @param {string} person
 */
export function checked(check, person) {
  const found = check.people?.find((one) => one.person === person);
  if (!found) return { state: /** @type {const} */ ("none"), ms: 0 };
  return found.tapped_ms === null ? { state: /** @type {const} */ ("shown"), ms: found.shown_ms ?? 0 } : { state: /** @type {const} */ ("tapped"), ms: found.shown_ms ?? 0 };
}

/** @param {{ check: import("../protocol.js").CheckView, person: { person: string, name: string } }} props */
function Person({ check, person }) {
  const say = useWord();
  const { state, ms } = checked(check, person.person);
  const { icon, look } = STATES[state];
  return html`<span class="line"><bdi>${person.name}</bdi><span class=${`chip ${look}`}><${Icon} name=${icon} />${say(`check.${state}`, { time: (ms / 1000).toFixed(1) })}</span></span>`;
}

export function Check() {
  const say = useWord();
  const { board, session, table, ask, pub } = useDesk();
  const check = /** @type {import("../protocol.js").CheckView | undefined} */ (session.check);
  const start = (/** @type {boolean} */ on) => () => ask("check", { on });
  const seated = table.seats.flatMap((place) => peopleOf(place));
  const everybody = [...seated, ...session.waiting];
  const done = check ? everybody.filter((one) => checked(check, one.person).state === "tapped").length : 0;
  return html`<${FoldBox} id=${pub.phase === "lobby" ? "check-before" : "check"} icon="wifi" title=${say("check.title")} wanted=${pub.phase === "lobby" || check !== undefined}>
    <div class="stack-s">
      <p class="small quiet">${say("check.text")}</p>
      ${check && html`<p class="strong" role="status">${done === everybody.length && done > 0 ? say("check.all", { count: done }) : say("check.some", { count: done, all: everybody.length })}</p>
        <ul class="rows">${table.seats.map((place) => {
          const seat = seatOf(board, place.seat);
          const here = peopleOf(place);
          const holder = pub.seats.find((one) => one.id === place.seat)?.holder;
          return html`<li key=${place.seat} class="row row-wrap"><${Marker} look=${seat.look} code=${seat.code} size=${28} /><span class="grow">${seat.name}</span>
            ${here.length === 0 ? html`<span class="quiet small">${say(holder === "bot" ? "check.bot" : "check.free")}</span>` : here.map((one) => html`<${Person} key=${one.person} check=${check} person=${one} />`)}</li>`;
        })}${session.waiting.map((one) => html`<li key=${one.person} class="row row-wrap"><${Icon} name="user" /><span class="grow quiet">${say("check.waiting")}</span><${Person} check=${check} person=${one} /></li>`)}</ul>`}
      <div class="actions actions-start"><${ActButton} icon="wifi" run=${start(true)}>${say(check ? "check.again" : "check.start")}<//>
        ${check && html`<${ActButton} kind="quiet" icon="x" run=${start(false)}>${say("check.stop")}<//>`}</div>
    </div><//>`;
}
