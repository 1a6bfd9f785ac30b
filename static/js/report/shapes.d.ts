/** What the page of a report reads. */

export interface Finding { readonly words: string; readonly why: string; readonly version: number | null }
export interface Objective {
  readonly id: string;
  readonly title: string;
  readonly rating: string;
  readonly strengths: readonly Finding[];
  readonly improvements: readonly Finding[];
}
export interface Measure {
  readonly action: string;
  readonly owner: string;
  readonly contact: string;
  readonly start: string;
  readonly due: string;
  readonly status: string;
}
export interface Sheet {
  readonly draft: boolean;
  readonly organisation: string;
  readonly place: string;
  readonly staff: string;
  readonly scope: string;
  readonly summary: string;
  readonly objectives: readonly Objective[];
  readonly measures: readonly Measure[];
}
/** Who saved a revision, and when; `wall_ms`: null where nobody noted it. */
export interface Saved { readonly revision: number; readonly by: string; readonly mine: boolean; readonly wall_ms: number | null }
export interface SheetNow { readonly revision: number; readonly sheet: Sheet; readonly saved: Saved | null }
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
