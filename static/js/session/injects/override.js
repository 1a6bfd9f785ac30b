/** Setting a value by hand: what it is, what it is to be, and why; with a dry run, and the way back. */
import { html, useState } from "../../dom.js";
import { dependencyOf, seatOf, text } from "../../board.js";
import { useWord } from "../../words.js";
import { Button } from "../../parts/button.js";
import { NumberStepper, SelectField, TextField } from "../../parts/field.js";
import { Icon } from "../../parts/icon.js";
import { Notice } from "../../parts/notice.js";
import { ActButton } from "../act.js";
import { useDesk } from "../desk.js";
import { DryRunView } from "./dry.js";
import { useDryRun } from "./try.js";
import { AlsoAt, useAlso } from "./tables.js";
import { valueName } from "./words.js";
import "../texts/dry.js";
import "../texts/override.js";

/**
 * @typedef {Record<string, unknown> & { type: string }} Command
 * @typedef {{ kind: string, track: string, seat: string, other: string, holding: string, agenda: string,
 *   frame: string, dependency: string, what: string, answered: string, to: number | null }} Choice
 * @typedef {{ table: string, undo: Command }} Undone
 * @typedef {{ undo: readonly Undone[] }} Done
 */

const KINDS = Object.freeze(["track", "agency", "trust", "agenda", "dependency"]);
const TRACKS = Object.freeze(["support", "legal_pressure", "counter", "rating"]);
const HOLDINGS = Object.freeze(["budget", "autonomy", "routines", "portals", "backing", "hand", "capacity"]);
const FRAMES = Object.freeze(["political", "legal", "economic", "technical"]);
const WHATS = Object.freeze(["progress", "answered", "common", "real", "dead_end", "live", "suspended"]);
const MOST = 20;

/** What a value is now; null: nobody may know, or it is no number. @param {Choice} choice @param {import("../desk.js").Desk} desk */
function present({ kind, track, seat, other, holding, dependency, what }, { pub, staff }) {
  if (kind === "track") return Number(/** @type {Record<string, unknown>} */ (/** @type {unknown} */ (pub))[track] ?? 0);
  if (kind === "trust") {
    const at = (/** @type {string} */ id) => pub.seats.findIndex((one) => one.id === id);
    return pub.trust[at(seat)]?.[at(other)] ?? 0;
  }
  if (kind === "agency") {
    const sheets = [staff.seats.find((one) => one.seat === seat), pub.seats.find((one) => one.id === seat)];
    const values = sheets.map((one) => /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (one ?? {}))[holding]);
    const found = values.find((one) => typeof one === "number");
    return found === undefined ? null : Number(found);
  }
  if (kind === "dependency" && what === "progress") return pub.dependencies.find((one) => one.id === dependency)?.progress ?? 0;
  return null;
}

/** The control of a choice, without its reason. @param {Choice} choice @param {number} to @returns {Command} */
function commandOf(choice, to) {
  const { kind, track, seat, other, holding, agenda, frame, dependency, what, answered } = choice;
  switch (kind) {
    case "track":
      return { type: "adjust_track", track, to };
    case "agency":
      return { type: "adjust_agency", seat, holding, to };
    case "trust":
      return { type: "adjust_trust", seat, other, to };
    case "agenda":
      return { type: "adjust_agenda", ...(agenda ? { agenda } : {}), ...(frame ? { frame } : {}) };
    default: {
      const set = { progress: { progress: to }, answered: { answered }, common: { common: true }, real: { real: true }, dead_end: { real: false }, live: { live: true }, suspended: { live: false } };
      return { type: "adjust_dependency", dependency, ...set[/** @type {keyof typeof set} */ (what)] };
    }
  }
}

