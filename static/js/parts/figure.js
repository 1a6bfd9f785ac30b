/** The frame of every figure: a caption that says the finding, the drawing, a key, the same as a table. */
import { html } from "../dom.js";
import { bring, useWord } from "../words.js";
import { Fold } from "./explain.js";

bring({
  "part.figure.show_table": "Show as table",
});

/**
 * @typedef {object} FigureTable
 * @property {readonly string[]} head
 * @property {readonly (readonly (string | number)[])[]} rows
 */

/** @param {{ caption: string, table: FigureTable }} props */
function AsTable({ caption, table }) {
  const numbers = (/** @type {number} */ at) => at > 0 && table.rows.some((row) => typeof row[at] === "number");
  const cell = (/** @type {string | number} */ value, /** @type {number} */ at) =>
    at === 0
      ? html`<th key=${at} scope="row">${value}</th>`
      : html`<td key=${at} class=${numbers(at) ? "num" : null}>${value}</td>`;
  return html`<div class="table-wrap" tabindex="0" role="group" aria-label=${caption}>
    <table class="table">
      <thead><tr>${table.head.map((name, at) => html`<th key=${at} scope="col" class=${numbers(at) ? "num" : null}>${name}</th>`)}</tr></thead>
      <tbody>${table.rows.map((row, at) => html`<tr key=${at}>${row.map(cell)}</tr>`)}</tbody>
    </table>
  </div>`;
}

/**
 * @param {object} props
 * @param {string} props.caption the finding, in a sentence
 * @param {import("../dom.js").Child} [props.detail]
 * @param {import("../dom.js").Child} [props.side] the one number that matters, at the end
 * @param {import("../dom.js").Child} [props.legend] items of a list
 * @param {FigureTable} [props.table]
 * @param {boolean} [props.hideCaption] for small ones whose heading already says it
 * @param {import("../dom.js").Child} props.children
 */
export function Figure({ caption, detail, side, legend, table, hideCaption = false, children }) {
  const say = useWord();
  return html`<figure class="figure">
    <figcaption class=${hideCaption ? "visually-hidden" : null}>
      <span class="figure-words"><span class="figure-caption">${caption}</span>
        ${detail && html`<span class="quiet small">${detail}</span>`}</span>
      ${side && html`<span class="figure-side">${side}</span>`}
    </figcaption>
    ${children}
    ${legend && html`<ul class="figure-key">${legend}</ul>`}
    ${table && html`<${Fold} title=${say("part.figure.show_table")}><${AsTable} caption=${caption} table=${table} /></${Fold}>`}
  </figure>`;
}
