/** Who else leads or evaluates: appointed by name, let in by a link that works once. */
import { html, useState } from "../dom.js";
import { useWord } from "../words.js";
import { SelectField, TextField } from "../parts/field.js";
import { Icon } from "../parts/icon.js";
import { ActButton, SureButton } from "./act.js";
import { useDesk } from "./desk.js";
import { QrCode } from "./qr.js";
import { staffName } from "./staffname.js";
import "./texts/staff.js";

/** @typedef {import("../protocol.js").Qr} QrPath */

const KINDS = Object.freeze(["evaluator", "facilitator"]);

/** Facilitators and evaluators by name, and a way to appoint another. */
export function Staff() {
  const say = useWord();
  const { session, ask, fetch, me } = useDesk();
  const [name, setName] = useState("");
  const [own, setOwn] = useState(staffName(session, me));
  const [kind, setKind] = useState("evaluator");
  const [made, setMade] = useState(/** @type {{ name: string, address: string, qr: QrPath } | null} */ (null));
  const staff = (session.people_of ?? []).filter((one) => KINDS.includes(one.kind));
  const appoint = async () => {
    if (!name.trim()) return say("staff.no_name");
    const asked = await fetch("staff", { kind, name: name.trim() });
    if (!asked.ok) return asked.failure.sentence;
    setMade({ name: name.trim(), address: String(asked.answer["address"]), qr: /** @type {QrPath} */ (asked.answer["qr"]) });
    setName("");
    return null;
  };
  // The page is read again: this device is then one of theirs.
  const call = async () => (own.trim() ? ask("staff/own", { name: own.trim() }) : say("staff.no_name"));
  return html`<div class="stack-s">
    <${TextField} label=${say("staff.own")} help=${say("staff.own_help")} value=${own} maxLength=${32} autocomplete="name" onInput=${setOwn} />
    <${ActButton} icon="check" run=${call} then=${() => location.reload()}>${say("staff.own_keep")}<//>
    ${staff.length > 0 && html`<ul class="rows">${staff.map(
      (one) => html`<li key=${one.person} class="row row-wrap"><bdi class="grow">${one.name}</bdi><span class="chip">${say(`staff.${one.kind}`)}</span>
        ${one.devices === 0 && html`<span class="chip chip-dash">${say("staff.away")}</span>`}
        ${one.person === me ? html`<span class="chip chip-fill">${say("staff.you")}</span>` : html`<${SureButton} kind="quiet" icon="log-out" run=${() => ask("person", { person: one.person, do: "remove" })} question=${say("staff.sure", { name: one.name })} yes=${say("people.remove_yes")}>${say("people.remove")}<//>`}</li>`,
    )}</ul>`}
    <${SelectField} label=${say("staff.kind")} value=${kind} options=${KINDS.map((one) => ({ value: one, label: say(`staff.${one}`) }))} help=${say(`staff.help_${kind}`)} onChange=${setKind} />
    <${TextField} label=${say("staff.name")} value=${name} maxLength=${32} autocomplete="off" onInput=${setName} />
    <${ActButton} icon="user-plus" run=${appoint}>${say("staff.appoint")}<//>
    ${made && html`<div class="rejoin"><${QrCode} qr=${made.qr} label=${say("door.qr", { address: made.address })} />
      <div class="stack-s"><p class="strong"><${Icon} name="link" /> <bdi>${made.name}</bdi></p><p class="small"><code>${made.address}</code></p><p class="small quiet">${say("staff.once")}</p></div></div>`}
  </div>`;
}
