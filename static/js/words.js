/**
 * Texts by key, with {name} places for values. No sentence of a page stands in its code: it comes
 * with the page, in the language of the session. What the shared parts themselves say is below.
 */
import { createContext, useContext } from "./dom.js";

/**
 * @typedef {Readonly<Record<string, string>>} Texts
 * @typedef {Readonly<Record<string, string | number>>} Params
 */

/**
 * What the parts say when the page brings no text of its own under the same key.
 * @type {Texts}
 */
export const PART_TEXTS = Object.freeze({
  "part.clock.five_minutes": "Five minutes left",
  "part.clock.one_minute": "One minute left",
  "part.clock.ten_seconds": "Ten seconds left",
  "part.clock.paused": "The clock stands",
  "part.track.round": "Round {round} of {rounds}",
  "part.meter.value": "{value} of {max}",
  "part.change.up": "up {by}",
  "part.change.down": "down {by}",
  "part.change.same": "unchanged",
  "part.slip.nothing": "Nothing",
  "part.figure.show_table": "Show as table",
  "part.chart.exact": "calculated",
  "part.chart.between": "filled in between",
  "part.chart.cursor": "shown moment",
  "part.net.from": "From",
  "part.net.to": "To",
  "part.net.state": "State",
  "part.net.link": "Dependency",
  "part.net.tokens": "Trust tokens",
  "part.net.trust_key": "The number at each end: tokens this agency has placed with the other",
  "part.dialog.close": "Close",
  "part.progress.value": "{value} of {max}",
  "part.theme.label": "Colours",
  "part.theme.auto": "as the device",
  "part.theme.light": "light",
  "part.theme.dark": "dark",
  "part.stepper.less": "Less",
  "part.stepper.more": "More",
});

/**
 * The text under `key` with its {places} filled; the key itself where nobody wrote the text, so
 * that a gap is seen and reported rather than silently blank.
 *
 * @param {Texts} texts
 * @param {string} key
 * @param {Params} [params]
 */
export function word(texts, key, params = {}) {
  const text = texts[key] ?? PART_TEXTS[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (place, name) => String(params[name] ?? place));
}

/** A page wraps its tree in `<${Words.Provider} value=${texts}>` so that parts speak its language. */
export const Words = createContext(/** @type {Texts} */ ({}));

/** @returns {(key: string, params?: Params) => string} `word` with the texts of the page around. */
export function useWord() {
  const texts = useContext(Words);
  return (key, params) => word(texts, key, params);
}
