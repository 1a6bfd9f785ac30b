/** Own scores and concerns as the game ended; the facilitator opens what was secret, one by one. */
import { html, useEffect, useState } from "../dom.js";
import { ask, read } from "../ask.js";
import { seatOf, text } from "../board.js";
import { reasonWords } from "../say.js";
import { Button } from "../parts/button.js";
import { Fold } from "../parts/explain.js";
import { Icon } from "../parts/icon.js";
import { announce } from "../parts/liveregion.js";
import { Who } from "../parts/marker.js";
import "./texts/importing.js";
import "./texts/outcome.js";
import "./texts/secrets.js";

/**
 * @typedef {import("../board.js").Board} Board
 * @typedef {import("../protocol.js").Score} Score
 * @typedef {import("../protocol.js").GameView} Seen
 * @typedef {{ concern: string, met: boolean | null }} Concern `met` null: the game is not over
 */

const ITEMS = /** @type {const} */ (["autonomy", "budget", "portals", "tokens", "goal", "core_value", "concern"]);
const SECRETS = Object.freeze(["back_ledger", "truth", "deals", "messages", "plans", "headlines", "pulses"]);

/** @param {Seen} view */
const openedIn = (view) => new Set([...(view.opened?.secrets ?? []), ...(view.staff?.opened_secrets ?? [])]);

/**
 * The concern of a seat, where these eyes may see it.
 * @param {Seen} view
 * @param {string} seat
 * @returns {Concern | null}
 */
function concernOf(view, seat) {
  const open = view.opened?.concerns.find((one) => one.seat === seat);
  if (open) return open;
  const own = view.staff?.seats.find((one) => one.seat === seat) ?? (view.own?.seat === seat ? view.own : null);
  return own ? { concern: own.concern, met: own.score ? own.score.concern > 0 : null } : null;
}

/** @param {Seen} view @returns {Score[]} */
function scoresOf(view) {
  if (view.opened?.scores.length) return [...view.opened.scores];
  const own = view.staff?.seats ?? (view.own ? [view.own] : []);
  return own.flatMap((one) => (one.score ? [one.score] : []));
}

/** An id for a command, for the server to carry it out once. */
function newId() {
  return `d-${[...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/**
 * @param {object} props
 * @param {Board} props.board
 * @param {string} props.secret
 * @param {string} [props.label] for screen readers, where the button alone does not say what it opens
 * @param {(secret: string) => Promise<string | null>} props.onOpen gives what is wrong, in words
 * @param {import("../dom.js").Child} props.children
 */
function OpenButton({ board, secret, onOpen, children }) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(/** @type {string | null} */ (null));
  const open = async () => {
    setBusy(true);
    setRefused(await onOpen(secret));
    setBusy(false);
  };
  return html`<${Button} icon="eye" busy=${busy} refused=${refused} onClick=${() => void open()}>${children ?? text(board, "secrets.open")}<//>`;
}

/**
 * The briefs that these readers may read, by seat; read again whenever more was opened.
 * @param {string} address
 * @param {string} opened
 */
function useBriefs(address, opened) {
  const [briefs, setBriefs] = useState(/** @type {Readonly<Record<string, string>>} */ ({}));
  useEffect(() => {
    const gone = new AbortController();
    void read(address, gone.signal).then((answer) => {
      if (answer.ok && !gone.signal.aborted) setBriefs(/** @type {import("../protocol.js").Briefs} */ (answer.value).briefs);
    });
    return () => gone.abort();
  }, [address, opened]);
  return briefs;
}

/** @param {{ board: Board, found: Concern | null }} props */
function ConcernText({ board, found }) {
  if (!found) return html`<p class="quiet"><span class="line"><${Icon} name="lock" size="s" /> ${text(board, "secrets.hidden")}</span></p>`;
  const chip = found.met ? " chip-good" : "";
  return html`<p><span class="line"><span class="strong">${text(board, `concerns.${found.concern}.name`)}</span>
      ${found.met !== null && html`<span class=${`chip${chip}`}><${Icon} name=${found.met ? "check" : "x"} size="s" /> ${text(board, found.met ? "secrets.met" : "secrets.missed")}</span>`}</span>
    <span class="quiet small block">${text(board, `concerns.${found.concern}.text`)}</span></p>`;
}

/** @param {{ board: Board, scores: readonly Score[] }} props */
function Items({ board, scores }) {
  const head = (/** @type {string} */ item) => text(board, item === "concern" ? "secrets.concern" : `secrets.${item}`);
  const label = text(board, "secrets.items");
  const sum = (/** @type {Score} */ one) => ITEMS.reduce((all, item) => all + one[item], 0);
  return html`<${Fold} title=${label}><div class="table-wrap" tabindex="0" role="group" aria-label=${label}><table class="table">
    <thead><tr><th scope="col">${text(board, "outcome.agency")}</th>${ITEMS.map((item) => html`<th key=${item} scope="col" class="num">${head(item)}</th>`)}<th scope="col" class="num">${text(board, "secrets.sum")}</th></tr></thead>
    <tbody>${scores.map((one) => html`<tr key=${one.seat}><th scope="row"><bdi>${seatOf(board, one.seat).short}</bdi></th>
      ${ITEMS.map((item) => html`<td key=${item} class="num">${one[item]}</td>`)}<td class="num strong">${sum(one)}</td></tr>`)}</tbody>
  </table></div><//>`;
}

