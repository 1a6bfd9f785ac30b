/** Small drawings of the player page: an agency's marker by its id. */
import { html } from "../dom.js";
import { seatOf } from "../board.js";
import { Marker, Who } from "../parts/marker.js";
import { useGame } from "./game.js";

/**
 * @param {object} props
 * @param {string} props.id
 * @param {number} [props.size]
 * @param {boolean} [props.named] its name stands nowhere beside it
 */
export function SeatMark({ id, size = 28, named = false }) {
  const { board } = useGame();
  const seat = seatOf(board, id);
  return html`<${Marker} look=${seat.look} code=${seat.code} size=${size} name=${named ? seat.name : undefined} />`;
}

/** @param {{ id: string, detail?: import("../dom.js").Child, size?: number }} props */
export function SeatWho({ id, detail, size = 36 }) {
  const { board } = useGame();
  const seat = seatOf(board, id);
  return html`<${Who} look=${seat.look} code=${seat.code} name=${seat.name} detail=${detail} size=${size} />`;
}
