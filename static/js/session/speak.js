/** What the facilitator says, notes, marks and counts. Keys work wherever nothing is being typed. */
import { html, useEffect, useRef, useState } from "../dom.js";
import { text } from "../board.js";
import { useWord } from "../words.js";
import { Fold } from "../parts/explain.js";
import { CheckField, SelectField, TextField } from "../parts/field.js";
import { announce } from "../parts/liveregion.js";
import { ActButton } from "./act.js";
import { useAct } from "./api.js";
import { useDesk, useDraft } from "./desk.js";
import { strikeOf } from "./jot.js";
import { useObjectives } from "./objectives.js";
import "./texts/talk.js";

const WORDS = 1000;
const TAG_SIGNS = 24;
const MOST_TAGS = 8;
const TOPICS = Object.freeze(["content", "jurisdiction", "cost"]);
const TAGS = Object.freeze(["strength", "improvement", "quote", "safety", "follow-up"]);
const KEYS_OFF = "console keys off";
const NOTE_ID = "note-words";

/** Where the page stood before the note was opened by its key. */
let stood = 0;

/** Puts the cursor into the note, where it is in view. */
function openNote() {
  stood = scrollY;
  const field = document.querySelector(`#${NOTE_ID} textarea`);
  if (field instanceof HTMLElement) {
    field.scrollIntoView({ block: "center" });
    field.focus();
  }
}

/** Back to where one was; the keys work again. */
function closeNote() {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  scrollTo({ top: stood });
}

/**
 * The tags of a note: those pressed and those written, as the server takes them.
 * @param {readonly string[]} pressed
 * @param {string} written separated by commas
 */
function tagsOf(pressed, written) {
  const own = written.split(",").map((one) => one.trim().slice(0, TAG_SIGNS));
  return [...new Set([...pressed, ...own].filter(Boolean))].slice(0, MOST_TAGS);
}

/** A private note, pinned to this moment. */
export function Note() {
  const say = useWord();
  const { control, session } = useDesk();
  const [words, setWords] = useDraft(`note ${session.id}`);
  const [more, setMore] = useDraft(`tags ${session.id}`);
  const [pressed, setPressed] = useState(/** @type {readonly string[]} */ ([]));
  const [objective, setObjective] = useState("");
  const objectives = useObjectives(session.id);
  const flip = (/** @type {string} */ tag) => setPressed(pressed.includes(tag) ? pressed.filter((one) => one !== tag) : [...pressed, tag]);
  const tags = tagsOf(pressed, more);
  const command = { type: "note", text: words.trim(), ...(tags.length ? { tags } : {}), ...(objective ? { objective } : {}) };
  const keep = async () => (words.trim() ? control(command) : say("note.empty"));
  const then = () => {
    setWords("");
    setMore("");
    setPressed([]);
    setObjective("");
  };
  const act = useAct(keep);
  const quick = async (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") closeNote();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (await act.run()) {
      then();
      announce(say("note.kept"));
      closeNote();
    }
  };
  return html`<div class="stack-s note-form" id=${NOTE_ID} onKeyDown=${quick}>
    <${TextField} label=${say("note.words")} help=${`${say("note.help")} ${say("note.keys")}`} error=${act.refused} value=${words} onInput=${setWords} rows=${2} maxLength=${WORDS} />
    <div class="line tags" role="group" aria-label=${say("note.tags")}>${TAGS.map(
      (tag) => html`<button key=${tag} type="button" class="button button-outline tag" aria-pressed=${String(pressed.includes(say(`tag.${tag}`)))}
        onClick=${() => flip(say(`tag.${tag}`))}>${say(`tag.${tag}`)}</button>`,
    )}</div>
    <${Fold} title=${say(objectives.length > 0 ? "note.rest" : "note.rest_tags")}><div class="stack-s">
      ${objectives.length > 0 && html`<${SelectField} label=${say("note.objective")} value=${objective} onChange=${setObjective}
        options=${[{ value: "", label: say("note.no_objective") }, ...objectives.map((one) => ({ value: one.id, label: one.name }))]} />`}
      <${TextField} label=${say("note.more")} value=${more} onInput=${setMore} autocomplete="off" />
    </div><//>
    <${ActButton} icon="sticky-note" run=${keep}
      then=${then}>${say("note.keep")}<//>
  </div>`;
}

/** @param {EventTarget | null} target */
const writing = (target) => target instanceof HTMLElement && target.closest("input, textarea, select, dialog") !== null;

/** Whether single keys act; kept in this browser, since they may get in the way of other tools. */
function useKeysOn() {
  const [on, setOn] = useState(() => {
    try {
      return localStorage.getItem(KEYS_OFF) === null;
    } catch {
      return true;
    }
  });
  const set = (/** @type {boolean} */ next) => {
    setOn(next);
    try {
      if (next) localStorage.removeItem(KEYS_OFF);
      else localStorage.setItem(KEYS_OFF, "1");
    } catch {
      // Storage may be closed to this page; the choice then lasts as long as the page.
    }
  };
  return /** @type {const} */ ([on, set]);
}

/** Mark this moment, and count what is said aloud: by button, or by the keys 1, 2, 3 and M. */
export function Count() {
  const say = useWord();
  const desk = useDesk();
  const { board, control, lost, staff } = desk;
  const [keys, setKeys] = useKeysOn();
  const counts = staff.counted;
  const [keyRefused, setKeyRefused] = useState(/** @type {string | null} */ (null));
  const count = (/** @type {string} */ topic) => control({ type: "count_talk", topic });
  const mark = async () => {
    const sentence = await control({ type: "mark_moment" });
    if (sentence === null) announce(say("mark.done"));
    return sentence;
  };
  const strike = strikeOf(desk);
  const gone = useRef(0);
  const back = () => {
    // A second press before the table has answered means the one before: it waits for the answer.
    if (!strike || strike.of === gone.current) return Promise.resolve(null);
    gone.current = strike.of;
    return control(strike);
  };
  const act = useRef({ count, mark, back, lost });
  act.current = { count, mark, back, lost };
  useEffect(() => {
    if (!keys) return undefined;
    const press = async (/** @type {KeyboardEvent} */ event) => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || writing(event.target) || act.current.lost) return;
      if (document.querySelector("dialog[open]")) return;
      const topic = TOPICS[Number(event.key) - 1];
      if (topic) setKeyRefused(await act.current.count(topic));
      else if (event.key.toLowerCase() === "m") setKeyRefused(await act.current.mark());
      else if (event.key.toLowerCase() === "u") setKeyRefused(await act.current.back());
      else if (event.key.toLowerCase() === "n") {
        event.preventDefault();
        openNote();
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [keys]);
  return html`<div class="stack-s">
    <${ActButton} icon="bookmark-plus" run=${mark}>${say("mark.moment")}${keys && html` <kbd>M</kbd>`}<//>
    <p class="label">${say("count.title")}</p>
    <div class="counts">${TOPICS.map(
      (topic, at) => html`<${ActButton} key=${topic} run=${() => count(topic)}>${keys && html`<kbd>${at + 1}</kbd> `}${text(board, `topics.${topic}.name`)}${counts[topic] ? html` <span class="mono">${counts[topic]}</span>` : null}<//>`,
    )}</div>
    ${keyRefused && html`<p class="reason reason-bad" role="alert">${keyRefused}</p>`}
    <${CheckField} label=${say("keys.on")} help=${say("keys.help")} checked=${keys} onChange=${setKeys} />
  </div>`;
}
