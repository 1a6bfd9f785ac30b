"""A store that forgets: SQLite in memory, on the event loop, without a thread or a file.

For tests and simulations that must run the same each time. It keeps the whole contract but one
line of it: nothing is on disk.
"""

import sqlite3
from collections.abc import Callable
from functools import cache
from typing import TypeVar

from sqlmodel import Session

from server.store.batches import Item
from server.store.contract import Appended, Row, Wording
from server.store.migrating import migrate
from server.store.reading import Reading
from server.store.sqlite import engine_over
from server.store.sqlite_append import append_all

T = TypeVar("T")


@cache
def _empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    with engine_over(lambda: connection, writing=True).begin() as migrating:
        migrate(migrating)
    return connection


class MemoryStore(Reading):
    """Each instance is a database of its own."""

    def __init__(self) -> None:
        """Copy the empty schema: a simulation makes thousands of these."""
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        _empty().backup(self._connection)
        self._engine = engine_over(lambda: self._connection, writing=True)

    @property
    def trouble(self) -> str | None:
        """See `Store.trouble`: memory gives none."""
        return None

    async def append(self, row: Row, wordings: tuple[Wording, ...] = ()) -> Appended:
        """See `Store.append`."""
        (outcome,) = append_all(self._connection, (Item(row, wordings),))
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    async def run(self, change: Callable[[Session], T]) -> T:
        """See `Store.run`."""
        with Session(self._engine, expire_on_commit=False) as db, db.begin():
            return change(db)

    async def look(self, question: Callable[[Session], T]) -> T:
        """See `Store.look`; what was changed is rolled back."""
        with Session(self._engine, expire_on_commit=False) as db:
            return question(db)

    async def close(self) -> None:
        """See `Store.close`."""
        self._engine.dispose()
        self._connection.close()
