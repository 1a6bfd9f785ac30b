/** Who saved the report and when, and the way back to what was saved once. Nothing is lost by going back. */
import { html, useEffect, useState } from "../dom.js";
import { read } from "../ask.js";
import { Button } from "../parts/button.js";
import { Notice } from "../parts/notice.js";
import { useWord } from "../words.js";
import { readLines } from "./merging.js";

/**
 * @typedef {import("./shapes.js").Clash} Clash
 * @typedef {import("../protocol.js").SheetSaved} Saved
 * @typedef {import("./shapes.js").SheetNow} SheetNow
 */

/** @param {number} ms */
function when(ms) {
  const at = new Date(ms);
  const time = at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  return at.toDateString() === new Date().toDateString() ? time : `${at.toLocaleDateString()} ${time}`;
}

/**
 * Who saved it, and when, as far as somebody noted it.
 * @param {(key: string, params?: Readonly<Record<string, string | number>>) => string} say
 * @param {Saved} saved
 */
export function savedWords(say, saved) {
  const by = saved.mine ? say("report.you") : saved.by || say("report.somebody");
  return say(saved.wall_ms === null ? "report.changed_by" : "report.changed_by_at", { by, at: saved.wall_ms === null ? "" : when(saved.wall_ms) });
}

/**
 * @param {object} props
 * @param {string} props.address of the sheet
 * @param {Saved | null} props.saved the newest
 * @param {(once: SheetNow) => void} props.onTake lays what was saved once into the form
 */
export function Revisions({ address, saved, onTake }) {
  const say = useWord();
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState(/** @type {readonly Saved[] | null} */ (null));
  const [wrong, setWrong] = useState("");
  useEffect(() => {
    if (!open) return;
    void read(`${address}/revisions`).then((answer) => {
      if (answer.ok) setFound(/** @type {{ revisions: readonly Saved[] }} */ (answer.value).revisions);
      else setWrong(answer.sentence || say("report.unreachable"));
    });
  }, [open, address]);
  const take = async (/** @type {number} */ revision) => {
    const answer = await read(`${address}/revisions/${revision}`);
    if (!answer.ok) return setWrong(answer.sentence || say("report.unreachable"));
    setOpen(false);
    onTake(/** @type {SheetNow} */ (answer.value));
  };
  if (!saved) return null;
  const older = found?.filter((one) => one.revision !== saved.revision) ?? [];
  return html`<div class="stack-s">
    <div class="line-between"><p class="quiet small">${savedWords(say, saved)}</p>
      <button type="button" class="button button-quiet small" aria-expanded=${String(open)} onClick=${() => setOpen(!open)}>${say("report.earlier")}</button></div>
    ${wrong && html`<${Notice} kind="bad">${wrong}<//>`}
    ${open && found && older.length === 0 && html`<p class="quiet small">${say("report.no_earlier")}</p>`}
    ${open && older.length > 0 && html`<ul class="stack-s report-revisions">${older.map((one) => html`<li key=${one.revision} class="line-between">
      <span>${say("report.revision", { number: one.revision })} <span class="quiet">${savedWords(say, one)}</span></span>
      <${Button} kind="quiet" onClick=${() => void take(one.revision)}>${say("report.take_once")}<span class="visually-hidden"> (${say("report.revision", { number: one.revision })})</span><//></li>`)}</ul>`}
  </div>`;
}

/**
 * Where two wrote at once: both versions, and the choice.
 * @param {object} props
 * @param {Saved | null} props.saved what they saved meanwhile
 * @param {readonly Clash[]} props.clashes
 * @param {(clash: Clash) => void} props.onTheirs
 */
export function Clashes({ saved, clashes, onTheirs }) {
  const say = useWord();
  const name = (/** @type {Clash} */ { field, id, theirs, mine }) => {
    const title = /** @type {{ title?: string } | null} */ (theirs ?? mine)?.title;
    if (field === "measures") return id ? say("report.measure", { number: id }) : say("report.measures");
    return field === "objectives" ? title || say("report.objectives") : say(`report.${field}`);
  };
  const words = (/** @type {unknown} */ value) => {
    if (typeof value === "boolean") return [say(value ? "report.draft" : "report.final")];
    const lines = readLines(value);
    return lines.length > 0 ? lines : [say("report.empty_there")];
  };
  const who = saved ? savedWords(say, saved) : "";
  return html`<${Notice} kind="now"><div class="stack">
    <p><span class="strong">${say("report.meanwhile", { who })}</span> ${say(clashes.length > 0 ? "report.both_wrote" : "report.merged")}</p>
    ${clashes.map((one) => html`<section key=${`${one.field} ${one.id}`} class="stack-s report-clash"><h3>${name(one)}</h3>
      <div class="report-versions">
        <div><p class="label">${say("report.mine")}</p>${words(one.mine).map((line, at) => html`<p key=${at}><bdi>${line}</bdi></p>`)}</div>
        <div><p class="label">${say("report.theirs")}</p>${words(one.theirs).map((line, at) => html`<p key=${at}><bdi>${line}</bdi></p>`)}
          <div class="actions actions-start"><${Button} onClick=${() => onTheirs(one)}>${say("report.take_theirs")}<span class="visually-hidden"> (${name(one)})</span><//></div></div>
      </div></section>`)}
  </div><//>`;
}
