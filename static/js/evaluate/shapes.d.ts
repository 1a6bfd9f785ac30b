/** What the evaluation guide reads of the server (docs/protocol.md). */
import type { Line } from "../shapes.js";

export type Rating = "P" | "S" | "M" | "U";
export interface Objective {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly tasks: readonly { readonly id: string; readonly text: string }[];
}
export interface Evaluation {
  readonly id: string;
  readonly table: string;
  readonly version: number | null;
  readonly at_ms: number;
  readonly round: number;
  readonly phase: string;
  readonly by: string;
  readonly mine: boolean;
  readonly objective: string;
  readonly task: string | null;
  readonly rating: Rating | null;
  readonly words: string;
}
export interface Evaluations {
  readonly guide: readonly Objective[];
  readonly evaluations: readonly Evaluation[];
}
export interface Sighted {
  readonly objective: string;
  readonly task: string;
  readonly count: number;
  readonly first_ms: number;
  readonly first_round: number;
  readonly first_phase: string;
  readonly lines: readonly Line[];
}
export interface Evidence {
  readonly sighted: readonly Sighted[];
  readonly words: Readonly<Record<string, string>>;
}
