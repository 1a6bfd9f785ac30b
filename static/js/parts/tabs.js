/** Parts of a page: one at a time behind a bar on a phone, side by side on a desk. */
import { html } from "../dom.js";
import { Icon } from "./icon.js";

/** @typedef {{ id: string, label: string, icon: string, count?: number, now?: boolean, countLabel?: string }} Tab */

/**
 * @param {object} props
 * @param {string} props.label of the bar, for screen readers
 * @param {readonly Tab[]} props.tabs `now`: something there waits for this reader
 * @param {string} props.current
 * @param {(id: string) => void} props.onPick
 * @param {boolean} [props.inline] in place instead of at the foot of the window
 */
export function TabBar({ label, tabs, current, onPick, inline = false }) {
  return html`<nav class=${`tabbar${inline ? " tabbar-here" : ""}`} aria-label=${label}>
    ${tabs.map(
      (tab) => html`<button key=${tab.id} type="button" class="tab" aria-current=${tab.id === current ? "true" : null}
        onClick=${() => onPick(tab.id)}>
        <${Icon} name=${tab.icon} /><span>${tab.label}</span>
        ${tab.count
          ? html`<span class=${`tab-count${tab.now ? " tab-count-now" : ""}`}>${tab.count}${tab.countLabel && html`<span class="visually-hidden"> ${tab.countLabel}</span>`}</span>`
          : null}
      </button>`,
    )}
  </nav>`;
}

/**
 * @param {object} props
 * @param {string} props.id as in the bar
 * @param {string} props.current
 * @param {string} props.title
 * @param {import("../dom.js").Child} props.children
 */
export function Panel({ id, current, title, children }) {
  return html`<section id=${`panel-${id}`} class="panel" data-open=${String(id === current)} aria-label=${title}>${children}</section>`;
}
