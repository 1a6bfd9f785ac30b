/** The part of the page about deals: a new offer, offers that wait, promises, what was said. */
import { html, useEffect } from "../dom.js";
import { Button } from "../parts/button.js";
import { Icon } from "../parts/icon.js";
import { Unfold } from "../parts/unfold.js";
import { named, pledgeWords, seatName } from "../say.js";
import { MyOffer, OfferToMe, OtherDeal } from "./dealcard.js";
import { useGame } from "./game.js";
import { SeatMark } from "./marks.js";
import { Messages } from "./messages.js";
import { offersToMe } from "./next.js";
import { counterTo, emptyOffer, OfferForm, useOfferDraft } from "./offerform.js";
import { TermHeading } from "./press.js";
import { Held } from "./turning.js";
import "./texts/deals.js";

/** @typedef {import("../protocol.js").PromiseView} Promised */

const MARKS = Object.freeze({ open: "clock", kept: "check", broken: "x", lapsed: "minus" });
const CHIPS = Object.freeze({ open: "", kept: " chip-good", broken: " chip-bad", lapsed: " chip-dash" });

/** @param {{ promise: Promised, other: string }} props */
export function PromiseRow({ promise, other }) {
  const { board, pub, say } = useGame();
  return html`<li class="row row-wrap"><${SeatMark} id=${other} named />
    <span class="grow">${pledgeWords(board, promise, pub.phase === "ended" ? undefined : pub.round)}
      ${promise.confidential && html` <span class="chip chip-fill"><${Icon} name="lock" />${say("deal.confidence")}</span>`}</span>
    <span class=${`chip${CHIPS[promise.verdict]}`}><${Icon} name=${MARKS[promise.verdict]} />${named(board, "verdicts", promise.verdict)}</span></li>`;
}

/** @param {{ title: string, none: string, promises: readonly Promised[], other: "by" | "to" }} props */
function PromiseList({ title, none, promises, other }) {
  return html`<div class="stack-s"><h4>${title}</h4>
    ${promises.length === 0 ? html`<p class="quiet small">${none}</p>` : html`<ul class="rows">${promises.map((one) => html`<${PromiseRow} key=${one.id} promise=${one} other=${one[other]} />`)}</ul>`}
  </div>`;
}

function Promises() {
  const { pub, own, me, say } = useGame();
  const all = [...pub.promises, ...own.promises];
  const others = all.filter((one) => one.by !== me && one.to !== me);
  const openFirst = (/** @type {readonly Promised[]} */ list) => [...list.filter((one) => one.verdict === "open"), ...list.filter((one) => one.verdict !== "open")];
  return html`<section class="stack" aria-labelledby="promises"><${TermHeading} level="h3" at="promises" id="promise" title=${say("promise.title")} />
    <${PromiseList} title=${say("promise.owe")} none=${say("promise.owe_none")} promises=${openFirst(all.filter((one) => one.by === me))} other="to" />
    <${PromiseList} title=${say("promise.owed")} none=${say("promise.owed_none")} promises=${openFirst(all.filter((one) => one.to === me))} other="by" />
    ${others.length > 0 && html`<${Unfold} summary=${say("promise.others", { count: others.length })}>${() => html`
      <ul class="rows">${others.map((one) => html`<${PromiseRow} key=${one.id} promise=${one} other=${one.by} />`)}</ul>`}<//>`}
  </section>`;
}

/** The form, or the button that opens it. */
function NewOffer() {
  const game = useGame();
  const { pub, me, say, asked } = game;
  const [draft, setDraft] = useOfferDraft();
  const first = pub.seats.find((one) => one.id !== me)?.id ?? "";
  useEffect(() => {
    if (asked?.what === "counter" && asked.counter) setDraft(counterTo(asked.counter));
    if (asked?.what === "offer") setDraft(draft && draft.counters === null ? { ...draft, to: asked.to ?? draft.to } : emptyOffer(asked.to ?? first));
  }, [asked]);
  if (draft) return html`<${OfferForm} draft=${draft} onChange=${setDraft} />`;
  // It can be prepared at any time; sending it has its reasons.
  return html`<${Button} kind="primary" icon="handshake" wide onClick=${() => setDraft(emptyOffer(first))}>${say("offer.make")}<//>`;
}

export function Deals() {
  const game = useGame();
  const { pub, own, me, board, say } = game;
  const all = [...pub.deals, ...own.deals];
  const toMe = offersToMe(game);
  const mine = all.filter((one) => one.by === me && one.state === "open");
  const answered = new Set(all.flatMap((one) => one.counters ?? []));
  const others = all.filter((one) => one.state === "open" && one.by !== me && one.to !== me);
  const over = pub.phase === "year_one" || pub.phase === "ended";
  const [first] = toMe;
  const closed = all.filter((one) => one.state !== "open" && !answered.has(one.id));
  return html`<div class="stack-l">
    <h2>${say("deals.title")}</h2>
    ${!over && html`<${NewOffer} />`}
    ${!over && html`<section class="stack" aria-labelledby="to-me"><h3 id="to-me">${say("deals.to_me")}</h3>
      ${toMe.length === 0 && html`<p class="quiet small">${say("deals.to_me_none")}</p>`}
      ${first && html`<p class="quiet small in-now-note">${say("deals.in_now", { name: seatName(board, first.by) })}</p>`}
      ${toMe.map((deal) => html`<article key=${deal.id} class=${`card${deal === first ? " in-now" : ""}`} aria-label=${say("deals.offer_of", { name: seatName(board, deal.by) })}><div class="card-body"><${OfferToMe} deal=${deal} /></div></article>`)}
    </section>`}
    ${!over && html`<section class="stack" aria-labelledby="mine"><h3 id="mine">${say("deals.mine")}</h3>
      ${mine.length === 0 && html`<p class="quiet small">${say("deals.mine_none")}</p>`}
      ${mine.map((deal) => html`<${MyOffer} key=${deal.id} deal=${deal} />`)}
    </section>`}
    <${Held} says><${Promises} /><//>
    ${!over && html`<${Messages} />`}
    ${others.length > 0 && html`<${Unfold} summary=${say("deals.others", { count: others.length })}>${() => html`<div class="stack">${others.map((deal) => html`<${OtherDeal} key=${deal.id} deal=${deal} />`)}</div>`}<//>`}
    ${closed.length > 0 && html`<${Unfold} summary=${say("deals.closed", { count: closed.length })}>${() => html`<div class="stack">${closed.map((deal) => html`<${OtherDeal} key=${deal.id} deal=${deal} />`)}</div>`}<//>`}
  </div>`;
}
