/** The help channel: what a seat asks, and an answer that this seat alone reads. */
import { html } from "../dom.js";
import { seatOf } from "../board.js";
import { useWord } from "../words.js";
import { TextField } from "../parts/field.js";
import { Notice } from "../parts/notice.js";
import { ActButton } from "./act.js";
import { useDesk, useDraft } from "./desk.js";
import "./texts/attention.js";
import "./texts/seats.js";
import "./texts/speak.js";

const WORDS = 1000;

/** What this seat asks now; null: its hand is down. @param {import("./desk.js").Desk} desk @param {string} seat */
export function questionOf({ staff, frame }, seat) {
  const own = staff.seats.find((one) => one.seat === seat);
  if (!own?.asks_help) return null;
  return own.help_text ? (frame.view.words[own.help_text] ?? "") : "";
}

/** @param {{ seat: string }} props */
export function Answer({ seat }) {
  const say = useWord();
  const desk = useDesk();
  const { board, control, table } = desk;
  const [words, setWords] = useDraft(`answer ${table.id} ${seat}`);
  const asked = questionOf(desk, seat);
  if (asked === null) return null;
  const name = seatOf(board, seat).name;
  const answer = async () => (words.trim() ? control({ type: "settle_help", seat, text: words.trim() }) : say("speak.empty"));
  return html`<${Notice} kind="now"><div class="stack-s">
    <p class="strong">${say("seat.asks")}</p>
    ${asked && html`<p><q><bdi>${asked}</bdi></q></p>`}
    <${TextField} label=${say("help.answer", { seat: name })} help=${say("help.private", { seat: name })} value=${words} onInput=${setWords} rows=${2} maxLength=${WORDS} />
    <div class="actions actions-start"><${ActButton} kind="primary" icon="send" run=${answer} then=${() => setWords("")}>${say("help.send")}<//>
      <${ActButton} icon="check" run=${() => control({ type: "settle_help", seat })}>${say("seat.settle")}<//></div>
  </div><//>`;
}
