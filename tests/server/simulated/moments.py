"""An event loop whose time passes at once: it never waits, it jumps to what is due next."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Final, TypeVar

from server.tables.clock import Timer

T = TypeVar("T")

BEGAN: Final = datetime(2026, 11, 22, 9, tzinfo=UTC)


class _Jumping(selectors.SelectSelector):
    """Nothing ever comes from outside; where a loop would wait, its time jumps."""

    passed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise AssertionError("everybody waits for something that will never happen")
        self.passed += max(0.0, timeout)
        return []


class JumpingLoop(asyncio.SelectorEventLoop):
    """See the module."""

    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.passed


class LoopTime:
    """The clocks of a simulated machine, for `server.tables.clock.Time`."""

    def monotonic(self) -> float:
        return asyncio.get_running_loop().time()

    def now(self) -> datetime:
        return BEGAN + timedelta(seconds=self.monotonic())

    def later(self, seconds: float, call: Callable[[], None]) -> Timer:
        return asyncio.get_running_loop().call_later(seconds, call)


def run(work: Coroutine[None, None, T]) -> T:
    """Run this to its end on a loop of its own, in no time."""
    with asyncio.Runner(loop_factory=JumpingLoop) as runner:
        return runner.run(work)
