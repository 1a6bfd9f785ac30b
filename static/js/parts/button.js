/** A button that says why it cannot be pressed, beside it; it stays reachable, so that all can read it. */
import { html, useId } from "../dom.js";
import { Icon } from "./icon.js";

/**
 * @param {object} props
 * @param {"primary" | "now" | "outline" | "quiet" | "danger"} [props.kind]
 * @param {string} [props.icon]
 * @param {string | null} [props.reason] why not now; given, the button does nothing
 * @param {string | null} [props.refused] what the server answered to the last press
 * @param {boolean} [props.busy] sent, not yet answered: pressing again does nothing
 * @param {boolean} [props.pressed] of a switch
 * @param {boolean} [props.wide]
 * @param {boolean} [props.big]
 * @param {"button" | "submit"} [props.type]
 * @param {(event: MouseEvent) => void} [props.onClick]
 * @param {import("../dom.js").Child} props.children
 */
export function Button(props) {
  const { kind = "outline", icon, reason, refused, busy = false, pressed, type = "button" } = props;
  const id = useId();
  const off = Boolean(reason) || busy;
  const press = (/** @type {MouseEvent} */ event) => {
    if (off) event.preventDefault();
    else props.onClick?.(event);
  };
  const look = `button button-${kind}${props.wide ? " button-wide" : ""}${props.big ? " button-big" : ""}`;
  const button = html`<button
    type=${type} class=${look} onClick=${press}
    aria-disabled=${off ? "true" : null} aria-busy=${busy ? "true" : null}
    aria-pressed=${pressed === undefined ? null : String(pressed)}
    aria-describedby=${reason || refused ? id : null}
  >${(busy || icon) && html`<${Icon} name=${busy ? "refresh-cw" : icon} />`}<span>${props.children}</span></button>`;
  return html`<div class="with-reason">
    ${button}
    ${(reason || refused) &&
    html`<p id=${id} class=${`reason${refused ? " reason-bad" : ""}`}>
      <${Icon} name=${refused ? "triangle-alert" : "info"} size="s" /><span>${refused || reason}</span>
    </p>`}
  </div>`;
}
