/** Saying something to all or to one seat, and what was said lately. */
import { html, useEffect, useRef } from "../dom.js";
import { Button } from "../parts/button.js";
import { RadioCards, SelectField, TextField } from "../parts/field.js";
import { lineWords, named, seatName } from "../say.js";
import { useDraft } from "./drafts.js";
import { formReason, useCommand, useGame } from "./game.js";
import { LineMark } from "./log.js";
import { OffButton } from "./press.js";
import "./texts/deals.js";
import "./texts/log.js";

/** @typedef {{ to: string, topic: string, text: string }} MessageDraft */

const TOPICS = Object.freeze(["content", "jurisdiction", "cost"]);
const MOST_LETTERS = 1000;
const SAID = new Set(["said", "said_in_confidence", "spoke", "spoke_to", "card_sent"]);
const SHOWN = 8;

function Lately() {
  const { board, view, say } = useGame();
  const said = view.lines.map((line, at) => ({ line, id: view.first + at })).filter(({ line }) => SAID.has(line.kind)).slice(-SHOWN);
  if (said.length === 0) return html`<p class="quiet small">${say("message.none")}</p>`;
  return html`<ul class="rows">${said.map(({ line, id }) => {
    const words = lineWords(board, line, view.words);
    return html`<li key=${id} class="message"><${LineMark} line=${line} /><div><p class="small quiet">${words.text}</p><p><bdi class="play-words">${words.said ?? say("log.deleted")}</bdi></p></div></li>`;
  })}</ul>`;
}

export function Messages() {
  const game = useGame();
  const { board, pub, me, place, say, stuck, asked } = game;
  const [kept, setDraft] = /** @type {[MessageDraft | null, (draft: MessageDraft | null) => void]} */ (useDraft(`${place}/message`));
  const draft = kept ?? { to: "", topic: "content", text: "" };
  const { act, busy, refused } = useCommand(JSON.stringify(draft));
  const box = useRef(/** @type {HTMLFormElement | null} */ (null));
  // On a slow line one may have begun the next message before this one is answered.
  const written = useRef(draft);
  written.current = draft;
  useEffect(() => {
    if (asked?.what !== "message") return;
    setDraft({ ...draft, to: asked.to ?? "" });
    box.current?.scrollIntoView({ block: "center" });
    box.current?.querySelector("textarea")?.focus({ preventScroll: true });
  }, [asked]);
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const command = { type: "say", text: draft.text.trim(), topic: draft.topic, ...(draft.to ? { to: draft.to } : {}) };
    if (draft.text.trim() && (await act(command)) && written.current.text === draft.text) setDraft({ ...written.current, text: "" });
  };
  const others = pub.seats.filter((one) => one.id !== me).map((one) => ({ value: one.id, label: say("message.to_one", { name: seatName(board, one.id) }) }));
  const seen = draft.to ? say("message.confidence", { name: seatName(board, draft.to) }) : say("message.open");
  const reason = formReason(game, "say");
  return html`<section class="stack" aria-labelledby="messages"><h3 id="messages">${say("message.title")}</h3>
    <${Lately} />
    <form ref=${box} class="stack" onSubmit=${send}>
      <${SelectField} label=${say("message.to")} value=${draft.to} help=${seen} options=${[{ value: "", label: say("message.to_all") }, ...others]}
        onChange=${(/** @type {string} */ to) => setDraft({ ...draft, to })} />
      <${TextField} label=${say("message.text")} rows=${2} maxLength=${MOST_LETTERS} value=${draft.text} onInput=${(/** @type {string} */ text) => setDraft({ ...draft, text })} />
      <${RadioCards} label=${say("message.topic")} help=${say("terms.topic.text")} name="topic" columns value=${draft.topic} onChange=${(/** @type {string} */ topic) => setDraft({ ...draft, topic })}
        options=${TOPICS.map((topic) => ({ value: topic, label: named(board, "topics", topic) }))} />
      <div class="actions actions-start">${stuck
        ? html`<${OffButton} icon="send">${say("message.send")}<//>`
        : html`<${Button} type="submit" icon="send" busy=${busy} refused=${refused} reason=${reason ?? (draft.text.trim() ? null : say("message.empty"))}>${say("message.send")}<//>`}</div>
    </form>
  </section>`;
}
