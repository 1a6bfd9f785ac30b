/** The form that makes a session: every field has a value that plays, so that one press is enough. */
import { html, useId, useState } from "../dom.js";
import { post, useAct } from "../session/api.js";
import { useWord } from "../words.js";
import { Button } from "../parts/button.js";
import { Fold } from "../parts/explain.js";
import { CheckField, NumberStepper, RadioCards, SelectField, TextField } from "../parts/field.js";
import { Icon } from "../parts/icon.js";
import { Notice } from "../parts/notice.js";
import { standInOptions } from "../session/standinchoice.js";
import { bodyOf, bookedMinutes, draftOf, secondsOf } from "./draft.js";
import { estimate, LONGEST_S, lengthText, PHASES, readLength, SHORTEST_S } from "./estimate.js";

/** @typedef {import("./draft.js").RulesetCard} RulesetCard */
/** @typedef {import("./draft.js").Draft} Draft */

const MOST_TABLES = 40;
const MOST_ROUNDS = 12;
const TITLE_SIGNS = 80;
const STEP_S = 30;
/** A third of the booked time belongs to the debrief. */
const FOR_PLAY = 2 / 3;

/**
 * @param {object} props
 * @param {string} props.name
 * @param {string} props.value as typed
 * @param {(value: string) => void} props.onInput
 */
function LengthField({ name, value, onInput }) {
  const say = useWord();
  const id = useId();
  const seconds = readLength(value);
  const step = (/** @type {number} */ by) => () => {
    if (seconds === undefined) return;
    const next = Math.round((seconds + by) / STEP_S) * STEP_S;
    onInput(lengthText(Math.min(LONGEST_S, Math.max(SHORTEST_S, next))));
  };
  const turn = (/** @type {string} */ icon, /** @type {number} */ by, /** @type {string} */ key) =>
    html`<button type="button" class="button button-icon button-outline" aria-label=${say(key, { name })} onClick=${step(by)}><${Icon} name=${icon} /></button>`;
  return html`<div class="field length-field">
    <label for=${id}>${name}</label>
    <div class="stepper">
      ${turn("minus", -STEP_S, "new.length_less")}
      <input id=${id} class="input" value=${value} inputmode="text" autocomplete="off" aria-invalid=${seconds === undefined ? "true" : null}
        aria-describedby=${seconds === undefined ? `${id}-b` : null}
        onInput=${(/** @type {Event} */ event) => onInput(/** @type {HTMLInputElement} */ (event.currentTarget).value)} />
      ${turn("plus", STEP_S, "new.length_more")}
    </div>
    ${seconds === undefined && html`<p id=${`${id}-b`} class="error"><${Icon} name="triangle-alert" /><span>${say("new.length_bad")}</span></p>`}
  </div>`;
}

/**
 * @typedef {{ card: RulesetCard, draft: Draft, change: (part: Partial<Draft>) => void }} PartProps
 */

/** Where the ruleset offers more than one country: which this is. @param {PartProps} props */
function ContextField({ card, draft, change }) {
  const say = useWord();
  if (card.contexts.length < 2) return null;
  const chosen = card.contexts.find((one) => one.id === draft.context);
  return html`<${SelectField} label=${say("new.context")} help=${chosen?.text} value=${draft.context}
    options=${card.contexts.map((one) => ({ value: one.id, label: one.name }))}
    onChange=${(/** @type {string} */ context) => change({ context })} />`;
}

