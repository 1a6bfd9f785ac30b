/**
 * Who needs a human now, and who most: pure functions of the facilitator's view, of who is connected,
 * and of the time. What is done about it stands in `queue.js`.
 */
import { peopleOf } from "../people.js";

/**
 * @typedef {import("../protocol.js").Public} Public
 * @typedef {import("../protocol.js").SeatShown} SeatView
 * @typedef {import("../protocol.js").SeatPlace} SeatPlace
 * @typedef {import("../protocol.js").Staff} Staff
 * @typedef {import("../protocol.js").Activity} Activity
 * @typedef {"help" | "gone" | "empty" | "blocking" | "back" | "stood" | "offers" | "silent" | "pair" | "inject"} Kind
 * @typedef {object} Need
 * @property {string} id the same for as long as it is the same need
 * @property {Kind} kind
 * @property {string} seat "" where it concerns no seat
 * @property {string} [other] the second of a pair
 * @property {number} [minutes] for how long
 * @property {number} [soon] in how many minutes a bot sits in
 * @property {number} [count]
 * @property {number} [line] of the script
 * @property {"due" | "late" | "overdue"} [stands] where that line stands
 * @property {number} rank the higher the sooner
 * @typedef {object} Seen
 * @property {Public} pub
 * @property {Pick<Staff, "seats" | "deals">} staff
 * @property {Activity} activity
 * @property {readonly SeatPlace[]} places
 * @property {number} nowMs game time
 * @property {number | null} leftMs of the phase; null: it has no clock
 * @property {readonly { line: { number: number }, standing: { status: string, overdue: boolean } }[]} [injects] lines of the script that are proposed now
 * @property {number} quietMin after how many minutes a seat is silent
 */

const MINUTE = 60_000;
/** Offers end with the talk: so long before that they are told. */
const LAST_CALL_MS = 90_000;
const MOST_PAIRS = 3;
const ACTING = Object.freeze(["talk", "plan", "vote"]);

/** Whether this phase waits for something of the seats. @param {Public} pub */
const acting = (pub) => ACTING.includes(pub.phase) && !pub.paused && !(pub.phase === "vote" && pub.votes !== null);

/** How many devices of a seat are connected. @param {SeatPlace | undefined} place */
const devices = (place) => peopleOf(place).reduce((all, one) => all + one.devices, 0);

/**
 * Everything that needs a human now, the most urgent first.
 * @param {Seen} seen
 * @returns {readonly Need[]}
 */
export function needsOf(seen) {
  const found = [...seen.pub.seats.flatMap((seat) => ofSeat(seen, seat)), ...pairs(seen), ...injects(seen)];
  return found
    .map((need, at) => ({ need, at }))
    .sort((a, b) => b.need.rank - a.need.rank || a.at - b.at)
    .map(({ need }) => need);
}

/** @param {Seen} seen @param {SeatView} seat @returns {Need[]} */
function ofSeat(seen, seat) {
  const { pub, staff, places } = seen;
  const place = places.find((one) => one.seat === seat.id);
  const here = devices(place);
  const playing = pub.phase !== "lobby" && pub.phase !== "ended";
  /** @type {Need[]} */
  const found = [];
  const need = (/** @type {Kind} */ kind, /** @type {number} */ rank, /** @type {Partial<Need>} */ more = {}) =>
    found.push({ id: `${kind} ${seat.id}`, kind, seat: seat.id, rank, ...more });
  if (staff.seats.some((one) => one.seat === seat.id && one.asks_help)) need("help", 100);
  if (!playing) return found;
  if (seat.holder === "nobody" && !seat.dropped) need("empty", 75);
  if (seat.holder === "bot" && here > 0) need("back", 60);
  if (seat.stands_in && here === 0) need("stood", 58);
  const gone = seat.holder === "person" && here === 0 && !seat.dropped;
  if (gone) need("gone", pub.waiting_for.includes(seat.id) ? 90 : 70, standIn(seen, seat.id));
  if (gone || seat.holder !== "person" || !acting(pub)) return found;
  const offers = pub.phase === "talk" ? [...pub.deals, ...staff.deals].filter((one) => one.to === seat.id && one.state === "open").length : 0;
  if (offers > 0 && isLastCall(seen)) need("offers", 64 + Math.min(offers, 5), { count: offers });
  if (isBlocking(seen, seat)) need("blocking", seen.leftMs === 0 ? 88 : 80, { minutes: quiet(seen, seat.id) });
  else if (quiet(seen, seat.id) >= seen.quietMin && pub.waiting_for.includes(seat.id)) {
    need("silent", 50 + Math.min(quiet(seen, seat.id), 9), { minutes: quiet(seen, seat.id) });
  }
  return found;
}