/** @param {{ choice: Choice, put: (part: Partial<Choice>) => void, now: number | null, to: number }} props */
function Fields({ choice, put, now, to }) {
  const say = useWord();
  const { board, pub } = useDesk();
  const seats = pub.seats.map((one) => ({ value: one.id, label: seatOf(board, one.id).name }));
  const pick = (/** @type {keyof Choice} */ name, /** @type {readonly { value: string, label: string }[]} */ options, label = say(`override.${name}`)) =>
    html`<${SelectField} label=${label} value=${String(choice[name])} options=${options} onChange=${(/** @type {string} */ value) => put({ [name]: value, to: null })} />`;
  const named = (/** @type {readonly string[]} */ list) => list.map((value) => ({ value, label: valueName(board, say, value) }));
  const frames = [{ value: "", label: say("override.stays") }, ...FRAMES.map((value) => ({ value, label: text(board, `frames.${value}.name`) }))];
  const stepper = html`<div class="stack-s"><p class="small">${say("override.now", { now: now === null ? say("override.unknown") : now })}</p>
    <${NumberStepper} label=${say("override.to")} value=${to} min=${0} max=${choice.kind === "trust" ? 3 : MOST} onChange=${(/** @type {number} */ value) => put({ to: value })} /></div>`;
  switch (choice.kind) {
    case "track":
      return html`${pick("track", named(TRACKS))}${stepper}`;
    case "agency":
      return html`${pick("seat", seats)}${pick("holding", named(HOLDINGS))}${stepper}`;
    case "trust":
      return html`${pick("seat", seats, say("override.truster"))}${pick("other", seats.filter((one) => one.value !== choice.seat))}${stepper}`;
    case "agenda":
      return html`<p class="small">${say("override.agenda_now", { agenda: text(board, `frames.${pub.agenda}.name`), frame: text(board, `frames.${pub.frame}.name`) })}</p>${pick("agenda", frames)}${pick("frame", frames)}`;
    default: {
      const link = pub.dependencies.find((one) => one.id === choice.dependency);
      const sides = (link?.sides ?? []).map((one) => ({ value: one.seat, label: seatOf(board, one.seat).name }));
      return html`${pick("dependency", pub.dependencies.map((one) => ({ value: one.id, label: `${dependencyOf(board, one.id).tag} ${dependencyOf(board, one.id).name}` })))}
        ${pick("what", WHATS.map((value) => ({ value, label: say(`override.what.${value}`) })))}
        ${link && html`<p class="small">${say("override.link_now", { state: valueName(board, say, link.state), progress: link.progress, effort: link.effort })}</p>`}
        ${choice.what === "progress" && stepper}${choice.what === "answered" && pick("answered", sides)}`;
    }
  }
}

