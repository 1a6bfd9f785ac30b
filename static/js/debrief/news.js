/** Hears over the socket that something was opened or added at this table, so that the page reads it again at once. */
import { useEffect, useRef } from "../dom.js";
import { useSocket } from "../socket.js";

/**
 * What a view says of the table in short: it changes when there is something new to read.
 * @param {import("../shapes.js").View} view
 */
const sign = ({ opened, first, lines }) => `${opened?.secrets.length ?? 0} ${first + lines.length}`;

/**
 * Draws nothing. Without a line the page still looks from time to time.
 * @param {{ address: string, table: string, onNews: () => void }} props
 */
export function News({ address, table, onNews }) {
  const { frames } = useSocket(address);
  const view = frames.get(table)?.view;
  const now = view ? sign(view) : null;
  const heard = useRef(/** @type {string | null} */ (null));
  useEffect(() => {
    if (now === null) return;
    if (heard.current !== null && heard.current !== now) onNews();
    heard.current = now;
  }, [now]);
  return null;
}
