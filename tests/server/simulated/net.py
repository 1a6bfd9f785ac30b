"""A net that delays, and cuts: what one application and its clients say to each other.

A line keeps the order of its frames, as TCP does. When it is cut, what was under way to the server
may still arrive, after the client has long been back on another line.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from random import Random
from typing import Any, Protocol

from msgspec import json

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

PORT = 8000
CUT = 1006
HEADERS = [(b"host", b"table.example"), (b"content-type", b"application/json")]


class Ear(Protocol):
    """The client's end of a line."""

    def said(self, text: str) -> None:
        """The server sends this now."""

    def hear(self, line: "Line", text: str) -> None:
        """A frame has come."""

    def lost(self, code: int) -> None:
        """It was closed with this code; `CUT`: the cable is out."""


def scope(kind: str, path: str, secret: str | None = None) -> Message:
    """Of a connection, as an ASGI server gives it."""
    bearer = [(b"authorization", f"Bearer {secret}".encode())] if secret else []
    return {
        "type": kind,
        "asgi": {"version": "3.0", "spec_version": "2.5"},
        "http_version": "1.1",
        "scheme": "ws" if kind == "websocket" else "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": HEADERS + bearer,
        "client": ("10.0.0.1", 50_000),
        "server": ("table.example", PORT),
        "subprotocols": [],
        "extensions": {},
    }


async def posted(app: App, path: str, body: object, secret: str | None = None) -> dict[str, Any]:
    """Ask by JSON, at once and without loss."""
    texts, statuses = [], []

    async def receive() -> Message:
        return {"type": "http.request", "body": json.encode(body), "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])
        else:
            texts.append(message["body"])

    await app(scope("http", path, secret) | {"method": "POST"}, receive, send)
    assert statuses == [200], b"".join(texts)
    return json.decode(b"".join(texts), type=dict[str, Any])


class Line:
    """One socket between a client and an application."""

    def __init__(self, app: App, ear: Ear, chance: Random, slow_s: float) -> None:
        self._ear = ear
        self._chance = chance
        self._slow_s = slow_s
        self._inbox: asyncio.Queue[Message] = asyncio.Queue()
        self._due = {"up": 0.0, "down": 0.0}
        self._clear = asyncio.Event()
        self._clear.set()
        self.open = True
        self._inbox.put_nowait({"type": "websocket.connect"})
        self.task = asyncio.create_task(self._served(app))

    async def _served(self, app: App) -> None:
        try:
            with suppress(OSError):  # cut off before it was let in: servers pass over that
                await app(scope("websocket", "/socket"), self._inbox.get, self._send)
        finally:
            self._end(CUT)

    def _later(self, way: str, call: Callable[[], None]) -> None:
        loop = asyncio.get_running_loop()
        due = loop.time() + self._chance.uniform(0, self._slow_s)
        self._due[way] = max(self._due[way] + 1e-6, due)  # no frame overtakes another
        loop.call_at(self._due[way], call)

    # --- the client's end

    def say(self, text: str) -> None:
        """Send a frame."""
        if self.open:
            message = {"type": "websocket.receive", "text": text}
            self._later("up", lambda: self._inbox.put_nowait(message))

    def stall(self, seconds: float) -> None:
        """Take nothing from the server for so long, as a sleeping phone does."""
        self._clear.clear()
        asyncio.get_running_loop().call_later(seconds, self._clear.set)

    def cut(self) -> None:
        """The cable is out. The server hears of it some time later."""
        if self.open:
            self._end(CUT)
            self._later("up", lambda: self._inbox.put_nowait(GONE | {"code": CUT}))

    # --- the server's end

    async def _send(self, message: Message) -> None:
        await self._clear.wait()
        if not self.open:
            raise OSError("the line is cut")
        if message["type"] == "websocket.send":
            text = message["text"]
            self._ear.said(text)
            self._later("down", lambda: self._heard(text))
        elif message["type"] == "websocket.close":
            code = message["code"]
            self._later("down", lambda: self._end(code))

    def _heard(self, text: str) -> None:
        if self.open:
            self._ear.hear(self, text)

    def _end(self, code: int) -> None:
        if self.open:
            self.open = False
            self._ear.lost(code)


GONE: Message = {"type": "websocket.disconnect"}
