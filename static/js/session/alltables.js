/**
 * One act at several tables: which, and at which, is shown as a named list before anything happens, with
 * what stands in the way at each; afterwards each table says what came of it.
 */
import { html, useState } from "../dom.js";
import { text } from "../board.js";
import { useWord } from "../words.js";
import { Button } from "../parts/button.js";
import { Dialog } from "../parts/dialog.js";
import { SelectField, TextField } from "../parts/field.js";
import { Icon } from "../parts/icon.js";
import { staffOf, useDesk } from "./desk.js";
import { TableRun } from "./injects/tables.js";
import { useDryRuns } from "./injects/try.js";
import { phaseWords } from "./moment.js";
import "./texts/card.js";
import "./texts/course.js";
import "./texts/speak.js";
import "./texts/tables.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../socket/frames.js").Frame} Frame
 * @typedef {import("../protocol.js").TablePlace} TablePlace
 * @typedef {"start" | "next" | "pause" | "resume" | "speak" | "inject"} Act
 */

const ACTS = /** @type {readonly Act[]} */ (Object.freeze(["start", "next", "pause", "resume", "speak", "inject"]));
const WORDS = 1000;

/**
 * Why an act has no sense at a table now: a key of the words, or null.
 * @param {Act} act
 * @param {Frame} frame
 */
function hindrance(act, frame) {
  const pub = frame.view.public;
  if (!pub) return "all.not_shown";
  const begun = pub.phase !== "lobby";
  if (act === "speak") return null;
  if (pub.phase === "ended") return "all.over";
  if (act === "start") return begun ? "all.begun" : pub.seats.some((one) => one.holder === "nobody") ? "all.empty" : null;
  if (act === "resume") return pub.paused ? null : "all.runs";
  if (!begun) return "all.not_begun";
  if (act === "pause") return pub.paused ? "all.paused" : null;
  return pub.paused ? "all.paused" : null;
}

/** @param {Act} act @param {string} words @param {string} card */
function commandOf(act, words, card) {
  switch (act) {
    case "next":
      return { type: "next_phase" };
    case "pause":
      return words ? { type: "pause", text: words } : { type: "pause" };
    case "speak":
      return { type: "speak", text: words };
    case "inject":
      return { type: "inject", card };
    default:
      return { type: act };
  }
}

/** The cards that still lie in the deck of every chosen table. @param {readonly Frame[]} frames */
function commonCards(frames) {
  const decks = frames.map((frame) => staffOf(frame.view)?.event_deck ?? []);
  const [first = [], ...others] = decks;
  return first.filter((card) => others.every((deck) => deck.includes(card)));
}

/**
 * @param {{ open: boolean, onClose: () => void, board: Board, tables: readonly TablePlace[], frames: ReadonlyMap<string, Frame>,
 *   send: (command: object, table: string) => Promise<string | null> }} props
 */
export function TablesDialog({ open, onClose, board, tables, frames, send }) {
  const say = useWord();
  const { secrets } = useDesk();
  const [act, setAct] = useState(/** @type {Act} */ ("start"));
  const [left, setLeft] = useState(/** @type {readonly string[]} */ ([]));
  const [words, setWords] = useState("");
  const [card, setCard] = useState("");
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState(/** @type {ReadonlyMap<string, string | null>} */ (new Map()));
  const rows = tables.flatMap((table) => {
    const frame = frames.get(table.id);
    return frame ? [{ table, frame, why: hindrance(act, frame) }] : [];
  });
  const chosen = rows.filter(({ table, why }) => !left.includes(table.id) && why === null);
  const hidden = act === "inject" && !secrets;
  const cards = act === "inject" && secrets ? commonCards(chosen.map(({ frame }) => frame)) : [];
  const inject = cards.includes(card) ? card : (cards[0] ?? "");
  const { runs } = useDryRuns(inject ? { type: "inject", card: inject } : null, open ? chosen.map(({ table }) => table.id) : []);
  const missing = hidden ? say("card.hidden") : chosen.length === 0 ? say("all.none") : act === "speak" && !words.trim() ? say("speak.empty") : act === "inject" && !inject ? say("all.no_card") : null;
  const forget = () => setTold(new Map());
  const pick = (/** @type {string} */ value) => {
    setAct(/** @type {Act} */ (value));
    forget();
  };
  const flip = (/** @type {string} */ id) => {
    setLeft(left.includes(id) ? left.filter((one) => one !== id) : [...left, id]);
    forget();
  };
  const run = async () => {
    if (busy || missing) return;
    setBusy(true);
    const command = commandOf(act, words.trim(), inject);
    const answers = await Promise.all(chosen.map(async ({ table }) => /** @type {const} */ ([table.id, await send(command, table.id)])));
    setBusy(false);
    setTold(new Map(answers));
  };
  return html`<${Dialog} open=${open} title=${say("all.title")} onClose=${onClose}>
    <${SelectField} label=${say("all.act")} value=${act} options=${ACTS.map((one) => ({ value: one, label: say(`all.act_${one}`) }))} onChange=${pick} />
    ${(act === "speak" || act === "pause") && html`<${TextField} label=${say(act === "speak" ? "speak.words" : "pause.words")} value=${words} rows=${2} maxLength=${WORDS} onInput=${setWords} />`}
    ${act === "inject" && cards.length > 0 && html`<${SelectField} label=${say("all.card")} value=${inject} options=${cards.map((one) => ({ value: one, label: text(board, `cards.${one}.headline`) }))} onChange=${setCard} />`}
    <fieldset class="field"><legend>${say("all.where", { count: chosen.length })}</legend>
      <ul class="rows">${rows.map(({ table, frame, why }) => {
        const pub = frame.view.public;
        const came = told.get(table.id);
        return html`<li key=${table.id} class="row row-wrap"><label class="check grow"><input type="checkbox" checked=${why === null && !left.includes(table.id)} disabled=${why !== null} onChange=${() => flip(table.id)} />
            <span class="choice-text"><span class="strong"><bdi>${table.name}</bdi></span><span class="small quiet">${pub ? phaseWords(board, pub) : ""}</span></span></label>
          ${inject && !why && came === undefined && !left.includes(table.id) && html`<div class="table-run-row"><${TableRun} name=${table.name} found=${runs.get(table.id)} card=${inject} /></div>`}
          ${why && came === undefined && html`<span class="chip chip-bad">${say(why)}</span>`}
          ${came === null && html`<span class="chip chip-good"><${Icon} name="check" size="s" />${say("all.done")}</span>`}
          ${came && html`<span class="reason reason-bad" role="alert"><${Icon} name="triangle-alert" size="s" /><span>${came}</span></span>`}</li>`;
      })}</ul></fieldset>
    <div class="actions"><${Button} kind="primary" icon="check" busy=${busy} reason=${missing} onClick=${() => void run()}>${say(`all.${chosen.length === 1 ? "one" : "run"}_${act}`, { count: chosen.length })}<//>
      <${Button} onClick=${onClose}>${say("all.close")}<//></div>
  <//>`;
}
