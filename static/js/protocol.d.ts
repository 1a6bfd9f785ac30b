// What goes over the wire. Made from the types of the server by `make docs`; do not edit.

export type Architecture =
  | "exchange"
  | "clearing_house"
  | "central";

export type CardKind =
  | "legal"
  | "political"
  | "incident"
  | "citizen"
  | "budget"
  | "technology";

export type Context =
  | "plain"
  | "strong_registers"
  | "federal"
  | "hub_by_law";

export type DealState =
  | "open"
  | "accepted"
  | "declined"
  | "withdrawn"
  | "countered"
  | "expired";

export type Gauge =
  | "support"
  | "legal_pressure"
  | "counter"
  | "rating"
  | "fragmentation"
  | "live"
  | "signed"
  | "common"
  | "broken"
  | "promises"
  | "offers"
  | "directives";

export type Governance =
  | "network"
  | "hybrid"
  | "hierarchy";

export type Holder =
  | "nobody"
  | "person"
  | "bot";

export type Holding =
  | "capacity"
  | "budget"
  | "autonomy"
  | "routines"
  | "portals"
  | "backing"
  | "hand";

export type Measure =
  | "live"
  | "signed"
  | "answered"
  | "budget"
  | "autonomy"
  | "routines"
  | "portals"
  | "counter"
  | "support"
  | "fragmentation"
  | "broken"
  | "tokens";

export type Outcome =
  | "joined_up"
  | "facade"
  | "withdrawn"
  | "paper"
  | "not_launched";

export type Phase =
  | "lobby"
  | "briefing"
  | "talk"
  | "plan"
  | "reveal"
  | "vote"
  | "year_one"
  | "ended";

export type PulseForm =
  | "scale"
  | "yes_no"
  | "seats";

export type PulseQuestion =
  | "fair"
  | "launch"
  | "promise"
  | "holder";

export type Rationality =
  | "political"
  | "legal"
  | "economic"
  | "technical";

export type Reason =
  | "not_started"
  | "paused"
  | "game_ended"
  | "wrong_phase"
  | "not_yours"
  | "chance_is_due"
  | "nothing_due"
  | "unknown"
  | "module_off"
  | "too_early"
  | "already"
  | "needs_reason"
  | "out_of_range"
  | "seats_empty"
  | "yourself"
  | "no_tokens"
  | "trust_full"
  | "once_a_round"
  | "none_placed"
  | "earned_stays"
  | "bound_by_deal"
  | "holds_objection"
  | "not_known"
  | "common_knowledge"
  | "empty_deal"
  | "too_many_offers"
  | "too_many_promises"
  | "no_such_offer"
  | "offer_closed"
  | "round_past"
  | "talk_over"
  | "over_capacity"
  | "same_twice"
  | "no_card_left"
  | "not_a_party"
  | "known_to_both"
  | "own_objection"
  | "not_known_real"
  | "partner_not_known_real"
  | "dead_end"
  | "answered_already"
  | "no_budget"
  | "not_seconded"
  | "outvoted"
  | "autonomy_limit"
  | "not_sponsor"
  | "no_directives"
  | "not_on_common_map"
  | "not_open"
  | "signings_spent"
  | "partner_did_not_sign"
  | "own_objection_stands"
  | "partner_objection_stands"
  | "routines_needed"
  | "routines_full"
  | "not_signed"
  | "own_protest"
  | "built_already"
  | "frozen"
  | "no_hub"
  | "not_the_host"
  | "counter_full"
  | "frame_is_not_agenda"
  | "lobby_limit"
  | "portals_full"
  | "haphazard"
  | "no_vote_now"
  | "pulse_closed";

export type State =
  | "open"
  | "signed"
  | "live"
  | "suspended";

export type Status =
  | "waiting"
  | "due"
  | "late"
  | "done"
  | "skipped"
  | "passed";

export type Topic =
  | "content"
  | "jurisdiction"
  | "cost";

export type Track =
  | "support"
  | "legal_pressure"
  | "counter"
  | "rating";

export type Verdict =
  | "open"
  | "kept"
  | "broken"
  | "lapsed";

/** Accept an offer: its immediate terms are carried out at once, all or none. */
export interface Accept {
  readonly type: "accept";
  readonly deal: string;
}

/** An action with its object, as planned or promised (RULES section 3). */
export interface Act {
  readonly kind: string;
  readonly dependency?: string | null;
  readonly seat?: string | null;
  readonly frame?: Rationality | null;
}

/** An action worked at the last reveal: of this seat, or of any. */
export interface ActCue {
  readonly is: "act";
  readonly kind: string;
  readonly seat?: string | null;
}

/** Do a command of a seat for it, for a stated reason; the seat's own rules hold. */
export interface ActFor {
  readonly type: "act_for";
  readonly seat: string;
  readonly command: SeatCommand;
  readonly text: string;
}

/** An action for the plan: what it lacks now. It may be planned all the same. */
export interface ActOption {
  readonly act: Act;
  readonly reason?: Reason | null;
  readonly detail?: string;
}

/** What the console asks besides the table to see who needs a hand. */
export interface Activity {
  readonly since_ms: number;
  readonly seats: readonly SeatActivity[];
  readonly pairs: readonly PairActivity[];
  readonly away: readonly SeatAway[];
}

/** Set a number of an agency. */
export interface AdjustAgency {
  readonly type: "adjust_agency";
  readonly text: string;
  readonly seat: string;
  readonly holding: Holding;
  readonly to: number;
}

/** Set the agenda, the frame, or both. */
export interface AdjustAgenda {
  readonly type: "adjust_agenda";
  readonly text: string;
  readonly agenda?: Rationality | null;
  readonly frame?: Rationality | null;
}

/** Change a dependency: its progress, an objection answered, known to all, live or suspended. */
export interface AdjustDependency {
  readonly type: "adjust_dependency";
  readonly text: string;
  readonly dependency: string;
  readonly progress?: number | null;
  readonly answered?: string | null;
  readonly common?: boolean;
  readonly real?: boolean | null;
  readonly live?: boolean | null;
}

/** Set a shared track. */
export interface AdjustTrack {
  readonly type: "adjust_track";
  readonly text: string;
  readonly track: Track;
  readonly to: number;
}

/** Set T[seat][other]: tokens come from the bank or go there. */
export interface AdjustTrust {
  readonly type: "adjust_trust";
  readonly text: string;
  readonly seat: string;
  readonly other: string;
  readonly to: number;
}

/** A number of agencies moves. `who`: all, a seat, a rationality, or parties:<dependency>. */
export interface Agency {
  readonly type: "agency";
  readonly who: string;
  readonly holding: Holding;
  readonly by: number;
  readonly if?: Condition | null;
}

/** The agenda becomes `to`, or (None) the next agenda card. */
export interface Agenda {
  readonly type: "agenda";
  readonly to?: Rationality | null;
  readonly if?: Condition | null;
}

/** A card of the agenda deck: what politics will care about, and a story of its own. */
export interface AgendaCard {
  readonly id: string;
  readonly rationality: Rationality;
}

/** Politics cares about this. */
export interface AgendaCue {
  readonly is: "agenda";
  readonly value: Rationality;
}

/** Another decision than the one that was taken in entry `version`. */
export interface Alternative {
  readonly kind: "accept" | "choice" | "decline" | "promise" | "vote" | "without";
  readonly version: number;
  readonly seats: readonly string[];
  readonly launch?: boolean | null;
  readonly act?: Act | null;
  readonly card?: string | null;
  readonly option?: string | null;
  readonly deal?: DealView | null;
}

/** Another decision, what would likely have come of it, and of what was done instead. */
export interface AlternativeView {
  readonly what: Alternative;
  readonly games: number;
  readonly then: Readonly<Record<string, Chance>>;
  readonly was: Readonly<Record<string, Chance>>;
}

/** The alternatives of one turning point, as far as they have come: `done` of `of` rounds that */
export interface AlternativesFound {
  readonly state: "done" | "none" | "running" | "stopped";
  readonly waits: boolean;
  readonly done: number;
  readonly of: number;
  readonly found: readonly AlternativeView[];
}

/** Answer an open pulse, or answer it otherwise: `1` to `5`, `yes` or `no`, or a seat. */
export interface AnswerPulse {
  readonly type: "answer_pulse";
  readonly pulse: string;
  readonly answer: string;
}

/** What somebody answers, by question: `reflection:strength`, `feedback:useful`, `poll:<clip>`. */
export interface Answers {
  readonly answers: Readonly<Record<string, string>>;
  readonly table?: string | null;
}

