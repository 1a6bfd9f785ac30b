/** The page of a report: whose eyes, what to take along, and the form for what the facilitator adds. */
import { html, render, useState } from "./dom.js";
import { pageData } from "./pagedata.js";
import { Button } from "./parts/button.js";
import { CheckField, SelectField } from "./parts/field.js";
import { Icon } from "./parts/icon.js";
import { Notice } from "./parts/notice.js";
import { ThemeToggle } from "./parts/theme.js";
import { TopBar } from "./parts/topbar.js";
import { useWord, Words } from "./words.js";
import { Editor } from "./report/editor.js";
import { Template } from "./report/template.js";
import { REPORT_TEXTS } from "./report/texts.js";

/** @typedef {import("./report/shapes.js").ReportPage} ReportPage */

const yes = (/** @type {boolean} */ is) => (is ? "yes" : "no");

/** @param {ReportPage["shown"]} shown */
const query = ({ eyes, names, words, model }) =>
  new URLSearchParams({ eyes, names: yes(names), words: yes(words), model: yes(model) }).toString();

/** @param {{ page: ReportPage }} props */
function Shown({ page }) {
  const say = useWord();
  const { shown } = page;
  const go = (/** @type {Partial<ReportPage["shown"]>} */ other) => location.assign(`${page.address}?${query({ ...shown, ...other })}`);
  const known = ["facilitator", "public"];
  const options = page.eyes.map(({ id, name }) => ({ value: id, label: known.includes(id) ? say(`report.eyes.${id}`) : name }));
  return html`<div class="stack">
    <h2>${say("report.show")}</h2>
    <${SelectField} label=${say("report.eyes")} value=${shown.eyes} options=${options} onChange=${(/** @type {string} */ eyes) => go({ eyes, names: false })} />
    <${CheckField} label=${say("report.names")} help=${say("report.names_help")} checked=${shown.names} disabled=${shown.eyes !== "facilitator"} onChange=${(/** @type {boolean} */ names) => go({ names })} />
    <${CheckField} label=${say("report.words")} help=${say("report.words_help")} checked=${shown.words} onChange=${(/** @type {boolean} */ words) => go({ words })} />
    ${page.model && html`<${CheckField} label=${say("report.model")} help=${say("report.model_help")} checked=${shown.model} disabled=${shown.eyes !== "facilitator"} onChange=${(/** @type {boolean} */ model) => go({ model })} />`}
  </div>`;
}

/** @param {{ page: ReportPage }} props */
function Take({ page }) {
  const say = useWord();
  const link = (/** @type {string} */ format, /** @type {string} */ icon) => html`<a class="button button-outline" href=${`${page.exports}${format}?${query(page.shown)}`} download>
    <${Icon} name=${icon} /><span>${say(`report.format.${format}`)}</span></a>`;
  return html`<div class="stack">
    <h2>${say("report.take")}</h2>
    <div class="actions actions-start">
      ${link("report", "download")} ${link("document", "download")} ${page.pdf && link("pdf", "download")}
      <${Button} icon="printer" onClick=${() => window.print()}>${say("report.print")}<//>
    </div>
    <${Template} address=${`${page.exports}document?${query(page.shown)}`} name=${`${page.table.name}.docx`} />
    ${page.pdf && html`<p class="quiet small">${say("report.pdf_help")}</p>`}
    <h3>${say("report.replay")}</h3>
    <p class="quiet small">${say("report.replay_help")}</p>
    <div class="actions actions-start">${link("debrief", "download")}</div>
    <h3>${say("report.analysis")}</h3>
    <div class="actions actions-start">${link("csv", "download")} ${link("xapi", "download")} ${page.shown.eyes === "facilitator" && link("log", "download")}</div>
    ${!page.pdf && html`<p class="quiet small">${say("report.no_pdf")}</p>`}
  </div>`;
}

/** @param {{ page: ReportPage }} props */
function Tools({ page }) {
  const say = useWord();
  const [writing, setWriting] = useState(false);
  return html`<${TopBar} title=${say("report.title", { name: page.table.name })} detail=${html`<bdi>${page.session}</bdi>`}
      side=${html`<div class="line"><a class="button button-outline" href=${page.debrief}><${Icon} name="arrow-left" /><span>${say("report.debrief")}</span></a><${ThemeToggle} /></div>`} />
    <div class="page stack no-print">
      ${page.shown.names && html`<${Notice} kind="bad">${say("report.names_help")}<//>`}
      <div class="report-tools">
        <section class="card card-roomy"><div class="card-body stack-l"><${Shown} page=${page} />
          ${!writing && html`<div class="actions actions-start"><${Button} kind="primary" icon="pencil" onClick=${() => setWriting(true)}>${say("report.edit")}<//></div>`}
        </div></section>
        <section class="card card-roomy"><div class="card-body"><${Take} page=${page} /></div></section>
      </div>
      ${writing && html`<section class="card card-roomy"><div class="card-body"><${Editor} page=${page} onClose=${() => setWriting(false)} /></div></section>`}
    </div>`;
}

const data = /** @type {ReportPage} */ (pageData());
const root = document.getElementById("report-tools");
if (root) render(html`<${Words.Provider} value=${REPORT_TEXTS}><${Tools} page=${data} /><//>`, root);
