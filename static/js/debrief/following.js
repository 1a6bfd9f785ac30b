/** Follows long work while the server does it. What it says is the server's; nothing is calculated here. */
import { useCallback, useEffect, useState } from "../dom.js";
import { ask, read } from "../ask.js";

/**
 * @typedef {import("../protocol.js").LaunchCurve} Curve
 * @typedef {import("../ask.js").Fault} Fault
 */

const LOOK_MS = 1_000;
const LOOK_AGAIN_MS = 4_000;

/**
 * Work that has an address: read it, begin it by a POST there, stop it by one to `/stop`.
 * @template {{ readonly state: string }} T
 * @param {string} address
 */
export function useWork(address) {
  const [found, setFound] = useState(/** @type {T | null} */ (null));
  const [fault, setFault] = useState(/** @type {Fault | null} */ (null));
  const [sent, setSent] = useState(false);
  const take = useCallback((/** @type {Fault | { ok: true, value: unknown }} */ answer) => {
    if (answer.ok) {
      setFault(null);
      setFound(/** @type {T} */ (answer.value));
    } else setFault(answer);
  }, []);
  const tell = async (/** @type {string} */ to) => {
    setSent(true);
    take(await ask(to, {}));
    setSent(false);
  };
  const look = useCallback(async () => take(await read(address)), [address, take]);
  useEffect(() => void look(), [look]);
  const running = found?.state === "running";
  useEffect(() => {
    if (!running || sent) return undefined;
    const timer = setTimeout(() => void look(), fault ? LOOK_AGAIN_MS : LOOK_MS);
    return () => clearTimeout(timer);
  }, [running, sent, found, fault, look]);
  return { found, fault, sent, begin: () => void tell(address), stop: () => void tell(`${address}/stop`), look: () => void look() };
}

/** @param {string} address */
export function useCurve(address) {
  const { found: curve, ...follow } = /** @type {ReturnType<typeof useWork<Curve>>} */ (useWork(address));
  return { curve, ...follow };
}
