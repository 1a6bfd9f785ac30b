"""Game time: it passes while a table is in play and not paused, and stands still otherwise.

Nothing here reads a clock of its own: `Time` is handed in, so that tests can hold it. Game time
counts by the monotonic clock, so that a wall clock that jumps moves nothing.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from game.model.table import Table
from game.vocabulary import Phase


class Timer(Protocol):
    """Something that will be called, unless it is cancelled before."""

    def cancel(self) -> None:
        """Do not call."""


class Time(Protocol):
    """The clocks of the machine."""

    def monotonic(self) -> float:
        """Seconds since some moment; never goes back."""

    def now(self) -> datetime:
        """The wall clock, in UTC."""

    def later(self, seconds: float, call: Callable[[], None]) -> Timer:
        """Call it after so many seconds of the monotonic clock."""


class Hurried:
    """The clocks of the machine, the monotonic one so many times as fast: for a rehearsal."""

    def __init__(self, time: Time, speed: float) -> None:
        self._time = time
        self._speed = speed

    def monotonic(self) -> float:
        """See `Time`."""
        return self._time.monotonic() * self._speed

    def now(self) -> datetime:
        """See `Time`."""
        return self._time.now()

    def later(self, seconds: float, call: Callable[[], None]) -> Timer:
        """See `Time`."""
        return self._time.later(seconds / self._speed, call)


class GameClock:
    """The game time of one table, in milliseconds."""

    def __init__(self, time: Time, ms: int = 0) -> None:
        self._time = time
        self._ms = ms
        self._since: float | None = None

    @property
    def running(self) -> bool:
        """Whether game time passes now."""
        return self._since is not None

    def now_ms(self) -> int:
        """Game time now."""
        if self._since is None:
            return self._ms
        return self._ms + int((self._time.monotonic() - self._since) * 1000)

    def comes(self, at_ms: int) -> float | None:
        """When this game time comes, by the monotonic clock; None: the clock stands still."""
        return None if self._since is None else self._since + (at_ms - self._ms) / 1000

    def run(self, *, on: bool) -> None:
        """Let it pass, or stand still."""
        if on == self.running:
            return
        self._ms = self.now_ms()
        self._since = self._time.monotonic() if on else None

    def not_before(self, ms: int) -> None:
        """Game time never goes back behind what the log holds."""
        if self.now_ms() < ms:
            running = self.running
            self._ms, self._since = ms, None
            self.run(on=running)


class Alarm:
    """At most one call in the future, at a game time; a pause takes it back."""

    def __init__(self, time: Time, clock: GameClock, ring: Callable[[], None]) -> None:
        self._time = time
        self._clock = clock
        self._ring = ring
        self._timer: Timer | None = None
        self._rings: float | None = None
        """The time of the monotonic clock at which it rings."""

    def set(self, at_ms: int | None) -> None:
        """Ring at this game time; None, or a clock that stands still: not at all."""
        rings = None if at_ms is None else self._clock.comes(at_ms)
        if self._timer is not None and rings == self._rings:
            return
        self.cancel()
        self._rings = rings
        if at_ms is not None and rings is not None:
            # In whole milliseconds, as game time counts: who rings too early waits for one more.
            left = max(0, at_ms - self._clock.now_ms()) / 1000
            self._timer = self._time.later(left, self._rang)

    def cancel(self) -> None:
        """Do not ring."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _rang(self) -> None:
        self._timer = None
        self._ring()


def passes(table: Table) -> bool:
    """Whether game time passes at this table now."""
    return not table.paused and table.phase not in {Phase.LOBBY, Phase.ENDED}
