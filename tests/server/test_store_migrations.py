"""The schema of an old, a new and a foreign database."""

import asyncio
import sqlite3
import subprocess
import sys
from pathlib import Path

import asyncpg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlmodel import Session

from server.settings.values import Database, PostgresAt, SqliteAt
from server.store.contract import StoreUnavailable, Written
from server.store.migrating import SCRIPTS, revisions
from server.store.opening import open_store
from server.store.schema import METADATA
from tests.server.storing import opened, row


def _differences(db: Session) -> list[str]:
    context = MigrationContext.configure(db.connection(), opts={"compare_type": True})
    return [repr(each) for each in compare_metadata(context, METADATA)]


def test_the_migrations_make_the_schema_that_the_code_has(database: Database | None) -> None:
    async def act() -> list[str]:
        async with opened(database) as store:
            return await store.run(_differences)

    assert asyncio.run(act()) == []


def test_a_database_that_is_up_to_date_is_left_alone(lasting_database: Database) -> None:
    async def act() -> list[bytes]:
        for version in (1, 2, 3):
            async with opened(lasting_database) as store:
                assert await store.append(row(version)) == Written()
        async with opened(lasting_database) as store:
            return await store.read("t1")

    assert len(asyncio.run(act())) == 3


def test_a_database_of_a_newer_version_is_refused(lasting_database: Database) -> None:
    async def act() -> None:
        async with opened(lasting_database) as store:
            await store.run(
                lambda db: db.connection().execute(
                    text("update alembic_version set version_num = '9999'")
                )
            )
        await open_store(lasting_database)

    with pytest.raises(StoreUnavailable, match=r"revision 9999.*newer version"):
        asyncio.run(act())


@pytest.mark.postgres
def test_workers_that_start_together_take_turns(postgres_url: str) -> None:
    async def act() -> list[str]:
        stores = await asyncio.gather(*(open_store(PostgresAt(postgres_url)) for _ in range(3)))
        differences = await stores[2].run(_differences)
        for store in stores:
            await store.close()
        return differences

    assert asyncio.run(act()) == []


@pytest.mark.postgres
def test_a_half_done_migration_leaves_nothing(postgres_url: str) -> None:
    async def act() -> list[str]:
        connection = await asyncpg.connect(postgres_url)
        # In the way of the migration, after some of its tables:
        await connection.execute("create table sitting (id text)")
        with pytest.raises(StoreUnavailable):
            await open_store(PostgresAt(postgres_url))
        tables = await connection.fetch(
            "select tablename from pg_tables where schemaname = 'public'"
        )
        await connection.close()
        return [str(name) for (name,) in tables]

    assert asyncio.run(act()) == ["sitting"]


def test_a_half_done_migration_leaves_nothing_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    before = sqlite3.connect(path)
    before.execute("create table sitting (id text)")
    before.close()
    with pytest.raises(StoreUnavailable):
        asyncio.run(open_store(SqliteAt(path)))
    after = sqlite3.connect(path)
    assert after.execute("select name from sqlite_master").fetchall() == [("sitting",)]
    after.close()


def test_the_revisions_are_those_that_alembic_finds() -> None:
    scripts = ScriptDirectory(str(SCRIPTS))
    found = [script.revision for script in scripts.walk_revisions()]
    assert revisions() == found[::-1]
    assert revisions()[-1] == scripts.get_current_head()


def test_a_database_that_is_up_to_date_is_opened_without_alembic(tmp_path: Path) -> None:
    words = (
        "import asyncio, sys; from pathlib import Path;"
        "from server.settings.values import SqliteAt;"
        "from server.store.opening import open_store;"
        f"store = asyncio.run(open_store(SqliteAt(Path({str(tmp_path / 'log.db')!r}))));"
        "print('alembic' in sys.modules); asyncio.run(store.close())"
    )
    command = [sys.executable, "-c", words]
    runs = [subprocess.run(command, check=True, capture_output=True) for _ in range(2)]
    assert [run.stdout.split() for run in runs] == [[b"True"], [b"False"]]
