"""Estimates worked out in processes beside play: one piece of work at a time, part by part.

Who asks holds the turn for as long as the work takes, and gives the processes back at its end.
"""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import asynccontextmanager
from functools import partial
from typing import Final

from game.debrief.rollouts import Estimate, Moment, certain, estimate, merged
from game.ruleset import Ruleset
from game.vocabulary import Refused
from server.work.pool import QuietPool, processes_here

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
        self._turn = asyncio.Semaphore(1)
        self._pool = QuietPool(processes or processes_here())

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait until nothing else is worked out; give the processes back afterwards."""
        async with self._turn:
            try:
                yield
            finally:
                self.rest()

    async def estimates(
        self,
        rules: Ruleset,
        moments: Sequence[Moment],
        numbers: range,
        *,
        on_played: Callable[[int], None] = lambda _rounds: None,
    ) -> AsyncGenerator[Estimate, None]:
        """The estimates of these moments, in order, each as soon as it is there.

        What is certain is known without a game. `on_played` hears how many more rounds were
        played, part by part.
        """
        waiting: deque[list[asyncio.Future[Estimate]]] = deque()
        try:
            for moment in moments:
                waiting.append(self._asked(rules, moment, numbers, on_played))
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
        self, rules: Ruleset, moment: Moment, numbers: range, on_played: Callable[[int], None]
    ) -> list[asyncio.Future[Estimate]]:
        known = certain(moment)
        if known is not None:
            here: asyncio.Future[Estimate] = asyncio.get_running_loop().create_future()
            here.set_result(known)
            return [here]
        parts = [numbers[first : first + PART] for first in range(0, len(numbers), PART)]
        found = [
            asyncio.wrap_future(self._pool.submit(estimate, rules, moment, part)) for part in parts
        ]
        for one, part in zip(found, parts, strict=True):
            one.add_done_callback(partial(_told, on_played, rounds_to_play(moment, len(part))))
        return found

    def rest(self) -> None:
        """Give the processes back; those at work end with the part they are at."""
        self._pool.rest()


def rounds_to_play(moment: Moment, games: int) -> int:
    """How much work so many games from this moment are: by the rounds that are left of each.

    What is certain is none.
    """
    if certain(moment) is not None:
        return 0
    return games * max(1, moment.table.params.rounds - moment.table.round + 1)


def _told(on_played: Callable[[int], None], rounds: int, done: asyncio.Future[Estimate]) -> None:
    if not done.cancelled():
        on_played(rounds)
