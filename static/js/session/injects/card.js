/** An inject without a line: a card of the decks, or one written now, to all or to some. */
import { html, useState } from "../../dom.js";
import { text } from "../../board.js";
import { useWord } from "../../words.js";
import { Button } from "../../parts/button.js";
import { RadioCards, SelectField, TextField } from "../../parts/field.js";
import { Notice } from "../../parts/notice.js";
import { useDesk } from "../desk.js";
import { useLuck } from "./data.js";
import { TryAndDo } from "./dry.js";
import { ChoiceForm, choiceOf, isWhole, labelsOf } from "./choice.js";
import { FormRows, ToSeats } from "./form.js";
import { AlsoAt, useAlso } from "./tables.js";
import { valueName } from "./words.js";
import "../texts/card.js";
import "../texts/form.js";

/**
 * @typedef {import("./data.js").Script} Script
 * @typedef {import("./form.js").Row} Row
 */

const KINDS = Object.freeze(["citizen", "political", "legal", "incident", "budget", "technology"]);

/** Starting points for a card written now. */
const TEMPLATES = Object.freeze([
  { id: "blank", kind: "citizen" }, { id: "press", kind: "citizen" }, { id: "minister", kind: "political" },
  { id: "court", kind: "legal" }, { id: "outage", kind: "incident" }, { id: "money", kind: "budget" },
]);

/** @param {{ script: Script, onSecrets: (shown: boolean) => void, onDone: () => void }} props */
export function CardForm({ script, onSecrets, onDone }) {
  const say = useWord();
  const { board, pub, staff, secrets } = useDesk();
  const [from, setFrom] = useState("written");
  const [card, setCard] = useState("");
  const [kind, setKind] = useState("citizen");
  const [headline, setHeadline] = useState("");
  const [story, setStory] = useState("");
  const [effects, setEffects] = useState(/** @type {readonly Row[]} */ ([]));
  const [posed, setPosed] = useState(/** @type {import("./choice.js").Posed | null} */ (null));
  const [to, setTo] = useState(/** @type {readonly string[]} */ ([]));
  const [id] = useState(() => `own_${Date.now().toString(36)}`);
  const luck = useLuck(script);
  const written = from === "written";
  const posing = written ? posed : null;
  const words = [headline.trim(), story.trim(), ...Object.values(labelsOf(posing))].filter(Boolean).join("\n");
  const whom = to.length && !posing ? { to } : {};
  const command = written
    ? headline.trim() && isWhole(posing) ? { type: "inject", written: { id, kind, effects, ...(posing ? { choice: choiceOf(posing) } : {}) }, text: words, luck, ...whom } : null
    : card && secrets ? { type: "inject", card, luck, ...whom } : null;
  const over = !["briefing", "talk", "plan", "reveal"].includes(pub.phase);
  const also = useAlso(over ? null : command);
  const use = (/** @type {string} */ name) => {
    const chosen = TEMPLATES.find((one) => one.id === name);
    if (!chosen) return;
    setKind(chosen.kind);
    setHeadline(name === "blank" ? "" : say(`template.${name}.headline`));
    setStory(name === "blank" ? "" : say(`template.${name}.story`));
  };
  const next = new Set(secrets ? staff.event_deck.slice(0, 1) : []);
  const left = [...staff.event_deck, ...staff.year_one_deck];
  const label = (/** @type {string} */ one) => `${text(board, `cards.${one}.headline`)}${next.has(one) ? ` (${say("card.next")})` : ""}`;
  // In the order of the board: the order of the deck is a secret of its own.
  const deck = board.cards.filter((one) => left.includes(one)).map((one) => ({ value: one, label: label(one) }));
  const gone = board.cards.filter((one) => !left.includes(one)).map((one) => ({ value: one, label: say("card.played", { card: label(one) }) }));
  return html`<div class="with-dry stack"><div class="stack">
    <${RadioCards} label=${say("card.from")} name="from" columns value=${from} onChange=${setFrom}
      options=${[{ value: "written", label: say("card.written"), detail: say("card.written_text") }, { value: "deck", label: say("card.deck", { count: left.length }), detail: say("card.deck_text") }]} />
    ${written
      ? html`<${SelectField} label=${say("card.template")} value="" options=${[{ value: "", label: say("card.pick") }, ...TEMPLATES.map((one) => ({ value: one.id, label: say(`template.${one.id}`) }))]} onChange=${use} />
        <${TextField} label=${say("form.headline")} value=${headline} maxLength=${60} onInput=${setHeadline} />
        <${TextField} label=${say("form.story")} value=${story} rows=${3} maxLength=${280} onInput=${setStory} />
        <${SelectField} label=${say("form.kind")} value=${kind} options=${KINDS.map((one) => ({ value: one, label: valueName(board, say, one, "kind") }))} onChange=${setKind} />
        <${FormRows} label=${say("form.effects")} help=${say("form.effects_help")} add=${say("form.add_effect")} forms=${script.effects} tag="type" rows=${effects} onChange=${setEffects} />
        <${ChoiceForm} posed=${posed} forms=${script.effects} phase=${pub.phase} onChange=${setPosed} />`
      : !secrets ? html`<${Notice} icon="eye-off"><div class="line-between"><span>${say("card.hidden")}</span><${Button} kind="quiet" icon="eye" onClick=${() => onSecrets(true)}>${say("inject.show")}<//></div><//>` : html`<${SelectField} label=${say("form.card")} value=${card} options=${[{ value: "", label: say("card.pick") }, ...deck, ...gone]} onChange=${setCard} />
        ${card && html`<p class="small"><bdi>${text(board, `cards.${card}.story`)}</bdi></p>`}`}
    ${posing ? html`<p class="small quiet">${say("choice.for_all")}</p>` : html`<${ToSeats} to=${to} onChange=${setTo} />`}
    </div><${TryAndDo} command=${over ? null : command} lacking=${say(over ? "card.not_now" : !written ? "card.needs_card" : headline.trim() ? "choice.needs_labels" : "form.needs_headline")} also=${also.ids} places=${html`<${AlsoAt} command=${over ? null : command} also=${also} labels=${labelsOf(posing)} />`} labels=${labelsOf(posing)} onDone=${onDone}>${say("card.fire")}<//>
  </div>`;
}
