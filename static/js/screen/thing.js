/** The one thing that the facilitator put on every screen, and a screen that shows nothing. */
import { html } from "../dom.js";
import { seatOf } from "../board.js";
import { thingOf } from "../thing.js";
import { Marker } from "../parts/marker.js";
import { useShow } from "./show.js";
import { TableScene } from "./table.js";

/** Signs from which the title is set smaller, and smaller again. */
const LONG = 60;
const LONGEST = 220;

export function ThingScene() {
  const { board, pub, frame } = useShow();
  const thing = thingOf(board, pub, frame.view.words);
  if (!thing) return html`<${TableScene} />`;
  const size = thing.title.length > LONGEST ? "s" : thing.title.length > LONG ? "m" : "l";
  return html`<div class="scene scene-thing" data-size=${size}>
    ${thing.seats.length > 0 && html`<p class="thing-seats">${thing.seats.map((id) => {
      const { look, code, name } = seatOf(board, id);
      return html`<${Marker} key=${id} look=${look} code=${code} size=${64} name=${name} />`;
    })}</p>`}
    <h2><bdi>${thing.title}</bdi></h2>
    ${thing.lines.map((line, at) => html`<p key=${at} class="thing-line">${line}</p>`)}
  </div>`;
}

/** Dark and empty, so that eyes go to people. */
export function BlankScene() {
  return html`<div class="scene scene-blank"></div>`;
}
