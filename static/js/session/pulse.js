/** Asking all seats one thing, and how the answers spread. Players see the question and their own answer. */
import { html, useState } from "../dom.js";
import { seatOf, text } from "../board.js";
import { useWord } from "../words.js";
import { questionWords } from "../pulsewords.js";
import { CheckField, SelectField, TextField } from "../parts/field.js";
import { Marker } from "../parts/marker.js";
import { ActButton } from "./act.js";
import { useDesk, useDraft } from "./desk.js";
import "./texts/pulse.js";
import "./texts/speak.js";

/** @typedef {import("../protocol.js").PulseResult} PulseResult */

const KNOWN = Object.freeze(["fair", "launch", "promise", "holder"]);
const FORMS = Object.freeze(["scale", "yes_no", "seats"]);
const WORDS = 1000;

/** Every answer that there is to a pulse, in a fixed order. @param {PulseResult} result @param {readonly string[]} seats */
function answersTo({ pulse }, seats) {
  if (pulse.form === "scale") return ["1", "2", "3", "4", "5"];
  return pulse.form === "yes_no" ? ["yes", "no"] : seats;
}

/** How often each answer was given; by whom, where secrets are shown. @param {{ result: PulseResult }} props */
function Spread({ result }) {
  const say = useWord();
  const { board, pub, frame, secrets } = useDesk();
  const { pulse, answers } = result;
  const people = pub.seats.filter((one) => one.holder === "person").length;
  const every = answersTo(result, pub.seats.map((one) => one.id));
  const label = (/** @type {string} */ answer) => (pulse.form === "seats" ? seatOf(board, answer).short : pulse.form === "yes_no" ? say(`pulse.${answer}`) : answer);
  return html`<div class="stack-s pulse-spread">
    <p class="strong"><bdi>${questionWords(board, pulse, frame.view.words)}</bdi></p>
    <table class="table"><caption class="visually-hidden">${say("pulse.spread")}</caption>
      <tbody>${every.map((answer) => {
        const gave = answers.filter((one) => one.answer === answer);
        return html`<tr key=${answer}><th scope="row"><bdi>${label(answer)}</bdi></th><td><span class="line">${secrets && gave.map(({ seat }) => {
          const { look, code, name } = seatOf(board, seat);
          return html`<${Marker} key=${seat} look=${look} code=${code} size=${22} name=${name} />`;
        })}</span></td><td class="num mono">${gave.length || ""}</td></tr>`;
      })}</tbody></table>
    <p class="small quiet">${say("pulse.count", { count: answers.length, people })}${!secrets && answers.length > 0 ? ` ${say("pulse.who")}` : ""}</p>
  </div>`;
}

/** Choose a question, ask it, watch the answers come, close it. */
export function PulseDesk() {
  const say = useWord();
  const { board, pub, staff, control, session, tables } = useDesk();
  const [which, setWhich] = useState("fair");
  const [about, setAbout] = useState("");
  const [form, setForm] = useState("scale");
  const [everywhere, setEverywhere] = useState(true);
  const all = tables.length > 1 && everywhere;
  const [words, setWords] = useDraft(`pulse ${session.id}`);
  const seats = pub.seats.map((one) => ({ value: one.id, label: seatOf(board, one.id).name }));
  const named = seats.some((one) => one.value === about) ? about : (seats[0]?.value ?? "");
  const own = which === "own";
  const command = own ? { type: "ask_pulse", text: words.trim(), form } : { type: "ask_pulse", question: which, ...(which === "promise" ? { seat: named } : {}) };
  const send = async () => (own && !words.trim() ? say("speak.empty") : control(command, all));
  const open = staff.pulses.find((one) => one.pulse.open);
  const last = open ?? staff.pulses.at(-1);
  const options = [...KNOWN.map((one) => ({ value: one, label: text(board, `pulses.${one}`, { seat: "\u2026" }) })), { value: "own", label: say("pulse.own") }];
  // Who knows how it ended cannot say what they expected; the debrief has questions of its own.
  if (pub.phase === "ended") return html`<div class="stack-s">${last && html`<${Spread} result=${last} />`}<p class="small quiet">${say("pulse.over")}</p></div>`;
  return html`<div class="stack-s">
    ${last && html`<${Spread} result=${last} />`}
    ${open && html`<${ActButton} icon="check" run=${() => control({ type: "close_pulse" }, all)}>${say("pulse.close")}<//>`}
    <${SelectField} label=${say("pulse.which")} value=${which} options=${options} onChange=${setWhich} />
    ${which === "promise" && html`<${SelectField} label=${say("pulse.about")} value=${named} options=${seats} onChange=${setAbout} />`}
    ${own && html`<${TextField} label=${say("pulse.words")} value=${words} onInput=${setWords} rows=${2} maxLength=${WORDS} />
      <${SelectField} label=${say("pulse.form")} value=${form} options=${FORMS.map((one) => ({ value: one, label: say(`pulse.form_${one}`) }))} onChange=${setForm} />`}
    ${tables.length > 1 && html`<${CheckField} label=${say("pulse.everywhere", { count: tables.length })} checked=${everywhere} onChange=${setEverywhere} />`}
    <${ActButton} icon="message-square" run=${send} then=${() => setWords("")}>${say(all ? "pulse.ask_all" : "pulse.ask")}<//>
    <p class="small quiet">${say("pulse.help")}</p>
  </div>`;
}
