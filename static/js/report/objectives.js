/** Objectives with their strengths and areas for improvement, each with the moment that shows it. */
import { html } from "../dom.js";
import { Button } from "../parts/button.js";
import { SelectField, TextField } from "../parts/field.js";
import { announce } from "../parts/liveregion.js";
import { useWord } from "../words.js";

/**
 * @typedef {import("./shapes.js").Objective} Objective
 * @typedef {import("./shapes.js").Finding} Finding
 * @typedef {import("./shapes.js").Evidence} Evidence
 * @typedef {"strengths" | "improvements"} Side
 */

const RATINGS = Object.freeze(["", "P", "S", "M", "U"]);
/** @type {Finding} */
const BLANK = Object.freeze({ words: "", why: "", version: null });

/**
 * The moments to choose from; one that was chosen before stays among them.
 * @param {readonly Evidence[]} moments
 * @param {number | null} version
 * @param {string} none
 */
function choices(moments, version, none) {
  const known = version === null || moments.some((one) => one.version === version);
  const more = known ? [] : [{ value: String(version), label: `#${version}` }];
  return [{ value: "", label: none }, ...more, ...moments.map((one) => ({ value: String(one.version), label: one.label }))];
}

/**
 * @param {object} props
 * @param {string} props.name
 * @param {Finding} props.finding
 * @param {readonly Evidence[]} props.moments
 * @param {(part: Partial<Finding>) => void} props.onChange
 * @param {() => void} props.onDrop
 */
function OneFinding({ name, finding, moments, onChange, onDrop }) {
  const say = useWord();
  const options = choices(moments, finding.version, say("report.no_evidence"));
  return html`<fieldset class="report-part stack-s"><legend class="label">${name}</legend>
    <${TextField} label=${say("report.finding")} rows=${2} maxLength=${1200} value=${finding.words} onInput=${(/** @type {string} */ words) => onChange({ words })} />
    <${TextField} label=${say("report.why")} rows=${2} maxLength=${1200} value=${finding.why} onInput=${(/** @type {string} */ why) => onChange({ why })} />
    <${SelectField} label=${say("report.evidence")} value=${String(finding.version ?? "")} options=${options}
      onChange=${(/** @type {string} */ typed) => onChange({ version: typed ? Number(typed) : null })} />
    <div class="actions actions-start"><${Button} kind="quiet" icon="x" onClick=${onDrop}>${say("report.remove", { what: name })}<//></div>
  </fieldset>`;
}

/**
 * @param {object} props
 * @param {readonly Objective[]} props.objectives
 * @param {readonly Evidence[]} props.moments
 * @param {readonly { id: string, title: string }[]} props.aims of the scenario
 * @param {(objectives: readonly Objective[]) => void} props.onChange
 */
export function Objectives({ objectives, moments, aims, onChange }) {
  const say = useWord();
  const set = (/** @type {number} */ at, /** @type {Partial<Objective>} */ part) => onChange(objectives.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const gone = (/** @type {string} */ what) => announce(say("report.removed", { what }));
  const side = (/** @type {number} */ at, /** @type {Objective} */ one, /** @type {Side} */ which) => {
    const put = (/** @type {readonly Finding[]} */ found) => set(at, { [which]: found });
    const add = which === "strengths" ? "report.add_strength" : "report.add_improvement";
    return html`<div class="stack-s"><p class="label">${say(`report.${which}`)}</p>
      ${one[which].map((finding, place) => {
        const name = say(`report.${which}.one`, { number: place + 1 });
        const change = (/** @type {Partial<Finding>} */ part) => put(one[which].map((each, here) => (here === place ? { ...each, ...part } : each)));
        const drop = () => {
          put(one[which].filter((_, here) => here !== place));
          gone(name);
        };
        return html`<${OneFinding} key=${place} name=${name} finding=${finding} moments=${moments} onChange=${change} onDrop=${drop} />`;
      })}
      <div class="actions actions-start"><${Button} icon="plus" onClick=${() => put([...one[which], BLANK])}>${say(add)}<//></div></div>`;
  };
  const options = RATINGS.map((value) => ({ value, label: say(`report.rating.${value}`) }));
  const missing = aims.filter((aim) => !objectives.some((one) => one.id === aim.id));
  const take = () => onChange([...objectives, ...missing.map((aim) => ({ ...blank(), ...aim }))]);
  const blank = () => /** @type {Objective} */ ({ id: `o${Date.now().toString(36)}`, title: "", rating: "", strengths: [], improvements: [] });
  return html`<fieldset class="stack"><legend><h3>${say("report.objectives")}</h3></legend>
    ${objectives.map((one, at) => {
      const name = say("report.objective", { number: at + 1 });
      const drop = () => {
        onChange(objectives.filter((_, place) => place !== at));
        gone(name);
      };
      return html`<fieldset key=${one.id} class="report-part stack"><legend><h4>${name}</h4></legend>
        <${TextField} label=${say("report.objective_title")} maxLength=${160} value=${one.title} onInput=${(/** @type {string} */ title) => set(at, { title })} />
        <${SelectField} label=${say("report.rating")} value=${one.rating} options=${options} onChange=${(/** @type {Objective["rating"]} */ rating) => set(at, { rating })} />
        ${side(at, one, "strengths")} ${side(at, one, "improvements")}
        <div class="actions actions-start"><${Button} kind="quiet" icon="x" onClick=${drop}>${say("report.remove", { what: name })}<//></div>
      </fieldset>`;
    })}
    <div class="actions actions-start"><${Button} icon="plus" onClick=${() => onChange([...objectives, blank()])}>${say("report.add_objective")}<//>
      ${missing.length > 0 && html`<${Button} icon="plus" onClick=${take}>${say("report.take_aims", { count: missing.length })}<//>`}</div>
  </fieldset>`;
}
