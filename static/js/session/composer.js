/** Words from the facilitator to one seat, to a table or to all: quick ones, own ones, and what was sent. */
import { html, useState } from "../dom.js";
import { lineWords, seatName } from "../say.js";
import { useWord } from "../words.js";
import { SelectField, TextField } from "../parts/field.js";
import { formatTime } from "../parts/clock.js";
import { ActButton } from "./act.js";
import { useDesk, useDraft } from "./desk.js";
import "./texts/speak.js";

const WORDS = 1000;
const QUICK = Object.freeze(["minutes", "end", "brief", "screen", "listen"]);
const EVERY_TABLE = "*";
const SHOWN = 3;

/** The newest words that went out from here, so that nobody wonders whether they did. */
function Sent() {
  const say = useWord();
  const { board, frame, secrets } = useDesk();
  const sent = frame.view.lines
    .map((line, at) => ({ line, id: frame.view.first + at }))
    .filter(({ line }) => line.kind === "spoke" || line.kind === "spoke_to")
    .slice(-SHOWN)
    .reverse();
  if (sent.length === 0) return null;
  return html`<div class="stack-s"><p class="label">${say("speak.sent")}</p><ul class="rows small">${sent.map(({ line, id }) => {
    const to = line.params["to"];
    // What went to one seat alone does not slip onto a projector.
    const hidden = to !== undefined && !secrets;
    return html`<li key=${id} class="row row-wrap"><span class="mono quiet">${formatTime(line.at_ms)}</span> <span class="strong">${to === undefined ? say("speak.all") : seatName(board, String(to))}</span>
      <span class="grow">${hidden ? html`<span class="quiet">${say("speak.private")}</span>` : html`<bdi>${lineWords(board, line, frame.view.words).said}</bdi>`}</span></li>`;
  })}</ul></div>`;
}

export function Speak() {
  const say = useWord();
  const { board, pub, control, session, table, tables } = useDesk();
  const [words, setWords] = useDraft(`speak ${session.id}`);
  const [to, setTo] = useState("");
  const seats = pub.seats.map((one) => ({ value: one.id, label: seatName(board, one.id) }));
  const all = tables.length > 1 ? [{ value: "", label: say("speak.table", { table: table.name }) }, { value: EVERY_TABLE, label: say("speak.tables", { count: tables.length }) }] : [{ value: "", label: say("speak.all") }];
  const known = seats.some((one) => one.value === to) || to === EVERY_TABLE ? to : "";
  const command = { type: "speak", text: words.trim(), ...(known && known !== EVERY_TABLE ? { to: known } : {}) };
  const send = async () => (words.trim() ? control(command, known === EVERY_TABLE) : say("speak.empty"));
  const left = WORDS - words.length;
  return html`<div class="stack-s">
    <${SelectField} label=${say("speak.to")} value=${known} options=${[...all, ...seats]} onChange=${setTo} />
    <div class="line tags" role="group" aria-label=${say("speak.quick")}>${QUICK.map(
      (key) => html`<button key=${key} type="button" class="button button-outline tag" onClick=${() => setWords(say(`speak.quick_${key}`))}>${say(`speak.quick_${key}`)}</button>`,
    )}</div>
    <${TextField} label=${say("speak.words")} help=${left < 100 ? say("speak.left", { count: left }) : ""} value=${words} onInput=${setWords} rows=${2} maxLength=${WORDS} />
    <${ActButton} icon="megaphone" run=${send} then=${() => setWords("")}>${say("speak.send")}<//>
    <${Sent} />
  </div>`;
}
