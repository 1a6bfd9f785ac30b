/** Looking over a shoulder: written down with a reason first, then a link to the page as the seat sees it. */
import { html } from "../dom.js";
import { seatOf } from "../board.js";
import { useWord } from "../words.js";
import { TextField } from "../parts/field.js";
import { Icon } from "../parts/icon.js";
import { ActButton } from "./act.js";
import { useDesk, useDraft } from "./desk.js";
import "./texts/look.js";

const WORDS = 1000;

/** @param {{ seat: string }} props */
export function Look({ seat }) {
  const say = useWord();
  const { board, control, table, session, staff, pub } = useDesk();
  const [why, setWhy] = useDraft(`look ${table.id} ${seat}`);
  const name = seatOf(board, seat).name;
  const look = staff.looks.findLast((one) => one.seat === seat && one.round === pub.round);
  const run = async () => (why.trim() ? control({ type: "look_over", seat, text: why.trim() }) : say("look.needs_why"));
  return html`<div class="stack-s">
    <p class="small quiet">${say("look.text", { seat: name })}</p>
    <${TextField} label=${say("look.why")} value=${why} onInput=${setWhy} maxLength=${WORDS} placeholder=${say("look.sample")} />
    <div class="actions actions-start">
      <${ActButton} icon="eye" run=${run} then=${() => setWhy("")}>${say(look ? "look.again" : "look.record")}<//>
      ${look && html`<a class="button button-primary" href=${`/shoulder/${session.id}/${table.id}/${look.version}`} target="_blank" rel="noopener"><${Icon} name="external-link" /><span>${say("look.open", { seat: name })}</span></a>`}
    </div>
    ${look && html`<p class="small quiet">${say("look.lasts")}</p>`}
  </div>`;
}
