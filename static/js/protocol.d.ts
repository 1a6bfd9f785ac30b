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
  type: "accept";
  deal: string;
}

/** An action with its object, as planned or promised (RULES section 3). */
export interface Act {
  kind: string;
  dependency?: string | null;
  seat?: string | null;
  frame?: Rationality | null;
}

/** An action worked at the last reveal: of this seat, or of any. */
export interface ActCue {
  is: "act";
  kind: string;
  seat?: string | null;
}

/** Do a command of a seat for it, for a stated reason; the seat's own rules hold. */
export interface ActFor {
  type: "act_for";
  seat: string;
  command: PlaceToken | TakeBack | ShowFact | Offer | Accept | Decline | Withdraw | Say | BackArchitecture | BackGovernance | CallVote | Choose | GameDone | Plan | Ready | CastVote | AskHelp | AnswerPulse | TakeSeatBack;
  text: string;
}

/** An action for the plan: what it lacks now. It may be planned all the same. */
export interface ActOption {
  act: Act;
  reason?: Reason | null;
  detail?: string;
}

/** Set a number of an agency. */
export interface AdjustAgency {
  type: "adjust_agency";
  text: string;
  seat: string;
  holding: Holding;
  to: number;
}

/** Set the agenda, the frame, or both. */
export interface AdjustAgenda {
  type: "adjust_agenda";
  text: string;
  agenda?: Rationality | null;
  frame?: Rationality | null;
}

/** Change a dependency: its progress, an objection answered, known to all, live or suspended. */
export interface AdjustDependency {
  type: "adjust_dependency";
  text: string;
  dependency: string;
  progress?: number | null;
  answered?: string | null;
  common?: boolean;
  real?: boolean | null;
  live?: boolean | null;
}

/** Set a shared track. */
export interface AdjustTrack {
  type: "adjust_track";
  text: string;
  track: Track;
  to: number;
}

/** Set T[seat][other]: tokens come from the bank or go there. */
export interface AdjustTrust {
  type: "adjust_trust";
  text: string;
  seat: string;
  other: string;
  to: number;
}

/** A number of agencies moves. `who`: all, a seat, a rationality, or parties:<dependency>. */
export interface Agency {
  type: "agency";
  who: string;
  holding: Holding;
  by: number;
  if?: Condition | null;
}

/** The agenda becomes `to`, or (None) the next agenda card. */
export interface Agenda {
  type: "agenda";
  to?: Rationality | null;
  if?: Condition | null;
}

/** A card of the agenda deck: what politics will care about, and a story of its own. */
export interface AgendaCard {
  id: string;
  rationality: Rationality;
}

/** Politics cares about this. */
export interface AgendaCue {
  is: "agenda";
  value: Rationality;
}

/** Another decision than the one that was taken in entry `version`. */
export interface Alternative {
  kind: "accept" | "choice" | "decline" | "promise" | "vote" | "without";
  version: number;
  seats: string[];
  launch?: boolean | null;
  act?: Act | null;
  card?: string | null;
  option?: string | null;
  deal?: DealView | null;
}

/** Another decision, what would likely have come of it, and of what was done instead. */
export interface AlternativeView {
  what: Alternative;
  games: number;
  then: Record<string, Chance>;
  was: Record<string, Chance>;
}

/** The alternatives of one turning point, as far as they have come: `done` of `of`. */
export interface AlternativesFound {
  state: "done" | "none" | "running" | "stopped";
  done: number;
  of: number;
  found: AlternativeView[];
}

/** Answer an open pulse, or answer it otherwise: `1` to `5`, `yes` or `no`, or a seat. */
export interface AnswerPulse {
  type: "answer_pulse";
  pulse: string;
  answer: string;
}

/** What somebody answers, by question: `reflection:strength`, `feedback:useful`, `poll:<clip>`. */
export interface Answers {
  answers: Record<string, string>;
  table?: string | null;
}

/** An entry that would be set aside, in the facilitator's lines. */
export interface AsideEntry {
  version: number;
  at_ms: number;
  by: string;
  via: string;
  type: string;
  lines: Line[];
}

/** A command; `table` from a facilitator alone, whose socket shows several tables. */
export interface Ask {
  id: string;
  command: SeatCommand | FacilitatorCommand;
  table?: string | null;
}

/** Raise a hand for the facilitator, or take it down. */
export interface AskHelp {
  type: "ask_help";
  asks?: boolean;
  text?: string | null;
}

/** Ask all seats, to be answered by one tap; one still open is closed. */
export interface AskPulse {
  type: "ask_pulse";
  question?: PulseQuestion | null;
  text?: string | null;
  form?: PulseForm;
  seat?: string | null;
}

/** What one viewer would notice. */
export interface Audience {
  viewer: string;
  seat: string | null;
  sees: boolean;
  lines: Line[];
}

/** The back ledger opens to all for this round; a shining counter before it costs support. */
export interface Audit {
  type: "audit";
  if?: Condition | null;
}

/** Nobody of a seat is connected, and when a bot sits in for it; game time. */
export interface AwayWatch {
  seat: string;
  since_ms: number;
  sits_in_ms: number;
}

/** Back an architecture, `central` together with its host; left out: back none any more. */
export interface BackArchitecture {
  type: "back_architecture";
  architecture?: Architecture | null;
  host?: string | null;
}

/** Back a governance while none is in force; left out: back none any more. */
export interface BackGovernance {
  type: "back_governance";
  governance?: Governance | null;
}

/** What never changes of a ruleset version; `texts` by key, in the server's language. */
export interface Board {
  ruleset: BoardRuleset;
  seats: BoardSeat[];
  dependencies: BoardDependency[];
  cards: Record<string, BoardCard>;
  texts: Record<string, string>;
}

/** An event card: its kind, and the ids of its options. */
export interface BoardCard {
  kind: string;
  options: string[];
}

/** A possible dependency, with the numbers of the ruleset. */
export interface BoardDependency {
  id: string;
  between: [string, string];
  sensitivity: number;
  effort: number;
}

/** Which ruleset it is. */
export interface BoardRuleset {
  id: string;
  version: string;
  digest: string;
  sponsor: string;
  late_joiner: string;
}

/** An agency and its marker. */
export interface BoardSeat {
  id: string;
  rationality: string;
  colour: string;
  code: string;
}

/** A time box, in milliseconds of the server's time of day. */
export interface BoxShown {
  ends_ms: number;
  length_s: number;
}

