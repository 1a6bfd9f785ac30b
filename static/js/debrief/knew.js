/**
 * Who knew what, when: what one seat knew at a moment and another did not, and the other way round.
 * Made from the views of both seats alone, as each was shown them; nothing else is looked at.
 */
import { html, useEffect, useState } from "../dom.js";
import { dependencyOf, seatOf, text } from "../board.js";
import { actWords, lineWords } from "../say.js";
import { Button } from "../parts/button.js";
import { NumberStepper, SelectField } from "../parts/field.js";
import { Icon } from "../parts/icon.js";
import { Who } from "../parts/marker.js";
import { Notice } from "../parts/notice.js";
import { isMoment } from "./moments.js";
import { clockAt, termsWords } from "./say.js";
import "./texts/knew.js";
import "./texts/others.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").Own} Own
 * @typedef {import("../protocol.js").Line} Line
 * @typedef {import("../protocol.js").DealView} Deal
 * @typedef {import("./course.js").Course} Course
 * @typedef {import("./moments.js").Moments} Moments
 * @typedef {import("./shapes.js").Moment} Moment
 * @typedef {{ kind: "fact" | "deal" | "promise" | "said" | "scan" | "plan" | "concern" | "house", text: string }} Known
 */

const MINUTE_MS = 60_000;

/** The last entry within the first so many minutes of game time. @param {Course} course @param {number} minute */
const placeAtMinute = (course, minute) =>
  course.entries.findLast((one) => !one.aside && one.at_ms <= minute * MINUTE_MS)?.place ?? 1;

/** What a view alone has told; nothing where it is no seat's. @param {Moment} moment @returns {Own | null} */
const ownOf = (moment) => moment.view.own;

/** What a seat had read in confidence by a moment, however long ago. @param {Moment} moment */
const heard = ({ confided, lines }) => [...confided, ...lines].filter((one) => one.kind === "said_in_confidence");

/** @param {Line} line @param {Moment} moment */
const sameLine = (line, moment) => heard(moment).some((one) => one.at_ms === line.at_ms && one.kind === line.kind && one.text === line.text);

/** @param {Board} board @param {Deal} deal */
function dealWords(board, deal) {
  const what = termsWords(board, deal);
  return text(board, "knew.deal", { by: seatOf(board, deal.by).short, to: seatOf(board, deal.to).short, what, state: text(board, `deal_states.${deal.state}.name`) });
}

/**
 * What the seat of one view knew and that of the other did not.
 * @param {Board} board
 * @param {Moment} mine
 * @param {Moment} other
 * @returns {Known[]}
 */
function knownOnlyTo(board, mine, other) {
  const [own, theirs] = [ownOf(mine), ownOf(other)];
  if (!own || !theirs) return [];
  const common = new Set(mine.view.public.dependencies.filter((one) => one.real !== null).map((one) => one.id));
  const facts = own.facts.filter((one) => !common.has(one.dependency) && !theirs.facts.some((fact) => fact.dependency === one.dependency));
  const deals = own.deals.filter((one) => !theirs.deals.some((deal) => deal.id === one.id));
  const promises = own.promises.filter((one) => !theirs.promises.some((promise) => promise.id === one.id));
  const said = heard(mine).filter((line) => !sameLine(line, other));
  const { phase } = mine.view.public;
  const plan = phase === "plan" && own.plan?.length ? own.plan.map((one) => actWords(board, one)).join(", ") : "";
  /** @type {Known[]} */
  const found = [
    ...facts.map((one) => ({ kind: /** @type {const} */ ("fact"), text: text(board, one.real ? "knew.real" : "knew.dead", { dependency: dependencyOf(board, one.dependency).name }) })),
    ...deals.map((one) => ({ kind: /** @type {const} */ ("deal"), text: dealWords(board, one) })),
    ...promises.map((one) => ({ kind: /** @type {const} */ ("promise"), text: text(board, "knew.promise", { by: seatOf(board, one.by).short, to: seatOf(board, one.to).short, act: actWords(board, one.act), due: one.due }) })),
    ...said.map((line) => {
      const { text: told, said: words } = lineWords(board, line, mine.words);
      return { kind: /** @type {const} */ ("said"), text: words === null ? told : `${told} “${words}”` };
    }),
  ];
  if (own.scanned !== null && theirs.scanned === null) found.push({ kind: "scan", text: text(board, "knew.scan", { agenda: text(board, `frames.${own.scanned}.name`) }) });
  if (plan) found.push({ kind: "plan", text: text(board, "knew.plan", { plan }) });
  found.push({ kind: "concern", text: text(board, "knew.concern", { concern: text(board, `concerns.${own.concern}.name`) }) });
  const open = mine.view.public.seats.find((one) => one.id === own.seat)?.routines;
  if (open === undefined || open === null) found.push({ kind: "house", text: text(board, "knew.house", { routines: own.routines, hand: own.hand }) });
  return found;
}

