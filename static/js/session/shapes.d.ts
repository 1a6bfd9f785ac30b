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
  readonly slot?: { readonly booked_min: number | null; readonly began_ms: number | null; readonly rehearsal: boolean; readonly lengths: Readonly<Record<string, number>> };
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
  readonly looks: readonly Look[];
  readonly pulses: readonly PulseResult[];
}
