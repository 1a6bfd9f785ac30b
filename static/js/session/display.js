/** What the room display shows: it follows the game, or holds the scene that is chosen here. */
import { html } from "../dom.js";
import { useWord } from "../words.js";
import { Icon } from "../parts/icon.js";
import { ActButton } from "./act.js";
import { useDesk } from "./desk.js";
import { Spot } from "./spot.js";
import "./texts/display.js";

/** The scenes of the room display, with the icon of each. */
export const SCENES = Object.freeze(
  /** @type {readonly [string, string][]} */ ([
    ["join", "qr-code"],
    ["table", "network"],
    ["trust", "heart"],
    ["card", "newspaper"],
    ["reveal", "eye"],
    ["vote", "vote"],
    ["year_one", "rocket"],
    ["blank", "moon"],
  ]),
);

export function Display() {
  const say = useWord();
  const { pub, session, table, tables, control } = useDesk();
  const address = tables.length > 1 ? `/screen/${session.id}/${table.id}` : `/screen/${session.id}`;
  const show = (/** @type {string | null} */ scene) => () => control(scene ? { type: "spotlight", scene } : { type: "spotlight" });
  return html`<div class="stack-s">
    <a class="button button-outline" href=${address} target="_blank" rel="noopener"><${Icon} name="monitor" /><span>${say("display.open")}</span></a>
    ${tables.length > 1 && html`<a class="button button-outline" href=${`/screen/${session.id}`} target="_blank" rel="noopener"><${Icon} name="layers" /><span>${say("display.all")}</span></a>`}
    <p class="small quiet">${say("display.text")}</p>
    <div class="scenes" role="group" aria-label=${say("display.scenes")}>
      <${ActButton} icon="sparkles" pressed=${pub.spotlight === null} run=${show(null)}>${say("scene.auto")}<//>
      ${SCENES.map(([scene, icon]) => html`<${ActButton} key=${scene} icon=${icon} pressed=${pub.spotlight === scene} run=${show(scene)}>${say(`scene.${scene}`)}<//>`)}
    </div>
    <${Spot} />
  </div>`;
}
