"""What can happen to a table: a small closed vocabulary of facts, in the past tense.

An event says what changed and nothing about why; the command of its entry says that. Grouped by
subject, one base class a group, so that `evolve` is complete group by group. No rules.
"""

from typing import TypeAlias

from msgspec import Struct

from game.acts import Act
from game.model import Deal, Promise, Pulse, Score, ScriptLine, StandIn, Table
from game.vocabulary import (
    Architecture,
    CardId,
    DealId,
    DealState,
    DependencyId,
    Due,
    Governance,
    Holder,
    Holding,
    Loss,
    NoteId,
    ObjectiveId,
    OptionId,
    Outcome,
    PersonId,
    Phase,
    PromiseId,
    PulseId,
    Rationality,
    Reason,
    SeatId,
    TextId,
    Topic,
    Track,
    Verdict,
)


def snake(name: str) -> str:
    """The name of a class as it stands in a log: `TokenPlaced` becomes `token_placed`."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


class Event(
    Struct,
    frozen=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    gc=False,
    tag_field="type",
    tag=snake,
):
    """One fact of an entry."""


# --- the course of the game


class CourseEvent(Event, frozen=True):
    """Phases, pauses and the end."""


class Opened(CourseEvent, frozen=True):
    """The table is laid: seats, start values, decks, everything that was drawn."""

    table: Table


class PhaseBegan(CourseEvent, frozen=True):
    """A phase began; `length_s` in seconds of game time, None: it has no clock."""

    phase: Phase
    round: int
    length_s: int | None = None
    quarter: int = 0


class DueFell(CourseEvent, frozen=True):
    """Chance owes something (None: nothing any more)."""

    due: Due | None = None


class RoundClosed(CourseEvent, frozen=True):
    """A round is over: what every seat had is remembered, what holds for one round is cleared."""

    round: int


class Paused(CourseEvent, frozen=True):
    """Play stands still, and the game clock with it."""

    text: TextId | None = None
    emergency: bool = False


class Resumed(CourseEvent, frozen=True):
    """Play goes on."""


class Extended(CourseEvent, frozen=True):
    """The phase lasts longer, or (below 0) shorter, by so many seconds."""

    seconds: int


class AutopilotSet(CourseEvent, frozen=True):
    """Whether the clock ends the phases that the facilitator ends otherwise."""

    on: bool


class Rewound(CourseEvent, frozen=True):
    """The table is again as after entry `to`; the entries since then stay in the log, set aside."""

    to: int
    text: TextId | None = None
    """Why, in the facilitator's words."""


class Stopped(CourseEvent, frozen=True):
    """Political support is gone: the project is stopped."""


class GameEnded(CourseEvent, frozen=True):
    """The game is over, with its outcome and all scores (RULES sections 7 and 8)."""

    outcome: Outcome
    public_value: int
    scores: tuple[Score, ...]


# --- seats and what they say they will do


class SeatEvent(Event, frozen=True):
    """Who sits where, and where a seat stands in its round."""

    seat: SeatId


class SeatHeld(SeatEvent, frozen=True):
    """Somebody else moves this seat now."""

    holder: Holder
    person: PersonId | None = None
    bot: str | None = None
    stands_in: bool = False
    """A bot that sat in because nobody of the seat was there."""


class SeatShared(SeatEvent, frozen=True):
    """One more person sits here and acts for the seat, or one of several gets up."""

    person: PersonId
    shares: bool


class SeatDropped(SeatEvent, frozen=True):
    """Gates wait for this seat no longer, or again."""

    dropped: bool


class DoneSaid(SeatEvent, frozen=True):
    """A seat has talked enough, or takes that back."""

    done: bool


class PlanSent(SeatEvent, frozen=True):
    """A seat's plan as it stands; the last one sent counts."""

    acts: tuple[Act, ...]


class ReadySaid(SeatEvent, frozen=True):
    """A seat is ready, or takes that back."""

    ready: bool


class PlanLocked(SeatEvent, frozen=True):
    """A plan that can change no more; by default where the seat had sent none."""

    acts: tuple[Act, ...]
    by_default: bool = False


class ActSpoilt(SeatEvent, frozen=True):
    """The seat's own house will let the action at this place of its plan fail."""

    place: int


class ActResolved(SeatEvent, frozen=True):
    """A planned action had its turn."""

    act: Act
    worked: bool
    reason: Reason | None = None


class ChoiceMade(SeatEvent, frozen=True):
    """A seat votes for an option of the standing card."""

    option: OptionId


class VoteCalled(SeatEvent, frozen=True):
    """A seat calls a launch vote for the end of this round, or takes that back."""

    calls: bool


