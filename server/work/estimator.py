"""Estimates worked out in processes beside play: one piece of work at a time, part by part.

Who asks holds the turn for as long as the work takes, and gives the processes back at its end.
"""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import asynccontextmanager
from typing import Final

from game.rollouts import Estimate, Moment, certain, estimate, merged
from game.ruleset import Ruleset
from game.vocabulary import Refused
from server.work.pool import processes_here, quiet_pool

PART: Final = 20
"""Games in one part: under a second, which is how long a stop may take."""
AHEAD: Final = 2
"""Moments whose games are under way at once."""
FAULTS: Final = (
    BrokenExecutor, Refused, LookupError, ValueError, TypeError, ArithmeticError, AssertionError,
)  # fmt: skip
"""What a log from elsewhere, or a machine without memory, may do to the work."""


class Estimator:
    """The processes of this server that play games on."""

    def __init__(self, processes: int | None = None) -> None:
        self._processes = processes or processes_here()
        self._turn = asyncio.Semaphore(1)
        self._pool: ProcessPoolExecutor | None = None

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait until nothing else is worked out; give the processes back afterwards."""
        async with self._turn:
            try:
                yield
            finally:
                self.rest()

    async def estimates(
        self, rules: Ruleset, moments: Sequence[Moment], numbers: range
    ) -> AsyncGenerator[Estimate, None]:
        """The estimates of these moments, in order, each as soon as it is there.

        What is certain is known without a game.
        """
        waiting: deque[list[asyncio.Future[Estimate]]] = deque()
        try:
            for moment in moments:
                waiting.append(self._asked(rules, moment, numbers))
                if len(waiting) > AHEAD:
                    yield merged(await asyncio.gather(*waiting[0]))
                    waiting.popleft()
            while waiting:
                yield merged(await asyncio.gather(*waiting[0]))
                waiting.popleft()
        finally:
            for part in (part for parts in waiting for part in parts):
                part.cancel()

    def _asked(
        self, rules: Ruleset, moment: Moment, numbers: range
    ) -> list[asyncio.Future[Estimate]]:
        known = certain(moment)
        if known is not None:
            here: asyncio.Future[Estimate] = asyncio.get_running_loop().create_future()
            here.set_result(known)
            return [here]
        if self._pool is None:
            self._pool = quiet_pool(self._processes)
        pool = self._pool
        parts = (numbers[first : first + PART] for first in range(0, len(numbers), PART))
        return [asyncio.wrap_future(pool.submit(estimate, rules, moment, part)) for part in parts]

    def rest(self) -> None:
        """Give the processes back; those at work end with the part they are at."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None
