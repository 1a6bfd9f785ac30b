/** What this seat alone has: its role, its concern, what it knows, how its house stands, its notes. */
import { html } from "../dom.js";
import { dependencyOf } from "../board.js";
import { TextField } from "../parts/field.js";
import { Icon } from "../parts/icon.js";
import { ThemeToggle } from "../parts/theme.js";
import { named } from "../say.js";
import { useDraft } from "./drafts.js";
import { useGame } from "./game.js";
import { Help } from "./help.js";
import { later } from "./later.js";
import { Term, TermHeading } from "./press.js";
import { Role } from "./role.js";
import { Held } from "./turning.js";
import "./texts/brief.js";

const Handover = later(() => import("./handover.js"), "Handover", { blank: true });

const NOTE_LETTERS = 4000;

function House() {
  const { own, pub, me, say } = useGame();
  const seat = pub.seats.find((one) => one.id === me);
  /** @type {[string, number | null | undefined][]} */
  const numbers = [
    ["budget", seat?.budget], ["autonomy", seat?.autonomy], ["hand", own.hand], ["routines", own.routines],
    ["room_to_run", own.room], ["portals", seat?.portals], ["backing", own.backing], ["capacity", own.points],
  ];
  return html`<section class="stack-s" aria-labelledby="house"><h3 id="house">${say("brief.house")}</h3>
    <ul class="rows">${numbers.map(([id, value]) => value !== null && value !== undefined && html`<li key=${id} class="row"><div class="grow"><${Term} id=${id} /></div><span class="mono">${value}</span></li>`)}</ul>
  </section>`;
}

function Known() {
  const { own, pub, board, say } = useGame();
  const common = pub.dependencies.filter((one) => one.real !== null);
  const alone = own.facts.filter((one) => !common.some((other) => other.id === one.dependency));
  const row = (/** @type {string} */ id, /** @type {boolean | null} */ real, /** @type {boolean} */ all) => html`<li key=${id} class="row row-wrap">
    <span class="mono quiet">${dependencyOf(board, id).tag}</span><span class="grow known">${dependencyOf(board, id).name}</span>
    <span class=${`chip${real ? " chip-good" : ""}`}>${say(real ? "terms.real.name" : "terms.dead_end.name")}</span>
    ${!all && html`<span class="chip chip-fill"><${Icon} name="lock" />${say("brief.you_know")}</span>`}</li>`;
  return html`<section class="stack-s" aria-labelledby="known"><${TermHeading} level="h3" at="known" id="fact" title=${say("brief.known")} />
    ${alone.length + common.length === 0 && html`<p class="quiet small">${say("brief.known_none")}</p>`}
    <ul class="rows">${alone.map((one) => row(one.dependency, one.real, false))}${common.map((one) => row(one.id, one.real, true))}</ul>
    ${own.scanned && html`<p class="beside"><${Icon} name="scan-search" /><span>${say("brief.scanned", { agenda: named(board, "frames", own.scanned) })}</span></p>`}
  </section>`;
}

function Notes() {
  const { place, say } = useGame();
  const [note, setNote] = /** @type {[string | null, (note: string | null) => void]} */ (useDraft(`${place}/notes`));
  return html`<${TextField} label=${say("brief.notes")} help=${say("brief.notes_text")} rows=${5} maxLength=${NOTE_LETTERS} value=${note ?? ""}
    onInput=${(/** @type {string} */ text) => setNote(text || null)} />`;
}

export function Brief() {
  const { own, me, say, board, briefs } = useGame();
  const concern = `concerns.${own.concern}`;
  return html`<div class="stack-l">
    <div class="who"><h2 class="grow">${say("brief.title")}</h2><${ThemeToggle} /></div>
    <${Handover} />
    <section class="card secret" aria-labelledby="concern"><div class="card-body stack-s">
      <p class="line small quiet"><${Icon} name="lock" />${say("brief.secret")}</p>
      <h3 id="concern">${say("brief.concern", { name: say(`${concern}.name`) })}</h3><p>${say(`${concern}.text`)}</p>
    </div></section>
    <${Role} seat=${me} say=${say} address=${briefs} />
    <div class="line"><span class="quiet">${say("terms.rationality.name")}:</span> <${Term} id=${`rationalities.${board.seats.get(me)?.rationality ?? "legal"}`} />
      <span class="quiet small">${say("brief.own_frame", { frame: named(board, "frames", board.seats.get(me)?.rationality ?? "legal") })}</span></div>
    <${Held} says><${House} /><//>
    <${Known} />
    <${Notes} />
    <${Help} />
  </div>`;
}
