/** A button of the console: it acts once, waits for the answer, and says beside it why not. */
import { html, useId, useState } from "../dom.js";
import { useWord } from "../words.js";
import { Button } from "../parts/button.js";
import { Icon } from "../parts/icon.js";
import { useAct } from "./api.js";
import { LOST_ID, useDesk } from "./desk.js";

/**
 * @typedef {object} ActProps
 * @property {() => Promise<string | null>} run gives the sentence of a refusal, or null
 * @property {"primary" | "now" | "outline" | "quiet" | "danger"} [kind]
 * @property {string} [icon]
 * @property {boolean} [pressed]
 * @property {boolean} [big]
 * @property {string} [label] where the words on it are too short to be read out
 * @property {string | null} [reason] why it cannot be done now
 * @property {() => void} [then] after it was done
 * @property {import("../dom.js").Child} children
 */

/** @param {ActProps} props */
export function ActButton({ run, kind = "outline", icon, pressed, big = false, label, reason, then, children }) {
  const { lost } = useDesk();
  const act = useAct(run);
  const id = useId();
  const off = lost || act.busy || Boolean(reason);
  const press = async () => {
    if (!off && (await act.run())) then?.();
  };
  const told = act.refused ?? reason;
  return html`<div class="with-reason">
    <button type="button" class=${`button button-${kind}${big ? " button-big" : ""}`} onClick=${press} aria-label=${label ?? null}
      aria-disabled=${off ? "true" : null} aria-busy=${act.busy ? "true" : null} aria-pressed=${pressed === undefined ? null : String(pressed)}
      aria-describedby=${lost ? LOST_ID : told ? id : null}
    >${(act.busy || icon) && html`<${Icon} name=${act.busy ? "refresh-cw" : icon} />`}<span>${children}</span></button>
    ${told && html`<p id=${id} role=${act.refused ? "alert" : null} class=${`reason${act.refused ? " reason-bad" : ""}`}><${Icon} name=${act.refused ? "triangle-alert" : "info"} size="s" /><span>${told}</span></p>`}
  </div>`;
}

/**
 * The same for something that cannot be taken back: the first press asks, the second acts.
 *
 * @param {ActProps & { question: string, yes: string }} props
 */
export function SureButton({ question, yes, ...rest }) {
  const say = useWord();
  const [asking, setAsking] = useState(false);
  if (!asking) {
    const first = () => {
      setAsking(true);
      return Promise.resolve(null);
    };
    return html`<${ActButton} ...${rest} run=${first} then=${undefined} />`;
  }
  const done = () => {
    setAsking(false);
    rest.then?.();
  };
  return html`<div class="sure stack-s" role="group" aria-label=${question}>
    <p class="small strong">${question}</p>
    <div class="actions actions-start">
      <${ActButton} ...${rest} kind=${rest.kind === "primary" ? "primary" : "danger"} then=${done}>${yes}<//>
      <${Button} kind="quiet" onClick=${() => setAsking(false)}>${say("desk.no")}<//>
    </div>
  </div>`;
}
