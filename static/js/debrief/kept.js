/**
 * Stands in for `ask.js` in a saved debrief: what a server would answer lies in the page, packed.
 * Moments come as what changed since the one before, and are put together once.
 */

/**
 * @typedef {import("../ask.js").Fault} Fault
 * @typedef {import("../ask.js").Found} Found
 * @typedef {Record<string, unknown>} Part
 * @typedef {{ own?: Part, staff?: Part, opened?: Part, back?: number, lines?: readonly unknown[] }} Change
 *   back: of a rewind, how many of the lines before it still stand
 * @typedef {{ viewer: unknown, moments: readonly Change[], words: Readonly<Record<string, string>> }} Eyes
 * @typedef {{ answers: Readonly<Record<string, unknown>>, shared: readonly Part[], eyes: Readonly<Record<string, Eyes>> }} Kept
 * @typedef {{ view: Part, lines: readonly unknown[], confided: readonly unknown[], words: Readonly<Record<string, string>> }} Moment
 */

/** As many as the server sends with a moment. */
const SEEN_LINES = 40;
const PARTS = /** @type {const} */ (["own", "staff", "opened"]);

/** @returns {Promise<Kept>} */
async function unpacked() {
  const text = document.getElementById("kept")?.textContent?.trim() ?? "";
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

/** @param {Part | null} before @param {Part | undefined} change */
function next(before, change) {
  if (change === undefined) return before;
  return change["gone"] === true ? null : { ...before, ...change };
}

/**
 * Every moment as these eyes saw it.
 * @param {readonly Part[]} shared
 * @param {Eyes} eyes
 * @returns {Moment[]}
 */
function momentsOf(shared, eyes) {
  /** @type {Part | null} */
  let common = {};
  /** @type {Record<string, Part | null>} */
  let own = { own: null, staff: null, opened: null };
  /** @type {{ kind?: string }[]} */
  const all = [];
  return eyes.moments.map((change, at) => {
    common = next(common, shared[at]);
    own = Object.fromEntries(PARTS.map((part) => [part, next(own[part] ?? null, change[part])]));
    if (change.back !== undefined) all.length = change.back;
    all.push(.../** @type {{ kind?: string }[]} */ (change.lines ?? []));
    const older = own["own"] === null ? [] : all.slice(0, -SEEN_LINES);
    return {
      view: { viewer: eyes.viewer, public: common, menu: null, ...own }, lines: all.slice(-SEEN_LINES),
      confided: older.filter((one) => one.kind === "said_in_confidence"), words: eyes.words,
    };
  });
}

const kept = unpacked();
/** @type {Map<string, Moment[]>} */
const put = new Map();

/** @param {string} name @param {Kept} all */
function seenBy(name, all) {
  const eyes = all.eyes[name];
  if (!put.has(name) && eyes) put.set(name, momentsOf(all.shared, eyes));
  return put.get(name) ?? [];
}

/** @param {string} reason @param {string} sentence @returns {Fault} */
const fault = (reason, sentence) => ({ ok: false, status: 0, reason, sentence, where: "", retryS: 0, faults: [] });

/**
 * @param {string} address
 * @param {AbortSignal} [_signal] there is nothing to wait for
 * @returns {Promise<Found | Fault>}
 */
export async function read(address, _signal) {
  let all;
  try {
    all = await kept;
  } catch {
    return fault("unreadable", "This browser cannot unpack the file. Use one of the last three years.");
  }
  const [path = "", query = ""] = address.split("?");
  if (path in all.answers) return { ok: true, value: all.answers[path] };
  const eyes = new URLSearchParams(query).get("eyes") ?? "";
  const entries = /** @type {{ entries: { version: number }[] }} */ (all.answers["kept/course"]).entries;
  const place = entries.findIndex((one) => `kept/at/${one.version}` === path);
  const found = seenBy(eyes, all)[place];
  return found ? { ok: true, value: found } : fault("not_kept", "This file does not hold that.");
}

/**
 * Nothing can be asked for that would change something.
 * @param {string} _address
 * @param {object | string} _body
 * @returns {Promise<Found | Fault>}
 */
export const ask = (_address, _body) => Promise.resolve(fault("not_kept", "This is a saved debrief; nothing can be changed in it."));