/** What seats alone read of themselves, by seat: only those that the asker may read. */
export interface Briefs {
  briefs: Record<string, string>;
}

/** A folder that holds no ruleset that can be played, and why. */
export interface BrokenRuleset {
  folder: string;
  faults: string[];
}

/** Call a launch vote for the end of this round, or take the call back; it needs two seats. */
export interface CallVote {
  type: "call_vote";
  calls?: boolean;
}

/** An event card: its kind, what it does at once, and its choice, if it poses one. */
export interface Card {
  id: string;
  kind: CardKind;
  effects?: (GameTrack | Agency | Agenda | Trust | Turn | GameWeigh | Suspend | Reveal | Audit | Freeze | Directives | Deadline)[];
  choice?: Choice | null;
}

/** A card that this seat was given and not all others. */
export interface CardGiven {
  id: string;
  words: string | null;
}

/** The card on the table. */
export interface CardShown {
  id: string;
  kind: CardKind;
  words: string | null;
  effects: (GameTrack | Agency | Agenda | Trust | Turn | GameWeigh | Suspend | Reveal | Audit | Freeze | Directives | Deadline)[];
  choice: Choice | null;
  choosing: boolean;
  option: string | null;
  defaulted: boolean;
}

/** Vote to launch or to hold; secret until all have voted, and not to be changed. */
export interface CastVote {
  type: "cast_vote";
  launch: boolean;
}

/** A change in one entry: of a track, of tokens on the table, of dependencies signed or live. */
export interface CauseChange {
  version: number;
  measure: string;
  by: number;
  cause: "cards" | "control" | "players" | "politics";
}

/** What caused each change that all could see, in the order of the log. */
export interface Causes {
  changes: CauseChange[];
}

/** One thing at stake, with the numbers before and after where there are some. */
export interface Caution {
  of: "concern" | "core_value";
  kind: "amount" | "first" | "frame" | "unanswered";
  measure?: Measure | null;
  at_least?: number | null;
  at_most?: number | null;
  before?: number | null;
  after?: number | null;
  frame?: Rationality | null;
  dependencies?: string[];
  act?: number | null;
}

/** A share of games, with the interval that holds the true one in 95 of 100 cases. */
export interface Chance {
  mean: number;
  low: number;
  high: number;
}

/** One value that is another now. `of` and `other` say whose it is: a track, a seat, a pair of */
export interface Change {
  part: "agency" | "agenda" | "clock" | "dependency" | "game" | "track" | "trust";
  of: string;
  what: string;
  other: string | null;
  before: string | number | boolean | null;
  after: string | number | boolean | null;
}

/** A check that everybody can receive and answer is under way. */
export interface CheckView {
  id: string;
  people?: CheckedPerson[];
}

/** A device shows the check of this id, or (`tapped`) its person has pressed it. */
export interface Checked {
  id: string;
  tapped: boolean;
}

/** How far somebody has come; milliseconds after the check began, None: not yet. */
export interface CheckedPerson {
  person: string;
  shown_ms: number | null;
  tapped_ms: number | null;
}

/** A choice that a card poses, to all or to one named seat. */
export interface Choice {
  by: string;
  default: string;
  options: Option[];
}

/** Vote for an option of the card on the table; votes are open and may be changed in Talk. */
export interface Choose {
  type: "choose";
  option: string;
}

/** A moment of the playlist. `kind`: which sort of moment; `minutes` 0: no time box. */
export interface Clip {
  id: string;
  version: number;
  kind: string;
  title: string;
  question?: string;
  minutes?: number;
  poll?: Poll | null;
}

/** The clip that is talked about: `number` of `of`. */
export interface ClipShown {
  id: string;
  number: number;
  of: number;
  title: string;
  question: string;
}

/** The game clock; `ends_ms` is the game time at which the phase ends, None: it has no clock. */
export interface ClockView {
  running: boolean;
  ends_ms: number | null;
  resumes_s: number | null;
}

/** Take no more answers to the pulse that is open. */
export interface ClosePulse {
  type: "close_pulse";
}

/** A new join code. */
export interface CodeMade {
  code: string;
  address: string;
  qr: Qr;
}

/** Everything that a debrief has brought, without names. */
export interface Collected {
  plan: DebriefPlan;
  answers: Record<string, string[]>;
  people: number;
}

/** A seat's concern, and whether it was met. */
export interface ConcernOpened {
  seat: string;
  concern: string;
  met: boolean;
}

/** What must be so for an effect to count; several fields are joined by *and*. */
export interface Condition {
  track?: Track | null;
  at_least?: number | null;
  frame_is_agenda?: boolean | null;
  agenda?: Rationality | null;
  live_at_least?: number | null;
  fragmentation_at_least?: number | null;
  architecture?: Architecture | null;
  launched?: boolean | null;
}

/** What a country may bring along, in the words of the ruleset. */
export interface ContextCard {
  id: string;
  name: string;
  text: string;
}

/** A command of the facilitator at a table. */
export interface Control {
  id: string;
  table: string;
  command: FacilitatorCommand;
}

/** Let play go on after so many seconds, at one paused table or at all; 0: count no more. */
export interface CountDown {
  seconds: number;
  table?: string | null;
}

/** Count something said aloud by what it was about (C02). */
export interface CountTalk {
  type: "count_talk";
  topic: Topic;
}

/** The log in short, as far as these eyes may know of it; `head` once the game is over. */
export interface Course {
  entries: CourseEntry[];
  head: string | null;
  outcome: string | null;
  public_value: number | null;
}

/** An entry on the scrubber: where the game stood after it. `aside`: set aside by a rewind. */
export interface CourseEntry {
  version: number;
  at_ms: number;
  round: number;
  phase: string;
  quarter: number;
  by: string;
  via: string;
  type: string;
  aside: boolean;
  support: number;
  legal_pressure: number;
  counter: number;
  rating: number;
  live: number;
  signed: number;
  of_all?: number;
}

/** What the model expects after an entry. `certain`: the game was over, nothing is estimated. */
export interface CurvePoint {
  version: number;
  at_ms: number;
  certain: boolean;
  games: number;
  outcomes: Record<string, number>;
  chances: Record<string, Chance>;
}

/** A large swing of one chance between two neighbouring points, and the lines that tell most. */
export interface CurveTurn {
  of: string;
  first: number;
  last: number;
  version: number;
  before: number;
  after: number;
  lines: Line[];
}

