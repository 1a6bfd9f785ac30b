/** The shapes of what the server sends, as far as the pages read them. Ids are plain strings. */

export type Rationality = "political" | "legal" | "economic" | "technical";
export type Phase = "lobby" | "briefing" | "talk" | "plan" | "reveal" | "vote" | "year_one" | "ended";
export type State = "open" | "signed" | "live" | "suspended";
export type Architecture = "exchange" | "clearing_house" | "central";
export type Governance = "network" | "hybrid" | "hierarchy";
export type Topic = "content" | "jurisdiction" | "cost";
export type DealState = "open" | "accepted" | "declined" | "withdrawn" | "countered" | "expired";
export type Verdict = "open" | "kept" | "broken" | "lapsed";

/** A field at its default is left out of acts, terms and commands. */
export interface Act {
  readonly kind: string;
  readonly dependency?: string;
  readonly seat?: string;
  readonly frame?: Rationality;
}
export interface Pledge {
  readonly act: Act;
  readonly due: number;
}
export interface Terms {
  readonly pay?: number;
  readonly place?: number;
  readonly tell?: readonly string[];
  readonly promise?: readonly Pledge[];
}
export interface Deal {
  readonly id: string;
  readonly thread: string;
  readonly counters: string | null;
  readonly by: string;
  readonly to: string;
  readonly give: Terms;
  readonly get: Terms;
  readonly topic: Topic;
  readonly confidential: boolean;
  readonly state: DealState;
  readonly reason: string | null;
}
export interface Promised {
  readonly id: string;
  readonly by: string;
  readonly to: string;
  readonly act: Act;
  readonly due: number;
  readonly confidential: boolean;
  readonly verdict: Verdict;
}
export interface Condition {
  readonly track?: string;
  readonly at_least?: number;
  readonly frame_is_agenda?: boolean;
  readonly agenda?: Rationality;
  readonly live_at_least?: number;
  readonly fragmentation_at_least?: number;
  readonly architecture?: Architecture;
  readonly launched?: boolean;
}
export interface Effect {
  readonly type: string;
  readonly if?: Condition;
  readonly track?: string;
  readonly holding?: string;
  readonly who?: string;
  readonly which?: string;
  readonly by?: number;
  readonly to?: Rationality;
  readonly towards?: string;
  readonly between?: string;
  readonly sensitivity?: number;
  readonly effort?: number;
  readonly round?: number;
  readonly real?: boolean;
}
export interface ChoiceOption {
  readonly id: string;
  readonly effects?: readonly Effect[];
}
export interface SideView {
  readonly seat: string;
  readonly rationality: Rationality;
  readonly answered: boolean;
  readonly waived: boolean;
  readonly overridden: boolean;
  readonly protest: boolean;
}
export interface DependencyView {
  readonly id: string;
  readonly sides: readonly [SideView, SideView];
  readonly sensitivity: number;
  readonly effort: number;
  readonly progress: number;
  readonly state: State;
  readonly signed_round: number | null;
  readonly real: boolean | null;
}
export interface SeatView {
  readonly id: string;
  readonly rationality: Rationality;
  readonly capacity: number;
  readonly budget: number;
  readonly autonomy: number;
  readonly portals: number;
  readonly routines: number | null;
  readonly tokens: number;
  readonly holder: "nobody" | "person" | "bot";
  readonly bot: string | null;
  readonly stands_in: boolean;
  readonly dropped: boolean;
  readonly done: boolean;
  readonly planned: boolean;
  readonly ready: boolean;
  readonly voted: boolean;
  readonly calls_vote: boolean;
  readonly choice: string | null;
  readonly architecture: Architecture | null;
  readonly host: string | null;
  readonly governance: Governance | null;
}
export interface CardView {
  readonly id: string;
  readonly kind: string;
  readonly words: string | null;
  readonly effects: readonly Effect[];
  readonly choice: { readonly by: string; readonly default: string; readonly options: readonly ChoiceOption[] } | null;
  readonly choosing: boolean;
  readonly option: string | null;
  readonly defaulted: boolean;
}
export interface Turn {
  readonly seat: string;
  readonly act: Act | null;
  readonly worked: boolean | null;
  readonly reason: string | null;
}
export interface PastRound {
  readonly round: number;
  readonly support: number;
  readonly legal_pressure: number;
  readonly counter: number;
  readonly live: number;
  readonly signed: number;
  readonly fragmentation: number;
}
export interface Quarter {
  readonly card: string;
  readonly bounced: number;
  readonly absorbed: number;
  readonly rating: number;
}
/** A look of the facilitator over the shoulder of a seat. */
export interface Look {
  readonly seat: string;
  readonly round: number;
  readonly phase: Phase;
  readonly version: number;
}
export interface Pulse {
  readonly id: string;
  readonly form: "scale" | "yes_no" | "seats";
  readonly question: string | null;
  readonly text: string | null;
  readonly about: string | null;
  readonly round: number;
  readonly phase: Phase;
  readonly open: boolean;
}
/** Who did not answer is left out. */
export interface PulseResult {
  readonly pulse: Pulse;
  readonly answers: readonly { readonly seat: string; readonly answer: string }[];
}
export interface Public {
  readonly pulse: Pulse | null;
  readonly phase: Phase;
  readonly round: number;
  readonly rounds: number;
  readonly quarter: number;
  readonly length_s: number | null;
  readonly clock_ends: boolean;
  readonly drawing: boolean;
  readonly paused: boolean;
  readonly pause_text: string | null;
  readonly set_back: boolean;
  readonly emergency: boolean;
  readonly autopilot: boolean;
  readonly first_game: boolean;
  readonly practice: boolean;
  readonly locked: boolean;
  readonly waiting_for: readonly string[];
  readonly spotlight: string | null;
  readonly spotlight_text: string | null;
  readonly looks: readonly Look[];
  readonly sponsor: string;
  readonly need: number;
  readonly support: number;
  readonly legal_pressure: number;
  readonly counter: number;
  readonly rating: number;
  readonly push: number;
  readonly fragmentation: number;
  readonly bounced: number | null;
  readonly agenda: Rationality;
  readonly agenda_card: string | null;
  readonly frame: Rationality;
  readonly headline: Rationality | null;
  readonly agenda_rounds: readonly number[];
  readonly governance: Governance | null;
  readonly directives: number;
  readonly signings_left: number | null;
  /** Left out: plain. */
  readonly context?: string;
  readonly architecture: Architecture;
  readonly host: string | null;
  readonly hub_progress: number;
  readonly hub_effort: number;
  readonly freeze: number | null;
  readonly audit: boolean;
  readonly deadlines: readonly number[];
  readonly card: CardView | null;
  readonly seats: readonly SeatView[];
  readonly dependencies: readonly DependencyView[];
  readonly trust: readonly (readonly number[])[];
  readonly trust_before: readonly (readonly number[])[];
  readonly earned: readonly (readonly number[])[];
  readonly deals: readonly Deal[];
  readonly promises: readonly Promised[];
  readonly turns: readonly Turn[];
  readonly votes: readonly (boolean | null)[] | null;
  readonly passed: boolean | null;
  readonly launched: number | null;
  readonly stopped: boolean;
  readonly quarters: readonly Quarter[];
  readonly past: readonly PastRound[];
  readonly outcome: string | null;
  readonly public_value: number | null;
  readonly scores: readonly { readonly seat: string; readonly own: number }[];
}
export interface Score {
  readonly seat: string;
  readonly autonomy: number;
  readonly budget: number;
  readonly portals: number;
  readonly tokens: number;
  readonly goal: number;
  readonly core_value: number;
  readonly concern: number;
}
export interface Own {
  readonly seat: string;
  readonly concern: string;
  readonly hand: number;
  readonly routines: number;
  readonly room: number;
  readonly backing: number | null;
  readonly points: number;
  readonly facts: readonly { readonly dependency: string; readonly real: boolean }[];
  readonly scanned: Rationality | null;
  readonly plan: readonly Act[] | null;
  readonly vote: boolean | null;
  readonly broken: number;
  readonly asks_help: boolean;
  readonly help_text: string | null;
  readonly placed_with: readonly string[];
  readonly taken_from: readonly string[];
  readonly deals: readonly Deal[];
  readonly promises: readonly Promised[];
  readonly turns: readonly Turn[];
  readonly score: Score | null;
  readonly cards: readonly { readonly id: string; readonly words: string | null }[];
  readonly pulses: readonly { readonly pulse: string; readonly answer: string }[];
}
export interface SeatCommand {
  readonly type: string;
  readonly pulse?: string;
  readonly answer?: string;
  readonly with?: string;
  readonly to?: string;
  readonly deal?: string;
  readonly dependency?: string;
  readonly architecture?: Architecture;
  readonly host?: string;
  readonly governance?: Governance;
  readonly option?: string;
  readonly launch?: boolean;
  readonly done?: boolean;
  readonly ready?: boolean;
  readonly calls?: boolean;
  readonly asks?: boolean;
  readonly text?: string;
}
export interface MenuOption {
  readonly command: SeatCommand;
  readonly reason?: string;
  readonly detail?: string;
}
export interface ActOption {
  readonly act: Act;
  readonly reason?: string;
  readonly detail?: string;
}
export interface Menu {
  readonly commands: readonly MenuOption[];
  readonly acts: readonly ActOption[];
  readonly forms: readonly { readonly type: string; readonly reason?: string; readonly detail?: string }[];
}
export interface Line {
  readonly kind: string;
  readonly at_ms: number;
  readonly round: number;
  readonly phase: Phase;
  readonly by: string;
  readonly via: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly act?: Act;
  readonly deal?: Deal;
  readonly text?: string;
  readonly confidential?: boolean;
  readonly control?: boolean;
  /** which of the facilitators; for the staff alone */
  readonly who?: string;
}
export interface Sharer {
  readonly person: string;
  readonly name: string;
  readonly devices: number;
}
export interface SeatPlace {
  readonly seat: string;
  readonly person: string | null;
  readonly name: string | null;
  readonly bot: string | null;
  readonly devices: number;
  readonly sharers: readonly Sharer[];
}
export interface WaitingPerson {
  readonly person: string;
  readonly name: string;
  readonly here: boolean;
  readonly wish: { readonly table: string; readonly seat: string } | null;
}
export interface TablePlace {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly state: "waiting" | "playing" | "ended";
  readonly seats: readonly SeatPlace[];
}
export interface SessionView {
  /** How many times as fast as the wall clock a rehearsal is played. */
  readonly pace?: number;
  readonly id: string;
  readonly title: string;
  readonly state: "waiting" | "playing" | "ended";
  readonly assigns: boolean;
  readonly tables: readonly TablePlace[];
  readonly waiting: readonly WaitingPerson[];
  readonly people: number;
  readonly leads?: readonly import("./protocol.js").LeadView[];
  readonly check?: { readonly id: string };
}
/** What the facilitator has opened in the debrief. */
export interface Opened {
  readonly secrets: readonly string[];
  readonly concerns: readonly { readonly seat: string; readonly concern: string; readonly met: boolean }[];
  readonly scores: readonly Score[];
  readonly promises: readonly Promised[];
  readonly deals: readonly Deal[];
  readonly plans: readonly { readonly seat: string; readonly acts: readonly Act[] | null }[];
  readonly turns: readonly Turn[];
  readonly next_agenda: Rationality | null;
}
export interface View {
  readonly kind: "waiting" | "seat" | "observer" | "screen" | "facilitator";
  readonly seat: string | null;
  readonly session: SessionView;
  readonly clock: { readonly running: boolean; readonly ends_ms: number | null; readonly resumes_s?: number | null } | null;
  readonly public: Public | null;
  readonly own: Own | null;
  readonly menu: Menu | null;
  readonly lines: readonly Line[];
  readonly first: number;
  readonly words: Readonly<Record<string, string>>;
  readonly head?: string | null;
  readonly opened?: Opened | null;
}
