/**
 * The table seen from above: seats in fixed places round an ellipse. One drawing for what agencies
 * depend on, one for who trusts whom. Both carry the same facts as a table. Nothing here can be pressed.
 */
import { html } from "../dom.js";
import { bring, useWord } from "../words.js";
import { Figure } from "./figure.js";
import { alongLine, bendOf, bendPoint, overlap, placeLabels, seatPlaces, towards } from "./geometry.js";
import { MarkerShape } from "./marker.js";
import { useRoom } from "./size.js";

bring({
  "part.net.from": "From",
  "part.net.to": "To",
  "part.net.state": "State",
  "part.net.link": "Dependency",
  "part.net.tokens": "Trust tokens",
  "part.net.trust_key": "The number at each end: tokens this agency has placed with the other",
});

/**
 * @typedef {import("./marker.js").Look} Look
 * @typedef {import("./geometry.js").Point} Point
 * @typedef {{ id: string, name: string, code: string, look: Look }} NetSeat
 * @typedef {"unknown" | "open" | "dead" | "signed" | "live" | "suspended"} LinkState
 *   unknown: not known whether it is real; open: known to be real; dead: known not to be
 * @typedef {object} Link
 * @property {string} id
 * @property {string} a a seat's id
 * @property {string} b
 * @property {string} tag a few letters, shown on the line
 * @property {string} name what it is, for the table
 * @property {LinkState} state
 * @property {string} stateName in words
 */

const MARKER = 36;
const TAG_HEIGHT = 22;
/** A number of tokens, and the stretch of its line on which it may stand, px. */
const COUNT = { width: 16, height: 18, stretch: 46 };
const NAME_LINE = 16;
/** Width of a letter of a name, px. */
const NAME_LETTER = 7.5;
/** Below this width the codes stand alone; the table has the names. */
const NAMES_FROM = 440;
const LINE_LETTERS = 15;

/** @type {readonly LinkState[]} */
export const LINK_STATES = Object.freeze(["unknown", "open", "dead", "signed", "live", "suspended"]);

/**
 * @param {readonly NetSeat[]} seats
 * @param {number} width
 * @param {number} height
 * @returns {Map<string, Point>}
 */
function placesOf(seats, width, height) {
  const named = width >= NAMES_FROM;
  const places = seatPlaces(seats.length, width, height, named ? 72 : 26, named ? 46 : 26);
  return new Map(seats.map((seat, at) => [seat.id, places[at] ?? { x: 0, y: 0 }]));
}

/**
 * A name on up to two lines of about equal length.
 * @param {string} name
 */
function lines(name) {
  const words = name.split(" ");
  if (name.length <= LINE_LETTERS || words.length === 1) return [name];
  const cuts = words.slice(1).map((_, at) => at + 1);
  const longest = (/** @type {number} */ cut) =>
    Math.max(words.slice(0, cut).join(" ").length, words.slice(cut).join(" ").length);
  const cut = cuts.reduce((best, one) => (longest(one) < longest(best) ? one : best));
  return [words.slice(0, cut).join(" "), words.slice(cut).join(" ")];
}

/** Whether a name stands above its marker: outside the table. @param {Point} at @param {number} height */
const isAbove = (at, height) => at.y < height * 0.4;

/**
 * How far from the middle of a marker the first line of its name stands.
 * @param {number} count lines
 * @param {boolean} above
 * @param {boolean} ring
 */
function firstLine(count, above, ring) {
  const out = MARKER / 2 + (ring ? 7 : 0);
  return above ? -out - 7 - (count - 1) * NAME_LINE : out + NAME_LINE;
}

/**
 * The room that names take, which no label may stand in.
 * @param {readonly NetSeat[]} seats
 * @param {Map<string, Point>} places
 * @param {number} height
 * @param {string | null} ring
 */
function nameBoxes(seats, places, height, ring) {
  return seats.flatMap((seat) => {
    const at = places.get(seat.id);
    if (!at) return [];
    const words = lines(seat.name);
    const first = firstLine(words.length, isAbove(at, height), ring === seat.id);
    const tall = words.length * NAME_LINE;
    return [{ x: at.x, y: at.y + first + tall / 2 - NAME_LINE + 4, width: Math.max(...words.map((one) => one.length)) * NAME_LETTER + 4, height: tall }];
  });
}

/**
 * @param {object} props
 * @param {NetSeat} props.seat
 * @param {Point} props.at
 * @param {boolean} props.named
 * @param {boolean} props.above the name stands above the marker, outside the table
 * @param {boolean} props.ring
 */
