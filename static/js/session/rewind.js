/** Back to a named point: what would be set aside is shown first, then a reason, then it is done. */
import { html, useEffect, useState } from "../dom.js";
import { text } from "../board.js";
import { lineSeat, lineWords, named, seatName } from "../say.js";
import { useWord } from "../words.js";
import { Button } from "../parts/button.js";
import { formatClock, formatTime } from "../parts/clock.js";
import { Dialog } from "../parts/dialog.js";
import { SelectField, TextField } from "../parts/field.js";
import { Icon } from "../parts/icon.js";
import { Marker } from "../parts/marker.js";
import { Notice } from "../parts/notice.js";
import { ActButton } from "./act.js";
import { useDesk, useDraft } from "./desk.js";
import { isOpen, opened } from "./log.js";
import { wallTime } from "./moment.js";
import "./texts/rewind.js";

/**
 * @typedef {import("../protocol.js").Point} Point
 * @typedef {import("../protocol.js").Points} Points
 * @typedef {import("../protocol.js").RewindTrial} Trial
 * @typedef {import("../protocol.js").Stands} Stands
 * @typedef {import("./desk.js").Desk} Desk
 */

const WORDS = 1000;
const TRACKS = Object.freeze(/** @type {const} */ (["support", "legal_pressure", "counter"]));
const ACTORS = Object.freeze(["facilitator", "chance", "clock"]);

/**
 * What an address answered last; null before the first answer, `failed` where it cannot be had.
 * @template T
 * @param {string | null} address
 * @returns {{ found: T | null, failed: boolean, again: () => void }}
 */
function useAnswer(address) {
  const [found, setFound] = useState(/** @type {T | null} */ (null));
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (address === null) return undefined;
    const stop = new AbortController();
    setFailed(false);
    fetch(address, { signal: stop.signal })
      .then(async (answer) => (answer.ok ? setFound(await answer.json()) : setFailed(true)))
      .catch(() => stop.signal.aborted || setFailed(true));
    return () => stop.abort();
  }, [address, tries]);
  return { found, failed, again: () => setTries((now) => now + 1) };
}

/**
 * A point by name.
 * @param {Desk} desk
 * @param {(key: string, params?: import("../words.js").Params) => string} say
 * @param {Point} point
 * @param {Readonly<Record<string, string>>} words
 */
function pointWords({ board }, say, point, words) {
  const phase = text(board, `terms.${point.phase}.name`);
  const said = point.text ? words[point.text] : undefined;
  if (point.kind === "mark") return said ? say("rewind.point_said", { words: said }) : say("rewind.point_mark", { round: point.round, phase });
  if (point.phase === "lobby") return say("rewind.point_lobby");
  if (point.kind === "round") return say("rewind.point_round", { round: point.round });
  return point.quarter ? say("rewind.point_phase_bare", { phase, quarter: point.quarter }) : say("rewind.point_phase", { round: point.round, phase });
}

/** @param {{ trial: Trial }} props */
function Compared({ trial }) {
  const say = useWord();
  const { board, pub } = useDesk();
  const phase = (/** @type {Stands} */ one) => {
    const name = text(board, `terms.${one.phase}.name`);
    if (one.phase === "lobby") return name;
    if (one.quarter) return say("moment.quarter", { phase: name, quarter: one.quarter });
    return one.round === 0 ? say("moment.practice", { phase: name }) : say("moment.round", { round: one.round, rounds: pub.rounds, phase: name });
  };
  /** @type {readonly (readonly [string, string | number, string | number])[]} */
  const rows = [
    [say("rewind.phase"), phase(trial.now), phase(trial.then)],
    ...TRACKS.map((one) => /** @type {const} */ ([named(board, "terms", one), trial.now[one], trial.then[one]])),
    [say("rewind.live"), trial.now.live, trial.then.live],
    [say("rewind.signed"), trial.now.signed, trial.then.signed],
  ];
  return html`<div class="table-wrap"><table class="table"><caption>${say("rewind.compare")}</caption>
    <thead><tr><th scope="col">${say("rewind.what")}</th><th scope="col">${say("rewind.now")}</th><th scope="col">${say("rewind.then")}</th></tr></thead>
    <tbody>${rows.map(([what, now, then]) => html`<tr key=${what}><th scope="row">${what}</th><td>${now}</td><td class=${now === then ? "" : "strong"}>${then}</td></tr>`)}</tbody></table></div>`;
}