/** If not launched by the Briefing of this round: legal pressure +2, support -1. */
export interface Deadline {
  type: "deadline";
  round: number;
  if?: Condition | null;
}

/** An offer and what became of it. */
export interface DealView {
  id: string;
  thread: string;
  counters: string | null;
  by: string;
  to: string;
  give: Terms;
  get: Terms;
  topic: Topic;
  confidential: boolean;
  state: DealState;
  reason: Reason | null;
}

/** How a debrief is to be led. `dropped`: ids of suggestions that are not wanted. */
export interface DebriefPlan {
  clips?: Clip[];
  dropped?: string[];
  model?: "gather" | "hot_wash" | "six";
  phases?: GuidePhase[];
}

/** Decline an offer. */
export interface Decline {
  type: "decline";
  deal: string;
}

/** A dependency is in this state; never so where its agencies are not seated. */
export interface DependencyCue {
  is: "dependency";
  dependency: string;
  state: State;
}

/** A dependency as everybody sees it. */
export interface DependencyShown {
  id: string;
  sides: [SideShown, SideShown];
  sensitivity: number;
  effort: number;
  progress: number;
  state: State;
  signed_round: number | null;
  real: boolean | null;
}

/** The sponsor has more or fewer directives left. */
export interface Directives {
  type: "directives";
  by: number;
  if?: Condition | null;
}

/** Accepted and on disk; the view of this version, or a newer one, shows what came of it. */
export interface Done {
  type: "done";
  id: string;
  version: number;
}

/** Open or close the join code. */
export interface Door {
  open: boolean;
}

/** Let gates wait for this seat no longer, or again. */
export interface DropSeat {
  type: "drop_seat";
  seat: string;
  dropped?: boolean;
}

/** What a control would do; nothing was done. */
export interface DryRun {
  reason: string | null;
  detail: string;
  audience: Audience[];
  changes: Change[];
  lost: Prospect[];
  unmet: Prospect[];
  options: OptionRun[];
  later: Later[];
  stopped: Later[];
  undo: Record<string, unknown> | null;
  words: Record<string, string>;
}

/** End the game now, for a stated reason; the outcome is read from the table. */
export interface EndGame {
  type: "end_game";
  text: string;
}

/** What went wrong, where, and what now. */
export interface ErrorBody {
  reason: string;
  sentence: string;
  where?: string;
  retry_s?: number;
  faults?: LineFault[];
}

/** An inject that was laid, as it was laid; times in milliseconds of game time. */
export interface Executed {
  version: number;
  number: number | null;
  round: number;
  phase: Phase;
  planned_ms: number | null;
  actual_ms: number;
  wall_ms: number;
  via: "bot" | "chance" | "clock" | "default" | "facilitator" | "person";
  card: string;
  words: string | null;
  to: string[];
  window_ms: number | null;
  met: boolean | null;
  response_ms: number | null;
  aside: boolean;
}

/** Somebody on the list who has not come yet, and whose seat is kept. */
export interface ExpectedPerson {
  table: string;
  seat: string;
  name: string;
}

/** Give the phase more time, or (below 0) less, in seconds. */
export interface Extend {
  type: "extend";
  seconds: number;
}

/** What a seat knows of a dependency. */
export interface Fact {
  dependency: string;
  real: boolean;
}

/** The one shape of every error. */
export interface Failure {
  error: ErrorBody;
}

/** The frame was malformed; sending it again as it is helps nothing. */
export interface Fault {
  type: "error";
  id: string | null;
  sentence: string;
  where: string;
}

/** A person takes the seat; `None` where a person's id is not told. */
export interface FillSeat {
  type: "fill_seat";
  seat: string;
  person?: string | null;
}

/** Lay the card of a line now. `text`: headline and story as they are to be read, where the */
export interface FireLine {
  type: "fire_line";
  number: number;
  luck?: number;
  text?: string | null;
}

/** Play on from the moment after entry `version`, at a new table; `text`: what for. */
export interface Fork {
  version: number;
  text: string;
  name?: string;
}

/** The new table that plays on, paused, and where its console is. */
export interface Forked {
  table: string;
  name: string;
  address: string;
}

/** One kind of effect or cue, by its tag. */
export interface Form {
  tag: string;
  fields: FormField[];
}

/** One field. `who`: all, a seat, a rationality; `which`: all, drawn, a dependency, a seat. */
export interface FormField {
  name: string;
  takes: "choice" | "dependency" | "number" | "seat" | "which" | "who" | "yes";
  needed: boolean;
  options: string[];
  low: number | null;
  high: number | null;
}

/** An open command (deal, message, plan), which is filled in a form. */
export interface FormOption {
  type: string;
  reason?: Reason | null;
  detail?: string;
}

/** The project is framed so. */
export interface FrameCue {
  is: "frame";
  value: Rationality;
}

/** Nobody holds the seat any more; gates do not wait for it. */
export interface FreeSeat {
  type: "free_seat";
  seat: string;
}

/** Building rests in this round for dependencies of this sensitivity or more. */
export interface Freeze {
  type: "freeze";
  sensitivity: number;
  if?: Condition | null;
}

/** This seat has talked enough, or takes that back; when all have, Talk ends. */
export interface GameDone {
  type: "done";
  done?: boolean;
}

/** The facilitator looked over the shoulder of a seat. */
export interface GameLook {
  seat: string;
  round: number;
  phase: Phase;
  version: number;
}

/** What was secret during the game and lies open now. */
export interface GameOpened {
  secrets: string[];
  concerns: ConcernOpened[];
  scores: Score[];
  promises: PromiseView[];
  deals: DealView[];
  plans: PlanOpened[];
  turns: Turn[];
  next_agenda: Rationality | null;
  pulses: PulseResult[];
}

/** A line as the console shows it; times in milliseconds of game time. */
export interface GameStanding {
  number: number;
  status: Status;
  planned_ms: number | null;
  fired_ms: number | null;
  closes_ms: number | null;
  met: boolean | null;
  response_ms: number | null;
  overdue: boolean;
}

/** A shared track moves by steps. */
export interface GameTrack {
  type: "track";
  track: Track;
  by: number;
  if?: Condition | null;
}

/** Everything that a viewer is shown, but for the log lines, which come from the entries. */
export interface GameView {
  viewer: Viewer;
  public: Public;
  own: Own | null;
  menu: Menu | null;
  staff: Staff | null;
  opened: GameOpened | null;
}

