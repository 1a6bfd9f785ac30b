"""S11: what a command costs a server of two workers on PostgreSQL, beside one of one worker."""

import asyncio
import os
import secrets
import statistics
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import asyncpg
import uvloop

from tests.bench.load import Group, run
from tests.bench.tables import Server, group, processor_s, seatings, served

POSTGRES = "postgresql://postgres@127.0.0.1:5432/postgres"
TABLES = 24
TOGETHER = 4
CLOSED_S = 6.0
REPEATS = 5
GUESTS = 1_000
SIZES = """
select (select count(*) from entry), (select avg(length(body)) from entry),
       pg_total_relation_size('entry'), (select count(*) from wording)
"""


def postgres() -> str:
    """The PostgreSQL that is used: DATABASE_URL's, or the one of this machine."""
    named = os.environ.get("DATABASE_URL", "")
    return named if named.startswith("postgresql:") else POSTGRES


@contextmanager
def database() -> Iterator[str]:
    """The address of an empty database, which is dropped at the end."""
    name = f"joinedup_bench_{secrets.token_hex(4)}"
    asyncio.run(_execute(postgres(), f'create database "{name}"'))
    try:
        yield urlsplit(postgres())._replace(path=f"/{name}").geturl()
    finally:
        asyncio.run(_execute(postgres(), f'drop database "{name}" with (force)'))


async def _execute(url: str, statement: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute(statement)
    await connection.close()


async def _sizes(url: str) -> tuple[int, float, int, int]:
    connection = await asyncpg.connect(url)
    await connection.execute("vacuum entry")
    entries, body, total, wordings = await connection.fetchrow(SIZES) or (0, 0, 0, 0)
    await connection.close()
    return int(entries), float(body), int(total), int(wordings)


async def _costs(server: Server, groups: list[Group]) -> tuple[float, float]:
    """Processor time of a command in microseconds, and commands a second, as fast as they go."""
    before = server.processor_s()
    found = await run(groups, CLOSED_S, pace=False)
    took = server.processor_s() - before
    return took / len(found.latencies_ms) * 1e6, found.moves_a_second


async def _both(alone: Server, two: Server) -> list[list[tuple[float, float]]]:
    """The costs at both servers, turn about: what else the machine does falls on both."""
    groups = [
        [await group(server, one) for one in seatings(server, TABLES, TOGETHER)]
        for server in (alone, two)
    ]
    found: list[list[tuple[float, float]]] = [[], []]
    for _ in range(REPEATS):
        for place, server in enumerate((alone, two)):
            found[place].append(await _costs(server, groups[place]))
    for one in (one for of_server in groups for one in of_server):
        for socket in one.sockets:
            await socket.close()
    return found


def door(server: Server) -> float:
    """Processor time of the door alone for a connection, in microseconds."""
    before = processor_s(server.pid)
    for _ in range(GUESTS):
        urllib.request.urlopen(f"{server.address}/health", timeout=30).close()  # noqa: S310  our own
    return (processor_s(server.pid) - before) / GUESTS * 1e6


def s11() -> list[str]:
    """S11, and the unit costs of the model of capacity."""
    with (
        database() as one_url,
        database() as two_url,
        served(one_url) as alone,
        served(two_url, 2) as two,
    ):
        found = uvloop.run(_both(alone, two))
        coming = door(two)
        entries, body, total, wordings = asyncio.run(_sizes(two_url))
        memory = [Server("", "", pid).memory_kib // 1024 for pid in two.processes()]
    (cost, moves), (cost_two, moves_two) = (
        tuple(statistics.median(values) for values in zip(*of_server, strict=True))
        for of_server in found
    )
    ratios = [two / one for (one, _), (two, _) in zip(*found, strict=True)]
    return [
        (
            f"S11 {TABLES} tables of 6 sockets on PostgreSQL, closed loop, processor time of the "
            f"server a command: 2 workers {cost_two:.0f} us, 1 worker {cost:.0f} us; "
            f"ratio {statistics.median(ratios):.2f} (target <= 1.15)"
        ),
        f"S11 commands a second on this machine: {moves_two:.0f} and {moves:.0f}",
        (
            f"S11 a command: 1 row of entry ({body:.0f} B of body, {total / entries:.0f} B on disk "
            f"with indexes), {wordings / entries:.2f} rows of wording"
        ),
        (
            f"S11 a new connection: {coming:.0f} us of the door; memory of door and workers: "
            f"{', '.join(f'{one} MB' for one in memory)}"
        ),
    ]