/** What would be set aside, in words. While secrets are hidden only how much by whom. @param {{ trial: Trial }} props */
function Aside({ trial }) {
  const say = useWord();
  const { board, secrets } = useDesk();
  const mark = (/** @type {import("../protocol.js").Line} */ line) => {
    const seat = line.control ? null : lineSeat(board, line);
    return seat ? html`<${Marker} look=${seat.look} code=${seat.code} size=${24} />` : html`<${Icon} name=${line.control ? "megaphone" : "circle-dot"} />`;
  };
  const who = (/** @type {string} */ by) => (ACTORS.includes(by) ? say(`rewind.by_${by}`) : seatName(board, by));
  const count = Object.values(trial.by).reduce((all, one) => all + one, 0);
  const lines = trial.entries.flatMap((entry) => /** @type {readonly import("../protocol.js").Line[]} */ (entry.lines).map((line, at) => ({ key: `${entry.version} ${at}`, line })));
  const shown = secrets ? lines : lines.filter(({ line }) => isOpen(line)).map(({ key, line }) => ({ key, line: opened(line) }));
  return html`<section class="stack-s" aria-labelledby="aside-title"><h3 id="aside-title">${say("rewind.aside", { count })}</h3>
    <p class="line">${Object.entries(trial.by).map(([by, one]) => html`<span key=${by} class="chip">${say("rewind.by", { who: who(by), count: one })}</span>`)}</p>
    ${shown.length === 0 ? html`<p class="quiet">${say("rewind.nothing_told")}</p>` : html`<ol class="log rewind-aside" tabindex="0" aria-label=${say("rewind.aside", { count })}>${shown.map(({ key, line }) => {
      const { text: words, said } = lineWords(board, line, trial.words);
      return html`<li key=${key} class="log-line"><span class="log-when">${formatTime(line.at_ms)}</span>${mark(line)}<span class="log-text">${words}${said !== null && html` <q><bdi>${said}</bdi></q>`}</span></li>`;
    })}</ol>`}
  </section>`;
}

/** @param {{ onClose: () => void }} props */
function Choose({ onClose }) {
  const say = useWord();
  const desk = useDesk();
  const { control, table, frame } = desk;
  const [picked, setPicked] = useState("");
  const [why, setWhy] = useDraft(`rewind ${table.id}`);
  const points = useAnswer(`/api/tables/${table.id}/points?now=${frame.version}`);
  const all = /** @type {Points | null} */ (points.found);
  const point = all?.points.find((one) => String(one.version) === picked) ?? all?.points[0];
  const trial = useAnswer(point ? `/api/tables/${table.id}/rewind/${point.version}?now=${frame.version}` : null);
  const newest = /** @type {Trial | null} */ (trial.found);
  const tried = newest?.to === point?.version ? newest : null;
  // The point stays the one that was looked at, whatever happens at the table meanwhile.
  useEffect(() => {
    if (picked === "" && point) setPicked(String(point.version));
  }, [point?.version]);
  if (points.failed || trial.failed) return html`<${Notice} kind="bad">${say("rewind.failed")} <${Button} icon="refresh-cw" onClick=${points.failed ? points.again : trial.again}>${say("desk.retry")}<//><//>`;
  if (!all) return html`<p class="quiet" aria-busy="true">${say("rewind.loading")}</p>`;
  if (!point) return html`<p class="quiet">${say("rewind.none")}</p>`;
  const options = all.points.map((one) => ({
    value: String(one.version),
    label: `${pointWords(desk, say, one, all.words)} (${say("rewind.when", { time: wallTime(new Date(one.wall_ms)), count: one.aside })})`,
  }));
  const run = async () => (!tried ? say("rewind.loading") : why.trim() ? control({ type: "rewind", to: point.version, text: why.trim() }) : say("rewind.needs_why"));
  const then = () => {
    setWhy("");
    onClose();
  };
  return html`<div class="stack">
    <${SelectField} label=${say("rewind.to")} value=${String(point.version)} options=${options} onChange=${setPicked} />
    ${!tried ? html`<span class="skeleton skeleton-block"></span>` : html`<${Aside} trial=${tried} /><${Compared} trial=${tried} />
      <p class="small quiet">${tried.left_ms !== null && `${say("rewind.left", { time: formatClock(tried.left_ms) })} `}${say("rewind.same")}</p>`}
      <${TextField} label=${say("rewind.why")} help=${say("rewind.why_help")} value=${why} onInput=${setWhy} maxLength=${WORDS} placeholder=${say("rewind.sample")} />
      <div class="actions"><${ActButton} kind="danger" icon="rewind" run=${run} then=${then}>${say("rewind.do")}<//>
        <${Button} onClick=${onClose}>${say("desk.cancel")}<//></div>
  </div>`;
}

/** @param {{ open: boolean, onClose: () => void }} props */
export function RewindDialog({ open, onClose }) {
  const say = useWord();
  return html`<${Dialog} open=${open} title=${say("rewind.title")} onClose=${onClose}>
    <p class="quiet">${say("rewind.text")}</p><${Choose} onClose=${onClose} />
  <//>`;
}
