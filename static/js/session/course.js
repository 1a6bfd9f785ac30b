/** The course of the game: one button for the next step, and pause, time, autopilot, end. */
import { html, useState } from "../dom.js";
import { useWord } from "../words.js";
import { Button } from "../parts/button.js";
import { Dialog } from "../parts/dialog.js";
import { CheckField, TextField } from "../parts/field.js";
import { Icon } from "../parts/icon.js";
import { Emergency } from "../parts/notice.js";
import { ActButton, SureButton } from "./act.js";
import { useDesk, useDraft } from "./desk.js";
import { Resume } from "./resume.js";
import { RewindDialog } from "./rewind.js";
import "./texts/course.js";
import "./texts/rewind.js";

const WORDS = 1000;
const STEPS_S = Object.freeze([-60, 60, 120]);
const LAST_QUARTER = 4;

/**
 * The key of the words for the next step.
 * @param {import("../protocol.js").Public} pub
 */
function nextStep(pub) {
  if (pub.phase === "lobby") return pub.practice ? "next.practice" : "next.start";
  if (pub.phase === "vote" && pub.votes !== null) return "next.after_vote";
  if (pub.phase === "year_one") {
    return pub.quarter === 0 ? "next.first_quarter" : pub.quarter < LAST_QUARTER ? "next.quarter" : "next.result";
  }
  return `next.${pub.phase}`;
}

/** The one button that changes with the phase. */
export function NextButton() {
  const say = useWord();
  const { pub, control, table } = useDesk();
  if (pub.phase === "ended") {
    return html`<a class="button button-primary button-big" href=${`/debrief/${table.id}`}><${Icon} name="scan-search" /><span>${say("next.debrief")}</span></a>`;
  }
  if (pub.paused) return html`<${Resume} />`;
  const run = () => control({ type: pub.phase === "lobby" ? "start" : "next_phase" });
  const words = say(nextStep(pub));
  // What seats have not sent yet would be lost for good: that is asked once more.
  const missing = pub.phase === "plan" || pub.phase === "vote" ? pub.waiting_for.length : 0;
  const icon = pub.phase === "lobby" ? "play" : "step-forward";
  if (missing === 0) return html`<${ActButton} key="next" kind="primary" icon=${icon} big run=${run}>${words}<//>`;
  return html`<${SureButton} key=${`sure-${pub.phase}-${pub.round}`} kind="primary" icon=${icon} big run=${run} yes=${words}
    question=${say(`next.sure_${pub.phase}`, { count: missing })}>${words}<//>`;
}

/** @param {{ open: boolean, onClose: () => void }} props */
function PauseDialog({ open, onClose }) {
  const say = useWord();
  const { control, tables, session } = useDesk();
  const [words, setWords] = useDraft(`pause ${session.id}`);
  const [all, setAll] = useState(true);
  const pause = () => control(words.trim() ? { type: "pause", text: words.trim() } : { type: "pause" }, tables.length > 1 && all);
  const then = () => {
    setWords("");
    onClose();
  };
  return html`<${Dialog} open=${open} title=${say("pause.title")} onClose=${onClose}>
    <p class="quiet">${say("pause.text")}</p>
    <${TextField} label=${say("pause.words")} value=${words} onInput=${setWords} maxLength=${WORDS} placeholder=${say("pause.sample")} />
    ${tables.length > 1 && html`<${CheckField} label=${say("pause.all", { count: tables.length })} checked=${all} onChange=${setAll} />`}
    <div class="actions"><${ActButton} kind="primary" icon="pause" run=${pause} then=${then}>${say("course.pause")}<//>
      <${Button} onClick=${onClose}>${say("desk.cancel")}<//></div>
  <//>`;
}

/** @param {{ open: boolean, onClose: () => void }} props */
function EndDialog({ open, onClose }) {
  const say = useWord();
  const { control, session, pub } = useDesk();
  const [why, setWhy] = useDraft(`end ${session.id}`);
  const end = async () => (why.trim() ? control({ type: "end_game", text: why.trim() }) : say("end.needs_why"));
  const then = () => {
    setWhy("");
    onClose();
  };
  return html`<${Dialog} open=${open} title=${say("end.title")} onClose=${onClose}>
    <p>${say("end.text", { round: pub.round, rounds: pub.rounds })}</p>
    <${TextField} label=${say("end.why")} help=${say("end.why_help")} value=${why} onInput=${setWhy} maxLength=${WORDS} rows=${3} />
    <div class="actions"><${ActButton} kind="danger" icon="flag" run=${end}
        then=${then}>${say("end.yes")}<//>
      <${Button} onClick=${onClose}>${say("end.no")}<//></div>
  <//>`;
}

