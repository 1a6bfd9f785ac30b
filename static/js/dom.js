/**
 * The one door to Preact and htm: what draws a page comes from here. No component, no state.
 *
 * `html` is a template tag: text stays text, so a name from a person can never become markup.
 */
import htm from "../vendor/htm.module.js";
import { h } from "../vendor/preact.module.js";

export { createContext, Fragment, render } from "../vendor/preact.module.js";
export {
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "../vendor/hooks.module.js";

/**
 * @typedef {import("../vendor/preact.module.js").VNode} VNode
 * @typedef {import("../vendor/preact.module.js").Child} Child
 */

/** @type {(strings: TemplateStringsArray, ...values: unknown[]) => VNode} */
export const html = htm.bind(h);
