/** One question to the server and its answer. An error is an answer too: it never throws. */

/**
 * @typedef {object} Fault what the server, or the way to it, had against the question
 * @property {false} ok
 * @property {number} status 0: no answer came
 * @property {string} reason a word: `wrong_code`, `seat_taken` ...; `unreachable`: no answer came
 * @property {string} sentence for the reader; empty where no answer came
 * @property {string} where the field that is at fault, such as `$.name`
 * @property {number} retryS seconds to wait before it makes sense to ask again; 0: none
 * @property {readonly { line: number, sentence: string }[]} faults of an imported log
 */
/** @typedef {{ ok: true, value: unknown }} Found */

/** A server that says nothing for so long is taken as gone. */
const PATIENCE_MS = 20_000;

/** @param {unknown} value @returns {Record<string, unknown>} */
const record = (value) => /** @type {Record<string, unknown>} */ (typeof value === "object" && value ? value : {});

/**
 * @param {number} status
 * @param {unknown} body
 * @param {number} waitS of the header, where the body names none
 * @returns {Fault}
 */
function faultOf(status, body, waitS) {
  const error = record(record(body)["error"]);
  const faults = Array.isArray(error["faults"]) ? error["faults"].map(record) : [];
  return {
    ok: false,
    status,
    reason: String(error["reason"] ?? "unreachable"),
    sentence: String(error["sentence"] ?? ""),
    where: String(error["where"] ?? ""),
    retryS: Number(error["retry_s"] ?? waitS) || 0,
    faults: faults.map((one) => ({ line: Number(one["line"]), sentence: String(one["sentence"]) })),
  };
}

/**
 * @param {string} address
 * @param {RequestInit} asked
 * @param {AbortSignal} [signal]
 * @returns {Promise<Found | Fault>}
 */
async function put(address, asked, signal) {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const stop = new AbortController();
  const end = () => stop.abort();
  patience.addEventListener("abort", end);
  signal?.addEventListener("abort", end);
  try {
    const answer = await fetch(address, { ...asked, signal: stop.signal });
    // An answer that is no JSON comes from something between here and the server.
    const body = await answer.json().catch(() => null);
    if (answer.ok && body !== null) return { ok: true, value: body };
    return faultOf(answer.status, body, Number(answer.headers.get("Retry-After")) || 0);
  } catch {
    return faultOf(0, null, 0);
  } finally {
    patience.removeEventListener("abort", end);
    signal?.removeEventListener("abort", end);
  }
}

/**
 * Without a header of its own, so that it is what the page's head may have asked for already.
 * @param {string} address
 * @param {AbortSignal} [signal] when the answer is no longer wanted
 */
export const read = (address, signal) => put(address, {}, signal);

/**
 * @param {string} address
 * @param {object | string} body a string goes as it is
 */
export const ask = (address, body) =>
  put(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