/**
 * @param {object} props
 * @param {Board} props.board
 * @param {Seen} props.view the newest one
 * @param {string | null} props.control where secrets are opened; null: these readers cannot
 * @param {string} props.table its id
 * @param {string} props.briefs where the briefs are that these readers may read
 * @param {import("./lead/leading.js").Leading | null} [props.leading] takes phones and the display along
 * @param {() => void} props.onOpened
 */
export function Secrets({ board, view, control, table, briefs: address, leading = null, onOpened }) {
  const shown = view.public;
  const opened = openedIn(view);
  const over = shown?.outcome !== null;
  const briefs = useBriefs(address, [...opened].join(" "));
  const isOpen = (/** @type {string} */ secret) => opened.has("all") || opened.has(secret);
  const open = async (/** @type {string} */ secret) => {
    if (control === null) return null;
    const answer = await ask(control, { id: newId(), table, command: { type: "open_secret", secret } });
    if (!answer.ok && answer.reason === "unreachable") return text(board, "import.unreachable");
    const said = /** @type {{ type?: string, reason?: string, detail?: string }} */ (answer.ok ? answer.value : {});
    if (!answer.ok) return answer.sentence;
    if (said.type === "refused") return reasonWords(board, String(said.reason), said.detail ?? "");
    announce(text(board, "secrets.is_open"));
    if (leading?.lead?.speaks && secret === `concern:${leading.lead.speaks}`) void leading.go({ speaks: null });
    onOpened();
    return null;
  };
  const opener = (/** @type {string} */ secret, /** @type {string} */ label) => {
    if (isOpen(secret)) return html`<span class="chip chip-fill"><${Icon} name="eye" size="s" /> ${text(board, "secrets.is_open")}</span>`;
    if (control === null || !over) return null;
    return html`<${OpenButton} board=${board} secret=${secret} onOpen=${open}>${text(board, "secrets.open")}<span class="visually-hidden">: ${label}</span><//>`;
  };
  const scores = scoresOf(view);
  const detail = control !== null ? "detail" : view.staff ? "detail_imported" : "detail_player";
  return html`<div class="stack">
    <div><h2 class="debrief-heading">${text(board, "secrets.title")}</h2>
      <p class="quiet small">${text(board, `secrets.${detail}`)}</p></div>
    <ul class="rows">
      ${shown?.seats.map(({ id }) => {
        const { look, code, name } = seatOf(board, id);
        const own = shown.scores.find((one) => one.seat === id)?.own;
        const lets = control !== null && over && leading !== null && !isOpen(`concern:${id}`);
        const speaks = leading?.lead?.speaks === id;
        return html`<li key=${id} class="row row-wrap debrief-secret">
          <${Who} look=${look} code=${code} name=${name} detail=${own === undefined ? null : `${text(board, "outcome.own")} ${own}`} />
          <div class="debrief-concern"><${ConcernText} board=${board} found=${concernOf(view, id)} /></div>
          <div class="line debrief-acts">${lets && (speaks ? html`<span class="line"><span class="chip chip-fill"><${Icon} name="megaphone" size="s" /> ${text(board, "speak.now")}</span>
            <${Button} kind="quiet" busy=${leading.busy} onClick=${() => void leading.go({ speaks: null })}>${text(board, "speak.end")}<span class="visually-hidden">: ${name}</span><//></span>` : html`<${Button} kind="quiet" icon="megaphone" busy=${leading.busy}
            onClick=${() => void leading.go({ speaks: id })}>${text(board, "speak.let")}<span class="visually-hidden">: ${name}</span><//>`)}
          ${opener(`concern:${id}`, text(board, "secrets.open_label", { seat: name }))}</div>
        </li>`;
      })}
    </ul>
    ${scores.length > 0 && html`<${Items} board=${board} scores=${scores} />`}
    ${over && (control !== null || SECRETS.some(isOpen)) && html`<h3>${text(board, "secrets.more")}</h3><ul class="rows">
      ${SECRETS.map((secret) => (control !== null || isOpen(secret)) && html`<li key=${secret} class="row row-wrap"><span class="grow">${text(board, `secrets.${secret}`)}<span class="block small quiet">${text(board, `secrets.${secret}_text`)}</span></span>${opener(secret, text(board, `secrets.${secret}`))}</li>`)}
    </ul>`}
    ${(control !== null || Object.keys(briefs).length > 0) && html`<h3>${text(board, "secrets.briefs")}</h3><ul class="rows">
      ${shown?.seats.map(({ id }) => {
        const brief = briefs[id];
        const { name } = seatOf(board, id);
        const button = opener(`brief:${id}`, text(board, "secrets.brief_label", { seat: name }));
        return (brief || button) && html`<li key=${id} class="row row-wrap"><div class="grow">${brief
          ? html`<${Fold} title=${name}>${brief.split("\n").map((line, at) => html`<p key=${at} class="measure">${line}</p>`)}<//>`
          : html`<span class="strong">${name}</span>`}</div>${button}</li>`;
      })}
    </ul>`}
  </div>`;
}
