/** What the talk was about so far: content, jurisdiction or cost, counted from what these eyes saw. */
import { html } from "../dom.js";
import { text } from "../board.js";
import { Figure } from "../parts/figure.js";
import { dealsOf } from "./bargains.js";
import "./texts/mix.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").Topic} Topic
 * @typedef {import("./shapes.js").Moment} Moment
 * @typedef {Record<Topic, number>} Mix
 */

/** @type {readonly Topic[]} */
export const TOPICS = Object.freeze(["content", "jurisdiction", "cost"]);

/** Lines that are talk and no deal, and what they are about where they do not say it themselves. */
const SPOKEN = /** @type {Record<string, Topic | undefined>} */ ({
  said: "content",
  said_in_confidence: "content",
  talk_counted: "content",
  fact_shown: "content",
  fact_shown_to_all: "content",
});

/**
 * What tells one line from another: nobody says two things in one millisecond.
 * @param {import("../protocol.js").Line} line
 */
const nameOf = (line) => [line.at_ms, line.by, line.kind, line.text, ...Object.values(line.params)].join(" ");

/**
 * The mix up to a moment. Each deal and each line counts once, however many looks show it.
 *
 * @param {readonly Moment[]} samples
 * @param {Moment} shown
 * @returns {Mix}
 */
function mixOf(samples, shown) {
  /** @type {Map<string, Topic>} */
  const talk = new Map();
  for (const { view, lines } of [...samples.filter((one) => one.place < shown.place), shown]) {
    for (const deal of dealsOf(view)) talk.set(`deal ${deal.id}`, deal.topic);
    for (const line of lines) {
      const usual = SPOKEN[line.kind];
      if (usual) talk.set(nameOf(line), /** @type {Topic} */ (line.params["topic"] ?? usual));
    }
  }
  const count = (/** @type {Topic} */ topic) => [...talk.values()].filter((one) => one === topic).length;
  return { content: count("content"), jurisdiction: count("jurisdiction"), cost: count("cost") };
}

/** @param {Board} board @param {Mix} mix @param {number} sum */
function finding(board, mix, sum) {
  if (sum === 0) return text(board, "mix.none");
  const most = TOPICS.reduce((best, one) => (mix[one] > mix[best] ? one : best));
  const topic = text(board, `topics.${most}.name`).toLowerCase();
  return text(board, "mix.caption", { share: Math.round((mix[most] / sum) * 100), topic });
}

/**
 * @param {{ board: Board, samples: readonly Moment[], done: boolean, shown: Moment }} props
 */
export function TalkMix({ board, samples, done, shown }) {
  const mix = mixOf(samples, shown);
  const sum = TOPICS.reduce((all, one) => all + mix[one], 0);
  const name = (/** @type {Topic} */ topic) => text(board, `topics.${topic}.name`);
  const table = {
    head: [text(board, "mix.topic"), text(board, "mix.count")],
    rows: TOPICS.map((one) => [name(one), mix[one]]),
  };
  const detail = `${text(board, "mix.detail")}. ${done ? "" : text(board, "mix.gathering")}`;
  return html`<h2 class="debrief-heading">${text(board, "mix.title")}</h2>
    <${Figure} caption=${finding(board, mix, sum)} detail=${detail} table=${table}>
      <ul class="debrief-mix">
        ${TOPICS.map((topic) => {
          const width = { width: `${sum ? (mix[topic] / sum) * 100 : 0}%` };
          return html`<li key=${topic}><div class="line-between"><span>${name(topic)}</span><span class="mono">${mix[topic]}</span></div>
            <div class="debrief-bar" data-topic=${topic}><span style=${width}></span></div></li>`;
        })}
      </ul>
    <//>`;
}
