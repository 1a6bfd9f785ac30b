/** What an agency is and wants, in its own words. */
import { html } from "../dom.js";

/** @param {{ seat: string, say: import("./game.js").Say }} props */
export function Role({ seat, say }) {
  const part = (/** @type {string} */ name) => say(`seats.${seat}.${name}`);
  return html`<div class="stack">
    ${part("brief").split("\n").map((line, at) => html`<p key=${at} class="measure">${line}</p>`)}
    <dl class="stack-s role">
      <dt>${say("brief.holds")}</dt><dd>${part("holds")}</dd>
      <dt>${say("terms.public_goal.name")}</dt><dd>${part("goal")}</dd>
      <dt>${say("terms.core_value.name")}</dt><dd>${part("core_value")}</dd>
    </dl>
  </div>`;
}
