/** Play stands still: why, and the time of day by which people come back. */
import { html, useEffect, useState } from "../dom.js";
import { Countdown } from "../parts/countdown.js";
import { Icon } from "../parts/icon.js";
import { phaseWords, wallTime } from "../session/moment.js";
import { useWord } from "../words.js";
import { useShow } from "./show.js";

const MINUTE = 60_000;

/** The word of the facilitator, and the time of day by which people come back. */
export function PauseScene() {
  const say = useWord();
  const { board, pub, frame } = useShow();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date()), MINUTE - (Date.now() % MINUTE));
    return () => clearTimeout(timer);
  }, [now]);
  const words = pub.pause_text ? frame.view.words[pub.pause_text] : "";
  const counting = frame.view.clock?.resumes_s ?? null;
  if (counting !== null) return html`<div class="scene scene-pause"><h2>${say("pause.goes_on")}</h2><p class="pause-count"><${Countdown} seconds=${counting} /></p></div>`;
  const back = pub.set_back ? say("pause.set_back", { moment: phaseWords(board, pub) }) : say("pause.title");
  return html`<div class="scene scene-pause"><${Icon} name=${pub.set_back ? "rewind" : "pause"} size="l" /><h2>${back}</h2>
    ${words && html`<p class="pause-words"><bdi>${words}</bdi></p>`}<p class="quiet lead">${say("pause.time", { time: wallTime(now) })}</p></div>`;
}

/** A line above what the facilitator shows while play stands still. */
export function PauseLine() {
  const say = useWord();
  const { pub, frame } = useShow();
  const words = pub.pause_text ? frame.view.words[pub.pause_text] : "";
  return html`<p class="room-pulse"><${Icon} name="pause" /><span><span class="strong">${say("pause.line")}</span> ${words && html`<bdi>${words}</bdi>`}</span></p>`;
}
