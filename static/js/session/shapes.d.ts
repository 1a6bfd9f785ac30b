/** What only the facilitator's pages and the room display read of a view. */
import type { Deal, Look, Own, Promised, PulseResult, Rationality, SessionView, Turn } from "../shapes.js";

export interface QrPath {
  readonly size: number;
  readonly path: string;
}
export interface Join {
  readonly code: string;
  readonly address: string;
  readonly open: boolean;
  readonly qr: QrPath;
}
export interface PersonPlace {
  readonly person: string;
  readonly name: string;
  readonly kind: "player" | "observer" | "evaluator" | "facilitator";
  readonly table: string | null;
  readonly seat: string | null;
  readonly devices: number;
}
export interface RoomSession extends SessionView {
  readonly join?: Join | null;
  readonly people_of?: readonly PersonPlace[];
  readonly expected?: readonly { readonly table: string; readonly seat: string; readonly name: string }[];
  readonly slot?: { readonly booked_min: number | null; readonly began_ms: number | null; readonly rehearsal: boolean; readonly lengths: Readonly<Record<string, number>> };
  readonly left?: readonly { readonly person: string; readonly name: string }[];
}
/** Who acted last, and which two dealt with each other in this round; game time. */
export interface Watch {
  readonly since_ms: number;
  readonly seats: readonly { readonly seat: string; readonly at_ms: number; readonly type: string; readonly via: string }[];
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly at_ms: number }[];
  readonly away: readonly Away[];
}
/** Nobody of a seat is connected, and when a bot sits in for it; game time. */
export interface Away {
  readonly seat: string;
  readonly since_ms: number;
  readonly sits_in_ms: number;
}
/** A note, a mark or a count that may be taken back. */
export interface Jot {
  readonly version: number;
  readonly kind: "note" | "mark" | "count";
  readonly topic: string | null;
}
/** A check that everybody can receive and answer, as the facilitator sees it. */
export interface Checking {
  readonly id: string;
  readonly people?: readonly { readonly person: string; readonly shown_ms: number | null; readonly tapped_ms: number | null }[];
}
export interface Staff {
  readonly seats: readonly Own[];
  readonly real: readonly string[];
  readonly bounced: number;
  readonly deals: readonly Deal[];
  readonly promises: readonly Promised[];
  readonly turns: readonly Turn[];
  readonly agenda_deck: readonly { readonly id: string; readonly rationality: Rationality }[];
  readonly event_deck: readonly string[];
  readonly year_one_deck: readonly string[];
  readonly opened_secrets: readonly string[];
  readonly counted: Readonly<Record<string, number>>;
  readonly looks: readonly Look[];
  readonly jots: readonly Jot[];
  readonly stand_in: { readonly after_min: number; readonly bot: string } | null;
  readonly pulses: readonly PulseResult[];
}
