"""A room display: it shows one table, or all of a session, and never asks."""

from collections.abc import Iterable

from game.views.view import SCREEN
from server.protocol.frames import Ask, Hello, Inbound, Older, Outbound, Refusal, Tick
from server.protocol.strict import Malformed
from server.roles.overseeing import IN_ALREADY, lines_before, tick_of
from server.sessions.people import Device
from server.sessions.session import LiveSession
from server.tables.channel import Channel
from server.tables.live import LiveTable


class ScreenRole:
    """A room display of one table, or of all of a session; it shows and never asks."""

    def __init__(self, session: LiveSession, tables: tuple[LiveTable, ...]) -> None:
        self.session = session
        self._tables = tables

    def enter(self, device: Device) -> None:
        """See `Role`."""
        self.session.screens.add(device)

    def leave(self, device: Device) -> None:
        """See `Role`."""
        self.session.screens.discard(device)
        for table in self._tables:
            table.detach(SCREEN, device)

    async def attach(self, device: Device) -> tuple[Channel, ...]:
        """See `Role`."""
        return tuple([await table.attach(SCREEN, device) for table in self._tables])

    async def answer(self, frame: Inbound) -> Outbound:
        """See `Role`."""
        match frame:
            case Ask():
                return Refusal(id=frame.id, reason="not_here", detail="A screen only shows.")
            case Older():
                return await lines_before((self._asked(frame.table), SCREEN), frame)
            case Hello():
                return IN_ALREADY

    def _asked(self, table: str | None) -> LiveTable:
        if table is None and len(self._tables) == 1:
            return self._tables[0]
        found = next((one for one in self._tables if one.id == table), None)
        if found is None:
            raise Malformed("Name a table that this display shows.", "$.table")
        return found

    def ticks(self) -> Iterable[Tick]:
        """See `Role`."""
        return tuple(tick_of(table) for table in self._tables)
