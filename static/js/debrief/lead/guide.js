/** The guide: phases with a question and a time box each, from a model that the facilitator may change. */
import { html, useState } from "../../dom.js";
import { text } from "../../board.js";
import { phaseName, promptOf } from "../../follow/words.js";
import { Button } from "../../parts/button.js";
import { Fold } from "../../parts/explain.js";
import { NumberStepper, SelectField, TextField } from "../../parts/field.js";

/**
 * @typedef {import("../../board.js").Board} Board
 * @typedef {import("./leading.js").Leading} Leading
 * @typedef {import("./leading.js").Phase} Phase
 * @typedef {import("./leading.js").Plan} Plan
 * @typedef {Plan["model"]} Model
 */

/** The phases of each model with their minutes, as the server lists them. @type {Readonly<Record<Model, readonly (readonly [string, number])[]>>} */
const MODELS = Object.freeze({
  six: [["feelings", 5], ["what_happened", 10], ["why", 10], ["real_world", 10], ["what_if", 5], ["what_next", 5]],
  gather: [["gather", 10], ["analyse", 20], ["summarise", 10]],
  hot_wash: [["went_well", 8], ["improve", 8], ["what_next", 4]],
});

/** @param {Model} model @returns {Phase[]} */
const phasesOf = (model) => MODELS[model].map(([id, minutes]) => ({ id, prompt: "", minutes }));

/** A guide of its own begins as the model says. @param {Plan} plan */
const guideOf = (plan) => (plan.phases.length ? plan.phases : phasesOf(plan.model));

/** @param {{ board: Board, leading: Leading, plan: Plan, onDone: () => void }} props */
function GuideForm({ board, leading, plan, onDone }) {
  const [model, setModel] = useState(plan.model);
  const [phases, setPhases] = useState(guideOf(plan));
  const models = /** @type {Model[]} */ (Object.keys(MODELS));
  const pick = (/** @type {string} */ to) => {
    const chosen = /** @type {Model} */ (to);
    setModel(chosen);
    setPhases(phasesOf(chosen));
  };
  const change = (/** @type {number} */ at, /** @type {Partial<Phase>} */ to) => setPhases(phases.map((one, n) => (n === at ? { ...one, ...to } : one)));
  const save = async () => {
    if (await leading.keep((before) => ({ ...before, model, phases }))) onDone();
  };
  return html`<div class="stack">
    <${SelectField} label=${text(board, "guide.model")} value=${model} onChange=${pick}
      options=${models.map((one) => ({ value: one, label: text(board, `guide.model.${one}`) }))} />
    ${phases.map((one, at) => html`<div key=${one.id} class="stack-s lead-phase-form">
      <${TextField} label=${text(board, "guide.prompt", { phase: phaseName(board, one.id) })} rows=${2} maxLength=${240} value=${one.prompt}
        help=${text(board, "guide.prompt_help", { prompt: promptOf(board, one.id) })} onInput=${(/** @type {string} */ prompt) => change(at, { prompt })} />
      <${NumberStepper} label=${text(board, "guide.minutes_label")} min=${0} max=${120} value=${one.minutes} onChange=${(/** @type {number} */ minutes) => change(at, { minutes })} />
    </div>`)}
    <div class="actions actions-start"><${Button} kind="primary" icon="save" busy=${leading.busy} onClick=${() => void save()}>${text(board, "guide.save")}<//></div>
  </div>`;
}

/** @param {{ board: Board, leading: Leading, plan: Plan, ready: boolean }} props */
export function Guide({ board, leading, plan, ready }) {
  const [open, setOpen] = useState(false);
  const phases = guideOf(plan);
  const { lead } = leading;
  const start = async (/** @type {Phase} */ phase) => {
    // The guide is kept before it is shown for the first time.
    if (plan.phases.length === 0 && !(await leading.keep((before) => ({ ...before, phases })))) return;
    await leading.go({ phase: phase.id, box_s: phase.minutes ? phase.minutes * 60 : null, box_again: true });
  };
  return html`<section class="stack" aria-labelledby="guide-title">
    <div><h3 id="guide-title">${text(board, "guide.title")}</h3>
      <p class="quiet small">${text(board, `guide.model.${plan.model}`)}, ${text(board, "guide.sum", { minutes: phases.reduce((sum, one) => sum + one.minutes, 0) })}</p></div>
    <ol class="stack-s lead-phases">
      ${phases.map((one) => {
        const current = lead?.phase?.id === one.id;
        const name = phaseName(board, one.id);
        return html`<li key=${one.id} class="lead-phase" data-current=${String(current)}>
          <div class="grow"><p><span class="strong">${name}</span> <span class="quiet small">${text(board, "guide.minutes", { minutes: one.minutes })}</span></p>
            <p class="small"><bdi>${one.prompt || promptOf(board, one.id)}</bdi></p></div>
          ${ready && (current
            ? html`<${Button} busy=${leading.busy} onClick=${() => void leading.go({ phase: null, box_s: null })}>${text(board, "guide.end")}<span class="visually-hidden">: ${name}</span><//>`
            : html`<${Button} kind=${lead?.phase ? "quiet" : "outline"} busy=${leading.busy} onClick=${() => void start(one)}>${text(board, "guide.start")}<span class="visually-hidden">: ${name}</span><//>`)}
        </li>`;
      })}
    </ol>
    <${Fold} key=${String(open)} title=${text(board, "guide.change")}><${GuideForm} board=${board} leading=${leading} plan=${plan} onDone=${() => setOpen(!open)} /><//>
  </section>`;
}
