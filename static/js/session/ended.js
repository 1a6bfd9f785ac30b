/** The result of a game, its log to take along, and the way to the debrief. */
import { html, useMemo } from "../dom.js";
import { seatOf, text } from "../board.js";
import { named, number } from "../say.js";
import { useWord, Words } from "../words.js";
import { BoxClock } from "../follow/box.js";
import { FOLLOW_TEXTS } from "../follow/texts.js";
import { leadOf, phaseName } from "../follow/words.js";
import { Icon } from "../parts/icon.js";
import { Who } from "../parts/marker.js";
import { useDesk } from "./desk.js";
import "./texts/ended.js";

/** Where the debrief stands, with the time that is left for it. */
function Led() {
  const { board, session, table } = useDesk();
  const lead = leadOf(session, table.id);
  const texts = useMemo(() => ({ ...FOLLOW_TEXTS, ...board.texts }), [board]);
  if (!lead) return null;
  const what = lead.phase ? phaseName({ ...board, texts }, lead.phase.id) : (lead.clip?.title ?? "");
  return html`<${Words.Provider} value=${texts}><p class="line-between"><span class="strong"><bdi>${what}</bdi></span><${BoxClock} box=${lead.box} table=${table.id} quiet /></p><//>`;
}

export function Result() {
  const say = useWord();
  const { board, pub, table, frame } = useDesk();
  if (pub.phase !== "ended" || pub.outcome === null) return null;
  return html`<section class="card" aria-labelledby="ended-title">
    <div class="card-head"><${Icon} name="flag" /><h2 id="ended-title">${named(board, "outcomes", pub.outcome)}</h2></div>
    <div class="card-body">
      <p>${text(board, `outcomes.${pub.outcome}.text`)}</p>
      <p class="status">${say("ended.value", { value: number(pub.public_value ?? 0) })}</p>
      <div class="table-wrap"><table class="table"><caption>${say("ended.scores")}</caption>
        <thead><tr><th scope="col">${say("ended.agency")}</th><th scope="col" class="num">${say("ended.own")}</th></tr></thead>
        <tbody>${pub.scores.map((one) => {
          const { look, code, name } = seatOf(board, one.seat);
          return html`<tr key=${one.seat}><th scope="row"><${Who} look=${look} code=${code} name=${name} size=${26} /></th><td class="num">${number(one.own)}</td></tr>`;
        })}</tbody></table></div>
      <${Led} />
      <div class="actions actions-start">
        <a class="button button-primary" href=${`/debrief/${table.id}`}><${Icon} name="scan-search" /><span>${say("next.debrief")}</span></a>
        <a class="button button-outline" href=${`/report/${table.id}`}><${Icon} name="file-text" /><span>${say("ended.report")}</span></a>
        <a class="button button-outline" href=${`/api/tables/${table.id}/log`} download><${Icon} name="download" /><span>${say("log.download")}</span></a>
      </div>
      ${frame.view.head && html`<p class="small quiet">${say("ended.head")} <code>${frame.view.head}</code></p>`}
    </div>
  </section>`;
}
