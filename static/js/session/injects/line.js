/** One line of the script: where it stands, what it does, and what can be done with it. */
import { html, useState } from "../../dom.js";
import { seatOf, text } from "../../board.js";
import { effectsLines } from "../../sayeffects.js";
import { useWord } from "../../words.js";
import { Button } from "../../parts/button.js";
import { formatClock, formatTime } from "../../parts/clock.js";
import { Dialog } from "../../parts/dialog.js";
import { TextField } from "../../parts/field.js";
import { Icon } from "../../parts/icon.js";
import { ActButton, SureButton } from "../act.js";
import { useDesk } from "../desk.js";
import { labelsOf, posedOf } from "./choice.js";
import { useLuck } from "./data.js";
import { TryAndDo } from "./dry.js";
import { AlsoAt, useAlso } from "./tables.js";
import { cuesWords, headlineOf, toWords, whenWords } from "./words.js";
import "../texts/lines.js";

/**
 * @typedef {import("./data.js").Script} Script
 * @typedef {import("./data.js").ScriptRow} ScriptRow
 */

const LOOKS = Object.freeze({ waiting: ["chip-fill", "hourglass"], due: ["chip-now", "bell"], late: ["chip-bad", "clock"], done: ["chip-good", "check"], skipped: ["chip-dash", "ban"], passed: ["chip-dash", "minus"] });

/** @param {{ row: ScriptRow }} props */
function StatusChip({ row: { standing, held } }) {
  const say = useWord();
  const [look, icon] = LOOKS[standing.status];
  return html`<span class=${`chip ${look}`}><${Icon} name=${icon ?? "circle"} />${say(`line.status.${standing.status}`)}</span>
    ${held && standing.status !== "done" && html`<span class="chip chip-dash"><${Icon} name="hand" />${say("line.held")}</span>`}`;
}

/** What became of what it expects. @param {{ row: ScriptRow }} props */
function Response({ row: { line, standing, words } }) {
  const say = useWord();
  const { frame } = useDesk();
  if (standing.fired_ms === null || !(line.expect?.length || line.window_s || words.expected || standing.met !== null)) return null;
  if (standing.met) return html`<p class="line small good"><${Icon} name="circle-check" /><span>${say("line.met", { time: formatClock(standing.response_ms ?? 0) })}</span></p>`;
  if (standing.met === false) return html`<p class="line small"><${Icon} name="circle-x" /><span>${say("line.unmet")}</span></p>`;
  if (standing.overdue) return html`<p class="line small bad"><${Icon} name="triangle-alert" /><span>${say("line.overdue")}</span></p>`;
  const left = standing.closes_ms === null ? "" : formatClock(standing.closes_ms - frame.atMs);
  return html`<p class="line small"><${Icon} name="timer" /><span>${left ? say("line.open_until", { left }) : say("line.open")}</span></p>`;
}

