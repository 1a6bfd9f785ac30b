/** The seats that a code opens, as cards: free, taken, or played by a bot. */
import { html } from "../dom.js";
import { seatOf, text } from "../board.js";
import { RadioCards } from "../parts/field.js";
import { Icon } from "../parts/icon.js";
import { Marker } from "../parts/marker.js";
import { Notice } from "../parts/notice.js";
import { useWord } from "../words.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").SeatOffer} SeatOffer
 * @typedef {import("../protocol.js").TableOffer} TableOffer
 * @typedef {import("../protocol.js").Opened} Look what a code opens
 */

/** The choice of those who want the facilitator to choose. */
const ANY_SEAT = "any";

/** Whether who comes now may ask to share a seat. @param {Look} look */
const isShared = (look) => look.late === "share_seat" && !look.assigns;

/** Whether a seat may be chosen. @param {Look} look */
export const isOpen = (look) =>
  isShared(look) || (!look.admit && !look.assigns && look.tables.some((table) => table.seats.some((one) => one.state === "free")));

/** @param {Look} look */
function closedKey(look) {
  if (look.late) return `join.seat.late_${look.late}`;
  if (look.admit) return "join.seat.admit";
  return look.assigns ? "join.seat.assigns" : "join.seat.full";
}

/**
 * @param {string | null} choice a table's and a seat's id with a blank between
 * @returns {{ table: string, seat: string } | null}
 */
export function chosen(choice) {
  const [table, seat] = (choice ?? "").split(" ");
  return table && seat ? { table, seat } : null;
}

/**
 * @param {object} props
 * @param {Look} props.look
 * @param {Board | null} props.board null: names did not come
 * @param {string | null} props.value
 * @param {string | null} props.error
 * @param {(value: string) => void} props.onChange
 */
export function SeatCards({ look, board, value, error, onChange }) {
  const say = useWord();
  if (!isOpen(look)) return html`<${Notice}>${say(closedKey(look))}<//>`;
  const shared = isShared(look);
  const reason = shared
    ? { free: say("join.seat.nobody"), taken: undefined, bot: undefined, kept: say("join.seat.kept") }
    : { free: undefined, taken: say("join.seat.taken"), bot: say("join.seat.bot"), kept: say("join.seat.kept") };
  const card = (/** @type {TableOffer} */ table, /** @type {SeatOffer} */ one) => {
    const seat = board && seatOf(board, one.seat);
    return {
      value: `${table.id} ${one.seat}`,
      label: html`<bdi>${seat?.name ?? one.seat}</bdi>`,
      detail: shared && one.state === "bot" ? say("join.seat.bot_plays") : board ? text(board, `seats.${one.seat}.holds`) : "",
      reason: reason[one.state],
      mark: seat && html`<${Marker} look=${seat.look} code=${seat.code} size=${40} open=${(one.state !== "free") !== shared} />`,
    };
  };
  const none = {
    value: ANY_SEAT,
    label: say("join.seat.none"),
    detail: say("join.seat.none_detail"),
    mark: html`<${Icon} name="user-plus" size="l" />`,
  };
  const many = look.tables.length > 1;
  const label = shared ? "join.seat.share_label" : "join.seat.label";
  return html`<div class="stack">
    ${shared && html`<${Notice}>${say("join.seat.late_share_seat")}<//>`}
    ${look.tables.map((table, at) => {
      const last = at === look.tables.length - 1;
      const options = table.seats.map((one) => card(table, one));
      return html`<${RadioCards} key=${table.id} name="seat" value=${value} onChange=${onChange}
        label=${many ? say(`${label}_table`, { table: table.name }) : say(label)}
        options=${last ? [...options, none] : options} error=${last ? error : null} />`;
    })}
  </div>`;
}
