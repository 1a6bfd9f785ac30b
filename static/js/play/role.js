/** What an agency is and wants, in its own words. Its brief comes to its own seat alone. */
import { html, useCallback, useEffect, useState } from "../dom.js";
import { read } from "../ask.js";
import { Button } from "../parts/button.js";
import "./texts/brief.js";

/** Briefs that have come, by address and seat: a seat's brief never changes. @type {Map<string, string>} */
const come = new Map();

/**
 * The brief of a seat that is open to this reader. Null: it has not come yet.
 * @param {string} address
 * @param {string} seat
 */
export function useBrief(address, seat) {
  const key = `${address} ${seat}`;
  const [brief, setBrief] = useState(come.get(key) ?? null);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const known = come.get(key) ?? null;
    setBrief(known);
    setFailed(false);
    if (known !== null) return undefined;
    const gone = new AbortController();
    void read(address, gone.signal).then((answer) => {
      if (gone.signal.aborted) return;
      const found = answer.ok ? /** @type {import("../protocol.js").Briefs} */ (answer.value).briefs[seat] : undefined;
      if (found === undefined) return setFailed(true);
      come.set(key, found);
      setBrief(found);
    });
    return () => gone.abort();
  }, [key, tries]);
  const retry = useCallback(() => setTries((now) => now + 1), []);
  return { brief, failed, retry };
}

/** @param {{ seat: string, say: import("./game.js").Say, address: string }} props */
export function Role({ seat, say, address }) {
  const { brief, failed, retry } = useBrief(address, seat);
  const part = (/** @type {string} */ name) => say(`seats.${seat}.${name}`);
  return html`<div class="stack">
    ${brief?.split("\n").map((line, at) => html`<p key=${at} class="measure">${line}</p>`)}
    ${brief === null && !failed && html`<span class="skeleton skeleton-block"></span>`}
    ${failed && html`<p>${say("brief.failed")} <${Button} kind="quiet" icon="refresh-cw" onClick=${retry}>${say("play.retry")}<//></p>`}
    <dl class="stack-s role">
      <dt>${say("brief.holds")}</dt><dd>${part("holds")}</dd>
      <dt>${say("terms.public_goal.name")}</dt><dd>${part("goal")}</dd>
      <dt>${say("terms.core_value.name")}</dt><dd>${part("core_value")}</dd>
    </dl>
  </div>`;
}
