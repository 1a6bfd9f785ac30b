/** What the debrief reads besides what all pages read. */
import type { Deal, Line, Opened as OpenedInPlay, Own, Phase, Promised, Public, PulseResult } from "../shapes.js";

export interface DebriefPage {
  readonly page: "debrief";
  readonly table: { readonly id: string; readonly name: string };
  readonly session: { readonly id: string; readonly title: string } | null;
  readonly board: string;
  readonly course: string;
  /** what stands before the number of an entry */
  readonly moment: string;
  readonly imported: boolean;
  /** "facilitator", "public", or the id of a seat */
  readonly eyes: readonly string[];
  /** where what changes at this table is told */
  readonly socket: string;
  /** of the seats, as far as they are open to this reader */
  readonly briefs: string;
  /** who moved what */
  readonly causes: string;
  readonly log: string | null;
  /** the own debrief in one file; null: staff have it on the page of the report */
  readonly file: string | null;
  /** the page of the report; null: not for this reader */
  readonly report: string | null;
  /** the moments of a saved debrief; absent: the page has a server */
  readonly kept?: readonly { readonly version: number; readonly title: string; readonly question: string }[];
  /** Of a saved debrief: where the alternatives lie that were weighed. */
  readonly alternatives?: readonly string[];
  /** names of facilitators by the ids of the lines; absent: a saved debrief, which names nobody */
  readonly staff?: Readonly<Record<string, string>>;
  /** of the launch curve; null: not for this reader */
  readonly curve: string | null;
  /** of the place among simulated games; null: not for this reader */
  readonly placing: string | null;
  /** where to play on; null: not this reader, or the session is over */
  readonly fork: string | null;
  /** questions from the research behind the game; empty: not for this reader */
  readonly prompts: readonly Prompt[];
  /** the tables of the session; empty: not for this reader */
  readonly tables: readonly TableName[];
}

/** What a debrief may take up. */
export interface Prompt {
  readonly claim: string;
  readonly title: string;
  readonly paper: string;
  readonly look_for: string;
  readonly ask: string;
}

/** `parent`: the table that it was forked from. */
export interface TableName {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  readonly parent_version: number | null;
}

/** `version`: the number for this reader; `of_all`: how many entries all were told of by then, not for staff. */
export interface SentEntry {
  readonly version: number;
  readonly of_all?: number;
  readonly at_ms: number;
  readonly round: number;
  readonly phase: Phase;
  readonly quarter: number;
  readonly by: string;
  readonly via: string;
  readonly type: string;
  readonly aside: boolean;
  readonly support: number;
  readonly legal_pressure: number;
  readonly counter: number;
  readonly rating: number;
}

export interface Entry extends SentEntry {
  /** From 1 without gaps: where it stands on this reader's scrubber. */
  readonly place: number;
}

export interface Staff {
  readonly seats: readonly Own[];
  readonly real: readonly string[];
  readonly bounced: number;
  readonly deals: readonly Deal[];
  readonly promises: readonly Promised[];
  readonly opened_secrets: readonly string[];
  readonly pulses: readonly PulseResult[];
}

/** A view of the game. */
/** What has been opened, with the answers to what was asked during play. */
export interface Opened extends OpenedInPlay {
  readonly pulses: readonly PulseResult[];
}

export interface Seen {
  readonly viewer: { readonly kind: string; readonly seat: string | null };
  readonly public: Public;
  readonly own: Own | null;
  readonly staff: Staff | null;
  readonly opened: Opened | null;
}

/** What was seen after an entry, and with whose eyes. */
export interface Moment {
  readonly place: number;
  readonly eyes: string;
  readonly view: Seen;
  readonly lines: readonly Line[];
  readonly words: Readonly<Record<string, string>>;
}

export interface Chance {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Shares run from 0 to 1. `chances`: by outcome, and of a launch at all. */
export interface CurvePoint {
  readonly version: number;
  readonly at_ms: number;
  readonly certain: boolean;
  readonly games: number;
  readonly chances: Readonly<Record<string, Chance>>;
}

/** `first` and `last` are the entries of its two points, `version` the one that tells most. */
export interface CurveTurn {
  readonly of: string;
  readonly first: number;
  readonly last: number;
  readonly version: number;
  readonly before: number;
  readonly after: number;
  readonly lines: readonly Line[];
}

export interface Curve {
  readonly state: "none" | "running" | "done" | "stopped";
  readonly done: number;
  readonly of: number;
  readonly points: readonly CurvePoint[];
  readonly turns: readonly CurveTurn[];
  readonly words: Readonly<Record<string, string>>;
}