/** @param {{ row: ScriptRow }} props */
function More({ row: { line, words, standing } }) {
  const say = useWord();
  const { board } = useDesk();
  const facts = [
    ["line.to", toWords(board, say, line.to ?? [])],
    ["line.chooses", line.choice ? (line.choice.by === "all" ? say("choice.by_all") : seatOf(board, line.choice.by).name) : ""],
    ["line.expected", words.expected],
    ["line.expect", cuesWords(board, say, line.expect ?? [])],
    ["line.window", line.window_s ? formatClock(line.window_s * 1000) : ""],
    ["line.objective", words.objective],
    ["line.contingency", words.contingency],
    ["line.contingency_line", line.contingency ? `#${line.contingency}` : ""],
    ["line.planned", standing.planned_ms === null ? "" : formatTime(standing.planned_ms)],
    ["line.actual", standing.fired_ms === null ? "" : formatTime(standing.fired_ms)],
    ["line.auto", line.auto ? say("line.auto_yes") : ""],
  ].filter(([, said]) => said);
  const story = line.card ? text(board, `cards.${line.card}.story`) : words.story;
  return html`<div class="stack-s">
    ${story && html`<p class="small"><bdi>${story}</bdi></p>`}
    ${!line.card && (line.effects?.length ?? 0) > 0 && html`<ul class="bullets small">${effectsLines(board, /** @type {readonly import("../../protocol.js").Effect[]} */ (line.effects ?? [])).map((one, at) => html`<li key=${at}>${one}</li>`)}</ul>`}
    ${(line.choice?.options ?? []).map(({ id, effects }, at) => html`<div key=${id} class="small"><p class="strong"><bdi>${words.options[at] || id}</bdi>${id === line.choice?.default && html` <span class="quiet">${say("line.default")}</span>`}</p>
      ${(effects?.length ?? 0) > 0 && html`<ul class="bullets">${effectsLines(board, /** @type {readonly import("../../protocol.js").Effect[]} */ (effects ?? [])).map((one, key) => html`<li key=${key}>${one}</li>`)}</ul>`}</div>`)}
    <dl class="line-facts small">${facts.map(([key, said]) => html`<div key=${key}><dt class="quiet">${say(String(key))}</dt><dd><bdi>${said}</bdi></dd></div>`)}</dl>
  </div>`;
}

/**
 * The dialog that lays a line, with its words as they will be read and a dry run.
 * @param {{ row: ScriptRow, script: Script, onClose: () => void }} props
 */
function Fire({ row, script, onClose }) {
  const say = useWord();
  const { board } = useDesk();
  const luck = useLuck(script);
  const { line, words } = row;
  const own = !line.card;
  const [headline, setHeadline] = useState(words.headline);
  const [story, setStory] = useState(words.story);
  const [named, setNamed] = useState(() => labelsOf(own ? posedOf(line.choice, words.options) : null));
  const whole = Object.values(named).every((one) => one.trim() !== "");
  const said = [headline, story, ...Object.values(named)].map((one) => one.trim()).filter(Boolean).join("\n");
  const command = own && !(headline.trim() && whole) ? null : { type: "fire_line", number: line.number, luck, ...(own ? { text: said } : {}) };
  const also = useAlso(command);
  return html`<div class="with-dry stack"><div class="stack">
    <p class="small quiet">${say("line.goes_to", { to: toWords(board, say, line.to ?? []) })}</p>
    ${own
      ? html`<${TextField} label=${say("form.headline")} value=${headline} maxLength=${60} onInput=${setHeadline} />
        <${TextField} label=${say("form.story")} value=${story} rows=${3} maxLength=${280} onInput=${setStory} />
        ${Object.entries(named).map(([id, label], at) => html`<${TextField} key=${id} label=${say("choice.option", { number: at + 1 })} value=${label} maxLength=${60} onInput=${(/** @type {string} */ typed) => setNamed({ ...named, [id]: typed.replaceAll("\n", " ") })} />`)}`
      : html`<div class="dry-box stack-s"><p class="strong">${text(board, `cards.${line.card}.headline`)}</p><p class="small">${text(board, `cards.${line.card}.story`)}</p></div>`}
    </div><${TryAndDo} command=${command} lacking=${say(headline.trim() ? "choice.needs_labels" : "form.needs_headline")} also=${also.ids} places=${html`<${AlsoAt} command=${command} also=${also} labels=${named} />`} labels=${named} onDone=${onClose}>${say("line.fire_now")}<//>
  </div>`;
}

