"""A count of a few seconds before play goes on, shown on every screen. It is no part of the game:
only what comes at its end is in the log, and a restart leaves the table paused.
"""

import secrets
from collections.abc import Callable

from game.controls.course import Pause, Resume, Rewind
from game.log import Entry
from game.vocabulary import FACILITATOR, PersonId
from server.tables.asked import Asked
from server.tables.clock import Time, Timer


class Countdown:
    """The count of one table."""

    def __init__(self, time: Time, over: Callable[[], object], changed: Callable[[], None]) -> None:
        self._time = time
        self._over = over
        self._changed = changed
        self._timer: Timer | None = None
        self.seconds: int | None = None
        """How long it was when it began; None: no count runs."""
        self.who: PersonId | None = None
        """Who began the last one."""

    def start(self, seconds: int, who: PersonId | None = None) -> None:
        """Count anew; `who`: which of the facilitators wants it."""
        self.cancel()
        self.who = who
        self.seconds = seconds
        self._timer = self._time.later(seconds, self._rang)
        self._changed()

    def cancel(self) -> None:
        """Count no more; the table stays as it is."""
        if self._timer is None:
            return
        self._timer.cancel()
        self._timer = None
        self.seconds = None
        self._changed()

    def asks(self) -> Asked:
        """What is asked of the table at its end."""
        number = secrets.token_hex(8)
        return Asked(command=Resume(), by=FACILITATOR, id=number, via="facilitator", who=self.who)

    def took(self, entry: Entry) -> None:
        """Whoever pauses, resumes or rewinds in the meantime has the last say."""
        if isinstance(entry.command, Pause | Resume | Rewind):
            self.cancel()

    def _rang(self) -> None:
        self._timer = None
        self.seconds = None
        self._over()
