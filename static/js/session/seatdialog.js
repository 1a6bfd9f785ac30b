/** Everything the facilitator can do for one seat. Each act can be taken back by another. */
import { html, useState } from "../dom.js";
import { seatOf } from "../board.js";
import { useWord } from "../words.js";
import { Dialog } from "../parts/dialog.js";
import { SelectField, TextField } from "../parts/field.js";
import { Notice } from "../parts/notice.js";
import { ActButton, SureButton } from "./act.js";
import { botWords, useDesk, useDraft } from "./desk.js";
import { QrCode } from "./qr.js";

/** @typedef {import("../shapes.js").SeatView} SeatView */
/** @typedef {import("./shapes.js").QrPath} QrPath */
/** @typedef {{ seat: SeatView }} SeatProps */

/** @param {SeatView} seat */
function usePlace(seat) {
  const { table } = useDesk();
  return table.seats.find((one) => one.seat === seat.id);
}

/** Somebody who waits, or who sits elsewhere and moves. @param {SeatProps} props */
function Fill({ seat }) {
  const say = useWord();
  const { board, session, table, ask } = useDesk();
  const [picked, setPicked] = useState("");
  const here = session.waiting.map((one) => ({ value: one.person, label: say(one.here ? "fill.waits" : "fill.waits_away", { name: one.name }) }));
  const elsewhere = session.tables.flatMap((other) =>
    other.seats.flatMap((place) =>
      place.person !== null && !(other.id === table.id && place.seat === seat.id)
        ? [{ value: place.person, label: say("fill.moves", { name: place.name ?? "", seat: seatOf(board, place.seat).name, table: other.name }) }]
        : [],
    ),
  );
  const options = [...here, ...elsewhere];
  if (options.length === 0) return html`<p class="quiet">${say("fill.nobody")}</p>`;
  const person = options.some((one) => one.value === picked) ? picked : (options[0]?.value ?? "");
  return html`<div class="stack-s">
    <${SelectField} label=${say(seat.holder === "nobody" ? "fill.who" : "fill.instead")} value=${person} options=${options} onChange=${setPicked} />
    <div class="actions actions-start"><${ActButton} kind=${seat.holder === "nobody" ? "primary" : "outline"} icon="user-plus" run=${() => ask("seat", { table: table.id, seat: seat.id, person })}>${say("fill.seat")}<//></div>
  </div>`;
}

