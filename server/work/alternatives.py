"""What else could have been decided at a turning point, worked out beside play, and kept.

Asked for one turning point at a time; it waits until no curve is worked out. What comes of it
depends on nothing but the log up to there, and is kept by the hash of that entry.
"""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from game.debrief.alternatives import branches_of
from game.debrief.rollouts import Estimate
from game.debrief.steps import Alternative
from game.log import Entry
from game.ruleset import Ruleset
from server.work.curves import GAMES, QUEUE
from server.work.estimator import Estimator, rounds_to_play
from server.work.underway import Kept, Underway, Works

KEPT: Final = 500
"""Finished ones in the folder."""
IDLE: Final = 50
"""Those in memory that do not run."""


class Weighed(Struct, frozen=True):
    """An alternative with what would likely have come of it, and of what was done instead."""

    what: Alternative
    then: Estimate
    was: Estimate


class Finished(Struct, frozen=True):
    """What is kept: decisions and counts, no words."""

    found: tuple[Weighed, ...]


@dataclass(slots=True)
class Weighing(Underway):
    """The alternatives of one turning point, as far as they have come, in rounds played."""

    found: tuple[Weighed, ...] = ()

    def played(self, rounds: int) -> None:
        """So many more rounds were played."""
        self.done += rounds


class Alternatives:
    """The alternatives of this server's turning points. `folder`: where finished ones are kept."""

    def __init__(self, folder: Path, estimator: Estimator, *, games: int = GAMES) -> None:
        self._kept = Kept(folder, Finished, KEPT)
        self._works = Works[Weighing](queue=QUEUE, idle=IDLE)
        self._estimator = estimator
        self._games = games

    async def look(self, entries: Sequence[Entry], first: int, last: int) -> Weighing | None:
        """Those of the turning point between two entries: under way, or kept from before."""
        key = key_of(entries, first, last)
        known = self._works.named(key)
        if known is not None:
            return known
        kept = await self._kept.read(key)
        if kept is None:
            return None
        count = len(kept.found)
        return self._works.remember(key, Weighing(key, "done", count, count, kept.found))

    async def start(
        self, rules: Ruleset, entries: Sequence[Entry], first: int, last: int
    ) -> Weighing:
        """Work them out, or join where that is under way or done.

        Raises:
            QueueFull: others have to be finished before.
        """
        found = await self.look(entries, first, last)
        if found is not None and found.state != "stopped":
            return found

        async def do(weighing: Weighing) -> None:
            async with self._estimator.turn():
                weighing.waits = False
                lean = replace(rules, texts={})
                await self._work_out(weighing, lean, tuple(entries[:last]), first)

        key = key_of(entries, first, last)
        return self._works.begin(key, Weighing(key, waits=True), do)

    def stop(self, entries: Sequence[Entry], first: int, last: int) -> None:
        """Leave them as far as they have come."""
        self._works.stop(key_of(entries, first, last))

    async def hashes(self) -> frozenset[str]:
        """The entries after the turning points of those that are kept or under way, by hash."""
        return frozenset(map(hash_of, await self._keys()))

    async def forget(self, hashes: Collection[str]) -> None:
        """Leave nothing of those whose turning points end with these entries."""
        keys = [one for one in await self._keys() if hash_of(one) in hashes]
        await self._works.forget(keys)
        await self._kept.drop(keys)

    async def _keys(self) -> frozenset[str]:
        return await self._kept.keys() | self._works.keys()

    def close(self) -> None:
        """Stop everything."""
        self._works.close()

    async def _work_out(
        self, weighing: Weighing, rules: Ruleset, entries: Sequence[Entry], first: int
    ) -> None:
        branches = await asyncio.to_thread(branches_of, rules, entries, first, len(entries))
        was: dict[int, Estimate] = {}
        before = {branch.what.version: branch.was for branch in branches}
        moments = [*(branch.then for branch in branches), *before.values()]
        weighing.of = sum(rounds_to_play(one, self._games) for one in moments)
        games = range(self._games)
        for branch in branches:
            version = branch.what.version
            moments = [branch.then] if version in was else [branch.was, branch.then]
            found = self._estimator.estimates(rules, moments, games, on_played=weighing.played)
            estimates = [one async for one in found]
            was.setdefault(version, estimates[0])
            weighing.found += (Weighed(branch.what, estimates[-1], was[version]),)
        await self._kept.keep(weighing.key, Finished(weighing.found))


def key_of(entries: Sequence[Entry], first: int, last: int) -> str:
    """Under which the alternatives between two entries are kept."""
    return f"{entries[last - 1].hash}-{first}"


def hash_of(key: str) -> str:
    """The hash of the entry after the turning point.

    >>> hash_of("5f1d-17")
    '5f1d'
    """
    return key.partition("-")[0]
