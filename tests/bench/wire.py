"""S1, S2 and S3: the wire of a real server beside a bare one that only broadcasts, in one run."""

import asyncio
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import uvloop
from websockets.asyncio.client import ClientConnection, connect

from tests.bench.load import Group, Measured, run
from tests.bench.tables import Server, entered, group, processor_s, seatings, served

TABLES = 50
SOCKETS = 6
PACED_S = 20.0
CLOSED_S = 8.0
REPEATS = 3
IDLE_TABLES = 100


@contextmanager
def bare(size: int) -> Iterator[tuple[str, int]]:
    """A bare server that broadcasts `size` bytes; its address and its process."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.bare", str(size)], stdout=subprocess.PIPE, text=True
    )
    try:
        port = (process.stdout or sys.stdin).readline().strip()
        yield f"ws://127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        process.wait(10)


async def bare_groups(address: str, count: int) -> list[Group]:
    """Rooms of six sockets at the bare server."""
    found = []
    for number in range(count):
        sockets: list[ClientConnection] = [
            await connect(f"{address}/{number}", compression=None, max_size=1 << 20)
            for _ in range(SOCKETS)
        ]
        found.append(Group(sockets, tuple(range(SOCKETS - 1)), lambda n: f'{{"id":"c{n}"}}'))
    return found


@dataclass(frozen=True, slots=True)
class Found:
    """What a server did: at a pace, as fast as it goes, and at what cost."""

    paced: Measured
    closed: list[Measured]
    processor_us: float
    """Processor time of the server for a move of the closed loops."""

    @property
    def moves_a_second(self) -> float:
        """Of the closed loops, the median."""
        return statistics.median(one.moves_a_second for one in self.closed)

    def percentile_ms(self, share: float) -> float:
        """The time below which this share of the paced moves lies."""
        return percentile(self.paced.latencies_ms, share)


async def both(groups: list[Group], pid: int) -> Found:
    """A paced run, then closed loops, with this server."""
    paced = await run(groups, PACED_S, pace=True)
    before = processor_s(pid)
    closed = [await run(groups, CLOSED_S, pace=False) for _ in range(REPEATS)]
    moves = sum(len(one.latencies_ms) for one in closed)
    took = (processor_s(pid) - before) / moves * 1e6
    for one in groups:
        for socket in one.sockets:
            await socket.close()
    return Found(paced, closed, took)


async def of_the_server(server: Server, count: int) -> tuple[list[Group], int]:
    """The tables of the real server, and how large a seat's view frame is there."""
    found = [await group(server, one) for one in seatings(server, count)]
    probe = found[0]
    await probe.sockets[0].send(probe.frame(0))
    sizes = [
        len(await asyncio.wait_for(probe.sockets[1].recv(), 10)),
        len(await probe.sockets[2].recv()),
    ]
    for place in (0, 0, 3, 4, 5):
        await asyncio.wait_for(probe.sockets[place].recv(), 10)
    probe.sent = 1
    return found, max(sizes)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def speed() -> list[str]:
    """S1 and S2, a line each."""

    async def real(server: Server) -> tuple[Found, int]:
        groups, size = await of_the_server(server, TABLES)
        return await both(groups, server.pid), size

    async def plain(address: str, pid: int) -> Found:
        return await both(await bare_groups(address, TABLES), pid)

    with served() as server:
        ours, size = uvloop.run(real(server))
    with bare(size) as (address, pid):
        theirs = uvloop.run(plain(address, pid))
    p50, p99, bare50 = ours.percentile_ms(0.5), ours.percentile_ms(0.99), theirs.percentile_ms(0.5)
    moves, bare_moves = ours.moves_a_second, theirs.moves_a_second
    return [
        (
            f"S1  {TABLES} tables of {SOCKETS} sockets, a command every 0.5-1 s, view {size} B: "
            f"p50 {p50:.2f} ms, p99 {p99:.2f} ms; bare p50 {bare50:.2f} ms; "
            f"ratio {p50 / bare50:.2f} (target p50 <= 2.3, p99 <= 10, ratio <= 2.5)"
        ),
        (
            f"S2  the same, closed loop: {moves:.0f} moves/s; bare {bare_moves:.0f}; "
            f"ratio {moves / bare_moves:.2f} (target >= 0.6)"
        ),
        (
            f"S2  processor time of the server a move: {ours.processor_us:.0f} us; bare "
            f"{theirs.processor_us:.0f} us; ratio {ours.processor_us / theirs.processor_us:.1f}"
        ),
    ]


def memory() -> list[str]:
    """S3, one line."""

    async def enter(server: Server, passes: list[tuple[str, str]]) -> list[ClientConnection]:
        return [await entered(server, one, session) for one, session in passes]

    async def idle(server: Server) -> tuple[int, int]:
        found = seatings(server, IDLE_TABLES)
        passes = [
            (one, seating.session) for seating in found for one in (*seating.passes, seating.screen)
        ]
        before = server.memory_kib
        sockets = await enter(server, passes)
        await asyncio.sleep(2)
        held = server.memory_kib - before
        for socket in sockets:
            await socket.close()
        return held, len(passes)

    with served() as server:
        held, count = uvloop.run(idle(server))
    return [
        (
            f"S3  {count} idle seats: {held / count:.1f} KiB each beside their tables "
            "(target <= 32; bare uvicorn 19)"
        )
    ]
