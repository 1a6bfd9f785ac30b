/** Acting for a seat: what it may do now, asked of the table, done in its name and marked as such. */
import { html, useEffect, useState } from "../dom.js";
import { dependencyOf, seatOf } from "../board.js";
import { actWords, dealSides, named, reasonWords, seatName } from "../say.js";
import { chosenWords } from "../saychoice.js";
import { useWord } from "../words.js";
import { CheckField, SelectField, TextField } from "../parts/field.js";
import { ActButton } from "./act.js";
import { answerTo, newOffer, NOTHING_SAID, OfferFields, offerCommand, SayFields, sayCommand } from "./actopen.js";
import { useDesk, useDraft } from "./desk.js";
import "./texts/act.js";
import "./texts/speak.js";

/**
 * @typedef {import("../protocol.js").Menu} Menu
 * @typedef {import("../shapes.js").AnyOf<import("../protocol.js").SeatCommand>} SeatCommand
 * @typedef {import("../protocol.js").Act} Act
 * @typedef {import("./desk.js").Desk} Desk
 */

const WORDS = 1000;
const SAY = "say";
const OFFER = "offer";
const PLAN = "plan";
/** Before the id of the offer that is answered. */
const COUNTER = "counter ";
const NOTHING = "";

/**
 * A command that needs no form, in words.
 * @param {Desk} desk
 * @param {(key: string, params?: import("../words.js").Params) => string} say
 * @param {SeatCommand} command
 */
function commandWords({ board, pub, staff, frame }, say, command) {
  const on = command.done ?? command.ready ?? command.calls ?? command.launch ?? true;
  const deal = [...pub.deals, ...staff.deals].find((one) => one.id === command.deal);
  const sides = deal ? dealSides(board, deal, null, pub.round) : null;
  const lines = (/** @type {readonly import("../parts/slip.js").SlipLine[]} */ some) => some.map((one) => String(one.text)).join(", ") || say("act.nothing");
  const other = command.with ?? command.to;
  return say(`act.${command.type}${on ? "" : "_not"}`, {
    other: other ? seatName(board, other) : say("act.all"),
    dependency: command.dependency ? dependencyOf(board, command.dependency).name : "",
    option: command.option ? chosenWords(board, pub.card, command.option, frame.view.words) : "",
    architecture: command.architecture ? named(board, "terms", command.architecture) + (command.host ? ` (${seatName(board, command.host)})` : "") : say("act.none"),
    governance: command.governance ? named(board, "terms", command.governance) : say("act.none"),
    by: deal ? seatName(board, deal.by) : "", deal_to: deal ? seatName(board, deal.to) : "",
    give: sides ? lines(sides.give) : "", get: sides ? lines(sides.get) : "",
  });
}

/**
 * Whether the choice itself would tell what not everybody may know: what a seat knows, deals in confidence.
 * @param {Desk} desk
 * @param {SeatCommand} command
 */
const tells = ({ staff }, command) => command.type === "show_fact" || staff.deals.some((one) => one.id === command.deal);

/** Asks the table for the menu of a seat whenever something there may have changed. @param {string} seat */
function useMenu(seat) {
  const { session, table, frame } = useDesk();
  const [menu, setMenu] = useState(/** @type {Menu | null} */ (null));
  useEffect(() => {
    const stop = new AbortController();
    fetch(`/api/sessions/${session.id}/menus/${table.id}/${seat}`, { signal: stop.signal })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((found) => found && setMenu(found))
      .catch(() => undefined); // the line is down, or a newer one is asked for
    return () => stop.abort();
  }, [seat, frame.version]);
  return menu;
}

/** @param {{ menu: Menu, acts: readonly Act[], onActs: (acts: readonly Act[]) => void, points: number }} props */
function PlanForm({ menu, acts, onActs, points }) {
  const say = useWord();
  const { board, secrets } = useDesk();
  const key = (/** @type {Act} */ act) => JSON.stringify(act);
  const has = (/** @type {Act} */ act) => acts.some((one) => key(one) === key(act));
  const flip = (/** @type {Act} */ act) => onActs(has(act) ? acts.filter((one) => key(one) !== key(act)) : [...acts, act]);
  return html`<div class="stack-s"><p class="label">${say("act.plan_of", { points })}</p><div class="act-plan">${menu.acts.map(
    (one) => html`<${CheckField} key=${key(one.act)} label=${actWords(board, one.act)} checked=${has(one.act)} disabled=${!has(one.act) && acts.length >= points}
      help=${one.reason && secrets ? reasonWords(board, one.reason, one.detail) : ""} onChange=${() => flip(one.act)} />`,
  )}</div><p class="small quiet">${say("act.plan_text")}</p></div>`;
}

