/** What is always in sight: game clock, wall clock, phase, whom the table waits for, and the next step. */
import { html, useEffect, useState } from "../dom.js";
import { seatOf, text } from "../board.js";
import { useWord } from "../words.js";
import { Clock } from "../parts/clock.js";
import { Icon } from "../parts/icon.js";
import { Marker } from "../parts/marker.js";
import { Notice } from "../parts/notice.js";
import { ThemeToggle } from "../parts/theme.js";
import { TopBar } from "../parts/topbar.js";
import { RoundTrack } from "../parts/track.js";
import { useDesk } from "./desk.js";
import { phaseWords, remaining, wallTime } from "./moment.js";
import { slotEnds } from "./plan.js";
import { Drift } from "./tables.js";
import "./texts/head.js";

const MINUTE = 60_000;

/** The time of day, kept right to the minute. */
function useWallClock() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date()), MINUTE - (Date.now() % MINUTE));
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}

/** @param {{ secrets: boolean, onSecrets: ((shown: boolean) => void) | null }} props `onSecrets` null: this reader has none to show */
export function Head({ secrets, onSecrets }) {
  const say = useWord();
  const { board, frame, pub, session, table, tables } = useDesk();
  const now = useWallClock();
  const left = remaining(frame);
  const names = tables.length > 1 ? html`<bdi>${table.name}</bdi>, ` : null;
  const side = html`<div class="head-side">
    <div class="head-clock">
      ${left !== null && html`<${Clock} remainingMs=${left} running=${frame.running} pace=${frame.pace} label=${say("head.left")} />`}
      <span class="small quiet head-wall"><${Icon} name="clock" size="s" /><span class="visually-hidden">${say("head.wall")} </span>${wallTime(now)}</span>
    </div>
    ${onSecrets && html`<button type="button" class="button button-icon button-outline" aria-pressed=${String(secrets)} onClick=${() => onSecrets(!secrets)}
      aria-label=${say("head.secrets")} title=${say(secrets ? "head.secrets_on" : "head.secrets_off")}><${Icon} name=${secrets ? "eye" : "eye-off"} /></button>`}
    <span class="head-theme"><${ThemeToggle} /></span>
  </div>`;
  return html`<${TopBar} title=${html`<bdi>${session.title}</bdi>`} detail=${html`${names}${phaseWords(board, pub)}`} side=${side}
    track=${html`<${RoundTrack} round=${pub.phase === "ended" || pub.phase === "year_one" ? pub.rounds + 1 : pub.round} rounds=${pub.rounds} />`} />`;
}

/** One sentence: what the table is at, until when, and whom it waits for. */
export function Status() {
  const say = useWord();
  const { board, frame, pub, session } = useDesk();
  const left = remaining(frame);
  const until = left !== null && frame.running && left > 0 ? wallTime(Date.now() + left / frame.pace) : null;
  if (pub.paused) return html`<p class="status">${say("status.paused")}</p>`;
  const free = pub.seats.filter((one) => one.holder === "nobody").length;
  if (pub.phase === "lobby") {
    const full = pub.first_game && !pub.practice ? "status.practised" : "status.full";
    return html`<p class="status">${say(free === 0 ? full : free === 1 ? "status.lobby_one" : "status.lobby", { free })}</p>`;
  }
  if (pub.phase === "ended") return html`<p class="status">${say("status.ended", { outcome: text(board, `outcomes.${pub.outcome}.name`) })}</p>`;
  const time = until ? say(pub.clock_ends ? "status.ends" : "status.until", { until }) : left === 0 ? say("status.over") : say("status.open");
  return html`<div class="status-line">
    ${pub.waiting_for.length > 0
      ? html`<p class="status">${say("status.waits")}</p><ul class="line waits">${pub.waiting_for.map((id) => {
          const seat = seatOf(board, id);
          return html`<li key=${id} class="who"><${Marker} look=${seat.look} code=${seat.code} size=${26} /><bdi>${seat.short}</bdi></li>`;
        })}</ul>`
      : html`<p class="status">${say(`status.${pub.drawing ? "drawing" : pub.phase === "vote" && pub.votes ? "counted" : pub.phase}`)}</p>`}
    <p class="quiet small status-time">${time}</p><${Drift} frame=${frame} slot=${session.slot} />
  </div>`;
}

/** Says when play eats into the third of the booked time that belongs to the debrief. */
export function SlotNotice() {
  const say = useWord();
  const { frame, session } = useDesk();
  const now = useWallClock();
  const ends = session.slot ? slotEnds(frame, session.slot, Number(now)) : null;
  if (!ends || !(ends.tight || ends.over)) return null;
  const words = { ends: wallTime(ends.playEnds), until: wallTime(ends.debriefAt), booked: session.slot?.booked_min ?? 0 };
  return html`<${Notice} kind="now" icon="timer">${say(ends.over ? "plan.over" : "plan.tight", words)}<//>`;
}
