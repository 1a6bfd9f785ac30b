"""Time that a test holds in its hand."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from server.tables.clock import Timer


@dataclass
class Later:
    at: float
    call: Callable[[], None]
    is_off: bool = False

    def cancel(self) -> None:
        self.is_off = True


@dataclass
class HeldTime:
    """Time that passes when it is told to."""

    seconds: float = 1000.0
    wall: datetime = datetime(2026, 11, 22, 9, tzinfo=UTC)
    waiting: list[Later] = field(default_factory=list)

    def monotonic(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return self.wall

    def later(self, seconds: float, call: Callable[[], None]) -> Timer:
        made = Later(self.seconds + seconds, call)
        self.waiting.append(made)
        return made

    async def pass_(self, seconds: float) -> None:
        """Let so much time pass, and everything happen that is due then."""
        self.seconds += seconds
        self.wall += timedelta(seconds=seconds)
        due = [one for one in self.waiting if one.at <= self.seconds]
        self.waiting = [one for one in self.waiting if one.at > self.seconds]
        for one in due:
            if not one.is_off:
                one.call()
        for _ in range(20):
            await asyncio.sleep(0)
