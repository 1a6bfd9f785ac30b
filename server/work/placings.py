"""How games of one kind spread, simulated beside play: part by part, kept when it is done.

A spread belongs to its ruleset and set-up: all tables that were laid alike share one. No socket and
no store: pages ask, and show how far it has come.
"""

import asyncio
import logging
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from msgspec import DecodeError, json
from msgspec.structs import replace

from game.model import Table
from game.placing import Spread, setup_like, spread_of
from game.ruleset import Ruleset
from game.simulate.many import chunks
from server.work.curves import QueueFull, State
from server.work.estimator import FAULTS
from server.work.pool import processes_here, quiet_pool

logger = logging.getLogger("server")

GAMES: Final = 1000
PART: Final = 25
"""Games in one part: about a second, which is how long a stop may take."""
QUEUE: Final = 4
SEED: Final = "placing"


@dataclass(slots=True)
class Placing:
    """A spread as far as it has come."""

    key: str
    state: State = "running"
    of: int = 0
    spread: Spread = field(default_factory=Spread)
    task: "asyncio.Task[None] | None" = None


class Placings:
    """The spreads of this server. `folder`: where finished ones are kept."""

    def __init__(self, folder: Path, *, games: int = GAMES, processes: int | None = None) -> None:
        self._folder = folder
        self._games = games
        self._processes = processes or processes_here()
        self._by_key: dict[str, Placing] = {}
        self._turn = asyncio.Semaphore(1)

    async def look(self, rules: Ruleset, laid: Table) -> Placing | None:
        """The spread of games like the one that begins so: under way, or kept from before."""
        key = self._key(rules, laid)
        known = self._by_key.get(key)
        if known is not None:
            return known
        kept = await asyncio.to_thread(_read, self._folder / f"{key}.json")
        if kept is None:
            return None
        return self._by_key.setdefault(key, Placing(key, "done", kept.games, kept))

    async def start(self, rules: Ruleset, laid: Table) -> Placing:
        """Simulate them, or join where that is under way or done.

        Raises:
            QueueFull: others have to be finished before.
        """
        found = await self.look(rules, laid)
        if found is not None and found.state != "stopped":
            return found
        if sum(one.state == "running" for one in self._by_key.values()) >= QUEUE:
            raise QueueFull
        made = Placing(self._key(rules, laid), of=self._games)
        self._by_key[made.key] = made
        made.task = asyncio.create_task(self._run(made, replace(rules, texts={}), laid))
        return made

    async def stop(self, rules: Ruleset, laid: Table) -> Placing | None:
        """Leave it as far as it has come."""
        found = await self.look(rules, laid)
        if found is not None and found.task is not None and found.state == "running":
            found.state = "stopped"
            found.task.cancel()
        return found

    def close(self) -> None:
        """Stop everything."""
        for one in self._by_key.values():
            if one.task is not None and one.state == "running":
                one.state = "stopped"
                one.task.cancel()

    def _key(self, rules: Ruleset, laid: Table) -> str:
        setup = json.encode(setup_like(laid, SEED), order="deterministic")
        return sha256(f"{rules.digest} {self._games} ".encode() + setup).hexdigest()

    async def _run(self, made: Placing, rules: Ruleset, laid: Table) -> None:
        try:
            async with self._turn:
                pool = quiet_pool(self._processes)
                try:
                    await self._simulate(made, pool, rules, laid)
                finally:
                    pool.shutdown(wait=False, cancel_futures=True)
            await asyncio.to_thread(_keep, self._folder, made)
            made.state = "done"
        except FAULTS:
            logger.exception("a simulation for the debrief was given up")
            made.state = "stopped"

    async def _simulate(
        self, made: Placing, pool: ProcessPoolExecutor, rules: Ruleset, laid: Table
    ) -> None:
        setup = setup_like(laid, SEED)
        parts = [
            asyncio.wrap_future(pool.submit(spread_of, rules, setup, numbers))
            for numbers in chunks(self._games, PART)
        ]
        try:
            for part in asyncio.as_completed(parts):
                made.spread.merge(await part)
        finally:
            for one in parts:
                one.cancel()


def _read(path: Path) -> Spread | None:
    try:
        return json.decode(path.read_bytes(), type=Spread)
    except (OSError, DecodeError):  # not there, or of an older version: it is simulated again
        return None


def _keep(folder: Path, made: Placing) -> None:
    """Keep it; a disk that refuses costs the work of another time, not the figures."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        partial = folder / f"{made.key}.part"
        partial.write_bytes(json.encode(made.spread))
        partial.replace(folder / f"{made.key}.json")
    except OSError:
        logger.warning("a simulation for the debrief could not be kept", exc_info=True)
