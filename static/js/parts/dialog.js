/** A native dialog: focus stays inside, Escape closes, focus returns to where it was. */
import { html, useEffect, useId, useRef } from "../dom.js";
import { bring, useWord } from "../words.js";
import { Icon } from "./icon.js";

bring({
  "part.dialog.close": "Close",
});

/**
 * @param {object} props
 * @param {boolean} props.open
 * @param {string} props.title
 * @param {() => void} props.onClose called for Escape, the cross and a press outside
 * @param {import("../dom.js").Child} props.children
 */
export function Dialog({ open, title, onClose, children }) {
  const say = useWord();
  const id = useId();
  const box = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal();
    if (!open && box.current?.open) box.current.close();
  }, [open]);
  const onCancel = (/** @type {Event} */ event) => {
    // The page's state closes it, so that both never disagree.
    event.preventDefault();
    onClose();
  };
  // A browser may close it unasked at a second Escape.
  const onClosed = () => open && onClose();
  const onClick = (/** @type {MouseEvent} */ event) => event.target === box.current && onClose();
  return html`<dialog ref=${box} aria-labelledby=${id} onCancel=${onCancel} onClose=${onClosed} onClick=${onClick}>
    ${open &&
    html`<div class="dialog-head">
        <h2 id=${id}>${title}</h2>
        <button type="button" class="button button-icon" aria-label=${say("part.dialog.close")} onClick=${onClose}>
          <${Icon} name="x" />
        </button>
      </div>
      <div class="dialog-body">${children}</div>`}
  </dialog>`;
}
