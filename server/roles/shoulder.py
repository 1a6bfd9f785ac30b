"""Looking over a shoulder: a facilitator sees a seat's own view, and can do nothing with it.

The look is an entry of the log before anything is shown, and lasts until its round is over.
"""

from collections.abc import Iterable

from game.views.view import Viewer, seat_viewer
from game.vocabulary import Phase, SeatId
from server.protocol.frames import Hello, Inbound, Older, Outbound, Refusal, Tick
from server.protocol.problems import Problem
from server.roles.overseeing import IN_ALREADY, lines_before, tick_of
from server.sessions.people import Device
from server.sessions.session import LiveSession
from server.tables.channel import Channel
from server.tables.live import LiveTable


def seat_looked_at(table: LiveTable, look: str) -> SeatId:
    """The seat that the look of this entry is at.

    Raises:
        Problem: there is no such look, or it is over.
    """
    now = table.table
    for one in now.looks:
        if str(one.version) == look and (one.round == now.round or now.phase is Phase.ENDED):
            return one.seat
    sentence = "This look is over. Look again from the console, with a reason."
    raise Problem("look_over", sentence)


class ShoulderRole:
    """A facilitator who looks at the page of a seat."""

    def __init__(self, session: LiveSession, table: LiveTable, look: str) -> None:
        self.session = session
        self.table = table
        self.seat = seat_looked_at(table, look)
        self._look = look
        self._viewer: Viewer = seat_viewer(self.seat)

    def enter(self, device: Device) -> None:
        """See `Role`; it is no device of the seat's person."""

    def leave(self, device: Device) -> None:
        """See `Role`."""
        self.table.detach(self._viewer, device)

    async def attach(self, device: Device) -> tuple[Channel, ...]:
        """See `Role`."""
        return (await self.table.attach(self._viewer, device),)

    async def answer(self, frame: Inbound) -> Outbound:
        """See `Role`."""
        match frame:
            case Older():
                return await lines_before((self.table, self._viewer), frame)
            case Hello():
                return IN_ALREADY
            case _:
                detail = "You look over a shoulder: you see what they see, and can do nothing."
                return Refusal(id=frame.id, reason="not_here", detail=detail)

    def ticks(self) -> Iterable[Tick]:
        """See `Role`."""
        return (tick_of(self.table),)
