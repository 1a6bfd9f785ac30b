/** The page's line to its table, as a page holds it. */
import { useEffect, useState } from "./dom.js";
import { Connection } from "./socket/connection.js";
import { gameTime, NOTHING } from "./socket/frames.js";

/**
 * @typedef {import("./socket/asking.js").Answer} Answer
 * @typedef {import("./socket/asking.js").Older} Older
 */

/**
 * The line of a page, for as long as the page lasts.
 *
 * `view` and `atMs` are those of the only table (a facilitator reads `frames`). `send` and `older`
 * always come to an answer, if need be after a reconnection; `again` tries anew after an end.
 *
 * @param {string} address
 */
export function useSocket(address) {
  const [line, setLine] = useState(/** @type {Connection | null} */ (null));
  const [snapshot, setSnapshot] = useState(NOTHING);
  useEffect(() => {
    const made = new Connection(address, setSnapshot);
    setLine(made);
    return () => made.stop();
  }, [address]);
  const { frame } = snapshot;
  return {
    ...snapshot,
    view: frame?.view ?? null,
    atMs: frame?.atMs ?? 0,
    running: frame?.running ?? false,
    now: () => (frame ? gameTime(frame) : 0),
    /** @type {(command: object, table?: string | null) => Promise<Answer>} */
    send: (command, table = null) =>
      line ? line.send(command, table) : Promise.resolve({ refused: true, reason: "busy", detail: "", late: false }),
    /** @type {(before: number, table?: string | null) => Promise<Older>} */
    older: (before, table = null) =>
      line ? line.older(before, table) : Promise.resolve({ first: before, lines: [] }),
    again: () => line?.again(),
  };
}
