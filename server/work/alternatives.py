"""What else could have been decided at a turning point, worked out beside play, and kept.

Asked for one turning point at a time; it waits until no curve is worked out. What comes of it
depends on nothing but the log up to there, and is kept by the hash of that entry.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from game.alternatives import Alternative, branches_of
from game.log import Entry
from game.rollouts import Estimate
from game.ruleset import Ruleset
from server.work.curves import GAMES, QUEUE
from server.work.estimator import Estimator
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
    """The alternatives of one turning point, as far as they have come."""

    found: tuple[Weighed, ...] = ()


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
                lean = replace(rules, texts={})
                await self._work_out(weighing, lean, tuple(entries[:last]), first)

        key = key_of(entries, first, last)
        return self._works.begin(key, Weighing(key), do)

    def stop(self, entries: Sequence[Entry], first: int, last: int) -> None:
        """Leave them as far as they have come."""
        self._works.stop(key_of(entries, first, last))

    def close(self) -> None:
        """Stop everything."""
        self._works.close()

    async def _work_out(
        self, weighing: Weighing, rules: Ruleset, entries: Sequence[Entry], first: int
    ) -> None:
        branches = await asyncio.to_thread(branches_of, rules, entries, first, len(entries))
        was: dict[int, Estimate] = {}
        weighing.of = len(branches)
        for branch in branches:
            version = branch.what.version
            moments = [branch.then] if version in was else [branch.was, branch.then]
            games = range(self._games)
            estimates = [one async for one in self._estimator.estimates(rules, moments, games)]
            was.setdefault(version, estimates[0])
            weighing.found += (Weighed(branch.what, estimates[-1], was[version]),)
            weighing.done += 1
        await self._kept.keep(weighing.key, Finished(weighing.found))


def key_of(entries: Sequence[Entry], first: int, last: int) -> str:
    """Under which the alternatives between two entries are kept."""
    return f"{entries[last - 1].hash}-{first}"
