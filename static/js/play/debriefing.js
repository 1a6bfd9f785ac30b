/** The debrief on a phone: what all look at, what is asked, and a minute for oneself. */
import { html, useEffect, useMemo, useState } from "../dom.js";
import { ask, read } from "../ask.js";
import { seatOf } from "../board.js";
import { BoxClock } from "../follow/box.js";
import { PollCounts } from "../follow/poll.js";
import { FOLLOW_TEXTS, FORMS, SCALED } from "../follow/texts.js";
import { leadOf, phaseName, promptOf } from "../follow/words.js";
import { Button } from "../parts/button.js";
import { formatTime } from "../parts/clock.js";
import { RadioCards, TextField } from "../parts/field.js";
import { Icon } from "../parts/icon.js";
import { announce } from "../parts/liveregion.js";
import { lineWords } from "../say.js";
import { word, Words } from "../words.js";
import { useGame } from "./game.js";
import "./texts/log.js";

/**
 * @typedef {import("../protocol.js").LeadView} LeadView
 * @typedef {import("../protocol.js").Moment & { version: number }} Moment
 * @typedef {Readonly<Record<string, string>>} Answers
 * @typedef {{ answers: Answers | null, send: (said: Record<string, string>) => Promise<string | null> }} Own
 */

const say = (/** @type {string} */ key, /** @type {import("../words.js").Params} */ params = {}) => word(FOLLOW_TEXTS, key, params);

/**
 * What this person has answered, and a way to answer.
 * @param {string} person
 * @param {string | null} table whose debrief it is
 * @returns {Own}
 */
function useOwn(person, table) {
  const address = `/api/people/${encodeURIComponent(person)}/answers`;
  const [answers, setAnswers] = useState(/** @type {Answers | null} */ (null));
  useEffect(() => {
    if (table === null) return;
    void read(`${address}?table=${encodeURIComponent(table)}`).then((answer) => answer.ok && setAnswers(/** @type {{ answers: Answers }} */ (answer.value).answers));
  }, [address, table]);
  const send = async (/** @type {Record<string, string>} */ said) => {
    const answer = await ask(address, { answers: said, table });
    if (!answer.ok) return answer.sentence || say("follow.not_sent");
    setAnswers(/** @type {{ answers: Answers }} */ (answer.value).answers);
    return null;
  };
  return { answers, send };
}

/** @param {{ lead: LeadView, own: Own }} props */
function Poll({ lead, own }) {
  const [fault, setFault] = useState(/** @type {string | null} */ (null));
  const { poll, clip } = lead;
  if (!poll || !clip) return null;
  if (poll.state === "shown") return html`<div class="stack-s"><h3>${poll.question}</h3><${PollCounts} poll=${poll} /></div>`;
  const key = `poll:${clip.id}`;
  const mine = own.answers?.[key] ?? null;
  const pick = async (/** @type {string} */ value) => setFault(await own.send({ [key]: value }));
  return html`<div class="stack-s"><${RadioCards} name="poll" label=${poll.question} value=${mine} error=${fault}
      help=${say(mine === null ? "follow.poll_secret" : "follow.poll_done")}
      options=${poll.options.map((label, at) => ({ value: String(at), label }))} onChange=${(/** @type {string} */ value) => void pick(value)} />
    <p class="quiet small">${say("follow.answered", { answered: lead.answered, asked: lead.asked })}</p></div>`;
}

/** @param {{ name: string, value: string, onChange: (value: string) => void }} props */
function Scale({ name, value, onChange }) {
  return html`<fieldset class="field"><legend>${say(`form.feedback.${name}`)}</legend>
    <div class="scale">${["1", "2", "3", "4", "5"].map((one) => html`<label key=${one} class="scale-step">
      <input type="radio" name=${`feedback-${name}`} value=${one} checked=${value === one} onChange=${() => onChange(one)} /><span>${one}</span></label>`)}</div>
  </fieldset>`;
}

