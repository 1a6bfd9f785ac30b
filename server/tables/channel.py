"""What one viewer is shown, and the devices that show it. Nothing is made or decided here.

A view is kept as its parts, most of which are shared with others. Its bytes are kept as long as a
device has still to get them: idle seats cost no copy of what they have.
"""

from collections import deque
from dataclasses import dataclass, field
from typing import Protocol

from msgspec import Raw, json

from game.model.seats import Seat
from game.model.table import Table
from game.views.view import Viewer
from server.protocol.frames import SEEN_LINES, View, ViewFrame


class Listener(Protocol):
    """A device that is to hear of newer views."""

    def news(self) -> None:
        """There is a newer view; fetch it when there is time."""

    def has(self, channel: "Channel") -> bool:
        """Whether it was sent the newest view of this channel."""

    def cut(self, code: int, reason: str) -> None:
        """Close, with this code."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a view, encoded, and the ids of the words that it names."""

    body: Raw
    ids: frozenset[str]


@dataclass(slots=True)
class Story:
    """The newest log lines of one viewer, encoded, and how many there are in all."""

    newest: deque[Part] = field(default_factory=lambda: deque(maxlen=SEEN_LINES))
    count: int = 0

    def add(self, line: Part) -> None:
        """One more."""
        self.newest.append(line)
        self.count += 1

    @property
    def first(self) -> int:
        """The number of the first of the newest."""
        return self.count - len(self.newest)


@dataclass(slots=True, eq=False)
class Channel:
    """What one viewer was last told, and the devices that want to know."""

    viewer: Viewer
    story: Story = field(default_factory=Story)
    seat_parts: tuple[Table, Seat, Part, Raw] | None = None
    """What a seat's own part and menu were made of, and those."""
    view: View | None = None
    version: int = 0
    frame: bytes = b""
    """The newest view as it goes out; empty: every device has it."""
    listeners: set[Listener] = field(default_factory=set)

    def show(self, view: View, table_id: str | None, at_ms: int) -> None:
        """Make this the newest view, and tell all devices where it differs from the one before."""
        same = view == self.view
        self.view = view  # an equal one, too: it shares its parts with those of others
        if same:
            return
        self.version += 1
        self.frame = self._frame(view, table_id, at_ms)
        for listener in tuple(self.listeners):
            listener.news()

    def show_again(self, view: View, table_id: str | None, at_ms: int) -> None:
        """The same for somebody who comes: the bytes are there, whoever else has them."""
        self.show(view, table_id, at_ms)
        if not self.frame:
            self.frame = self._frame(view, table_id, at_ms)

    def _frame(self, view: View, table_id: str | None, at_ms: int) -> bytes:
        frame = ViewFrame(table=table_id, version=self.version, at_ms=at_ms, view=view)
        return json.encode(frame)

    def settle(self) -> None:
        """Let go of bytes that every device has; whoever comes gets them made anew."""
        if all(one.has(self) for one in self.listeners):
            self.frame = b""


@dataclass(frozen=True, slots=True)
class Newest:
    """A viewer's newest view as it goes out, for somebody who asks once."""

    version: int
    frame: bytes
