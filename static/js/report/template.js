/** The report in an organisation's own document: it is sent, and what comes back is saved. */
import { html, useId, useState } from "../dom.js";
import { Button } from "../parts/button.js";
import { announce } from "../parts/liveregion.js";
import { useWord } from "../words.js";

/** As the server takes it. */
const MOST_BYTES = 4_000_000;

/**
 * Let the browser save a file.
 * @param {Blob} file
 * @param {string} name
 */
function save(file, name) {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @param {Response} answer */
async function sentenceOf(answer) {
  const body = /** @type {{ error?: { sentence?: string } } | null} */ (await answer.json().catch(() => null));
  return body?.error?.sentence ?? "";
}

/** @param {{ address: string, name: string }} props `name`: of the file that is saved */
export function Template({ address, name }) {
  const say = useWord();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(/** @type {string | null} */ (null));
  const complain = (/** @type {string} */ what) => {
    setWrong(what);
    announce(what);
  };
  const send = async (/** @type {File} */ file) => {
    if (file.size > MOST_BYTES) return complain(say("report.template_large"));
    setBusy(true);
    setWrong(null);
    try {
      const answer = await fetch(address, { method: "POST", body: file });
      if (answer.ok) {
        save(await answer.blob(), name);
        announce(say("report.template_done"));
      } else complain((await sentenceOf(answer)) || say("report.unreachable"));
    } catch {
      complain(say("report.unreachable"));
    } finally {
      setBusy(false);
    }
  };
  const choose = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.currentTarget);
    const file = input.files?.[0];
    input.value = "";
    if (file) void send(file);
  };
  const press = () => document.getElementById(id)?.click();
  return html`<div class="stack-s">
    <input id=${id} class="visually-hidden" type="file" tabindex="-1" aria-hidden="true" aria-label=${say("report.template")} accept=".docx" onChange=${choose} />
    <div class="actions actions-start"><${Button} icon="upload" busy=${busy} refused=${wrong} onClick=${press}>${say(busy ? "report.template_busy" : "report.template")}<//></div>
    <p class="quiet small">${say("report.template_help")}</p>
  </div>`;
}