function SeatMark({ seat, at, named, above, ring }) {
  const words = named ? lines(seat.name) : [];
  const first = firstLine(words.length, above, ring);
  return html`<g transform=${`translate(${at.x} ${at.y})`}>
    ${ring && html`<circle class="net-ring" r=${MARKER / 2 + 7} />`}
    <g class=${`seat-${seat.look}`} transform=${`translate(${-MARKER / 2} ${-MARKER / 2}) scale(${MARKER / 40})`}>
      <${MarkerShape} look=${seat.look} code=${seat.code} size=${MARKER} />
    </g>
    ${words.map((line, n) => html`<text key=${n} class="net-name" y=${first + n * NAME_LINE}>${line}</text>`)}
  </g>`;
}

/**
 * @param {object} props
 * @param {string} props.label
 * @param {number} props.height
 * @param {readonly NetSeat[]} props.seats
 * @param {string | null} props.ring
 * @param {(places: Map<string, Point>, names: readonly import("./geometry.js").Box[]) => import("../dom.js").Child} props.draw
 */
function TableTop({ label, height, seats, ring, draw }) {
  const { box, width, unit } = useRoom(340);
  const places = placesOf(seats, width, height);
  const named = width >= NAMES_FROM;
  return html`<div class="figure-box" ref=${box}>
    <svg width=${width * unit} height=${height * unit} role="img" aria-label=${label}><g transform=${`scale(${unit})`}>
      <ellipse class="net-table" cx=${width / 2} cy=${height / 2} rx=${width / 2 - (named ? 120 : 62)} ry=${height / 2 - 66} />
      ${draw(places, named ? nameBoxes(seats, places, height, ring) : [])}
      ${seats.map(
        (seat) => html`<${SeatMark} key=${seat.id} seat=${seat} at=${places.get(seat.id)} named=${named}
          above=${isAbove(places.get(seat.id) ?? { x: 0, y: height }, height)} ring=${ring === seat.id} />`,
      )}
    </g></svg>
  </div>`;
}

/**
 * Each link with its ends and its bend.
 *
 * @param {readonly Link[]} links
 * @param {Map<string, Point>} places
 */
function linesOf(links, places) {
  const pair = (/** @type {Link} */ link) => [link.a, link.b].sort().join(" ");
  return links.flatMap((link) => {
    const [a, b] = [places.get(link.a), places.get(link.b)];
    if (!a || !b) return [];
    const same = links.filter((other) => pair(other) === pair(link));
    const c = bendPoint(a, b, bendOf(same.indexOf(link), same.length, 26));
    return [{ link, a, b, c, width: link.tag.length * 8.1 + 12, height: TAG_HEIGHT }];
  });
}

/**
 * What agencies depend on: the state of each dependency by dash, weight and word.
 *
 * @param {object} props
 * @param {readonly NetSeat[]} props.seats in their fixed order
 * @param {readonly Link[]} props.links in a fixed order
 * @param {string} props.caption
 * @param {import("../dom.js").Child} [props.detail]
 * @param {Readonly<Record<LinkState, string>>} props.stateNames for the key
 * @param {string | null} [props.current] the link to point at: it matters now
 * @param {string | null} [props.focus] a seat: links of others are drawn faint
 * @param {number} [props.height] units of parts/size.js, as all lengths here
 */
export function DependencyNetwork(props) {
  const { seats, links, caption, detail, stateNames, current = null, focus = null, height = 320 } = props;
  const say = useWord();
  const nameOf = (/** @type {string} */ id) => seats.find((seat) => seat.id === id)?.name ?? id;
  const faint = (/** @type {Link} */ link) => String(focus !== null && link.a !== focus && link.b !== focus);
  const draw = (/** @type {Map<string, Point>} */ places, /** @type {readonly import("./geometry.js").Box[]} */ names) => {
    const drawn = linesOf(links, places);
    const taken = [...names, ...[...places.values()].map((at) => ({ ...at, width: MARKER + 4, height: MARKER + 4 }))];
    const tags = placeLabels(drawn, taken);
    return html`
      ${drawn.map(({ link, a, b, c }) => html`<path key=${link.id} class="net-line" data-state=${link.state}
        data-faint=${faint(link)} d=${`M${a.x} ${a.y}Q${c.x} ${c.y} ${b.x} ${b.y}`} />`)}
      ${drawn.map(({ link, width }, at) => html`<g key=${link.id} class="net-tag" data-state=${link.state}
        data-current=${String(link.id === current)} transform=${`translate(${tags[at]?.x} ${tags[at]?.y})`}>
        <rect x=${-width / 2} y=${-TAG_HEIGHT / 2} width=${width} height=${TAG_HEIGHT} rx="4" />
        <text y="4.5">${link.tag}</text>
      </g>`)}`;
  };
  const used = LINK_STATES.filter((state) => links.some((link) => link.state === state));
  const table = {
    head: [say("part.net.link"), say("part.net.from"), say("part.net.to"), say("part.net.state")],
    rows: links.map((link) => [`${link.tag} ${link.name}`, nameOf(link.a), nameOf(link.b), link.stateName]),
  };
  const legend = used.map((state) => html`<li key=${state}>
    <svg viewBox="0 0 32 12" aria-hidden="true"><line class="net-line" data-state=${state} x1="0" y1="6" x2="32" y2="6" /></svg>${stateNames[state]}
  </li>`);
  return html`<${Figure} caption=${caption} detail=${detail} legend=${legend} table=${table}>
    <${TableTop} label=${caption} height=${height} seats=${seats} ring=${focus} draw=${draw} />
  </${Figure}>`;
}

