/** What every scene stands on: the view of one table, as the room display gets it. */
import { createContext, useContext } from "../dom.js";

/**
 * @typedef {object} Show
 * @property {import("../board.js").Board} board
 * @property {import("../socket/frames.js").Frame} frame
 * @property {import("../protocol.js").Public} pub
 * @property {import("../protocol.js").SessionView} session
 */

export const ShowContext = createContext(/** @type {Show | null} */ (null));

/** @returns {Show} */
export function useShow() {
  const show = useContext(ShowContext);
  if (!show) throw new Error("no table on show");
  return show;
}
