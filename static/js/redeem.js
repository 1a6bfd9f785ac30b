/**
 * A one-time link: says what it is for, hands its code over once, then goes where it leads. A link for
 * somebody by name waits for a press. The code never leaves the fragment otherwise.
 */
import { html, render, useEffect, useState } from "./dom.js";
import { ask } from "./ask.js";
import { Button } from "./parts/button.js";
import { Icon } from "./parts/icon.js";
import { Notice } from "./parts/notice.js";
import { TopBar } from "./parts/topbar.js";
import { pageData } from "./pagedata.js";
import { word } from "./words.js";
import { JOIN_TEXTS } from "./join/texts.js";

/**
 * @typedef {{ trouble: string, again: boolean }} Trouble
 * @typedef {import("./protocol.js").LinkSeen} Seen
 */

/** @type {import("./words.js").Texts} */
const TEXTS = Object.freeze({
  ...JOIN_TEXTS,
  "redeem.title": "One moment",
  "redeem.going": "Your place is being opened",
  "redeem.no_code": "This link is not whole. Scan it again, or ask the facilitator for a new one.",
  "redeem.unreachable": "The server does not answer. Is this device on the network of the session?",
  "redeem.again": "Try again",
  "redeem.home": "To the start page",
  "redeem.for": "This link is for {name}",
  "redeem.seat": "You play: {seat}",
  "redeem.player": "It opens your place in this game. It works once; afterwards this device finds the way back by itself.",
  "redeem.evaluator": "You evaluate this session. What you rate and note is kept with your name and goes into the report.",
  "redeem.facilitator": "You lead this session together with others. What you do in it is kept in its log.",
  "redeem.press": "I am {name}, go in",
  "redeem.not_me": "It is not for you? Close this page; nothing has been used.",
});
const say = (/** @type {string} */ key, /** @type {import("./words.js").Params} */ params = {}) => word(TEXTS, key, params);

/** @param {import("./ask.js").Fault} fault @returns {Trouble} */
const troubleOf = (fault) => ({ trouble: fault.sentence || say("redeem.unreachable"), again: fault.status === 0 || fault.status >= 500 });

/** @param {string} code @returns {Promise<Trouble | null>} null: on the way */
async function redeem(code) {
  const answer = await ask("/api/links", { code });
  if (!answer.ok) return troubleOf(answer);
  const { address } = /** @type {{ address: string }} */ (answer.value);
  location.replace(address);
  return null;
}

/** What stands before a press: who it is for, and what is recorded. @param {{ seen: Seen, days: number, onPress: () => void, busy: boolean }} props */
function Invitation({ seen, days, onPress, busy }) {
  const line = (/** @type {string} */ icon, /** @type {string} */ text) => html`<li class="line"><${Icon} name=${icon} /><span>${text}</span></li>`;
  const kept = days === 0 ? "until" : days === 1 ? "day" : "days";
  return html`<h2>${say("redeem.for", { name: "" })} <bdi>${seen.name}</bdi></h2>
    <p class="strong"><bdi>${seen.session}</bdi></p>${seen.seat && html`<p>${say("redeem.seat", { seat: seen.seat })}</p>`}<p>${say(`redeem.${seen.kind}`)}</p>
    ${seen.kind === "player" && html`<ul class="rows redeem-first">${line("scroll-text", say("join.first.recorded"))}${line("eye", say("join.first.confidence"))}
      ${seen.watched !== "no" && line("square-check", say(`join.first.watched_${seen.watched}`))}${line("hourglass", say(`join.first.kept_${kept}`, { days }))}</ul>`}
    <${Button} kind="primary" icon="check" wide big busy=${busy} onClick=${onPress}>${say("redeem.press", { name: seen.name ?? "" })}<//>
    <p class="small quiet">${say("redeem.not_me")}</p>`;
}

/** @param {{ days: number }} props */
function Redeem({ days }) {
  const [state, setState] = useState(/** @type {Trouble | null} */ (null));
  const [seen, setSeen] = useState(/** @type {Seen | null} */ (null));
  const [busy, setBusy] = useState(false);
  const [tries, setTries] = useState(0);
  const code = location.hash.slice(1);
  const go = async () => {
    setBusy(true);
    const trouble = await redeem(code);
    setState(trouble);
    if (trouble) setBusy(false);
  };
  const look = async () => {
    setState(null);
    if (!code) {
      setState({ trouble: say("redeem.no_code"), again: false });
      return;
    }
    const answer = await ask("/api/links/look", { code });
    if (!answer.ok) {
      setState(troubleOf(answer));
      return;
    }
    const found = /** @type {Seen} */ (answer.value);
    setSeen(found);
    if (!found.press) await go();
  };
  useEffect(() => {
    void look();
  }, [tries]);
  const waits = seen?.press && !state;
  return html`<${TopBar} deep title=${waits ? html`<bdi>${seen.session}</bdi>` : say("redeem.title")} />
    <div class="page page-narrow over-table"><div class="card"><div class="card-body">
      ${state ? html`<${Notice} kind="bad">${state.trouble}<//>` : waits ? html`<${Invitation} seen=${seen} days=${days} busy=${busy} onPress=${() => void go()} />` : html`<p role="status">${say("redeem.going")}</p>`}
      ${state?.again && html`<${Button} kind="primary" icon="refresh-cw" onClick=${() => setTries(tries + 1)}>${say("redeem.again")}<//>`}
      ${state && html`<a class="button button-outline" href="/">${say("redeem.home")}</a>`}
    </div></div></div>`;
}

const root = document.getElementById("app");
if (root) {
  root.replaceChildren();
  const { retention_days: days = 0 } = /** @type {{ retention_days?: number }} */ (pageData() ?? {});
  render(html`<${Redeem} days=${days} />`, root);
}