/** Sensitivity or effort changes. `which`: all, drawn, a dependency, or parties' by seat. */
export interface GameWeigh {
  type: "weigh";
  which: string;
  sensitivity?: number;
  effort?: number;
  if?: Condition | null;
}

/** A phase of the guide; no prompt: the words of its kind. */
export interface GuidePhase {
  id: string;
  prompt?: string;
  minutes?: number;
}

/** How the server is; `trouble` is the sentence of the last failed write. */
export interface Health {
  well: boolean;
  trouble: string | null;
  tables: number;
  sockets: number;
}

/** The first frame of a program: its pass, within five seconds. */
export interface Hello {
  pass: string;
}

/** Hold a line back, or let it come again. */
export interface HoldLine {
  type: "hold_line";
  number: number;
  held?: boolean;
}

/** A log that was taken in to be read; `pass`, its facilitator's, only for a program. */
export interface Imported {
  session: string;
  table: string;
  address: string;
  pass?: string;
}

/** Lay any event card of the ruleset on the table now, or one written for the occasion; or */
export interface Inject {
  type: "inject";
  card?: string | null;
  written?: Card | null;
  luck?: number;
  text?: string | null;
  to?: string[];
}

/** Come in, with or without a seat; `bearer`: answer with the pass instead of a cookie. */
export interface Join {
  code: string;
  name: string;
  table?: string | null;
  seat?: string | null;
  bearer?: boolean;
}

/** How people come in. */
export interface JoinView {
  code: string;
  address: string;
  open: boolean;
  qr: Qr;
}

/** One is in; `pass` only where it was asked for. */
export interface Joined {
  person: string;
  address: string;
  seat: string | null;
  pass?: string;
}

/** Something that the facilitator noted, marked or counted, and may still take back. */
export interface Jot {
  version: number;
  kind: "count" | "mark" | "note";
  topic?: Topic | null;
}

/** Say that what a laid line expects has come, or that it will not. */
export interface JudgeLine {
  type: "judge_line";
  number: number;
  met?: boolean;
}

/** The facilitator key, printed at the server's start. */
export interface Key {
  key: string;
  bearer?: boolean;
}

/** The key is good. */
export interface KeyTaken {
  pass?: string;
}

/** One thing that will happen by itself, as things stand. */
export interface Later {
  what: "audit" | "choice" | "clock" | "deadline" | "fewer_actions" | "freeze" | "goes_live" | "income" | "line" | "line_by_clock" | "no_vote";
  of: string;
  round: number | null;
  amount: number | null;
}

/** The model's estimates along a log, as far as they have come: `done` of `of` points. */
export interface LaunchCurve {
  state: "done" | "none" | "running" | "stopped";
  done: number;
  of: number;
  points: CurvePoint[];
  turns: CurveTurn[];
  words: Record<string, string>;
}

/** Where the debrief stands now, whole. */
export interface Lead {
  follow?: boolean;
  version?: number | null;
  clip?: string | null;
  phase?: string | null;
  speaks?: string | null;
  poll?: "closed" | "open" | "shown";
  form?: "feedback" | "reflection" | null;
  box_s?: number | null;
  box_again?: boolean;
}

/** Where the debrief stands, and the server's time of day in milliseconds. */
export interface LeadNow {
  now_ms: number;
  lead: LeadView | null;
}

/** Where the debrief of a table stands. */
export interface LeadView {
  table: string;
  follow: boolean;
  version: number | null;
  clip: ClipShown | null;
  phase: PhaseShown | null;
  speaks: string | null;
  poll: PollShown | null;
  form: "feedback" | "reflection" | null;
  answered: number;
  asked: number;
  box: BoxShown | null;
}

/** Somebody who has left or was removed, and can be let back in. */
export interface LeftPerson {
  person: string;
  name: string;
}

/** Lengths of phases in seconds; null: as the ruleset says. */
export interface Lengths {
  briefing?: number | null;
  talk?: number | null;
  plan?: number | null;
  reveal?: number | null;
  vote?: number | null;
  quarter?: number | null;
}

/** One line: what happened, as this viewer may know it. */
export interface Line {
  kind: string;
  at_ms: number;
  round: number;
  phase: Phase;
  by: string;
  via: "bot" | "chance" | "clock" | "default" | "facilitator" | "person";
  params: Record<string, string | number>;
  act?: Act | null;
  deal?: DealView | null;
  text?: string | null;
  confidential?: boolean;
  control?: boolean;
  who?: string | null;
}

/** A fault of an imported log; lines are counted from 1. */
export interface LineFault {
  line: number;
  sentence: string;
}

/** A line of the script as its author wrote it; what became of it lies with the table. */
export interface LineSpec {
  number: number;
  round?: number | null;
  phase?: Phase | null;
  after_s?: number;
  when?: (TableCue | SeatCue | DependencyCue | FrameCue | AgendaCue | ActCue)[];
  card?: string | null;
  kind?: CardKind | null;
  effects?: (GameTrack | Agency | Agenda | Trust | Turn | GameWeigh | Suspend | Reveal | Audit | Freeze | Directives | Deadline)[];
  to?: string[];
  expect?: (TableCue | SeatCue | DependencyCue | FrameCue | AgendaCue | ActCue)[];
  window_s?: number | null;
  contingency?: number | null;
  auto?: boolean;
}

/** What a line says: the first two to those it is for, the rest to facilitators alone. */
export interface LineWords {
  headline: string;
  story: string;
  expected: string;
  objective: string;
  contingency: string;
}

/** Lines of the log as this viewer may read them; `first` is the number of the first. */
export interface Lines {
  type: "lines";
  id: string;
  first: number;
  lines: Line[];
  words: Record<string, string>;
}

/** The code of a one-time link. */
export interface LinkCode {
  code: string;
  bearer?: boolean;
}

/** A one-time link and how long it is good. */
export interface LinkMade {
  address: string;
  qr: Qr;
  minutes: number;
}

/** Let nobody new join, or let people join again. */
export interface LockRoom {
  type: "lock_room";
  locked?: boolean;
}

/** What does this join code open? */
export interface Look {
  code: string;
}

/** Look at the page of a seat as it sees it, for a stated reason; all read of it at the end. */
export interface LookOver {
  type: "look_over";
  seat: string;
  text: string;
}

/** Mark this moment for the debrief. */
export interface MarkMoment {
  type: "mark_moment";
  text?: string | null;
}

