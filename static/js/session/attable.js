/** From the line of a facilitator's page to the table in view, and the ways to act on it. */
import { useMemo } from "../dom.js";
import { reasonWords } from "../say.js";
import { useWord } from "../words.js";
import { post } from "./api.js";
import { staffOf } from "./desk.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("../protocol.js").SessionView} RoomSession
 * @typedef {ReturnType<typeof import("../socket.js").useSocket>} Line
 */

/** Why a table may be passed over where an act is for several. */
const BESIDE = Object.freeze(["already", "not_started", "game_ended"]);

/**
 * The tables that have come, the one that is picked (else the first), and what its parts stand on;
 * null until its first view is there.
 *
 * @param {object} from
 * @param {import("../board.js").Board} from.board
 * @param {Line} from.line
 * @param {string} from.session
 * @param {readonly string[]} [from.bots]
 * @param {string} [from.bot]
 * @param {string} [from.me]
 * @param {boolean} [from.secrets]
 * @param {string} from.picked
 */
export function useTable({ board, line, session, bots = [], bot = "", me = "", secrets = false, picked }) {
  const say = useWord();
  const seen = /** @type {RoomSession | undefined} */ (line.view?.session);
  const places = (seen?.tables ?? []).filter((one) => line.frames.has(one.id));
  const table = places.find((one) => one.id === picked) ?? places[0];
  const frame = table && line.frames.get(table.id);
  const ids = places.map((one) => one.id);
  const fetch = (/** @type {string} */ part, /** @type {object} */ body) => post(`/api/sessions/${session}/${part}`, body, say("desk.unreachable"));
  const desk = useMemo(() => {
    const staff = frame && staffOf(frame.view);
    if (!table || !frame?.view.public || !staff) return null;
    const control = async (/** @type {object} */ command, /** @type {boolean | readonly string[]} */ at = false) => {
      const where = typeof at === "boolean" ? (at ? ids : [table.id]) : at;
      const answers = await Promise.all(where.map((id) => line.send(command, id)));
      // Where a table needs it no more, or not yet, the others still got it; one alone is told what stood in its way.
      const refused = answers.filter((answer) => "refused" in answer);
      const told = refused.find((answer) => !BESIDE.includes(answer.reason) || refused.length === answers.length);
      if (!told) return null;
      const sentence = reasonWords(board, told.reason, told.detail);
      return where.length > 1 ? `${places.find((one) => one.id === where[answers.indexOf(told)])?.name}: ${sentence}` : sentence;
    };
    return /** @type {Desk} */ ({
      board, frame, table, staff, secrets, fetch, control, tables: ids, bots, bot, me, lost: line.state !== "open",
      pub: frame.view.public,
      session: /** @type {RoomSession} */ (frame.view.session),
      ask: async (part, body) => {
        const asked = await fetch(part, body);
        return asked.ok ? null : asked.failure.sentence;
      },
      older: (before) => line.older(before, table.id),
    });
  }, [frame, secrets, line.state, table?.id]);
  return { desk, places, table };
}
