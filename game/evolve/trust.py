"""Folding tokens placed, taken back, earned and lost."""

from typing import assert_never

from msgspec.structs import replace

from game.events.trust import (
    AnyTrustEvent,
    PairThanked,
    PairWarmed,
    TokenEarned,
    TokenLost,
    TokenPlaced,
    TokenTaken,
)
from game.evolve.parts import plus, with_seat
from game.model.table import Table


def evolve(table: Table, event: AnyTrustEvent) -> Table:
    """The table after an event of trust."""
    match event:
        case PairThanked():
            return replace(table, thanked=(*table.thanked, (event.seat, event.other)))
        case TokenEarned():
            row, column = table.index(event.seat), table.index(event.other)
            return replace(table, earned=plus(table.earned, row, column, 1))
        case TokenPlaced():
            return placed(table, event)
        case TokenLost():
            return lost(table, event)
        case TokenTaken():
            return taken(table, event)
        case PairWarmed():
            return replace(table, warmed=(*table.warmed, (event.seat, event.other)))
        case _:
            assert_never(event)


def placed(table: Table, event: TokenPlaced) -> Table:
    """One token moves from the hand to a partner."""
    row, column = table.index(event.seat), table.index(event.other)
    table = replace(table, placed=plus(table.placed, row, column, 1))
    return with_seat(
        table,
        event.seat,
        lambda seat: replace(
            seat,
            hand=seat.hand - 1,
            placed_with=(*seat.placed_with, event.other),
            bound_to=(*seat.bound_to, event.other) if event.bound else seat.bound_to,
        ),
    )


def taken(table: Table, event: TokenTaken) -> Table:
    """One token moves back into the hand."""
    row, column = table.index(event.seat), table.index(event.other)
    table = replace(table, placed=plus(table.placed, row, column, -1))
    return with_seat(
        table,
        event.seat,
        lambda seat: replace(seat, hand=seat.hand + 1, taken_from=(*seat.taken_from, event.other)),
    )


def lost(table: Table, event: TokenLost) -> Table:
    """Tokens go to the bank."""
    row, column = table.index(event.seat), table.index(event.other)
    return replace(
        table,
        placed=plus(table.placed, row, column, -event.placed),
        earned=plus(table.earned, row, column, -event.earned),
    )
