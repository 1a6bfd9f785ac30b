"""Since when nobody of a seat has been connected, in game time: so a pause of the game does not
count, and neither does the time before the start. Written down beside the table whenever it
changes, so that it outlasts a restart: who was away before it goes on being so until they are back,
and everybody else, whose line it cuts, is away since then.
"""

import logging
from collections.abc import Callable
from functools import partial
from typing import Final

from msgspec import DecodeError, json

from game.controls.standin import SitIn
from game.model.table import Table
from game.vocabulary import CLOCK, Holder, SeatId
from server.protocol.frames import SeatAway
from server.store.contract import Store, StoreUnavailable
from server.store.sessions import set_away
from server.tables.asked import Asked

MINUTE_MS: Final = 60_000
logger = logging.getLogger("server.tables")


class Absence:
    """Who is away from one table, where a bot sits in for them."""

    def __init__(self) -> None:
        self._since: dict[SeatId, int] = {}
        self._kept: dict[SeatId, int] = {}
        self._keeping = False

    def recall(self, away: str | None) -> None:
        """Go on from what was written down; None: nothing was."""
        if away is not None:
            try:
                self._since = self._kept = json.decode(away, type=dict[SeatId, int])
            except DecodeError:  # another version wrote it: everybody is away since now
                return

    async def keep(self, store: Store, table_id: str) -> None:
        """Write down what has changed since it was written down last, in the order of time."""
        if self._keeping:
            return
        self._keeping = True
        try:
            while (now := self._since) != self._kept:
                away = json.encode(now).decode()
                await store.run(partial(set_away, table_id=table_id, away=away))
                self._kept = now
        except StoreUnavailable:
            logger.warning("since when seats of table %s are away could not be kept", table_id)
        finally:
            self._keeping = False

    @property
    def changed(self) -> bool:
        """Whether it is not yet written down as it is, and nobody does."""
        return not self._keeping and self._since != self._kept

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

    def view(self, table: Table) -> tuple[SeatAway, ...]:
        """For the facilitator."""
        return tuple(
            SeatAway(seat=seat, since_ms=self._since[seat], sits_in_ms=at_ms)
            for seat, at_ms in self.sits_in_ms(table).items()
        )
