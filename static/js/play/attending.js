/**
 * What the facilitator does to this page from outside: a check that it receives, a thing shown to
 * everybody, a word that something was done for this seat, and a look over this shoulder.
 */
import { html, useEffect, useState } from "../dom.js";
import { ask } from "../ask.js";
import { seatOf } from "../board.js";
import { lineWords, reasonWords } from "../say.js";
import { thingOf } from "../thing.js";
import { Button } from "../parts/button.js";
import { Icon } from "../parts/icon.js";
import { Marker } from "../parts/marker.js";
import { Notice } from "../parts/notice.js";
import { told } from "./attendtexts.js";
import { useDraft } from "./drafts.js";
import { useGame } from "./game.js";

/**
 * @typedef {import("../protocol.js").View} View
 * @typedef {import("../board.js").Board} Board
 */

/** This device says by itself that it shows the check, and once more when it is tapped. @param {{ view: View, person: string }} props */
export function CheckPrompt({ view, person }) {
  const [tapped, setTapped] = useState("");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(/** @type {string | null} */ (null));
  const id = view.session.check?.id ?? null;
  const tell = (/** @type {boolean} */ is) => ask(`/api/people/${person}/check`, { id, tapped: is });
  useEffect(() => {
    if (id !== null) void tell(false);
  }, [id]);
  if (id === null || tapped === id) return null;
  const tap = async () => {
    setBusy(true);
    const answer = await tell(true);
    setBusy(false);
    setRefused(answer.ok ? null : answer.sentence || told("check.failed"));
    if (answer.ok) setTapped(id);
  };
  return html`<div class="over-all" role="alert"><div class="card"><div class="card-body stack">
    <h2>${told("check.title")}</h2><p>${told("check.text")}</p>
    <${Button} kind="now" icon="check" big wide busy=${busy} refused=${refused} onClick=${tap}>${told("check.tap")}<//>
  </div></div></div>`;
}

/**
 * A bot sat in while nobody was here: asked, not thrown over, and theirs again with one tap.
 * @param {{ board: Board, line: import("../play.js").Line, looking?: boolean }} props
 */
export function SeatBack({ board, line, looking = false }) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(/** @type {string | null} */ (null));
  const take = async () => {
    setBusy(true);
    const answer = await line.send({ type: "take_seat_back" });
    setBusy(false);
    setRefused("refused" in answer ? reasonWords(board, answer.reason, answer.detail) : null);
  };
  return html`<div class="page over-table seat-back" role="status"><${Notice} kind="now" icon="bot"><div class="stack-s">
    <p><span class="strong">${told("seat_back.title")}</span> ${told("seat_back.text")}</p>
    ${!looking && html`<${Button} kind="now" icon="undo-2" big wide busy=${busy} refused=${refused} onClick=${take}>${told("seat_back.take")}<//>`}
  </div><//></div>`;
}

/** The one thing that the facilitator shows to everybody; each reader can put it aside. @param {{ board: Board, view: View }} props */
export function Shown({ board, view }) {
  const [hidden, setHidden] = useState("");
  const pub = view.public;
  const thing = pub ? thingOf(board, pub, view.words) : null;
  const key = `${pub?.spotlight} ${pub?.spotlight_text ?? ""}`;
  useEffect(() => {
    // Taken away and shown again, it is new.
    if (!thing) setHidden("");
  }, [thing === null]);
  if (!thing || hidden === key) return null;
  return html`<div class="over-all" role="status"><section class="card thing" aria-label=${told("thing.title")}><div class="card-body stack">
    <p class="small quiet line"><${Icon} name="megaphone" size="s" />${told("thing.title")}</p>
    <h2 class="line">${thing.seats.map((id) => {
      const { look, code, name } = seatOf(board, id);
      return html`<${Marker} key=${id} look=${look} code=${code} size=${36} name=${name} />`;
    })}<bdi class="play-words">${thing.title}</bdi></h2>
    ${thing.lines.map((line, at) => html`<p key=${at}>${line}</p>`)}
    <div class="actions actions-start"><${Button} icon="x" onClick=${() => setHidden(key)}>${told("thing.hide")}<//></div>
  </div></section></div>`;
}

/** What the facilitator did for this seat just now, with the reason, until it is put aside. */
export function DoneForMe() {
  const { board, view, pub, me, place } = useGame();
  const [aside, setAside] = /** @type {[number | null, (id: number | null) => void]} */ (useDraft(`${place}/done for me`));
  const found = view.lines
    .map((line, at) => ({ line, id: view.first + at }))
    .findLast(({ line }) => line.kind === "acted_for_what" && line.params["seat"] === me && line.round === pub.round);
  if (!found || (aside ?? -1) >= found.id) return null;
  const { text, said } = lineWords(board, found.line, view.words);
  return html`<${Notice} icon="hand"><div class="line-between"><span>${text}${said && html` <q><bdi>${said}</bdi></q>`}</span>
    <${Button} kind="quiet" icon="x" onClick=${() => setAside(found.id)}>${told("done_for.hide")}<//></div><//>`;
}
