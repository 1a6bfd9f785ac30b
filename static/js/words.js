/**
 * Texts by key, with {name} places for values. No sentence of a page stands in its code: it comes
 * with the page, or with the part of it that says it.
 */
import { createContext, useContext } from "./dom.js";

/**
 * @typedef {Readonly<Record<string, string>>} Texts
 * @typedef {Readonly<Record<string, string | number>>} Params
 */

/** What the parts that are on the page say by themselves. @type {Record<string, string>} */
const BROUGHT = {};

/**
 * Adds the words that a part says where the page brings none under the same key. They come with the
 * part: a page does not wait for the words of what it has not yet shown.
 * @param {Texts} texts
 */
export function bring(texts) {
  Object.assign(BROUGHT, texts);
}

/**
 * The text under `key` with its {places} filled; the key itself where nobody wrote the text, so
 * that a gap is seen and reported rather than silently blank.
 *
 * @param {Texts} texts
 * @param {string} key
 * @param {Params} [params]
 */
export function word(texts, key, params = {}) {
  const of = (/** @type {string} */ name) => texts[name] ?? BROUGHT[name];
  // The practice round is round 0, and has no number for people.
  const practice = (params.round ?? params.due) === 0 ? of(`${key}_practice`) : undefined;
  const text = practice ?? of(key) ?? key;
  return text.replace(/\{(\w+)\}/g, (place, name) => String(params[name] ?? place));
}

/**
 * `word` where no page is around: only what parts brought.
 * @param {string} key
 * @param {Params} [params]
 */
export const said = (key, params) => word({}, key, params);

/** A page wraps its tree in `<${Words.Provider} value=${texts}>` so that parts speak its language. */
export const Words = createContext(/** @type {Texts} */ ({}));

/** @returns {(key: string, params?: Params) => string} `word` with the texts of the page around. */
export function useWord() {
  const texts = useContext(Words);
  return (key, params) => word(texts, key, params);
}
