/** The mark of a rehearsal, what it says about the length, and the way out of it. */
import { html } from "../dom.js";
import { gameTime } from "../socket/frames.js";
import { useWord } from "../words.js";
import { Notice } from "../parts/notice.js";
import { ActButton } from "./act.js";
import { useDesk } from "./desk.js";
import { planned } from "./plan.js";
import "./texts/head.js";

const MINUTE_MS = 60_000;
/** A third of the booked time belongs to the debrief. */
const FOR_PLAY = 2 / 3;

/** Nothing where this is no rehearsal. */
export function Rehearsal() {
  const say = useWord();
  const { session, pub, frame, fetch } = useDesk();
  const slot = session.slot;
  if (!slot?.rehearsal) return null;
  const full = Math.round(planned(pub, slot).total / 60);
  const played = Math.max(1, Math.round(gameTime(frame) / MINUTE_MS));
  const play = slot.booked_min ? Math.floor(slot.booked_min * FOR_PLAY) : null;
  const close = async () => {
    const asked = await fetch("end", {});
    if (!asked.ok) return asked.failure.sentence;
    location.assign("/console");
    return null;
  };
  return html`<${Notice} kind="now" icon="fast-forward"><div class="stack-s"><p class="strong">${say("rehearsal.mark")}</p>
      <p>${say(pub.phase === "ended" ? "rehearsal.over" : "rehearsal.plays", { played, full })}
        ${play !== null && html` ${say(full > play ? "rehearsal.too_long" : "rehearsal.fits", { play, booked: slot.booked_min ?? 0, over: full - play })}`}</p>
      <div class="actions actions-start"><${ActButton} icon="log-out" run=${close}>${say("rehearsal.close")}<//></div></div><//>`;
}
