"""A machine that is switched off at random moments, and the table that is played on it."""

import asyncio
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import cast
from unittest.mock import patch

from starlette.applications import Starlette

from server.app import Start, application
from server.desk import Desk
from server.rulesets import Shelf, load
from server.sessions.keys import keep_key
from server.settings import read_settings
from tests.rulesets import TINY
from tests.server.simulated.disk import Disk, Handle
from tests.server.simulated.moments import LoopTime
from tests.server.simulated.net import PORT, App, posted
from tests.server.simulated.people import Client

KEY = "a-key-for-tests-only"


@cache
def shelf() -> Shelf:
    """`tiny`, read once."""
    return load((TINY,))


@contextmanager
def guessable(chance: Random) -> Iterator[None]:
    """Every id, salt and pass comes from the seed, so that a run can be seen again."""
    with (
        patch.object(secrets, "token_hex", lambda size=16: chance.randbytes(size).hex()),
        patch.object(secrets, "token_urlsafe", lambda size=16: chance.randbytes(size).hex()),
        patch.object(secrets, "choice", chance.choice),
        patch.object(secrets, "randbelow", chance.randrange),
        patch("server.app.load", lambda _folders: shelf()),
    ):
        yield


@dataclass(eq=False)
class World:
    """One disk, and the server of now."""

    chance: Random
    folder: Path
    disk: Disk = field(init=False)
    app: App | None = None
    """What a new line reaches; None: nothing listens."""
    crashes: int = 0

    def __post_init__(self) -> None:
        self.disk = Disk(shelf().good[TINY.name], self.chance)
        self._others: set[asyncio.Task[None]] = set()
        self._handle: Handle | None = None

    def outlive(self, task: "asyncio.Task[None]") -> None:
        """A task that is not of the server, and goes on when that dies."""
        self._others.add(task)

    async def start(self) -> None:
        """Switch it on."""
        self._handle = Handle(self.disk)
        await keep_key(self._handle, KEY, LoopTime().now())
        told = {"FACILITATOR_KEY": KEY, "DATA_DIR": str(self.folder)}
        app = application(Start(read_settings(told), PORT, None), self._handle, LoopTime())
        up = asyncio.Event()
        self._life = asyncio.create_task(_lived(app, up))
        await up.wait()
        self.app, self._desk = cast("App", app), cast("Desk", app.state.desk)

    async def crash(self) -> None:
        """Pull the plug: nothing more reaches the disk, and nobody is told anything."""
        self.crashes += 1
        self.app = None
        if self._handle is not None:
            self._handle.dead = True
        while left := asyncio.all_tasks() - self._others - {asyncio.current_task()}:
            for task in left:
                task.cancel()
            await asyncio.sleep(0)

    async def seated(self) -> list[Client]:
        """A session with everybody in their seats: the facilitator first."""
        app = self.app
        assert app is not None
        key = await posted(app, "/api/keys", {"key": KEY, "bearer": True})
        asked = {"title": "Simulated", "ruleset": TINY.name, "players": 3, "bearer": True}
        made = await posted(app, "/api/sessions", asked, key["pass"])
        session = next(iter(self._desk.lobby.sessions.values()))
        self.table = session.tables[0].id
        code = (await posted(app, f"/api/sessions/{session.id}/code", {}, made["pass"]))["code"]
        clients = [self._client("staff", made["pass"], self.table)]
        for seat in session.rules.seating["3"]:
            body = {"code": code, "name": seat, "table": self.table, "seat": seat, "bearer": True}
            clients.append(self._client(seat, (await posted(app, "/api/join", body))["pass"]))
        return clients

    def _client(self, name: str, secret: str, table: str | None = None) -> Client:
        return Client(
            name, secret, Random(self.chance.random()), self.disk, lambda: self.app, table
        )


async def _lived(app: Starlette, up: asyncio.Event) -> None:
    async with app.router.lifespan_context(app):
        up.set()
        await asyncio.Event().wait()