/** All that a seat can ask for now. */
export interface Menu {
  commands: Option[];
  acts: ActOption[];
  forms: FormOption[];
}

/** How the ruleset sets its modules. */
export interface ModulesCard {
  governance: string | null;
  architectures: boolean;
  inner_house: boolean;
}

/** The table after an entry with somebody's eyes: a view of `game.views`, and its lines. */
export interface Moment {
  version: number;
  view: GameView;
  lines: Line[];
  words: Record<string, string>;
}

/** A one-time link: for a person's further device, a room display, a second facilitator. */
export interface NewLink {
  kind: "facilitator" | "person" | "screen";
  person?: string | null;
  table?: string | null;
}

/** Make a session. `assigns`: the facilitator gives out the seats. */
export interface NewSession {
  title: string;
  ruleset: string;
  players: number;
  tables?: number;
  assigns?: boolean;
  evaluators?: "all" | "room";
  same_decks?: boolean;
  booked_min?: number | null;
  rehearsal?: boolean;
  setup?: SetupBody;
  bearer?: boolean;
}

/** End this phase now, whoever is still missing. */
export interface NextPhase {
  type: "next_phase";
}

/** Take a private note, pinned to this moment. */
export interface Note {
  type: "note";
  text: string;
  tags?: string[];
  objective?: string | null;
}

/** Offer a deal: what I give, what I get, open to all eyes or in confidence. */
export interface Offer {
  type: "offer";
  to: string;
  give?: Terms;
  get?: Terms;
  confidential?: boolean;
  counters?: string | null;
  keep_open?: boolean;
}

/** Lines of the log before the one with this number. */
export interface Older {
  id: string;
  older: number;
  table?: string | null;
}

/** In the debrief, open one secret to all: `all`, `concern:<seat>`, `brief:<seat>`, `truth`, */
export interface OpenSecret {
  type: "open_secret";
  secret: string;
}

/** What a join code opens. `admit`: the facilitator has to let one in. */
export interface Opened {
  session: SessionName;
  ruleset: RulesetName;
  admit: boolean;
  late: "observer" | "reserve" | "share_seat" | "take_over_bot" | null;
  assigns: boolean;
  watched: "all" | "no" | "room";
  tables: TableOffer[];
}

/** One way to take a choice. */
export interface Option {
  id: string;
  effects?: (GameTrack | Agency | Agenda | Trust | Turn | GameWeigh | Suspend | Reveal | Audit | Freeze | Directives | Deadline)[];
}

/** A closed command: possible now, or refused for this reason. */
export interface Option {
  command: PlaceToken | TakeBack | ShowFact | Offer | Accept | Decline | Withdraw | Say | BackArchitecture | BackGovernance | CallVote | Choose | GameDone | Plan | Ready | CastVote | AskHelp | AnswerPulse | TakeSeatBack;
  reason?: Reason | null;
  detail?: string;
}

/** What an option of the choice would change, taken on top of what the card does at once. */
export interface OptionRun {
  option: string;
  changes: Change[];
}

/** A seat's private sheet and its part of what is confidential. */
export interface Own {
  seat: string;
  concern: string;
  hand: number;
  routines: number;
  room: number;
  backing: number | null;
  points: number;
  facts: Fact[];
  scanned: Rationality | null;
  plan: Act[] | null;
  vote: boolean | null;
  broken: number;
  asks_help: boolean;
  help_text: string | null;
  placed_with: string[];
  taken_from: string[];
  deals: DealView[];
  promises: PromiseView[];
  turns: Turn[];
  cards: CardGiven[];
  score: Score | null;
  pulses: PulseAnswer[];
}

/** What this person has answered, by question. */
export interface OwnAnswers {
  answers: Record<string, string>;
}

/** A command of one's own seat. */
export interface OwnCommand {
  id: string;
  command: SeatCommand;
}

/** When two last dealt with each other in this round; game time. */
export interface PairWatch {
  a: string;
  b: string;
  at_ms: number;
}

/** Stop play and the game clock, with a word to all; `emergency`: for a real one. */
export interface Pause {
  type: "pause";
  text?: string | null;
  emergency?: boolean;
}

/** Somebody in the session, as the facilitator sees it. */
export interface PersonPlace {
  person: string;
  name: string;
  kind: "evaluator" | "facilitator" | "observer" | "player";
  table: string | null;
  seat: string | null;
  devices: number;
}

/** The phase of the debrief; no prompt: the words of its kind. */
export interface PhaseShown {
  id: string;
  prompt: string;
}

/** Place one token with another seat: this makes the placer vulnerable. */
export interface PlaceToken {
  type: "place_token";
  with: string;
}

/** This game among simulated ones by house bots: `done` of `of` games so far. */
export interface Placed {
  state: "done" | "none" | "running" | "stopped";
  done: number;
  of: number;
  outcome: string;
  outcomes: Record<string, number>;
  standings: Standing[];
}

/** The actions of this round, in secret; the last plan sent counts. */
export interface Plan {
  type: "plan";
  acts: Act[];
}

/** What a seat had planned at this moment; None: nothing yet. */
export interface PlanOpened {
  seat: string;
  acts: Act[] | null;
}

/** The plan of a debrief, with what may be added to it. */
export interface Playlist {
  revision: number;
  plan: DebriefPlan;
  suggestions: Suggestion[];
  words: Record<string, string>;
}

/** A promised action and the round in which it falls due. */
export interface Pledge {
  act: Act;
  due: number;
}

/** A named point on the line of play; `version` is the entry that a rewind names in `to`. */
export interface Point {
  version: number;
  kind: "mark" | "phase" | "round";
  round: number;
  phase: string;
  quarter: number;
  at_ms: number;
  wall_ms: number;
  text: string | null;
  aside: number;
}

/** All points, the newest first. */
export interface Points {
  points: Point[];
  words: Record<string, string>;
}

/** A question to all before it is shown what was done. */
export interface Poll {
  question: string;
  options: string[];
}

/** What would you have done? `counts`, by option, once the facilitator has shown them. */
export interface PollShown {
  question: string;
  options: string[];
  state: "open" | "shown";
  counts: number[] | null;
}

/** A promise and what became of it. */
export interface PromiseView {
  id: string;
  by: string;
  to: string;
  act: Act;
  due: number;
  confidential: boolean;
  verdict: Verdict;
}

/** A goal of a seat at one moment. */
export interface Prospect {
  seat: string;
  goal: string;
  met: boolean;
  possible: boolean;
}

