/** The way back for a browser that already has a place: shown once the server has said that it holds. */
import { html, useEffect, useState } from "../dom.js";
import { read } from "../ask.js";
import { Icon } from "../parts/icon.js";
import { useWord } from "../words.js";
import { forgetPlace, placesTaken } from "./places.js";

/** @typedef {import("./places.js").Taken} Taken */

/** Answers after which a place is gone for good. */
const GONE = new Set([401, 403, 404, 410]);

/** @param {Taken} place */
async function stillHeld(place) {
  const answer = await read(`/api/people/${encodeURIComponent(place.person)}/view`);
  if (!answer.ok && GONE.has(answer.status)) forgetPlace(place);
  return answer.ok;
}

/** @returns {readonly Taken[]} */
function usePlaces() {
  const [held, setHeld] = useState(/** @type {Taken[]} */ ([]));
  useEffect(() => {
    for (const place of placesTaken()) {
      void stillHeld(place).then((holds) => holds && setHeld((before) => [...before, place]));
    }
  }, []);
  return held;
}

export function WayBack() {
  const say = useWord();
  const places = usePlaces();
  if (places.length === 0) return null;
  return html`<section class="card card-now card-in" aria-labelledby="back">
    <div class="card-head"><${Icon} name="undo-2" size="l" /><h2 id="back">${say("join.back.title")}</h2></div>
    <ul class="card-body join-places">
      ${places.map(
        (one) => html`<li key=${one.address} class="stack-s">
          <bdi class="quiet">${one.session}</bdi>
          <a class="button button-outline button-wide" href=${one.address}>
            <span>${one.seat === null ? say("join.back.waiting") : say("join.back.seat", { seat: one.seat })}</span><${Icon} name="arrow-right" /></a>
        </li>`,
      )}
    </ul>
  </section>`;
}
