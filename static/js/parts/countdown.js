/** A count of a few seconds, from the moment at which it first came; what follows it the server does. */
import { html, useEffect, useState } from "../dom.js";

/** @param {{ seconds: number }} props */
export function Countdown({ seconds }) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const began = performance.now();
    setLeft(seconds);
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil(seconds - (performance.now() - began) / 1000))), 200);
    return () => clearInterval(timer);
  }, [seconds]);
  return html`<span class="countdown mono" role="timer" aria-live="off">${left}</span>`;
}
