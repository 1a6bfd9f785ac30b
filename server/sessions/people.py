"""Somebody in a session, and their connected devices. Where they sit is in the log of a table."""

import asyncio
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


@dataclass(frozen=True, slots=True)
class Sat:
    """Where somebody sat when they left, and who shared the seat with them then."""

    chair: tuple[str, str]
    """The table and the seat."""
    beside: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Person:
    """Somebody in the session, and their connected devices."""

    id: str
    name: str
    kind: PersonKind
    left: bool = False
    sat: Sat | None = None
    """What they had when they left; None: no seat, or they never left."""
    wish: tuple[str, str] | None = None
    """The table and the seat that they ask to share, until they sit."""
    watches: str | None = None
    """The table that an observer chose; None: the first one."""
    devices: dict[Device, None] = field(default_factory=dict)
    """In the order in which they came."""
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while they are seated, moved or let go: one thing after another, on all devices."""

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
        sat=_sat(row),
        wish=_place(row.wish_table, row.wish_seat),
        watches=row.watches,
    )


def _sat(row: PersonRow) -> Sat | None:
    chair = _place(row.sat_table, row.sat_seat)
    return None if chair is None else Sat(chair, tuple((row.sat_beside or "").split()))


def _place(table: str | None, seat: str | None) -> tuple[str, str] | None:
    return None if table is None or seat is None else (table, seat)
