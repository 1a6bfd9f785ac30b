/** One thing, large, on the room display and all phones; only what everybody may know can be chosen. */
import { html, useState } from "../dom.js";
import { dependencyOf, seatOf } from "../board.js";
import { actWords, cardWords, seatName } from "../say.js";
import { thingOf } from "../thing.js";
import { isThing } from "../things.js";
import { useWord } from "../words.js";
import { Fold } from "../parts/explain.js";
import { CheckField, SelectField, TextField } from "../parts/field.js";
import { ActButton } from "./act.js";
import { useDesk, useDraft } from "./desk.js";
import "./texts/display.js";
import "./texts/speak.js";

const WORDS = 1000;
const OWN = "text";

/** All that can be put there now. @param {import("./desk.js").Desk} desk @param {(key: string, params?: import("../words.js").Params) => string} say */
function choices({ board, pub, frame }, say) {
  const card = pub.card ? cardWords(board, pub.card, frame.view.words).headline : "";
  return [
    { value: OWN, label: say("spot.own") },
    ...(pub.card ? [{ value: `card:${pub.card.id}`, label: `${say("spot.card")}: ${card}` }] : []),
    ...pub.dependencies.map((one) => ({ value: `dependency:${one.id}`, label: say("spot.dependency", { name: dependencyOf(board, one.id).name }) })),
    ...pub.seats.map((one) => ({ value: `agency:${one.id}`, label: say("spot.agency", { name: seatOf(board, one.id).name }) })),
    ...pub.promises.map((one) => ({ value: `promise:${one.id}`, label: say("spot.promise", { by: seatName(board, one.by), to: seatName(board, one.to), act: actWords(board, one.act) }) })),
  ];
}

export function Spot() {
  const say = useWord();
  const desk = useDesk();
  const { board, pub, frame, control, table, tables } = desk;
  const [picked, setPicked] = useState(OWN);
  const [words, setWords] = useDraft(`spot ${table.id}`);
  const [all, setAll] = useState(true);
  const everywhere = tables.length > 1 && all;
  const options = choices(desk, say);
  const chosen = options.some((one) => one.value === picked) ? picked : OWN;
  const show = async () => {
    if (chosen !== OWN) return control({ type: "spotlight", scene: chosen });
    return words.trim() ? control({ type: "spotlight", scene: OWN, text: words.trim() }, everywhere) : say("speak.empty");
  };
  const shown = isThing(pub.spotlight) ? thingOf(board, pub, frame.view.words) : null;
  const where = tables.length > 1 && html`<${CheckField} label=${say("spot.everywhere", { count: tables.length })} checked=${all} onChange=${setAll} />`;
  return html`<div class="stack-s">
    ${shown && html`<div class="row row-wrap"><span class="grow"><span class="quiet small">${say("spot.shown")}</span> <bdi class="strong">${shown.title}</bdi></span>
      <${ActButton} icon="x" run=${() => control({ type: "spotlight" }, everywhere)}>${say("spot.take")}<//></div>${where}`}
    <${Fold} title=${say("spot.title")}><div class="stack-s">
      <p class="small quiet">${say("spot.text")}</p>
      <${SelectField} label=${say("spot.what")} value=${chosen} options=${options} onChange=${setPicked} />
      ${chosen === OWN && html`<${TextField} label=${say("spot.words")} value=${words} onInput=${setWords} rows=${2} maxLength=${WORDS} />`}
      ${chosen === OWN && !shown && where}
      <div class="actions actions-start"><${ActButton} icon="sparkles" run=${show} then=${() => setWords("")}>${say("spot.show")}<//></div>
    </div><//>
  </div>`;
}
