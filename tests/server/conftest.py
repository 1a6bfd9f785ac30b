"""What several tests of the server need: a database of each kind."""

import asyncio
import secrets
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg
import pytest

from server.settings.values import Database, PostgresAt, SqliteAt
from server.store.opening import open_store
from server.store.schema import METADATA

POSTGRES = pytest.param("postgres", marks=pytest.mark.postgres)


def _execute(url: str, statement: str) -> None:
    async def run() -> None:
        connection = await asyncpg.connect(url)
        await connection.execute(statement)
        await connection.close()

    asyncio.run(run())


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: str) -> Iterator[str]:
    """One database for all: making one for each test would take most of the time."""
    name = f"joinedup_test_{secrets.token_hex(6)}"
    _execute(postgres_server, f'create database "{name}"')
    url = urlsplit(postgres_server)._replace(path=f"/{name}").geturl()

    async def migrate() -> None:
        await (await open_store(PostgresAt(url))).close()

    asyncio.run(migrate())
    yield url
    _execute(postgres_server, f'drop database "{name}" with (force)')


@pytest.fixture
def emptied_postgres(migrated_postgres: str) -> Iterator[str]:
    """The address of a database with the schema and nothing in it."""
    yield migrated_postgres
    _execute(migrated_postgres, f"truncate {', '.join(METADATA.tables)}")


@pytest.fixture(params=["memory", "sqlite", POSTGRES])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Database | None:
    """A database of each kind in turn, without any row; None: in memory (see `storing.opened`)."""
    if request.param == "postgres":
        return PostgresAt(str(request.getfixturevalue("emptied_postgres")))
    return SqliteAt(tmp_path / "store.db") if request.param == "sqlite" else None


@pytest.fixture(params=["sqlite", POSTGRES])
def lasting_database(request: pytest.FixtureRequest, tmp_path: Path) -> Database:
    """A new database, without a schema, of each kind that outlives its process."""
    if request.param == "postgres":
        return PostgresAt(str(request.getfixturevalue("postgres_url")))
    return SqliteAt(tmp_path / "store.db")
