/** The debrief on the room display: the phase, the question, and the moment at which all look. */
import { html, useEffect, useRef, useState } from "../dom.js";
import { read } from "../ask.js";
import { seatOf, text } from "../board.js";
import { PollCounts } from "../follow/poll.js";
import { phaseName, promptOf } from "../follow/words.js";
import { formatTime } from "../parts/clock.js";
import { Marker } from "../parts/marker.js";
import { DependencyNetwork } from "../parts/network.js";
import { lineWords } from "../say.js";
import { useWord } from "../words.js";
import { useShow } from "./show.js";
import { live, netLinks, netSeats, stateNames } from "../session/figures.js";

/**
 * @typedef {import("../protocol.js").LeadView} LeadView
 * @typedef {import("../protocol.js").Moment} Moment
 */

const LINES = 2;
/** Units of the figure; a screen of 16:9 is 540 high. */
const HEIGHT = 250;

/**
 * The moment at which all look, with the eyes of all; the one before stays until the next is there.
 * @param {LeadView} lead
 */
function useMoment(lead) {
  const [moment, setMoment] = useState(/** @type {Moment | null} */ (null));
  const { table, version } = lead;
  useEffect(() => {
    if (version === null) {
      setMoment(null);
      return undefined;
    }
    const stop = new AbortController();
    void read(`/api/tables/${encodeURIComponent(table)}/at/${version}?of_all=yes&eyes=public`, stop.signal).then((answer) => {
      if (answer.ok && !stop.signal.aborted) setMoment(/** @type {Moment} */ (answer.value));
    });
    return () => stop.abort();
  }, [table, version]);
  return moment;
}

/**
 * The concern that has just been opened, until the facilitator goes on to something else.
 * @param {LeadView} lead
 */
function useOpened(lead) {
  const opened = useShow().frame.view.opened;
  const count = opened?.secrets.length ?? 0;
  const at = [lead.phase?.id, lead.clip?.id, lead.version, lead.form, lead.poll?.state].join(" ");
  const before = useRef(count);
  const [shown, setShown] = useState({ secret: "", at: "" });
  useEffect(() => {
    if (count > before.current) setShown({ secret: opened?.secrets.at(-1) ?? "", at });
    before.current = count;
  }, [count]);
  if (shown.at !== at || lead.speaks) return null;
  return opened?.concerns.find((one) => `concern:${one.seat}` === shown.secret) ?? null;
}

/** @param {{ concern: NonNullable<ReturnType<typeof useOpened>> }} props */
function Opened({ concern }) {
  const say = useWord();
  const { board } = useShow();
  const { look, code, name } = seatOf(board, concern.seat);
  const words = (/** @type {string} */ part) => text(board, `concerns.${concern.concern}.${part}`);
  return html`<div class="debriefing-asked"><p class="debriefing-seat"><${Marker} look=${look} code=${code} size=${56} />
      <span>${say("follow.concern", { seat: name, concern: words("name") })}</span></p>
    <p class="debriefing-question">${words("text")} <span class="quiet">${say(concern.met ? "follow.met" : "follow.missed")}</span></p></div>`;
}

/** @param {{ lead: LeadView }} props */
function Asked({ lead }) {
  const say = useWord();
  const { board } = useShow();
  const { phase, clip, form } = lead;
  // One thing is asked of the room at a time.
  const poll = form ? null : lead.poll;
  const seat = !form && lead.speaks ? seatOf(board, lead.speaks) : null;
  const waits = poll?.state === "open" || form !== null;
  return html`<div class="debriefing-asked">
    ${phase && html`<p class="debriefing-phase">${phaseName(board, phase.id)}</p>`}
    ${seat && html`<p class="debriefing-seat"><${Marker} look=${seat.look} code=${seat.code} size=${56} /><span>${say("follow.speaks", { seat: seat.name })}</span></p>`}
    ${clip && !form && html`<p class="quiet"><span>${say("follow.clip", { number: clip.number, of: clip.of })}</span>: <bdi>${clip.title}</bdi></p>`}
    ${!seat && !form && (clip?.question || phase) && html`<p class="debriefing-question"><bdi>${poll ? poll.question : clip?.question || (phase ? phase.prompt || promptOf(board, phase.id) : "")}</bdi></p>`}
    ${form && html`<p class="debriefing-question">${say(`form.${form}`)}</p>`}
    ${poll && (poll.state === "shown" ? html`<${PollCounts} poll=${poll} />` : html`<ul class="debriefing-options">${poll.options.map((one, at) => html`<li key=${at}><bdi>${one}</bdi></li>`)}</ul>`)}
    ${waits && html`<p class="quiet">${say("follow.answered", { answered: lead.answered, asked: lead.asked })}</p>`}
  </div>`;
}

/** @param {{ moment: Moment }} props */
function Net({ moment }) {
  const words = useWord();
  const { board } = useShow();
  const pub = moment.view.public;
  const names = stateNames(words);
  return html`<p class="need"><span class="need-number">${words("table.live", { live: live(pub), need: pub.need })}</span> ${words("table.live_words")}
      <span class="debriefing-when">${pub.round > 0 && pub.phase !== "ended" && `${words("follow.round", { round: pub.round })}, `}<span class="mono">${formatTime(moment.lines.at(-1)?.at_ms ?? 0)}</span></span></p>
    <${DependencyNetwork} seats=${netSeats(board, pub)} links=${netLinks(board, pub, names)} stateNames=${names} caption=${words("table.caption")} height=${HEIGHT} />`;
}

/** @param {{ lead: LeadView }} props */
export function DebriefScene({ lead }) {
  const { board } = useShow();
  const moment = useMoment(lead);
  const concern = useOpened(lead);
  // With nothing beside it the moment has the whole wall.
  const asks = Boolean(concern || lead.phase || lead.clip || lead.form || lead.poll || lead.speaks);
  return html`<div class="scene scene-debriefing" data-moment=${String(moment !== null)} data-asks=${String(asks)}>
    <div class="debriefing-left">${concern ? html`<${Opened} concern=${concern} />` : html`<${Asked} lead=${lead} />`}</div>
    ${moment && html`<div class="debriefing-moment"><${Net} moment=${moment} />
      <ol class="debriefing-lines">${moment.lines.slice(-LINES).map((line, at) => {
        const { text: told, said } = lineWords(board, line, moment.words);
        return html`<li key=${`${line.at_ms} ${at}`}>${told}${said !== null && html` <bdi class="quiet">“${said}”</bdi>`}</li>`;
      })}</ol></div>`}
  </div>`;
}