/** What is proposed where the answer did not come. @param {{ row: ScriptRow, onLine: (number: number) => void }} props */
function Contingency({ row: { line, words, standing }, onLine }) {
  const say = useWord();
  const { control } = useDesk();
  if (!standing.overdue) return null;
  return html`<div class="proposal stack-s"><p class="small strong">${say("line.propose")}</p>
    ${words.contingency && html`<p class="small"><bdi>${words.contingency}</bdi></p>`}
    <div class="actions actions-start">
      ${line.contingency && html`<${Button} kind="now" icon="zap" onClick=${() => onLine(Number(line.contingency))}>${say("line.lay_other", { number: line.contingency })}<//>`}
      ${words.contingency && html`<${ActButton} icon="megaphone" run=${() => control({ type: "speak", text: words.contingency })}>${say("line.say_it")}<//>`}
      ${standing.met === null && html`<${ActButton} icon="circle-x" run=${() => control({ type: "judge_line", number: line.number, met: false })}>${say("line.not_coming")}<//>`}
    </div></div>`;
}

/** @param {{ row: ScriptRow, onEdit: (row: ScriptRow) => void, onFire: (row: ScriptRow) => void }} props */
function Acts({ row, onEdit, onFire }) {
  const say = useWord();
  const { control, pub } = useDesk();
  const { line, standing, held, skipped } = row;
  const number = line.number;
  const over = pub.phase === "ended";
  if (standing.status === "done") {
    const judged = standing.met === true || over;
    return judged ? null : html`<div class="actions actions-start"><${ActButton} icon="circle-check" run=${() => control({ type: "judge_line", number })}>${say("line.came")}<//></div>`;
  }
  if (over) return null;
  return html`<div class="actions actions-start">
    ${!skipped && html`<${Button} kind=${standing.status === "due" || standing.status === "late" ? "now" : "outline"} icon="zap" onClick=${() => onFire(row)}>${say("line.fire")}<//>`}
    ${!skipped && html`<${ActButton} kind="quiet" icon=${held ? "play" : "hand"} run=${() => control({ type: "hold_line", number, held: !held })}>${say(held ? "line.free" : "line.hold")}<//>`}
    <${ActButton} kind="quiet" icon=${skipped ? "undo-2" : "ban"} run=${() => control({ type: "skip_line", number, skipped: !skipped })}>${say(skipped ? "line.restore" : "line.skip")}<//>
    <${Button} kind="quiet" icon="pencil" onClick=${() => onEdit(row)}>${say("line.edit")}<//>
    <${SureButton} kind="quiet" icon="x" run=${() => control({ type: "remove_line", number })} question=${say("line.remove_sure", { number })} yes=${say("line.remove_yes")}>${say("line.remove")}<//>
  </div>`;
}

/** @param {{ row: ScriptRow, onEdit: (row: ScriptRow) => void, onFire: (row: ScriptRow) => void, onLine: (number: number) => void, open?: boolean }} props */
export function ScriptLine({ row, onEdit, onFire, onLine, open = false }) {
  const say = useWord();
  const { board } = useDesk();
  const { line } = row;
  return html`<li class="script-line" data-status=${row.standing.status}>
    <details class="fold" open=${open}><summary><span class="script-head"><span class="mono">#${line.number}</span>
      <span class="strong"><bdi>${headlineOf(board, say, row)}</bdi></span><${StatusChip} row=${row} />
      <span class="small quiet script-when">${whenWords(board, say, line)}</span></span></summary>
      <div class="stack-s script-body"><${More} row=${row} /><${Acts} row=${row} onEdit=${onEdit} onFire=${onFire} /></div>
    </details>
    <${Response} row=${row} /><${Contingency} row=${row} onLine=${onLine} />
  </li>`;
}

/** A line that is written anew meanwhile begins anew here. @param {{ row: ScriptRow | null, script: Script | null, onClose: () => void }} props */
export function FireDialog({ row, script, onClose }) {
  const say = useWord();
  const { board } = useDesk();
  return html`<${Dialog} open=${row !== null} title=${row ? say("line.fire_title", { number: row.line.number, headline: headlineOf(board, say, row) }) : ""} onClose=${onClose}>
    ${row && script && html`<${Fire} key=${JSON.stringify([row.line, row.words])} row=${row} script=${script} onClose=${onClose} />`}
  <//>`;
}
