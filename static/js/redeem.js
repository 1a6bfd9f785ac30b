/** A one-time link: hands its code over once, then goes where it leads. The code never leaves the fragment otherwise. */
import { html, render, useEffect, useState } from "./dom.js";
import { ask } from "./ask.js";
import { Button } from "./parts/button.js";
import { Notice } from "./parts/notice.js";
import { TopBar } from "./parts/topbar.js";
import { word } from "./words.js";

/** @type {import("./words.js").Texts} */
const TEXTS = Object.freeze({
  "redeem.title": "One moment",
  "redeem.going": "Your place is being opened",
  "redeem.no_code": "This link is not whole. Scan it again, or ask the facilitator for a new one.",
  "redeem.unreachable": "The server does not answer. Is this device on the network of the session?",
  "redeem.again": "Try again",
  "redeem.home": "To the start page",
});
const say = (/** @type {string} */ key) => word(TEXTS, key);

/** @param {string} code @returns {Promise<{ trouble: string, again: boolean } | null>} null: on the way */
async function redeem(code) {
  if (!code) return { trouble: say("redeem.no_code"), again: false };
  const answer = await ask("/api/links", { code });
  if (!answer.ok) return { trouble: answer.sentence || say("redeem.unreachable"), again: answer.status === 0 || answer.status >= 500 };
  const { address } = /** @type {{ address: string }} */ (answer.value);
  location.replace(address);
  return null;
}

function Redeem() {
  const [state, setState] = useState(/** @type {{ trouble: string, again: boolean } | null} */ (null));
  const [tries, setTries] = useState(0);
  useEffect(() => {
    setState(null);
    void redeem(location.hash.slice(1)).then(setState);
  }, [tries]);
  return html`<${TopBar} deep title=${say("redeem.title")} />
    <div class="page page-narrow over-table"><div class="card"><div class="card-body">
      ${state ? html`<${Notice} kind="bad">${state.trouble}<//>` : html`<p role="status">${say("redeem.going")}</p>`}
      ${state?.again && html`<${Button} kind="primary" icon="refresh-cw" onClick=${() => setTries(tries + 1)}>${say("redeem.again")}<//>`}
      ${state && html`<a class="button button-outline" href="/">${say("redeem.home")}</a>`}
    </div></div></div>`;
}

const root = document.getElementById("app");
if (root) {
  root.replaceChildren();
  render(html`<${Redeem} />`, root);
}
