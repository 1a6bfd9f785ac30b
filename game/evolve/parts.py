"""Changing one part of a table by value: a seat, a dependency, a cell of a matrix."""

from collections.abc import Callable

from msgspec.structs import replace

from game.model.dependencies import Dependency, Side
from game.model.seats import Seat
from game.model.table import Matrix, Table
from game.vocabulary import DependencyId, SeatId


def with_seat(table: Table, seat: SeatId, change: Callable[[Seat], Seat]) -> Table:
    """The table with this seat changed."""
    seats = [change(one) if one.id == seat else one for one in table.seats]
    return replace(table, seats=tuple(seats))


def held_as(seat: Seat, now: Seat) -> Seat:
    """The seat of another moment as it is held now: who sits there, and whose hand is up."""
    return replace(
        seat,
        holder=now.holder,
        person=now.person,
        sharers=now.sharers,
        bot=now.bot,
        stands_in=now.stands_in,
        dropped=now.dropped,
        asks_help=now.asks_help,
        help_text=now.help_text,
    )


def with_dependency(
    table: Table, dependency: DependencyId, change: Callable[[Dependency], Dependency]
) -> Table:
    """The table with this dependency changed."""
    every = [change(one) if one.id == dependency else one for one in table.dependencies]
    return replace(table, dependencies=tuple(every))


def with_side(one: Dependency, seat: SeatId, change: Callable[[Side], Side]) -> Dependency:
    """The dependency with the side of this seat changed."""
    first, second = one.sides
    if first.seat == seat:
        return replace(one, sides=(change(first), second))
    return replace(one, sides=(first, change(second)))


def plus(matrix: Matrix, row: int, column: int, by: int) -> Matrix:
    """The matrix with one cell moved by `by`."""
    line = matrix[row]
    moved = (*line[:column], line[column] + by, *line[column + 1 :])
    return (*matrix[:row], moved, *matrix[row + 1 :])
