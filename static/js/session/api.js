/** Asks the server by its JSON endpoints, and never throws: an answer, or a sentence that says why not. */
import { useRef, useState } from "../dom.js";

/**
 * @typedef {Required<Pick<import("../protocol.js").ErrorBody, "reason" | "sentence" | "where">>} Failure
 * @typedef {{ ok: true, answer: Record<string, unknown> } | { ok: false, failure: Failure }} Asked
 */

/** @param {string} sentence @returns {Asked} */
const failed = (sentence) => ({ ok: false, failure: { reason: "unreachable", sentence, where: "" } });

/**
 * @param {string} address a path of this host
 * @param {object} body
 * @param {string} unreachable the sentence for a server that cannot be reached
 * @returns {Promise<Asked>}
 */
export async function post(address, body, unreachable) {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (response.ok) return { ok: true, answer };
    const { reason = "", sentence = unreachable, where = "" } = answer.error ?? {};
    return { ok: false, failure: { reason, sentence, where } };
  } catch {
    return failed(unreachable);
  }
}

/**
 * One act with its state: busy from the press to the answer, then what was refused, if it was.
 *
 * @template {unknown[]} Given
 * @param {(...given: Given) => Promise<string | null>} act gives the sentence of a refusal, or null
 */
export function useAct(act) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(/** @type {string | null} */ (null));
  const under = useRef(false);
  const run = async (/** @type {Given} */ ...given) => {
    if (under.current) return false;
    under.current = true;
    setBusy(true);
    setRefused(null);
    const sentence = await act(...given);
    under.current = false;
    setBusy(false);
    setRefused(sentence);
    return sentence === null;
  };
  return { busy, refused, run, clear: () => setRefused(null) };
}