/** @param {PartProps} props */
function Modules({ card, draft, change }) {
  const say = useWord();
  const governances = ["network", "hybrid", "hierarchy"].map((value) => ({ value, label: say(`new.governance_${value}`) }));
  const own = say("new.governance_own", { governance: say(`new.governance.${card.modules.governance ?? "open"}`) });
  return html`<div class="stack">
    <${SelectField} label=${say("new.governance")} value=${draft.governance} options=${[{ value: "", label: own }, ...governances]}
      onChange=${(/** @type {string} */ governance) => change({ governance })} />
    <${ContextField} card=${card} draft=${draft} change=${change} />
    <fieldset class="stack-s"><legend class="label">${say("new.modules")}</legend>
      ${draft.first && html`<${Notice}>${say("new.modules_off")}<//>`}
      <${CheckField} label=${say("new.architectures")} help=${say("new.architectures_text")} disabled=${draft.first}
        checked=${draft.architectures && !draft.first} onChange=${(/** @type {boolean} */ architectures) => change({ architectures })} />
      <${CheckField} label=${say("new.inner_house")} help=${say("new.inner_house_text")} disabled=${draft.first}
        checked=${draft.innerHouse && !draft.first} onChange=${(/** @type {boolean} */ innerHouse) => change({ innerHouse })} />
    </fieldset>
    <${NumberStepper} label=${say("new.rounds")} value=${draft.rounds} min=${1} max=${MOST_ROUNDS}
      onChange=${(/** @type {number} */ rounds) => change({ rounds: Math.min(MOST_ROUNDS, Math.max(1, rounds)) })} />
    <fieldset class="stack-s"><legend class="label">${say("new.lengths")}</legend>
      <p class="help">${say("new.lengths_help")}</p>
      <div class="lengths">${PHASES.map(
        (phase) => html`<${LengthField} key=${phase} name=${say(`new.length.${phase}`)} value=${draft.lengths[phase] ?? ""}
          onInput=${(/** @type {string} */ value) => change({ lengths: { ...draft.lengths, [phase]: value } })} />`,
      )}</div>
    </fieldset>
  </div>`;
}

/** Whether play fits into two thirds of the slot. @param {{ draft: Draft, minutes: number }} props */
function Booked({ draft, minutes }) {
  const say = useWord();
  const booked = bookedMinutes(draft);
  if (!booked) return null;
  const play = Math.floor(booked * FOR_PLAY);
  const over = minutes - play;
  return html`<p class=${`small strong line ${over > 0 ? "bad" : "good"}`}><${Icon} name=${over > 0 ? "triangle-alert" : "check"} size="s" />
    ${say(over > 0 ? "new.booked_over" : "new.booked_fits", { booked, play, over, debrief: booked - play })}</p>`;
}

/** @param {{ card: RulesetCard, draft: Draft }} props */
function Estimate({ card, draft }) {
  const say = useWord();
  const seconds = secondsOf(draft);
  const lengths = Object.fromEntries(PHASES.map((phase) => [phase, seconds[phase] ?? card.lengths[phase] ?? 0]));
  const { round, vote, year, total } = estimate(lengths, draft.rounds, draft.first);
  const end = new Date(Date.now() + total * 1000).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const parts = { rounds: draft.rounds, round: lengthText(round), vote: lengthText(vote), year: lengthText(year), end };
  return html`<div class="estimate" aria-live="off">
    <p class="strong estimate-total"><${Icon} name="timer" />${say("new.estimate", { minutes: Math.round(total / 60) })}</p>
    <p class="small quiet">${say("new.estimate_text", parts)} ${draft.first && say("new.estimate_practice", { round: lengthText(round) })}</p>
    <${Booked} draft=${draft} minutes=${Math.round(total / 60)} />
  </div>`;
}

/** @param {PartProps} props */
function Places({ card, draft, change }) {
  const say = useWord();
  const people = draft.tables * draft.players;
  const names = (/** @type {number} */ count) => (card.seats[String(count)] ?? []).map((id) => card.names[id] ?? id).join(", ");
  const players = card.players.map((count) => ({ value: String(count), label: say("new.players_option", { count }) }));
  const key = draft.tables === 1 ? "new.tables_help_one" : "new.tables_help";
  return html`<div class="stack">
    <${SelectField} label=${say("new.players")} value=${String(draft.players)} options=${players} help=${names(draft.players)}
      onChange=${(/** @type {string} */ value) => change({ players: Number(value) })} />
    <${NumberStepper} label=${say("new.tables")} value=${draft.tables} min=${1} max=${MOST_TABLES}
      help=${say(key, { tables: draft.tables, players: draft.players, people })}
      onChange=${(/** @type {number} */ tables) => change({ tables: Math.min(MOST_TABLES, Math.max(1, tables)) })} />
    ${draft.tables > 1 && html`<${CheckField} label=${say("new.same_decks")} help=${say("new.same_decks_text")} checked=${draft.sameDecks}
      onChange=${(/** @type {boolean} */ sameDecks) => change({ sameDecks })} />`}
    <${TextField} label=${say("new.booked")} help=${say("new.booked_help")} value=${draft.booked} inputmode="numeric" autocomplete="off"
      error=${bookedMinutes(draft) === undefined ? say("new.booked_bad") : null} onInput=${(/** @type {string} */ booked) => change({ booked })} />
    <${RadioCards} label=${say("new.seats")} name="assigns" columns value=${draft.assigns ? "assigned" : "choice"}
      onChange=${(/** @type {string} */ value) => change({ assigns: value === "assigned" })}
      options=${["choice", "assigned"].map((value) => ({ value, label: say(`new.seats_${value}`), detail: say(`new.seats_${value}_text`) }))} />
    <${CheckField} label=${html`<span class="strong">${say("new.first")}</span>`} help=${say("new.first_text")} checked=${draft.first}
      onChange=${(/** @type {boolean} */ first) => change({ first })} />
  </div>`;
}

/** What most sittings leave as it is. @param {PartProps} props */
function Others({ draft, change }) {
  const say = useWord();
  return html`<div class="stack">
    <${RadioCards} label=${say("new.evaluators")} name="evaluators" columns value=${draft.evaluators}
      onChange=${(/** @type {"room" | "all"} */ evaluators) => change({ evaluators })}
      options=${["room", "all"].map((value) => ({ value, label: say(`new.evaluators_${value}`), detail: say(`new.evaluators_${value}_text`) }))} />
    <${SelectField} label=${say("stand_in.label")} help=${say("stand_in.help")} value=${draft.standIn} options=${standInOptions(say, null)}
      onChange=${(/** @type {string} */ standIn) => change({ standIn })} />
  </div>`;
}

/** @param {{ rulesets: readonly RulesetCard[], go: (address: string) => void }} props */
export function NewSession({ rulesets, go }) {
  const say = useWord();
  const [draft, setDraft] = useState(/** @type {Draft | null} */ (rulesets[0] ? draftOf(rulesets[0]) : null));
  const [where, setWhere] = useState("");
  const card = rulesets.find((one) => one.id === draft?.ruleset);
  const date = new Date().toLocaleDateString([], { day: "numeric", month: "long" });
  const title = draft?.title ?? say("new.default_title", { ruleset: card?.title ?? "", date });
  const create = useAct(async () => {
    if (!card || !draft) return null;
    const asked = await post("/api/sessions", bodyOf(card, draft, title), say("console.unreachable"));
    setWhere(asked.ok ? "" : asked.failure.where);
    if (asked.ok) go(String(asked.answer["address"]));
    return asked.ok ? null : asked.failure.sentence;
  });
  const rehearse = useAct(async () => {
    if (!card || !draft || typedWrong) return null;
    const asked = await post("/api/sessions", { ...bodyOf(card, draft, title), rehearsal: true }, say("console.unreachable"));
    if (asked.ok) go(String(asked.answer["address"]));
    return asked.ok ? null : asked.failure.sentence;
  });
  const typedWrong = draft !== null && (Object.values(secondsOf(draft)).includes(undefined) || bookedMinutes(draft) === undefined);
  if (!draft || !card) return html`<${Notice} kind="bad">${say("console.no_rulesets")}<//>`;
  const change = (/** @type {Partial<Draft>} */ part) => {
    create.clear();
    setDraft({ ...draft, ...part });
  };
  const pick = (/** @type {string} */ id) => {
    const other = rulesets.find((one) => one.id === id);
    if (other) setDraft({ ...draftOf(other), title: draft.title, tables: draft.tables, assigns: draft.assigns, first: draft.first, evaluators: draft.evaluators, standIn: draft.standIn, sameDecks: draft.sameDecks, booked: draft.booked });
  };
  const onSubmit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!typedWrong) void create.run();
  };
  const titleError = where === "$.title" ? create.refused : null;
  return html`<form class="card new-session" onSubmit=${onSubmit} aria-labelledby="new-title">
    <div class="card-head"><${Icon} name="plus" /><h2 id="new-title">${say("new.title")}</h2></div>
    <div class="card-body">
      <p class="quiet">${say("new.ready")}</p>
      <${RadioCards} label=${say("new.ruleset")} name="ruleset" columns value=${card.id} onChange=${pick}
        options=${rulesets.map((one) => ({
          value: one.id,
          label: one.title,
          detail: html`<span class="block">${one.blurb}</span><span class="block">${say("new.ruleset_detail", { players: span(one.players), minutes: one.minutes })}</span>`,
        }))} />
      <${TextField} label=${say("new.name")} help=${say("new.name_help")} value=${title} maxLength=${TITLE_SIGNS} autocomplete="off"
        error=${titleError} onInput=${(/** @type {string} */ value) => change({ title: value })} />
      <${Places} card=${card} draft=${draft} change=${change} />
      <${Fold} title=${say("new.others")}><${Others} card=${card} draft=${draft} change=${change} /><//>
      <${Fold} title=${say("new.more")}><${Modules} card=${card} draft=${draft} change=${change} /><//>
      <div class="create-bar">
        <${Estimate} card=${card} draft=${draft} />
<div class="create-acts"><${Button} type="submit" kind="primary" big icon="check" busy=${create.busy} reason=${typedWrong ? say(bookedMinutes(draft) === undefined ? "new.booked_bad" : "new.length_bad") : null}
          refused=${titleError ? null : create.refused}>${say("new.create")}<//>
        <${Button} icon="fast-forward" busy=${rehearse.busy} refused=${rehearse.refused} onClick=${() => void rehearse.run()}>${say("new.rehearse")}<//></div>
      </div>
    </div>
  </form>`;
}

/**
 * "4-7" where nothing is missing between, else each number.
 * @param {readonly number[]} players
 */
function span(players) {
  const first = players[0] ?? 0;
  const last = players.at(-1) ?? first;
  return last - first === players.length - 1 && last > first ? `${first}\u2013${last}` : players.join(", ");
}
