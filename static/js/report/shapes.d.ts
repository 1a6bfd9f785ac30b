/** The data of the page of a report, and what the page makes of a sheet. */
import type { ReportSheet, SheetNow as SentSheet } from "../protocol.js";
import type { Whole } from "../shapes.js";

export type Sheet = Whole<ReportSheet>;
export type SheetNow = Whole<SentSheet>;
export type Objective = Sheet["objectives"][number];
export type Finding = Objective["strengths"][number];
export type Measure = Sheet["measures"][number];

/** What is typed, on this device: the sheet that it began with lies beside it. */
export interface Draft extends SheetNow { readonly base: Sheet }
/** A place of the sheet where two wrote at once; `id`: of an objective, or the number of a measure. */
export interface Clash { readonly field: keyof Sheet; readonly id: string; readonly mine: unknown; readonly theirs: unknown }

/** A moment that can be evidence. */
export interface Evidence { readonly version: number; readonly label: string }

export interface ReportPage {
  readonly page: "report";
  readonly table: { readonly id: string; readonly name: string };
  readonly session: string;
  readonly address: string;
  readonly sheet: string;
  readonly exports: string;
  readonly debrief: string;
  readonly eyes: readonly { readonly id: string; readonly name: string }[];
  readonly shown: { readonly eyes: string; readonly names: boolean; readonly words: boolean; readonly model: boolean };
  readonly moments: readonly Evidence[];
  /** the objectives of the scenario's own guide */
  readonly aims: readonly { readonly id: string; readonly title: string }[];
  /** whether a launch curve was worked out */
  readonly model: boolean;
  readonly pdf: boolean;
}
