/** The strip of table on which a page's cards lie: who, what, when. */
import { html } from "../dom.js";

/**
 * @param {object} props
 * @param {import("../dom.js").Child} props.title
 * @param {import("../dom.js").Child} [props.detail]
 * @param {import("../dom.js").Child} [props.mark] a marker, at the start
 * @param {import("../dom.js").Child} [props.side] a clock or buttons, at the end
 * @param {import("../dom.js").Child} [props.track] a RoundTrack, below
 * @param {boolean} [props.deep] leaves room for a card to overlap (class `over-table`)
 */
export function TopBar({ title, detail, mark, side, track, deep = false }) {
  return html`<header class=${`topbar${deep ? " topbar-deep" : ""}`}>
    <div class="topbar-in">
      ${mark}
      <div class="topbar-title">
        <h1>${title}</h1>
        ${detail && html`<div class="quiet small">${detail}</div>`}
      </div>
      ${side && html`<div class="topbar-side">${side}</div>`}
      ${track}
    </div>
  </header>`;
}
