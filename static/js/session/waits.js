/** Whom the phase waits for, until when, and what comes then; with what can be done about each at once. */
import { html, useState } from "../dom.js";
import { seatOf } from "../board.js";
import { chosenWords } from "../saychoice.js";
import { useWord } from "../words.js";
import { Button } from "../parts/button.js";
import { Icon } from "../parts/icon.js";
import { Marker } from "../parts/marker.js";
import { ActButton } from "./act.js";
import { useDesk } from "./desk.js";
import { remaining, wallTime } from "./moment.js";
import "./texts/attention.js";

const MINUTES = Object.freeze([1, 2, 5]);

/**
 * What happens to a seat that does nothing until the phase ends: the last part of the sentence's key.
 * @param {import("./desk.js").Desk} desk
 * @param {string} id
 */
function defaultOf({ pub }, id) {
  const seat = pub.seats.find((one) => one.id === id);
  if (pub.phase === "vote") return "vote";
  if (pub.phase === "plan") return seat?.planned ? "planned" : "plan";
  const choice = pub.card?.choosing && seat?.choice === null ? pub.card.choice : null;
  if (choice?.by === id) return "choice_own";
  return choice?.by === "all" ? "choice" : "talk";
}

/** @param {{ onSeat: (seat: string, part?: string) => void }} props */
export function Waits({ onSeat }) {
  const say = useWord();
  const desk = useDesk();
  const { board, pub, frame, control } = desk;
  const [open, setOpen] = useState(false);
  if (pub.paused || pub.waiting_for.length === 0 || pub.phase === "lobby" || pub.phase === "ended") return null;
  const left = remaining(frame);
  const until = left === null || !frame.running ? null : wallTime(Date.now() + left);
  const head = left === null ? say("waits.open") : left === 0 ? say("waits.over") : say(pub.clock_ends ? "waits.ends" : "waits.until", { until: until ?? "" });
  const { choice } = pub.card ?? {};
  const option = choice ? chosenWords(board, pub.card, choice.default, frame.view.words) : "";
  const [what, ...more] = new Set(pub.waiting_for.map((id) => defaultOf(desk, id)));
  const one = more.length ? "" : say(pub.waiting_for.length === 1 ? `default.${what}` : `default.${what}_many`, { option });
  return html`<section class="card card-flat waits-card" aria-labelledby="waits-title">
    <div class="card-head line-between"><h2 id="waits-title" class="line"><${Icon} name="hourglass" />${say(pub.waiting_for.length === 1 ? "waits.one" : "waits.many", { count: pub.waiting_for.length })}</h2>
      <button type="button" class="button button-quiet" aria-expanded=${String(open)} onClick=${() => setOpen(!open)}><${Icon} name=${open ? "chevron-up" : "chevron-down"} /><span>${say(open ? "waits.hide" : "waits.show")}</span></button></div>
    <div class="card-body stack-s"><p class="quiet">${head} ${!open && one}</p>
      ${open && pub.length_s !== null && html`<div class="course-time" role="group" aria-label=${say("waits.extend")}>${MINUTES.map((one) => html`<${ActButton} key=${one} run=${() => control({ type: "extend", seconds: one * 60 })}>+${one} min<//>`)}</div>`}
      ${open && html`<ul class="rows">${pub.waiting_for.map((id) => {
        const seat = seatOf(board, id);
        return html`<li key=${id} class="row row-wrap"><${Marker} look=${seat.look} code=${seat.code} size=${28} /><span class="grow"><span class="strong block">${seat.name}</span><span class="small quiet">${say(`default.${defaultOf(desk, id)}`, { option })}</span></span>
          <div class="line"><${Button} icon="hand" onClick=${() => onSeat(id, "act")}>${say("need.act")}<span class="visually-hidden">: ${seat.name}</span><//>
            <${ActButton} kind="quiet" icon="ban" run=${() => control({ type: "drop_seat", seat: id })}>${say("need.drop")}<span class="visually-hidden">: ${seat.name}</span><//></div></li>`;
      })}</ul>`}
    </div></section>`;
}
