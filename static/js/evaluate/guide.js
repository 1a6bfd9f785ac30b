/** The evaluation guide: each objective with its tasks, what the log shows of it, and what was judged. */
import { html, useRef, useState } from "../dom.js";
import { text } from "../board.js";
import { lineWords } from "../say.js";
import { gameTime } from "../socket/frames.js";
import { useWord } from "../words.js";
import { formatTime } from "../parts/clock.js";
import { Button } from "../parts/button.js";
import { RadioCards, SelectField, TextField } from "../parts/field.js";
import { Icon } from "../parts/icon.js";
import { announce } from "../parts/liveregion.js";
import { Notice } from "../parts/notice.js";
import { useDesk, useDraft } from "../session/desk.js";
import { newId, useGuide } from "./data.js";
import "./texts/guide.js";

/**
 * @typedef {import("../protocol.js").GuideObjective} Objective
 * @typedef {import("../protocol.js").Evaluation} Evaluation
 * @typedef {import("../protocol.js").Evidence} Evidence
 * @typedef {(part: string, body: object, unreachable: string) => Promise<string | null>} Send
 */

const RATINGS = Object.freeze(["P", "S", "M", "U"]);
const WORDS = 4000;

/** Says a phase of a round in words. */
function useWhen() {
  const say = useWord();
  const { board } = useDesk();
  return (/** @type {number} */ round, /** @type {string} */ phase) => {
    const name = text(board, `terms.${phase}.name`);
    return round > 0 ? say("guide.phase_round", { round, phase: name }) : name;
  };
}

/** @param {{ objective: Objective, evidence: Evidence | null }} props */
function Tasks({ objective, evidence }) {
  const say = useWord();
  const when = useWhen();
  const { board } = useDesk();
  return html`<div class="stack-s"><ul class="rows">${objective.tasks.map((task) => {
    const found = evidence?.sighted.find((one) => one.objective === objective.id && one.task === task.id);
    return html`<li key=${task.id} class="guide-task"><p>${task.text}</p>
      ${found
        ? html`<details class="small"><summary>${say(found.count === 1 ? "guide.lines_one" : "guide.lines", { count: found.count })}, ${say("guide.first", { when: when(found.first_round, found.first_phase) })}</summary>
            <ul class="guide-lines">${found.lines.map((line, at) => {
              const { text: words, said } = lineWords(board, line, evidence?.words ?? {});
              return html`<li key=${at}><span class="mono">${formatTime(line.at_ms)}</span> ${words}${said !== null && html` <q><bdi>${said}</bdi></q>`}</li>`;
            })}</ul></details>`
        : html`<p class="small quiet">${say("guide.no_lines")}</p>`}</li>`;
  })}</ul><p class="small quiet">${say("guide.evidence")}</p></div>`;
}

/** @param {{ one: Evaluation, objective: Objective, send: Send, onChange: (one: Evaluation) => void }} props */
function Judged({ one, objective, send, onChange }) {
  const say = useWord();
  const when = useWhen();
  const [refused, setRefused] = useState(/** @type {string | null} */ (null));
  const [dropped, setDropped] = useState(false);
  const task = objective.tasks.find((each) => each.id === one.task);
  const drop = async () => {
    const sentence = await send("/drop", { id: one.id }, say("guide.unreachable"));
    setRefused(sentence);
    if (sentence === null) announce(say("guide.dropped"));
    setDropped(sentence === null);
  };
  if (dropped) return null;
  return html`<li class="guide-judged"><p class="line small"><span class="mono">${formatTime(one.at_ms)}</span> <span class="quiet">${when(one.round, one.phase)}${one.mine ? null : html`, <bdi>${one.by || say("guide.facilitator")}</bdi>`}</span>
      ${one.rating && html`<span class="chip chip-fill" title=${say(`guide.rate_${one.rating}`)}>${one.rating}</span>`}</p>
    ${task && html`<p class="small quiet">${task.text}</p>`}
    ${one.words && html`<p class="guide-words"><bdi>${one.words}</bdi></p>`}
    ${one.mine && html`<div class="line"><${Button} kind="quiet" icon="pencil" onClick=${() => onChange(one)}>${say("guide.change")}<//>
      <${Button} kind="quiet" icon="x" refused=${refused} onClick=${() => void drop()}>${say("guide.drop")}<//></div>`}</li>`;
}

