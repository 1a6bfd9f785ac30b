/** What the page has to say, where it concerns the reader: notices in place, banners across. No toasts. */
import { html } from "../dom.js";
import { Icon } from "./icon.js";

const ICONS = Object.freeze({ info: "info", good: "circle-check", bad: "triangle-alert", now: "bell" });

/**
 * @param {object} props
 * @param {"info" | "good" | "bad" | "now"} [props.kind]
 * @param {boolean} [props.plain] without a frame, inside a card
 * @param {string} [props.icon]
 * @param {import("../dom.js").Child} props.children
 */
export function Notice({ kind = "info", plain = false, icon, children }) {
  return html`<div class=${`notice notice-${kind}${plain ? " notice-plain" : ""}`}>
    <${Icon} name=${icon ?? ICONS[kind]} />
    <div>${children}</div>
  </div>`;
}

/**
 * A bar across the page: paused, or the connection lost.
 *
 * @param {object} props
 * @param {string} props.icon
 * @param {boolean} [props.thin]
 * @param {import("../dom.js").Child} props.children
 */
export function Banner({ icon, thin = false, children }) {
  return html`<div class=${`banner${thin ? " banner-thin" : ""}`}>
    <${Icon} name=${icon} /><span>${children}</span>
  </div>`;
}

/**
 * Covers everything: the exercise has been stopped because something real happened.
 *
 * @param {object} props
 * @param {string} props.title
 * @param {import("../dom.js").Child} props.children
 * @param {boolean} [props.inline] shown in place (for samples)
 */
export function Emergency({ title, children, inline = false }) {
  return html`<div class=${`emergency${inline ? " emergency-here" : ""}`} role="alert">
    <${Icon} name="siren" size="l" />
    <p class="emergency-title">${title}</p>
    <div>${children}</div>
  </div>`;
}