/**
 * Each pair once, with what lies in each direction.
 *
 * @param {readonly NetSeat[]} seats
 * @param {(from: string, to: string) => number} tokens
 */
function pairsOf(seats, tokens) {
  return seats.flatMap((one, at) =>
    seats.slice(at + 1).flatMap((other) => {
      const there = tokens(one.id, other.id);
      const back = tokens(other.id, one.id);
      return there || back ? [{ one: one.id, other: other.id, there, back }] : [];
    }),
  );
}

/**
 * The two halves of each pair's line, and the stretch near the seat on which its number may stand.
 *
 * @param {ReturnType<typeof pairsOf>} pairs
 * @param {Map<string, Point>} places
 * @param {string | null} focus
 * @param {readonly import("./geometry.js").Box[]} names where no number may stand
 */
function halvesOf(pairs, places, focus, names) {
  const half = (/** @type {string} */ from, /** @type {string} */ to, /** @type {number} */ count) => {
    const [a, b] = [places.get(from), places.get(to)];
    if (!a || !b) return [];
    const middle = alongLine(a, bendPoint(a, b, 0), b, 0.5);
    const most = Math.hypot(b.x - a.x, b.y - a.y) / 2 - COUNT.stretch;
    const hidden = (/** @type {number} */ out) => names.some((name) => overlap(name, { ...towards(a, b, out + COUNT.stretch / 2), ...COUNT }) > 0);
    let out = MARKER / 2 + 6;
    while (out < most && hidden(out)) out += 4;
    const [near, far] = [towards(a, b, out), towards(a, b, out + COUNT.stretch)];
    const label = { a: near, c: bendPoint(near, far, 0), b: far, width: COUNT.width, height: COUNT.height };
    const faint = focus !== null && from !== focus && to !== focus;
    return [{ id: `${from} ${to}`, count, faint, label, path: `M${a.x} ${a.y}L${middle.x} ${middle.y}` }];
  };
  return pairs.flatMap(({ one, other, there, back }) => [...half(one, other, there), ...half(other, one, back)]);
}

/**
 * Who trusts whom: the half of a line next to a seat shows, by weight and number, the tokens this seat
 * has placed with the other.
 *
 * @param {object} props
 * @param {readonly NetSeat[]} props.seats
 * @param {readonly { from: string, to: string, tokens: number }[]} props.trust
 * @param {string} props.caption
 * @param {import("../dom.js").Child} [props.detail]
 * @param {string | null} [props.focus] a seat: lines between others are drawn faint
 * @param {number} [props.height] units of parts/size.js, as all lengths here
 */
export function TrustNetwork({ seats, trust, caption, detail, focus = null, height = 320 }) {
  const say = useWord();
  const tokens = (/** @type {string} */ from, /** @type {string} */ to) =>
    trust.find((one) => one.from === from && one.to === to)?.tokens ?? 0;
  const nameOf = (/** @type {string} */ id) => seats.find((seat) => seat.id === id)?.name ?? id;
  const draw = (/** @type {Map<string, Point>} */ places, /** @type {readonly import("./geometry.js").Box[]} */ names) => {
    const halves = halvesOf(pairsOf(seats, tokens), places, focus, names);
    const told = halves.filter((half) => half.count > 0 && !half.faint);
    const taken = [...names, ...[...places.values()].map((at) => ({ ...at, width: MARKER, height: MARKER }))];
    const tags = placeLabels(told.map((half) => half.label), taken);
    return html`
      ${halves.map((half) => html`<path key=${half.id} class="net-trust" data-count=${half.count} data-faint=${String(half.faint)} d=${half.path} />`)}
      ${told.map((half, at) => html`<g key=${half.id} class="net-tag" transform=${`translate(${tags[at]?.x} ${tags[at]?.y})`}>
        <rect x="-8" y="-9" width="16" height="18" rx="4" /><text class="net-count" y="4.5">${half.count}</text></g>`)}`;
  };
  const table = {
    head: [say("part.net.from"), say("part.net.to"), say("part.net.tokens")],
    rows: trust.filter((one) => one.tokens > 0).map((one) => [nameOf(one.from), nameOf(one.to), one.tokens]),
  };
  const legend = html`<li>${say("part.net.trust_key")}</li>`;
  return html`<${Figure} caption=${caption} detail=${detail} legend=${legend} table=${table}>
    <${TableTop} label=${caption} height=${height} seats=${seats} ring=${focus} draw=${draw} />
  </${Figure}>`;
}