class VoteCast(SeatEvent, frozen=True):
    """A launch vote; secret until all have voted."""

    launch: bool


class ArchitectureBacked(SeatEvent, frozen=True):
    """A seat backs an architecture (None: none any more)."""

    architecture: Architecture | None
    host: SeatId | None = None


class GovernanceBacked(SeatEvent, frozen=True):
    """A seat backs a governance (None: none any more)."""

    governance: Governance | None


class Scanned(SeatEvent, frozen=True):
    """A seat alone learned the next agenda card."""

    agenda: Rationality


class Learned(SeatEvent, frozen=True):
    """A seat learned whether a dependency is real."""

    dependency: DependencyId


class AgencyMoved(SeatEvent, frozen=True):
    """A number of an agency changed by `by` to `to`."""

    holding: Holding
    by: int
    to: int


class Paid(SeatEvent, frozen=True):
    """A seat paid budget, to another seat or (None) to the bank."""

    amount: int
    to: SeatId | None = None


# --- trust


class TrustEvent(Event, frozen=True):
    """Tokens that `seat` has placed with `other`."""

    seat: SeatId
    other: SeatId


class TokenPlaced(TrustEvent, frozen=True):
    """One token from the hand; `bound` where a deal placed it: it cannot go back this round."""

    bound: bool = False


class TokenTaken(TrustEvent, frozen=True):
    """One token back into the hand."""


class TokenEarned(TrustEvent, frozen=True):
    """One token from the bank."""


class TokenLost(TrustEvent, frozen=True):
    """Tokens to the bank: first those placed, then those earned."""

    placed: int
    earned: int
    why: Loss


class PairWarmed(TrustEvent, frozen=True):
    """This pair has had the trust that a signing brings, once a game."""


class PairThanked(TrustEvent, frozen=True):
    """This pair has had the trust that a kept promise brings, once a round."""


# --- dependencies


class DependencyEvent(Event, frozen=True):
    """What happens to one dependency."""

    dependency: DependencyId


class DependencyTurned(DependencyEvent, frozen=True):
    """What was known of it no longer holds; whether it is `real` now is secret."""

    real: bool


class DependencyWeighed(DependencyEvent, frozen=True):
    """Its numbers are these now."""

    sensitivity: int
    effort: int
    base_sensitivity: int
    base_effort: int


class BecameCommon(DependencyEvent, frozen=True):
    """All know the truth of it."""


class FactShown(DependencyEvent, frozen=True):
    """A seat showed what it knows to one seat or (None) to all."""

    by: SeatId
    to: SeatId | None = None
    confidential: bool = False


class Answered(DependencyEvent, frozen=True):
    """The objection of one side is answered for good."""

    seat: SeatId
    by: SeatId


class Signed(DependencyEvent, frozen=True):
    """Signed by both, or by directive; the sides under protest, tokens held per side."""

    directive: bool
    protest: tuple[bool, bool]
    held: tuple[int, int]


class ProtestEnded(DependencyEvent, frozen=True):
    """One side is under protest no longer; `held` tokens waive its objection now."""

    seat: SeatId
    held: int = 0


class Built(DependencyEvent, frozen=True):
    """Progress towards going live, or of the hub."""

    by: SeatId
    progress: int
    boosted: bool = False


class WentLive(DependencyEvent, frozen=True):
    """Data flows (again)."""

    again: bool = False


class Suspended(DependencyEvent, frozen=True):
    """Data flows no longer."""


class Reopened(DependencyEvent, frozen=True):
    """Open again, with no progress; answers stay."""


# --- tracks, agenda and cards


class TrackEvent(Event, frozen=True):
    """What all share."""


class TrackMoved(TrackEvent, frozen=True):
    """A shared track changed by `by` to `to`."""

    track: Track
    by: int
    to: int


class Lobbied(TrackEvent, frozen=True):
    """One more point of support was lobbied for in this round."""


class AgendaShifted(TrackEvent, frozen=True):
    """What politics cares about now; `card` where it came off the agenda deck."""

    to: Rationality
    card: CardId | None = None


class FrameMoved(TrackEvent, frozen=True):
    """How the project is presented now."""

    to: Rationality


class HeadlineShown(TrackEvent, frozen=True):
    """A rumour of the next agenda."""

    frame: Rationality


class CardDrawn(TrackEvent, frozen=True):
    """A card lies on the table; `written` is the card as JSON where the facilitator wrote it."""

    card: CardId
    luck: int
    injected: bool = False
    written: str | None = None
    words: TextId | None = None


