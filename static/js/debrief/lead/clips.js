/** The playlist: moments in their order, each with a question; what may be added to it stands below. */
import { html, useState } from "../../dom.js";
import { text } from "../../board.js";
import { PollCounts } from "../../follow/poll.js";
import { Button } from "../../parts/button.js";
import { Fold } from "../../parts/explain.js";
import { Icon } from "../../parts/icon.js";
import { lineWords } from "../../say.js";
import { numberAt, placeOf, spanAt } from "../course.js";
import { clockAt, spanWords } from "../say.js";
import { ClipForm } from "./clipform.js";

/**
 * @typedef {import("../../board.js").Board} Board
 * @typedef {import("../course.js").Course} Course
 * @typedef {import("./leading.js").Clip} Clip
 * @typedef {import("./leading.js").Leading} Leading
 * @typedef {import("./leading.js").Plan} Plan
 * @typedef {import("./leading.js").Suggestion} Suggestion
 * @typedef {import("./leading.js").Playlist} Playlist
 * @typedef {import("../../protocol.js").Line} Line
 */

const MINUTES = 5;
const MOST = 40;
const TITLE = 120;
/** Lines of what happened that stand with a suggestion. */
const LINES = 4;

/** @param {Board} board @param {Course} course @param {number} version */
function whenOf(board, course, version) {
  const place = placeOf(course, version);
  const span = spanAt(course.phases, place);
  return span ? spanWords(board, span) : clockAt(course, place);
}

/**
 * A clip as it begins: its title says no more than all could read.
 * @param {Board} board
 * @param {Course} course
 * @param {{ id: string, version: number, kind: string }} what
 * @param {readonly Line[]} open
 * @param {Readonly<Record<string, string>>} words
 * @returns {Clip}
 */
export function newClip(board, course, { id, version, kind }, open, words) {
  const when = whenOf(board, course, version);
  const [first] = open;
  const said = first ? lineWords(board, first, words).text : "";
  const title = said ? `${when}: ${said}` : when;
  const poll = kind === "vote" ? { question: text(board, "poll.vote"), options: [text(board, "poll.launch"), text(board, "poll.hold")] } : null;
  return { id, version, kind, title: title.slice(0, TITLE), question: text(board, `clips.ask.${kind}`), minutes: MINUTES, poll };
}

/** @param {{ icon: string, label: string, off?: boolean, onClick: () => void }} props */
const Small = ({ icon, label, off = false, onClick }) => html`<button type="button" class="button button-icon" aria-label=${label} title=${label}
  aria-disabled=${off ? "true" : null} onClick=${() => !off && onClick()}><${Icon} name=${icon} /></button>`;

