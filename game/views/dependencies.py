"""The dependencies as everybody sees them, with what tokens and pressure would do to objections."""

from collections.abc import Mapping

from game.model import Dependency, Matrix, Side, Table
from game.moves import waiving
from game.views.shown import Shown, is_opened
from game.vocabulary import DependencyId, Rationality, SeatId, State


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


class Standing:
    """What bears on every objection at a table now. Lives as long as one view is built."""

    __slots__ = ("logic", "push", "trust")

    def __init__(self, table: Table, trust: Matrix) -> None:
        self.logic: dict[SeatId, Rationality] = {seat.id: seat.rationality for seat in table.seats}
        self.push = table.push
        self.trust: Mapping[SeatId, Mapping[SeatId, int]] = {
            truster: dict(zip(self.logic, row, strict=True))
            for truster, row in zip(self.logic, trust, strict=True)
        }

    def side(self, one: Dependency, side: Side, other: Side) -> SideShown:
        """One side as all see it; trust and pressure are public, so is what they would do now."""
        tokens = self.trust[side.seat][other.seat]
        return SideShown(
            seat=side.seat,
            rationality=self.logic[side.seat],
            answered=side.answered,
            waived=not side.answered and waiving(tokens, self.push, one.sensitivity) > 0,
            overridden=self.push >= one.sensitivity,
            protest=side.protest,
        )

    def sides(self, one: Dependency) -> tuple[SideShown, SideShown]:
        """Both sides as all see them."""
        first, second = one.sides
        return self.side(one, first, second), self.side(one, second, first)


def dependencies_shown(table: Table, trust: Matrix) -> tuple[DependencyShown, ...]:
    """The dependencies, in the order of the ruleset."""
    standing = Standing(table, trust)
    truth = is_opened(table, "truth")
    return tuple(
        DependencyShown(
            id=one.id,
            sides=standing.sides(one),
            sensitivity=one.sensitivity,
            effort=one.effort,
            progress=one.progress,
            state=one.state,
            signed_round=one.signed_round,
            real=one.real if one.common or truth else None,
        )
        for one in table.dependencies
    )
