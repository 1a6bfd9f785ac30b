"""One thing after another, and the one place where the unforeseen is caught.

A task of its own does it, which lives as long as there is work. Whoever asks waits for an answer;
whoever goes away while waiting disturbs nothing.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from server.store.contract import Busy, StoreUnavailable

T = TypeVar("T")
logger = logging.getLogger("server.tables")

MOST_WAITING: Final = 500


class Crashed(Exception):
    """The task failed on this; its state is being read again."""

    def __init__(self) -> None:
        super().__init__("The table failed on this and is being read again; look, then try again.")


@dataclass(frozen=True, slots=True)
class Job:
    """Work, and whom to tell that it failed."""

    run: Callable[[], Awaitable[None]]
    fail: Callable[[Exception], None]


class Mailbox:
    """`ready` runs before each piece of work, `crashed` after one that failed unforeseen."""

    def __init__(
        self, name: str, ready: Callable[[], Awaitable[None]], crashed: Callable[[], None]
    ) -> None:
        self._name = name
        self._ready = ready
        self._crashed = crashed
        self._jobs: list[Job] = []  # mostly none: a deque is large even then
        self._task: asyncio.Task[None] | None = None
        self._asked = False
        self._closed = False

    async def stop(self) -> None:
        """Finish what is waiting, and end; whoever asks from now on is refused."""
        # First of all: what came while the last piece was done would wait for ever.
        self._closed = True
        if self._task is not None:
            await asyncio.wait((self._task,))

    def post(self, work: Callable[[], Awaitable[None]]) -> bool:
        """Do this some time after `do` was first called; False: too much waits, or it ended."""
        if self._closed or self._full:
            return False
        self._put(Job(work, lambda _fault: None))
        return True

    async def do(self, work: Callable[[], Awaitable[T]]) -> T:
        """Do this when its turn comes, and return what came of it.

        Raises:
            Busy: too much is waiting, or this was stopped.
            Crashed: it failed unforeseen.
        """
        if self._closed:
            raise Busy("This table was closed; load the page again.")
        if self._full:
            raise Busy("Too much is waiting at this table; try again in a moment.")
        self._asked = True
        answer: asyncio.Future[T] = asyncio.get_running_loop().create_future()

        async def run() -> None:
            done = await work()
            if not answer.done():
                answer.set_result(done)

        def fail(fault: Exception) -> None:
            if not answer.done():
                answer.set_exception(fault)

        self._put(Job(run, fail))
        return await answer

    @property
    def _full(self) -> bool:
        return len(self._jobs) >= MOST_WAITING

    def _put(self, job: Job) -> None:
        self._jobs.append(job)
        if self._task is None and self._asked:
            self._task = asyncio.create_task(self._live(), name=self._name)

    async def _live(self) -> None:
        try:
            while self._jobs:
                await self._one(self._jobs.pop(0))
        finally:
            self._task = None

    async def _one(self, job: Job) -> None:
        try:
            await self._ready()
            await job.run()
        except StoreUnavailable as fault:
            job.fail(fault)
        except Exception:
            logger.exception("%s failed and is read again", self._name)
            job.fail(Crashed())
            self._crashed()