/** Open offers to this seat, which it could answer with one of its own. @param {Desk} desk @param {string} seat */
const answerable = ({ pub, staff, secrets }, seat) => [...pub.deals, ...(secrets ? staff.deals : [])].filter((one) => one.to === seat && one.state === "open");

/** What the seat could do now, as a field takes it. @param {Desk} desk @param {(key: string, params?: import("../words.js").Params) => string} say @param {Menu} menu @param {string} seat */
function possible(desk, say, menu, seat) {
  const { board, secrets } = desk;
  const closed = menu.commands.filter((one) => !one.reason && one.command.type !== "ask_help" && (secrets || !tells(desk, one.command)));
  const forms = menu.forms.filter((one) => !one.reason).map((one) => one.type);
  const counters = forms.includes(OFFER) ? answerable(desk, seat) : [];
  return [
    ...[SAY, OFFER, PLAN].filter((one) => forms.includes(one)).map((one) => ({ value: one, label: say(`act.form_${one}`) })),
    ...counters.map((deal) => ({ value: `${COUNTER}${deal.id}`, label: say("act.form_counter", { by: seatName(board, deal.by) }) })),
    ...closed.map((one) => ({ value: JSON.stringify(one.command), label: commandWords(desk, say, one.command) })),
  ];
}

/** @param {{ seat: string }} props */
export function ActFor({ seat }) {
  const say = useWord();
  const desk = useDesk();
  const { board, control, table, staff, pub, secrets } = desk;
  const menu = useMenu(seat);
  const [picked, setPicked] = useState("");
  const [said, setSaid] = useState(NOTHING_SAID);
  const [offer, setOffer] = useState(/** @type {import("./actopen.js").Offered | null} */ (null));
  const [why, setWhy] = useDraft(`act why ${table.id} ${seat}`);
  const [acts, setActs] = useState(/** @type {readonly Act[]} */ ([]));
  if (!menu) return html`<p class="quiet" aria-busy="true">${say("act.loading")}</p>`;
  const found = possible(desk, say, menu, seat);
  const name = seatOf(board, seat).name;
  if (found.length === 0 || pub.paused) return html`<p class="quiet">${say(pub.paused ? "act.paused" : "act.nothing_now", { seat: name })}</p>`;
  // What is possible no longer is not replaced by something else.
  const chosen = found.some((one) => one.value === picked) ? picked : NOTHING;
  const options = [{ value: NOTHING, label: say("act.pick") }, ...found];
  const offering = chosen === OFFER || chosen.startsWith(COUNTER);
  const pick = (/** @type {string} */ value) => {
    setPicked(value);
    const deal = answerable(desk, seat).find((one) => value === `${COUNTER}${one.id}`);
    if (value === OFFER) setOffer(newOffer(pub.seats.find((one) => one.id !== seat)?.id ?? ""));
    else if (deal) setOffer(answerTo(deal));
  };
  const command = () => {
    if (chosen === SAY) return sayCommand(said);
    if (offering) return offer && offerCommand(offer);
    return chosen === PLAN ? { type: PLAN, acts } : JSON.parse(chosen);
  };
  const run = async () => {
    if (chosen === NOTHING) return say("act.pick_first");
    const asked = command();
    if (!asked) return say("speak.empty");
    return why.trim() ? control({ type: "act_for", seat, command: asked, text: why.trim() }) : say("act.needs_why");
  };
  const then = () => {
    setSaid(NOTHING_SAID);
    setOffer(null);
    setActs([]);
    setPicked("");
  };
  return html`<div class="stack-s">
    <p class="small quiet">${say("act.text", { seat: name })}${!secrets && ` ${say("act.hidden")}`}</p>
    <${SelectField} label=${say("act.what")} value=${chosen} options=${options} onChange=${pick} />
    ${chosen === SAY && html`<${SayFields} seat=${seat} said=${said} onChange=${setSaid} />`}
    ${offering && offer && html`<${OfferFields} seat=${seat} offer=${offer} onChange=${setOffer} />`}
    ${chosen === PLAN && html`<${PlanForm} menu=${menu} acts=${acts} onActs=${setActs} points=${staff.seats.find((one) => one.seat === seat)?.points ?? 0} />`}
    <${TextField} label=${say("act.why")} help=${say("act.why_help", { seat: name })} value=${why} onInput=${setWhy} maxLength=${WORDS} />
    <div class="actions actions-start"><${ActButton} kind="primary" icon="hand" run=${run} then=${then}>${say("act.do", { seat: name })}<//></div>
  </div>`;
}
