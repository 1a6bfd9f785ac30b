"""Events of tracks, agenda and cards."""

from typing import TypeAlias

from game.events.base import Event
from game.vocabulary import (
    Architecture,
    CardId,
    Governance,
    OptionId,
    Rationality,
    SeatId,
    TextId,
    Track,
)


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


AnyTrackEvent: TypeAlias = (
    TrackMoved | Lobbied | AgendaShifted | FrameMoved | HeadlineShown | CardDrawn | CardSent
    | ChoiceOpened | ChoiceTaken | EffectIdle | AuditHeld | BuildingFrozen | DirectivesMoved
    | DeadlineSet | DeadlinePassed | ArchitectureAdopted | GovernanceAdopted | VoteCounted
    | Launched | QuarterClosed
)  # fmt: skip
