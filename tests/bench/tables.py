"""Real tables for the benchmark: a server of its own, sessions, people, sockets on the wire."""

import asyncio
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError

from msgspec import json
from websockets.asyncio.client import ClientConnection, connect

from tests.bench.load import Group

RULESET = "newborn"
PLAYERS = 5
TABLES_A_SESSION = 25
ELSEWHERE = 307  # another worker of the server has it


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs for the benchmark alone."""

    address: str
    key: str
    pid: int

    def post(self, path: str, body: object, bearer: str | None = None) -> dict[str, object]:
        """Ask an endpoint; its answer."""
        request = urllib.request.Request(  # noqa: S310  the address is our own
            f"{self.address}{path}",
            data=json.encode(body),
            headers={"Content-Type": "application/json"}
            | ({} if bearer is None else {"Authorization": f"Bearer {bearer}"}),
        )
        return self.asked(request)

    def get(self, path: str, bearer: str) -> dict[str, object]:
        """Read an endpoint."""
        request = urllib.request.Request(  # noqa: S310  the same
            f"{self.address}{path}", headers={"Authorization": f"Bearer {bearer}"}
        )
        return self.asked(request)

    def asked(self, request: urllib.request.Request) -> dict[str, object]:
        """The answer to a request; an error with the server's own sentence."""
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310  the same
                found: dict[str, object] = json.decode(answer.read())
        except HTTPError as fault:
            if fault.code == ELSEWHERE:
                request.full_url = f"{self.address}{fault.headers['Location']}"
                return self.asked(request)
            message = f"{request.full_url}: {fault.read().decode()}"
            raise RuntimeError(message) from fault
        return found

    def processes(self) -> list[int]:
        """The server's process and, where there are several workers, theirs."""
        found = [self.pid]
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                told = stat.read_text(encoding="ascii").rpartition(")")[2].split()
            except OSError:  # it has ended meanwhile
                continue
            if int(told[1]) == self.pid:
                found.append(int(stat.parent.name))
        return found

    def processor_s(self) -> float:
        """Seconds of processor time that all of them have used."""
        return sum(map(processor_s, self.processes()))

    @property
    def memory_kib(self) -> int:
        """What the server's process holds in memory now."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        return int(found[1]) if found else 0


def processor_s(pid: int) -> float:
    """Seconds of processor time that a process has used; other work on the machine is not in it."""
    stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    ticks = stat.rpartition(")")[2].split()[11:13]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(database: str = "", workers: int = 1) -> Iterator[Server]:
    """Run a server on a free port with data of its own."""
    key = "benchmark-key-0123456789"
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [sys.executable, "-m", "server"],
            env=os.environ
            | {
                "PORT": "0",
                "HOST": "127.0.0.1",
                "DATA_DIR": folder,
                "FACILITATOR_KEY": key,
                "LOG_LEVEL": "warning",
                "DATABASE_URL": database,
                "WORKERS": str(workers),
            },
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            server = Server(_address(process), key, process.pid)
            _awaited(server)
            yield server
        finally:
            process.terminate()
            process.wait(20)


def _address(process: "subprocess.Popen[str]") -> str:
    for line in process.stdout or ():
        found = re.search(r"http://(?:localhost|127\.0\.0\.1):\d+", line)
        if found:
            return found[0].replace("localhost", "127.0.0.1")
    message = "the server ended before it served"
    raise RuntimeError(message)


def _awaited(server: Server) -> None:
    """Wait until it answers."""
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{server.address}/health", timeout=30).close()  # noqa: S310  our own
        except URLError:
            time.sleep(0.1)
        else:
            return
    message = "the server did not answer"
    raise RuntimeError(message)


@dataclass(frozen=True, slots=True)
class Seating:
    """One table: its session, the passes of its seats in seat order, and of its screen."""

    session: str
    passes: tuple[str, ...]
    screen: str


def seatings(server: Server, count: int, together: int = TABLES_A_SESSION) -> list[Seating]:
    """So many tables in Talk of round 1, a person on every seat; `together` make a session."""
    owner = str(server.post("/api/keys", {"key": server.key, "bearer": True})["pass"])
    made: list[Seating] = []
    while len(made) < count:
        size = min(together, count - len(made))
        made += session_of_tables(server, owner, size)
    return made


def session_of_tables(server: Server, owner: str, size: int) -> list[Seating]:
    """One session with its tables in play."""
    opened = server.post(
        "/api/sessions",
        {
            "title": "Benchmark",
            "ruleset": RULESET,
            "players": PLAYERS,
            "tables": size,
            "setup": {"seed": "bench", "lengths": {"talk": 7200}},
            "bearer": True,
        },
        owner,
    )
    session, key = str(opened["session"]), str(opened["pass"])
    shown = server.get(f"/api/sessions/{session}", key)
    code = json_path(shown, "join", "code")
    found = []
    tables = shown["tables"]
    assert isinstance(tables, list)
    for table in tables:
        seats = [seat["seat"] for seat in table["seats"]]
        passes = tuple(
            str(
                server.post(
                    "/api/join",
                    {
                        "code": code,
                        "name": f"Person {seat}",
                        "table": table["id"],
                        "seat": seat,
                        "bearer": True,
                    },
                )["pass"]
            )
            for seat in seats
        )
        link = server.post(
            f"/api/sessions/{session}/link", {"kind": "screen", "table": table["id"]}, key
        )
        once = str(link["address"]).partition("#")[2]
        screen = str(server.post("/api/links", {"code": once, "bearer": True})["pass"])
        found.append(Seating(session, passes, screen))
    for table in tables:
        for number, command in enumerate(("start", "next_phase")):
            body = {"id": f"b{number}", "table": table["id"], "command": {"type": command}}
            server.post(f"/api/sessions/{session}/control", body, key)
    return found


def json_path(value: object, *path: str) -> str:
    """The text at a path of an answer."""
    for part in path:
        assert isinstance(value, dict)
        value = value[part]
    return str(value)


async def entered(server: Server, bearer: str, session: str) -> ClientConnection:
    """A socket with this pass into this session, after its first view."""
    address = server.address.replace("http", "ws", 1)
    connection = await connect(
        f"{address}/socket?home={session}",
        compression=None,
        max_size=1 << 20,
        max_queue=None,
        ping_interval=None,
    )
    await connection.send(json.encode({"pass": bearer}).decode())
    first = await asyncio.wait_for(connection.recv(), 10)
    assert str(first).startswith('{"type":"view"'), first
    await asyncio.wait_for(connection.recv(), 10)  # the first tick
    return connection


async def group(server: Server, seating: Seating) -> Group:
    """A table's sockets; its seats raise and lower their hands in turn, which all see."""
    bearers = (*seating.passes, seating.screen)
    sockets = [await entered(server, bearer, seating.session) for bearer in bearers]
    senders = tuple(range(len(seating.passes) - 1))

    def frame(number: int) -> str:
        done = (number // len(senders)) % 2 == 0
        command = {"type": "done", "done": done}
        return json.encode({"id": f"c{number}", "command": command}).decode()

    return Group(sockets, senders, frame)
