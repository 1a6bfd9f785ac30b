/**
 * What leads the debrief: the plan as the server keeps it, and where the room stands. Nothing is shown
 * as done before the server has said so.
 */
import { useCallback, useEffect, useRef, useState } from "../../dom.js";
import { ask, read } from "../../ask.js";

/**
 * @typedef {import("../../protocol.js").Clip} SentClip
 * @typedef {import("../../protocol.js").GuidePhase} SentPhase
 * @typedef {Required<SentClip>} Clip
 * @typedef {Required<SentPhase>} Phase
 * @typedef {{ clips: readonly Clip[], dropped: readonly string[], model: "six" | "gather" | "hot_wash", phases: readonly Phase[] }} Plan
 * @typedef {Omit<import("../../protocol.js").Suggestion, "lines" | "open"> & { lines: readonly Line[], open: readonly Line[] }} Suggestion
 * @typedef {import("../../protocol.js").Line} Line
 * @typedef {{ revision: number, plan: Plan, suggestions: readonly Suggestion[], words: Readonly<Record<string, string>> }} Playlist
 * @typedef {import("../../protocol.js").Lead} Lead
 * @typedef {import("../../protocol.js").LeadView} LeadView
 * @typedef {import("../../protocol.js").LeadNow} LeadNow
 * @typedef {import("../../ask.js").Fault} Fault
 * @typedef {object} Leading
 * @property {Playlist | null} playlist
 * @property {LeadView | null} lead
 * @property {Fault | null} fault
 * @property {boolean} busy
 * @property {(change: (plan: Plan) => Plan) => Promise<boolean>} keep
 * @property {(change: Partial<Lead>) => Promise<boolean>} go
 * @property {() => void} load
 */

/** Until answers are in, how often is looked. */
const LOOK_MS = 2_000;

/**
 * What the room is shown now, as it is to be sent again with changes.
 * @param {LeadView | null} lead
 * @returns {Lead}
 */
const sentOf = (lead) => ({
  follow: lead?.follow ?? false,
  version: lead?.version ?? null,
  clip: lead?.clip?.id ?? null,
  phase: lead?.phase?.id ?? null,
  speaks: lead?.speaks ?? null,
  poll: lead?.poll?.state ?? "closed",
  form: lead?.form ?? null,
  box_s: lead?.box?.length_s ?? null,
  box_again: false,
});

/**
 * @param {string | null} address of the table's debrief; null: this reader does not lead
 * @returns {Leading}
 */
export function useLeading(address) {
  const [playlist, setPlaylist] = useState(/** @type {Playlist | null} */ (null));
  const [lead, setLead] = useState(/** @type {LeadView | null} */ (null));
  const [fault, setFault] = useState(/** @type {Fault | null} */ (null));
  const [busy, setBusy] = useState(false);
  const newest = useRef(lead);
  newest.current = lead;
  const turn = useRef(/** @type {Promise<unknown>} */ (Promise.resolve()));

  const load = useCallback(async () => {
    if (address === null) return;
    const [plan, now] = await Promise.all([read(`${address}/playlist`), read(`${address}/lead`)]);
    if (plan.ok) setPlaylist(/** @type {Playlist} */ (plan.value));
    if (now.ok) setLead(/** @type {LeadNow} */ (now.value).lead);
    setFault(plan.ok ? (now.ok ? null : now) : plan);
  }, [address]);
  useEffect(() => void load(), [load]);

  const waits = lead?.poll?.state === "open" || lead?.form !== null;
  useEffect(() => {
    if (address === null || !waits || lead === null) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState !== "visible") return;
      void read(`${address}/lead`).then((now) => now.ok && setLead(/** @type {LeadNow} */ (now.value).lead));
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [address, waits, lead === null]);

  /**
   * One after the other, each on what the one before has left.
   * @param {() => Promise<boolean>} work
   */
  const inTurn = (work) => {
    const done = turn.current.then(async () => {
      setBusy(true);
      const well = await work();
      setBusy(false);
      return well;
    });
    turn.current = done;
    return done;
  };
  const keep = (/** @type {(plan: Plan) => Plan} */ change) => inTurn(async () => {
    if (!playlist) return false;
    const answer = await ask(`${address}/playlist`, { revision: playlist.revision, plan: change(playlist.plan) });
    if (answer.ok) {
      setPlaylist(/** @type {Playlist} */ (answer.value));
      setFault(null);
      return true;
    }
    if (answer.reason === "changed") await load();
    setFault(answer);
    return false;
  });
  const go = (/** @type {Partial<Lead>} */ change) => inTurn(async () => {
    const answer = await ask(`${address}/lead`, { ...sentOf(newest.current), ...change });
    if (answer.ok) {
      newest.current = /** @type {LeadNow} */ (answer.value).lead;
      setLead(newest.current);
    }
    setFault(answer.ok ? null : answer);
    return answer.ok;
  });
  return { playlist, lead, fault, busy, keep, go, load: () => void load() };
}
