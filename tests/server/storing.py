"""Rows and open stores for the tests of the store and of what stands on it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from server.settings.values import Database
from server.store.contract import Row, Store
from server.store.memory import MemoryStore
from server.store.opening import open_store


@asynccontextmanager
async def opened(database: Database | None) -> AsyncIterator[Store]:
    """Open a store and close it at the end; None: one in memory."""
    store: Store = MemoryStore() if database is None else await open_store(database)
    try:
        yield store
    finally:
        await store.close()


def row(
    version: int, command_id: str | None = None, *, table_id: str = "t1", body: bytes | None = None
) -> Row:
    """One entry; its command id and body tell where it belongs, unless they are given."""
    command = command_id or f"c{version}"
    told = f"{table_id} {version} {command}".encode()
    return Row(
        session_id="s1",
        table_id=table_id,
        version=version,
        command_id=command,
        hash="0" * 64,
        body=told if body is None else body,
    )
