"""Killed processes, full and read-only disks, torn writes: nothing lost, nothing twice."""

import asyncio
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session

from server.settings.values import Database, PostgresAt, SqliteAt
from server.store.contract import StoreUnavailable, Written
from server.store.opening import open_store
from server.store.schema import TableRow
from tests.server.store_child import TABLES
from tests.server.storing import opened, row

ROOT = Path(__file__).parents[2]
CLIENTS, VERSIONS = 50, 2_000
CHILD = (sys.executable, "-m", "tests.server.store_child")


def _address(database: Database) -> str:
    return database.dsn if isinstance(database, PostgresAt) else f"sqlite:///{database.path}"


def _load_and_kill(database: Database, lines: int) -> list[str]:
    """Kill -9 after so many acknowledged commands; every line that got out."""
    child = subprocess.Popen(
        (*CHILD, "load", _address(database)), cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        acknowledged = [child.stdout.readline() for _ in range(lines)]
        child.kill()
        acknowledged += child.stdout.readlines()
    return [line for line in acknowledged if line.endswith("\n")]  # the last may be cut short


async def _logs(database: Database) -> dict[str, list[bytes]]:
    async with opened(database) as store:
        return {table_id: await store.read(table_id) for table_id in TABLES}


def _killed_in_rounds(database: Database, rounds: int) -> None:
    seed = random.randrange(10**6)
    chance = random.Random(seed)
    acknowledged: set[str] = set()
    for _ in range(rounds):
        lines = _load_and_kill(database, chance.randrange(1, 400))
        assert not acknowledged & set(lines), f"written twice, seed {seed}"
        acknowledged |= set(lines)
        logs = asyncio.run(_logs(database))
        for table_id, log in logs.items():
            expected = [f"{table_id} {v} {table_id}-{v}".encode() for v in range(1, len(log) + 1)]
            assert log == expected, f"seed {seed}"
        stored = {f"{entry.decode()}\n" for log in logs.values() for entry in log}
        assert acknowledged <= stored, f"lost, seed {seed}"


def test_after_kill_9_every_acknowledged_command_is_there_once_in_order(
    lasting_database: Database,
) -> None:
    _killed_in_rounds(lasting_database, 2)


@pytest.mark.torture
def test_after_200_times_kill_9_every_acknowledged_command_is_there(
    lasting_database: Database,
) -> None:
    _killed_in_rounds(lasting_database, 200)


def test_after_kill_9_words_and_entries_are_there_together(tmp_path: Path) -> None:
    database = SqliteAt(tmp_path / "store.db")
    _load_and_kill(database, 100)

    async def act() -> None:
        async with opened(database) as store:
            for table_id in TABLES:
                head = await store.head(table_id)
                words = await store.wordings(table_id)
                assert words == {f"m{v}": f"words of {v}" for v in range(1, head + 1)}

    asyncio.run(act())


def _run_out_of_room(folder: Path, rounds: int) -> list[str]:
    command = (*CHILD, "full", str(folder / "store.db"), str(rounds))
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def _check_rounds_without_room(lines: list[str], rounds: int) -> None:
    assert sum(line.startswith("refused: The server's ") for line in lines) == 3 * rounds
    assert lines.count("again: Written()") == rounds
    troubles = [line for line in lines if line.startswith("trouble: ")]
    assert troubles[1::2] == ["trouble: None"] * rounds
    assert "trouble: None" not in troubles[::2]
    told = re.fullmatch(r"log: (\d+) of (\d+)", lines[-1])
    assert told
    assert told[1] == told[2]


def test_without_room_commands_are_refused_and_with_room_play_goes_on(tmp_path: Path) -> None:
    _check_rounds_without_room(_run_out_of_room(tmp_path, 24), 24)


@pytest.mark.torture
def test_100_times_without_room(tmp_path: Path) -> None:
    _check_rounds_without_room(_run_out_of_room(tmp_path, 100), 100)


def test_when_the_database_is_read_only_play_goes_on_afterwards(tmp_path: Path) -> None:
    async def act() -> tuple[list[str | None], list[bytes]]:
        async with opened(SqliteAt(tmp_path / "store.db")) as store:
            await store.append(row(1))
            await store.run(lambda db: db.connection().execute(text("pragma query_only = on")))
            with pytest.raises(StoreUnavailable, match="read-only"):
                await store.append(row(2))
            troubles = [store.trouble]
            assert await store.append(row(2)) == Written()
            troubles.append(store.trouble)
            return troubles, await store.read("t1")

    (during, after), log = asyncio.run(act())
    assert during is not None
    assert after is None
    assert log == [row(1).body, row(2).body]


def _refused(db: Session) -> None:
    db.connection().execute(text("pragma query_only = on"))
    db.add(TableRow(id="t", session_id="s", number=1, name="T"))


def test_a_change_that_is_refused_is_trouble_until_something_is_written(tmp_path: Path) -> None:
    async def act() -> None:
        async with opened(SqliteAt(tmp_path / "store.db")) as store:
            with pytest.raises(StoreUnavailable, match="read-only"):
                await store.run(_refused)
            assert store.trouble is not None
            # that it can be read says nothing of writing
            await store.look(lambda db: db.connection().execute(text("select 1")))
            assert store.trouble is not None
            await store.check()
            assert store.trouble is None

    asyncio.run(act())


def test_a_database_that_cannot_be_read_is_trouble_and_is_found_by_looking(tmp_path: Path) -> None:
    path = tmp_path / "store.db"

    async def act() -> None:
        async with opened(SqliteAt(path)) as store:
            await store.check()
            assert store.trouble is None
        async with opened(SqliteAt(path)) as store:
            path.rename(tmp_path / "elsewhere.db")
            await store.check()
            assert store.trouble is not None
            (tmp_path / "elsewhere.db").rename(path)
            await store.check()
            assert store.trouble is None

    asyncio.run(act())


def test_the_log_of_the_server_tells_a_fault_once_with_its_cause_and_its_end(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail_twice() -> None:
        async with opened(SqliteAt(tmp_path / "store.db")) as store:
            for _ in range(2):
                with pytest.raises(StoreUnavailable):
                    await store.run(_refused)
            await store.append(row(1))
            await store.append(row(1))

    asyncio.run(fail_twice())
    told = [each.getMessage() for each in caplog.records if each.name == "server.store.trouble"]
    assert len(told) == 2
    assert "readonly" in told[0]
    assert told[1] == "The store is written again."


def test_a_message_about_the_disk_tells_no_path(tmp_path: Path) -> None:
    async def act() -> str:
        async with opened(SqliteAt(tmp_path / "store.db")) as store:
            await store.run(lambda db: db.connection().execute(text("pragma query_only = on")))
            with pytest.raises(StoreUnavailable) as caught:
                await store.append(row(1))
            return str(caught.value)

    told = asyncio.run(act())
    assert str(tmp_path) not in told
    assert "insert" not in told


def _copy_while_open(folder: Path, tail: int) -> Path:
    """Append, and take the files as a power cut would leave them; `tail` bytes of the log less."""
    copy = folder / f"copy{tail}.db"

    async def act() -> None:
        async with opened(SqliteAt(folder / "store.db")) as store:
            for version in range(1, 31):
                for table_id in ("t1", "t2"):
                    assert await store.append(row(version, table_id=table_id)) == Written()
            for end in ("", "-wal"):
                shutil.copy(folder / f"store.db{end}", f"{copy}{end}")

    asyncio.run(act())
    wal = Path(f"{copy}-wal").read_bytes()
    Path(f"{copy}-wal").write_bytes(wal[: len(wal) - tail])
    return copy


@pytest.mark.parametrize("tail", [1, 100, 4_096, 4_119, 4_121, 9_000, 50_000])
def test_a_torn_tail_costs_whole_entries_from_the_end_only(tmp_path: Path, tail: int) -> None:
    copy = _copy_while_open(tmp_path, tail)

    async def act() -> tuple[int, int]:
        async with opened(SqliteAt(copy)) as store:
            first, second = await store.read("t1"), await store.read("t2")
            assert first == [row(version).body for version in range(1, len(first) + 1)]
            assert second == [
                row(version, table_id="t2").body for version in range(1, len(second) + 1)
            ]
            assert await store.append(row(len(first) + 1)) == Written()
            return len(first), len(second)

    first, second = asyncio.run(act())
    assert first - second in {0, 1}  # they were appended in turn
    assert first < 31


@pytest.mark.parametrize("garbage", [b"\0" * 5_000, b"\xff" * 4_120, b"torn"])
def test_a_torn_write_behind_the_last_commit_costs_nothing(tmp_path: Path, garbage: bytes) -> None:
    copy = _copy_while_open(tmp_path, 0)
    with Path(f"{copy}-wal").open("ab") as wal:
        wal.write(garbage)

    async def act() -> dict[str, int]:
        async with opened(SqliteAt(copy)) as store:
            return await store.heads(("t1", "t2"))

    assert asyncio.run(act()) == {"t1": 30, "t2": 30}


def test_a_second_server_on_the_same_file_is_refused(tmp_path: Path) -> None:
    database = SqliteAt(tmp_path / "store.db")

    async def act() -> None:
        async with opened(database):
            with pytest.raises(StoreUnavailable, match="in use by another server"):
                await open_store(database)
        async with opened(database) as store:  # once the first has let go
            assert await store.append(row(1)) == Written()

    asyncio.run(act())


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    letter = b"Dear colleagues, " * 500
    path.write_bytes(letter)
    with pytest.raises(StoreUnavailable, match="is not one"):
        asyncio.run(open_store(SqliteAt(path)))
    assert path.read_bytes() == letter


def test_a_database_that_is_damaged_inside_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "store.db"

    async def act() -> None:
        async with opened(SqliteAt(path)) as store:
            of = "select rootpage from sqlite_master where name = 'alembic_version'"
            page = await store.look(lambda db: int(db.connection().execute(text(of)).scalar_one()))
        with path.open("r+b") as file:
            file.seek((page - 1) * 4096)
            file.write(b"\xff" * 4096)
        with pytest.raises(StoreUnavailable, match="is damaged; a backup is needed"):
            await open_store(SqliteAt(path))

    asyncio.run(act())


def test_a_damaged_lock_beside_the_database_is_named_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    Path(f"{path}.lock").write_bytes(b"torn " * 500)
    with pytest.raises(StoreUnavailable, match=r"store\.db\.lock is damaged.*delete it"):
        asyncio.run(open_store(SqliteAt(path)))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreUnavailable, match="cannot be made"):
        asyncio.run(open_store(SqliteAt(tmp_path / "file" / "deeper" / "store.db")))


def test_erased_words_are_gone_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "store.db"

    async def act() -> None:
        async with opened(SqliteAt(path)) as store:
            await store.append(row(1, body=b"confidential words"))
        assert b"confidential words" in path.read_bytes()
        async with opened(SqliteAt(path)) as store:
            await store.run(lambda db: db.connection().execute(text("delete from entry")))

    asyncio.run(act())
    assert b"confidential words" not in path.read_bytes()


# --- two at once: exactly one wins


def _contended(database: Database, processes: int, versions: int) -> None:
    """Fifty clients in so many processes want every version: each goes to exactly one of them."""
    children = [
        subprocess.Popen(
            (
                *CHILD,
                *("contend", _address(database), "ab"[number]),
                *(str(CLIENTS // processes), str(versions)),
            ),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(processes)
    ]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    said = [child.communicate()[0].splitlines() for child in children]
    assert [child.returncode for child in children] == [0] * processes
    won = sorted((line for lines in said for line in lines), key=lambda line: int(line.split()[0]))
    assert [int(line.split()[0]) for line in won] == list(range(1, versions + 1))
    assert [f"t1 {line}".encode() for line in won] == asyncio.run(_log(database))


async def _log(database: Database) -> list[bytes]:
    async with opened(database) as store:
        return await store.read("t1")


def test_of_fifty_clients_who_want_one_version_exactly_one_gets_it(
    lasting_database: Database,
) -> None:
    _contended(lasting_database, 1, VERSIONS // 50)


@pytest.mark.postgres
def test_of_fifty_clients_of_two_processes_exactly_one_gets_it(postgres_url: str) -> None:
    _contended(PostgresAt(postgres_url), 2, VERSIONS // 50)


@pytest.mark.torture
def test_of_fifty_clients_who_want_two_thousand_versions_one_gets_each(
    lasting_database: Database,
) -> None:
    _contended(lasting_database, 1, VERSIONS)


@pytest.mark.torture
@pytest.mark.postgres
def test_of_fifty_clients_of_two_processes_one_gets_each_of_two_thousand(
    postgres_url: str,
) -> None:
    _contended(PostgresAt(postgres_url), 2, VERSIONS)
