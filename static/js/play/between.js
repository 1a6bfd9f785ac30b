/** Trust between all, for who has no part in it. */
import { html } from "../dom.js";
import { seatOf } from "../board.js";
import { TrustNetwork } from "../parts/network.js";
import { trustOf, useGame } from "./game.js";

export function TrustBetween() {
  const { board, pub, say } = useGame();
  const seats = pub.seats.map((one) => { const { id, short, code, look } = seatOf(board, one.id); return { id, name: short, code, look }; });
  const trust = pub.seats.flatMap((from) => pub.seats.map((to) => ({ from: from.id, to: to.id, tokens: trustOf(pub, from.id, to.id).tokens })));
  return html`<section class="card-desk"><${TrustNetwork} seats=${seats} trust=${trust.filter((one) => one.tokens > 0)} caption=${say("trust.between")} /></section>`;
}