class CardSent(TrackEvent, frozen=True):
    """A card was given to these seats alone; what it does, other events tell."""

    card: CardId
    to: tuple[SeatId, ...]
    luck: int = 0
    written: str | None = None
    words: TextId | None = None
    reason: TextId | None = None


class ChoiceOpened(TrackEvent, frozen=True):
    """The standing card poses a choice."""

    card: CardId


class ChoiceTaken(TrackEvent, frozen=True):
    """The option that counts."""

    card: CardId
    option: OptionId
    by_default: bool


class EffectIdle(TrackEvent, frozen=True):
    """An effect of a card found nothing to act on."""

    card: CardId
    effect: str


class AuditHeld(TrackEvent, frozen=True):
    """The back ledger lies open for this round."""


class BuildingFrozen(TrackEvent, frozen=True):
    """Building rests in this round for dependencies of this sensitivity or more."""

    sensitivity: int


class DirectivesMoved(TrackEvent, frozen=True):
    """The sponsor has more or fewer directives left."""

    by: int
    to: int


class DeadlineSet(TrackEvent, frozen=True):
    """The service must be launched before the Briefing of this round."""

    round: int


class DeadlinePassed(TrackEvent, frozen=True):
    """It was not."""

    round: int


class ArchitectureAdopted(TrackEvent, frozen=True):
    """The seats work by this architecture now."""

    architecture: Architecture
    host: SeatId | None = None


class GovernanceAdopted(TrackEvent, frozen=True):
    """The seats work under this governance now."""

    governance: Governance
    by_default: bool = False


class VoteCounted(TrackEvent, frozen=True):
    """The launch vote is counted; no votes: none was held for want of support."""

    votes: tuple[bool | None, ...]
    passed: bool


class Launched(TrackEvent, frozen=True):
    """The service is open to citizens."""

    round: int


class QuarterClosed(TrackEvent, frozen=True):
    """A quarter of year one: so many cases bounced, so many the counter absorbed."""

    card: CardId
    bounced: int
    absorbed: int


# --- deals, promises and what is said


class TalkEvent(Event, frozen=True):
    """What seats offer, promise and say to each other."""


class Offered(TalkEvent, frozen=True):
    """A seat made another an offer."""

    deal: Deal


class DealClosed(TalkEvent, frozen=True):
    """An offer is open no longer; `reason` where nobody closed it by will."""

    deal: DealId
    state: DealState
    reason: Reason | None = None


class Promised(TalkEvent, frozen=True):
    """A promise was given in an accepted deal."""

    promise: Promise


class PromiseJudged(TalkEvent, frozen=True):
    """A promise fell due."""

    promise: PromiseId
    verdict: Verdict
    reason: Reason | None = None


class DealUnmet(TalkEvent, frozen=True):
    """An offer was accepted, but a term could not be met: nothing was exchanged, it stays open."""

    deal: DealId


class Said(TalkEvent, frozen=True):
    """A message, public or (to) in confidence."""

    by: SeatId
    text: TextId
    topic: Topic
    to: SeatId | None = None


# --- the facilitator


class ControlEvent(Event, frozen=True):
    """What the facilitator does besides moving the game along."""


class Adjusted(ControlEvent, frozen=True):
    """The events beside this one were the facilitator's, for a stated reason."""

    reason: TextId


class Spoke(ControlEvent, frozen=True):
    """The facilitator spoke to one seat or (None) to all."""

    text: TextId
    to: SeatId | None = None


class Noted(ControlEvent, frozen=True):
    """A private note of the facilitator."""

    note: NoteId
    text: TextId
    tags: tuple[str, ...] = ()
    objective: ObjectiveId | None = None
    """What of the evaluation guide it bears on."""


class PersonRemoved(ControlEvent, frozen=True):
    """Somebody was shut out of the session, or let back in."""

    person: PersonId
    removed: bool
    seat: SeatId | None = None
    """Where they sat at this table."""
    reason: TextId | None = None


class MomentMarked(ControlEvent, frozen=True):
    """This moment is worth a talk in the debrief."""

    text: TextId | None = None


class TalkCounted(ControlEvent, frozen=True):
    """Something said aloud was about this."""

    topic: Topic


class Spotlit(ControlEvent, frozen=True):
    """The room display shows this (None: what fits the phase); a thing stands on all phones too."""

    scene: str | None = None
    text: TextId | None = None


class RoomLocked(ControlEvent, frozen=True):
    """Nobody new may join, or may again."""

    locked: bool


class StandInSet(ControlEvent, frozen=True):
    """A bot sits in by itself for who is away, as told here; None: not any more."""

    stand_in: StandIn | None = None


