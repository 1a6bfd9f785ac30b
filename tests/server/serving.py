"""A server in a process of its own, and clients that speak its documented protocol."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import Self

from msgspec import json
from websockets.sync.client import ClientConnection, connect

KEY = "a-key-for-tests-only"
PATIENCE_S = 60
ROOT = Path(__file__).parent.parent.parent


class Server:
    """`python -m server` on a free port; the same folder can be served again.

    `module`: another one that serves.
    """

    def __init__(self, folder: Path, module: str = "server", **environment: str) -> None:
        self.module = module
        self.folder = folder
        self.environment = environment
        self.port = 0
        self.said: list[str] = []
        self.process = self._started()

    def _started(self) -> "subprocess.Popen[str]":
        told = {"DATA_DIR": str(self.folder), "HOST": "127.0.0.1", "FACILITATOR_KEY": KEY}
        process = subprocess.Popen(
            [sys.executable, "-m", self.module],
            env=os.environ | {"PORT": str(self.port)} | told | self.environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for line in process.stdout or ():
            self.said.append(line)
            found = re.search(r"Players: +http://[^:]+:(\d+)", line)
            if found:
                self.port = int(found[1])
            if line.startswith("Stop with Ctrl-C"):
                # a pipe that nobody empties fills up, and the server would wait for room in it
                self.listener = Thread(target=self._listen, args=(process,), daemon=True)
                self.listener.start()
                return process
        process.communicate()
        raise AssertionError("".join(self.said))

    def _listen(self, process: "subprocess.Popen[str]") -> None:
        self.said.extend(process.stdout or ())

    def kill(self) -> None:
        """As if the plug was pulled."""
        self.process.kill()
        self._gone()

    def stop(self) -> int:
        """As an administrator does."""
        self.process.send_signal(signal.SIGTERM)
        return self._gone()

    def _gone(self) -> int:
        code = self.process.wait(PATIENCE_S)
        self.listener.join()
        if self.process.stdout:
            self.process.stdout.close()
        return code

    def again(self) -> None:
        """Start it again in the same folder, on the same port."""
        self.process = self._started()

    def client(self, secret: str | None = None, *, source: str = "127.0.0.1") -> "Client":
        return Client(self.port, secret, source)


@contextmanager
def serving(folder: Path, module: str = "server", **environment: str) -> Iterator[Server]:
    server = Server(folder, module, **environment)
    try:
        yield server
    finally:
        server.kill()  # whoever has gone by itself does not mind


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    def value(self) -> dict[str, object]:
        return json.decode(self.body, type=dict[str, object])

    @property
    def reason(self) -> str:
        return json.decode(self.body, type=dict[str, dict[str, object]])["error"][
            "reason"
        ].__str__()


@dataclass(frozen=True)
class Client:
    """Whoever holds a pass, by JSON."""

    port: int
    secret: str | None = None
    source: str = "127.0.0.1"

    def ask(
        self,
        path: str,
        body: object = None,
        *,
        headers: dict[str, str] | None = None,
        method: str | None = None,
        follow: bool = True,
    ) -> Reply:
        connection = HTTPConnection(
            "127.0.0.1", self.port, timeout=PATIENCE_S, source_address=(self.source, 0)
        )
        sent = body if isinstance(body, bytes) or body is None else json.encode(body)
        told = {"Content-Type": "application/json"} if sent is not None else {}
        if self.secret:
            told["Authorization"] = f"Bearer {self.secret}"
        chosen = method or ("GET" if sent is None else "POST")
        connection.request(chosen, path, sent, told | (headers or {}))
        answer = connection.getresponse()
        got = {name.lower(): value for name, value in answer.getheaders()}
        reply = Reply(answer.status, got, answer.read())
        connection.close()
        if reply.status == 307 and follow:  # another worker of the server has it
            return self.ask(got["location"], body, headers=headers, method=method)
        return reply

    def get(self, path: str) -> dict[str, object]:
        reply = self.ask(path)
        assert reply.status == 200, reply.body
        return reply.value()

    def post(self, path: str, body: object) -> dict[str, object]:
        reply = self.ask(path, body)
        assert reply.status == 200, reply.body
        return reply.value()


@dataclass
class Sitting:
    """A session of one table, its facilitator, and who has joined."""

    server: Server
    session: str
    table: str
    code: str
    facilitator: Client
    people: dict[str, str] = field(default_factory=dict)  # person by seat
    passes: dict[str, str] = field(default_factory=dict)  # pass by seat
    asked: int = 0

    def join(self, seat: str | None, name: str = "Somebody") -> Reply:
        where = {"table": self.table, "seat": seat} if seat else {}
        body = {"code": self.code, "name": name, "bearer": True, **where}
        reply = self.server.client().ask("/api/join", body)
        if reply.status == 200 and seat:
            self.people[seat] = str(reply.value()["person"])
            self.passes[seat] = str(reply.value()["pass"])
        return reply

    def control(self, kind: str, **fields: object) -> dict[str, object]:
        self.asked += 1
        command = {"type": kind, **fields}
        body = {"id": f"f{self.asked}", "table": self.table, "command": command}
        return self.facilitator.post(f"/api/sessions/{self.session}/control", body)

    def appointed(self, kind: str, name: str = "Eva") -> str:
        """The pass of somebody of the staff who has just come in by their link."""
        made = self.facilitator.post(
            f"/api/sessions/{self.session}/staff", {"kind": kind, "name": name}
        )
        code = str(made["address"]).partition("#")[2]
        return str(self.server.client().post("/api/links", {"code": code, "bearer": True})["pass"])

    def link(self, kind: str, **more: object) -> str:
        """A link into the session that is good once: for a facilitator, a screen, or a person."""
        body = {"kind": kind, **more}
        return str(self.facilitator.post(f"/api/sessions/{self.session}/link", body)["address"])

    def phase(self) -> str:
        frame = self.facilitator.ask(f"/api/sessions/{self.session}/view").body
        return json.decode(frame, type=Frame).view.public.phase

    def begin_talk(self) -> Self:
        assert self.control("start")["type"] == "done"
        assert self.control("next_phase")["type"] == "done"
        return self

    def log(self) -> bytes:
        return self.facilitator.ask(f"/api/tables/{self.table}/log").body


@dataclass
class PublicPart:
    phase: str


@dataclass
class ViewPart:
    public: PublicPart


@dataclass
class Frame:
    view: ViewPart


def sitting(server: Server, *, seats: bool = True, **asked: object) -> Sitting:
    """A new session of `tiny` with three seats; with `seats` somebody sits on each."""
    body = {"title": "A test", "ruleset": "tiny", "players": 3, "bearer": True, **asked}
    made = server.client(KEY).post("/api/sessions", body)
    session, facilitator = str(made["session"]), server.client(str(made["pass"]))
    seen = json.decode(facilitator.ask(f"/api/sessions/{session}").body, type=Seen)
    found = Sitting(server, session, seen.tables[0].id, seen.join.code, facilitator)
    for seat in seen.tables[0].seats if seats else ():
        assert found.join(seat.seat, f"Person of {seat.seat}").status == 200
    return found


@dataclass
class SeenSeat:
    seat: str
    person: str | None


@dataclass
class SeenTable:
    id: str
    seats: list[SeenSeat]


@dataclass
class SeenJoin:
    code: str


@dataclass
class Seen:
    tables: list[SeenTable]
    join: SeenJoin


@contextmanager
def socket(
    server: Server, secret: str | None, *, origin: str | None = None, path: str = "/socket"
) -> Iterator[ClientConnection]:
    """A program's socket, its pass said."""
    address = f"ws://127.0.0.1:{server.port}{path}"
    headers = {"Origin": origin} if origin else {}
    with connect(address, additional_headers=headers, proxy=None, max_size=None) as made:
        if secret is not None:
            made.send(json.encode({"pass": secret}).decode())
        yield made


def frame(made: ClientConnection, kind: str | None = None) -> dict[str, object]:
    """The next frame, or the next one of a kind."""
    until = time.monotonic() + PATIENCE_S
    while True:
        text = made.recv(timeout=max(0.1, until - time.monotonic()))
        value = json.decode(text, type=dict[str, object])
        if kind is None or value["type"] == kind:
            return value


def answer(made: ClientConnection, body: object) -> dict[str, object]:
    """The answer to a frame."""
    made.send(json.encode(body).decode())
    while True:
        value = frame(made)
        if value["type"] in {"done", "refused", "error", "lines"}:
            return value
