/** The table from above at one moment: what agencies depend on, and who trusts whom. */
import { html } from "../dom.js";
import { dependencyOf, seatOf, text } from "../board.js";
import { Fold } from "../parts/explain.js";
import { Marker } from "../parts/marker.js";
import { DependencyNetwork, LINK_STATES, TrustNetwork } from "../parts/network.js";
import { countOf } from "./outcome.js";
import "./texts/nets.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").Public} Public
 * @typedef {import("../protocol.js").DependencyShown} DependencyView
 * @typedef {import("../protocol.js").SideShown} SideView
 * @typedef {import("../parts/network.js").LinkState} LinkState
 * @typedef {import("../protocol.js").GameView} Seen
 */

/**
 * What these eyes knew of a dependency: the common map, their own facts; the facilitator the truth.
 * @param {Seen} view
 * @param {DependencyView} one
 * @returns {boolean | null}
 */
function realTo(view, one) {
  if (one.real !== null) return one.real;
  if (view.staff) return view.staff.real.includes(one.id);
  return view.own?.facts.find((fact) => fact.dependency === one.id)?.real ?? null;
}

/** @param {Seen} view @param {DependencyView} one @returns {LinkState} */
function stateTo(view, one) {
  if (one.state !== "open") return one.state;
  const real = realTo(view, one);
  if (real === null) return "unknown";
  return real ? "open" : "dead";
}

/** @param {Board} board @param {Public} shown */
const netSeats = (board, shown) => shown.seats.map(({ id }) => seatOf(board, id));

/** @param {Board} board */
const stateNames = (board) =>
  /** @type {Record<LinkState, string>} */ (Object.fromEntries(LINK_STATES.map((one) => [one, text(board, `net.state.${one}`)])));

/** @param {SideView} side @param {string} state */
function sideKey(side, state) {
  if (side.answered) return "answered";
  if (side.protest) return "protest";
  if (side.waived) return "waived";
  return side.overridden && state === "open" ? "overridden" : "stands";
}

/** @param {{ board: Board, seat: string }} props */
const Small = ({ board, seat }) => {
  const { look, code, name } = seatOf(board, seat);
  return html`<${Marker} look=${look} code=${code} name=${name} size=${24} />`;
};

/** @param {{ board: Board, view: Seen, one: DependencyView }} props */
function Known({ board, view, one }) {
  if (!view.staff) return null;
  if (one.real !== null) return html`<span class="small quiet">${text(board, "net.knows_all")}</span>`;
  const knows = view.staff.seats.filter((seat) => seat.facts.some((fact) => fact.dependency === one.id));
  if (knows.length === 0) return html`<span class="small quiet">${text(board, "net.knows_nobody")}</span>`;
  return html`<span class="line debrief-name small"><span class="quiet">${text(board, "net.knows")}</span>
    ${knows.map((seat) => html`<${Small} key=${seat.seat} board=${board} seat=${seat.seat} />`)}</span>`;
}

/** @param {{ board: Board, view: Seen, shown: Public }} props */
function DependencyList({ board, view, shown }) {
  return html`<ul class="rows debrief-list">
    ${shown.dependencies.map((one) => {
      const { tag, name } = dependencyOf(board, one.id);
      const state = stateTo(view, one);
      return html`<li key=${one.id} class="row row-wrap debrief-row">
        <div class="line-between"><span><span class="mono quiet">${tag}</span> <bdi class="strong">${name}</bdi></span>
          <span class=${`chip${state === "live" ? " chip-good" : ""}`}>${text(board, `net.state.${state}`)}</span></div>
        <div class="line small">${one.sides.map((side) => html`<span key=${side.seat} class="line debrief-name"><${Small} board=${board} seat=${side.seat} />
          <span class=${side.protest ? "bad" : null}>${text(board, `net.side.${sideKey(side, one.state)}`)}</span></span>`)}</div>
        <div class="line small"><span class="quiet">${text(board, "net.numbers", { sensitivity: one.sensitivity, progress: one.progress, effort: one.effort })}</span>
          <${Known} board=${board} view=${view} one=${one} /></div>
      </li>`;
    })}
  </ul>`;
}

/**
 * @param {{ board: Board, view: Seen, shown: Public, at: string }} props
 */
export function Dependencies({ board, view, shown, at }) {
  const names = stateNames(board);
  const links = shown.dependencies.map((one) => {
    const { tag, name } = dependencyOf(board, one.id);
    const state = stateTo(view, one);
    const building = one.state === "signed" ? ` ${one.progress}/${one.effort}` : "";
    return { id: one.id, a: one.sides[0].seat, b: one.sides[1].seat, tag: `${tag}${building}`, name, state, stateName: names[state] };
  });
  const caption = text(board, "net.caption", { live: countOf(shown, "live"), need: shown.need, signed: countOf(shown, "signed") });
  const detail = html`${text(board, "debrief.at", { at })}. ${text(board, view.staff ? "net.detail_all" : "net.detail_public")}`;
  return html`<${DependencyNetwork} seats=${netSeats(board, shown)} links=${links} stateNames=${names} caption=${caption}
      detail=${detail} focus=${view.viewer.seat} height=${430} />
    <${Fold} title=${text(board, "net.list")}><${DependencyList} board=${board} view=${view} shown=${shown} /><//>`;
}

/** @param {Board} board @param {Public} shown */
function trustFinding(board, shown) {
  const tokens = shown.seats.map((one) => one.tokens);
  const most = Math.max(...tokens);
  if (most === 0) return text(board, "trust.none");
  if (Math.min(...tokens) === most) return text(board, "trust.caption_even", { count: most });
  const seats = shown.seats.filter((one) => one.tokens === most).map((one) => seatOf(board, one.id).name);
  return text(board, seats.length > 1 ? "trust.caption_several" : "trust.caption", { seat: seats.join(", "), count: most });
}

/** @param {{ board: Board, view: Seen, shown: Public, at: string }} props */
export function Trust({ board, view, shown, at }) {
  const trust = shown.seats.flatMap((from, i) =>
    shown.seats.flatMap((to, j) => {
      const tokens = shown.trust[i]?.[j] ?? 0;
      return tokens > 0 ? [{ from: from.id, to: to.id, tokens }] : [];
    }),
  );
  return html`<${TrustNetwork} seats=${netSeats(board, shown)} trust=${trust} caption=${trustFinding(board, shown)}
    detail=${text(board, "debrief.at", { at })} focus=${view.viewer.seat} height=${380} />`;
}