/** @param {{ board: Board, leading: Leading, clip: Clip }} props */
function PollWork({ board, leading, clip }) {
  const { lead, busy, go } = leading;
  if (!clip.poll || lead?.clip?.id !== clip.id) return null;
  const state = lead.poll?.state ?? "closed";
  const told = text(board, "follow.answered", { answered: lead.answered, asked: lead.asked });
  return html`<div class="stack-s">
    ${state !== "closed" && html`<p class="small"><span class="strong"><bdi>${clip.poll.question}</bdi></span> ${!lead.form && html`<span class="quiet" role="status">${told}</span>`}</p>`}
    ${lead.poll && state === "shown" && html`<${PollCounts} poll=${lead.poll} />`}
    <div class="actions actions-start">
      ${state === "closed" && html`<${Button} icon="smartphone" busy=${busy} onClick=${() => void go({ poll: "open" })}>${text(board, "poll.open")}<//>`}
      ${state === "open" && html`<${Button} icon="eye" busy=${busy} onClick=${() => void go({ poll: "shown" })}>${text(board, "poll.show")}<//>`}
      ${state !== "closed" && html`<${Button} kind="quiet" busy=${busy} onClick=${() => void go({ poll: "closed" })}>${text(board, "poll.close")}<//>`}
    </div></div>`;
}

/**
 * @param {object} props
 * @param {Board} props.board
 * @param {Course} props.course
 * @param {Playlist} props.playlist
 * @param {Leading} props.leading
 * @param {(suggestion: Suggestion) => void} props.onAccept
 */
function Suggestions({ board, course, playlist, leading, onAccept }) {
  const { plan, suggestions, words } = playlist;
  // As it was when the page came: whoever takes one clip after another finds the list where it was.
  const [open] = useState(plan.clips.length === 0);
  const taken = new Set(plan.clips.map((one) => one.id));
  const waiting = suggestions.filter((one) => !taken.has(one.id) && !plan.dropped.includes(one.id));
  const dropped = suggestions.filter((one) => plan.dropped.includes(one.id));
  const drop = (/** @type {string} */ id) => void leading.keep((before) => ({ ...before, dropped: [...before.dropped, id] }));
  const restore = (/** @type {string} */ id) => void leading.keep((before) => ({ ...before, dropped: before.dropped.filter((one) => one !== id) }));
  const row = (/** @type {Suggestion} */ one, /** @type {import("../../dom.js").Child} */ acts) => html`<li key=${one.id} class="row row-wrap lead-suggestion">
    <div class="grow"><p><span class="chip">${text(board, `clips.kind.${one.kind}`)}</span> <span class="quiet small">${whenOf(board, course, one.version)}</span></p>
      ${one.lines.slice(0, LINES).map((line, at) => {
        const { text: told, said } = lineWords(board, line, words);
        return html`<p key=${at} class="small">${told}${said !== null && html` <bdi class="debrief-said">“${said}”</bdi>`}</p>`;
      })}
      ${one.lines.length > LINES && html`<p class="quiet small">${text(board, "clips.more", { count: one.lines.length - LINES })}</p>`}</div>
    <div class="line">${acts}</div></li>`;
  return html`<${Fold} open=${open} title=${text(board, "clips.suggestions", { count: waiting.length })}>
      <p class="quiet small">${text(board, waiting.length === 0 ? "clips.suggestions_none" : "clips.suggestions_rule")}</p>
      <ul class="rows">${waiting.map((one) => {
        const title = `${text(board, `clips.kind.${one.kind}`)}, ${whenOf(board, course, one.version)}`;
        return row(one, html`<${Button} icon="plus" busy=${leading.busy} onClick=${() => onAccept(one)}>${text(board, "clips.accept")}<span class="visually-hidden">: ${title}</span><//>
          <${Small} icon="x" label=${text(board, "clips.refuse", { title })} onClick=${() => drop(one.id)} />`);
      })}</ul><//>
    ${dropped.length > 0 && html`<${Fold} title=${text(board, "clips.dropped", { count: dropped.length })}><ul class="rows">
      ${dropped.map((one) => row(one, html`<${Button} icon="undo-2" busy=${leading.busy} onClick=${() => restore(one.id)}>${text(board, "clips.restore")}<//>`))}</ul><//>`}`;
}

/**
 * @param {object} props
 * @param {Board} props.board
 * @param {Course} props.course
 * @param {Leading} props.leading
 * @param {Playlist} props.playlist
 * @param {number} props.place
 * @param {boolean} props.ready
 * @param {(place: number) => void} props.onGo
 */
export function Clips({ board, course, leading, playlist, place, ready, onGo }) {
  const { plan } = playlist;
  const { lead, busy } = leading;
  const [edited, setEdited] = useState(/** @type {Clip | null} */ (null));
  const [gone, setGone] = useState(/** @type {{ clip: Clip, at: number } | null} */ (null));
  const at = plan.clips.findIndex((one) => one.id === lead?.clip?.id);
  const show = (/** @type {Clip | undefined} */ clip) => {
    if (!clip) return;
    onGo(placeOf(course, clip.version));
    if (ready) void leading.go({ clip: clip.id, version: clip.version, poll: "closed", box_s: clip.minutes ? clip.minutes * 60 : null, box_again: true });
  };
  const put = (/** @type {Clip} */ clip) => leading.keep((before) => {
    const known = before.clips.some((one) => one.id === clip.id);
    return { ...before, clips: known ? before.clips.map((one) => (one.id === clip.id ? clip : one)) : [...before.clips, clip] };
  });
  const save = async (/** @type {Clip} */ clip) => {
    if (await put(clip)) setEdited(null);
  };
  const move = (/** @type {number} */ from, /** @type {number} */ by) => void leading.keep((before) => {
    const clips = [...before.clips];
    clips.splice(from + by, 0, ...clips.splice(from, 1));
    return { ...before, clips };
  });
  const drop = async (/** @type {Clip} */ clip, /** @type {number} */ from) => {
    if (await leading.keep((before) => ({ ...before, clips: before.clips.filter((one) => one.id !== clip.id) }))) setGone({ clip, at: from });
  };
  const undo = async () => {
    const back = gone;
    if (back && (await leading.keep((before) => ({ ...before, clips: before.clips.toSpliced(back.at, 0, back.clip) })))) setGone(null);
  };
  const add = () => {
    const version = numberAt(course, place);
    const id = `added-${version}-${plan.clips.length}${plan.clips.some((one) => one.id === `added-${version}-${plan.clips.length}`) ? "b" : ""}`;
    setEdited(newClip(board, course, { id, version, kind: "added" }, [], {}));
  };
  const full = plan.clips.length >= MOST ? text(board, "clips.full") : null;
  return html`<section class="stack" aria-labelledby="clips-title">
    <div class="line-between"><div><h3 id="clips-title">${text(board, "clips.title")}</h3><p class="quiet small">${text(board, "clips.detail")}</p></div>
      <${Button} icon="bookmark-plus" reason=${full} busy=${busy} onClick=${add}>${text(board, "clips.add")}<//></div>
    ${plan.clips.length > 0 && html`<div class="actions actions-start">
      ${at > 0 && html`<${Button} icon="chevron-left" busy=${busy} onClick=${() => show(plan.clips[at - 1])}>${text(board, "clips.back")}<//>`}
      ${at < plan.clips.length - 1 && html`<${Button} kind="primary" icon="chevron-right" busy=${busy} onClick=${() => show(plan.clips[at + 1])}>${text(board, at < 0 ? "clips.first" : "clips.next")}<//>`}</div>`}
    ${plan.clips.length === 0 && html`<p class="quiet">${text(board, "clips.none")}</p>`}
    <ol class="stack-s lead-clips">
      ${plan.clips.map((clip, n) => {
        const current = n === at;
        const { title } = clip;
        return html`<li key=${clip.id} class="lead-clip" data-current=${String(current)}>
          <span class="turn-number" aria-hidden="true">${n + 1}</span>
          <div class="grow stack-s">
            <div><p class="strong"><bdi>${title}</bdi></p>
              ${clip.question && html`<p class="small"><bdi>${clip.question}</bdi></p>`}
              <p class="small"><span class="chip">${text(board, `clips.kind.${clip.kind}`)}</span>
                ${clip.minutes > 0 && html` <span class="quiet">${text(board, "clips.minutes", { minutes: clip.minutes })}</span>`}
                ${clip.poll && html` <span class="chip"><${Icon} name="smartphone" size="s" /> ${text(board, "clips.poll")}</span>`}
                ${current && html` <span class="chip chip-fill">${text(board, "clips.shown")}</span>`}</p></div>
            <${PollWork} board=${board} leading=${leading} clip=${clip} />
            <div class="line lead-clip-acts"><${Button} icon="play" busy=${busy} onClick=${() => show(clip)}>${text(board, "clips.show")}<span class="visually-hidden">: ${title}</span><//>
              <${Small} icon="arrow-up" label=${text(board, "clips.up", { title })} off=${n === 0 || busy} onClick=${() => move(n, -1)} />
              <${Small} icon="arrow-down" label=${text(board, "clips.down", { title })} off=${n === plan.clips.length - 1 || busy} onClick=${() => move(n, 1)} />
              <${Small} icon="pencil" label=${text(board, "clips.edit", { title })} off=${busy} onClick=${() => setEdited(clip)} />
              <${Small} icon="x" label=${text(board, "clips.drop", { title })} off=${busy} onClick=${() => void drop(clip, n)} /></div>
          </div></li>`;
      })}
    </ol>
    ${gone && html`<div class="actions actions-start"><${Button} kind="quiet" icon="undo-2" busy=${busy} onClick=${() => void undo()}>${text(board, "clips.undo", { title: gone.clip.title })}<//></div>`}
    <${Suggestions} board=${board} course=${course} playlist=${playlist} leading=${leading}
      onAccept=${(/** @type {Suggestion} */ one) => void put(newClip(board, course, one, one.open, playlist.words))} />
    ${edited && html`<${ClipForm} key=${edited.id} board=${board} clip=${edited} busy=${busy} onSave=${(/** @type {Clip} */ clip) => void save(clip)} onClose=${() => setEdited(null)} />`}
  </section>`;
}
