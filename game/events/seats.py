"""Events of seats and of what they say they will do."""

from typing import TypeAlias

from game.acts import Act
from game.events.base import Event
from game.vocabulary import (
    Architecture,
    DependencyId,
    Governance,
    Holder,
    Holding,
    OptionId,
    PersonId,
    Rationality,
    Reason,
    SeatId,
)


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


AnySeatEvent: TypeAlias = (
    SeatHeld | SeatShared | SeatDropped | DoneSaid | PlanSent | ReadySaid | PlanLocked | ActSpoilt
    | ActResolved | ChoiceMade | VoteCalled | VoteCast | ArchitectureBacked | GovernanceBacked
    | Scanned | Learned | AgencyMoved | Paid
)  # fmt: skip