/** @param {{ form: "reflection" | "feedback", own: Own }} props */
function Form({ form, own }) {
  const [draft, setDraft] = useState(/** @type {Record<string, string>} */ ({}));
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState(/** @type {string | null} */ (null));
  const [told, setTold] = useState("");
  const key = (/** @type {string} */ name) => `${form}:${name}`;
  const valueOf = (/** @type {string} */ name) => draft[key(name)] ?? own.answers?.[key(name)] ?? "";
  const change = (/** @type {string} */ name) => (/** @type {string} */ value) => {
    setTold("");
    setDraft((before) => ({ ...before, [key(name)]: value }));
  };
  const answered = FORMS[form].some((name) => own.answers?.[key(name)]);
  const send = async (/** @type {Record<string, string>} */ said, /** @type {string} */ done) => {
    setBusy(true);
    const wrong = await own.send(said);
    setBusy(false);
    setFault(wrong);
    if (wrong !== null) return;
    setDraft({});
    setTold(say(done));
    announce(say(done));
  };
  const save = (/** @type {Event} */ event) => {
    event.preventDefault();
    void send(Object.fromEntries(FORMS[form].map((name) => [key(name), valueOf(name)])), "form.saved");
  };
  const back = () => void send(Object.fromEntries(FORMS[form].map((name) => [key(name), ""])), "form.taken_back");
  return html`<form class="stack" onSubmit=${save}>
    <div><h3>${say(`form.${form}`)}</h3><p class="quiet small beside"><${Icon} name="lock" size="s" /><span>${say("form.private")}</span></p></div>
    ${form === "feedback" && html`<p class="small">${say("form.scale")}</p>`}
    ${FORMS[form].map((name) => SCALED.includes(name) && form === "feedback"
      ? html`<${Scale} key=${name} name=${name} value=${valueOf(name)} onChange=${change(name)} />`
      : html`<${TextField} key=${name} label=${say(`form.${form}.${name}`)} rows=${2} maxLength=${1000} value=${valueOf(name)} onInput=${change(name)} />`)}
    <div class="actions actions-start"><${Button} type="submit" kind="primary" icon="send" busy=${busy} refused=${fault}>${say("form.save")}<//>
      ${answered && html`<${Button} kind="quiet" busy=${busy} onClick=${back}>${say("form.take_back")}<//>`}</div>
    ${told && html`<p class="good beside"><${Icon} name="check" size="s" /><span>${told}</span></p>`}
  </form>`;
}

/** The concern of the seat that speaks first. @param {{ lead: LeadView }} props */
function Speaking({ lead }) {
  const { board, me, own, say: words } = useGame();
  if (!lead.speaks) return null;
  if (lead.speaks !== me) return html`<p class="beside"><${Icon} name="megaphone" /><span>${say("follow.speaks", { seat: seatOf(board, lead.speaks).name })}</span></p>`;
  return html`<div class="card card-now"><div class="card-head"><${Icon} name="megaphone" /><h3>${say("follow.speak_now")}</h3></div>
    <div class="card-body"><p class="strong">${words(`concerns.${own.concern}.name`)}</p><p>${words(`concerns.${own.concern}.text`)}</p><p class="quiet">${say("follow.speak_prompt")}</p></div></div>`;
}

/** The moment at which all look, as this seat saw it. @param {{ lead: LeadView, table: string }} props */
function Looking({ lead, table }) {
  const { board, me, say: words } = useGame();
  const [moment, setMoment] = useState(/** @type {Moment | null} */ (null));
  const { version } = lead;
  useEffect(() => {
    if (version === null) return undefined;
    const stop = new AbortController();
    const eyes = me ? encodeURIComponent(me) : "public";
    void read(`/api/tables/${encodeURIComponent(table)}/at/${version}?of_all=yes&eyes=${eyes}`, stop.signal).then((answer) => {
      if (answer.ok && !stop.signal.aborted) setMoment(/** @type {Moment} */ (answer.value));
    });
    return () => stop.abort();
  }, [version, table]);
  if (version === null || !moment) return null;
  const now = moment.view.public;
  const lines = moment.lines.slice(-3);
  const track = (/** @type {"support" | "legal_pressure" | "counter"} */ name) => html`<dt>${words(`terms.${name}.name`)}</dt><dd class="mono">${now[name]}</dd>`;
  return html`<div class="stack-s follow-moment"><div class="line-between"><h3>${say("follow.at")}</h3><span class="mono">${formatTime(moment.lines.at(-1)?.at_ms ?? 0)}</span></div>
    ${now.round > 0 && now.phase !== "ended" && html`<p class="quiet small">${words("log.break", { round: now.round, phase: words(`terms.${now.phase}.name`) })}</p>`}
    <ol class="stack-s">${lines.map((line, at) => {
      const { text: told, said } = lineWords(board, line, moment.words);
      return html`<li key=${`${line.at_ms} ${at}`} class="small">${told}${said !== null && html` <bdi class="quiet">“${said}”</bdi>`}</li>`;
    })}</ol>
    <dl class="facts small">${track("support")}${track("legal_pressure")}${track("counter")}</dl>
    <a class="button button-outline" href=${`/debrief/${table}#entry-${moment.version}`}><${Icon} name="scan-search" /><span>${say("follow.open")}</span></a></div>`;
}

/** @param {{ table: string | null, person: string }} props */
export function Debriefing({ table: here, person }) {
  const { board, view, me } = useGame();
  const both = useMemo(() => ({ ...board, texts: { ...FOLLOW_TEXTS, ...board.texts } }), [board]);
  const lead = leadOf(view.session, here) ?? leadOf(view.session, null);
  const table = lead?.table ?? null;
  const own = useOwn(person, table);
  if (!lead || table === null) return null;
  const { phase, clip } = lead;
  return html`<${Words.Provider} value=${both.texts}><section class="card" aria-labelledby="debriefing"><div class="card-body">
    <div class="line-between"><h2 id="debriefing">${say("follow.title")}</h2><${BoxClock} box=${lead.box} table=${table} /></div>
    ${phase && html`<div><p class="strong">${phaseName(both, phase.id)}</p><p>${phase.prompt || promptOf(both, phase.id)}</p></div>`}
    <${Speaking} lead=${lead} />
    ${clip && html`<div><p class="quiet small">${say("follow.clip", { number: clip.number, of: clip.of })}</p><p class="strong"><bdi>${clip.title}</bdi></p>
      ${clip.question && html`<p><bdi>${clip.question}</bdi></p>`}</div>`}
    ${me && html`<${Poll} key=${clip?.id ?? ""} lead=${lead} own=${own} />`}
    ${lead.form && me && html`<${Form} key=${lead.form} form=${lead.form} own=${own} />`}
    <${Looking} lead=${lead} table=${table} />
  </div></section><//>`;
}
