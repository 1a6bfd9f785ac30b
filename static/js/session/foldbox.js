/** A card of the console that is folded until it is wanted. What is being written in it stays. */
import { html, useEffect, useId, useState } from "../dom.js";
import { Icon } from "../parts/icon.js";

/** How cards were left by hand, for as long as the page lasts: another table finds them so. @type {Map<string, boolean>} */
const turned = new Map();

/**
 * @param {object} props
 * @param {string} props.id
 * @param {string} props.icon
 * @param {string} props.title
 * @param {boolean} [props.wanted] something in it is wanted now: it unfolds by itself, and stays so
 * @param {import("../dom.js").Child} props.children
 */
export function FoldBox({ id, icon, title, wanted = false, children }) {
  const [open, setOpen] = useState(() => turned.get(id) ?? wanted);
  const name = useId();
  const body = useId();
  useEffect(() => {
    if (wanted && !turned.has(id)) setOpen(true);
  }, [wanted]);
  const turn = () => {
    turned.set(id, !open);
    setOpen(!open);
  };
  return html`<section class="card card-flat fold-card" aria-labelledby=${name}>
    <h2><button type="button" class="fold-ask" aria-expanded=${String(open)} aria-controls=${body} onClick=${turn}>
      <${Icon} name=${icon} /><span class="grow" id=${name}>${title}</span><${Icon} name=${open ? "chevron-up" : "chevron-down"} /></button></h2>
    <div id=${body} class="card-body" hidden=${!open}>${children}</div></section>`;
}
