/** What people would have done: the counts of a poll, once they are shown. */
import { html } from "../dom.js";
import { useWord } from "../words.js";

/** @param {{ poll: import("../protocol.js").PollShown }} props */
export function PollCounts({ poll }) {
  const say = useWord();
  const counts = poll.counts ?? [];
  const all = counts.reduce((sum, one) => sum + one, 0);
  return html`<ul class="poll-counts">${poll.options.map((option, at) => {
    const count = counts[at] ?? 0;
    const width = { width: `${all ? (count / all) * 100 : 0}%` };
    return html`<li key=${at}><div class="line-between"><bdi>${option}</bdi><span class="mono">${say("follow.counts", { count, all })}</span></div>
      <div class="poll-bar"><span style=${width}></span></div></li>`;
  })}</ul>`;
}
