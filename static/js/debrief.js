/** The debrief: a walk through the whole log, every panel at the same moment, seen with chosen eyes. */
import { html, render, useCallback, useEffect, useMemo, useRef, useState } from "./dom.js";
import { read } from "./ask.js";
import { seatOf, text, useBoard } from "./board.js";
import { pageData } from "./pagedata.js";
import { Button } from "./parts/button.js";
import { CheckField } from "./parts/field.js";
import { Icon } from "./parts/icon.js";
import { Notice } from "./parts/notice.js";
import { ThemeToggle } from "./parts/theme.js";
import { TopBar } from "./parts/topbar.js";
import { Scenario } from "./scenario.js";
import { said as say, Words } from "./words.js";
import { Deals, dealsOf, Promises } from "./debrief/bargains.js";
import { Causes } from "./debrief/causes.js";
import { Compare } from "./debrief/comparing.js";
import { courseOf, numberAt, placeLed, placeOf, samplePoints, stepOver } from "./debrief/course.js";
import { PlayOn } from "./debrief/forking.js";
import { KeptMoments } from "./debrief/keptmoments.js";
import { LaunchCurve } from "./debrief/likely.js";
import { Knew } from "./debrief/knew.js";
import { Ledgers } from "./debrief/ledgers.js";
import { Looks } from "./debrief/looks.js";
import { TalkMix } from "./debrief/mix.js";
import { isMoment, Moments, useMoment, useSamples } from "./debrief/moments.js";
import { Dependencies, Trust } from "./debrief/nets.js";
import { News } from "./debrief/news.js";
import { Now } from "./debrief/now.js";
import { Outcome } from "./debrief/outcome.js";
import { Placing } from "./debrief/placing.js";
import { PairTrust } from "./debrief/pairs.js";
import { usePlaying } from "./debrief/playing.js";
import { clockAt } from "./debrief/say.js";
import { Dock } from "./debrief/scrubber.js";
import { TimelineKey } from "./debrief/timeline.js";
import { Predictions, pulsesOf } from "./debrief/predictions.js";
import { Secrets } from "./debrief/secrets.js";
import { newClip } from "./debrief/lead/clips.js";
import { useLeading } from "./debrief/lead/leading.js";
import { LeadPanel } from "./debrief/lead/panel.js";
import { LEAD_TEXTS } from "./debrief/lead/texts.js";
import { Tracks, TrustOver } from "./debrief/tracks.js";
import "./debrief/texts/page.js";

/**
 * @typedef {import("./board.js").Board} Board
 * @typedef {import("./ask.js").Fault} Fault
 * @typedef {import("./debrief/course.js").Course} Course
 * @typedef {import("./debrief/shapes.js").DebriefPage} DebriefPage
 * @typedef {import("./protocol.js").CourseEntry} SentEntry
 * @typedef {import("./debrief/shapes.js").Moment} Moment
 */

/** How often the page looks whether something was opened or added, while somebody looks at it. */
const LOOK_MS = 30_000;
const SLOW_MS = 8_000;

/** @param {Fault} fault */
const why = (fault) => fault.sentence || say("debrief.unreachable");

/**
 * The course of the table, read again from time to time.
 * @param {string} address
 */
