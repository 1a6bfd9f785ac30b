"""The server with game time that passes thirty times as fast: `python -m tests.browser.hurried`.

For what takes minutes of play. A rehearsal is as quick, but nobody can join one.
"""

import sys
from collections.abc import Callable
from typing import Final

from server import app
from server.serving import serve
from server.tables.clock import Timer

SPEED: Final = 30


class Hurried(app.MachineTime):
    """The clocks of the machine, whose seconds last a thirtieth of one."""

    def monotonic(self) -> float:
        return super().monotonic() * SPEED

    def later(self, seconds: float, call: Callable[[], None]) -> Timer:
        return super().later(seconds / SPEED, call)


if __name__ == "__main__":
    app.MachineTime = Hurried  # type: ignore[misc]  # a class in the place of its parent
    sys.exit(serve())
