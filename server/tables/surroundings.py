"""What a table asks of the session around it. Nothing is done here."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from game.vocabulary import SeatId

if TYPE_CHECKING:
    from server.tables.live import LiveTable


class Surroundings(Protocol):
    """What a table asks of the session around it."""

    @property
    def id(self) -> str:
        """Of the session."""

    @property
    def over(self) -> bool:
        """Whether the sitting has ended: chance and clock do nothing more."""

    def here(self, table: "LiveTable") -> frozenset[SeatId]:
        """The seats of a table of which a device is connected."""

    def session_part(self, table: "LiveTable") -> Callable[[str], bytes]:
        """The server's part of a view of a table, encoded, for a kind of viewer."""

    def went_on(self, table: "LiveTable") -> None:
        """The table went on: bots may have something to do, and its state may have changed."""