/** In how many minutes a bot sits in, where one does. @param {Pick<Seen, "activity" | "nowMs">} seen @param {string} seat @returns {{ soon?: number }} */
export function standIn({ activity, nowMs }, seat) {
  const away = activity.away.find((one) => one.seat === seat);
  return away ? { soon: Math.max(1, Math.ceil((away.sits_in_ms - nowMs) / MINUTE)) } : {};
}

/** Lines of the script that wait for a hand: an answer that did not come before one that is only due. @param {Seen} seen @returns {Need[]} */
function injects({ injects: lines = [] }) {
  const ranks = { overdue: 78, late: 72, due: 66 };
  return lines.map(({ line, standing }) => {
    const stands = standing.overdue ? "overdue" : standing.status === "late" ? "late" : "due";
    return { id: `inject ${line.number} ${stands}`, kind: "inject", seat: "", line: line.number, stands, rank: ranks[stands] };
  });
}

/** Whole minutes of game time since a seat did something, or since the phase began. @param {Seen} seen @param {string} seat */
export function quiet({ activity, nowMs }, seat) {
  const last = activity.seats.find((one) => one.seat === seat)?.at_ms ?? 0;
  return Math.max(0, Math.floor((nowMs - Math.max(last, activity.since_ms)) / MINUTE));
}

/** The talk is nearly over: by the clock, or because hardly anybody still talks. @param {Seen} seen */
function isLastCall({ pub, leftMs }) {
  return (leftMs !== null && leftMs <= LAST_CALL_MS) || pub.waiting_for.length <= 1;
}

/** All but a few are through, or time is up, and the phase waits for this one. @param {Seen} seen @param {SeatView} seat */
function isBlocking({ pub, leftMs }, seat) {
  if (!pub.waiting_for.includes(seat.id)) return false;
  const counted = pub.seats.filter((one) => one.holder !== "nobody" && !one.dropped).length;
  const few = pub.waiting_for.length <= Math.max(1, Math.floor(counted / 4)) && pub.waiting_for.length < counted;
  return few || leftMs === 0;
}

/**
 * Partners in a dependency who have not dealt with each other, once half of the talk is over.
 * @param {Seen} seen
 * @returns {Need[]}
 */
function pairs({ pub, activity, nowMs, leftMs, places }) {
  if (pub.phase !== "talk" || pub.paused || leftMs === null || leftMs > nowMs - activity.since_ms) return [];
  const people = new Set(pub.seats.filter((one) => one.holder === "person" && devices(places.find((place) => place.seat === one.id)) > 0).map((one) => one.id));
  const key = (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const met = new Set(activity.pairs.map((one) => key(one.a, one.b)));
  /** @type {Map<string, Need>} */
  const found = new Map();
  for (const one of pub.dependencies) {
    const [a, b] = one.sides.map((side) => side.seat);
    if (a === undefined || b === undefined || !people.has(a) || !people.has(b) || met.has(key(a, b))) continue;
    if (one.real === false || one.state === "live") continue;
    const rank = one.real ? 36 : 30;
    const known = found.get(key(a, b));
    if (!known || known.rank < rank) found.set(key(a, b), { id: `pair ${key(a, b)}`, kind: "pair", seat: a, other: b, rank });
  }
  return [...found.values()].sort((a, b) => b.rank - a.rank).slice(0, MOST_PAIRS);
}

/**
 * The list as it stands while somebody is about to press in it: nothing moves under the pointer.
 * What is new comes last, what is settled keeps its place and is marked.
 * @param {readonly Need[]} shown as it stood
 * @param {readonly Need[]} now
 * @returns {readonly (Need & { settled?: boolean })[]}
 */
export function held(shown, now) {
  const kept = shown.map((one) => now.find((other) => other.id === one.id) ?? { ...one, settled: true });
  return [...kept, ...now.filter((one) => !shown.some((other) => other.id === one.id))];
}
