"""What every store promises, whatever lies beneath; no SQL, no driver.

An append is answered when it is on disk, and a table's versions are counted by whoever appends:
the store only sees to it that each is taken once.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sqlmodel import Session

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry of a log, as it is stored.

    `version` counts from 1 and is one more than that of the entry on which it was decided;
    `command_id` is the sender's, and unique within its table; `body` is opaque here.
    """

    session_id: str
    table_id: str
    version: int
    command_id: str
    hash: str
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words that belong to an entry, covered by its hash, and erasable while the log stays.

    `text_id` is unique within the table of its entry.
    """

    text_id: str
    salt: str
    words: str


@dataclass(frozen=True, slots=True)
class Written:
    """The entry is on disk, with its wordings."""


@dataclass(frozen=True, slots=True)
class Already:
    """The log holds an entry with this command id, as `version`; nothing was added."""

    version: int


@dataclass(frozen=True, slots=True)
class Behind:
    """Somebody else's entry has this version; the log has come to `head`; nothing was added."""

    head: int


Appended = Written | Already | Behind


class StoreUnavailable(Exception):
    """The store cannot be written or read now; its text is a sentence fit for everybody's eyes.

    Whether an append met by this is on disk is not known: the same row handed in again is
    answered exactly. Nothing needs a restart: the next call tries again.
    """


class Busy(Exception):
    """More is waiting to be written than the store takes; nothing was added."""


class Store(Protocol):
    """The log, and a way to run functions on the tables of `schema`.

    Every method is called on one event loop. All of them raise StoreUnavailable.
    """

    @property
    def trouble(self) -> str | None:
        """The sentence of the call that failed last; None: every write since went well."""

    async def append(self, row: Row, wordings: tuple[Wording, ...] = ()) -> Appended:
        """Write an entry with its wordings, both or neither; answered when it is on disk.

        Raises:
            Busy: too much is waiting.
        """

    async def read(self, table_id: str, after: int = 0, limit: int | None = None) -> list[bytes]:
        """Bodies of the entries with versions above `after`, in order; at most `limit`."""

    async def head(self, table_id: str) -> int:
        """The newest version of a table, 0 for an empty log."""

    async def heads(self, table_ids: Iterable[str]) -> dict[str, int]:
        """The newest version of each of these tables; those without entries are left out."""

    async def wordings(self, table_id: str) -> dict[str, str]:
        """The words of a table by text id; those that were erased are left out."""

    async def salted_wordings(self, table_id: str) -> tuple[Wording, ...]:
        """The same with their salts, in the order of their ids, for an export."""

    async def put_clock(self, game_ms: Mapping[str, int]) -> None:
        """Keep the game clocks of these tables, all at once; tables not in `schema` are skipped."""

    async def clocks(self) -> dict[str, int]:
        """The kept game clock of every table in milliseconds of game time."""

    async def run(self, change: Callable[[Session], T]) -> T:
        """Run `change` in a transaction of its own, and commit; what it raises is passed on.

        It runs beside the event loop and may touch nothing but its session and its arguments.
        """

    async def look(self, question: Callable[[Session], T]) -> T:
        """Run `question` likewise, but where nothing can be changed, and not behind the writers."""

    async def check(self) -> None:
        """See whether it answers, or, while in trouble, whether it can be written again.

        Raises nothing: `trouble` tells what was found.
        """

    async def close(self) -> None:
        """Write what is waiting and let go; nothing may be called afterwards."""


class Claim(Protocol):
    """What one process serves from a database, and no other at the same time."""

    on_lost: Callable[[str], None]
    """Called once with a sentence, when another server holds what was held here."""

    async def close(self) -> None:
        """Let go."""
