"""A store that is slow, fails now and then, and outlives the servers that write to it.

It keeps a second account of what is on disk, by folding each entry as it is written: nobody may be
shown a table that is not among those.
"""

import asyncio
from collections.abc import Callable
from random import Random
from typing import TypeVar

from msgspec import json
from sqlmodel import Session

from game import log
from game.fold import rewound_to
from game.log import Entry
from game.ruleset import Ruleset
from game.views.public import public
from server.store.contract import (
    Appended,
    Busy,
    Row,
    StoreUnavailable,
    Wording,
    Written,
)
from server.store.memory import MemoryStore
from server.store.reading import Reading
from server.tables.play import Play

T = TypeVar("T")


class Disk:
    """What is on disk, and how ill it is."""

    def __init__(self, rules: Ruleset, chance: Random) -> None:
        self.store = MemoryStore()
        self.rules = rules
        self.chance = chance
        self.ill = 0.0
        """How likely an append fails."""
        self.slow_s = 0.0
        """How long an append takes at the most."""
        self.entries: list[Entry] = []
        self.play = Play()
        self.shown: set[bytes] = set()
        """The public part after every entry on disk, encoded."""

    def took(self, row: Row) -> None:
        """An entry is on disk now."""
        entry = log.decode(row.body)
        back = rewound_to(entry)
        self.play.take(entry, () if back is None else tuple(self.entries))
        self.entries.append(entry)
        self.shown.add(json.encode(public(self.play.table, self.rules)))


class Handle(Reading):
    """The disk in the hands of one server; dead when that server is."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self.dead = False

    @property
    def trouble(self) -> str | None:
        """See `Store.trouble`."""
        return None

    def _alive(self) -> None:
        if self.dead:
            raise StoreUnavailable("This server was killed.")

    async def append(self, row: Row, wordings: tuple[Wording, ...] = ()) -> Appended:
        """See `Store.append`; slow, and ill as the disk is: before it is written, or after."""
        disk = self._disk
        fate = disk.chance.random()
        await asyncio.sleep(disk.chance.uniform(0, disk.slow_s))
        self._alive()
        if fate < disk.ill / 3:
            raise StoreUnavailable("The disk is full.")
        if fate < disk.ill / 2:
            raise Busy("Too much is waiting.")
        appended = await disk.store.append(row, wordings)
        if isinstance(appended, Written):
            disk.took(row)
        await asyncio.sleep(disk.chance.uniform(0, disk.slow_s))
        self._alive()
        if fate < disk.ill:
            raise StoreUnavailable("It is not known whether that was written.")
        return appended

    async def run(self, change: Callable[[Session], T]) -> T:
        """See `Store.run`."""
        self._alive()
        return await self._disk.store.run(change)

    async def look(self, question: Callable[[Session], T]) -> T:
        """See `Store.look`."""
        self._alive()
        return await self._disk.store.look(question)

    async def close(self) -> None:
        """See `Store.close`; the disk stays."""
        self.dead = True
