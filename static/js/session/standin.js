/** Whether a bot sits in for who is away, at all tables of the session alike. */
import { html, useState } from "../dom.js";
import { Fold } from "../parts/explain.js";
import { SelectField } from "../parts/field.js";
import { Notice } from "../parts/notice.js";
import { useWord } from "../words.js";
import { useDesk } from "./desk.js";
import { standInOptions, standInWords } from "./standinchoice.js";

export function StandIn() {
  const say = useWord();
  const { pub, staff, bot, control } = useDesk();
  const now = staff.stand_in?.after_min ?? null;
  const [refused, setRefused] = useState(/** @type {string | null} */ (null));
  const choose = async (/** @type {string} */ value) =>
    setRefused(await control({ type: "set_stand_in", bot, ...(value ? { after_min: Number(value) } : {}) }, true));
  if (pub.phase === "ended") return null;
  return html`<${Fold} title=${say("stand_in.title", { now: standInWords(say, now) })}><div class="stand-in stack-s"><${SelectField} label=${say("stand_in.label")} help=${say("stand_in.help")} value=${now === null ? "" : String(now)}
      options=${standInOptions(say, now)} onChange=${(/** @type {string} */ value) => void choose(value)} />
    ${refused && html`<${Notice} kind="bad">${refused}<//>`}</div><//>`;
}