/** What was done, and the way back, at every table at which there is one. @param {{ done: Done, again: () => void }} props */
function Undo({ done, again }) {
  const say = useWord();
  const { control, session, table } = useDesk();
  const [back, setBack] = useState(false);
  const ways = done.undo.map((one) => ({ ...one, undo: { ...one.undo, text: say("override.undo_reason") } }));
  const here = ways.find((one) => one.table === table.id)?.undo ?? null;
  const found = useDryRun(back ? null : here);
  const all = async () => {
    for (const one of ways) {
      const sentence = await control(one.undo, [one.table]);
      if (sentence !== null) return `${session.tables.find((other) => other.id === one.table)?.name}: ${sentence}`;
    }
    return null;
  };
  return html`<div class="stack"><div role="status"><p class="line good strong"><${Icon} name="circle-check" /><span>${say(back ? "override.undone" : "override.done")}</span></p></div>
    ${!back && ways.length > 0 && html`<div class="dry-box stack-s"><h3>${say("override.undo_title")}</h3>${here && html`<${DryRunView} found=${found} />`}
      <div class="actions actions-start"><${ActButton} icon="undo-2" run=${all} then=${() => setBack(true)}>${ways.length > 1 ? say("override.undo_at", { count: ways.length }) : say("override.undo")}<//></div></div>`}
    ${ways.length === 0 && html`<p class="small quiet">${say("override.no_undo")}</p>`}
    <div class="actions actions-start"><${Button} icon="plus" onClick=${again}>${say("override.another")}<//></div>
  </div>`;
}

export function OverrideForm() {
  const say = useWord();
  const desk = useDesk();
  const { pub, control, table } = desk;
  const [first, second] = pub.seats;
  const [choice, setChoice] = useState(/** @returns {Choice} */ () => ({
    kind: "track", track: "support", seat: first?.id ?? "", other: second?.id ?? "", holding: "budget", agenda: "", frame: "",
    dependency: pub.dependencies[0]?.id ?? "", what: "progress", answered: "", to: null,
  }));
  const [reason, setReason] = useState("");
  const [done, setDone] = useState(/** @type {Done | null} */ (null));
  const now = present(choice, desk);
  const to = choice.to ?? now ?? 0;
  const put = (/** @type {Partial<Choice>} */ part) => {
    const next = { ...choice, ...part };
    if (next.other === next.seat) next.other = pub.seats.find((one) => one.id !== next.seat)?.id ?? "";
    const sides = pub.dependencies.find((one) => one.id === next.dependency)?.sides.map((one) => one.seat) ?? [];
    if (!sides.includes(next.answered)) next.answered = sides[0] ?? "";
    setChoice(next);
  };
  const tells = choice.kind === "agenda" ? Boolean(choice.agenda || choice.frame) : choice.to !== null || !["track", "agency", "trust"].includes(choice.kind);
  const change = tells ? commandOf(choice, to) : null;
  // The reason changes nothing of what it does: it is not tried again with every letter.
  const set = change && { ...change, text: reason.trim() };
  const tried = done || !change ? null : { ...change, text: "." };
  const found = useDryRun(tried);
  const also = useAlso(tried);
  const refused = found !== null && typeof found !== "string" && found.reason !== null;
  if (done) return html`<${Undo} done=${done} again=${() => { setDone(null); setChoice({ ...choice, to: null, agenda: "", frame: "" }); }} />`;
  /** The ways back as they stand before it is done: afterwards the old values are gone. @type {Undone[]} */
  const undo = [/** @type {const} */ ([table.id, found]), ...also.ids.map((id) => /** @type {const} */ ([id, also.runs.get(id) ?? null]))].flatMap(([id, one]) =>
    one !== null && typeof one !== "string" && one.undo ? [{ table: id, undo: /** @type {Command} */ (/** @type {unknown} */ (one.undo)) }] : [],
  );
  const lacking = !set ? say("override.needs_value") : !reason.trim() ? say("override.needs_reason") : refused ? say("dry.refused") : found === null || also.trying ? say("dry.trying") : null;
  return html`<div class="with-dry stack"><div class="stack">
    <${SelectField} label=${say("override.kind")} value=${choice.kind} options=${KINDS.map((value) => ({ value, label: say(`override.kind.${value}`) }))} onChange=${(/** @type {string} */ kind) => put({ kind, to: null })} />
    <${Fields} choice=${choice} put=${put} now=${now} to=${to} />
    <${TextField} label=${say("override.reason")} help=${say("override.reason_help")} value=${reason} rows=${2} maxLength=${1000} onInput=${setReason} />
    </div><section class="dry-box stack-s" aria-label=${say("dry.title")}><h3 class="line"><${Icon} name="scan-search" /><span>${say("dry.title")}</span></h3>
      ${set ? html`<${DryRunView} found=${found} />` : html`<p class="small quiet">${say("override.needs_value")}</p>`}
      <${AlsoAt} command=${set} also=${also} />
      <div class="actions actions-start"><${ActButton} kind="primary" icon="check" reason=${lacking} run=${() => control(/** @type {object} */ (set), [table.id, ...also.ids])} then=${() => setDone({ undo })}>${say("override.set")}${also.ids.length > 0 && ` ${say("also.count", { count: also.ids.length + 1 })}`}<//></div>
      ${refused && html`<${Notice} plain>${say("override.refused_help")}<//>`}</section>
  </div>`;
}
