/** The slip of a deal: what the reader gives, a dashed line, what the reader gets. Lines come ready. */
import { html } from "../dom.js";
import { bring, useWord } from "../words.js";

bring({
  "part.slip.nothing": "Nothing",
});

/** @typedef {{ id: string, text: import("../dom.js").Child, note?: string }} SlipLine */

/** @param {{ title: string, lines: readonly SlipLine[] }} props */
function Side({ title, lines }) {
  const say = useWord();
  return html`<div class="slip-side">
    <p class="slip-title">${title}</p>
    <ul>
      ${lines.map(
        (line) => html`<li key=${line.id}>${line.text}${line.note && html`<span class="slip-note">${line.note}</span>`}</li>`,
      )}
      ${lines.length === 0 && html`<li class="slip-none">${say("part.slip.nothing")}</li>`}
    </ul>
  </div>`;
}

/**
 * @param {object} props
 * @param {string} props.giveTitle
 * @param {string} props.getTitle
 * @param {readonly SlipLine[]} props.give
 * @param {readonly SlipLine[]} props.get
 */
export function Slip({ giveTitle, getTitle, give, get }) {
  return html`<div class="slip">
    <${Side} title=${giveTitle} lines=${give} />
    <${Side} title=${getTitle} lines=${get} />
  </div>`;
}
