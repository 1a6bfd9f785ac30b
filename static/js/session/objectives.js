/** The objectives of the evaluation guide, by their names: asked for once a session. */
import { useEffect, useState } from "../dom.js";
import { read } from "../ask.js";

/** @typedef {readonly { id: string, name: string }[]} Objectives */

/** @type {Map<string, Promise<Objectives>>} */
const asked = new Map();

/** @param {string} session @returns {Promise<Objectives>} */
async function load(session) {
  const answer = await read(`/api/sessions/${session}/evaluations`);
  if (!answer.ok) asked.delete(session); // tried again by the next part that asks
  return answer.ok ? /** @type {{ guide: Objectives }} */ (answer.value).guide : [];
}

/** None: the scenario has no guide, or it has not come yet. @param {string} session @returns {Objectives} */
export function useObjectives(session) {
  const [found, setFound] = useState(/** @type {Objectives} */ ([]));
  useEffect(() => {
    const loading = asked.get(session) ?? load(session);
    asked.set(session, loading);
    let wanted = true;
    void loading.then((guide) => wanted && setFound(guide));
    return () => {
      wanted = false;
    };
  }, [session]);
  return found;
}
