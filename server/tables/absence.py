"""Since when nobody of a seat has been connected, in game time: so a pause of the game does not
count, and neither does the time before the start. Kept in memory alone; a restart, by which
everybody's line is cut, begins to count anew.
"""

from collections.abc import Callable
from typing import Final

from game.controls.standin import SitIn
from game.model import Table
from game.vocabulary import CLOCK, Holder, SeatId
from server.protocol.frames import AwayWatch
from server.tables.asked import Asked

MINUTE_MS: Final = 60_000


class Absence:
    """Who is away from one table, where a bot sits in for them."""

    def __init__(self) -> None:
        self._since: dict[SeatId, int] = {}

    def looked(self, table: Table, here: Callable[[], frozenset[SeatId]], now_ms: int) -> None:
        """Note who is away now.

        `here`: the seats of which a device is connected, asked only where it matters.
        """
        if table.stand_in is None or table.phase not in SitIn.phases:
            away: set[SeatId] = set()
        else:
            away = {one.id for one in table.seats if one.holder is Holder.PERSON} - here()
        self._since = {one: self._since.get(one, now_ms) for one in away}

    def sits_in_ms(self, table: Table) -> dict[SeatId, int]:
        """When a bot sits in for each seat that is away, in seat order."""
        if table.stand_in is None:
            return {}
        after_ms = table.stand_in.after_min * MINUTE_MS
        return {
            one.id: self._since[one.id] + after_ms for one in table.seats if one.id in self._since
        }

    def asks(self, table: Table, now_ms: int) -> Asked | None:
        """What is asked of the table now; None: nobody has been away long enough."""
        for seat, at_ms in self.sits_in_ms(table).items():
            if at_ms <= now_ms:
                number = f"sit in {table.version + 1}"
                return Asked(command=SitIn(seat), by=CLOCK, id=number, via="clock")
        return None

    def next_ms(self, table: Table) -> int | None:
        """When a bot is to sit in next."""
        return min(self.sits_in_ms(table).values(), default=None)

    def view(self, table: Table) -> tuple[AwayWatch, ...]:
        """For the facilitator."""
        return tuple(
            AwayWatch(seat=seat, since_ms=self._since[seat], sits_in_ms=at_ms)
            for seat, at_ms in self.sits_in_ms(table).items()
        )