/** An entry that would be set aside, in the facilitator's lines. */
export interface AsideEntry {
  readonly version: number;
  readonly at_ms: number;
  readonly by: string;
  readonly via: string;
  readonly type: string;
  readonly lines: readonly Line[];
}

/** A command; `table` from a facilitator alone, whose socket shows several tables. */
export interface Ask {
  readonly id: string;
  readonly command: SeatCommand | FacilitatorCommand;
  readonly table?: string | null;
  readonly seen?: Seen | null;
}

/** Raise a hand for the facilitator, or take it down. */
export interface AskHelp {
  readonly type: "ask_help";
  readonly asks?: boolean;
  readonly text?: string | null;
}

/** Ask all seats, to be answered by one tap; one still open is closed. */
export interface AskPulse {
  readonly type: "ask_pulse";
  readonly question?: PulseQuestion | null;
  readonly text?: string | null;
  readonly form?: PulseForm;
  readonly seat?: string | null;
}

/** What one viewer would notice. */
export interface Audience {
  readonly viewer: string;
  readonly seat: string | null;
  readonly sees: boolean;
  readonly lines: readonly Line[];
}

/** The back ledger opens to all for this round; a shining counter before it costs support. */
export interface Audit {
  readonly type: "audit";
  readonly if?: Condition | null;
}

/** Back an architecture, `central` together with its host; left out: back none any more. */
export interface BackArchitecture {
  readonly type: "back_architecture";
  readonly architecture?: Architecture | null;
  readonly host?: string | null;
}

/** Back a governance while none is in force; left out: back none any more. */
export interface BackGovernance {
  readonly type: "back_governance";
  readonly governance?: Governance | null;
}

/** What never changes of a ruleset version; `texts` by key, in the server's language. */
export interface Board {
  readonly ruleset: BoardRuleset;
  readonly seats: readonly BoardSeat[];
  readonly dependencies: readonly BoardDependency[];
  readonly cards: readonly string[];
  readonly deals: BoardDeals;
  readonly texts: Readonly<Record<string, string>>;
}

/** What one side of a deal may hold at the most, and what may be promised in it. */
export interface BoardDeals {
  readonly budget: number;
  readonly promises: number;
  readonly promised: readonly BoardPromised[];
}

/** A possible dependency, with the numbers of the ruleset. */
export interface BoardDependency {
  readonly id: string;
  readonly between: readonly [string, string];
  readonly sensitivity: number;
  readonly effort: number;
}

/** A kind of act that may be promised, and which objects it names. */
export interface BoardPromised {
  readonly kind: string;
  readonly objects: readonly string[];
}

/** Which ruleset it is. */
export interface BoardRuleset {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
  readonly sponsor: string;
  readonly late_joiner: string;
}

/** An agency and its marker. */
export interface BoardSeat {
  readonly id: string;
  readonly rationality: Rationality;
  readonly colour: "blue" | "brick" | "jade" | "ochre" | "plum" | "teal" | "violet";
  readonly code: string;
}

/** A time box, in milliseconds of the server's time of day. */
export interface BoxShown {
  readonly ends_ms: number;
  readonly length_s: number;
}

/** What seats alone read of themselves, by seat: only those that the asker may read. */
export interface Briefs {
  readonly briefs: Readonly<Record<string, string>>;
}

/** A folder that holds no ruleset that can be played, and why. */
export interface BrokenRuleset {
  readonly folder: string;
  readonly faults: readonly string[];
}

/** Call a launch vote for the end of this round, or take the call back; it needs two seats. */
export interface CallVote {
  readonly type: "call_vote";
  readonly calls?: boolean;
}

/** An event card: its kind, what it does at once, and its choice, if it poses one. */
export interface Card {
  readonly id: string;
  readonly kind: CardKind;
  readonly effects?: readonly Effect[];
  readonly choice?: Choice | null;
}

/** A card that this seat was given and not all others. */
export interface CardGiven {
  readonly id: string;
  readonly words: string | null;
}

/** The card on the table. */
export interface CardShown {
  readonly id: string;
  readonly kind: CardKind;
  readonly words: string | null;
  readonly effects: readonly Effect[];
  readonly choice: Choice | null;
  readonly choosing: boolean;
  readonly option: string | null;
  readonly defaulted: boolean;
}

/** Vote to launch or to hold; secret until all have voted, and not to be changed. */
export interface CastVote {
  readonly type: "cast_vote";
  readonly launch: boolean;
}

/** A change in one entry: of a track, of tokens on the table, of dependencies signed or live. */
export interface CauseChange {
  readonly version: number;
  readonly measure: string;
  readonly by: number;
  readonly cause: "cards" | "control" | "players" | "politics";
}

/** What caused each change that all could see, in the order of the log. */
export interface Causes {
  readonly changes: readonly CauseChange[];
}

/** One thing at stake, with the numbers before and after where there are some. */
export interface Caution {
  readonly of: "concern" | "core_value";
  readonly kind: "amount" | "first" | "frame" | "unanswered";
  readonly measure?: Measure | null;
  readonly at_least?: number | null;
  readonly at_most?: number | null;
  readonly before?: number | null;
  readonly after?: number | null;
  readonly frame?: Rationality | null;
  readonly dependencies?: readonly string[];
  readonly act?: number | null;
}

