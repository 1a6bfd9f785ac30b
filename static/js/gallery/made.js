/** A table that was never played: what the gallery shows its pieces with. */
import { LOOKS } from "../parts/marker.js";

/** @typedef {import("../parts/network.js").NetSeat} NetSeat */
/** @typedef {import("../parts/network.js").Link} Link */

/** @type {[string, string][]} */
const NAMES = [
  ["TX", "Tax"],
  ["MU", "Municipality"],
  ["RI", "Rights"],
  ["CO", "Cooperative Registers Agency"],
  ["HE", "Health"],
  ["DI", "Digital Service"],
  ["FA", "Families"],
];
/** @type {NetSeat[]} */
export const SEATS = NAMES.map(([code, name], at) => ({ id: code, code, name, look: LOOKS[at] ?? "blue" }));

export const STATE_NAMES = {
  unknown: "not known yet",
  open: "real, not signed",
  dead: "dead end",
  signed: "signed",
  live: "live",
  suspended: "suspended",
};
/** @type {[string, string, string, keyof typeof STATE_NAMES][]} */
const PAIRS = [
  ["TX", "MU", "Income data", "live"],
  ["TX", "RI", "Legal basis", "signed"],
  ["MU", "HE", "Birth notice", "live"],
  ["MU", "FA", "Home address", "open"],
  ["RI", "DI", "Consent log", "unknown"],
  ["CO", "TX", "Company list", "dead"],
  ["HE", "DI", "Care record", "suspended"],
  ["FA", "TX", "Allowance rate", "open"],
  ["DI", "MU", "Sign-in", "signed"],
  ["TX", "MU", "Tax address", "unknown"],
];
/** @type {Link[]} */
export const LINKS = PAIRS.map(([a, b, name, state], at) => ({
  id: `d${at + 1}`,
  a,
  b,
  name,
  state,
  tag: state === "signed" ? `D${at + 1} 1/3` : `D${at + 1}`,
  stateName: STATE_NAMES[state],
}));
export const TRUST = SEATS.flatMap((from, i) =>
  SEATS.flatMap((to, j) => {
    const tokens = i === j ? 0 : Math.max(0, ((i * 5 + j * 3) % 7) - 3);
    return tokens ? [{ from: from.id, to: to.id, tokens }] : [];
  }),
);

export const ROUNDS = [1, 2, 3, 4, 5].map((n) => ({ from: (n - 1) * 18, to: n * 18, label: `Round ${n}`, short: `R${n}` }));
export const CURVE = Array.from({ length: 46 }, (_, at) => {
  const y = 40 + 14 * Math.sin(at / 6) + (at > 20 ? -16 : 0) + (at > 31 ? 30 : 0) + 3 * Math.sin(at * 1.7);
  return { x: at * 2, y, low: y - 12 - (at % 5), high: y + 11 + (at % 4), exact: at < 24 || at > 30 };
});
export const CURVE_TABLE = {
  head: ["Minute", "Chance, per cent"],
  rows: CURVE.filter((_, at) => at % 9 === 0).map((point) => [point.x, Math.round(point.y)]),
};
export const PER_CENT = [0, 25, 50, 75, 100].map((at) => ({ at, label: `${at}%` }));
