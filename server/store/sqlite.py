"""SQLite in a file: one process, one writing connection, one thread that uses it.

Readers have connections of their own that cannot write. Two writing connections to one file must
never be (SQLite before 3.51.3 may then damage its write-ahead log): a lock file keeps a second
server out, and cold changes share the connection of the log.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.pool import QueuePool, StaticPool
from sqlmodel import Session

from server.store.batches import Batches, Done, Item, Outcome
from server.store.contract import Appended, Row, StoreUnavailable, Wording
from server.store.migrating import migrate, tell
from server.store.reading import Reading
from server.store.sqlite_append import append_all
from server.store.trouble import Trouble

T = TypeVar("T")

READERS = 3
PATIENCE_S = 5.0  # for a lock that a backup holds
# The primary result codes that a facilitator can do something about.
SENTENCES = {
    sqlite3.SQLITE_FULL: "The server's disk is full; play goes on when there is room again.",
    sqlite3.SQLITE_READONLY: "The server's database is read-only; play goes on when it is not.",
    sqlite3.SQLITE_PERM: "The server may not write its database.",
    sqlite3.SQLITE_CANTOPEN: (
        "The server's database cannot be opened: may its file and its folder be written?"
    ),
    sqlite3.SQLITE_IOERR: "The server's disk reports a fault; play goes on when it is mended.",
    sqlite3.SQLITE_BUSY: "The server's database is in use by another program.",
    sqlite3.SQLITE_LOCKED: "The server's database is in use by another program.",
    sqlite3.SQLITE_CORRUPT: "The server's database is damaged; a backup is needed.",
    sqlite3.SQLITE_NOTADB: "The server's database is not one; a backup is needed.",
}


# What says that a statement is wrong, and nothing of the database.
OURS = (exc.IntegrityError, exc.ProgrammingError, exc.DataError, exc.NotSupportedError)


def unavailable(fault: BaseException | None) -> StoreUnavailable:
    """Say what is wrong without a path or a statement; the cause keeps them for the log."""
    code = getattr(fault, "sqlite_errorcode", None)  # missing where Python itself objects
    primary = code & 0xFF if isinstance(code, int) else 0
    return StoreUnavailable(SENTENCES.get(primary, "The server's database does not answer."))


def connect(path: Path, *, writing: bool) -> sqlite3.Connection:
    """Open the file in transactions that we begin ourselves."""
    mode = "rwc" if writing else "ro"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=PATIENCE_S,
        check_same_thread=False,
    )
    if writing:
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = full")
        connection.execute("pragma secure_delete = on")  # what was erased is gone from the file
    return connection


def engine_over(creator: Callable[[], sqlite3.Connection], *, writing: bool) -> Engine:
    """Wrap connections for SQLModel; each transaction is begun as what it is."""
    if writing:
        engine = create_engine("sqlite://", creator=creator, poolclass=StaticPool)
    else:
        engine = create_engine("sqlite://", creator=creator, poolclass=QueuePool, pool_size=READERS)
    begin = "begin immediate" if writing else "begin"

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "begin", on_begin)
    return engine


class _Writer:
    """The one writing connection; every method runs in the one writing thread.

    After a fault the connection is let go, and the next call opens another: some faults
    (a file that was read-only when it was opened) stay with a connection for good.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._engine: Engine | None = None

    def append_all(self, items: tuple[Item, ...]) -> list[Outcome]:
        try:
            return append_all(self._open(), items)
        except sqlite3.Error as fault:
            self.drop()
            raise unavailable(fault) from fault

    def run(self, change: Callable[[Session], T]) -> T:
        try:
            self._open()
            with Session(self._engine, expire_on_commit=False) as db, db.begin():
                return change(db)
        except sqlite3.Error as fault:
            self.drop()
            raise unavailable(fault) from fault
        except OURS:
            raise
        except exc.DatabaseError as fault:
            self.drop()
            raise unavailable(fault.orig) from fault

    def drop(self) -> None:
        """Close; what is not committed is rolled back."""
        if self._engine is not None:
            self._engine.dispose()
        if self._connection is not None:
            self._connection.close()
        self._engine = self._connection = None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            connection = connect(self._path, writing=True)
            self._engine = engine_over(lambda: connection, writing=True)
            self._connection = connection
        return self._connection


