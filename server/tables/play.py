"""What the log of one table says: the table now, the chain's head, which commands were done, and
when its phase began. It grows entry by entry and is rebuilt by folding; nothing else changes it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from game.controls.course import Start
from game.events.course import PhaseBegan, Rewound
from game.events.tracks import VoteCounted
from game.fold import after, rewind_of, rewound
from game.log import NO_HASH, Entry
from game.model.table import Table
from game.opening import BLANK
from game.vocabulary import Actor


@dataclass(frozen=True, slots=True)
class Mark:
    """The phase of an entry in game time: `since_ms` it runs, and it began with entry `key`.

    A counted vote is a step of its own: people read the count for as long as they could vote.
    """

    at_ms: int
    since_ms: int
    key: int


@dataclass(slots=True)
class Play:
    """The state of a table's log."""

    table: Table = BLANK
    head: str = NO_HASH
    done: set[str] = field(default_factory=set)
    marks: list[Mark] = field(default_factory=list)
    began_wall_ms: int | None = None
    """The time of day at which the facilitator started the game; None: not yet."""

    @property
    def version(self) -> int:
        """Entries so far."""
        return self.table.version

    @property
    def mark(self) -> Mark:
        """Of the newest entry."""
        return self.marks[-1] if self.marks else Mark(0, 0, 0)

    @property
    def ends_ms(self) -> int | None:
        """The game time at which the phase's length is over; None: it has no clock."""
        if self.table.length_s is None:
            return None
        return self.mark.since_ms + self.table.length_s * 1000

    def take(self, entry: Entry, before: Sequence[Entry]) -> None:
        """Go on by one entry; `before`: all earlier ones, asked only where this one rewinds."""
        back = rewind_of(entry)
        self.marks.append(self._mark(entry, None if back is None else back.to))
        self.table = after(self.table, entry.events) if back is None else self._back(before, back)
        if self.began_wall_ms is None and isinstance(entry.command, Start):
            self.began_wall_ms = entry.wall_ms
        self.head = entry.hash
        self.done.add(key_of(entry.by, entry.id))

    def _back(self, before: Sequence[Entry], back: Rewound) -> Table:
        return rewound(self.table, folded(before[: back.to]).table, back.text)

    def _mark(self, entry: Entry, to: int | None) -> Mark:
        if to is not None:
            then = self.marks[to - 1]
            # The phase has as long to go as it had then.
            return Mark(entry.at_ms, entry.at_ms - (then.at_ms - then.since_ms), entry.version)
        if any(isinstance(event, PhaseBegan | VoteCounted) for event in entry.events):
            return Mark(entry.at_ms, entry.at_ms, entry.version)
        last = self.mark
        return Mark(entry.at_ms, last.since_ms, last.key)


def folded(entries: Sequence[Entry]) -> Play:
    """The state after these entries."""
    play = Play()
    for _ in walked(play, entries):
        pass
    return play


def walked(play: Play, entries: Sequence[Entry]) -> Iterator[tuple[Entry, Table]]:
    """Take these entries, the first ones of a log, one by one: each with the table after it."""
    for number, entry in enumerate(entries):
        play.take(entry, () if rewind_of(entry) is None else entries[:number])
        yield entry, play.table


def key_of(by: Actor, command_id: str) -> str:
    """The id under which a command is done once: one sender's ids are nothing to another."""
    return f"{by}:{command_id}"
