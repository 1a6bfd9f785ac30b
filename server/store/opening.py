"""From an address to an open store."""

from typing import assert_never

from server.settings.values import Database, PostgresAt, SqliteAt
from server.store.contract import Store, StoreUnavailable
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
            return await _open_postgres(dsn)
        case _:
            assert_never(database)


async def _open_postgres(dsn: str) -> Store:
    try:
        # asyncpg is an extra: a server on SQLite must start without it.
        from server.store.postgres import open_postgres  # noqa: PLC0415 - see above
    except ModuleNotFoundError as missing:
        message = f"PostgreSQL needs the package {missing.name}: pip install 'joined-up[postgres]'."
        raise StoreUnavailable(message) from missing
    return await open_postgres(dsn)