/** The part of a view that all viewers share. */
export interface Public {
  phase: Phase;
  round: number;
  rounds: number;
  quarter: number;
  length_s: number | null;
  clock_ends: boolean;
  drawing: boolean;
  paused: boolean;
  pause_text: string | null;
  set_back: boolean;
  emergency: boolean;
  autopilot: boolean;
  first_game: boolean;
  practice: boolean;
  locked: boolean;
  waiting_for: string[];
  spotlight: string | null;
  spotlight_text: string | null;
  looks: GameLook[];
  pulse: PulseShown | null;
  sponsor: string;
  need: number;
  support: number;
  legal_pressure: number;
  counter: number;
  rating: number;
  push: number;
  fragmentation: number;
  bounced: number | null;
  agenda: Rationality;
  agenda_card: string | null;
  frame: Rationality;
  headline: Rationality | null;
  agenda_rounds: number[];
  governance: Governance | null;
  directives: number;
  signings_left: number | null;
  architecture: Architecture;
  host: string | null;
  hub_progress: number;
  hub_effort: number;
  freeze: number | null;
  audit: boolean;
  deadlines: number[];
  card: CardShown | null;
  seats: SeatShown[];
  dependencies: DependencyShown[];
  trust: number[][];
  trust_before: number[][];
  earned: number[][];
  deals: DealView[];
  promises: PromiseView[];
  turns: Turn[];
  votes: (boolean | null)[] | null;
  passed: boolean | null;
  launched: number | null;
  stopped: boolean;
  quarters: Quarter[];
  past: RoundShown[];
  outcome: Outcome | null;
  public_value: number | null;
  scores: ScoreShown[];
  context?: Context;
}

/** What one seat answered to a pulse; the last answer counts. */
export interface PulseAnswer {
  pulse: string;
  answer: string;
}

/** A pulse with all answers, in seat order; who did not answer is left out. */
export interface PulseResult {
  pulse: PulseShown;
  answers: SeatAnswer[];
}

/** What the facilitator asked. */
export interface PulseShown {
  id: string;
  form: PulseForm;
  question: PulseQuestion | null;
  text: string | null;
  about: string | null;
  round: number;
  phase: Phase;
  open: boolean;
}

/** A bot moves the seat, by the name of its preset. */
export interface PutBot {
  type: "put_bot";
  seat: string;
  bot: string;
}

/** The whole plan; `revision`: of the plan that it changes, so that nobody's work is lost. */
export interface PutPlan {
  revision: number;
  plan: DebriefPlan;
}

/** A QR code as a path for `<svg viewBox="0 0 size size">`, drawn with a stroke of width 1. */
export interface Qr {
  size: number;
  path: string;
}

/** One quarter of year one, as it ended. */
export interface Quarter {
  card: string;
  bounced: number;
  absorbed: number;
  rating: number;
}

/** The plan stands, or is taken up again; when all are ready, plans are locked. */
export interface Ready {
  type: "ready";
  ready?: boolean;
}

/** A one-time link gave a pass. */
export interface Redeemed {
  kind: "evaluator" | "facilitator" | "observer" | "player" | "screen";
  address: string;
  pass?: string;
}

/** Not done. `reason` is a word of the game's texts, or one of the server's own. */
export interface Refusal {
  type: "refused";
  id: string;
  reason: string;
  detail: string;
}

/** Take a line out of the script. */
export interface RemoveLine {
  type: "remove_line";
  number: number;
}

/** Shut somebody out, or (`removed` false) let them back in; `text`: why. */
export interface RemovePerson {
  type: "remove_person";
  person: string;
  removed?: boolean;
  text?: string | null;
}

/** Let play and the clock go on. */
export interface Resume {
  type: "resume";
}

/** The parties learn the truth of a dependency. `which`: as for `weigh`. */
export interface Reveal {
  type: "reveal";
  which?: string;
  if?: Condition | null;
}

/** Set the table back to as it was after entry `to`; the entries since then are kept aside. */
export interface Rewind {
  type: "rewind";
  to: number;
  text: string;
  parent?: string;
}

/** What a rewind to an entry would do; nothing was done. */
export interface RewindTrial {
  to: number;
  now: Stands;
  then: Stands;
  left_ms: number | null;
  by: Record<string, number>;
  entries: AsideEntry[];
  words: Record<string, string>;
}

/** A past round on the shared tracks. */
export interface RoundShown {
  round: number;
  support: number;
  legal_pressure: number;
  counter: number;
  live: number;
  signed: number;
  fragmentation: number;
}

/** A ruleset to choose. `minutes`: a game of full length, all phases used up. */
export interface RulesetCard {
  id: string;
  version: string;
  digest: string;
  title: string;
  blurb: string;
  players: number[];
  minutes: number;
  rounds: number;
  late_joiner: string;
  modules: ModulesCard;
  context: string;
  contexts: ContextCard[];
  lengths: Record<string, number>;
  seats: Record<string, string[]>;
  names: Record<string, string>;
}

/** What is played. */
export interface RulesetName {
  id: string;
  title: string;
  blurb: string;
  digest: string;
}

/** All that can be played; the broken ones only for those who may create sessions. */
export interface Rulesets {
  rulesets: RulesetCard[];
  broken: BrokenRuleset[];
}

/** Say something to all or (`to`) to one seat; the sender says what it is about. */
export interface Say {
  type: "say";
  text: string;
  topic?: Topic;
  to?: string | null;
}

/** A seat's own score, item by item (RULES section 8). */
export interface Score {
  seat: string;
  autonomy: number;
  budget: number;
  portals: number;
  tokens: number;
  goal: number;
  core_value: number;
  concern: number;
}

/** A seat's own score in one number. */
export interface ScoreShown {
  seat: string;
  own: number;
}

/** The script of a table as it stands; times in milliseconds of game time. */
export interface Script {
  at_ms: number;
  next_ms: number | null;
  lines: ScriptRow[];
  executed: Executed[];
  words: Record<string, string>;
  luck: number;
  effects: Form[];
  cues: Form[];
}

/** A line: what its author wrote, what it says, and how it stands. */
export interface ScriptRow {
  line: LineSpec;
  words: LineWords;
  own: boolean;
  held: boolean;
  skipped: boolean;
  standing: GameStanding;
}

/** What one seat answered. */
export interface SeatAnswer {
  seat: string;
  answer: string;
}