class Struck(ControlEvent, frozen=True):
    """A note, a mark or a count was taken back: looking back, nobody reads it any more."""

    of: int
    """Its entry, which stays in the log."""


class SecretOpened(ControlEvent, frozen=True):
    """In the debrief the facilitator opened this secret to all."""

    secret: str


class HelpAsked(ControlEvent, frozen=True):
    """A seat asks the facilitator to come, or needs that no longer; a question, or its answer."""

    seat: SeatId
    asks: bool
    text: TextId | None = None


class ActedFor(ControlEvent, frozen=True):
    """The facilitator did the events beside this one for a seat; `what` is the seat's command."""

    seat: SeatId
    what: str
    reason: TextId


class LookedOver(ControlEvent, frozen=True):
    """The facilitator looked at the page of a seat, for a stated reason."""

    seat: SeatId
    reason: TextId


# --- the script


class LineSet(ControlEvent, frozen=True):
    """A line of the script was written, or written anew."""

    line: ScriptLine


class LineRemoved(ControlEvent, frozen=True):
    """A line left the script."""

    number: int


class LineHeld(ControlEvent, frozen=True):
    """A line is held back, or may come again."""

    number: int
    held: bool


class LineSkipped(ControlEvent, frozen=True):
    """A line will not come, or may come after all."""

    number: int
    skipped: bool
    reason: TextId | None = None


class LineFired(ControlEvent, frozen=True):
    """The events beside this one are what a line of the script did."""

    number: int


class LineJudged(ControlEvent, frozen=True):
    """What a line expects has come, or will not."""

    number: int
    met: bool


# --- pulses


class PulseEvent(Event, frozen=True):
    """What the facilitator asks all seats, and what they answer; nothing in play."""


class PulseAsked(PulseEvent, frozen=True):
    """The facilitator asked all seats something."""

    pulse: Pulse


class PulseAnswered(PulseEvent, frozen=True):
    """A seat answered, or answered otherwise than before."""

    seat: SeatId
    pulse: PulseId
    answer: str


class PulseClosed(PulseEvent, frozen=True):
    """No answers are taken any more."""

    pulse: PulseId


AnyCourseEvent: TypeAlias = (
    Opened | PhaseBegan | DueFell | RoundClosed | Paused | Resumed | Extended | AutopilotSet
    | Rewound | Stopped | GameEnded
)  # fmt: skip
AnySeatEvent: TypeAlias = (
    SeatHeld | SeatShared | SeatDropped | DoneSaid | PlanSent | ReadySaid | PlanLocked | ActSpoilt
    | ActResolved | ChoiceMade | VoteCalled | VoteCast | ArchitectureBacked | GovernanceBacked
    | Scanned | Learned | AgencyMoved | Paid
)  # fmt: skip
AnyTrustEvent: TypeAlias = (
    TokenPlaced | TokenTaken | TokenEarned | TokenLost | PairWarmed | PairThanked
)
AnyDependencyEvent: TypeAlias = (
    DependencyTurned | DependencyWeighed | BecameCommon | FactShown | Answered | Signed
    | ProtestEnded | Built | WentLive | Suspended | Reopened
)  # fmt: skip
AnyTrackEvent: TypeAlias = (
    TrackMoved | Lobbied | AgendaShifted | FrameMoved | HeadlineShown | CardDrawn | CardSent
    | ChoiceOpened | ChoiceTaken | EffectIdle | AuditHeld | BuildingFrozen | DirectivesMoved
    | DeadlineSet | DeadlinePassed | ArchitectureAdopted | GovernanceAdopted | VoteCounted
    | Launched | QuarterClosed
)  # fmt: skip
AnyTalkEvent: TypeAlias = Offered | DealClosed | DealUnmet | Promised | PromiseJudged | Said
AnyControlEvent: TypeAlias = (
    Adjusted | Spoke | Noted | MomentMarked | TalkCounted | Spotlit | RoomLocked | SecretOpened
    | StandInSet | PersonRemoved | Struck | HelpAsked | ActedFor | LookedOver
    | LineSet | LineRemoved | LineHeld | LineSkipped | LineFired | LineJudged
)  # fmt: skip
AnyPulseEvent: TypeAlias = PulseAsked | PulseAnswered | PulseClosed
AnyEvent: TypeAlias = (
    AnyCourseEvent | AnySeatEvent | AnyTrustEvent | AnyDependencyEvent | AnyTrackEvent
    | AnyTalkEvent | AnyControlEvent | AnyPulseEvent
)  # fmt: skip
"""Every event, as a tagged union for the codec; grouped so that `evolve` is complete by group."""
