/** Counting down to the moment at which the server will listen again. */
import { useEffect, useState } from "../dom.js";

/**
 * @returns {{ left: number, wait: (seconds: number) => void }} seconds left; 0: none
 */
export function useWait() {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (until === 0) return undefined;
    const timer = setInterval(() => {
      const time = performance.now();
      setNow(time);
      if (time >= until) setUntil(0);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  const wait = (/** @type {number} */ seconds) => {
    setNow(performance.now());
    setUntil(seconds > 0 ? performance.now() + seconds * 1000 : 0);
  };
  return { left: until === 0 ? 0 : Math.max(0, Math.ceil((until - now) / 1000)), wait };
}

/**
 * @param {(key: string, params?: import("../words.js").Params) => string} say
 * @param {number} left seconds
 */
export function waitWords(say, left) {
  if (left === 0) return null;
  return left < 100 ? say("join.wait.seconds", { count: left }) : say("join.wait.minutes", { count: Math.ceil(left / 60) });
}