/** A number of one seat lies within bounds; never so where it is not seated. */
export interface SeatCue {
  is: "seat";
  seat: string;
  of: Measure;
  at_least?: number | null;
  at_most?: number | null;
}

/** A seat as somebody sees it who has not joined yet. */
export interface SeatOffer {
  seat: string;
  state: "bot" | "free" | "kept" | "taken";
}

/** A seat and who sits there; `devices` of `person` are connected now. */
export interface SeatPlace {
  seat: string;
  person: string | null;
  name: string | null;
  bot: string | null;
  devices: number;
  sharers: Sharer[];
}

/** An agency as everybody sees it. */
export interface SeatShown {
  id: string;
  rationality: Rationality;
  capacity: number;
  budget: number;
  autonomy: number;
  portals: number;
  routines: number | null;
  tokens: number;
  holder: Holder;
  bot: string | null;
  stands_in: boolean;
  dropped: boolean;
  done: boolean;
  planned: boolean;
  ready: boolean;
  voted: boolean;
  calls_vote: boolean;
  choice: string | null;
  architecture: Architecture | null;
  host: string | null;
  governance: Governance | null;
}

/** The last command of a seat, or one that was done for it; game time. */
export interface SeatWatch {
  seat: string;
  at_ms: number;
  type: string;
  via: string;
}

/** A seat that somebody asks to share. */
export interface SeatWish {
  table: string;
  seat: string;
}

/** Where one sits now. */
export interface Seated {
  seat: string;
}

/** A session in a list; `created` in UTC, ISO 8601. */
export interface SessionCard {
  id: string;
  title: string;
  ruleset: string;
  state: "ended" | "playing" | "waiting";
  created: string;
  tables: TableCard[];
}

/** A new session. */
export interface SessionMade {
  session: string;
  address: string;
  pass?: string;
}

/** A session by name. */
export interface SessionName {
  id: string;
  title: string;
}

/** What the server itself knows of a session, for one kind of viewer. */
export interface SessionView {
  id: string;
  title: string;
  state: "ended" | "playing" | "waiting";
  assigns: boolean;
  tables: TablePlace[];
  waiting: WaitingPerson[];
  people: number;
  pace?: number;
  check?: CheckView;
  join?: JoinView | null;
  people_of?: PersonPlace[];
  left?: LeftPerson[];
  slot?: SlotView;
  expected?: ExpectedPerson[];
  leads?: LeadView[];
}

/** The sessions that these passes open. */
export interface Sessions {
  sessions: SessionCard[];
}

/** Let the clock end all phases, or leave that to the facilitator again. */
export interface SetAutopilot {
  type: "set_autopilot";
  on: boolean;
}

/** Begin a check that everybody can receive and answer, or end it. */
export interface SetCheck {
  on: boolean;
}

/** Write a line of the script, or write it anew. `text`: its words, a line each: headline, */
export interface SetLine {
  type: "set_line";
  line: LineSpec;
  text?: string | null;
}

/** Make somebody an observer, or a player again who waits for a seat; remove them, or take */
export interface SetPerson {
  person: string;
  do: "admit" | "observe" | "readmit" | "remove";
  text?: string | null;
}

/** Fill a seat with a person or a bot; neither: free it. */
export interface SetSeat {
  table: string;
  seat: string;
  person?: string | null;
  bot?: string | null;
  share?: boolean;
}

/** Let a bot sit in for seats whose people have been away for so many minutes of game time, or */
export interface SetStandIn {
  type: "set_stand_in";
  bot: string;
  after_min?: number | null;
}

/** A raised hand has been seen to; with an answer that this seat alone reads. */
export interface SettleHelp {
  type: "settle_help";
  seat: string;
  text?: string | null;
}

/** How the game is set up; null: as the ruleset says. */
export interface SetupBody {
  governance?: "hierarchy" | "hybrid" | "network" | "open" | null;
  architectures?: boolean | null;
  inner_house?: boolean | null;
  context?: "federal" | "hub_by_law" | "plain" | "strong_registers" | null;
  first_game?: boolean;
  stand_in_min?: number | null;
  rounds?: number | null;
  lengths?: Lengths;
  seed?: string | null;
}

/** One more person acts for a seat that is held, or (`shares` false) one of several no more. */
export interface ShareSeat {
  type: "share_seat";
  seat: string;
  person: string;
  shares?: boolean;
}

/** One more person in a seat; `devices` are connected now. */
export interface Sharer {
  person: string;
  name: string;
  devices: number;
}

/** A sheet as text. */
export interface SheetBody {
  csv: string;
}

/** What is wrong in a sheet. Rows count from 1, which is the header; 0: the whole. */
export interface SheetFault {
  row: number;
  column: string;
  sentence: string;
}

/** A row without a fault, and what it would do to the script. */
export interface SheetRowSeen {
  row: number;
  number: number;
  headline: string;
  does: "changed" | "laid" | "new" | "same";
}

/** What a sheet would bring; nothing was stored. */
export interface SheetSeen {
  rows: SheetRowSeen[];
  faults: SheetFault[];
}

/** How many lines a sheet has brought. */
export interface SheetTaken {
  taken: number;
  left: number;
}

/** Show whether a dependency is real: to one seat, or (`to` left out) to all. */
export interface ShowFact {
  type: "show_fact";
  dependency: string;
  to?: string | null;
}

/** One side of a dependency: its objection is answered, waived now, under protest, or stands. */
export interface SideShown {
  seat: string;
  rationality: Rationality;
  answered: boolean;
  waived: boolean;
  overridden: boolean;
  protest: boolean;
}

/** Leave a line out, or let it come after all; `text`: why. */
export interface SkipLine {
  type: "skip_line";
  number: number;
  skipped?: boolean;
  text?: string | null;
}

/** The booked slot: how long, and since when the first table plays (ms since 1970, UTC). */
export interface SlotView {
  booked_min: number | null;
  began_ms: number | null;
  lengths: Record<string, number>;
  rehearsal: boolean;
}

/** Speak to all or (`to`) to one seat. */
export interface Speak {
  type: "speak";
  text: string;
  to?: string | null;
}

/** Show this scene on the room display; left out: what fits the phase. */
export interface Spotlight {
  type: "spotlight";
  scene?: string | null;
  text?: string | null;
}

