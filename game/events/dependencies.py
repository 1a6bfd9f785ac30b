"""Events of dependencies."""

from typing import TypeAlias

from game.events.base import Event
from game.vocabulary import DependencyId, SeatId


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


AnyDependencyEvent: TypeAlias = (
    DependencyTurned | DependencyWeighed | BecameCommon | FactShown | Answered | Signed
    | ProtestEnded | Built | WentLive | Suspended | Reopened
)  # fmt: skip
