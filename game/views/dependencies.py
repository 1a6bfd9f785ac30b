"""The dependencies as everybody sees them, with what tokens and pressure would do to objections."""

from functools import lru_cache
from typing import TypeAlias, TypeVar

from game.model.dependencies import Dependency, Side
from game.model.table import Matrix, Table
from game.moves import waiving
from game.views.shown import Shown, is_opened
from game.vocabulary import DependencyId, Rationality, SeatId, State

T = TypeVar("T")
Pair: TypeAlias = tuple[T, T]


class SideShown(Shown, frozen=True):
    """One side of a dependency: its objection is answered, waived now, under protest, or stands."""

    seat: SeatId
    rationality: Rationality
    answered: bool
    waived: bool
    """Tokens placed with the other side would waive it now."""
    overridden: bool
    """Pressure would override it now; the side would be under protest."""
    protest: bool


class DependencyShown(Shown, frozen=True):
    """A dependency as everybody sees it."""

    id: DependencyId
    sides: tuple[SideShown, SideShown]
    sensitivity: int
    effort: int
    progress: int
    state: State
    signed_round: int | None
    real: bool | None
    """Whether it is real, once it is on the common map; None: not all know."""


@lru_cache(maxsize=4096)
def dependency_shown(
    one: Dependency, logics: Pair[Rationality], trust: Pair[int], around: tuple[int, bool]
) -> DependencyShown:
    """One dependency, as two logics, the tokens of each with the other, and what is `around` it
    (push, and whether the truth lies open) bear on it.

    Most are as they were before the last event: so they are kept.
    """
    push, truth = around

    def side(own: Side, logic: Rationality, tokens: int) -> SideShown:
        """Trust and pressure are public, so is what they would do now."""
        return SideShown(
            seat=own.seat,
            rationality=logic,
            answered=own.answered,
            waived=not own.answered and waiving(tokens, push, one.sensitivity) > 0,
            overridden=push >= one.sensitivity,
            protest=own.protest,
        )

    first, second = one.sides
    return DependencyShown(
        id=one.id,
        sides=(side(first, logics[0], trust[0]), side(second, logics[1], trust[1])),
        sensitivity=one.sensitivity,
        effort=one.effort,
        progress=one.progress,
        state=one.state,
        signed_round=one.signed_round,
        real=one.real if one.common or truth else None,
    )


def dependencies_shown(table: Table, trust: Matrix) -> tuple[DependencyShown, ...]:
    """The dependencies, in the order of the ruleset."""
    around = (table.push, is_opened(table, "truth"))
    seats = {seat.id: (place, seat.rationality) for place, seat in enumerate(table.seats)}
    shown: list[DependencyShown] = []
    for one in table.dependencies:
        first, second = one.sides
        (row, logic), (column, other) = seats[first.seat], seats[second.seat]
        tokens = (trust[row][column], trust[column][row])
        shown.append(dependency_shown(one, (logic, other), tokens, around))
    return tuple(shown)
