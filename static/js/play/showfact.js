/** Showing what one knows of a dependency, to all or to one. */
import { html, useState } from "../dom.js";
import { SelectField } from "../parts/field.js";
import { seatName } from "../say.js";
import { optionsOf, useGame } from "./game.js";
import { Press } from "./press.js";
import "./texts/table.js";

/** @param {{ one: import("../protocol.js").DependencyShown }} props */
export function Show({ one }) {
  const { board, pub, me, menu, say } = useGame();
  const [to, setTo] = useState("");
  const options = optionsOf(menu, "show_fact").filter(({ command }) => command.dependency === one.id);
  if (options.length === 0) return null;
  const others = pub.seats.filter((seat) => seat.id !== me).map((seat) => ({ value: seat.id, label: seatName(board, seat.id) }));
  const command = to ? { type: "show_fact", dependency: one.id, to } : { type: "show_fact", dependency: one.id };
  return html`<div class="show-fact"><${SelectField} label=${say("dependency.show_to")} value=${to} onChange=${setTo} options=${[{ value: "", label: say("dependency.to_all") }, ...others]} />
    <${Press} key=${to} command=${command} icon="eye">${say("dependency.show")}<//></div>`;
}