const ICONS = Object.freeze({ fact: "map", deal: "handshake", promise: "hourglass", said: "message-square", scan: "scan-search", plan: "list", concern: "lock", house: "building-2" });

/** @param {{ board: Board, seat: string, other: string, known: readonly Known[] }} props */
function Only({ board, seat, other, known }) {
  const { look, code, name } = seatOf(board, seat);
  const detail = text(board, "knew.not", { seat: seatOf(board, other).name });
  return html`<section class="stack-s" aria-label=${`${name}: ${detail}`}><${Who} look=${look} code=${code} name=${name} detail=${detail} />
    <ul class="stack-s knew-list">${known.map((one, at) => html`<li key=${at} class="beside small"><${Icon} name=${ICONS[one.kind]} size="s" /><span>${one.text}</span></li>`)}</ul></section>`;
}

/**
 * Both views at one place; null while they are on their way.
 * @param {Moments} moments
 * @param {number} place
 * @param {readonly [string, string]} pair
 */
function usePair(moments, place, [one, other]) {
  const [found, setFound] = useState(/** @type {readonly [Moment, Moment] | null} */ (null));
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    void Promise.all([moments.get(place, one), moments.get(place, other)]).then(([mine, theirs]) => {
      if (!wanted) return;
      setFailed(!isMoment(mine) || !isMoment(theirs));
      if (isMoment(mine) && isMoment(theirs)) setFound([mine, theirs]);
    });
    return () => {
      wanted = false;
    };
  }, [moments, place, one, other]);
  return { found, failed };
}

/**
 * @param {object} props
 * @param {Board} props.board
 * @param {Course} props.course
 * @param {Moments} props.moments
 * @param {readonly string[]} props.seats whose eyes this reader may look through
 * @param {number} props.place
 * @param {(place: number) => void} props.onGo
 */
export function Knew({ board, course, moments, seats, place, onGo }) {
  const [one, setOne] = useState(seats[0] ?? "");
  const [other, setOther] = useState(seats[1] ?? "");
  const last = Math.ceil((course.entries.at(-1)?.at_ms ?? 0) / MINUTE_MS);
  const here = Math.floor((course.entries[place - 1]?.at_ms ?? 0) / MINUTE_MS);
  const [minute, setMinute] = useState(here);
  useEffect(() => setMinute(here), [here]);
  const { found, failed } = usePair(moments, place, [one, other]);
  const options = seats.map((id) => ({ value: id, label: seatOf(board, id).name }));
  // Whoever is chosen twice changes places.
  const pick = (/** @type {string} */ to, /** @type {"one" | "other"} */ which) => {
    if (which === "one" ? to === other : to === one) {
      setOne(other);
      setOther(one);
    } else if (which === "one") setOne(to);
    else setOther(to);
  };
  const jump = (/** @type {Event} */ event) => {
    event.preventDefault();
    onGo(placeAtMinute(course, minute));
  };
  return html`<div class="stack">
    <div><h2 class="debrief-heading">${text(board, "knew.title")} <span class="quiet">${text(board, "debrief.at", { at: clockAt(course, place) })}</span></h2>
      <p class="quiet small">${text(board, "knew.detail")}</p></div>
    <div class="knew-picks">
      <${SelectField} label=${text(board, "knew.one")} value=${one} options=${options} onChange=${(/** @type {string} */ id) => pick(id, "one")} />
      <${SelectField} label=${text(board, "knew.other")} value=${other} options=${options} onChange=${(/** @type {string} */ id) => pick(id, "other")} />
      <form class="knew-minute" onSubmit=${jump}><${NumberStepper} label=${text(board, "knew.minute")} min=${0} max=${Math.max(1, last)} value=${minute} onChange=${setMinute} />
        <${Button} type="submit" icon="clock">${text(board, "knew.go")}<//></form>
    </div>
    ${failed && html`<${Notice} kind="bad">${text(board, "debrief.unreachable")}<//>`}
    ${found && html`<div class="halves"><${Only} board=${board} seat=${one} other=${other} known=${knownOnlyTo(board, found[0], found[1])} />
      <${Only} board=${board} seat=${other} other=${one} known=${knownOnlyTo(board, found[1], found[0])} /></div>`}
  </div>`;
}