class SqliteStore(Reading):
    """The store of one process; made by `open_sqlite`."""

    def __init__(self, path: Path, lock: sqlite3.Connection) -> None:
        """Take over the lock; nothing is opened before it is used."""
        self._lock = lock
        self._writer = _Writer(path)
        self._thread = ThreadPoolExecutor(1, "store-writer")
        self._readers = engine_over(lambda: connect(path, writing=False), writing=False)
        self._reading = ThreadPoolExecutor(READERS, "store-reader")
        self._trouble = Trouble()
        self._batches = Batches(self._begin, self._trouble)

    @property
    def trouble(self) -> str | None:
        """See `Store.trouble`."""
        return self._trouble.sentence

    async def append(self, row: Row, wordings: tuple[Wording, ...] = ()) -> Appended:
        """See `Store.append`."""
        return await self._batches.append(Item(row, wordings))

    async def migrate(self) -> None:
        """Bring the schema to this version's; what is wrong with it is told by whoever starts."""
        loop = asyncio.get_running_loop()
        migrating = loop.run_in_executor(
            self._thread, self._writer.run, lambda db: migrate(db.connection())
        )
        tell(await migrating)

    async def run(self, change: Callable[[Session], T]) -> T:
        """See `Store.run`."""
        loop = asyncio.get_running_loop()
        with self._trouble.noting(writing=True):
            return await loop.run_in_executor(self._thread, self._writer.run, change)

    async def look(self, question: Callable[[Session], T]) -> T:
        """See `Store.look`."""
        loop = asyncio.get_running_loop()
        with self._trouble.noting(writing=False):
            return await loop.run_in_executor(self._reading, self._look, question)

    async def close(self) -> None:
        """See `Store.close`."""
        await self._batches.drain()
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._reading, self._readers.dispose)
        await loop.run_in_executor(self._thread, self._writer.drop)
        self._reading.shutdown()
        self._thread.shutdown()
        self._lock.close()

    def _begin(self, items: tuple[Item, ...], then: Callable[[Done], None]) -> None:
        loop = asyncio.get_running_loop()
        writing = self._thread.submit(self._writer.append_all, items)
        # One hop back for the whole batch; `run_in_executor` would take three.
        writing.add_done_callback(lambda done: loop.call_soon_threadsafe(then, done))

    def _look(self, question: Callable[[Session], T]) -> T:
        try:
            with Session(self._readers, expire_on_commit=False) as db:
                return question(db)
        except exc.DatabaseError as fault:
            self._readers.dispose()
            raise unavailable(fault.orig) from fault


async def open_sqlite(path: Path) -> SqliteStore:
    """Open the file, made where it is missing, and bring it to this version's schema.

    Raises:
        StoreUnavailable: it cannot be opened, another server has it, or it is too new.
    """
    store = SqliteStore(path, _locked(path))
    try:
        await store.migrate()
    except StoreUnavailable:
        await store.close()
        raise
    return store


def _locked(path: Path) -> sqlite3.Connection:
    """Hold an empty database beside the file locked: that works alike on every system."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(
            f"{path}.lock", isolation_level=None, timeout=0, check_same_thread=False
        )
        lock.execute("begin exclusive")
    except OSError as fault:
        why = (fault.strerror or "it is refused").lower()
        message = f"The folder {path.parent} cannot be made: {why}. Choose another DATA_DIR."
        raise StoreUnavailable(message) from fault
    except sqlite3.DatabaseError as fault:
        raise _unlocked(path, fault) from fault
    return lock


def _unlocked(path: Path, fault: sqlite3.DatabaseError) -> StoreUnavailable:
    """Why the lock beside a database cannot be had."""
    match fault.sqlite_errorcode & 0xFF:
        case sqlite3.SQLITE_BUSY:
            message = f"The database {path} is in use by another server; stop that one first."
        case sqlite3.SQLITE_FULL:
            return unavailable(fault)
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            message = f"The file {path}.lock is damaged. Nothing is kept in it: delete it."
        case _:
            message = (
                f"The database {path} cannot be opened: {fault}. Whoever starts the server must "
                "be allowed to write in its folder; else choose another DATA_DIR."
            )
    return StoreUnavailable(message)
