"""What `Store` promises, asked of every store alike."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

import pytest
from sqlalchemy import exc
from sqlmodel import Session

from server.settings.values import Database
from server.store.batches import WAITING
from server.store.contract import (
    Already,
    Behind,
    Busy,
    Store,
    StoreUnavailable,
    Wording,
    Written,
)
from server.store.rulesets import keep_ruleset, ruleset_of
from server.store.schema import RulesetRow, SessionState, TableRow
from server.store.sessions import add_table, set_table_state, tables_of
from tests.server.storing import opened, row

T = TypeVar("T")

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HELLO = Wording(text_id="m1", salt="ab" * 16, words="Hello, Tür & <b>")


def with_store(database: Database | None, act: Callable[[Store], Awaitable[T]]) -> T:
    """Open, act, close; every test stands in one event loop of its own."""

    async def run() -> T:
        async with opened(database) as store:
            return await act(store)

    return asyncio.run(run())


def test_an_entry_comes_back_byte_for_byte(database: Database | None) -> None:
    body = bytes(range(256)) * 5_000  # more than a batch holds

    async def act(store: Store) -> list[bytes]:
        assert await store.append(row(1, body=body)) == Written()
        return await store.read("t1")

    assert with_store(database, act) == [body]


def test_a_log_is_read_in_order_from_a_version_up_to_a_limit(database: Database | None) -> None:
    async def act(store: Store) -> tuple[list[bytes], list[bytes], list[bytes]]:
        for version in range(1, 12):
            await store.append(row(version))
        return await store.read("t1"), await store.read("t1", 9), await store.read("t1", 3, 2)

    all_of_it, after, limited = with_store(database, act)
    assert all_of_it == [row(version).body for version in range(1, 12)]
    assert after == [row(10).body, row(11).body]
    assert limited == [row(4).body, row(5).body]


def test_heads_are_told_and_empty_logs_left_out(database: Database | None) -> None:
    async def act(store: Store) -> tuple[int, int, dict[str, int]]:
        await store.append(row(1))
        await store.append(row(2))
        await store.append(row(1, table_id="t2"))
        heads = await store.heads(["t1", "t2", "t3"])
        return await store.head("t1"), await store.head("t3"), heads

    assert with_store(database, act) == (2, 0, {"t1": 2, "t2": 1})


def test_the_same_command_again_adds_nothing_and_tells_its_version(
    database: Database | None,
) -> None:
    async def act(store: Store) -> list[bytes]:
        await store.append(row(1, "mine"))
        await store.append(row(2, "theirs"))
        # On the version where it stands, on a taken one, and on a free one:
        for version in (1, 2, 3):
            assert await store.append(row(version, "mine")) == Already(1)
        return await store.read("t1")

    assert len(with_store(database, act)) == 2


def test_one_command_id_may_stand_at_two_tables(database: Database | None) -> None:
    async def act(store: Store) -> tuple[object, object]:
        return (
            await store.append(row(1, "same")),
            await store.append(row(1, "same", table_id="t2")),
        )

    assert with_store(database, act) == (Written(), Written())


def test_a_taken_version_is_not_taken_twice(database: Database | None) -> None:
    async def act(store: Store) -> tuple[object, list[bytes]]:
        for version in (1, 2, 3):
            await store.append(row(version))
        return await store.append(row(2, "late")), await store.read("t1")

    outcome, log = with_store(database, act)
    assert outcome == Behind(3)
    assert log == [row(1).body, row(2).body, row(3).body]


def test_of_two_at_once_one_wins_and_others_in_the_batch_are_untouched(
    database: Database | None,
) -> None:
    async def act(store: Store) -> tuple[list[object], list[bytes]]:
        outcomes = await asyncio.gather(
            # The first makes a batch of its own; the others gather behind it.
            store.append(row(1, table_id="before")),
            store.append(row(1, "a")),
            store.append(row(1, "b")),
            store.append(row(1, table_id="t2")),
        )
        return list(outcomes), await store.read("t1")

    outcomes, log = with_store(database, act)
    assert outcomes == [Written(), Written(), Behind(1), Written()]
    assert log == [row(1, "a").body]


def test_of_one_command_twice_at_once_one_is_written(database: Database | None) -> None:
    async def act(store: Store) -> tuple[list[object], list[bytes]]:
        outcomes = await asyncio.gather(
            store.append(row(1, table_id="before")),
            store.append(row(1, "same"), (HELLO,)),
            store.append(row(1, "same"), (HELLO,)),
            store.append(row(2, "same"), (HELLO,)),
        )
        return list(outcomes), await store.read("t1")

    outcomes, log = with_store(database, act)
    assert outcomes == [Written(), Written(), Already(1), Already(1)]
    assert log == [row(1, "same").body]


def test_words_stand_with_their_entry(database: Database | None) -> None:
    second = Wording(text_id="m2", salt="cd" * 16, words="")

    async def act(store: Store) -> tuple[dict[str, str], tuple[Wording, ...], dict[str, str]]:
        await store.append(row(1), (second, HELLO))
        await store.append(row(1, table_id="t2"), (HELLO,))
        words = await store.wordings("t1")
        return words, await store.salted_wordings("t1"), await store.wordings("t3")

    assert with_store(database, act) == ({"m1": HELLO.words, "m2": ""}, (HELLO, second), {})


def test_an_entry_that_loses_leaves_no_words(database: Database | None) -> None:
    async def act(store: Store) -> dict[str, str]:
        await store.append(row(1))
        outcomes = await asyncio.gather(
            store.append(row(2, table_id="before")),
            store.append(row(1, "late"), (HELLO,)),
        )
        assert outcomes[1] == Behind(1)
        return await store.wordings("t1")

    assert with_store(database, act) == {}


def test_a_text_id_used_twice_fails_its_own_entry_alone(database: Database | None) -> None:
    async def act(store: Store) -> tuple[list[object], list[bytes], list[bytes]]:
        await store.append(row(1), (HELLO,))
        outcomes = await asyncio.gather(
            store.append(row(1, table_id="before")),
            store.append(row(2), (HELLO,)),
            store.append(row(1, table_id="t2"), (HELLO,)),
            return_exceptions=True,
        )
        return list(outcomes), await store.read("t1"), await store.read("t2")

    outcomes, first, second = with_store(database, act)
    assert isinstance(outcomes[1], Exception)
    assert not isinstance(outcomes[1], StoreUnavailable)
    assert (outcomes[0], outcomes[2]) == (Written(), Written())
    assert (len(first), len(second)) == (1, 1)


def test_many_tables_at_once_each_keep_their_order(database: Database | None) -> None:
    tables = [f"t{number}" for number in range(40)]

    async def play(store: Store, table_id: str) -> None:
        for version in range(1, 16):
            assert await store.append(row(version, table_id=table_id)) == Written()

    async def act(store: Store) -> list[list[bytes]]:
        await asyncio.gather(*(play(store, table_id) for table_id in tables))
        return [await store.read(table_id) for table_id in tables]

    assert with_store(database, act) == [
        [row(version, table_id=table_id).body for version in range(1, 16)] for table_id in tables
    ]


def test_an_appender_that_goes_away_disturbs_nobody(lasting_database: Database) -> None:
    async def act(store: Store) -> object:
        first = asyncio.ensure_future(store.append(row(1)))
        gone = asyncio.ensure_future(store.append(row(1, table_id="gone")))
        other = asyncio.ensure_future(store.append(row(1, table_id="t2")))
        await asyncio.sleep(0)
        gone.cancel()
        return await asyncio.gather(first, other)

    assert with_store(lasting_database, act) == [Written(), Written()]


def test_too_much_at_once_is_refused_at_once_and_the_rest_is_written(
    lasting_database: Database,
) -> None:
    async def act(store: Store) -> list[object]:
        flood = [store.append(row(1, table_id=f"t{number}")) for number in range(WAITING + 500)]
        return list(await asyncio.gather(*flood, return_exceptions=True))

    outcomes = with_store(lasting_database, act)
    busy = [outcome for outcome in outcomes if isinstance(outcome, Busy)]
    assert 0 < len(busy) < 500
    assert outcomes.count(Written()) == len(outcomes) - len(busy)


def test_closing_writes_what_is_waiting(lasting_database: Database) -> None:
    async def run() -> tuple[list[object], list[bytes]]:
        async with opened(lasting_database) as store:
            waiting = [
                asyncio.ensure_future(store.append(row(version))) for version in range(1, 800)
            ]
            await asyncio.sleep(0)
        outcomes = [each.result() for each in waiting]
        async with opened(lasting_database) as store:
            return list(outcomes), await store.read("t1")

    outcomes, log = asyncio.run(run())
    assert outcomes == [Written()] * 799
    assert log == [row(version).body for version in range(1, 800)]


def test_the_game_clock_is_kept_for_tables_that_are_there(database: Database | None) -> None:
    async def act(store: Store) -> dict[str, int]:
        for number, table_id in enumerate(("t1", "t2"), start=1):
            table = TableRow(id=table_id, session_id="s1", name="Table", number=number)
            await store.run(partial(add_table, row=table))
        await store.put_clock({"t1": 1, "t2": 5})
        await store.put_clock({"t1": 3_000_000_000, "erased": 7})
        await store.put_clock({})
        return await store.clocks()

    assert with_store(database, act) == {"t1": 3_000_000_000, "t2": 5}


def test_a_change_that_raises_leaves_nothing(database: Database | None) -> None:
    def change(db: Session) -> None:
        add_table(db, TableRow(id="t1", session_id="s1", name="One", number=1))
        db.flush()
        raise LookupError

    async def act(store: Store) -> int:
        with pytest.raises(LookupError):
            await store.run(change)
        assert await store.append(row(1)) == Written()  # and play goes on
        return len(await store.look(lambda db: tables_of(db, "s1")))

    assert with_store(database, act) == 0


def test_what_breaks_a_rule_of_the_schema_is_not_called_a_disk_fault(
    database: Database | None,
) -> None:
    table = TableRow(id="t1", session_id="s1", name="One", number=1)

    async def act(store: Store) -> None:
        for _ in range(2):
            again = TableRow(**table.model_dump())
            await store.run(partial(add_table, row=again))

    with pytest.raises(exc.IntegrityError):
        with_store(database, act)


def test_a_look_changes_nothing(database: Database | None) -> None:
    async def act(store: Store) -> tuple[TableRow, ...]:
        table = TableRow(id="t1", session_id="s1", name="One", number=1)
        await store.run(lambda db: add_table(db, table))
        if database is None:
            await store.look(lambda db: set_table_state(db, "t1", SessionState.ENDED))
        else:
            with pytest.raises(StoreUnavailable):
                await store.look(lambda db: set_table_state(db, "t1", SessionState.ENDED))
        return await store.look(lambda db: tables_of(db, "s1"))

    assert [table.state for table in with_store(database, act)] == [SessionState.WAITING]


def test_what_is_stored_is_there_for_the_next_process(lasting_database: Database) -> None:
    ruleset = RulesetRow(digest="d", ruleset_id="tiny", body=b"{}", kept_at=NOON)

    async def first(store: Store) -> None:
        await store.append(row(1), (HELLO,))
        await store.run(lambda db: keep_ruleset(db, ruleset))

    async def second(store: Store) -> tuple[list[bytes], dict[str, str], RulesetRow | None]:
        kept = await store.look(lambda db: ruleset_of(db, "d"))
        return await store.read("t1"), await store.wordings("t1"), kept

    with_store(lasting_database, first)
    log, words, kept = with_store(lasting_database, second)
    assert (log, words) == ([row(1).body], {"m1": HELLO.words})
    assert kept is not None
    assert (kept.body, kept.kept_at) == (b"{}", NOON)
