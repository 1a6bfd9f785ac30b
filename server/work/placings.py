"""How games of one kind spread, simulated beside play: part by part, kept when it is done.

A spread belongs to its ruleset and set-up: all tables that were laid alike share one. No socket and
no store: pages ask, and show how far it has come.
"""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from msgspec import json
from msgspec.structs import replace

from game.debrief.placing import Spread, setup_like, spread_of
from game.model.table import Table
from game.ruleset import Ruleset
from game.simulate.many import chunks
from server.work.pool import QuietPool, processes_here
from server.work.underway import Kept, Underway, Works

GAMES: Final = 1000
PART: Final = 25
"""Games in one part: about a second, which is how long a stop may take."""
QUEUE: Final = 4
KEPT: Final = 100
"""Finished ones in the folder."""
SEED: Final = "placing"


@dataclass(slots=True)
class Placing(Underway):
    """A spread as far as it has come, in games."""

    spread: Spread = field(default_factory=Spread)


class Placings:
    """The spreads of this server. `folder`: where finished ones are kept."""

    def __init__(self, folder: Path, *, games: int = GAMES, processes: int | None = None) -> None:
        self._kept = Kept(folder, Spread, KEPT)
        self._works = Works[Placing](queue=QUEUE, idle=KEPT)
        self._games = games
        self._processes = processes or processes_here()
        self._turn = asyncio.Semaphore(1)

    async def look(self, rules: Ruleset, laid: Table) -> Placing | None:
        """The spread of games like the one that begins so: under way, or kept from before."""
        key = self.key(rules.digest, laid)
        known = self._works.named(key)
        if known is not None:
            return known
        kept = await self._kept.read(key)
        if kept is None:
            return None
        return self._works.remember(key, Placing(key, "done", kept.games, kept.games, kept))

    async def start(self, rules: Ruleset, laid: Table) -> Placing:
        """Simulate them, or join where that is under way or done.

        Raises:
            QueueFull: others have to be finished before.
        """
        found = await self.look(rules, laid)
        if found is not None and found.state != "stopped":
            return found

        async def do(made: Placing) -> None:
            async with self._turn:
                made.waits = False
                await self._simulate(made, replace(rules, texts={}), laid)
            await self._kept.keep(made.key, made.spread)

        key = self.key(rules.digest, laid)
        return self._works.begin(key, Placing(key, of=self._games, waits=True), do)

    def stop(self, rules: Ruleset, laid: Table) -> None:
        """Leave it as far as it has come."""
        self._works.stop(self.key(rules.digest, laid))

    async def keys(self) -> frozenset[str]:
        """Of the spreads that are kept or under way."""
        return await self._kept.keys() | self._works.keys()

    def key(self, digest: str, laid: Table) -> str:
        """Under which the spread of games is kept that begin so, by the ruleset of this digest."""
        setup = json.encode(setup_like(laid, SEED), order="deterministic")
        return sha256(f"{digest} {self._games} ".encode() + setup).hexdigest()

    async def forget(self, keys: Collection[str]) -> None:
        """Leave nothing of these spreads."""
        await self._works.forget(keys)
        await self._kept.drop(keys)

    def close(self) -> None:
        """Stop everything."""
        self._works.close()

    async def _simulate(self, made: Placing, rules: Ruleset, laid: Table) -> None:
        setup = setup_like(laid, SEED)
        pool = QuietPool(self._processes)
        parts = [
            asyncio.wrap_future(pool.submit(spread_of, rules, setup, numbers))
            for numbers in chunks(self._games, PART)
        ]
        try:
            for part in asyncio.as_completed(parts):
                made.spread.merge(await part)
                made.done = made.spread.games
        finally:
            for one in parts:
                one.cancel()
            pool.rest()