/** A share of games, with the interval that holds the true one in 95 of 100 cases. */
export interface Chance {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** One value that is another now. `of` and `other` say whose it is: a track, a seat, a pair of */
export interface Change {
  readonly part: "agency" | "agenda" | "clock" | "dependency" | "game" | "track" | "trust";
  readonly of: string;
  readonly what: string;
  readonly other: string | null;
  readonly before: string | number | boolean | null;
  readonly after: string | number | boolean | null;
}

/** A check that everybody can receive and answer is under way. */
export interface CheckView {
  readonly id: string;
  readonly people?: readonly CheckedPerson[];
}

/** A device shows the check of this id, or (`tapped`) its person has pressed it. */
export interface Checked {
  readonly id: string;
  readonly tapped: boolean;
}

/** How far somebody has come; milliseconds after the check began, None: not yet. */
export interface CheckedPerson {
  readonly person: string;
  readonly shown_ms: number | null;
  readonly tapped_ms: number | null;
}

/** A choice that a card poses, to all or to one named seat. */
export interface Choice {
  readonly by: string;
  readonly default: string;
  readonly options: readonly Option[];
}

/** Vote for an option of the card on the table; votes are open and may be changed in Talk. */
export interface Choose {
  readonly type: "choose";
  readonly option: string;
}

/** A moment of the playlist. `kind`: which sort of moment; `minutes` 0: no time box. */
export interface Clip {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly title: string;
  readonly question?: string;
  readonly minutes?: number;
  readonly poll?: Poll | null;
}

/** The clip that is talked about: `number` of `of`. */
export interface ClipShown {
  readonly id: string;
  readonly number: number;
  readonly of: number;
  readonly title: string;
  readonly question: string;
}

/** The game clock; `ends_ms` is the game time at which the phase ends, None: it has no clock. */
export interface ClockView {
  readonly running: boolean;
  readonly ends_ms: number | null;
  readonly resumes_s: number | null;
}

/** Take no more answers to the pulse that is open. */
export interface ClosePulse {
  readonly type: "close_pulse";
}

/** A new join code. */
export interface CodeMade {
  readonly code: string;
  readonly address: string;
  readonly qr: Qr;
}

/** Everything that a debrief has brought, without names. */
export interface Collected {
  readonly plan: DebriefPlan;
  readonly answers: Readonly<Record<string, readonly string[]>>;
  readonly people: number;
}

/** A seat's concern, and whether it was met. */
export interface ConcernOpened {
  readonly seat: string;
  readonly concern: string;
  readonly met: boolean;
}

/** What must be so for an effect to count; several fields are joined by *and*. */
export interface Condition {
  readonly track?: Track | null;
  readonly at_least?: number | null;
  readonly frame_is_agenda?: boolean | null;
  readonly agenda?: Rationality | null;
  readonly live_at_least?: number | null;
  readonly fragmentation_at_least?: number | null;
  readonly architecture?: Architecture | null;
  readonly launched?: boolean | null;
}

/** What a country may bring along, in the words of the ruleset. */
export interface ContextCard {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** A command of the facilitator at a table. */
export interface Control {
  readonly id: string;
  readonly table: string;
  readonly command: FacilitatorCommand;
}

/** Let play go on after so many seconds, at one paused table or at all; 0: count no more. */
export interface CountDown {
  readonly seconds: number;
  readonly table?: string | null;
}

/** Count something said aloud by what it was about (C02). */
export interface CountTalk {
  readonly type: "count_talk";
  readonly topic: Topic;
}

/** The log in short, as far as these eyes may know of it; `head` once the game is over. */
export interface Course {
  readonly entries: readonly CourseEntry[];
  readonly head: string | null;
  readonly outcome: string | null;
  readonly public_value: number | null;
}

/** An entry on the scrubber: where the game stood after it. `aside`: set aside by a rewind. */
export interface CourseEntry {
  readonly version: number;
  readonly at_ms: number;
  readonly round: number;
  readonly phase: string;
  readonly quarter: number;
  readonly by: string;
  readonly via: string;
  readonly type: string;
  readonly aside: boolean;
  readonly support: number;
  readonly legal_pressure: number;
  readonly counter: number;
  readonly rating: number;
  readonly live: number;
  readonly signed: number;
  readonly of_all?: number;
}

/** What the model expects after an entry. `certain`: the game was over, nothing is estimated. */
export interface CurvePoint {
  readonly version: number;
  readonly at_ms: number;
  readonly certain: boolean;
  readonly games: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly chances: Readonly<Record<string, Chance>>;
}

/** A large swing of one chance between two neighbouring points, and the lines that tell most. */
export interface CurveTurn {
  readonly of: string;
  readonly first: number;
  readonly last: number;
  readonly version: number;
  readonly before: number;
  readonly after: number;
  readonly lines: readonly Line[];
}

/** If not launched by the Briefing of this round: legal pressure +2, support -1. */
export interface Deadline {
  readonly type: "deadline";
  readonly round: number;
  readonly if?: Condition | null;
}

/** An offer and what became of it. */
export interface DealView {
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
  readonly reason: Reason | null;
}

/** How a debrief is to be led. `dropped`: ids of suggestions that are not wanted. */
export interface DebriefPlan {
  readonly clips?: readonly Clip[];
  readonly dropped?: readonly string[];
  readonly model?: "gather" | "hot_wash" | "six";
  readonly phases?: readonly GuidePhase[];
}

/** Decline an offer. */
export interface Decline {
  readonly type: "decline";
  readonly deal: string;
}

/** A dependency is in this state; never so where its agencies are not seated. */
export interface DependencyCue {
  readonly is: "dependency";
  readonly dependency: string;
  readonly state: State;
}

/** A dependency as everybody sees it. */
export interface DependencyShown {
  readonly id: string;
  readonly sides: readonly [SideShown, SideShown];
  readonly sensitivity: number;
  readonly effort: number;
  readonly progress: number;
  readonly state: State;
  readonly signed_round: number | null;
  readonly real: boolean | null;
}

/** The sponsor has more or fewer directives left. */
export interface Directives {
  readonly type: "directives";
  readonly by: number;
  readonly if?: Condition | null;
}

/** Accepted and on disk; the view of this version, or a newer one, shows what came of it. */
export interface Done {
  readonly type: "done";
  readonly id: string;
  readonly version: number;
}

/** Open or close the join code. */
export interface Door {
  readonly open: boolean;
}

/** Take back what one has judged. */
export interface DropEvaluation {
  readonly id: string;
}

/** Let gates wait for this seat no longer, or again. */
export interface DropSeat {
  readonly type: "drop_seat";
  readonly seat: string;
  readonly dropped?: boolean;
}

/** What a control would do; nothing was done. */
export interface DryRun {
  readonly reason: string | null;
  readonly detail: string;
  readonly audience: readonly Audience[];
  readonly changes: readonly Change[];
  readonly lost: readonly Prospect[];
  readonly unmet: readonly Prospect[];
  readonly options: readonly OptionRun[];
  readonly later: readonly Later[];
  readonly stopped: readonly Later[];
  readonly undo: Readonly<Record<string, unknown>> | null;
  readonly words: Readonly<Record<string, string>>;
}

/** End the game now, for a stated reason; the outcome is read from the table. */
export interface EndGame {
  readonly type: "end_game";
  readonly text: string;
}

/** What went wrong, where, and what now. */
export interface ErrorBody {
  readonly reason: string;
  readonly sentence: string;
  readonly where?: string;
  readonly retry_s?: number;
  readonly faults?: readonly LineFault[];
}

/** What was judged, and at which moment; `by` is a name, empty for a facilitator without one. */
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
  readonly rating: "M" | "P" | "S" | "U" | null;
  readonly words: string;
}

/** The guide, and what was judged: all of it for a facilitator, their own for an evaluator. */
export interface Evaluations {
  readonly guide: readonly GuideObjective[];
  readonly evaluations: readonly Evaluation[];
}

/** Where the log of a table shows what the guide asks for, as far as these eyes may know. */
export interface Evidence {
  readonly sighted: readonly Sighted[];
  readonly words: Readonly<Record<string, string>>;
}

/** An inject that was laid, as it was laid; times in milliseconds of game time. */
export interface Executed {
  readonly version: number;
  readonly number: number | null;
  readonly round: number;
  readonly phase: Phase;
  readonly planned_ms: number | null;
  readonly actual_ms: number;
  readonly wall_ms: number;
  readonly via: "bot" | "chance" | "clock" | "default" | "facilitator" | "person";
  readonly card: string;
  readonly words: string | null;
  readonly to: readonly string[];
  readonly window_ms: number | null;
  readonly met: boolean | null;
  readonly response_ms: number | null;
  readonly aside: boolean;
}

/** Somebody on the list who has not come yet, and whose seat is kept. */
export interface ExpectedPerson {
  readonly table: string;
  readonly seat: string;
  readonly name: string;
}

/** Give the phase more time, or (below 0) less, in seconds. */
export interface Extend {
  readonly type: "extend";
  readonly seconds: number;
}

/** What a seat knows of a dependency. */
export interface Fact {
  readonly dependency: string;
  readonly real: boolean;
}

/** The one shape of every error. */
export interface Failure {
  readonly error: ErrorBody;
}

/** The frame was malformed; sending it again as it is helps nothing. */
export interface Fault {
  readonly type: "error";
  readonly id: string | null;
  readonly sentence: string;
  readonly where: string;
}

/** A person takes the seat; `None` where a person's id is not told. */
export interface FillSeat {
  readonly type: "fill_seat";
  readonly seat: string;
  readonly person?: string | null;
}

/** Lay the card of a line now. `text`: headline and story as they are to be read, and a */
export interface FireLine {
  readonly type: "fire_line";
  readonly number: number;
  readonly luck?: number;
  readonly text?: string | null;
}

/** Play on from the moment after entry `version`, at a new table; `text`: what for. */
export interface Fork {
  readonly version: number;
  readonly text: string;
  readonly name?: string;
}

/** The new table that plays on, paused, and where its console is. */
export interface Forked {
  readonly table: string;
  readonly name: string;
  readonly address: string;
}

/** One kind of effect or cue, by its tag. */
export interface Form {
  readonly tag: string;
  readonly fields: readonly FormField[];
}

/** One field. `who`: all, a seat, a rationality; `which`: all, drawn, a dependency, a seat. */
export interface FormField {
  readonly name: string;
  readonly takes: "choice" | "dependency" | "number" | "seat" | "which" | "who" | "yes";
  readonly needed: boolean;
  readonly options: readonly string[];
  readonly low: number | null;
  readonly high: number | null;
}

/** An open command (deal, message, plan), which is filled in a form. */
export interface FormOption {
  readonly type: string;
  readonly reason?: Reason | null;
  readonly detail?: string;
}

/** The project is framed so. */
export interface FrameCue {
  readonly is: "frame";
  readonly value: Rationality;
}

/** Nobody holds the seat any more; gates do not wait for it. */
export interface FreeSeat {
  readonly type: "free_seat";
  readonly seat: string;
}

/** Building rests in this round for dependencies of this sensitivity or more. */
export interface Freeze {
  readonly type: "freeze";
  readonly sensitivity: number;
  readonly if?: Condition | null;
}

/** This seat has talked enough, or takes that back; when all have, Talk ends. */
export interface GameDone {
  readonly type: "done";
  readonly done?: boolean;
}

/** The facilitator looked over the shoulder of a seat. */
export interface GameLook {
  readonly seat: string;
  readonly round: number;
  readonly phase: Phase;
  readonly version: number;
}

/** What was secret during the game and lies open now. */
export interface GameOpened {
  readonly secrets: readonly string[];
  readonly concerns: readonly ConcernOpened[];
  readonly scores: readonly Score[];
  readonly promises: readonly PromiseView[];
  readonly deals: readonly DealView[];
  readonly plans: readonly PlanOpened[];
  readonly turns: readonly Turn[];
  readonly next_agenda: Rationality | null;
  readonly pulses: readonly PulseResult[];
}

/** A line as the console shows it; times in milliseconds of game time. */
export interface GameStanding {
  readonly number: number;
  readonly status: Status;
  readonly planned_ms: number | null;
  readonly fired_ms: number | null;
  readonly closes_ms: number | null;
  readonly met: boolean | null;
  readonly response_ms: number | null;
  readonly overdue: boolean;
}

/** A shared track moves by steps. */
export interface GameTrack {
  readonly type: "track";
  readonly track: Track;
  readonly by: number;
  readonly if?: Condition | null;
}

/** Everything that a viewer is shown, but for the log lines, which come from the entries. */
export interface GameView {
  readonly viewer: Viewer;
  readonly public: Public;
  readonly own: Own | null;
  readonly menu: Menu | null;
  readonly staff: Staff | null;
  readonly opened: GameOpened | null;
}

/** Sensitivity or effort changes. `which`: all, drawn, a dependency, or parties' by seat. */
export interface GameWeigh {
  readonly type: "weigh";
  readonly which: string;
  readonly sensitivity?: number;
  readonly effort?: number;
  readonly if?: Condition | null;
}

/** An objective, in words. */
export interface GuideObjective {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly tasks: readonly GuideTask[];
}

/** A phase of the guide; no prompt: the words of its kind. */
export interface GuidePhase {
  readonly id: string;
  readonly prompt?: string;
  readonly minutes?: number;
}

/** A critical task, in words. */
export interface GuideTask {
  readonly id: string;
  readonly text: string;
}

/** How the server is; `trouble`: what the store failed with, until it is written again. */
export interface Health {
  readonly well: boolean;
  readonly trouble: string | null;
  readonly tables: number;
  readonly sockets: number;
}

/** The first frame of a program: its pass, within five seconds. */
export interface Hello {
  readonly pass: string;
}

/** Hold a line back, or let it come again. */
export interface HoldLine {
  readonly type: "hold_line";
  readonly number: number;
  readonly held?: boolean;
}

/** A log that was taken in to be read; `pass`, its facilitator's, only for a program. */
export interface Imported {
  readonly session: string;
  readonly table: string;
  readonly address: string;
  readonly pass?: string;
}

/** Lay any event card of the ruleset on the table now, or one written for the occasion; or */
export interface Inject {
  readonly type: "inject";
  readonly card?: string | null;
  readonly written?: Card | null;
  readonly luck?: number;
  readonly text?: string | null;
  readonly to?: readonly string[];
}

/** Come in, with or without a seat; `bearer`: answer with the pass instead of a cookie. */
export interface Join {
  readonly code: string;
  readonly name: string;
  readonly table?: string | null;
  readonly seat?: string | null;
  readonly bearer?: boolean;
}

/** How people come in. */
export interface JoinView {
  readonly code: string;
  readonly address: string;
  readonly open: boolean;
  readonly qr: Qr;
}

/** One is in; `pass` only where it was asked for. */
export interface Joined {
  readonly person: string;
  readonly address: string;
  readonly seat: string | null;
  readonly pass?: string;
}

/** Something that the facilitator noted, marked or counted, and may still take back. */
export interface Jot {
  readonly version: number;
  readonly kind: "count" | "mark" | "note";
  readonly topic?: Topic | null;
  readonly aside?: boolean;
}

/** Say that what a laid line expects has come, or that it will not. */
export interface JudgeLine {
  readonly type: "judge_line";
  readonly number: number;
  readonly met?: boolean;
}

/** The facilitator key, printed at the server's start. */
export interface Key {
  readonly key: string;
  readonly bearer?: boolean;
}

/** The key is good. */
export interface KeyTaken {
  readonly pass?: string;
}

/** One thing that will happen by itself, as things stand. */
export interface Later {
  readonly what: "audit" | "choice" | "clock" | "deadline" | "fewer_actions" | "freeze" | "goes_live" | "income" | "line" | "line_by_clock" | "no_vote";
  readonly of: string;
  readonly round: number | null;
  readonly amount: number | null;
}

/** The model's estimates along a log, as far as they have come: `done` of at most `of` rounds */
export interface LaunchCurve {
  readonly state: "done" | "none" | "running" | "stopped";
  readonly waits: boolean;
  readonly done: number;
  readonly of: number;
  readonly points: readonly CurvePoint[];
  readonly turns: readonly CurveTurn[];
  readonly words: Readonly<Record<string, string>>;
}

/** Where the debrief stands now, whole. */
export interface Lead {
  readonly follow?: boolean;
  readonly version?: number | null;
  readonly clip?: string | null;
  readonly phase?: string | null;
  readonly speaks?: string | null;
  readonly poll?: "closed" | "open" | "shown";
  readonly form?: "feedback" | "reflection" | null;
  readonly box_s?: number | null;
  readonly box_again?: boolean;
}

/** Where the debrief stands, and the server's time of day in milliseconds. */
export interface LeadNow {
  readonly now_ms: number;
  readonly lead: LeadView | null;
}

/** Where the debrief of a table stands. */
export interface LeadView {
  readonly table: string;
  readonly follow: boolean;
  readonly version: number | null;
  readonly clip: ClipShown | null;
  readonly phase: PhaseShown | null;
  readonly speaks: string | null;
  readonly poll: PollShown | null;
  readonly form: "feedback" | "reflection" | null;
  readonly answered: number;
  readonly asked: number;
  readonly box: BoxShown | null;
}

/** Somebody who has left or was removed, and can be let back in. */
export interface LeftPerson {
  readonly person: string;
  readonly name: string;
  readonly table: string | null;
  readonly seat: string | null;
  readonly shares: boolean;
}

/** Lengths of phases in seconds; null: as the ruleset says. */
export interface Lengths {
  readonly briefing?: number | null;
  readonly talk?: number | null;
  readonly plan?: number | null;
  readonly reveal?: number | null;
  readonly vote?: number | null;
  readonly quarter?: number | null;
}

/** One line: what happened, as this viewer may know it. */
export interface Line {
  readonly kind: string;
  readonly at_ms: number;
  readonly round: number;
  readonly phase: Phase;
  readonly by: string;
  readonly via: "bot" | "chance" | "clock" | "default" | "facilitator" | "person";
  readonly params: Readonly<Record<string, string | number>>;
  readonly act?: Act | null;
  readonly deal?: DealView | null;
  readonly text?: string | null;
  readonly confidential?: boolean;
  readonly control?: boolean;
  readonly who?: string | null;
}

/** A fault of an imported log; lines are counted from 1. */
export interface LineFault {
  readonly line: number;
  readonly sentence: string;
}

/** A line of the script as its author wrote it; what became of it lies with the table. */
export interface LineSpec {
  readonly number: number;
  readonly round?: number | null;
  readonly phase?: Phase | null;
  readonly after_s?: number;
  readonly when?: readonly (TableCue | SeatCue | DependencyCue | FrameCue | AgendaCue | ActCue)[];
  readonly card?: string | null;
  readonly kind?: CardKind | null;
  readonly effects?: readonly Effect[];
  readonly choice?: Choice | null;
  readonly to?: readonly string[];
  readonly expect?: readonly (TableCue | SeatCue | DependencyCue | FrameCue | AgendaCue | ActCue)[];
  readonly window_s?: number | null;
  readonly contingency?: number | null;
  readonly auto?: boolean;
}

/** What a line says: headline, story and options to those it is for, the rest to facilitators */
export interface LineWords {
  readonly headline: string;
  readonly story: string;
  readonly expected: string;
  readonly objective: string;
  readonly contingency: string;
  readonly options: readonly string[];
}

/** Lines of the log as this viewer may read them; `first` is the number of the first. */
export interface Lines {
  readonly type: "lines";
  readonly id: string;
  readonly first: number;
  readonly lines: readonly Line[];
  readonly words: Readonly<Record<string, string>>;
}

/** The code of a one-time link. */
export interface LinkCode {
  readonly code: string;
  readonly bearer?: boolean;
}

/** A one-time link and how long it is good. */
export interface LinkMade {
  readonly address: string;
  readonly qr: Qr;
  readonly minutes: number;
}

/** What a one-time link is for. `press`: it is for somebody by name, who uses it on purpose. */
export interface LinkSeen {
  readonly kind: "evaluator" | "facilitator" | "observer" | "player" | "screen";
  readonly press: boolean;
  readonly session: string;
  readonly name: string | null;
  readonly seat: string | null;
  readonly watched: "all" | "no" | "room";
}

/** Let nobody new join, or let people join again. */
export interface LockRoom {
  readonly type: "lock_room";
  readonly locked?: boolean;
}

/** What does this join code open? */
export interface Look {
  readonly code: string;
}

/** Look at the page of a seat as it sees it, for a stated reason; all read of it at the end. */
export interface LookOver {
  readonly type: "look_over";
  readonly seat: string;
  readonly text: string;
}

/** Mark this moment for the debrief. */
export interface MarkMoment {
  readonly type: "mark_moment";
  readonly text?: string | null;
}

/** All that a seat can ask for now. */
export interface Menu {
  readonly commands: readonly MenuOption[];
  readonly acts: readonly ActOption[];
  readonly forms: readonly FormOption[];
}

/** A closed command: possible now, or refused for this reason. */
export interface MenuOption {
  readonly command: SeatCommand;
  readonly reason?: Reason | null;
  readonly detail?: string;
}

/** How the ruleset sets its modules. */
export interface ModulesCard {
  readonly governance: string | null;
  readonly architectures: boolean;
  readonly inner_house: boolean;
}

/** The table after an entry with somebody's eyes: a view of `game.views`, and its lines. */
export interface Moment {
  readonly version: number;
  readonly view: GameView;
  readonly lines: readonly Line[];
  readonly confided: readonly Line[];
  readonly words: Readonly<Record<string, string>>;
}

/** A one-time link: for a person's further device, a room display, a second facilitator. */
export interface NewLink {
  readonly kind: "facilitator" | "person" | "screen";
  readonly person?: string | null;
  readonly table?: string | null;
}

/** Make a session. `assigns`: the facilitator gives out the seats. */
export interface NewSession {
  readonly title: string;
  readonly ruleset: string;
  readonly players: number;
  readonly tables?: number;
  readonly assigns?: boolean;
  readonly evaluators?: "all" | "room";
  readonly same_decks?: boolean;
  readonly booked_min?: number | null;
  readonly rehearsal?: boolean;
  readonly setup?: SetupBody;
  readonly bearer?: boolean;
}

/** Appoint a further facilitator, or an evaluator, by name. */
export interface NewStaff {
  readonly kind: "evaluator" | "facilitator";
  readonly name: string;
}

/** End this phase now, whoever is still missing. */
export interface NextPhase {
  readonly type: "next_phase";
}

/** Take a private note, pinned to this moment. */
export interface Note {
  readonly type: "note";
  readonly text: string;
  readonly tags?: readonly string[];
  readonly objective?: string | null;
}

/** Offer a deal: what I give, what I get, open to all eyes or in confidence. */
export interface Offer {
  readonly type: "offer";
  readonly to: string;
  readonly give?: Terms;
  readonly get?: Terms;
  readonly confidential?: boolean;
  readonly counters?: string | null;
  readonly keep_open?: boolean;
}

/** Lines of the log before the one with this number. */
export interface Older {
  readonly id: string;
  readonly older: number;
  readonly table?: string | null;
}

/** In the debrief, open one secret to all: `all`, `concern:<seat>`, `brief:<seat>`, `truth`, */
export interface OpenSecret {
  readonly type: "open_secret";
  readonly secret: string;
}

/** What a join code opens. `admit`: the facilitator has to let one in. */
export interface Opened {
  readonly session: SessionName;
  readonly ruleset: RulesetName;
  readonly admit: boolean;
  readonly late: "observer" | "reserve" | "share_seat" | "take_over_bot" | null;
  readonly assigns: boolean;
  readonly watched: "all" | "no" | "room";
  readonly tables: readonly TableOffer[];
}

/** One way to take a choice. */
export interface Option {
  readonly id: string;
  readonly effects?: readonly Effect[];
}

/** What an option of the choice would change, taken on top of what the card does at once. */
export interface OptionRun {
  readonly option: string;
  readonly changes: readonly Change[];
}

/** A seat's private sheet and its part of what is confidential. */
export interface Own {
  readonly seat: string;
  readonly concern: string;
  readonly hand: number;
  readonly routines: number;
  readonly room: number;
  readonly backing: number | null;
  readonly points: number;
  readonly facts: readonly Fact[];
  readonly scanned: Rationality | null;
  readonly plan: readonly Act[] | null;
  readonly vote: boolean | null;
  readonly broken: number;
  readonly asks_help: boolean;
  readonly help_text: string | null;
  readonly placed_with: readonly string[];
  readonly taken_from: readonly string[];
  readonly deals: readonly DealView[];
  readonly promises: readonly PromiseView[];
  readonly turns: readonly Turn[];
  readonly cards: readonly CardGiven[];
  readonly score: Score | null;
  readonly pulses: readonly PulseAnswer[];
}

/** What this person has answered, by question. */
export interface OwnAnswers {
  readonly answers: Readonly<Record<string, string>>;
}

/** A command of one's own seat. */
export interface OwnCommand {
  readonly id: string;
  readonly command: SeatCommand;
}

/** What a facilitator is called by the others of the staff, in the log and in what follows. */
export interface OwnName {
  readonly name: string;
}

/** Everything that is needed to play a table on paper; `trust`: [who, with whom, tokens]. */
export interface Pack {
  readonly seats: readonly PackSeat[];
  readonly dependencies: readonly PackDependency[];
  readonly events: readonly PackCard[];
  readonly year_one: readonly PackCard[];
  readonly agenda: readonly string[];
  readonly trust: readonly (readonly [string, string, number])[];
  readonly rounds: number;
  readonly need: number;
  readonly support: number;
  readonly legal_pressure: number;
  readonly agenda_now: string;
  readonly frame_now: string;
  readonly lengths: Readonly<Record<string, number>>;
  readonly actions: readonly string[];
}

/** An event card in the order in which it would be drawn. */
export interface PackCard {
  readonly id: string;
  readonly kind: string;
  readonly effects: readonly Effect[];
  readonly choice_by: string | null;
  readonly options: readonly PackOption[];
}

/** A dependency as it lies at this table; `real` is the truth. */
export interface PackDependency {
  readonly id: string;
  readonly sensitivity: number;
  readonly effort: number;
  readonly real: boolean;
}

/** One way to take a choice; `effects` as `game.effects`. */
export interface PackOption {
  readonly id: string;
  readonly effects: readonly Effect[];
}

/** A role card: what only this seat reads of itself, and what it starts with. */
export interface PackSeat {
  readonly id: string;
  readonly brief: string;
  readonly concern: string;
  readonly budget: number;
  readonly autonomy: number;
  readonly hand: number;
  readonly knows: readonly string[];
}

/** When two last dealt with each other in this round; game time. */
export interface PairActivity {
  readonly a: string;
  readonly b: string;
  readonly at_ms: number;
}

/** Stop play and the game clock, with a word to all; `emergency`: for a real one. */
export interface Pause {
  readonly type: "pause";
  readonly text?: string | null;
  readonly emergency?: boolean;
}

/** Somebody in the session, as the facilitator sees it. */
export interface PersonPlace {
  readonly person: string;
  readonly name: string;
  readonly kind: "evaluator" | "facilitator" | "observer" | "player";
  readonly table: string | null;
  readonly seat: string | null;
  readonly devices: number;
}

/** The phase of the debrief; no prompt: the words of its kind. */
export interface PhaseShown {
  readonly id: string;
  readonly prompt: string;
}

/** Place one token with another seat: this makes the placer vulnerable. */
export interface PlaceToken {
  readonly type: "place_token";
  readonly with: string;
}

/** This game among simulated ones by house bots: `done` of `of` games so far. */
export interface Placed {
  readonly state: "done" | "none" | "running" | "stopped";
  readonly waits: boolean;
  readonly done: number;
  readonly of: number;
  readonly outcome: string;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly standings: readonly Standing[];
}

/** The actions of this round, in secret; the last plan sent counts. */
export interface Plan {
  readonly type: "plan";
  readonly acts: readonly Act[];
}

/** What a seat had planned at this moment; None: nothing yet. */
export interface PlanOpened {
  readonly seat: string;
  readonly acts: readonly Act[] | null;
}

/** The plan of a debrief, with what may be added to it. */
export interface Playlist {
  readonly revision: number;
  readonly plan: DebriefPlan;
  readonly suggestions: readonly Suggestion[];
  readonly words: Readonly<Record<string, string>>;
}

/** A promised action and the round in which it falls due. */
export interface Pledge {
  readonly act: Act;
  readonly due: number;
}

/** A named point on the line of play; `version` is the entry that a rewind names in `to`. */
export interface Point {
  readonly version: number;
  readonly kind: "mark" | "phase" | "round";
  readonly round: number;
  readonly phase: string;
  readonly quarter: number;
  readonly at_ms: number;
  readonly wall_ms: number;
  readonly text: string | null;
  readonly aside: number;
}

/** All points, the newest first. */
export interface Points {
  readonly points: readonly Point[];
  readonly words: Readonly<Record<string, string>>;
}

/** A question to all before it is shown what was done. */
export interface Poll {
  readonly question: string;
  readonly options: readonly string[];
}

/** What would you have done? `counts`, by option, once the facilitator has shown them. */
export interface PollShown {
  readonly question: string;
  readonly options: readonly string[];
  readonly state: "open" | "shown";
  readonly counts: readonly number[] | null;
}

/** A promise and what became of it. */
export interface PromiseView {
  readonly id: string;
  readonly by: string;
  readonly to: string;
  readonly act: Act;
  readonly due: number;
  readonly confidential: boolean;
  readonly verdict: Verdict;
}

/** A goal of a seat at one moment. */
export interface Prospect {
  readonly seat: string;
  readonly goal: string;
  readonly met: boolean;
  readonly possible: boolean;
}

/** The part of a view that all viewers share. */
export interface Public {
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
  readonly looks: readonly GameLook[];
  readonly pulse: PulseShown | null;
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
  readonly architecture: Architecture;
  readonly host: string | null;
  readonly hub_progress: number;
  readonly hub_effort: number;
  readonly freeze: number | null;
  readonly audit: boolean;
  readonly deadlines: readonly number[];
  readonly card: CardShown | null;
  readonly seats: readonly SeatShown[];
  readonly dependencies: readonly DependencyShown[];
  readonly trust: readonly (readonly number[])[];
  readonly trust_before: readonly (readonly number[])[];
  readonly earned: readonly (readonly number[])[];
  readonly deals: readonly DealView[];
  readonly promises: readonly PromiseView[];
  readonly turns: readonly Turn[];
  readonly votes: readonly (boolean | null)[] | null;
  readonly passed: boolean | null;
  readonly launched: number | null;
  readonly stopped: boolean;
  readonly quarters: readonly Quarter[];
  readonly past: readonly RoundShown[];
  readonly outcome: Outcome | null;
  readonly public_value: number | null;
  readonly scores: readonly ScoreShown[];
  readonly context?: Context;
}

/** What one seat answered to a pulse; the last answer counts. */
export interface PulseAnswer {
  readonly pulse: string;
  readonly answer: string;
}

/** A pulse with all answers, in seat order; who did not answer is left out. */
export interface PulseResult {
  readonly pulse: PulseShown;
  readonly answers: readonly SeatAnswer[];
}

/** What the facilitator asked. */
export interface PulseShown {
  readonly id: string;
  readonly form: PulseForm;
  readonly question: PulseQuestion | null;
  readonly text: string | null;
  readonly about: string | null;
  readonly round: number;
  readonly phase: Phase;
  readonly open: boolean;
}

/** A bot moves the seat, by the name of its preset. */
export interface PutBot {
  readonly type: "put_bot";
  readonly seat: string;
  readonly bot: string;
  readonly alone?: boolean;
}

/** Judge an objective or one of its tasks, or write what one saw. */
export interface PutEvaluation {
  readonly id: string;
  readonly table: string;
  readonly objective: string;
  readonly task?: string | null;
  readonly rating?: "M" | "P" | "S" | "U" | null;
  readonly words?: string;
  readonly at_ms?: number | null;
}

/** The whole plan; `revision`: of the plan that it changes, so that nobody's work is lost. */
export interface PutPlan {
  readonly revision: number;
  readonly plan: DebriefPlan;
}

/** A list as CSV: name, table, seat; with a heading or without, by commas, semicolons or tabs. */
export interface PutRoster {
  readonly csv: string;
  readonly dry_run?: boolean;
}

/** The whole sheet; `revision`: of the sheet that it changes, so that nobody's work is lost. */
export interface PutSheet {
  readonly revision: number;
  readonly sheet: ReportSheet;
}

/** A QR code as a path for `<svg viewBox="0 0 size size">`, drawn with a stroke of width 1. */
export interface Qr {
  readonly size: number;
  readonly path: string;
}

/** One quarter of year one, as it ended. */
export interface Quarter {
  readonly card: string;
  readonly bounced: number;
  readonly absorbed: number;
  readonly rating: number;
}

/** The plan stands, or is taken up again; when all are ready, plans are locked. */
export interface Ready {
  readonly type: "ready";
  readonly ready?: boolean;
}

/** A one-time link gave a pass. */
export interface Redeemed {
  readonly kind: "evaluator" | "facilitator" | "observer" | "player" | "screen";
  readonly address: string;
  readonly pass?: string;
}

/** Not done. `reason` is a word of the game's texts, or one of the server's own. */
export interface Refusal {
  readonly type: "refused";
  readonly id: string;
  readonly reason: string;
  readonly detail: string;
}

/** Take a line out of the script. */
export interface RemoveLine {
  readonly type: "remove_line";
  readonly number: number;
}

/** Shut somebody out, or (`removed` false) let them back in; `text`: why. */
export interface RemovePerson {
  readonly type: "remove_person";
  readonly person: string;
  readonly removed?: boolean;
  readonly text?: string | null;
}

/** Everything in a report that does not come from the record of play. */
export interface ReportSheet {
  readonly draft?: boolean;
  readonly organisation?: string;
  readonly place?: string;
  readonly staff?: string;
  readonly scope?: string;
  readonly summary?: string;
  readonly objectives?: readonly SheetObjective[];
  readonly measures?: readonly SheetMeasure[];
}

/** Let play and the clock go on. */
export interface Resume {
  readonly type: "resume";
}

/** The parties learn the truth of a dependency. `which`: as for `weigh`. */
export interface Reveal {
  readonly type: "reveal";
  readonly which?: string;
  readonly if?: Condition | null;
}

/** Set the table back to as it was after entry `to`; the entries since then are kept aside. */
export interface Rewind {
  readonly type: "rewind";
  readonly to: number;
  readonly text: string;
  readonly parent?: string;
}

/** What a rewind to an entry would do; nothing was done. */
export interface RewindTrial {
  readonly to: number;
  readonly now: Stands;
  readonly then: Stands;
  readonly left_ms: number | null;
  readonly by: Readonly<Record<string, number>>;
  readonly entries: readonly AsideEntry[];
  readonly words: Readonly<Record<string, string>>;
}

/** Somebody who is expected. `table` and `seat` None: the facilitator decides; `here`: came. */
export interface RosterLine {
  readonly number: number;
  readonly name: string;
  readonly table: string | null;
  readonly seat: string | null;
  readonly here: boolean;
}

/** The private link of somebody, good once. */
export interface RosterLink {
  readonly number: number;
  readonly name: string;
  readonly table: string | null;
  readonly seat: string | null;
  readonly address: string;
  readonly qr: Qr;
}

/** New links for all who have not come yet; those made before open nothing any more. */
export interface RosterLinks {
  readonly links: readonly RosterLink[];
  readonly days: number;
}

/** The list as it is, or would be; nothing is kept while there are faults. */
export interface RosterSeen {
  readonly lines: readonly RosterLine[];
  readonly faults: readonly LineFault[];
  readonly kept: boolean;
}

/** A past round on the shared tracks. */
export interface RoundShown {
  readonly round: number;
  readonly support: number;
  readonly legal_pressure: number;
  readonly counter: number;
  readonly live: number;
  readonly signed: number;
  readonly fragmentation: number;
}

/** A ruleset to choose. `minutes`: a game of full length, all phases used up. */
export interface RulesetCard {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
  readonly title: string;
  readonly blurb: string;
  readonly players: readonly number[];
  readonly minutes: number;
  readonly rounds: number;
  readonly late_joiner: string;
  readonly modules: ModulesCard;
  readonly context: string;
  readonly contexts: readonly ContextCard[];
  readonly lengths: Readonly<Record<string, number>>;
  readonly seats: Readonly<Record<string, readonly string[]>>;
  readonly names: Readonly<Record<string, string>>;
}

/** What is played. */
export interface RulesetName {
  readonly id: string;
  readonly title: string;
  readonly blurb: string;
  readonly digest: string;
}

/** All that can be played; the broken ones only for those who may create sessions. */
export interface Rulesets {
  readonly rulesets: readonly RulesetCard[];
  readonly broken: readonly BrokenRuleset[];
}

/** Say something to all or (`to`) to one seat; the sender says what it is about. */
export interface Say {
  readonly type: "say";
  readonly text: string;
  readonly topic?: Topic;
  readonly to?: string | null;
}

/** A seat's own score, item by item (RULES section 8). */
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

/** A seat's own score in one number. */
export interface ScoreShown {
  readonly seat: string;
  readonly own: number;
}

/** The script of a table as it stands; times in milliseconds of game time. */
export interface Script {
  readonly at_ms: number;
  readonly next_ms: number | null;
  readonly lines: readonly ScriptRow[];
  readonly executed: readonly Executed[];
  readonly words: Readonly<Record<string, string>>;
  readonly luck: number;
  readonly effects: readonly Form[];
  readonly cues: readonly Form[];
}

/** A line: what its author wrote, what it says, and how it stands. */
export interface ScriptRow {
  readonly line: LineSpec;
  readonly words: LineWords;
  readonly own: boolean;
  readonly held: boolean;
  readonly skipped: boolean;
  readonly standing: GameStanding;
}

/** The last command of a seat, or one that was done for it; game time. */
export interface SeatActivity {
  readonly seat: string;
  readonly at_ms: number;
  readonly type: string;
  readonly via: string;
}

/** What one seat answered. */
export interface SeatAnswer {
  readonly seat: string;
  readonly answer: string;
}

/** Nobody of a seat is connected, and when a bot sits in for it; game time. */
export interface SeatAway {
  readonly seat: string;
  readonly since_ms: number;
  readonly sits_in_ms: number;
}

/** A number of one seat lies within bounds; never so where it is not seated. */
export interface SeatCue {
  readonly is: "seat";
  readonly seat: string;
  readonly of: Measure;
  readonly at_least?: number | null;
  readonly at_most?: number | null;
}

/** A seat as somebody sees it who has not joined yet. */
export interface SeatOffer {
  readonly seat: string;
  readonly state: "bot" | "free" | "kept" | "taken";
}

/** A seat and who sits there; `devices` of `person` are connected now. */
export interface SeatPlace {
  readonly seat: string;
  readonly person: string | null;
  readonly name: string | null;
  readonly bot: string | null;
  readonly devices: number;
  readonly sharers: readonly Sharer[];
}

/** An agency as everybody sees it. */
export interface SeatShown {
  readonly id: string;
  readonly rationality: Rationality;
  readonly capacity: number;
  readonly budget: number;
  readonly autonomy: number;
  readonly portals: number;
  readonly routines: number | null;
  readonly tokens: number;
  readonly holder: Holder;
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

/** A seat that somebody asks to share. */
export interface SeatWish {
  readonly table: string;
  readonly seat: string;
}

/** Where one sits now. */
export interface Seated {
  readonly seat: string;
}

/** The phase that stood before the sender, as the public part of the view names it. */
export interface Seen {
  readonly round: number;
  readonly quarter: number;
  readonly phase: Phase;
}

/** A session in a list; `created` in UTC, ISO 8601. */
export interface SessionCard {
  readonly id: string;
  readonly title: string;
  readonly ruleset: string;
  readonly state: "ended" | "playing" | "waiting";
  readonly created: string;
  readonly tables: readonly TableCard[];
}

/** A new session. */
export interface SessionMade {
  readonly session: string;
  readonly address: string;
  readonly pass?: string;
}

/** A session by name. */
export interface SessionName {
  readonly id: string;
  readonly title: string;
}

/** What the server itself knows of a session, for one kind of viewer. */
export interface SessionView {
  readonly id: string;
  readonly title: string;
  readonly state: "ended" | "playing" | "waiting";
  readonly assigns: boolean;
  readonly tables: readonly TablePlace[];
  readonly waiting: readonly WaitingPerson[];
  readonly people: number;
  readonly pace?: number;
  readonly check?: CheckView;
  readonly join?: JoinView | null;
  readonly people_of?: readonly PersonPlace[];
  readonly left?: readonly LeftPerson[];
  readonly slot?: SlotView;
  readonly expected?: readonly ExpectedPerson[];
  readonly leads?: readonly LeadView[];
}

/** The sessions that these passes open. */
export interface Sessions {
  readonly sessions: readonly SessionCard[];
}

/** Let the clock end all phases, or leave that to the facilitator again. */
export interface SetAutopilot {
  readonly type: "set_autopilot";
  readonly on: boolean;
}

/** Begin a check that everybody can receive and answer, or end it. */
export interface SetCheck {
  readonly on: boolean;
}

/** Write a line of the script, or write it anew. `text`: its words, a line each: headline, */
export interface SetLine {
  readonly type: "set_line";
  readonly line: LineSpec;
  readonly text?: string | null;
}

/** Make somebody an observer, or a player again who waits for a seat; remove them, or take */
export interface SetPerson {
  readonly person: string;
  readonly do: "admit" | "observe" | "readmit" | "remove";
  readonly text?: string | null;
  readonly bot?: string | null;
  readonly heir?: string | null;
}

/** Fill a seat with a person or a bot; neither: free it. */
export interface SetSeat {
  readonly table: string;
  readonly seat: string;
  readonly person?: string | null;
  readonly bot?: string | null;
  readonly share?: boolean;
}

/** Let a bot sit in for seats whose people have been away for so many minutes of game time, or */
export interface SetStandIn {
  readonly type: "set_stand_in";
  readonly bot: string;
  readonly after_min?: number | null;
}

/** A raised hand has been seen to; with an answer that this seat alone reads. */
export interface SettleHelp {
  readonly type: "settle_help";
  readonly seat: string;
  readonly text?: string | null;
}

/** How the game is set up; null: as the ruleset says. */
export interface SetupBody {
  readonly governance?: "hierarchy" | "hybrid" | "network" | "open" | null;
  readonly architectures?: boolean | null;
  readonly inner_house?: boolean | null;
  readonly context?: "federal" | "hub_by_law" | "plain" | "strong_registers" | null;
  readonly first_game?: boolean;
  readonly stand_in_min?: number | null;
  readonly rounds?: number | null;
  readonly lengths?: Lengths;
  readonly seed?: string | null;
}

/** One more person acts for a seat that is held, or (`shares` false) one of several no more. */
export interface ShareSeat {
  readonly type: "share_seat";
  readonly seat: string;
  readonly person: string;
  readonly shares?: boolean;
}

/** One more person in a seat; `devices` are connected now. */
export interface Sharer {
  readonly person: string;
  readonly name: string;
  readonly devices: number;
}

/** A sheet as text. */
export interface SheetBody {
  readonly csv: string;
}

/** What is wrong in a sheet. Rows count from 1, which is the header; 0: the whole. */
export interface SheetFault {
  readonly row: number;
  readonly column: string;
  readonly sentence: string;
}

/** A strength or an area for improvement; `version`: the entry of the log that shows it. */
export interface SheetFinding {
  readonly words: string;
  readonly why?: string;
  readonly version?: number | null;
}

/** A line of the improvement plan. */
export interface SheetMeasure {
  readonly action: string;
  readonly owner?: string;
  readonly contact?: string;
  readonly start?: string;
  readonly due?: string;
  readonly status?: "done" | "dropped" | "open" | "under_way";
}

/** A sheet and its revision; 0: nobody has written any. */
export interface SheetNow {
  readonly revision: number;
  readonly sheet: ReportSheet;
  readonly saved: SheetSaved | null;
}

/** What the session was to practise, and how it went. */
export interface SheetObjective {
  readonly id: string;
  readonly title: string;
  readonly rating?: "" | "M" | "P" | "S" | "U";
  readonly strengths?: readonly SheetFinding[];
  readonly improvements?: readonly SheetFinding[];
}

/** Every revision of a sheet that is kept, the newest first. */
export interface SheetRevisions {
  readonly revisions: readonly SheetSaved[];
}

/** A row without a fault, and what it would do to the script. */
export interface SheetRowSeen {
  readonly row: number;
  readonly number: number;
  readonly headline: string;
  readonly does: "changed" | "laid" | "new" | "same";
}

/** Who saved a revision, and when. */
export interface SheetSaved {
  readonly revision: number;
  readonly by: string;
  readonly mine: boolean;
  readonly wall_ms: number | null;
}

/** What a sheet would bring; nothing was stored. */
export interface SheetSeen {
  readonly rows: readonly SheetRowSeen[];
  readonly faults: readonly SheetFault[];
}

/** How many lines a sheet has brought. */
export interface SheetTaken {
  readonly taken: number;
  readonly left: number;
}

/** Show whether a dependency is real: to one seat, or (`to` left out) to all. */
export interface ShowFact {
  readonly type: "show_fact";
  readonly dependency: string;
  readonly to?: string | null;
}

/** One side of a dependency: its objection is answered, waived now, under protest, or stands. */
export interface SideShown {
  readonly seat: string;
  readonly rationality: Rationality;
  readonly answered: boolean;
  readonly waived: boolean;
  readonly overridden: boolean;
  readonly protest: boolean;
}

/** Lines of the log in which a task may show: when first, how often, and the newest few. */
export interface Sighted {
  readonly objective: string;
  readonly task: string;
  readonly count: number;
  readonly first_ms: number;
  readonly first_round: number;
  readonly first_phase: string;
  readonly lines: readonly Line[];
}

/** Leave a line out, or let it come after all; `text`: why. */
export interface SkipLine {
  readonly type: "skip_line";
  readonly number: number;
  readonly skipped?: boolean;
  readonly text?: string | null;
}

/** The booked slot: how long, and since when the first table plays (ms since 1970, UTC). */
export interface SlotView {
  readonly booked_min: number | null;
  readonly began_ms: number | null;
  readonly lengths: Readonly<Record<string, number>>;
  readonly rehearsal: boolean;
}

/** Speak to all or (`to`) to one seat. */
export interface Speak {
  readonly type: "speak";
  readonly text: string;
  readonly to?: string | null;
}

/** Show this scene on the room display; left out: what fits the phase. */
export interface Spotlight {
  readonly type: "spotlight";
  readonly scene?: string | null;
  readonly text?: string | null;
}

/** The facilitator's part of a view. */
export interface Staff {
  readonly seats: readonly Own[];
  readonly real: readonly string[];
  readonly bounced: number;
  readonly deals: readonly DealView[];
  readonly promises: readonly PromiseView[];
  readonly turns: readonly Turn[];
  readonly agenda_deck: readonly AgendaCard[];
  readonly event_deck: readonly string[];
  readonly year_one_deck: readonly string[];
  readonly opened_secrets: readonly string[];
  readonly counted: Readonly<Record<string, number>>;
  readonly looks: readonly GameLook[];
  readonly jots: readonly Jot[];
  readonly stand_in: StandIn | null;
  readonly pulses: readonly PulseResult[];
}

/** Somebody of the staff, and the one-time link by which they come in; good for `days`. */
export interface StaffMade {
  readonly person: string;
  readonly address: string;
  readonly qr: Qr;
  readonly days: number;
}

/** A bot that sits in for a seat whose people are all away, until one of them is back. */
export interface StandIn {
  readonly after_min: number;
  readonly bot: string;
}

/** One measure of this game beside the simulated ones. */
export interface Standing {
  readonly name: string;
  readonly value: number;
  readonly below: number;
  readonly counts: readonly (readonly [number, number])[];
}

/** Where the shared tracks of a table stand. */
export interface Stands {
  readonly round: number;
  readonly phase: string;
  readonly quarter: number;
  readonly support: number;
  readonly legal_pressure: number;
  readonly counter: number;
  readonly live: number;
  readonly signed: number;
}

/** Begin round 1, or the practice round of a first game; every seat must be held. */
export interface Start {
  readonly type: "start";
}

/** Take back one of the last notes, marks or counts: it stays in the log, and nobody who looks */
export interface Strike {
  readonly type: "strike";
  readonly of: number;
}

/** A moment that may be worth a clip; `lines` as the facilitator reads it, `open` as all do. */
export interface Suggestion {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly lines: readonly Line[];
  readonly open: readonly Line[];
}

/** Live dependencies of this sensitivity or more, with an objection unanswered, rest. */
export interface Suspend {
  readonly type: "suspend";
  readonly sensitivity: number;
  readonly if?: Condition | null;
}

/** A table in a list; `phase`: `playing` where another worker of the server knows which. */
export interface TableCard {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly phase: string;
  readonly round: number;
}

/** A number of the table lies within bounds (both included). */
export interface TableCue {
  readonly is: "table";
  readonly of: Gauge;
  readonly at_least?: number | null;
  readonly at_most?: number | null;
}

/** A table that can be joined. */
export interface TableOffer {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly seats: readonly SeatOffer[];
}

/** A table of the session. */
export interface TablePlace {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly state: "ended" | "playing" | "waiting";
  readonly phase: string;
  readonly round: number;
  readonly parent: string | null;
  readonly parent_version: number | null;
  readonly seats: readonly SeatPlace[];
}

/** Take one placed token back into the hand; everybody sees it. */
export interface TakeBack {
  readonly type: "take_back";
  readonly with: string;
}

/** Sit down in a free seat. */
export interface TakeSeat {
  readonly table: string;
  readonly seat: string;
}

/** Play oneself again, where a bot sat in because nobody was there. */
export interface TakeSeatBack {
  readonly type: "take_seat_back";
}

/** What one side of a deal gives: at once, and promised. */
export interface Terms {
  readonly pay?: number;
  readonly place?: number;
  readonly tell?: readonly string[];
  readonly promise?: readonly Pledge[];
}

/** Game time now, in milliseconds, for each table of this socket; and a sign of life. */
export interface Tick {
  readonly type: "tick";
  readonly at_ms: number;
  readonly running: boolean;
  readonly table: string | null;
}

/** Tokens come or go: of all `towards` one seat, or both ways `between` parties of one. */
export interface Trust {
  readonly type: "trust";
  readonly by: number;
  readonly towards?: string | null;
  readonly between?: string | null;
  readonly if?: Condition | null;
}

/** A control, as in `Control`, to be tried on a copy. */
export interface TryCommand {
  readonly command: Readonly<Record<string, unknown>>;
}

/** What a viewer sees of one resolved action. */
export interface Turn {
  readonly seat: string;
  readonly act: Act | null;
  readonly worked: boolean | null;
  readonly reason: Reason | null;
}

/** One dependency drawn among those still open becomes real, or a dead end. */
export interface TurnEffect {
  readonly type: "turn";
  readonly real: boolean;
  readonly if?: Condition | null;
}

/** Everything that this viewer may see now. */
export interface View {
  readonly kind: "facilitator" | "observer" | "screen" | "seat" | "waiting";
  readonly seat: string | null;
  readonly session: SessionView;
  readonly clock: ClockView | null;
  readonly public: Public | null;
  readonly own: Own | null;
  readonly menu: Menu | null;
  readonly staff: Staff | null;
  readonly activity: Activity | null;
  readonly opened: GameOpened | null;
  readonly lines: readonly Line[];
  readonly first: number;
  readonly words: Readonly<Record<string, string>>;
  readonly head: string | null;
}

/** The whole newest view; `version` counts the views of this viewer since the server began. */
export interface ViewFrame {
  readonly type: "view";
  readonly table: string | null;
  readonly version: number;
  readonly at_ms: number;
  readonly view: View;
}

/** Who looks. `seat` is there for a seat only. */
export interface Viewer {
  readonly kind: "facilitator" | "observer" | "screen" | "seat";
  readonly seat: string | null;
}

/** Somebody without a seat; `here`: connected now. */
export interface WaitingPerson {
  readonly person: string;
  readonly name: string;
  readonly here: boolean;
  readonly wish: SeatWish | null;
}

/** Look at another table of the session, as an observer. */
export interface Watch {
  readonly table: string;
}

/** What would this `offer`, `accept` or `plan` put at stake for one's own seat? */
export interface Weigh {
  readonly command: Readonly<Record<string, unknown>>;
}

/** What is at stake for this seat, and for no other eyes; empty: nothing that one can tell. */
export interface Weighed {
  readonly cautions: readonly Caution[];
}

/** Ask to share a seat, where late ones do; both null: ask no more. */
export interface Wish {
  readonly table?: string | null;
  readonly seat?: string | null;
}

/** Withdraw an own offer. */
export interface Withdraw {
  readonly type: "withdraw";
  readonly deal: string;
}

export type SeatCommand = PlaceToken | TakeBack | ShowFact | Offer | Accept | Decline | Withdraw | Say | BackArchitecture | BackGovernance | CallVote | Choose | GameDone | Plan | Ready | CastVote | AskHelp | AnswerPulse | TakeSeatBack;

export type FacilitatorCommand = Start | Pause | Resume | Extend | NextPhase | SetAutopilot | EndGame | Rewind | Inject | FillSeat | FreeSeat | PutBot | ShareSeat | DropSeat | AdjustTrack | AdjustAgency | AdjustTrust | AdjustAgenda | AdjustDependency | SetLine | RemoveLine | HoldLine | SkipLine | FireLine | JudgeLine | Speak | Note | MarkMoment | CountTalk | Strike | Spotlight | LockRoom | SettleHelp | LookOver | OpenSecret | AskPulse | ClosePulse | SetStandIn | RemovePerson | ActFor;

export type Effect = GameTrack | Agency | Agenda | Trust | TurnEffect | GameWeigh | Suspend | Reveal | Audit | Freeze | Directives | Deadline;

export type Outbound = Done | Refusal | Fault | Lines | Tick | ViewFrame;
