/**
 * Where things stand in the figures: numbers in, numbers out. No drawing, no text, no browser.
 *
 * Everything is rounded to a tenth, so that another implementation can be held to it.
 */

/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ x: number, y: number, width: number, height: number }} Box around `x`, `y` */

/** @param {number} value */
const tenth = (value) => Math.round(value * 10) / 10;

/**
 * Fixed seats round an ellipse, the first at the top, the others clockwise.
 *
 * @param {number} count
 * @param {number} width
 * @param {number} height
 * @param {number} marginX kept free left and right of the seats' centres
 * @param {number} marginY the same above and below
 * @returns {Point[]}
 */
export function seatPlaces(count, width, height, marginX, marginY) {
  return Array.from({ length: count }, (_, at) => {
    const angle = (2 * Math.PI * at) / count - Math.PI / 2;
    return {
      x: tenth(width / 2 + (width / 2 - marginX) * Math.cos(angle)),
      y: tenth(height / 2 + (height / 2 - marginY) * Math.sin(angle)),
    };
  });
}

/**
 * The middle control point of a bent line between two seats; 0 bends nothing. The bend is the same
 * whichever end is named first.
 *
 * @param {Point} a
 * @param {Point} b
 * @param {number} bend px by which the middle of the line leaves the straight
 * @returns {Point}
 */
export function bendPoint(a, b, bend) {
  const turned = a.x > b.x || (a.x === b.x && a.y > b.y) ? -1 : 1;
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const off = (2 * bend * turned) / length;
  return {
    x: tenth((a.x + b.x) / 2 - (b.y - a.y) * off),
    y: tenth((a.y + b.y) / 2 + (b.x - a.x) * off),
  };
}

/**
 * The point at share `t` of a line from `a` over control point `c` to `b`.
 *
 * @param {Point} a
 * @param {Point} c
 * @param {Point} b
 * @param {number} t 0 to 1
 * @returns {Point}
 */
export function alongLine(a, c, b, t) {
  const u = 1 - t;
  return {
    x: tenth(u * u * a.x + 2 * u * t * c.x + t * t * b.x),
    y: tenth(u * u * a.y + 2 * u * t * c.y + t * t * b.y),
  };
}

/**
 * The point `distance` px from `a` on the way to `b`.
 *
 * @param {Point} a
 * @param {Point} b
 * @param {number} distance
 * @returns {Point}
 */
export function towards(a, b, distance) {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  return {
    x: tenth(a.x + ((b.x - a.x) * distance) / length),
    y: tenth(a.y + ((b.y - a.y) * distance) / length),
  };
}

/**
 * The area in square px that two boxes share.
 *
 * @param {Box} a
 * @param {Box} b
 */
export function overlap(a, b) {
  const x = (a.width + b.width) / 2 - Math.abs(a.x - b.x);
  const y = (a.height + b.height) / 2 - Math.abs(a.y - b.y);
  return x > 0 && y > 0 ? x * y : 0;
}

/** Shares of a line at which its label may stand, the best first. */
const LABEL_AT = Object.freeze([0.5, 0.42, 0.58, 0.35, 0.65, 0.29, 0.71, 0.24, 0.76]);

/**
 * Places one label after the other where it hides least of what already stands.
 *
 * @param {readonly { a: Point, c: Point, b: Point, width: number, height: number }[]} lines
 * @param {readonly Box[]} taken
 * @returns {Box[]}
 */
export function placeLabels(lines, taken) {
  const placed = /** @type {Box[]} */ ([]);
  for (const line of lines) {
    const { width, height } = line;
    const boxes = LABEL_AT.map((t) => ({ ...alongLine(line.a, line.c, line.b, t), width, height }));
    const hidden = (/** @type {Box} */ box) =>
      [...taken, ...placed].reduce((sum, other) => sum + overlap(box, other), 0);
    placed.push(boxes.reduce((best, box) => (hidden(box) < hidden(best) ? box : best)));
  }
  return placed;
}

/**
 * How far the n-th of several lines between one pair is bent, so that they lie side by side.
 *
 * @param {number} at from 0
 * @param {number} count
 * @param {number} gap px
 */
export function bendOf(at, count, gap) {
  return (at - (count - 1) / 2) * gap;
}

/**
 * A scale from values to px.
 *
 * @param {number} min
 * @param {number} max
 * @param {number} from px at `min`
 * @param {number} to px at `max`
 * @returns {(value: number) => number}
 */
export function scale(min, max, from, to) {
  const span = max - min || 1;
  return (value) => tenth(from + ((value - min) / span) * (to - from));
}

/**
 * Moves marks on a line apart, each as little as it takes for none to cover its neighbour.
 *
 * @param {readonly number[]} wanted where each would stand, in order
 * @param {number} gap from one to the next; less where not all would find room
 * @param {number} low where the first may stand
 * @param {number} high where the last may stand
 * @returns {number[]}
 */
export function spread(wanted, gap, low, high) {
  const apart = Math.min(gap, (high - low) / Math.max(1, wanted.length - 1));
  // Marks that touch move as one, around the middle of where they would stand.
  const groups = /** @type {{ from: number, count: number, sum: number }[]} */ ([]);
  const begin = (/** @type {{ from: number, count: number, sum: number }} */ one) =>
    Math.max(low, Math.min(high - (one.count - 1) * apart, one.sum / one.count));
  wanted.forEach((at, from) => {
    groups.push({ from, count: 1, sum: at });
    for (;;) {
      const [before, last] = groups.slice(-2);
      if (!before || !last || begin(before) + before.count * apart <= begin(last)) break;
      const sum = before.sum + last.sum - last.count * before.count * apart;
      groups.splice(-2, 2, { from: before.from, count: before.count + last.count, sum });
    }
  });
  return groups.flatMap((one) => Array.from({ length: one.count }, (_, at) => tenth(begin(one) + at * apart)));
}

/**
 * Points as a path; in steps where a value holds until the next.
 *
 * @param {readonly { x: number, y: number }[]} points
 * @param {(value: number) => number} x
 * @param {(value: number) => number} y
 * @param {boolean} stepped
 */
export function pathOf(points, x, y, stepped) {
  return points
    .map((at, n) => {
      if (n === 0) return `M${x(at.x)} ${y(at.y)}`;
      return stepped ? `H${x(at.x)}V${y(at.y)}` : `L${x(at.x)} ${y(at.y)}`;
    })
    .join("");
}
