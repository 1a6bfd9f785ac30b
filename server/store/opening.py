"""From an address to an open store, and to the claim on what is served from it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import assert_never

from server.settings.values import Database, PostgresAt, SqliteAt
from server.store.contract import Claim, Store, StoreUnavailable
from server.store.sqlite import open_sqlite


async def open_store(database: Database) -> Store:
    """Open the database and bring it to this version's schema; `close` it at the end.

    Raises:
        StoreUnavailable: with a sentence for whoever starts the server.
    """
    match database:
        case SqliteAt(path):
            return await open_sqlite(path)
        case PostgresAt(dsn):
            with _extra():
                from server.store.postgres import open_postgres  # noqa: PLC0415 - see `_extra`
            return await open_postgres(dsn)
        case _:
            assert_never(database)


async def claim(database: Database, signs: Sequence[int]) -> Claim | None:
    """Claim the sessions whose ids begin with these pairs of signs, as numbers; `close` lets go.

    None: SQLite, where the lock beside the file keeps every other server out.

    Raises:
        StoreUnavailable: another server serves them, or the database does not answer.
    """
    match database:
        case SqliteAt():
            return None
        case PostgresAt(dsn):
            with _extra():
                from server.store.postgres_claim import PostgresClaim  # noqa: PLC0415 - as above
            made = PostgresClaim(dsn, signs)
            await made.take()
            return made
        case _:
            assert_never(database)


@contextmanager
def _extra() -> Iterator[None]:
    """Around imports of asyncpg, which is an extra: a server on SQLite starts without it."""
    try:
        yield
    except ModuleNotFoundError as missing:
        message = f"PostgreSQL needs the package {missing.name}: pip install 'joined-up[postgres]'."
        raise StoreUnavailable(message) from missing
