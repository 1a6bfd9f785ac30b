/** The data of the page, and what the page makes of what the server sends. */
import type { CourseEntry, Moment as SentMoment } from "../protocol.js";

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

export interface Entry extends CourseEntry {
  /** From 1 without gaps: where it stands on this reader's scrubber. */
  readonly place: number;
}

/** What was seen after an entry, and with whose eyes. */
export interface Moment extends Omit<SentMoment, "version"> {
  readonly place: number;
  readonly eyes: string;
}