function useCourse(address) {
  const [sent, setSent] = useState(/** @type {readonly SentEntry[] | null} */ (null));
  const [aside, setAside] = useState(false);
  const [fault, setFault] = useState(/** @type {Fault | null} */ (null));
  const load = useCallback(async () => {
    const answer = await read(address);
    if (!answer.ok) {
      setFault(answer);
      return;
    }
    const { entries } = /** @type {{ entries: SentEntry[] }} */ (answer.value);
    setFault(null);
    setSent((before) => (before && before.length === entries.length ? before : entries));
  }, [address]);
  useEffect(() => {
    void load();
    const look = () => document.visibilityState === "visible" && void load();
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [load]);
  const hidden = sent?.filter((one) => one.aside).length ?? 0;
  const course = useMemo(() => sent && courseOf(aside ? sent : sent.filter((one) => !one.aside)), [sent, aside]);
  return { course, fault, load, aside: { count: hidden, shown: aside, show: setAside } };
}

/**
 * Stays at the same entry, or the last one before it, when the line set aside comes or goes.
 * @param {Course} course
 * @param {ReturnType<typeof usePlaying>} play
 * @param {boolean} shown whether the line set aside is shown
 */
function useSameEntry(course, play, shown) {
  const seen = useRef(shown);
  const number = useRef(0);
  if (seen.current === shown) number.current = numberAt(course, play.place);
  useEffect(() => {
    if (seen.current === shown) return;
    seen.current = shown;
    play.go(placeOf(course, number.current));
  }, [shown]);
}

/** @param {string} eyes @param {Board} board */
function eyesWords(eyes, board) {
  if (eyes === "facilitator" || eyes === "public") return text(board, `eyes.${eyes}`);
  return text(board, "eyes.seat", { seat: seatOf(board, eyes).name });
}

/**
 * Facilitators begin with all, a player with their own seat.
 * @param {readonly string[]} eyes
 */
const firstEyes = (eyes) => (eyes.includes("facilitator") ? "facilitator" : (eyes.find((one) => one !== "public") ?? "public"));

/** @param {{ page: DebriefPage, detail: import("./dom.js").Child }} props */
function Head({ page, detail }) {
  const log = page.log && html`<a class="button button-outline" href=${page.log} download><${Icon} name="download" /><span>${say("debrief.log")}</span></a>`;
  const file = page.file && html`<a class="button button-outline" href=${page.file} download><${Icon} name="download" /><span>${say("debrief.file")}</span></a>`;
  const report = page.report && html`<a class="button button-outline" href=${page.report}><${Icon} name="file-text" /><span>${say("debrief.report")}</span></a>`;
  const session = page.imported && !page.kept ? say("debrief.imported") : page.session?.title;
  return html`<${TopBar} title=${say("debrief.title", { name: page.table.name })}
    detail=${html`<bdi>${session}</bdi>${detail && html`, ${detail}`}`}
    side=${html`<div class="line">${report}${log}${file}<${ThemeToggle} /></div>`} />`;
}

/** @param {{ fault: Fault | null, failed: boolean, onRetry: () => void }} props */
function Loading({ fault, failed, onRetry }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  const wrong = fault ? why(fault) : failed ? say("debrief.unreachable") : null;
  return html`<div class="page stack">
    ${wrong && html`<${Notice} kind="bad">${say("debrief.failed", { why: wrong })}<//>`}
    ${!wrong && html`<p class="quiet">${say(slow ? "debrief.slow" : "debrief.loading")}</p>`}
    ${(wrong || slow) && html`<div class="actions actions-start"><${Button} icon="refresh-cw" onClick=${onRetry}>${say("debrief.retry")}<//></div>`}
    ${!wrong && html`<div class="debrief-grid" aria-hidden="true"><span class="skeleton skeleton-block debrief-bone span-8"></span><span class="skeleton skeleton-block debrief-bone span-4"></span></div>`}
  </div>`;
}

/** @param {{ children: import("./dom.js").Child, span: number }} props */
const Panel = ({ children, span }) => html`<section class=${`card card-roomy span-${span}`}><div class="card-body">${children}</div></section>`;

/**
 * @param {object} props
 * @param {Board} props.board
 * @param {Course} props.course
 * @param {Moments} props.moments
 * @param {readonly string[]} props.seats whose eyes this reader may look through
 * @param {string} props.causes where it is told who moved what
 * @param {Moment} props.shown
 * @param {boolean} props.late
 * @param {Moment} props.end
 * @param {readonly Moment[]} props.samples
 * @param {boolean} props.done
 * @param {import("./dom.js").Child} props.secrets
 * @param {Readonly<Record<string, string>>} [props.staff] names of facilitators
 * @param {(place: number) => void} props.onGo
 */
function Panels({ board, course, moments, seats, causes, shown, late, end, samples, done, secrets, staff, onGo }) {
  const now = shown.view.public;
  const at = clockAt(course, shown.place);
  const both = { board, view: shown.view, shown: now };
  // Before the first round and after the last one there is no round whose deals could be told.
  const dealt = !["lobby", "ended"].includes(now.phase) || dealsOf(shown.view).length > 0;
  return html`<div class="debrief-grid debrief-panels" data-late=${String(late)} aria-busy=${String(late)}>
    <${Panel} span=${5}><${Now} board=${board} course=${course} shown=${shown} public=${now} staff=${staff} onGo=${onGo} /><//>
    <${Panel} span=${7}><${Dependencies} ...${both} at=${at} /><//>
    <${Panel} span=${5}><${Trust} ...${both} at=${at} /><//>
    <${Panel} span=${7}><${TrustOver} board=${board} course=${course} samples=${samples} shown=${shown} onGo=${onGo} /><//>
    <${Ledgers} ...${both} />
    <${Panel} span=${4}><${TalkMix} board=${board} samples=${samples} done=${done} shown=${shown} /><//>
    <${Panel} span=${6}><${PairTrust} board=${board} course=${course} samples=${samples} done=${done} shown=${shown} onGo=${onGo} /><//>
    <${Panel} span=${6}><${Causes} board=${board} course=${course} address=${causes} place=${shown.place} onGo=${onGo} /><//>
    ${seats.length > 1 && html`<${Panel} span=${12}><${Knew} board=${board} course=${course} moments=${moments} seats=${seats} place=${shown.place} onGo=${onGo} /><//>`}
    ${pulsesOf(end.view).length > 0 && html`<${Panel} span=${12}><${Predictions} board=${board} end=${end} samples=${samples} /><//>`}
    ${dealt && html`<${Panel} span=${6}><${Deals} ...${both} /><//>`}
    <${Panel} span=${dealt ? 6 : 12}><${Promises} board=${board} course=${course} view=${shown.view} onGo=${onGo} /><//>
    <${Panel} span=${12}>${secrets}<//>
  </div>`;
}

/**
 * The newest moment: what is true of the end, and what has been opened since.
 * @param {Moments} moments
 * @param {number} last
 * @param {string} eyes
 */
function useEnd(moments, last, eyes) {
  const [end, setEnd] = useState(/** @type {Moment | null} */ (null));
  useEffect(() => {
    let wanted = true;
    if (last > 0) void moments.get(last, eyes).then((found) => wanted && isMoment(found) && setEnd(found));
    return () => {
      wanted = false;
    };
  }, [moments, last, eyes]);
  return end;
}

/** @param {{ page: DebriefPage, board: Board, course: Course, load: () => void, aside: ReturnType<typeof useCourse>["aside"] }} props */
function Debrief({ page, board, course, load, aside }) {
  const [eyes, setEyes] = useState(() => firstEyes(page.eyes));
  // What is opened later may show in earlier moments too: a longer log begins with nothing kept.
  const moments = useMemo(() => new Moments(page.moment, course), [page.moment, course]);
  const play = usePlaying(course);
  useSameEntry(course, play, aside.shown);
  const { place } = play;
  const near = (/** @type {number} */ at) =>
    [at + 1, at - 1, stepOver(course.phases, at, 1), stepOver(course.phases, at, -1)].filter((one) => one >= 1 && one <= course.last);
  const { shown, late, fault, retry } = useMoment(moments, place, eyes, near);
  const end = useEnd(moments, course.last, eyes);
  const points = useMemo(() => samplePoints(course), [course]);
  const { samples, done } = useSamples(moments, points, eyes, shown !== null && !play.playing);
  const options = page.eyes.map((one) => ({ value: one, label: eyesWords(one, board) }));
  const first = shown?.view.public;
  const detail = first && html`${say("debrief.detail_short", { seats: first.seats.length, rounds: first.rounds, minutes: Math.round((course.entries.at(-1)?.at_ms ?? 0) / 60_000) })}
    <span class="block"><${Scenario} board=${board} pub=${first} /></span>`;
  const control = page.imported || !page.session || !page.eyes.includes("facilitator") ? null : `/api/sessions/${encodeURIComponent(page.session.id)}/control`;
  const address = page.curve && !page.kept ? `/api/tables/${encodeURIComponent(page.table.id)}` : null;
  const alternatives = (/** @type {number} */ first, /** @type {number} */ last) => {
    const at = `${page.kept ? "kept" : address}/alternatives/${first}/${last}`;
    return page.kept ? (page.alternatives?.includes(at) ? at : null) : address && at;
  };
  const leading = useLeading(address);
  // Whoever leads goes ahead; everybody else goes along until they look by themselves.
  const [led, setLed] = useState(/** @type {number | null} */ (null));
  const [alone, setAlone] = useState(false);
  useEffect(() => {
    if (address === null && led !== null && !alone) play.go(placeLed(course, led));
  }, [led, alone]);
  const clips = useMemo(() => new Set(leading.playlist?.plan.clips.map((one) => one.version) ?? []), [leading.playlist]);
  const addTurn = (/** @type {number} */ version) =>
    void leading.keep((plan) => ({ ...plan, clips: [...plan.clips, newClip(board, course, { id: `turn-${version}`, version, kind: "turn" }, [], {})] }));
  const over = end && end.view.public.phase === "ended";
  const ready = page.imported ? false : over;
  const secrets = end && html`<${Secrets} board=${board} view=${end.view} control=${control} table=${page.table.id} briefs=${page.briefs} leading=${address ? leading : null} onOpened=${load} />`;
  const missed = fault && late && (shown ? say("debrief.moment_failed", { why: why(fault), at: clockAt(course, shown.place) }) : say("debrief.no_moment", { why: why(fault) }));
  const overview = html`<div class="debrief-grid">
        <section class="card card-roomy span-8"><div class="card-body">
          ${shown ? html`<${Tracks} board=${board} course=${course} shown=${shown} onGo=${play.go} />` : html`<span class="skeleton skeleton-block debrief-bone"></span>`}
        </div></section>
        <div class="span-4 stack">${end ? html`<${Outcome} board=${board} end=${end.view.public} />` : html`<span class="skeleton skeleton-block debrief-bone"></span>`}</div>
      </div>`;
  return html`<${Head} page=${page} detail=${detail} />
    ${!page.imported && html`<${News} address=${page.socket} table=${page.table.id} onNews=${load} onLed=${setLed} />`}
    <div class="page debrief">
      ${page.kept && html`<${Notice}>${say(`kept.${eyes === "facilitator" ? "all" : eyes === "public" ? "public" : "seat"}`)}<//>`}
      ${page.kept && page.kept.length > 0 && html`<${KeptMoments} board=${board} course=${course} moments=${page.kept} place=${place} onGo=${play.go} />`}
      ${page.curve ? html`<${LaunchCurve} board=${board} course=${course} address=${page.curve} table=${page.table.id} place=${place} seated=${first?.seats.length ?? 0} alternatives=${alternatives} clips=${clips} onClip=${leading.playlist ? addTurn : null} onGo=${play.go} />` : overview}
      <${Dock} board=${board} course=${course} play=${play} eyes=${options} current=${eyes} onEyes=${setEyes} />
      <div class="debrief-help quiet small">
        <p>${say(page.eyes.includes("facilitator") ? "eyes.help" : "eyes.help_player")} ${say("scrub.keys")}</p>
        <${TimelineKey} course=${course} />
        ${aside.count > 0 && html`<${CheckField} label=${say("scrub.show_aside", { count: aside.count })} checked=${aside.shown} onChange=${aside.show} />`}
      </div>
      ${address && html`<${LeadPanel} board=${board} course=${course} leading=${leading} address=${address} table=${page.table.id} place=${place} prompts=${page.prompts} ready=${ready} imported=${page.imported} onGo=${play.go} />`}
      ${end && end.view.public.looks.length > 0 && html`<${Looks} board=${board} looks=${end.view.public.looks} />`}
      ${page.curve && overview}
      ${address === null && led !== null && html`<${Notice} icon="monitor"><div class="line-between"><span>${say(alone ? "follow.not_you" : "follow.you")}</span>
        <${Button} kind="quiet" onClick=${() => setAlone(!alone)}>${say(alone ? "follow.again" : "follow.stop")}<//></div><//>`}
      ${missed && html`<${Notice} kind="bad"><div class="stack-s"><p>${missed}</p><${Button} icon="refresh-cw" onClick=${retry}>${say("debrief.retry")}<//></div><//>`}
      ${page.fork && html`<div class="actions actions-start"><${PlayOn} board=${board} course=${course} place=${place} address=${page.fork} /></div>`}
      ${shown && end && html`<${Panels} board=${board} staff=${page.staff} course=${course} moments=${moments} seats=${page.eyes.filter((one) => one !== "facilitator" && one !== "public")} causes=${page.causes} shown=${shown} late=${late} end=${end} samples=${samples} done=${done} secrets=${secrets} onGo=${play.go} />`}
      ${shown && end && html`<div class="debrief-grid">
        ${page.tables.length > 1 && html`<${Panel} span=${12}><${Compare} board=${board} tables=${page.tables} current=${page.table.id} rounds=${end.view.public.rounds} /><//>`}
        ${page.placing && end.view.public.outcome !== null && html`<${Panel} span=${12}><${Placing} board=${board} address=${page.placing} table=${page.table.id} /><//>`}
      </div>`}
    </div>`;
}

/** @param {{ page: DebriefPage }} props */
function Page({ page }) {
  const { board, failed, retry } = useBoard(page.board, LEAD_TEXTS);
  const { course, fault, load, aside } = useCourse(page.course);
  if (board && course && course.last > 0) {
    return html`<${Words.Provider} value=${board.texts}><${Debrief} page=${page} board=${board} course=${course} load=${load} aside=${aside} /><//>`;
  }
  const again = () => {
    if (failed) retry();
    void load();
  };
  return html`<${Head} page=${page} detail="" />
    ${board && course ? html`<div class="page"><${Notice}>${say("debrief.empty")}<//></div>` : html`<${Loading} fault=${course ? null : fault} failed=${failed} onRetry=${again} />`}`;
}

const data = /** @type {DebriefPage} */ (pageData());
const root = document.getElementById("debrief");
if (root) render(html`<${Page} page=${data} />`, root);
