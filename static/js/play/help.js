/** Raising a hand for the facilitator, with a question; and what was answered. Nobody else reads it. */
import { html } from "../dom.js";
import { Button } from "../parts/button.js";
import { TextField } from "../parts/field.js";
import { Icon } from "../parts/icon.js";
import { told } from "./attendtexts.js";
import { useDraft } from "./drafts.js";
import { optionsOf, useCommand, useGame } from "./game.js";
import { Press } from "./press.js";
import "./texts/brief.js";
import "./texts/log.js";

const LETTERS = 1000;
const SHOWN = 3;

/** The newest answers to this seat. */
function Answers() {
  const { view, me, say } = useGame();
  const found = view.lines.map((line, at) => ({ line, id: view.first + at })).filter(({ line }) => line.kind === "help_answered" && line.params["seat"] === me);
  if (found.length === 0) return null;
  return html`<ul class="rows">${found.slice(-SHOWN).map(({ line, id }) => html`<li key=${id} class="message"><${Icon} name="megaphone" /><div><p class="small quiet">${told("help.answered")}</p>
    <p><bdi class="play-words">${(line.text && view.words[line.text]) ?? say("log.deleted")}</bdi></p></div></li>`)}</ul>`;
}

export function Help() {
  const { view, own, menu, place, say } = useGame();
  const [words, setWords] = /** @type {[string | null, (words: string | null) => void]} */ (useDraft(`${place}/help`));
  const { act, busy, refused } = useCommand();
  const [option] = optionsOf(menu, "ask_help");
  const raise = async () => {
    const text = (words ?? "").trim();
    if (await act({ type: "ask_help", asks: true, ...(text ? { text } : {}) })) setWords(null);
  };
  const asked = own.help_text ? view.words[own.help_text] : null;
  return html`<section class="stack-s" aria-labelledby="help"><h3 id="help">${told("help.title")}</h3>
    <${Answers} />
    ${own.asks_help
      ? html`<p class="line"><${Icon} name="hand" /><span class="strong">${told("help.up")}</span></p>${asked && html`<p><q><bdi>${asked}</bdi></q></p>`}
          ${option && html`<${Press} command=${option.command} always icon="undo-2">${say("brief.help_settled")}<//>`}`
      : option && html`<${TextField} label=${told("help.question")} help=${told("help.private")} value=${words ?? ""} rows=${2} maxLength=${LETTERS} onInput=${(/** @type {string} */ text) => setWords(text || null)} />
          <div class="actions actions-start"><${Button} icon="hand" busy=${busy} refused=${refused} onClick=${raise}>${say("brief.help")}<//></div>`}
  </section>`;
}
