/** A dry run beside the button that does it: who would notice, what would change, what would be lost. */
import { html } from "../../dom.js";
import { dependencyOf, seatOf, text } from "../../board.js";
import { lineWords, optionWords, reasonWords } from "../../say.js";
import { chosenWords } from "../../saychoice.js";
import { useWord } from "../../words.js";
import { formatClock } from "../../parts/clock.js";
import { Icon } from "../../parts/icon.js";
import { Notice } from "../../parts/notice.js";
import { Who } from "../../parts/marker.js";
import { ActButton } from "../act.js";
import { useDesk } from "../desk.js";
import { useDryRun } from "./try.js";
import { changeWords } from "./words.js";
import "../texts/dry.js";

/**
 * @typedef {import("./data.js").DryRun} Found
 * @typedef {Found["lost"][number]} Prospect
 */

/** @type {readonly string[]} */
const NOWHERE = Object.freeze([]);

/** @param {{ goals: readonly Prospect[], kind: "lost" | "unmet" }} props */
function Goals({ goals, kind }) {
  const say = useWord();
  const { board, secrets } = useDesk();
  if (!goals.length) return null;
  const name = (/** @type {Prospect} */ one) => (one.goal === "goal" || one.goal === "core_value" ? say(`dry.${one.goal}`) : text(board, `concerns.${one.goal}.name`));
  return html`<div><h4 class="label">${say(`dry.${kind}`)}</h4>
    ${secrets
      ? html`<ul class="bullets small">${goals.map((one) => html`<li key=${one.seat + one.goal}>${seatOf(board, one.seat).name}: ${name(one)}</li>`)}</ul>`
      : html`<p class="small">${say("dry.goals_hidden", { count: goals.length })}</p>`}</div>`;
}

/**
 * Seats that would read the same, together; first those who would read most.
 * @param {Found["audience"]} seats
 */
function readers(seats) {
  /** @type {Map<string, Found["audience"]>} */
  const groups = new Map();
  for (const one of seats) {
    const key = JSON.stringify(one.lines);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].sort((a, b) => (b[0]?.lines.length ?? 0) - (a[0]?.lines.length ?? 0));
}

/** @param {{ found: Found }} props */
function Noticed({ found }) {
  const say = useWord();
  const { board, secrets } = useDesk();
  // What a few read in confidence stays off a window that may be on a wall.
  const shown = (/** @type {Found["audience"][number] | undefined} */ one) => (one?.lines ?? []).filter((line) => secrets || !line.confidential);
  const seats = found.audience.filter((one) => one.seat !== null);
  const seeing = seats.filter((one) => one.sees);
  const screen = found.audience.some((one) => one.viewer === "screen" && one.sees);
  const groups = readers(seeing);
  return html`<div><h4 class="label">${say("dry.sees")}</h4>
    ${seeing.length === 0 && html`<p class="small">${say("dry.nobody")}</p>`}
    ${groups.map((group) => html`<div key=${group[0]?.viewer} class="stack-s dry-readers">
      <div class="line small">${group.length === seats.length ? say("dry.all") : group.map((one) => {
        const seat = seatOf(board, one.viewer);
        return html`<${Who} key=${seat.id} look=${seat.look} code=${seat.code} name=${seat.short} size=${24} />`;
      })}</div>
      ${shown(group[0]).length > 0
        ? html`<ul class="bullets small">${shown(group[0]).map((line, at) => {
            const { text: words, said } = lineWords(board, /** @type {import("../../protocol.js").Line} */ (/** @type {unknown} */ (line)), found.words);
            return html`<li key=${at}>${words}${said !== null && html` <q><bdi>${said}</bdi></q>`}</li>`;
          })}</ul>`
        : html`<p class="small quiet">${say(group[0]?.lines.length ? "dry.hidden_lines" : "dry.no_line")}</p>`}</div>`)}
    <p class="small quiet">${say(screen ? "dry.screen" : "dry.no_screen")}</p></div>`;
}

