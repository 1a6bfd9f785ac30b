"""A process that the tests of faults kill, starve and question: `python -m ... <what> <address>`.

`load`: appends at four tables as fast as it goes and prints each acknowledged command, until it is
killed. `full`: is stopped by the file size that the system allows, waits for room, and goes on.
`contend`: many clients want every version of one log for a command of their own.
"""

import asyncio
import os
import resource
import sys
from pathlib import Path

from server.settings.values import SqliteAt
from server.settings.variables import DATABASE_URL
from server.store.contract import Behind, Store, StoreUnavailable, Wording, Written
from server.store.opening import open_store
from tests.server.storing import row

TABLES = ("t1", "t2", "t3", "t4")
BODY = b"x" * 20_000
# Bytes of a file that can still be written: none, parts of the header and of the pages of the
# write-ahead log, and never enough for one entry.
LIMITS = (0, 1, 31, 32, 33, 1_000, 4_096, 4_151, 4_152, 4_153, 9_000, 19_999)


def told(line: str) -> None:
    """Print past every buffer: what is acknowledged is acknowledged at once."""
    os.write(1, f"{line}\n".encode())


async def _play(store: Store, table_id: str) -> None:
    version = await store.head(table_id)
    while True:
        version += 1
        words = Wording(text_id=f"m{version}", salt="ab", words=f"words of {version}")
        command_id = f"{table_id}-{version}"
        entry = row(version, command_id, table_id=table_id)
        if await store.append(entry, (words,)) == Written():
            told(f"{table_id} {version} {command_id}")


async def load(address: str) -> None:
    """Append until killed."""
    database = DATABASE_URL.read({"DATABASE_URL": address})
    assert database is not None
    store = await open_store(database)
    told("ready")
    await asyncio.gather(*(_play(store, table_id) for table_id in TABLES))


def allow(most: int) -> None:
    """Let files grow to `most` bytes; the hard limit stays, so that it can be lifted again."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


async def full(path: Path, rounds: int) -> None:
    """Run out of room and get some again, so many times; print what each append was told."""
    store = await open_store(SqliteAt(path))
    version = 1
    for number in range(rounds):
        for _ in range(number % 4):
            await store.append(row(version, body=BODY))
            version += 1
        allow(LIMITS[number % len(LIMITS)])
        for _ in range(3):
            try:
                told(f"written without room: {await store.append(row(version, body=BODY))}")
            except StoreUnavailable as fault:
                told(f"refused: {fault}")
        told(f"trouble: {store.trouble}")
        allow(resource.RLIM_INFINITY)
        told(f"again: {await store.append(row(version, body=BODY))}")
        told(f"trouble: {store.trouble}")
        version += 1
    told(f"log: {len(await store.read('t1'))} of {version - 1}")
    await store.close()


async def contend(address: str, name: str, clients: int, versions: int) -> None:
    """Let so many clients each want so many versions; print what each of them won."""
    database = DATABASE_URL.read({"DATABASE_URL": address})
    assert database is not None
    store = await open_store(database)
    told("ready")
    await asyncio.to_thread(sys.stdin.readline)  # all begin together
    await asyncio.gather(*(_wants(store, f"{name}{number}", versions) for number in range(clients)))
    await store.close()


async def _wants(store: Store, client: str, versions: int) -> None:
    version = 1
    while version <= versions:
        match await store.append(row(version, f"{client}-{version}")):
            case Written():
                told(f"{version} {client}-{version}")
                version += 1
            case Behind(head) if head >= version:
                version = head + 1
            case other:
                message = f"{other} for a command that was sent once"
                raise AssertionError(message)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["load", address]:
            asyncio.run(load(address))
        case ["full", path, rounds]:
            asyncio.run(full(Path(path), int(rounds)))
        case ["contend", address, name, clients, versions]:
            asyncio.run(contend(address, name, int(clients), int(versions)))
