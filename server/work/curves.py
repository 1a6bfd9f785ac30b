"""Launch curves, worked out beside play: one at a time, point by point, kept when they are done.

A curve belongs to the entry at its end, by hash: what is opened in the debrief later leaves it as
it is. No socket and no store: pages ask, and show how far it has come.
"""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from game.debrief.rollouts import Estimate, Moment, finer, line_of, merged, points_of, widest
from game.debrief.turning import CURVES, Turn, turns_of
from game.log import Entry
from game.ruleset import Ruleset
from server.work.estimator import Estimator, rounds_to_play
from server.work.underway import Kept, Underway, Works

GAMES: Final = 200
"""Games a point: seven points of a hundred either side, in 95 of 100 cases."""
FINE: Final = 800
"""Games of the points either side of the widest swings: three and a half points of a hundred."""
FINER: Final = 2
"""Swings whose points are worked out so finely."""
MORE: Final = 6
"""Points added where the curve swings most."""
LEAST_SWING: Final = 0.1
QUEUE: Final = 8
"""Curves that may wait or run on this server."""
KEPT: Final = 200
"""Finished curves in the folder."""


class NotBegun(Exception):
    """There is no point yet from which to play on."""


class Finished(Struct, frozen=True):
    """A curve as it is kept: counts alone, so that a log that is deleted leaves nothing told."""

    points: tuple[Estimate, ...]


@dataclass(slots=True)
class Curve(Underway):
    """A curve as far as it has come, in rounds played. `key`: the hash of the entry at its end."""

    version: int = 0
    """Of the log when it was asked for."""
    points: tuple[Estimate, ...] = ()
    """In the order of the log."""
    turns: dict[str, tuple[Turn, ...]] = field(default_factory=dict)
    """By curve of `CURVES`; empty until all first points are there."""

    def add(self, found: Estimate) -> None:
        """One more point."""
        self.points = tuple(sorted((*self.points, found), key=lambda one: one.version))

    def refine(self, more: Estimate) -> None:
        """More games of a point that is there."""
        self.points = tuple(
            merged((one, more)) if one.version == more.version else one for one in self.points
        )

    def played(self, rounds: int) -> None:
        """So many more rounds were played."""
        self.done += rounds


class Curves:
    """The curves of this server. `folder`: where finished ones are kept."""

    def __init__(self, folder: Path, *, games: int = GAMES, processes: int | None = None) -> None:
        self._kept = Kept(folder, Finished, KEPT)
        # By table: the curve of a game that goes on while it is worked out is that table's still.
        self._works = Works[Curve](queue=QUEUE, idle=QUEUE)
        self._games = games
        self.estimator = Estimator(processes)

    async def look(self, table: str, entries: Sequence[Entry]) -> Curve | None:
        """The curve of this log: under way, or kept from before."""
        curve = self._works.named(table)
        if curve is not None and (curve.state == "running" or curve.version == len(entries)):
            return curve
        key = await asyncio.to_thread(_key, entries)
        if key is None:
            return None
        if curve is not None and curve.key == key:
            curve.version = len(entries)
            return curve
        kept = await self._kept.read(key)
        if kept is None:
            return None
        turns = await asyncio.to_thread(_turns, entries, kept.points)
        count = len(kept.points)
        curve = Curve(key, "done", count, count, len(entries), kept.points, turns)
        return self._works.remember(table, curve)

    async def start(self, table: str, rules: Ruleset, entries: Sequence[Entry]) -> Curve:
        """Work the curve of this log out, or join where that is under way or done.

        Raises:
            NotBegun: the game has not begun.
            QueueFull: others have to be finished before.
        """
        found = await self.look(table, entries)
        if found is not None and found.state != "stopped":
            return found
        points = await asyncio.to_thread(points_of, entries)
        if not points:
            raise NotBegun

        async def do(curve: Curve) -> None:
            async with self.estimator.turn():
                curve.waits = False
                await self._work_out(curve, replace(rules, texts={}), entries, points)

        work = self._work(points)
        curve = Curve(points[-1].hash, of=work, version=len(entries), waits=True)
        return self._works.begin(table, curve, do)

    def stop(self, table: str) -> None:
        """Leave it as far as it has come."""
        self._works.stop(table)

    async def hashes(self) -> frozenset[str]:
        """The entries at the ends of the curves that are kept or under way, by hash."""
        return await self._kept.keys() | self._works.keys()

    async def forget(self, hashes: Collection[str]) -> None:
        """Leave nothing of the curves that end with these entries."""
        await self._works.forget(hashes)
        await self._kept.drop(hashes)

    def close(self) -> None:
        """Stop everything."""
        self._works.close()
        self.estimator.rest()

    async def _work_out(
        self, curve: Curve, rules: Ruleset, entries: Sequence[Entry], points: Sequence[Moment]
    ) -> None:
        first, estimates = range(self._games), self.estimator.estimates
        async for found in estimates(rules, points, first, on_played=curve.played):
            curve.add(found)
        line = await asyncio.to_thread(line_of, entries)
        for _ in range(MORE):
            curve.turns = await asyncio.to_thread(_turns, entries, curve.points)
            one = finer(line, curve.points, LEAST_SWING)
            if one is None:
                break
            async for found in estimates(rules, [one], first, on_played=curve.played):
                curve.add(found)
        await self._refine(curve, rules, line)
        curve.turns = await asyncio.to_thread(_turns, entries, curve.points)
        await self._kept.keep(curve.key, Finished(curve.points))

    def _work(self, points: Sequence[Moment]) -> int:
        """How many rounds are played at most; where the curve swings is not known yet, so what is
        added there counts like a point of the first ones.
        """
        begun = sum(rounds_to_play(one, self._games) for one in points)
        more = MORE + 2 * FINER * (FINE - GAMES) // GAMES
        return begun + begun * more // max(1, len(points))

    async def _refine(self, curve: Curve, rules: Ruleset, line: Sequence[Moment]) -> None:
        """More games for the points either side of the widest swings."""
        more = range(self._games, self._games * FINE // GAMES)
        versions = widest(curve.points, LEAST_SWING, FINER)
        moments = [one for one in line if one.version in versions]
        curve.of = curve.done + sum(rounds_to_play(one, len(more)) for one in moments)
        estimates = self.estimator.estimates
        async for found in estimates(rules, moments, more, on_played=curve.played):
            curve.refine(found)


def _key(entries: Sequence[Entry]) -> str | None:
    points = points_of(entries)
    return points[-1].hash if points else None


def _turns(entries: Sequence[Entry], points: Sequence[Estimate]) -> dict[str, tuple[Turn, ...]]:
    return {name: turns_of(entries, points, of) for name, of in CURVES.items()}
