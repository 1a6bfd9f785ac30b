/** The form of an offer: to whom, what I give, what I get, who will see it. A counter-offer is one, too. */
import { html, useEffect, useRef } from "../dom.js";
import { Button } from "../parts/button.js";
import { CheckField, RadioCards, SelectField } from "../parts/field.js";
import { Notice } from "../parts/notice.js";
import { seatName } from "../say.js";
import { Cautions } from "./cautions.js";
import { useDraft } from "./drafts.js";
import { formReason, useCommand, useGame } from "./game.js";
import { OffButton } from "./press.js";
import { TermsFields } from "./terms.js";
import "./texts/deals.js";

/**
 * @typedef {import("../protocol.js").Terms} Terms
 * @typedef {import("../protocol.js").DealView} Deal
 * @typedef {{ to: string, give: Terms, get: Terms, confidential: boolean, counters: string | null, keepOpen: boolean }} OfferDraft
 */

/**
 * An offer that answers another: what they asked for is what I give.
 * @param {Deal} deal
 * @returns {OfferDraft}
 */
export const counterTo = (deal) => ({
  to: deal.by, give: deal.get, get: deal.give, confidential: deal.confidential, counters: deal.id, keepOpen: false,
});

/**
 * @param {string} to
 * @returns {OfferDraft}
 */
export const emptyOffer = (to) => ({ to, give: {}, get: {}, confidential: false, counters: null, keepOpen: false });

/** The draft of this seat's next offer; it outlives the page. */
export function useOfferDraft() {
  const { place } = useGame();
  return /** @type {[OfferDraft | null, (draft: OfferDraft | null) => void]} */ (useDraft(`${place}/offer`));
}

/** @param {OfferDraft} draft */
function commandOf({ keepOpen, counters, ...rest }) {
  return counters === null ? { type: "offer", ...rest } : { type: "offer", ...rest, counters, keep_open: keepOpen };
}

/**
 * @param {object} props
 * @param {OfferDraft} props.draft
 * @param {(draft: OfferDraft | null) => void} props.onChange null: sent, or thrown away
 */
export function OfferForm({ draft, onChange }) {
  const game = useGame();
  const { board, pub, own, me, say, stuck } = game;
  const { act, busy, refused } = useCommand(JSON.stringify(draft));
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const deals = [...pub.deals, ...own.deals];
  const answered = draft.counters !== null;
  const open = deals.some((one) => one.id === draft.counters && one.state === "open");
  const lapsed = answered && !open;
  const name = seatName(board, draft.to);
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
    box.current?.focus({ preventScroll: true });
  }, [draft.counters]);
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (await act(commandOf(lapsed ? { ...draft, counters: null } : draft))) onChange(null);
  };
  const reason = formReason(game, "offer");
  const others = pub.seats.filter((one) => one.id !== me).map((one) => ({ value: one.id, label: seatName(board, one.id) }));
  const seen = [
    { value: "open", label: say("offer.open"), detail: say("offer.open_text") },
    { value: "confidence", label: say("offer.confidence"), detail: say("offer.confidence_text", { name }) },
  ];
  return html`<form class="card play-form" ref=${box} tabindex="-1" aria-labelledby="offer-form" onSubmit=${send}>
    <div class="card-body">
      <h3 id="offer-form">${answered ? say("offer.counter_title", { name }) : say("offer.title")}</h3>
      ${lapsed && html`<${Notice}>${say("offer.lapsed")}<//>`}
      ${!answered && html`<${SelectField} label=${say("offer.to")} value=${draft.to} options=${others}
        onChange=${(/** @type {string} */ to) => onChange({ ...draft, to, get: {} })} />`}
      <div class="halves">
        <${TermsFields} title=${say("deal.you_give")} giver=${me} taker=${draft.to} terms=${draft.give}
          onChange=${(/** @type {Terms} */ give) => onChange({ ...draft, give })} />
        <${TermsFields} key=${draft.to} title=${say("deal.you_get_from", { name })} giver=${draft.to} taker=${me} terms=${draft.get}
          onChange=${(/** @type {Terms} */ get) => onChange({ ...draft, get })} />
      </div>
      ${answered && !lapsed
        ? html`<p class="small">${draft.confidential ? say("offer.confidence_text", { name }) : say("offer.open_text")}</p>
          <${CheckField} label=${say("offer.keep_open")} help=${say("offer.keep_open_text")} checked=${draft.keepOpen}
            onChange=${(/** @type {boolean} */ keepOpen) => onChange({ ...draft, keepOpen })} />`
        : html`<${RadioCards} label=${say("offer.who_sees")} name="seen" columns value=${draft.confidential ? "confidence" : "open"} options=${seen}
            onChange=${(/** @type {string} */ value) => onChange({ ...draft, confidential: value === "confidence" })} />`}
      <${Cautions} command=${commandOf(lapsed ? { ...draft, counters: null } : draft)} />
      <p class="quiet small">${say("offer.expiry")}</p>
      <div class="actions">
        ${stuck
          ? html`<${OffButton} kind="primary" icon="send">${say("offer.send")}<//>`
          : html`<${Button} type="submit" kind="primary" icon="send" busy=${busy} reason=${reason} refused=${refused}>${say("offer.send")}<//>`}
        <${Button} icon="x" onClick=${() => onChange(null)}>${say("offer.discard")}<//>
      </div>
    </div>
  </form>`;
}
