"""Several workers on one PostgreSQL, and what happens when it goes away."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

import asyncpg
import pytest
from sqlalchemy import exc, text
from sqlmodel import Session

from server.settings.values import PostgresAt
from server.store import passes, postgres_claim
from server.store.contract import Already, Behind, Row, Store, StoreUnavailable, Written
from server.store.opening import open_store
from server.store.postgres_claim import PostgresClaim
from server.store.schema import TableRow
from tests.server.storing import opened, row
from tests.server.test_store_subjects import NOON, link

pytestmark = pytest.mark.postgres

PATIENCE_S = 20  # for what is only a matter of time; nothing is measured by it


@asynccontextmanager
async def two_workers(url: str) -> AsyncIterator[tuple[Store, Store]]:
    async with opened(PostgresAt(url)) as one, opened(PostgresAt(url)) as two:
        yield one, two


async def cut(url: str, pattern: str) -> int:
    """End connections whose last statement is like `pattern`; how many."""
    connection = await asyncpg.connect(url)
    ended = await connection.fetch(
        "select pg_terminate_backend(pid) from pg_stat_activity "
        "where datname = current_database() and pid <> pg_backend_pid() and query ilike $1",
        pattern,
    )
    await connection.close()
    return len(ended)


def test_of_two_workers_exactly_one_wins_each_version(postgres_url: str) -> None:
    async def play(store: Store, worker: str, table_id: str) -> int:
        won, version = 0, 1
        while version <= 40:
            match await store.append(row(version, f"{worker}{version}", table_id=table_id)):
                case Written():
                    won, version = won + 1, version + 1
                case Behind(head):
                    assert head >= version
                    version = head + 1
                case other:
                    pytest.fail(f"{other} for a command sent once")
        return won

    async def act() -> None:
        tables = [f"t{number}" for number in range(10)]
        async with two_workers(postgres_url) as (one, two):
            won = await asyncio.gather(
                *(play(one, "a", table_id) for table_id in tables),
                *(play(two, "b", table_id) for table_id in tables),
            )
            assert sum(won) == 40 * len(tables)
            for table_id in tables:
                log = await one.read(table_id)
                assert [entry.split()[1] for entry in log] == [b"%d" % v for v in range(1, 41)]

    asyncio.run(act())


def test_changes_of_two_workers_happen_one_after_the_other(postgres_url: str) -> None:
    async def act() -> list[bool]:
        async with two_workers(postgres_url) as (one, two):
            await one.run(lambda db: passes.add_link(db, link("l")))
            used = await asyncio.gather(
                *(
                    store.run(partial(passes.redeem, hash_="l", now=NOON))
                    for store in (one, two, one, two)
                )
            )
            return [each is not None for each in used]

    assert sorted(asyncio.run(act())) == [False, False, False, True]


async def _append_until_stored(store: Store, entry: Row) -> int:
    """How often it was refused before."""
    refused = 0
    async with asyncio.timeout(PATIENCE_S):
        while True:
            try:
                # Already: it was written, and the answer was lost with the connection.
                assert await store.append(entry) in {Written(), Already(entry.version)}
            except StoreUnavailable:
                refused += 1
                await asyncio.sleep(0.02)
            else:
                return refused


def test_when_connections_are_cut_play_goes_on_by_itself(postgres_url: str) -> None:
    async def act() -> list[bytes]:
        async with opened(PostgresAt(postgres_url)) as store:
            await store.append(row(1))
            await store.look(lambda db: db.connection().execute(text("select 1")).scalar())
            assert await cut(postgres_url, "%") >= 2
            await _append_until_stored(store, row(2))
            assert store.trouble is None
            return await store.read("t1")

    assert asyncio.run(act()) == [row(1).body, row(2).body]


def test_a_cut_in_the_middle_of_play_loses_and_doubles_nothing(postgres_url: str) -> None:
    async def play(store: Store, table_id: str) -> list[bytes]:
        for version in range(1, 60):
            await _append_until_stored(store, row(version, table_id=table_id))
        return await store.read(table_id)

    async def act() -> list[list[bytes]]:
        async with opened(PostgresAt(postgres_url)) as store, asyncio.timeout(PATIENCE_S):
            playing = [asyncio.ensure_future(play(store, f"t{number}")) for number in range(5)]
            for _ in range(3):
                await asyncio.sleep(0.05)
                await cut(postgres_url, "%insert into entry%")
            return await asyncio.gather(*playing)

    for number, log in enumerate(asyncio.run(act())):
        assert log == [row(version, table_id=f"t{number}").body for version in range(1, 60)]


def test_a_read_only_server_is_named_and_play_goes_on_afterwards(postgres_url: str) -> None:
    async def act() -> int:
        database = postgres_url.rsplit("/", 1)[1].split("?", maxsplit=1)[0]
        connection = await asyncpg.connect(postgres_url)
        async with opened(PostgresAt(postgres_url)) as store:
            await connection.execute(
                f'alter database "{database}" set default_transaction_read_only = on'
            )
            with pytest.raises(StoreUnavailable, match="read-only"):
                await store.append(row(1))
            assert store.trouble is not None
            await connection.execute("set default_transaction_read_only = off")
            await connection.execute(
                f'alter database "{database}" set default_transaction_read_only = off'
            )
            await connection.close()
            return await _append_until_stored(store, row(1))

    assert asyncio.run(act()) <= 1


def test_a_server_that_is_not_there_is_told_without_its_address() -> None:
    with pytest.raises(StoreUnavailable) as caught:
        asyncio.run(open_store(PostgresAt("postgresql://somebody:secret@127.0.0.1:1/nothing")))
    assert "DATABASE_URL cannot be reached, so nothing was started" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_value_that_the_database_cannot_hold_is_no_trouble_of_it(postgres_url: str) -> None:
    async def act() -> None:
        async with opened(PostgresAt(postgres_url)) as store:
            with pytest.raises(exc.DBAPIError):
                await store.look(lambda db: db.get(TableRow, "a\0b"))
            assert store.trouble is None

    asyncio.run(act())


def test_what_stands_behind_an_address_and_cannot_be_is_told_as_that(postgres_url: str) -> None:
    joint = "&" if "?" in postgres_url else "?"
    for setting, words in (
        ("sslmode=verify-full&sslrootcert=/nothing/here", "may the files be read"),
        ("no_such_setting=1", "the database server does not know"),
    ):
        with pytest.raises(StoreUnavailable, match=words):
            asyncio.run(open_store(PostgresAt(f"{postgres_url}{joint}{setting}")))


def test_an_address_that_cannot_be_read_is_told_without_its_secrets() -> None:
    with pytest.raises(StoreUnavailable, match="%40") as caught:
        asyncio.run(open_store(PostgresAt("postgresql://h:hunter2@x:hunter2/d")))
    assert "hunter2" not in str(caught.value)


def test_a_database_that_does_not_exist_is_named_as_the_reason(postgres_url: str) -> None:
    with pytest.raises(StoreUnavailable, match="does not exist"):
        asyncio.run(open_store(PostgresAt(f"{postgres_url}_not_there")))


def test_a_change_that_clashes_for_ever_gives_up_with_a_sentence(postgres_url: str) -> None:
    tries = 0

    def clash(db: Session) -> None:
        nonlocal tries
        tries += 1
        db.connection().execute(text("do $$ begin raise sqlstate '40001'; end $$"))

    async def act() -> None:
        async with opened(PostgresAt(postgres_url)) as store:
            with pytest.raises(StoreUnavailable):
                await store.run(clash)

    asyncio.run(act())
    assert tries == 10


# --- who serves what


async def claimed(url: str, *signs: int) -> PostgresClaim:
    made = PostgresClaim(url, signs, patience_s=0.1)
    try:
        await made.take()
    except StoreUnavailable:
        await made.close()
        raise
    return made


def test_of_two_servers_one_serves_a_session_until_it_lets_go(postgres_url: str) -> None:
    async def act() -> None:
        first = await claimed(postgres_url, 1, 2, 3)
        other = await claimed(postgres_url, 4, 5)
        with pytest.raises(StoreUnavailable, match="Another server on this database"):
            await claimed(postgres_url, 6, 3)
        # whoever was refused holds nothing of what was free
        await (await claimed(postgres_url, 6)).close()
        await first.close()
        await (await claimed(postgres_url, 6, 3)).close()
        await other.close()

    asyncio.run(act())


def test_a_claim_that_was_cut_is_held_again(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_claim, "ALIVE_EVERY_S", 0.05)

    async def refused() -> bool:
        try:
            await (await claimed(postgres_url, 1)).close()
        except StoreUnavailable:
            return True
        return False

    async def act() -> None:
        claim = await claimed(postgres_url, 1)
        assert await cut(postgres_url, "%") == 1
        async with asyncio.timeout(PATIENCE_S):
            while not await refused():  # noqa: ASYNC110 - what another task does sets no event
                await asyncio.sleep(0.05)
        await claim.close()
        assert not await refused()

    asyncio.run(act())


def test_a_claim_that_another_server_has_taken_meanwhile_is_given_up_with_a_sentence(
    postgres_url: str,
) -> None:
    async def act() -> str:
        told: asyncio.Queue[str] = asyncio.Queue()
        claim = await claimed(postgres_url, 1)
        claim.on_lost = told.put_nowait
        other = PostgresClaim(postgres_url, (1,), patience_s=PATIENCE_S)
        waiting = asyncio.create_task(other.take())  # it tries far more often than the first looks
        assert await cut(postgres_url, "select 1") == 1
        await waiting
        async with asyncio.timeout(PATIENCE_S):
            sentence = await told.get()
        await claim.close()
        await other.close()
        return sentence

    assert "Another server on this database" in asyncio.run(act())
