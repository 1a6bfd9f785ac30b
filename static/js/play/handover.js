/**
 * One page for who takes over a seat in the middle of a game: what the agency is, what it knows, what
 * it owes and is owed, what is open, what was said, what it means to do. From the seat's own view alone.
 */
import { html, useState } from "../dom.js";
import { dependencyOf } from "../board.js";
import { actWords, dealSides, lineWords, named, pledgeWords, seatName } from "../say.js";
import { Button } from "../parts/button.js";
import { Dialog } from "../parts/dialog.js";
import { told } from "./attendtexts.js";
import { useDraft } from "./drafts.js";
import { useGame } from "./game.js";
import { stepOf } from "./next.js";
import { Role } from "./role.js";
import "./texts/brief.js";
import "./texts/log.js";

const SAID = Object.freeze(["said", "said_in_confidence", "spoke", "spoke_to", "help_answered"]);
const LATELY = 8;

/** @param {{ title: string, none?: string, lines: readonly import("../dom.js").Child[] }} props */
function Part({ title, none, lines }) {
  if (lines.length === 0 && !none) return null;
  return html`<section class="stack-s"><h3>${title}</h3>
    ${lines.length === 0 ? html`<p class="quiet small">${none}</p>` : html`<ul class="bullets">${lines.map((line, at) => html`<li key=${at}>${line}</li>`)}</ul>`}</section>`;
}

/** What this seat knows that not everybody does, and what is common. @param {import("./game.js").GameNow} game */
function knowledge({ own, pub, board, say }) {
  const word = (/** @type {boolean} */ real) => say(real ? "terms.real.name" : "terms.dead_end.name");
  const common = pub.dependencies.filter((one) => one.real !== null).map((one) => `${dependencyOf(board, one.id).name}: ${word(one.real ?? false)}`);
  const known = own.facts.filter((one) => pub.dependencies.find((other) => other.id === one.dependency)?.real === null);
  return [...known.map((one) => `${dependencyOf(board, one.dependency).name}: ${word(one.real)} (${say("brief.you_know")})`), ...common];
}

function Pack() {
  const game = useGame();
  const { board, own, pub, me, say, view, briefs } = game;
  const seat = pub.seats.find((one) => one.id === me);
  const step = stepOf(game);
  const promises = [...pub.promises, ...own.promises].filter((one) => one.verdict === "open");
  const owed = promises.filter((one) => one.by === me).map((one) => told("handover.owed", { name: seatName(board, one.to), what: pledgeWords(board, one, pub.round) }));
  const due = promises.filter((one) => one.to === me).map((one) => told("handover.due", { name: seatName(board, one.by), what: pledgeWords(board, one, pub.round) }));
  const side = (/** @type {readonly { text: import("../dom.js").Child }[]} */ some) => some.map((one) => String(one.text)).join("; ") || say("log.nothing");
  const offers = [...pub.deals, ...own.deals].filter((one) => one.state === "open" && [one.by, one.to].includes(me)).map((one) => {
    const { give, get, other } = dealSides(board, one, me, pub.round);
    return told(one.to === me ? "handover.offer_in" : "handover.offer_out", { name: seatName(board, other), give: side(give), get: side(get) });
  });
  const said = view.lines.filter((line) => SAID.includes(line.kind) && !(line.kind === "said" && line.params["by"] === me)).slice(-LATELY).map((line) => {
    const words = lineWords(board, line, view.words);
    return html`<span class="quiet">${words.text}</span> <bdi>${words.said ?? say("log.deleted")}</bdi>`;
  });
  const plan = own.plan ? (own.plan.length ? own.plan.map((act) => actWords(board, act)) : [told("handover.passes")]) : [];
  const concern = `concerns.${own.concern}`;
  return html`<div class="stack handover">
    <p class="status">${step.title}</p>${step.text && html`<p class="small">${step.text}</p>`}
    <${Part} title=${told("handover.house")} lines=${[told("handover.numbers", { points: own.points, budget: seat?.budget ?? 0, autonomy: seat?.autonomy ?? 0, hand: own.hand, routines: own.routines, room: own.room })]} />
    <section class="stack-s"><h3>${say("brief.concern", { name: say(`${concern}.name`) })}</h3><p>${say(`${concern}.text`)} <span class="quiet small">${say("brief.secret")}</span></p></section>
    <${Part} title=${told("handover.owes")} none=${told("handover.owes_none")} lines=${owed} />
    <${Part} title=${told("handover.dues")} none=${told("handover.dues_none")} lines=${due} />
    <${Part} title=${told("handover.offers")} none=${told("handover.offers_none")} lines=${offers} />
    <${Part} title=${told("handover.plan")} lines=${plan} />
    <${Part} title=${told("handover.said")} none=${told("handover.said_none")} lines=${said} />
    <${Part} title=${told("handover.known")} none=${say("brief.known_none")} lines=${knowledge(game)} />
    ${own.scanned && html`<p>${say("brief.scanned", { agenda: named(board, "frames", own.scanned) })}</p>`}
    <section class="stack-s"><h3>${told("handover.role")}</h3><${Role} seat=${me} say=${say} address=${briefs} /></section>
  </div>`;
}

/** The page itself. @param {{ open: boolean, onClose: () => void, taken?: boolean }} props `taken`: they have just taken over */
function HandoverDialog({ open, onClose, taken = false }) {
  const { board, me } = useGame();
  return html`<${Dialog} open=${open} title=${told(taken ? "handover.title" : "handover.title_asked", { seat: seatName(board, me) })} onClose=${onClose}>
    <p class="quiet small">${told(taken ? "handover.text" : "handover.text_asked")}</p><${Pack} />
    <div class="actions"><${Button} kind="primary" icon="check" onClick=${onClose}>${told(taken ? "handover.close" : "handover.close_asked")}<//></div>
  <//>`;
}

/** On request. */
export function Handover() {
  const { pub } = useGame();
  const [open, setOpen] = useState(false);
  if (pub.phase === "ended") return null;
  return html`<div class="actions actions-start"><${Button} icon="file-text" onClick=${() => setOpen(true)}>${told("handover.open")}<//></div>
    <${HandoverDialog} open=${open} onClose=${() => setOpen(false)} />`;
}

/** By itself, for who has just taken over; once. @param {{ taken: number }} props the number of the line that tells it */
export function HandoverNow({ taken }) {
  const { place } = useGame();
  const [seen, setSeen] = /** @type {[number | null, (id: number | null) => void]} */ (useDraft(`${place}/handover`));
  return html`<${HandoverDialog} taken open=${taken > (seen ?? -1)} onClose=${() => setSeen(taken)} />`;
}