/** @param {{ objective: Objective, changing: Evaluation | null, send: Send, onDone: () => void }} props */
function Form({ objective, changing, send, onDone }) {
  const say = useWord();
  const when = useWhen();
  const { frame, pub, table, session } = useDesk();
  const key = `judge ${session.id} ${table.id} ${objective.id}`;
  const [words, setWords] = useDraft(key);
  const [task, setTask] = useState("");
  const [rating, setRating] = useState("");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(/** @type {string | null} */ (null));
  const [pin, setPin] = useState(/** @type {{ ms: number, when: string } | null} */ (null));
  const id = useRef(newId());
  const was = useRef(/** @type {Evaluation | null} */ (null));
  if (changing && was.current !== changing) {
    was.current = changing;
    id.current = changing.id;
    setWords(changing.words);
    setTask(changing.task ?? "");
    setRating(changing.rating ?? "");
    setPin({ ms: changing.at_ms, when: when(changing.round, changing.phase) });
  }
  // What is judged is what was seen when one began to write, not when one has finished.
  const begin = () => setPin((now) => now ?? { ms: Math.floor(gameTime(frame)), when: when(pub.round, pub.phase) });
  const clear = () => {
    setWords("");
    setTask("");
    setRating("");
    setPin(null);
    setRefused(null);
    id.current = newId();
    was.current = null;
    onDone();
  };
  const keep = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy) return;
    if (!rating && !words.trim()) {
      setRefused(say("guide.empty"));
      return;
    }
    setBusy(true);
    const body = { id: id.current, table: table.id, objective: objective.id, task: task || null, rating: rating || null, words, at_ms: pin?.ms ?? null };
    const sentence = await send("", body, say("guide.unreachable"));
    setBusy(false);
    setRefused(sentence);
    if (sentence !== null) return;
    announce(say("guide.kept"));
    clear();
  };
  const about = [{ value: "", label: say("guide.whole") }, ...objective.tasks.map((one) => ({ value: one.id, label: one.text }))];
  const rates = [...RATINGS, ""].map((value) => ({ value, label: say(`guide.rate_${value || "none"}`) }));
  const change = (/** @type {(value: string) => void} */ set) => (/** @type {string} */ value) => {
    begin();
    set(value);
  };
  return html`<form class="stack-s guide-form" onSubmit=${keep}>
    ${changing && html`<${Notice} kind="now"><div class="line-between"><span>${say("guide.changing", { clock: formatTime(changing.at_ms) })}</span><${Button} kind="quiet" onClick=${clear}>${say("guide.leave")}<//></div><//>`}
    <${SelectField} label=${say("guide.what")} value=${task} options=${about} onChange=${change(setTask)} />
    <${RadioCards} label=${say("guide.rating")} name=${`rating-${objective.id}`} value=${rating} options=${rates} columns onChange=${change(setRating)} />
    <${TextField} label=${say("guide.words")} value=${words} rows=${3} maxLength=${WORDS} onInput=${change(setWords)}
      help=${pin ? say("guide.pinned", { clock: formatTime(pin.ms), when: pin.when }) : undefined} />
    <${Button} type="submit" kind="primary" icon="check" busy=${busy} refused=${refused}>${say("guide.keep")}<//>
  </form>`;
}

/** @param {{ objective: Objective, judged: readonly Evaluation[], evidence: Evidence | null, send: Send }} props */
function ObjectivePart({ objective, judged, evidence, send }) {
  const say = useWord();
  const when = useWhen();
  const [changing, setChanging] = useState(/** @type {Evaluation | null} */ (null));
  const seen = evidence?.sighted.filter((one) => one.objective === objective.id) ?? [];
  const first = seen.reduce((/** @type {typeof seen[number] | null} */ least, one) => (!least || one.first_ms < least.first_ms ? one : least), null);
  return html`<details class="fold guide-objective"><summary><span class="grow"><span class="block">${objective.name}</span>
      <span class="small guide-marks">${first
        ? html`<span class="chip"><${Icon} name="circle-check" size="s" />${say("guide.first", { when: when(first.first_round, first.first_phase) })}</span>`
        : evidence && html`<span class="chip chip-dash">${say("guide.unseen")}</span>`}
      ${judged.filter((one) => one.rating).map((one) => html`<span key=${one.id} class="chip chip-fill">${one.rating}</span>`)}</span></span></summary>
    <div class="stack"><p class="quiet">${objective.text}</p>
      <${Tasks} objective=${objective} evidence=${evidence} />
      ${judged.length > 0 && html`<ul class="rows">${judged.map((one) => html`<${Judged} key=${one.id} one=${one} objective=${objective} send=${send} onChange=${setChanging} />`)}</ul>`}
      <${Form} objective=${objective} changing=${changing} send=${send} onDone=${() => setChanging(null)} /></div>
  </details>`;
}

/** The guide for the table in view. */
export function Guide() {
  const say = useWord();
  const { session, table, pub } = useDesk();
  const { judged, evidence, failed, renew, send } = useGuide(session.id, table.id, `${pub.round} ${pub.phase}`);
  if (!judged) {
    if (!failed) return html`<p role="status" class="quiet">${say("guide.loading")}</p><span class="skeleton skeleton-block"></span>`;
    return html`<${Notice} kind="bad">${say("guide.failed")} <${Button} icon="refresh-cw" onClick=${() => void renew()}>${say("guide.retry")}<//><//>`;
  }
  if (judged.guide.length === 0) return html`<p class="quiet">${say("guide.none")}</p>`;
  const here = judged.evaluations.filter((one) => one.table === table.id);
  return html`<div class="guide">${judged.guide.map(
    (one) => html`<${ObjectivePart} key=${one.id} objective=${one} judged=${here.filter((each) => each.objective === one.id)} evidence=${evidence} send=${send} />`,
  )}</div>`;
}
