/** What one side of a deal gives, as fields: budget, a token, facts, promises. The page keeps the draft. */
import { html } from "../dom.js";
import { dependencyOf, seatOf } from "../board.js";
import { CheckField, NumberStepper, SelectField } from "../parts/field.js";
import { Icon } from "../parts/icon.js";
import { dependencyName, named, seatName } from "../say.js";
import { useGame } from "./game.js";
import "./texts/deals.js";

/**
 * @typedef {import("./game.js").GameNow} GameNow
 * @typedef {import("../protocol.js").Act} Act
 * @typedef {import("../protocol.js").Terms} Terms
 * @typedef {import("../protocol.js").Pledge} Pledge
 */

/** What is promised most stands first; all else as the table has it. */
const COMMON = Object.freeze(["sign", "build", "answer", "map", "frame"]);
const FRAMES = Object.freeze(/** @type {const} */ (["political", "economic", "legal", "technical"]));

/** What may be promised. @param {import("../board.js").Board} board */
function kindsIn({ deals }) {
  const kinds = deals.promised.map((one) => one.kind);
  return [...COMMON.filter((kind) => kinds.includes(kind)), ...kinds.filter((kind) => !COMMON.includes(kind))];
}

/**
 * Every act of a kind with its objects, in a fixed order, for a select.
 * @param {GameNow} game
 * @param {string} kind
 * @param {string} giver
 * @returns {{ value: string, label: string, act: Act }[]}
 */
function objectsOf({ pub, board }, kind, giver) {
  const objects = board.deals.promised.find((one) => one.kind === kind)?.objects ?? [];
  const label = (/** @type {string} */ id) => `${dependencyOf(board, id).tag} ${dependencyName(board, id)}`;
  const about = (/** @type {string} */ id) => ({ value: id, label: label(id), act: { kind, dependency: id } });
  if (objects.includes("frame")) return FRAMES.map((frame) => ({ value: frame, label: named(board, "frames", frame), act: { kind, frame } }));
  if (objects.includes("seat")) {
    return pub.dependencies.flatMap((one) =>
      one.sides.filter((side) => side.seat !== giver).map((side) => ({
        value: `${one.id} ${side.seat}`,
        label: `${seatOf(board, side.seat).short}: ${label(one.id)}`,
        act: { kind, dependency: one.id, seat: side.seat },
      })),
    );
  }
  if (!objects.includes("dependency")) return [];
  const within = pub.dependencies.filter((one) => kind === "direct" || one.sides.some((side) => side.seat === giver));
  return [...within.map((one) => about(one.id)), ...(kind === "build" && pub.architecture === "clearing_house" ? [about("hub")] : [])];
}

/** @param {Act} act */
const objectIn = (act) => act.frame ?? (act.seat ? `${act.dependency} ${act.seat}` : (act.dependency ?? ""));

/**
 * @param {object} props
 * @param {string} props.giver
 * @param {Pledge} props.pledge
 * @param {(pledge: Pledge) => void} props.onChange
 * @param {() => void} props.onRemove
 */
function PledgeFields({ giver, pledge, onChange, onRemove }) {
  const game = useGame();
  const { board, pub, say } = game;
  const group = (/** @type {string} */ kind) => (kind.includes("_") ? "promises" : "actions");
  const kinds = kindsIn(board).filter((kind) => kind !== "direct" || giver === pub.sponsor);
  const objects = objectsOf(game, pledge.act.kind, giver);
  const rounds = Array.from({ length: pub.rounds - pub.round + 1 }, (_, at) => pub.round + at);
  const turn = (/** @type {string} */ kind) =>
    onChange({ ...pledge, act: objectsOf(game, kind, giver)[0]?.act ?? { kind } });
  return html`<div class="pledge">
    <${SelectField} label=${say("terms_form.promise")} value=${pledge.act.kind} onChange=${turn}
      options=${kinds.map((kind) => ({ value: kind, label: named(board, group(kind), kind) }))} />
    ${objects.length > 0 && html`<${SelectField} label=${say("terms_form.object")} value=${objectIn(pledge.act)} options=${objects}
      onChange=${(/** @type {string} */ value) => onChange({ ...pledge, act: objects.find((one) => one.value === value)?.act ?? pledge.act })} />`}
    <div class="pledge-end">
      <${SelectField} label=${say("terms_form.due")} value=${String(pledge.due)}
        onChange=${(/** @type {string} */ due) => onChange({ ...pledge, due: Number(due) })}
        options=${rounds.map((round) => ({ value: String(round), label: round === pub.round ? say("terms_form.this_round", { round }) : say("terms_form.round", { round }) }))} />
      <button type="button" class="button button-icon button-outline" aria-label=${say("terms_form.remove")} onClick=${onRemove}><${Icon} name="x" /></button>
    </div>
  </div>`;
}