/** The facilitator's part of a view. */
export interface Staff {
  seats: Own[];
  real: string[];
  bounced: number;
  deals: DealView[];
  promises: PromiseView[];
  turns: Turn[];
  agenda_deck: AgendaCard[];
  event_deck: string[];
  year_one_deck: string[];
  opened_secrets: string[];
  counted: Record<string, number>;
  looks: GameLook[];
  jots: Jot[];
  stand_in: StandIn | null;
  pulses: PulseResult[];
}

/** A bot that sits in for a seat whose people are all away, until one of them is back. */
export interface StandIn {
  after_min: number;
  bot: string;
}

/** One measure of this game beside the simulated ones. */
export interface Standing {
  name: string;
  value: number;
  below: number;
  counts: [number, number][];
}

/** Where the shared tracks of a table stand. */
export interface Stands {
  round: number;
  phase: string;
  quarter: number;
  support: number;
  legal_pressure: number;
  counter: number;
  live: number;
  signed: number;
}

/** Begin round 1, or the practice round of a first game; every seat must be held. */
export interface Start {
  type: "start";
}

/** Take back one of the last notes, marks or counts: it stays in the log, and nobody who looks */
export interface Strike {
  type: "strike";
  of: number;
}

/** A moment that may be worth a clip; `lines` as the facilitator reads it, `open` as all do. */
export interface Suggestion {
  id: string;
  version: number;
  kind: string;
  lines: Line[];
  open: Line[];
}

/** Live dependencies of this sensitivity or more, with an objection unanswered, rest. */
export interface Suspend {
  type: "suspend";
  sensitivity: number;
  if?: Condition | null;
}

/** A table in a list; `phase`: `playing` where another worker of the server knows which. */
export interface TableCard {
  id: string;
  name: string;
  number: number;
  phase: string;
  round: number;
}

/** A number of the table lies within bounds (both included). */
export interface TableCue {
  is: "table";
  of: Gauge;
  at_least?: number | null;
  at_most?: number | null;
}

/** A table that can be joined. */
export interface TableOffer {
  id: string;
  name: string;
  number: number;
  seats: SeatOffer[];
}

/** A table of the session. */
export interface TablePlace {
  id: string;
  name: string;
  number: number;
  state: "ended" | "playing" | "waiting";
  phase: string;
  round: number;
  parent: string | null;
  parent_version: number | null;
  seats: SeatPlace[];
}

/** Take one placed token back into the hand; everybody sees it. */
export interface TakeBack {
  type: "take_back";
  with: string;
}

/** Sit down in a free seat. */
export interface TakeSeat {
  table: string;
  seat: string;
}

/** Play oneself again, where a bot sat in because nobody was there. */
export interface TakeSeatBack {
  type: "take_seat_back";
}

/** What one side of a deal gives: at once, and promised. */
export interface Terms {
  pay?: number;
  place?: number;
  tell?: string[];
  promise?: Pledge[];
}

/** Game time now, in milliseconds, for each table of this socket; and a sign of life. */
export interface Tick {
  type: "tick";
  at_ms: number;
  running: boolean;
  table: string | null;
}

/** Tokens come or go: of all `towards` one seat, or both ways `between` parties of one. */
export interface Trust {
  type: "trust";
  by: number;
  towards?: string | null;
  between?: string | null;
  if?: Condition | null;
}

/** A control, as in `Control`, to be tried on a copy. */
export interface TryCommand {
  command: Record<string, unknown>;
}

/** One dependency drawn among those still open becomes real, or a dead end. */
export interface Turn {
  type: "turn";
  real: boolean;
  if?: Condition | null;
}

/** What a viewer sees of one resolved action. */
export interface Turn {
  seat: string;
  act: Act | null;
  worked: boolean | null;
  reason: Reason | null;
}

/** Everything that this viewer may see now. */
export interface View {
  kind: "facilitator" | "observer" | "screen" | "seat" | "waiting";
  seat: string | null;
  session: SessionView;
  clock: ClockView | null;
  public: Public | null;
  own: Own | null;
  menu: Menu | null;
  staff: Staff | null;
  watch: Watch | null;
  opened: GameOpened | null;
  lines: Line[];
  first: number;
  words: Record<string, string>;
  head: string | null;
}

/** The whole newest view; `version` counts the views of this viewer since the server began. */
export interface ViewFrame {
  type: "view";
  table: string | null;
  version: number;
  at_ms: number;
  view: View;
}

/** Who looks. `seat` is there for a seat only. */
export interface Viewer {
  kind: "facilitator" | "observer" | "screen" | "seat";
  seat: string | null;
}

/** Somebody without a seat; `here`: connected now. */
export interface WaitingPerson {
  person: string;
  name: string;
  here: boolean;
  wish: SeatWish | null;
}

/** What the console asks besides the table to see who needs a hand. */
export interface Watch {
  since_ms: number;
  seats: SeatWatch[];
  pairs: PairWatch[];
  away: AwayWatch[];
}

/** Look at another table of the session, as an observer. */
export interface Watch {
  table: string;
}

/** What would this `offer`, `accept` or `plan` put at stake for one's own seat? */
export interface Weigh {
  command: Record<string, unknown>;
}

/** What is at stake for this seat, and for no other eyes; empty: nothing that one can tell. */
export interface Weighed {
  cautions: Caution[];
}

/** Ask to share a seat, where late ones do; both null: ask no more. */
export interface Wish {
  table?: string | null;
  seat?: string | null;
}

/** Withdraw an own offer. */
export interface Withdraw {
  type: "withdraw";
  deal: string;
}

export type SeatCommand = PlaceToken | TakeBack | ShowFact | Offer | Accept | Decline | Withdraw | Say | BackArchitecture | BackGovernance | CallVote | Choose | GameDone | Plan | Ready | CastVote | AskHelp | AnswerPulse | TakeSeatBack;

export type FacilitatorCommand = Start | Pause | Resume | Extend | NextPhase | SetAutopilot | EndGame | Rewind | Inject | FillSeat | FreeSeat | PutBot | ShareSeat | DropSeat | AdjustTrack | AdjustAgency | AdjustTrust | AdjustAgenda | AdjustDependency | SetLine | RemoveLine | HoldLine | SkipLine | FireLine | JudgeLine | Speak | Note | MarkMoment | CountTalk | Strike | Spotlight | LockRoom | SettleHelp | LookOver | OpenSecret | AskPulse | ClosePulse | SetStandIn | RemovePerson | ActFor;

export type Outbound = Done | Refusal | Fault | Lines | Tick | ViewFrame;
