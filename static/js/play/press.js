/** Buttons that ask the table for something: possible, or with the menu's reason beside them. */
import { html } from "../dom.js";
import { Button } from "../parts/button.js";
import { Explain, ExplainedHeading } from "../parts/explain.js";
import { Icon } from "../parts/icon.js";
import { reasonWords } from "../say.js";
import { optionOf, useCommand, useGame } from "./game.js";

/** The banner that says why nothing can be done at this moment. */
export const STUCK_ID = "stuck";

/**
 * A button whose reason stands elsewhere on the page, so that it is said once.
 *
 * @param {object} props
 * @param {string} [props.kind]
 * @param {string} [props.icon]
 * @param {boolean} [props.wide]
 * @param {boolean} [props.big]
 * @param {string} [props.why] the id of the element that says it
 * @param {import("../dom.js").Child} props.children
 */
export function OffButton({ kind = "outline", icon, wide, big, why = STUCK_ID, children }) {
  const look = `button button-${kind}${wide ? " button-wide" : ""}${big ? " button-big" : ""}`;
  return html`<div class="with-reason"><button type="button" class=${look} aria-disabled="true" aria-describedby=${why}
    onClick=${(/** @type {Event} */ event) => event.preventDefault()}
  >${icon && html`<${Icon} name=${icon} />`}<span>${children}</span></button></div>`;
}

/**
 * A command of the menu as a button. Not on the menu: nothing is drawn.
 *
 * @param {object} props
 * @param {object} props.command
 * @param {string} [props.kind]
 * @param {string} [props.icon]
 * @param {boolean} [props.wide]
 * @param {boolean} [props.big]
 * @param {boolean} [props.pressed]
 * @param {boolean} [props.always] works while the game is paused, too
 * @param {string} [props.reasonAt] the id of an element that gives the reason for several buttons
 * @param {() => void} [props.onDone]
 * @param {import("../dom.js").Child} props.children
 */
export function Press({ command, always = false, reasonAt, onDone, children, ...look }) {
  const { board, menu, stuck } = useGame();
  const { act, busy, refused } = useCommand();
  const option = optionOf(menu, command);
  if (!option) return null;
  if (stuck && !always) return html`<${OffButton} ...${look}>${children}<//>`;
  if (option.reason && reasonAt) return html`<${OffButton} ...${look} why=${reasonAt}>${children}<//>`;
  const reason = option.reason ? reasonWords(board, option.reason, option.detail) : null;
  const press = async () => (await act(command)) && onDone?.();
  return html`<${Button} ...${look} reason=${reason} busy=${busy} refused=${refused} onClick=${press}>${children}<//>`;
}

/**
 * A term of the game that explains itself where it stands.
 *
 * @param {object} props
 * @param {string} props.id of the term: "support", or with its group: "actions.sign"
 * @param {import("../dom.js").Child} [props.children] in place of its name
 */
export function Term({ id, children }) {
  const { say } = useGame();
  const key = id.includes(".") ? id : `terms.${id}`;
  return html`<${Explain} term=${children ?? say(`${key}.name`)} text=${say(`${key}.text`)} />`;
}

/**
 * A heading that explains its term.
 *
 * @param {object} props
 * @param {string} props.id of the term, as above
 * @param {string} [props.at] id of the heading
 * @param {"h2" | "h3"} [props.level]
 * @param {string} [props.title] in place of the term's name
 */
export function TermHeading({ id, at, level, title }) {
  const { say } = useGame();
  return html`<${ExplainedHeading} id=${at} level=${level} title=${title ?? say(`terms.${id}.name`)} text=${say(`terms.${id}.text`)} />`;
}
