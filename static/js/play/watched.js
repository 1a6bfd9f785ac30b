/** Which of several tables an observer watches. */
import { html, useState } from "../dom.js";
import { ask } from "../ask.js";
import { SelectField } from "../parts/field.js";
import { useGame } from "./game.js";
import "./texts/waiting.js";

/** @param {{ table: string | null, person: string }} props */
export function Watched({ table, person }) {
  const { view, say } = useGame();
  const [trouble, setTrouble] = useState(/** @type {string | null} */ (null));
  const { tables } = view.session;
  const pick = async (/** @type {string} */ to) => {
    const answer = await ask(`/api/people/${person}/watch`, { table: to });
    setTrouble(answer.ok ? null : answer.sentence || say("waiting.no_connection"));
  };
  return html`<div class="card-desk"><${SelectField} label=${say("watch.table")} value=${table ?? ""} error=${trouble} onChange=${pick}
    options=${tables.map((one) => ({ value: one.id, label: one.name }))} /></div>`;
}
