/** The guide, what was judged, and where the log shows it: read from the server, renewed as play goes on. */
import { useEffect, useRef, useState } from "../dom.js";
import { ask, read } from "../ask.js";

/** @typedef {import("../protocol.js").Evaluations} Evaluations */
/** @typedef {import("../protocol.js").Evidence} Evidence */

const RENEW_MS = 20_000;

/** An id that no other judgement has; `crypto.randomUUID` would need HTTPS. */
export function newId() {
  return `e-${[...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/**
 * @param {string} session
 * @param {string} table
 * @param {string} moment changes when play has gone on
 */
export function useGuide(session, table, moment) {
  const [judged, setJudged] = useState(/** @type {Evaluations | null} */ (null));
  const [evidence, setEvidence] = useState(/** @type {Evidence | null} */ (null));
  const [failed, setFailed] = useState(false);
  const path = `/api/sessions/${session}`;
  const stale = useRef(0);
  const renew = async () => {
    const mine = ++stale.current;
    const [first, second] = await Promise.all([read(`${path}/evaluations`), read(`${path}/evidence?table=${encodeURIComponent(table)}`)]);
    if (mine !== stale.current) return;
    if (first.ok) setJudged(/** @type {Evaluations} */ (first.value));
    if (second.ok) setEvidence(/** @type {Evidence} */ (second.value));
    setFailed(!first.ok);
  };
  useEffect(() => {
    void renew();
    const timer = setInterval(() => document.visibilityState === "visible" && void renew(), RENEW_MS);
    return () => {
      clearInterval(timer);
      stale.current++;
    };
  }, [table, moment]);
  /** @param {string} part @param {object} body @param {string} unreachable @returns {Promise<string | null>} a sentence, or null */
  const send = async (part, body, unreachable) => {
    const answer = await ask(`${path}/evaluations${part}`, body);
    if (!answer.ok) return answer.sentence || unreachable;
    await renew();
    return null;
  };
  return { judged, evidence, failed, renew, send };
}
