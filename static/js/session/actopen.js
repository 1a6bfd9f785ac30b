/**
 * What a seat fills in, filled in for it: an offer with its promises, a counter-offer, a message. The
 * fields are those of the player page, looking at the table as this seat does.
 */
import { html } from "../dom.js";
import { CheckField, RadioCards, SelectField, TextField } from "../parts/field.js";
import { Game, NO_MENU, NOTHING_OWN, sayer } from "../play/game.js";
import { TermsFields } from "../play/terms.js";
import { named, seatName } from "../say.js";
import { useWord } from "../words.js";
import { useDesk } from "./desk.js";
import "./texts/act.js";

/**
 * @typedef {import("../protocol.js").Terms} Terms
 * @typedef {{ to: string, give: Terms, get: Terms, confidential: boolean, counters: string | null, keepOpen: boolean }} Offered
 * @typedef {{ to: string, topic: string, text: string }} Said
 */

const WORDS = 1000;
const TOPICS = Object.freeze(["content", "jurisdiction", "cost"]);
const idle = () => Promise.reject(new Error("fields send nothing"));

/** @param {string} to @returns {Offered} */
export const newOffer = (to) => ({ to, give: {}, get: {}, confidential: false, counters: null, keepOpen: false });

/** An answer: what they asked for is what this seat gives. @param {import("../protocol.js").DealView} deal @returns {Offered} */
export const answerTo = (deal) => ({ to: deal.by, give: deal.get, get: deal.give, confidential: deal.confidential, counters: deal.id, keepOpen: false });

/** @type {Said} */
export const NOTHING_SAID = Object.freeze({ to: "", topic: "content", text: "" });

/** @param {Offered} offer */
export const offerCommand = ({ keepOpen, counters, ...rest }) => ({ type: "offer", ...rest, ...(counters === null ? {} : { counters, keep_open: keepOpen }) });

/** Null: nothing is said. @param {Said} said */
export const sayCommand = ({ to, topic, text }) => (text.trim() ? { type: "say", text: text.trim(), topic, ...(to ? { to } : {}) } : null);

/** The others at the table, as a field takes them. @param {import("./desk.js").Desk} desk @param {string} seat */
const others = ({ board, pub }, seat) => pub.seats.filter((one) => one.id !== seat).map((one) => ({ value: one.id, label: seatName(board, one.id) }));

/** @param {{ seat: string, said: Said, onChange: (said: Said) => void }} props */
export function SayFields({ seat, said, onChange }) {
  const say = useWord();
  const desk = useDesk();
  const to = [{ value: "", label: say("act.say_all") }, ...others(desk, seat)];
  return html`<${SelectField} label=${say("act.say_to")} help=${say(said.to ? "act.say_one_help" : "act.say_all_help")} value=${said.to} options=${to} onChange=${(/** @type {string} */ value) => onChange({ ...said, to: value })} />
    <${TextField} label=${say("act.words")} value=${said.text} rows=${2} maxLength=${WORDS} onInput=${(/** @type {string} */ text) => onChange({ ...said, text })} />
    <${SelectField} label=${say("act.topic")} value=${said.topic} options=${TOPICS.map((value) => ({ value, label: named(desk.board, "topics", value) }))} onChange=${(/** @type {string} */ topic) => onChange({ ...said, topic })} />`;
}

/** @param {{ seat: string, offer: Offered, onChange: (offer: Offered) => void }} props */
export function OfferFields({ seat, offer, onChange }) {
  const say = useWord();
  const desk = useDesk();
  const { board, pub, staff, frame, table, secrets } = desk;
  const sheet = staff.seats.find((one) => one.seat === seat) ?? NOTHING_OWN;
  /** What the seat knows is a secret of its own. @type {import("../play/game.js").GameNow} */
  const game = {
    board, pub, view: frame.view, own: secrets ? sheet : { ...sheet, facts: [] }, menu: NO_MENU, me: seat, place: `${table.id}/${seat}`, briefs: "", weigh: "",
    say: sayer(board), stuck: null, send: idle, older: idle, looking: false, asked: null, go: () => undefined,
  };
  const name = seatName(board, offer.to);
  const seen = [
    { value: "open", label: say("act.offer_open"), detail: say("act.offer_open_text") },
    { value: "confidence", label: say("act.offer_confidence"), detail: say("act.offer_confidence_text", { name }) },
  ];
  return html`<${Game.Provider} value=${game}><div class="stack act-offer">
    ${offer.counters === null && html`<${SelectField} label=${say("act.offer_to")} value=${offer.to} options=${others(desk, seat)} onChange=${(/** @type {string} */ to) => onChange({ ...offer, to, get: {} })} />`}
    <${TermsFields} title=${say("act.gives", { name: seatName(board, seat) })} giver=${seat} taker=${offer.to} terms=${offer.give} onChange=${(/** @type {Terms} */ give) => onChange({ ...offer, give })} />
    <${TermsFields} key=${offer.to} title=${say("act.gives", { name })} giver=${offer.to} taker=${seat} terms=${offer.get} onChange=${(/** @type {Terms} */ get) => onChange({ ...offer, get })} />
    ${offer.counters === null
      ? html`<${RadioCards} label=${say("act.offer_seen")} name="act-seen" columns value=${offer.confidential ? "confidence" : "open"} options=${seen} onChange=${(/** @type {string} */ value) => onChange({ ...offer, confidential: value === "confidence" })} />`
      : html`<${CheckField} label=${say("act.keep_open")} checked=${offer.keepOpen} onChange=${(/** @type {boolean} */ keepOpen) => onChange({ ...offer, keepOpen })} />`}
  </div><//>`;
}
