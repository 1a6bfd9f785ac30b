/** A command tried on copies of tables while they go on: what came of it, by table. */
import { useEffect, useRef, useState } from "../../dom.js";
import { useWord } from "../../words.js";
import { useDesk } from "../desk.js";
import { dryRun } from "./data.js";

/** @typedef {import("./data.js").DryRun} Found */

const REST_MS = 350;
/** Tables of which no frame comes here go on, too. */
const AGAIN_MS = 5_000;

/**
 * What a command would do at each of these tables, by their ids; a sentence where it cannot be tried.
 * `trying`: what stands there is not yet, or not at every table, of this command. A table that goes on
 * takes nothing away and holds no try up: it is tried again behind it, one try after another.
 * @param {object | null} command
 * @param {readonly string[]} tables
 * @param {number} [moved] another number: try again soon
 */
export function useDryRuns(command, tables, moved = 0) {
  const say = useWord();
  const [tried, setTried] = useState({ key: "", where: "", runs: /** @type {ReadonlyMap<string, Found | string>} */ (new Map()) });
  const soon = useRef(() => {});
  const key = command === null ? "" : JSON.stringify(command);
  const where = tables.join(" ");
  useEffect(() => {
    if (!key || !where) return setTried({ key, where, runs: new Map() });
    let wanted = true;
    /** @type {ReturnType<typeof setTimeout> | null} */
    let next = null;
    const look = async () => {
      const answers = await Promise.all(where.split(" ").map(async (id) => /** @type {const} */ ([id, await dryRun(id, JSON.parse(key), say("desk.unreachable"))])));
      next = null;
      if (wanted) setTried({ key, where, runs: new Map(answers) });
    };
    soon.current = () => {
      next ??= setTimeout(look, REST_MS);
    };
    soon.current();
    const again = setInterval(soon.current, AGAIN_MS);
    return () => {
      wanted = false;
      soon.current = () => {};
      if (next !== null) clearTimeout(next);
      clearInterval(again);
    };
  }, [key, where]);
  useEffect(() => soon.current(), [moved]);
  return { runs: tried.runs, trying: tried.key !== key || tried.where !== where };
}

/**
 * The same at the table that is looked at; null while it is being tried.
 * @param {object | null} command
 */
export function useDryRun(command) {
  const { table, frame } = useDesk();
  const { runs, trying } = useDryRuns(command, [table.id], frame.version);
  return trying ? null : (runs.get(table.id) ?? null);
}
