"""Folding offers and promises. What is said changes nothing on the table."""

from typing import assert_never

from msgspec.structs import replace

from game.events.talk import (
    AnyTalkEvent,
    DealClosed,
    DealUnmet,
    Offered,
    Promised,
    PromiseJudged,
    Said,
)
from game.evolve.parts import with_seat
from game.model.table import Table
from game.vocabulary import Verdict


def evolve(table: Table, event: AnyTalkEvent) -> Table:
    """The table after an event of talk."""
    match event:
        case Offered():
            return replace(table, deals=(*table.deals, event.deal))
        case DealClosed():
            return replace(
                table,
                deals=tuple(
                    replace(one, state=event.state, reason=event.reason)
                    if one.id == event.deal
                    else one
                    for one in table.deals
                ),
            )
        case Promised():
            return replace(table, promises=(*table.promises, event.promise))
        case PromiseJudged():
            return judged(table, event)
        case Said() | DealUnmet():
            return table
        case _:
            assert_never(event)


def judged(table: Table, event: PromiseJudged) -> Table:
    """A promise has its verdict; a broken one is counted against its promiser."""
    every = table.promises
    place = [one.id for one in every].index(event.promise)
    found = replace(every[place], verdict=event.verdict)
    table = replace(table, promises=(*every[:place], found, *every[place + 1 :]))
    if event.verdict is not Verdict.BROKEN:
        return table
    return with_seat(table, found.by, lambda seat: replace(seat, broken=seat.broken + 1))
