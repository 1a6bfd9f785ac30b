/** The same at other tables too: each with its own dry run, in short, and in full when it is unfolded. */
import { html, useState } from "../../dom.js";
import { reasonWords } from "../../say.js";
import { useWord } from "../../words.js";
import { CheckField } from "../../parts/field.js";
import { useDesk } from "../desk.js";
import { DryRunView } from "./dry.js";
import { useDryRuns } from "./try.js";
import "../texts/dry.js";

/** @typedef {import("./data.js").DryRun} Found */

/** A dry run in one line. @param {import("../../board.js").Board} board @param {(key: string, params?: import("../../words.js").Params) => string} say @param {Found | string | undefined} found */
function shortly(board, say, found) {
  if (found === undefined) return say("dry.trying");
  if (typeof found === "string") return found;
  if (found.reason !== null) return reasonWords(board, found.reason, found.detail);
  const seats = found.audience.filter((one) => one.seat !== null);
  const goals = found.lost.length + found.unmet.length;
  return [
    say("dry.short_sees", { count: seats.filter((one) => one.sees).length, seats: seats.length }),
    say(found.changes.length === 1 ? "dry.short_change" : "dry.short_changes", { count: found.changes.length }),
    ...(goals ? [say("dry.short_goals", { count: goals })] : []),
  ].join(", ");
}

/** One table's dry run: a line that unfolds. @param {{ name: string, found: Found | string | undefined, card?: string, labels?: Readonly<Record<string, string>> }} props */
export function TableRun({ name, found, card, labels }) {
  const say = useWord();
  const { board } = useDesk();
  const whole = found !== undefined && typeof found !== "string" && found.reason === null;
  const line = html`<span class="small"><span class="visually-hidden">${name}: </span>${shortly(board, say, found)}</span>`;
  return whole ? html`<details class="fold table-run"><summary>${line}</summary><${DryRunView} found=${found} card=${card} labels=${labels} /></details>` : html`<p class="quiet">${line}</p>`;
}

/**
 * The other tables of the session, what a command would do at each, and which of them are ticked.
 * @typedef {ReturnType<typeof useAlso>} Also
 * @param {object | null} command
 */
export function useAlso(command) {
  const { session, table, tables } = useDesk();
  const [ticked, setTicked] = useState(/** @type {readonly string[]} */ ([]));
  const others = session.tables.filter((one) => tables.includes(one.id) && one.id !== table.id);
  const { runs, trying } = useDryRuns(command, others.map((one) => one.id));
  const can = (/** @type {string} */ id) => {
    const found = runs.get(id);
    return found !== undefined && typeof found !== "string" && found.reason === null;
  };
  return { others, runs, trying, can, ids: ticked.filter(can), setTicked };
}

/** @param {{ command: object | null, also: Also, labels?: Readonly<Record<string, string>> }} props `labels`: of options that are written now */
export function AlsoAt({ command, also: { others, runs, can, ids, setTicked }, labels }) {
  const say = useWord();
  const { table } = useDesk();
  if (others.length === 0) return null;
  const able = others.map((one) => one.id).filter(can);
  const flip = (/** @type {string} */ id, /** @type {boolean} */ on) => setTicked(able.filter((one) => (one === id ? on : ids.includes(one))));
  return html`<fieldset class="field also-at"><legend>${say("also.title", { table: table.name })}</legend>
    ${able.length > 1 && html`<${CheckField} label=${say("also.all", { count: able.length })} checked=${ids.length === able.length} onChange=${(/** @type {boolean} */ on) => setTicked(on ? able : [])} />`}
    <ul class="rows">${others.map((one) => html`<li key=${one.id} class="also-row">
      <${CheckField} label=${html`<bdi>${one.name}</bdi>`} checked=${ids.includes(one.id)} disabled=${!can(one.id)} onChange=${(/** @type {boolean} */ on) => flip(one.id, on)} />
      ${command && html`<${TableRun} name=${one.name} found=${runs.get(one.id)} card=${/** @type {{ card?: string }} */ (command).card} labels=${labels} />`}</li>`)}</ul>
  </fieldset>`;
}
