/** Takes in a log from elsewhere; a log with faults is told line by line. For any page that has room for it. */
import { html, useId, useState } from "../dom.js";
import { ask } from "../ask.js";
import { Button } from "../parts/button.js";
import { announce } from "../parts/liveregion.js";
import { Notice } from "../parts/notice.js";
import { said as say } from "../words.js";
import "./texts/importing.js";

/** @typedef {{ sentence: string, faults: readonly { line: number, sentence: string }[] }} Wrong */

/** As the server takes it. */
const MOST_BYTES = 64 * 1024 * 1024;
/** How the file of a whole session begins. */
const BACKUP = '{"format":"joined-up-backup"';

/** @param {{ wrong: Wrong }} props */
function Faults({ wrong }) {
  return html`<${Notice} kind="bad"><div class="stack-s">
    <p>${wrong.faults.length > 0 ? say("import.faults") : wrong.sentence}</p>
    ${wrong.faults.length > 0 && html`<ul class="stack-s">${wrong.faults.map((one, at) => html`<li key=${at}><span class="strong">${say("import.line", { line: one.line })}:</span> ${one.sentence}</li>`)}</ul>`}
  </div><//>`;
}

export function ImportLog() {
  const id = useId();
  const [file, setFile] = useState(/** @type {File | null} */ (null));
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(/** @type {Wrong | null} */ (null));
  const complain = (/** @type {Wrong} */ what) => {
    setWrong(what);
    announce(what.sentence);
  };
  const choose = (/** @type {Event} */ event) => {
    setFile(/** @type {HTMLInputElement} */ (event.currentTarget).files?.[0] ?? null);
    setWrong(null);
  };
  const send = async (/** @type {File} */ log) => {
    setBusy(true);
    const body = await log.text();
    const answer = await ask(body.startsWith(BACKUP) ? "/api/backups" : "/api/logs", body);
    setBusy(false);
    if (answer.ok) location.assign(/** @type {{ address: string }} */ (answer.value).address);
    else complain({ sentence: answer.sentence || say("import.unreachable"), faults: answer.faults });
  };
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy) return;
    if (!file) complain({ sentence: say("import.none"), faults: [] });
    else if (file.size > MOST_BYTES) complain({ sentence: say("import.too_large"), faults: [] });
    else void send(file);
  };
  return html`<form class="stack" onSubmit=${submit} aria-labelledby=${`${id}-t`}>
    <h2 id=${`${id}-t`}>${say("import.title")}</h2>
    <p class="quiet">${say("import.text")}</p>
    <div class="field"><label for=${id}>${say("import.file")}</label>
      <input id=${id} class="input" type="file" accept=".jsonl,.json,.txt,application/json" onChange=${choose}
        aria-invalid=${wrong ? "true" : null} aria-describedby=${wrong ? `${id}-w` : null} /></div>
    <div id=${`${id}-w`}>${wrong && html`<${Faults} wrong=${wrong} />`}</div>
    <${Button} type="submit" icon="upload" busy=${busy}>${say(busy ? "import.going" : "import.go")}<//>
  </form>`;
}