/** Bot in, bot out. @param {SeatProps} props */
function Bots({ seat }) {
  const say = useWord();
  const { table, ask, bots, bot } = useDesk();
  const [picked, setPicked] = useState(bot);
  const place = usePlace(seat);
  const back = seat.holder === "bot" && place?.person ? place : null;
  return html`<div class="stack-s">
    <p class="label">${say("bots.title")}</p>
    <p class="small quiet">${say("bots.text")}</p>
    <${SelectField} label=${say("bots.which")} value=${picked} options=${bots.map((one) => ({ value: one, label: botWords(say, one) }))} onChange=${setPicked} />
    <div class="actions actions-start">
      ${back && html`<${ActButton} icon="user" kind="primary" run=${() => ask("seat", { table: table.id, seat: seat.id, person: back.person })}>${say("bots.back", { name: back.name ?? "" })}<//>`}
      <${ActButton} icon="bot" run=${() => ask("seat", { table: table.id, seat: seat.id, bot: picked })}>${say(seat.holder === "bot" ? "bots.change" : "bots.in")}<//>
    </div>
  </div>`;
}

/** A link with which the same person goes on elsewhere. @param {SeatProps} props */
function Rejoin({ seat }) {
  const say = useWord();
  const { fetch } = useDesk();
  const place = usePlace(seat);
  const [link, setLink] = useState(/** @type {{ address: string, qr: QrPath, minutes: number } | null} */ (null));
  if (!place?.person) return null;
  const make = async () => {
    const asked = await fetch("link", { kind: "person", person: place.person });
    if (asked.ok) setLink(/** @type {{ address: string, qr: QrPath, minutes: number }} */ (/** @type {unknown} */ (asked.answer)));
    return asked.ok ? null : asked.failure.sentence;
  };
  return html`<div class="stack-s">
    <p class="label">${say("rejoin.title")}</p>
    <p class="small quiet">${say("rejoin.text", { name: place.name ?? "" })}</p>
    ${link && html`<div class="rejoin"><${QrCode} qr=${link.qr} label=${say("rejoin.qr")} />
      <div class="stack-s"><code>${link.address}</code><p class="small quiet">${say("rejoin.minutes", { minutes: link.minutes })}</p></div></div>`}
    <div class="actions actions-start"><${ActButton} icon="qr-code" run=${make}>${say(link ? "rejoin.again" : "rejoin.make")}<//></div>
  </div>`;
}

/** A word to this seat alone. @param {SeatProps} props */
function Whisper({ seat }) {
  const say = useWord();
  const { board, control, table } = useDesk();
  const [words, setWords] = useDraft(`whisper ${table.id} ${seat.id}`);
  const name = seatOf(board, seat.id).name;
  const send = async () => (words.trim() ? control({ type: "speak", text: words.trim(), to: seat.id }) : say("speak.empty"));
  return html`<div class="stack-s">
    <${TextField} label=${say("whisper.words", { name })} value=${words} onInput=${setWords} rows=${2} maxLength=${1000} />
    <div class="actions actions-start"><${ActButton} icon="send" then=${() => setWords("")} run=${send}>${say("speak.send")}<//></div>
  </div>`;
}

/** Whether gates wait for it, and freeing it. @param {SeatProps} props */
function Holding({ seat }) {
  const say = useWord();
  const { control, table, ask } = useDesk();
  const place = usePlace(seat);
  const free = () => ask("seat", { table: table.id, seat: seat.id });
  return html`<div class="stack-s">
    <p class="small quiet">${say(seat.dropped ? "holding.dropped" : "holding.text")}</p>
    <div class="actions actions-start">
      <${ActButton} icon=${seat.dropped ? "hourglass" : "ban"} run=${() => control({ type: "drop_seat", seat: seat.id, dropped: !seat.dropped })}>${say(seat.dropped ? "holding.wait" : "holding.drop")}<//>
      <${SureButton} kind="danger" icon="user-minus" run=${free} yes=${say("holding.free_yes")}
        question=${say(place?.name ? "holding.free_sure" : "holding.free_sure_bot", { name: place?.name ?? "" })}>${say("holding.free")}<//>
    </div>
  </div>`;
}

/** @param {{ seat: SeatView | null, onClose: () => void }} props */
export function SeatDialog({ seat, onClose }) {
  const say = useWord();
  const { board, table, staff, control } = useDesk();
  const agency = seat ? seatOf(board, seat.id) : null;
  const place = seat ? table.seats.find((one) => one.seat === seat.id) : undefined;
  const person = place?.name ?? say("seat.nobody");
  const who = seat?.holder === "bot" ? botWords(say, seat.bot) : person;
  const asks = seat !== null && staff.seats.some((one) => one.seat === seat.id && one.asks_help);
  return html`<${Dialog} open=${seat !== null} title=${agency ? say("seat.title", { seat: agency.name, who }) : ""} onClose=${onClose}>
    ${seat && html`<div class="stack-l" key=${seat.id}>
      ${asks && html`<${Notice} kind="now"><div class="line-between"><span>${say("seat.asks")}</span><${ActButton} icon="check" run=${() => control({ type: "settle_help", seat: seat.id })}>${say("seat.settle")}<//></div><//>`}
      ${seat.holder === "nobody" && html`<${Fill} seat=${seat} />`}
      ${seat.holder === "person" && html`<${Whisper} seat=${seat} />`}
      <${Rejoin} seat=${seat} />
      <${Bots} seat=${seat} />
      ${seat.holder !== "nobody" && html`<${Fill} seat=${seat} />`}
      ${seat.holder !== "nobody" && html`<${Holding} seat=${seat} />`}
    </div>`}
  <//>`;
}
