/** A clip as it is written: title, question, minutes, and what phones are asked. */
import { html, useState } from "../../dom.js";
import { text } from "../../board.js";
import { Button } from "../../parts/button.js";
import { Dialog } from "../../parts/dialog.js";
import { CheckField, NumberStepper, TextField } from "../../parts/field.js";

/**
 * @typedef {import("../../board.js").Board} Board
 * @typedef {import("./leading.js").Clip} Clip
 */

const MOST_OPTIONS = 6;

/**
 * @param {object} props
 * @param {Board} props.board
 * @param {Clip} props.clip
 * @param {boolean} props.busy
 * @param {(clip: Clip) => void} props.onSave
 * @param {() => void} props.onClose
 */
export function ClipForm({ board, clip, busy, onSave, onClose }) {
  const [draft, setDraft] = useState(clip);
  const [asks, setAsks] = useState(clip.poll !== null);
  const [question, setQuestion] = useState(clip.poll?.question ?? text(board, "follow.poll"));
  const [options, setOptions] = useState(clip.poll?.options.join("\n") ?? "");
  const [wrong, setWrong] = useState(/** @type {"title" | "options" | null} */ (null));
  const save = (/** @type {Event} */ event) => {
    event.preventDefault();
    const lines = options.split("\n").map((one) => one.trim().slice(0, 80)).filter(Boolean);
    if (!draft.title.trim()) return setWrong("title");
    if (asks && (!question.trim() || lines.length < 2 || lines.length > MOST_OPTIONS)) return setWrong("options");
    return onSave({ ...draft, title: draft.title.trim(), question: draft.question.trim(), poll: asks ? { question: question.trim(), options: lines } : null });
  };
  return html`<${Dialog} open title=${text(board, "clips.heading")} onClose=${onClose}>
    <form class="stack" onSubmit=${save}>
      <${TextField} label=${text(board, "clips.form_title")} help=${text(board, "clips.form_title_help")} maxLength=${120} value=${draft.title}
        error=${wrong === "title" ? text(board, "clips.form_title_wrong") : null} onInput=${(/** @type {string} */ title) => setDraft({ ...draft, title })} />
      <${TextField} label=${text(board, "clips.form_question")} rows=${2} maxLength=${240} value=${draft.question} onInput=${(/** @type {string} */ asked) => setDraft({ ...draft, question: asked })} />
      <${NumberStepper} label=${text(board, "clips.form_minutes")} min=${0} max=${60} value=${draft.minutes} onChange=${(/** @type {number} */ minutes) => setDraft({ ...draft, minutes })} />
      <${CheckField} label=${text(board, "clips.form_poll")} checked=${asks} onChange=${setAsks} />
      ${asks && html`<${TextField} label=${text(board, "clips.form_poll_question")} maxLength=${240} value=${question} onInput=${setQuestion} />
        <${TextField} label=${text(board, "clips.form_options")} rows=${4} value=${options} error=${wrong === "options" ? text(board, "clips.form_options_wrong") : null} onInput=${setOptions} />`}
      <div class="actions"><${Button} type="submit" kind="primary" icon="save" busy=${busy}>${text(board, "clips.save")}<//></div>
    </form><//>`;
}
