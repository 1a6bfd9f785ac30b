"""What roles have in common: older lines, the game time, and seeing all tables of a session."""

import asyncio
from collections.abc import Iterable
from typing import Final

from game.views.view import Viewer
from server.debriefs.past import older
from server.protocol.frames import Fault, Lines, Older, Outbound, Refusal, Tick
from server.protocol.strict import Malformed
from server.sessions.people import Device
from server.sessions.session import LiveSession
from server.store.contract import StoreUnavailable
from server.tables.channel import Channel
from server.tables.live import LiveTable

IN_ALREADY: Final = Fault(id=None, sentence="You are in already.", where="$.pass")
"""The answer to a pass that is said twice."""


class Overseer:
    """Whoever sees every table of a session with one pair of eyes."""

    def __init__(self, session: LiveSession, viewer: Viewer) -> None:
        self.session = session
        self.viewer = viewer

    async def attach(self, device: Device) -> tuple[Channel, ...]:
        """See `Role`."""
        return tuple([await table.attach(self.viewer, device) for table in self.session.tables])

    def detach(self, device: Device) -> None:
        """Let a device hear no more of any table."""
        for table in self.session.tables:
            table.detach(self.viewer, device)

    def table(self, table: str | None) -> LiveTable:
        """A table of the session; the only one where none is named.

        Raises:
            Malformed: there is none of this id, or none is named of several.
        """
        if table is None and len(self.session.tables) == 1:
            return self.session.tables[0]
        place = self.session.places.get(table or "")
        if place is None:
            raise Malformed("Name a table of this session.", "$.table")
        return place.live

    def ticks(self) -> Iterable[Tick]:
        """See `Role`."""
        return tuple(tick_of(table) for table in self.session.tables)


async def lines_before(at: tuple[LiveTable, Viewer] | None, frame: Older) -> Outbound:
    """Older lines of the log, as this viewer may read them."""
    if at is None:
        return Lines(id=frame.id, first=0, lines=())
    table, viewer = at
    try:
        entries = await table.archive.entries()
    except StoreUnavailable as fault:
        return Refusal(id=frame.id, reason="storage", detail=str(fault))
    first, lines = await asyncio.to_thread(older, entries, viewer, frame.older)
    return Lines(id=frame.id, first=first, lines=lines, words=table.archive.words_in(lines))


def tick_of(table: LiveTable) -> Tick:
    """Game time now."""
    return Tick(at_ms=table.clock.now_ms(), running=table.clock.running, table=table.id)