/**
 * The dependencies of which this side could tell.
 * @param {GameNow} game
 * @param {boolean} mine
 */
function tellable({ pub, own }, mine) {
  const known = new Set(own.facts.map((one) => one.dependency));
  return pub.dependencies.filter((one) => one.real === null && known.has(one.id) === mine).map((one) => one.id);
}

/**
 * @param {object} props
 * @param {string} props.title
 * @param {string} props.giver
 * @param {string} props.taker
 * @param {Terms} props.terms
 * @param {(terms: Terms) => void} props.onChange
 */
export function TermsFields({ title, giver, taker, terms, onChange }) {
  const game = useGame();
  const { board, own, pub, me, say } = game;
  const mine = giver === me;
  const budget = pub.seats.find((one) => one.id === giver)?.budget ?? 0;
  const told = terms.tell ?? [];
  const promises = terms.promise ?? [];
  const facts = [...new Set([...tellable(game, mine), ...told])];
  const setPromise = (/** @type {number} */ at, /** @type {Pledge | null} */ pledge) =>
    onChange({ ...terms, promise: promises.flatMap((one, n) => (n === at ? (pledge ? [pledge] : []) : [one])) });
  const first = /** @type {Pledge} */ ({ act: objectsOf(game, "sign", giver)[0]?.act ?? { kind: "counter" }, due: pub.round });
  const truth = (/** @type {string} */ id) => {
    const fact = mine ? own.facts.find((one) => one.dependency === id) : undefined;
    return fact && say(fact.real ? "terms_form.know_real" : "terms_form.know_dead");
  };
  return html`<fieldset class="terms stack"><legend class="strong">${title}</legend>
    <${NumberStepper} label=${say("terms_form.pay")} value=${terms.pay ?? 0} min=${0} max=${board.deals.budget}
      help=${say(mine ? "terms_form.you_have" : "terms_form.they_have", { count: budget })}
      onChange=${(/** @type {number} */ pay) => onChange({ ...terms, pay })} />
    <${CheckField} label=${say("terms_form.place", { name: seatName(board, taker) })} checked=${Boolean(terms.place)}
      help=${mine ? say("terms_form.in_hand", { count: own.hand }) : undefined}
      onChange=${(/** @type {boolean} */ on) => onChange({ ...terms, place: on ? 1 : 0 })} />
    ${facts.length > 0 && html`<details class="fold" open=${told.length > 0}><summary>${say("terms_form.tell")}${told.length > 0 && ` (${told.length})`}</summary>
      ${facts.map((id) => html`<${CheckField} key=${id} label=${`${dependencyOf(board, id).tag} ${dependencyName(board, id)}`} help=${truth(id)}
        checked=${told.includes(id)}
        onChange=${(/** @type {boolean} */ on) => onChange({ ...terms, tell: on ? [...told, id] : told.filter((one) => one !== id) })} />`)}
    </details>`}
    ${promises.map((pledge, at) => html`<${PledgeFields} key=${at} giver=${giver} pledge=${pledge}
      onChange=${(/** @type {Pledge} */ next) => setPromise(at, next)} onRemove=${() => setPromise(at, null)} />`)}
    ${promises.length < board.deals.promises && html`<button type="button" class="button button-quiet" onClick=${() => onChange({ ...terms, promise: [...promises, first] })}>
      <${Icon} name="plus" /><span>${say("terms_form.add_promise")}</span></button>`}
  </fieldset>`;
}
