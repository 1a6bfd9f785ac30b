"""One task that does one thing after another, and is the one place where the unforeseen is caught.

Whoever asks waits for an answer; whoever goes away while waiting disturbs nothing.
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


class Crashed(Exception):  # noqa: N818 - a state, as `StoreUnavailable` is of the store
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
        self._jobs: asyncio.Queue[Job] = asyncio.Queue(MOST_WAITING)
        self._task: asyncio.Task[None] | None = None
        self._closed = False

    async def stop(self) -> None:
        """Finish what is waiting, and end; whoever asks later is refused."""
        if self._task is not None:
            await self._jobs.join()
            self._task.cancel()
        self._closed = True

    def post(self, work: Callable[[], Awaitable[None]]) -> bool:
        """Do this some time after `do` was first called; False: too much is waiting."""
        if self._jobs.full():
            return False
        self._jobs.put_nowait(Job(work, lambda _fault: None))
        return True

    async def do(self, work: Callable[[], Awaitable[T]]) -> T:
        """Do this when its turn comes, and return what came of it.

        Raises:
            Busy: too much is waiting, or this was stopped.
            Crashed: it failed unforeseen.
        """
        if self._closed:
            raise Busy("This table was closed; load the page again.")
        if self._jobs.full():
            raise Busy("Too much is waiting at this table; try again in a moment.")
        if self._task is None:
            self._task = asyncio.create_task(self._live(), name=self._name)
        answer: asyncio.Future[T] = asyncio.get_running_loop().create_future()

        async def run() -> None:
            done = await work()
            if not answer.done():
                answer.set_result(done)

        def fail(fault: Exception) -> None:
            if not answer.done():
                answer.set_exception(fault)

        self._jobs.put_nowait(Job(run, fail))
        return await answer

    async def _live(self) -> None:
        while True:
            job = await self._jobs.get()
            try:
                await self._ready()
                await job.run()
            except StoreUnavailable as fault:
                job.fail(fault)
            except Exception:
                logger.exception("%s failed and is read again", self._name)
                job.fail(Crashed())
                self._crashed()
            finally:
                self._jobs.task_done()
