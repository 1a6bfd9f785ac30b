"""What public goals and concerns can ask for (RULES section 8): one class each, `met(table, seat)`.

A goal is a tuple of predicates, joined by *and*. They read the table; they change nothing.
"""

from enum import StrEnum
from typing import TypeAlias, assert_never

from msgspec import Struct

from game.events.base import snake
from game.model.past import RoundPast
from game.model.table import Table
from game.moves import side_of
from game.vocabulary import Outcome, Rationality, SeatId, State


class Measure(StrEnum):
    """A number that a goal may look at. `own` ones are those of the seat itself."""

    LIVE = "live"
    SIGNED = "signed"
    ANSWERED = "answered"
    BUDGET = "budget"
    AUTONOMY = "autonomy"
    ROUTINES = "routines"
    PORTALS = "portals"
    COUNTER = "counter"
    SUPPORT = "support"
    FRAGMENTATION = "fragmentation"
    BROKEN = "broken"
    TOKENS = "tokens"


class Predicate(
    Struct,
    frozen=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    gc=False,
    tag_field="is",
    tag=snake,
):
    """One thing that must be true."""


class Amount(Predicate, frozen=True):
    """A number of the seat, or of the table, lies within bounds (both included).

    With `by_round`, it is enough that this was so at the end of some round up to that one.
    `live`, `signed` (signed, live or suspended) and `answered` count the seat's own dependencies;
    `tokens` those that others have placed with it; `broken` the promises it broke.
    """

    of: Measure
    at_least: int | None = None
    at_most: int | None = None
    by_round: int | None = None

    def met(self, table: Table, seat: SeatId) -> bool:
        """Whether it is true of this seat now (or was, by its round)."""
        if self.by_round is None:
            return self.fits(measured(table, seat, self.of))
        index = table.index(seat)
        return any(
            self.fits(past_amount(past, index, self.of))
            for past in table.past
            if past.round <= self.by_round
        )

    def fits(self, amount: int) -> bool:
        """Whether an amount lies within the bounds."""
        if self.at_least is not None and amount < self.at_least:
            return False
        return self.at_most is None or amount <= self.at_most


class FrameIs(Predicate, frozen=True):
    """The project is framed so at the end; `own`: in the seat's rationality."""

    value: Rationality | None = None

    def met(self, table: Table, seat: SeatId) -> bool:
        """Whether the frame is this."""
        return table.frame == (self.value or table.seat(seat).rationality)


class AgendaIs(Predicate, frozen=True):
    """Politics cares about this at the end; without a value: about the seat's rationality."""

    value: Rationality | None = None

    def met(self, table: Table, seat: SeatId) -> bool:
        """Whether the agenda is this."""
        return table.agenda == (self.value or table.seat(seat).rationality)


class OutcomeIs(Predicate, frozen=True):
    """The game ended in one of these ways."""

    one_of: tuple[Outcome, ...]

    def met(self, table: Table, seat: SeatId) -> bool:
        """Whether the outcome is among them."""
        return table.outcome in self.one_of


class CoreValueKept(Predicate, frozen=True):
    """The seat's core value is kept (RULES section 8)."""

    def met(self, table: Table, seat: SeatId) -> bool:
        """Whether it is."""
        return core_value_kept(table, seat)


class NotFirst(Predicate, frozen=True):
    """A party to a signed dependency, but not to the first one signed."""

    def met(self, table: Table, seat: SeatId) -> bool:
        """Whether it is so."""
        if table.first_signed is None or not measured(table, seat, Measure.SIGNED):
            return False
        return side_of(table.dependency(table.first_signed), seat) is None


AnyPredicate: TypeAlias = Amount | FrameIs | AgendaIs | OutcomeIs | CoreValueKept | NotFirst


def all_met(goal: tuple[AnyPredicate, ...], table: Table, seat: SeatId) -> bool:
    """Whether every predicate of a goal is met."""
    return all(one.met(table, seat) for one in goal)


def core_value_kept(table: Table, seat: SeatId) -> bool:
    """A party to at least one signed dependency, and every own side of them answered."""
    sides = [
        side
        for one in table.dependencies
        for side in one.sides
        if side.seat == seat and one.state is not State.OPEN
    ]
    return bool(sides) and all(side.answered for side in sides)


def measured(table: Table, seat: SeatId, measure: Measure) -> int:
    """What a measure is now."""
    held = table.seat(seat)
    match measure:
        case Measure.BUDGET | Measure.AUTONOMY | Measure.ROUTINES | Measure.PORTALS:
            found: int = getattr(held, measure.value)
            return found
        case Measure.BROKEN:
            return held.broken
        case Measure.COUNTER:
            return table.counter
        case Measure.SUPPORT:
            return table.support
        case Measure.FRAGMENTATION:
            return table.fragmentation
        case Measure.TOKENS:
            return table.tokens_here(seat)
        case Measure.LIVE | Measure.SIGNED | Measure.ANSWERED:
            return own_dependencies(table, seat, measure)
        case _:
            assert_never(measure)


def own_dependencies(table: Table, seat: SeatId, measure: Measure) -> int:
    """How many of a seat's dependencies are live, signed, or answered on its side."""
    count = 0
    for one in table.dependencies:
        side = side_of(one, seat)
        if side is None:
            continue
        match measure:
            case Measure.LIVE:
                count += one.state is State.LIVE
            case Measure.SIGNED:
                count += one.state is not State.OPEN
            case _:
                count += side.answered
    return count


def past_amount(past: RoundPast, index: int, measure: Measure) -> int:
    """What a measure was for the seat of this place when a round ended."""
    match measure:
        case Measure.COUNTER | Measure.SUPPORT | Measure.FRAGMENTATION:
            shared: int = getattr(past, measure.value)
            return shared
        case _:
            own: int = getattr(past.seats[index], measure.value)
            return own
