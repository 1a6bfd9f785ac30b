/** Follows the launch curve while the server works it out. What it says is the server's; nothing is calculated here. */
import { useCallback, useEffect, useState } from "../dom.js";
import { ask, read } from "../ask.js";

/**
 * @typedef {import("./shapes.js").Curve} Curve
 * @typedef {import("../ask.js").Fault} Fault
 */

const LOOK_MS = 1_000;
const LOOK_AGAIN_MS = 4_000;

/** @param {string} address */
export function useCurve(address) {
  const [curve, setCurve] = useState(/** @type {Curve | null} */ (null));
  const [fault, setFault] = useState(/** @type {Fault | null} */ (null));
  const [sent, setSent] = useState(false);
  const take = useCallback((/** @type {Fault | { ok: true, value: unknown }} */ answer) => {
    if (answer.ok) {
      setFault(null);
      setCurve(/** @type {Curve} */ (answer.value));
    } else setFault(answer);
  }, []);
  const tell = async (/** @type {string} */ to) => {
    setSent(true);
    take(await ask(to, {}));
    setSent(false);
  };
  const look = useCallback(async () => take(await read(address)), [address, take]);
  useEffect(() => void look(), [look]);
  const running = curve?.state === "running";
  useEffect(() => {
    if (!running || sent) return undefined;
    const timer = setTimeout(() => void look(), fault ? LOOK_AGAIN_MS : LOOK_MS);
    return () => clearTimeout(timer);
  }, [running, sent, curve, fault, look]);
  return { curve, fault, sent, begin: () => void tell(address), stop: () => void tell(`${address}/stop`), look: () => void look() };
}
