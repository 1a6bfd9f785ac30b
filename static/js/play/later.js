/** Parts that come when they are first shown, so that the table is there before all of them are. */
import { html, useEffect, useState } from "../dom.js";

/** @typedef {{ (props: object): import("../dom.js").Child, fetch: () => Promise<void> }} Later */

const AGAIN_MS = 2_000;

/**
 * A component of a module that is fetched when it is first drawn; until then its place is kept.
 *
 * @param {() => Promise<object>} load
 * @param {string} name of the component in the module
 * @param {object} [options]
 * @param {boolean} [options.blank] small, or over the page: no place is kept for it
 * @returns {Later} `fetch` gets it before it is needed
 */
export function later(load, name, { blank = false } = {}) {
  /** @type {unknown} */
  let part = null;
  const fetch = async () => {
    part ??= /** @type {Record<string, unknown>} */ (await load())[name];
  };
  const Part = (/** @type {object} */ props) => {
    const [tries, setTries] = useState(0);
    useEffect(() => {
      if (part) return undefined;
      let timer = 0;
      const turn = () => setTries((now) => now + 1);
      fetch().then(turn, () => {
        timer = setTimeout(turn, AGAIN_MS);
      });
      return () => clearTimeout(timer);
    }, [tries]);
    if (part) return html`<${part} ...${props} />`;
    return blank ? null : html`<span class="skeleton skeleton-block"></span>`;
  };
  return Object.assign(Part, { fetch });
}
