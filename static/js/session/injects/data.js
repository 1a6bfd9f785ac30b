/** The script of injects of the table in view, as the server has it; asked again when the table went on. */
import { createContext, useCallback, useEffect, useState } from "../../dom.js";
import { useWord } from "../../words.js";
import { post } from "../api.js";
import { useDesk } from "../desk.js";

/**
 * @typedef {import("../../protocol.js").Script} Script
 * @typedef {Script["lines"][number]} ScriptRow
 * @typedef {ScriptRow["line"]} LineSpec
 * @typedef {ScriptRow["words"]} LineWords
 * @typedef {import("../../protocol.js").Form} Form
 * @typedef {import("../../protocol.js").DryRun} DryRun
 * @typedef {import("../../protocol.js").SheetSeen} SheetSeen
 * @typedef {{ script: Script | null, failed: boolean, retry: () => void }} Scripted
 */

/** The script for parts that only point to it; `show` leads to the panel. */
export const ScriptContext = createContext(/** @type {{ script: Script | null, show: () => void }} */ ({ script: null, show: () => undefined }));

/** Several commands in a row are asked for once. */
const REST_MS = 200;
const AFTER_MS = 60;

/** @returns {Scripted} */
export function useScript() {
  const { table, frame } = useDesk();
  const [script, setScript] = useState(/** @type {Script | null} */ (null));
  const [failed, setFailed] = useState(false);
  const [asked, setAsked] = useState(0);
  const again = useCallback(() => setAsked((count) => count + 1), []);
  useEffect(() => {
    let wanted = true;
    const load = async () => {
      try {
        const answer = await fetch(`/api/tables/${table.id}/script`);
        if (!answer.ok) throw new Error(String(answer.status));
        const found = /** @type {Script} */ (await answer.json());
        if (wanted) setScript(found);
        if (wanted) setFailed(false);
      } catch {
        if (wanted) setFailed(true);
      }
    };
    const timer = setTimeout(load, script ? REST_MS : 0);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [table.id, frame.version, asked]);
  const next = script?.next_ms ?? null;
  useEffect(() => {
    // A line falls due by time alone: ask again then. A clock that stands changes nothing.
    if (next === null || !script || !frame.running) return undefined;
    const timer = setTimeout(again, Math.max(0, next - script.at_ms) + AFTER_MS);
    return () => clearTimeout(timer);
  }, [script, frame.running]);
  return { script, failed, retry: again };
}

/**
 * Lines that ask for the facilitator now: due, late, or without the answer that they expect.
 * @param {Script | null} script
 */
export function proposed(script) {
  return (script?.lines ?? []).filter(({ standing, held }) => !held && (standing.status === "due" || standing.status === "late" || standing.overdue));
}

/**
 * What a control would do; a sentence where that cannot be told.
 * @param {string} table
 * @param {object} command
 * @param {string} unreachable
 * @returns {Promise<DryRun | string>}
 */
export async function dryRun(table, command, unreachable) {
  const asked = await post(`/api/tables/${table}/dry-run`, { command }, unreachable);
  if (!asked.ok) return asked.failure.sentence;
  return /** @type {DryRun} */ (/** @type {unknown} */ (asked.answer));
}

/**
 * Where chance points for a card that meets one of several targets: picked once, so that what was tried
 * is what is done.
 * @param {Script} script
 */
export function useLuck(script) {
  const [luck] = useState(() => Math.floor(Math.random() * script.luck));
  return luck;
}

/** Asks one of the addresses of the script, with its answer or a sentence. */
export function useSheet() {
  const say = useWord();
  return (/** @type {"look" | "take"} */ part, /** @type {string} */ csv, /** @type {string} */ table) => post(`/api/tables/${table}/script/${part}`, { csv }, say("desk.unreachable"));
}
