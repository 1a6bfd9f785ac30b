"""What else could have been decided at a turning point, worked out beside play, and kept.

Asked for one turning point at a time; it waits until no curve is worked out. What comes of it
depends on nothing but the log up to there, and is kept by the hash of that entry.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from msgspec import DecodeError, Struct, json
from msgspec.structs import replace

from game.alternatives import Alternative, branches_of
from game.log import Entry
from game.rollouts import Estimate
from game.ruleset import Ruleset
from server.work.curves import GAMES, QUEUE, QueueFull
from server.work.estimator import FAULTS, Estimator

logger = logging.getLogger("server")

KEPT: Final = 500
"""Finished ones in the folder; the oldest go."""


class Weighed(Struct, frozen=True):
    """An alternative with what would likely have come of it, and of what was done instead."""

    what: Alternative
    then: Estimate
    was: Estimate


class Finished(Struct, frozen=True):
    """What is kept: decisions and counts, no words."""

    found: tuple[Weighed, ...]


@dataclass(slots=True)
class Weighing:
    """The alternatives of one turning point, as far as they have come."""

    key: str
    state: Literal["running", "done", "stopped"] = "running"
    done: int = 0
    of: int = 0
    found: tuple[Weighed, ...] = ()
    task: "asyncio.Task[None] | None" = None


class Alternatives:
    """The alternatives of this server's turning points. `folder`: where finished ones are kept."""

    def __init__(self, folder: Path, estimator: Estimator, *, games: int = GAMES) -> None:
        self._folder = folder
        self._estimator = estimator
        self._games = games
        self._by_key: dict[str, Weighing] = {}

    async def look(self, entries: Sequence[Entry], first: int, last: int) -> Weighing | None:
        """Those of the turning point between two entries: under way, or kept from before."""
        key = f"{entries[last - 1].hash}-{first}"
        found = self._by_key.get(key)
        if found is None:
            kept = await asyncio.to_thread(_read, self._folder / f"{key}.json")
            if kept is not None:
                count = len(kept.found)
                found = self._by_key[key] = Weighing(key, "done", count, count, kept.found)
                self._forget()
        return found

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
        if sum(one.state == "running" for one in self._by_key.values()) >= QUEUE:
            raise QueueFull
        weighing = Weighing(f"{entries[last - 1].hash}-{first}")
        self._by_key[weighing.key] = weighing
        self._forget()
        work = self._run(weighing, replace(rules, texts={}), tuple(entries[:last]), first)
        weighing.task = asyncio.create_task(work)
        return weighing

    async def stop(self, entries: Sequence[Entry], first: int, last: int) -> None:
        """Leave them as far as they have come."""
        found = await self.look(entries, first, last)
        if found is not None and found.task is not None and found.state == "running":
            found.state = "stopped"
            found.task.cancel()

    def close(self) -> None:
        """Stop everything."""
        for one in self._by_key.values():
            if one.task is not None:
                one.task.cancel()

    def _forget(self) -> None:
        idle = [key for key, one in self._by_key.items() if one.state != "running"]
        for key in idle[: max(0, len(idle) - KEPT)]:
            del self._by_key[key]

    async def _run(
        self, weighing: Weighing, rules: Ruleset, entries: Sequence[Entry], first: int
    ) -> None:
        try:
            async with self._estimator.turn():
                await self._work_out(weighing, rules, entries, first)
        except FAULTS:
            logger.exception("alternatives were given up")
            weighing.state = "stopped"

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
        await asyncio.to_thread(_keep, self._folder, weighing)
        weighing.state = "done"


def _read(path: Path) -> Finished | None:
    try:
        return json.decode(path.read_bytes(), type=Finished)
    except (OSError, DecodeError):  # not there, or of an older version: it is worked out again
        return None


def _keep(folder: Path, weighing: Weighing) -> None:
    """Keep them; a disk that refuses costs the work, not what was found."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        partial = folder / f"{weighing.key}.part"
        partial.write_bytes(json.encode(Finished(weighing.found)))
        partial.replace(folder / f"{weighing.key}.json")
        kept = sorted(folder.glob("*.json"), key=lambda one: one.stat().st_mtime)
        for old in kept[: max(0, len(kept) - KEPT)]:
            old.unlink()
    except OSError:
        logger.warning("alternatives could not be kept", exc_info=True)