/** What comes by itself later because of it, and what comes no more. @param {{ found: Found, card: string | undefined, labels: Readonly<Record<string, string>> }} props */
function Coming({ found, card, labels }) {
  const say = useWord();
  const { board, pub, secrets } = useDesk();
  const words = (/** @type {Found["later"][number]} */ { what, of, round, amount }) => {
    const dependency = what === "goes_live" ? dependencyOf(board, of).name : "";
    const seat = what === "fewer_actions" ? seatOf(board, of).name : "";
    const option = what === "choice" ? (labels[of] ?? chosenWords(board, pub.card, of, found.words)) : "";
    const time = what === "clock" ? formatClock((amount ?? 0) * 1000) : "";
    if (what === "fewer_actions" && !secrets) return say("later.fewer_actions_hidden");
    return say(`later.${what}`, { of, round: round ?? "", amount: amount ?? "", dependency, seat, option: what === "choice" && card ? optionWords(board, of, card) : option, time });
  };
  const list = (/** @type {"later" | "stopped"} */ part) => found[part].length > 0 && html`<div><h4 class="label">${say(`dry.${part}`)}</h4>
    <ul class="bullets small">${found[part].map((one) => html`<li key=${JSON.stringify(one)}>${words(one)}</li>`)}</ul></div>`;
  return html`${list("later")}${list("stopped")}`;
}

/** @param {{ changes: Found["changes"] }} props */
function Changes({ changes }) {
  const say = useWord();
  const { board } = useDesk();
  if (!changes.length) return html`<p class="small">${say("dry.no_changes")}</p>`;
  return html`<ul class="bullets small">${changes.map((one, at) => html`<li key=${at}>${changeWords(board, say, one)}</li>`)}</ul>`;
}

/** What each option of the choice would do. @param {{ found: Found, card: string | undefined, labels: Readonly<Record<string, string>> }} props */
function Options({ found, card, labels }) {
  const say = useWord();
  const { board } = useDesk();
  return html`${found.options.map((one) => html`<div key=${one.option}><h4 class="label">${say("dry.option", { option: optionWords(board, one.option, card, labels[one.option]) })}</h4><${Changes} changes=${one.changes} /></div>`)}`;
}

/** @param {{ found: Found | string | null, card?: string, labels?: Readonly<Record<string, string>> }} props */
export function DryRunView({ found, card, labels = {} }) {
  const say = useWord();
  const { board } = useDesk();
  if (found === null) return html`<p class="small quiet" aria-busy="true">${say("dry.trying")}</p>`;
  if (typeof found === "string") return html`<${Notice} kind="bad" plain>${found}<//>`;
  if (found.reason !== null) return html`<${Notice} kind="bad" plain>${reasonWords(board, found.reason, found.detail)}<//>`;
  return html`<div class="dry stack-s">
    <${Noticed} found=${found} />
    <div><h4 class="label">${say("dry.changes")}</h4><${Changes} changes=${found.changes} /></div>
    <${Options} found=${found} card=${card} labels=${labels} />
    <${Coming} found=${found} card=${card} labels=${labels} />
    <${Goals} goals=${found.lost} kind="lost" /><${Goals} goals=${found.unmet} kind="unmet" />
  </div>`;
}

/**
 * The dry run, the button, and, once it is done, how to take it back.
 *
 * @param {object} props
 * @param {object | null} props.command null while the form lacks something
 * @param {string} props.lacking what it lacks
 * @param {import("../../dom.js").Child} props.children on the button
 * @param {() => void} [props.onDone]
 * @param {readonly string[]} [props.also] the ids of other tables at which it is done too
 * @param {import("../../dom.js").Child} [props.places] to choose those
 * @param {Readonly<Record<string, string>>} [props.labels] of options that are written now, by their ids
 */
export function TryAndDo({ command, lacking, onDone, also = NOWHERE, places, labels = {}, children }) {
  const say = useWord();
  const { control, table } = useDesk();
  const found = useDryRun(command);
  const refused = found !== null && typeof found !== "string" && found.reason !== null;
  return html`<section class="dry-box stack-s" aria-label=${say("dry.title")}>
    <h3 class="line"><${Icon} name="scan-search" /><span>${say("dry.title")}</span></h3>
    ${command ? html`<${DryRunView} found=${found} card=${/** @type {{ card?: string }} */ (command).card} labels=${labels} />` : html`<p class="small quiet">${lacking}</p>`}
    ${places}
    <div class="actions actions-start"><${ActButton} kind="primary" icon="zap" reason=${command ? (refused ? say("dry.refused") : null) : lacking}
      run=${() => control(/** @type {object} */ (command), [table.id, ...also])} then=${onDone}>${children}${also.length > 0 && ` ${say("also.count", { count: also.length + 1 })}`}<//></div>
  </section>`;
}
