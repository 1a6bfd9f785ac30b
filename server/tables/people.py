"""Somebody in a session, and their connected devices. Where they sit is in the log of a table."""

from dataclasses import dataclass, field
from typing import Final, Protocol

from server.store.schema import PersonKind, PersonRow
from server.tables.channel import Listener

MOST_DEVICES: Final = 8
TOO_MANY: Final = 4001
ERASED: Final = "(erased)"
"""What somebody is called whose name was erased."""


class Device(Listener, Protocol):
    """A connected browser or program."""

    def moved(self) -> None:
        """Its person sits elsewhere now, or is something else: attach again."""


@dataclass(slots=True, eq=False)
class Person:
    """Somebody in the session, and their connected devices."""

    id: str
    name: str
    kind: PersonKind
    left: bool = False
    sat: tuple[str, str] | None = None
    """Table and seat that they had when they left."""
    wish: tuple[str, str] | None = None
    """The table and the seat that they ask to share, until they sit."""
    watches: str | None = None
    """The table that an observer chose; None: the first one."""
    devices: dict[Device, None] = field(default_factory=dict)
    """In the order in which they came."""

    def enter(self, device: Device) -> None:
        """A device of theirs is connected; of too many the oldest is let go."""
        self.devices[device] = None
        while len(self.devices) > MOST_DEVICES:
            oldest = next(iter(self.devices))
            del self.devices[oldest]
            oldest.cut(TOO_MANY, "Too many devices are open for this person.")


def known(row: PersonRow) -> Person:
    """Somebody as the database has them."""
    return Person(
        row.id,
        row.name or ERASED,
        row.kind,
        left=row.left_at is not None,
        sat=_place(row.sat_table, row.sat_seat),
        wish=_place(row.wish_table, row.wish_seat),
        watches=row.watches,
    )


def _place(table: str | None, seat: str | None) -> tuple[str, str] | None:
    return None if table is None or seat is None else (table, seat)
