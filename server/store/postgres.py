"""PostgreSQL: several workers on one log.

The log has one connection that writes batches; everything else goes through SQLModel over a small
pool, each function as if it were alone (serializable, tried again on a clash), so that the same
functions mean the same here and on SQLite.
"""

import asyncio
from collections.abc import Callable
from typing import TypeVar

import asyncpg
from sqlalchemy import Connection as SyncConnection
from sqlalchemy import exc
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlmodel import Session

from server.store.batches import Batches, Done, Item, Outcome
from server.store.contract import Appended, Row, StoreUnavailable, Wording
from server.store.migrating import migrate, tell
from server.store.postgres_append import Connection, append_all
from server.store.postgres_faults import FAULTS, UNREAD, at_start, state_of, unavailable
from server.store.reading import Reading
from server.store.trouble import Trouble

T = TypeVar("T")

CONNECT_S = 5.0
STATEMENT_S = 10.0  # longer than any honest one: nobody waits for ever on a dead network
POOL = 5
TRIES = 10
CLASHES = {"40001", "40P01"}  # serialization failure, deadlock
# Faults of the function that was run, not of the database.
OURS = (exc.IntegrityError, exc.ProgrammingError, exc.DataError)
DATA = "22"  # the class of faults of a value, such as a text with the sign 0: ours as well
# Where the whole server was set to lose acknowledged commits, this connection was not.
DURABLE = """
select set_config('synchronous_commit', 'on', false)
where current_setting('synchronous_commit') = 'off'
"""


async def connect(dsn: str) -> Connection:
    """Open a connection that gives up rather than hangs.

    Raises:
        StoreUnavailable: there is none to be had.
        UNREAD: `dsn` is no address.
    """
    try:
        return await asyncpg.connect(dsn, timeout=CONNECT_S, command_timeout=STATEMENT_S)
    except FAULTS as fault:  # here, where no fault can be one of what is to be run
        raise unavailable(fault) from fault


class PostgresStore(Reading):
    """The store of one worker among several; made by `open_postgres`."""

    def __init__(self, dsn: str) -> None:
        """Connect to nothing yet."""
        self._dsn = dsn
        self._connection: Connection | None = None
        self._writing: asyncio.Task[list[Outcome]] | None = None  # held, or it may be collected
        self._trouble = Trouble()
        self._batches = Batches(self._begin, self._trouble)
        self._engine = create_async_engine(
            "postgresql+asyncpg://",
            async_creator=lambda: connect(dsn),
            pool_size=POOL,
            pool_pre_ping=True,
        )
        self._changing = self._engine.execution_options(isolation_level="SERIALIZABLE")
        self._looking = self._engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )

    @property
    def trouble(self) -> str | None:
        """See `Store.trouble`."""
        return self._trouble.sentence

    async def append(self, row: Row, wordings: tuple[Wording, ...] = ()) -> Appended:
        """See `Store.append`."""
        return await self._batches.append(Item(row, wordings))

    async def migrate(self) -> None:
        """Bring the schema to this version's; workers that start together take turns."""
        # Not serializable: whoever waited for its turn must see what the first one did.
        tell(await _in_session(self._engine, lambda db: migrate(db.connection())))

    async def run(self, change: Callable[[Session], T]) -> T:
        """See `Store.run`."""
        for _ in range(TRIES):
            try:
                with self._trouble.noting(writing=True):
                    return await _in_session(self._changing, change)
            except exc.DBAPIError as fault:
                if state_of(fault.orig) not in CLASHES:
                    raise
            await asyncio.sleep(0)
        raise unavailable(None)

    async def look(self, question: Callable[[Session], T]) -> T:
        """See `Store.look`."""
        with self._trouble.noting(writing=False):
            return await _in_session(self._looking, question)

    async def close(self) -> None:
        """See `Store.close`."""
        await self._batches.drain()
        if self._connection is not None:
            self._connection.terminate()
        await self._engine.dispose()

    def _begin(self, items: tuple[Item, ...], then: Callable[[Done], None]) -> None:
        self._writing = asyncio.get_running_loop().create_task(self._write(items))
        self._writing.add_done_callback(then)

    async def _write(self, items: tuple[Item, ...]) -> list[Outcome]:
        try:
            if self._connection is None or self._connection.is_closed():
                self._connection = await connect(self._dsn)
                await self._connection.execute(DURABLE)
            return await append_all(self._connection, items)
        except FAULTS as fault:
            if self._connection is not None:
                self._connection.terminate()
            self._connection = None
            raise unavailable(fault) from fault


async def _in_session(engine: AsyncEngine, function: Callable[[Session], T]) -> T:
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(_with_session, function)
    except FAULTS as fault:
        raise unavailable(fault) from fault
    except exc.DBAPIError as fault:
        state = state_of(fault.orig) or ""
        if isinstance(fault, OURS) or state in CLASHES or state.startswith(DATA):
            raise
        raise unavailable(fault.orig) from fault.orig


def _with_session(connection: SyncConnection, function: Callable[[Session], T]) -> T:
    with Session(connection, expire_on_commit=False) as db:
        answer = function(db)
        db.commit()
        return answer


async def open_postgres(dsn: str) -> PostgresStore:
    """Reach the database and bring it to this version's schema.

    Raises:
        StoreUnavailable: it does not answer, refuses us, is too new, or `dsn` is no address.
    """
    store = PostgresStore(dsn)
    try:
        await store.migrate()
    except UNREAD as fault:
        await store.close()
        raise at_start(fault) from None
    except StoreUnavailable as fault:
        await store.close()
        if fault.__cause__ is None:
            raise
        raise at_start(fault.__cause__) from fault.__cause__
    return store