/** @param {{ open: boolean, onClose: () => void }} props */
function EmergencyDialog({ open, onClose }) {
  const say = useWord();
  const { control, session } = useDesk();
  const [words, setWords] = useDraft(`emergency ${session.id}`);
  const stop = () => control({ type: "pause", emergency: true, ...(words.trim() ? { text: words.trim() } : {}) }, true);
  const then = () => {
    setWords("");
    onClose();
  };
  return html`<${Dialog} open=${open} title=${say("emergency.ask")} onClose=${onClose}>
    <p>${say("emergency.text")}</p>
    <${TextField} label=${say("emergency.words")} value=${words} onInput=${setWords} maxLength=${WORDS} />
    <div class="actions"><${ActButton} kind="danger" icon="siren" run=${stop} then=${then}>${say("emergency.stop")}<//>
      <${Button} onClick=${onClose}>${say("desk.cancel")}<//></div>
  <//>`;
}

/** The strip of the course of the game. */
export function Course() {
  const say = useWord();
  const { pub, control } = useDesk();
  const [open, setOpen] = useState("");
  const [more, setMore] = useState(false);
  const close = () => setOpen("");
  const running = pub.phase !== "lobby" && pub.phase !== "ended";
  const time = (/** @type {number} */ seconds) => html`<${ActButton} key=${seconds} run=${() => control({ type: "extend", seconds })}
    label=${say(seconds < 0 ? "course.shorten" : "course.extend", { minutes: Math.abs(seconds) / 60 })}>${seconds < 0 ? "\u2212" : "+"}${Math.abs(seconds) / 60}<span class="course-min"> min</span><//>`;
  return html`<div class="course">
    <div class="course-next"><${NextButton} /></div>
    ${running && !pub.paused && html`<${Button} icon="pause" onClick=${() => setOpen("pause")}>${say("course.pause")}<//>`}
    ${pub.phase !== "ended" && html`<button type="button" class="button button-outline button-icon course-toggle" aria-expanded=${String(more)} aria-controls="course-rest"
      aria-label=${say("course.more")} onClick=${() => setMore(!more)}><${Icon} name=${more ? "chevron-up" : "ellipsis"} /></button>`}
    <div id="course-rest" class="course-rest" data-open=${String(more)}>
    ${running && pub.length_s !== null && html`<div class="course-time" role="group" aria-label=${say("course.time")}>${STEPS_S.map(time)}</div>`}
    ${pub.phase !== "ended" && html`<${ActButton} icon=${pub.autopilot ? "fast-forward" : "hand"} pressed=${pub.autopilot}
      run=${() => control({ type: "set_autopilot", on: !pub.autopilot })}>${say("course.autopilot")}<//>`}
    ${pub.phase !== "lobby" && html`<${Button} kind="quiet" icon="rewind" onClick=${() => setOpen("rewind")}>${say("rewind.open")}<//>`}
    ${running && html`<div class="course-last">
      <${Button} kind="quiet" icon="flag" onClick=${() => setOpen("end")}>${say("course.end")}<//>
      <${Button} kind="quiet" icon="siren" onClick=${() => setOpen("emergency")}>${say("course.emergency")}<//></div>`}
    </div>
    <${PauseDialog} open=${open === "pause"} onClose=${close} />
    <${RewindDialog} open=${open === "rewind"} onClose=${close} />
    <${EndDialog} open=${open === "end"} onClose=${close} />
    <${EmergencyDialog} open=${open === "emergency"} onClose=${close} />
  </div>`;
}

/** Covers the console while the exercise is stopped; two acts lead back. */
export function Stopped() {
  const say = useWord();
  const { pub, control, frame } = useDesk();
  const [sure, setSure] = useState(false);
  if (!pub.emergency) return null;
  const words = pub.pause_text ? frame.view.words[pub.pause_text] : "";
  return html`<${Emergency} title=${say("emergency.title")}>
    ${words && html`<p class="status"><bdi>${words}</bdi></p>`}
    <p>${say("emergency.shown")}</p>
    <div class="actions emergency-back">${sure
      ? html`<${ActButton} icon="play" run=${() => control({ type: "resume" }, true)}>${say("emergency.resume")}<//>
          <${Button} onClick=${() => setSure(false)}>${say("desk.cancel")}<//>`
      : html`<${Button} onClick=${() => setSure(true)}>${say("emergency.over")}<//>`}</div>
  <//>`;
}
