/** Everything the facilitator can do for one seat. Each act can be taken back by another. */
import { html, useState } from "../dom.js";
import { seatOf } from "../board.js";
import { peopleOf } from "../people.js";
import { useWord } from "../words.js";
import { Dialog } from "../parts/dialog.js";
import { Icon } from "../parts/icon.js";
import { SelectField, TextField } from "../parts/field.js";
import { Fold } from "../parts/explain.js";
import { ActButton, SureButton } from "./act.js";
import { ActFor } from "./actfor.js";
import { botWords, useDesk, useDraft } from "./desk.js";
import { Answer } from "./helping.js";
import { Look } from "./look.js";
import { QrCode } from "./qr.js";
import "./texts/seatdialog.js";
import "./texts/seats.js";
import "./texts/speak.js";

/** @typedef {import("../protocol.js").SeatShown} SeatView */
/** @typedef {import("../protocol.js").Sharer} Sharer */
/** @typedef {import("../protocol.js").Qr} QrPath */
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
      other.id === table.id && place.seat === seat.id
        ? []
        : peopleOf(place).map((one) => ({ value: one.person, label: say("fill.moves", { name: one.name, seat: seatOf(board, place.seat).name, table: other.name }) })),
    ),
  );
  const options = [...here, ...elsewhere];
  if (options.length === 0) return html`<p class="quiet">${say("fill.nobody")}</p>`;
  const person = options.some((one) => one.value === picked) ? picked : (options[0]?.value ?? "");
  const put = (/** @type {object} */ more) => () => ask("seat", { table: table.id, seat: seat.id, person, ...more });
  if (seat.holder === "nobody") {
    return html`<div class="stack-s">
      <${SelectField} label=${say("fill.who")} value=${person} options=${options} onChange=${setPicked} />
      <div class="actions actions-start"><${ActButton} kind="primary" icon="user-plus" run=${put({})}>${say("fill.seat")}<//></div>
    </div>`;
  }
  return html`<div class="stack-s">
    <${SelectField} label=${say("fill.more")} help=${say("fill.more_text")} value=${person} options=${options} onChange=${setPicked} />
    <div class="actions actions-start"><${ActButton} icon="users" run=${put({ share: true })}>${say("fill.share")}<//>
      <${ActButton} icon="user-plus" run=${put({})}>${say("fill.instead")}<//></div>
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

/** A link with which the same person goes on elsewhere. @param {{ person: Sharer, seat: SeatView, others: boolean }} props */
function Sitter({ person, seat, others }) {
  const say = useWord();
  const { fetch, control } = useDesk();
  const [link, setLink] = useState(/** @type {{ address: string, qr: QrPath, minutes: number } | null} */ (null));
  const make = async () => {
    const asked = await fetch("link", { kind: "person", person: person.person });
    if (asked.ok) setLink(/** @type {{ address: string, qr: QrPath, minutes: number }} */ (/** @type {unknown} */ (asked.answer)));
    return asked.ok ? null : asked.failure.sentence;
  };
  const rise = () => control({ type: "share_seat", seat: seat.id, person: person.person, shares: false });
  const hidden = html`<span class="visually-hidden">: ${person.name}</span>`;
  return html`<li class="stack-s">
    <div class="line"><${Icon} name="user" /><bdi class="strong grow">${person.name}</bdi>
      ${person.devices === 0 && html`<span class="chip chip-bad"><${Icon} name="wifi-off" />${say("seat.away")}</span>`}</div>
    ${link && html`<div class="rejoin"><${QrCode} qr=${link.qr} label=${say("rejoin.qr")} />
      <div class="stack-s"><code>${link.address}</code><p class="small quiet">${say("rejoin.minutes", { minutes: link.minutes })}</p></div></div>`}
    <div class="actions actions-start"><${ActButton} icon="qr-code" run=${make}>${say(link ? "rejoin.again" : "rejoin.make")}${others && hidden}<//>
      ${others && html`<${ActButton} icon="user-minus" run=${rise}>${say("sitters.rise")}${hidden}<//>`}</div>
  </li>`;
}

/** Who sits here: a further device for each, and getting up where several share the seat. @param {SeatProps} props */
function Sitters({ seat }) {
  const say = useWord();
  const here = peopleOf(usePlace(seat));
  if (here.length === 0) return null;
  return html`<div class="stack-s">
    <p class="label">${say(here.length > 1 ? "sitters.many" : "sitters.one")}</p>
    <p class="small quiet">${say(here.length > 1 ? "sitters.many_text" : "rejoin.text", { name: here[0]?.name ?? "" })}</p>
    <ul class="stack">${here.map((one) => html`<${Sitter} key=${one.person} person=${one} seat=${seat} others=${here.length > 1} />`)}</ul>
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
  const names = peopleOf(usePlace(seat)).map((one) => one.name).join(", ");
  const free = () => ask("seat", { table: table.id, seat: seat.id });
  return html`<div class="stack-s">
    <p class="small quiet">${say(seat.dropped ? "holding.dropped" : "holding.text")}</p>
    <div class="actions actions-start">
      <${ActButton} icon=${seat.dropped ? "hourglass" : "ban"} run=${() => control({ type: "drop_seat", seat: seat.id, dropped: !seat.dropped })}>${say(seat.dropped ? "holding.wait" : "holding.drop")}<//>
      <${SureButton} kind="danger" icon="user-minus" run=${free} yes=${say("holding.free_yes")}
        question=${say(names ? "holding.free_sure" : "holding.free_sure_bot", { name: names })}>${say("holding.free")}<//>
    </div>
  </div>`;
}

/** @param {{ seat: SeatView | null, part?: string, onClose: () => void }} props `part`: opened at once */
export function SeatDialog({ seat, part = "", onClose }) {
  const say = useWord();
  const { board, table, pub } = useDesk();
  const agency = seat ? seatOf(board, seat.id) : null;
  const place = seat ? table.seats.find((one) => one.seat === seat.id) : undefined;
  const person = peopleOf(place).map((one) => one.name).join(", ") || say("seat.nobody");
  const who = seat?.holder === "bot" ? botWords(say, seat.bot) : person;
  const running = pub.phase !== "lobby" && pub.phase !== "ended";
  const fold = (/** @type {string} */ id, /** @type {import("../dom.js").Child} */ children) =>
    html`<${Fold} key=${`${id} ${part}`} title=${say(`${id}.title`)} open=${part === id}>${children}<//>`;
  return html`<${Dialog} open=${seat !== null} title=${agency ? say("seat.title", { seat: agency.name, who }) : ""} onClose=${onClose}>
    ${seat && html`<div class="stack-l" key=${seat.id}>
      <${Answer} seat=${seat.id} />
      ${running && html`<div class="stack-s">${fold("act", html`<${ActFor} seat=${seat.id} />`)}${fold("look", html`<${Look} seat=${seat.id} />`)}</div>`}
      ${seat.holder === "nobody" && html`<${Fill} seat=${seat} />`}
      ${seat.holder === "person" && html`<${Whisper} seat=${seat} />`}
      <${Sitters} seat=${seat} />
      <${Bots} seat=${seat} />
      ${seat.holder !== "nobody" && html`<${Fill} seat=${seat} />`}
      ${seat.holder !== "nobody" && html`<${Holding} seat=${seat} />`}
    </div>`}
  <//>`;
}
