/** Hears over the socket that something was opened or added at this table, so that the page reads it again at once. */
import { useEffect, useRef } from "../dom.js";
import { leadOf } from "../follow/words.js";
import { useSocket } from "../socket.js";

/**
 * What a view says of the table in short: it changes when there is something new to read.
 * @param {import("../protocol.js").View} view
 */
const sign = ({ opened, first, lines }) => `${opened?.secrets.length ?? 0} ${first + lines.length}`;

/**
 * Draws nothing. Without a line the page still looks from time to time.
 * @param {object} props
 * @param {string} props.address
 * @param {string} props.table
 * @param {() => void} props.onNews
 * @param {(version: number | null) => void} props.onLed where all look; null: nobody leads
 */
export function News({ address, table, onNews, onLed }) {
  const { frames } = useSocket(address);
  const view = frames.get(table)?.view;
  const now = view ? sign(view) : null;
  const heard = useRef(/** @type {string | null} */ (null));
  useEffect(() => {
    if (now === null) return;
    if (heard.current !== null && heard.current !== now) onNews();
    heard.current = now;
  }, [now]);
  const led = leadOf(view?.session, table)?.version ?? null;
  useEffect(() => onLed(led), [led]);
  return null;
}
