"""The socket: who is it, what do they want, and the newest view as fast as they can read.

A device is one connection. It has one reader and one writer; nothing is queued for it but the
answers to its own commands, and a device that does not read is cut off.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from msgspec import json
from starlette.responses import PlainTextResponse
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from server.auth.origins import is_ours
from server.auth.passes import Holder, carried
from server.auth.rates import Bucket
from server.protocol.frames import Ask, Fault, Hello, Outbound, Refusal, Tick, id_of, inbound
from server.protocol.problems import Problem
from server.protocol.strict import Malformed
from server.tables.desk import UNREADY, Desk
from server.tables.lobby import Grant
from server.tables.roles import Role
from server.tables.telling import Channel
from server.wire import writer_of

HELLO_S: Final = 5
SEND_S: Final = 10
SILENCE_S: Final = 20
MOST_ANSWERS: Final = 64
MOST_FAULTS: Final = 5
RATE, BURST = 10, 20

CLOSE_S: Final = 1
MOST_SOCKETS: Final = 10_000
MOST_OF_ONE: Final = 2_000  # from one address: a whole conference may sit behind one router

RESTARTING: Final = "The server restarts; this is sent again by itself."

GONE: Final = 1000  # it went by itself: there is nobody to tell
TRY_AGAIN: Final = 1011
NO_PASS: Final = 4401
MALFORMED: Final = 4400
FLOOD: Final = 4029
TOO_SLOW: Final = 4008
NO_HELLO: Final = 4408


class Cut(Exception):  # noqa: N818 - what happens to the connection
    """Close with this code."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Connection:
    """One device of one viewer."""

    def __init__(self, socket: WebSocket, desk: Desk) -> None:
        self._socket = socket
        self._desk = desk
        self._wake = asyncio.Event()
        self._answers: deque[bytes] = deque()
        self._sent: dict[int, int] = {}
        self._channels: tuple[Channel, ...] = ()
        self._cut: Cut | None = None
        self._moved = True
        self._resting = False
        self._silent = False
        self._write_now = writer_of(socket)
        now = desk.time.monotonic()
        self._bucket = Bucket(RATE, BURST, now)
        self._faults = Bucket(MOST_FAULTS / 60, MOST_FAULTS, now)

    # --- as tables and session see it

    def news(self) -> None:
        """There is a newer view: it goes out at once, or by the writer as soon as it can."""
        if not (self._idle and all(map(self._shown, self._channels))):
            self._wake.set()

    def moved(self) -> None:
        """Attach again: this person sits elsewhere now."""
        self._moved = True
        self._wake.set()

    def cut(self, code: int, reason: str) -> None:
        """Close, once."""
        if self._cut is None:
            self._cut = Cut(code, reason)
            self._wake.set()

    @property
    def _idle(self) -> bool:
        """Whether the writer has nothing to do, so that something may go out past it."""
        return self._resting and not self._wake.is_set()

    # --- its life

    async def live(self, role: Role) -> None:
        """Read and write until one of both ends."""
        role.enter(self)
        self._heart = self._desk.time.later(SILENCE_S, self._beat)
        reader = asyncio.create_task(self._read(role))
        writer = asyncio.create_task(self._write(role))
        try:
            done, _ = await asyncio.wait((reader, writer), return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._heart.cancel()
            for task in (reader, writer):
                task.cancel()
            await asyncio.gather(reader, writer, return_exceptions=True)
            role.leave(self)
        for task in done:
            await task  # raises what ended it

    async def close(self, cut: Cut) -> None:
        if cut.code == GONE:
            return
        try:
            async with asyncio.timeout(CLOSE_S):
                await self._socket.close(cut.code, cut.reason)
        except (TimeoutError, RuntimeError, WebSocketDisconnect):
            return  # it has gone by itself, or never reads: the transport is aborted

    async def _read(self, role: Role) -> None:
        while True:
            text = await self._text()
            if not self._bucket.take(self._desk.time.monotonic()):
                raise Cut(FLOOD, "Too many frames.")
            try:
                frame = inbound(text)
                if self._desk.draining and isinstance(frame, Ask):
                    self._say(Refusal(id=frame.id, reason="restarting", detail=RESTARTING))
                    continue
                answer = await role.answer(frame)
            except Malformed as fault:
                self._malformed(text, fault)
                continue
            self._say(answer)

    async def _text(self) -> str:
        try:
            message = await self._socket.receive()
        except RuntimeError:
            raise Cut(GONE, "") from None
        if message["type"] == "websocket.disconnect":
            raise Cut(GONE, "")
        text = message.get("text")
        if not isinstance(text, str):
            return ""
        return text

    def _malformed(self, text: str, fault: Malformed) -> None:
        self._say(Fault(id=id_of(text), sentence=fault.sentence, where=fault.where))
        if not self._faults.take(self._desk.time.monotonic()):
            raise Cut(MALFORMED, "Too many malformed frames.")

    def _say(self, answer: Outbound) -> None:
        if len(self._answers) >= MOST_ANSWERS:
            raise Cut(TOO_SLOW, "This device does not read its answers.")
        text = json.encode(answer)
        if not (self._idle and self._write_now(text)):
            self._answers.append(text)
            self._wake.set()

    async def _write(self, role: Role) -> None:
        while True:
            if self._moved:
                self._moved = False
                self._channels = await role.attach(self)
                self._sent.clear()
                await self._newest()
                await self._ticks(role)
            while self._answers:
                await self._send(self._answers.popleft())
            await self._newest()
            if self._silent:
                self._silent = False
                await self._ticks(role)
            if self._cut is not None:
                raise self._cut
            if not self._answers and not self._moved:
                await self._rest()

    async def _rest(self) -> None:
        self._resting = True
        await self._wake.wait()
        self._resting = False
        self._wake.clear()

    def _shown(self, channel: Channel) -> bool:
        """Whether this device has been written the newest view of a channel, now or before."""
        if self._sent.get(id(channel)) == channel.version:
            return True
        if not self._write_now(channel.frame):
            return False
        self._sent[id(channel)] = channel.version
        return True

    async def _newest(self) -> None:
        for channel in self._channels:
            if self._sent.get(id(channel)) != channel.version:
                self._sent[id(channel)] = channel.version
                await self._send(channel.frame)

    def _beat(self) -> None:
        """Give a sign of life, now and ever after."""
        self._silent = True
        self._wake.set()
        self._heart = self._desk.time.later(SILENCE_S, self._beat)

    async def _ticks(self, role: Role) -> None:
        for tick in role.ticks() or (Tick(at_ms=0, running=False),):
            await self._send(json.encode(tick))

    async def _send(self, text: bytes) -> None:
        if self._write_now(text):
            return
        try:
            async with asyncio.timeout(SEND_S):
                await self._socket.send({"type": "websocket.send", "text": text.decode()})
        except TimeoutError:
            raise Cut(TOO_SLOW, "This device does not read.") from None
        except (RuntimeError, WebSocketDisconnect):
            raise Cut(GONE, "") from None


@dataclass(frozen=True, slots=True)
class Sockets:
    """The routes of the socket."""

    desk: Desk

    def routes(self) -> list[WebSocketRoute]:
        """One for each kind of page, and one for programs."""
        return [
            WebSocketRoute("/socket", self.program),
            WebSocketRoute("/socket/player/{of}", self.player),
            WebSocketRoute("/socket/facilitator/{of}", self.facilitator),
            WebSocketRoute("/socket/shoulder/{of}/{table}/{look}", self.shoulder),
            WebSocketRoute("/socket/evaluator/{of}", self.evaluator),
            WebSocketRoute("/socket/screen/{of}", self.screen),
            WebSocketRoute("/socket/screen/{of}/{table}", self.screen),
        ]

    async def program(self, socket: WebSocket) -> None:
        """A program, which says its pass first."""

        async def find() -> Role:
            secret = await self._hello(socket)
            return self.desk.role(await self.desk.lobby.grant(secret))

        await self._serve(socket, find)

    async def player(self, socket: WebSocket) -> None:
        """A person's page."""
        of = str(socket.path_params["of"])

        async def find() -> Role:
            return self.desk.person(await self._grant(socket, ("person", of)), of)

        await self._serve(socket, find)

    async def facilitator(self, socket: WebSocket) -> None:
        """The console of a session."""
        of = str(socket.path_params["of"])

        async def find() -> Role:
            return self.desk.facilitator(await self._grant(socket, ("facilitator", of)), of)

        await self._serve(socket, find)

    async def shoulder(self, socket: WebSocket) -> None:
        """A facilitator who looks at the page of a seat."""
        of, table, look = (str(socket.path_params[one]) for one in ("of", "table", "look"))

        async def find() -> Role:
            grant = await self._grant(socket, ("facilitator", of))
            return await self.desk.shoulder(grant, of, table, look)

        await self._serve(socket, find)

    async def evaluator(self, socket: WebSocket) -> None:
        """An evaluator's page."""
        of = str(socket.path_params["of"])

        async def find() -> Role:
            return self.desk.evaluator(await self._grant(socket, ("evaluator", of)), of)

        await self._serve(socket, find)

    async def screen(self, socket: WebSocket) -> None:
        """A room display."""
        of, table = str(socket.path_params["of"]), socket.path_params.get("table")

        async def find() -> Role:
            grant = await self._grant(socket, ("screen", of), ("facilitator", of))
            return self.desk.screen(grant, of, None if table is None else str(table))

        await self._serve(socket, find)

    async def _grant(self, socket: WebSocket, *holders: tuple[Holder, str]) -> Grant | None:
        for holder, of in holders:
            secret = carried(socket.cookies, socket.headers.get("authorization"), holder, of)
            grant = await self.desk.lobby.grant(secret)
            if grant is not None:
                return grant
        return None

    async def _hello(self, socket: WebSocket) -> str:
        try:
            async with asyncio.timeout(HELLO_S):
                frame = inbound(await socket.receive_text())
        except TimeoutError:
            raise Cut(NO_HELLO, "No pass came within five seconds.") from None
        except (WebSocketDisconnect, KeyError):
            raise Cut(GONE, "") from None
        except Malformed as fault:
            raise Cut(MALFORMED, fault.sentence[:100]) from None
        if not isinstance(frame, Hello):
            raise Cut(NO_PASS, "The first frame holds the pass.")
        return frame.pass_

    async def _serve(self, socket: WebSocket, find: Callable[[], Awaitable[Role]]) -> None:
        refusal = self._refusal(socket)
        if refusal is not None:
            await socket.send_denial_response(refusal)
            return
        address = socket.client.host if socket.client else ""
        devices = self.desk.devices
        devices[address] = devices.get(address, 0) + 1
        self.desk.sockets += 1
        try:
            await socket.accept()
            await self._lived(socket, find)
        finally:
            self.desk.sockets -= 1
            devices[address] -= 1
            if not devices[address]:
                del devices[address]

    def _refusal(self, socket: WebSocket) -> PlainTextResponse | None:
        if not is_ours(socket.headers, socket.url.scheme, self.desk.allowed_origins):
            return PlainTextResponse("This page may not open a socket here.", 403)
        address = socket.client.host if socket.client else ""
        if self.desk.sockets >= MOST_SOCKETS or self.desk.devices.get(address, 0) >= MOST_OF_ONE:
            return PlainTextResponse("Too many connections; try again later.", 503)
        return None

    async def _lived(self, socket: WebSocket, find: Callable[[], Awaitable[Role]]) -> None:
        connection = Connection(socket, self.desk)
        try:
            role = await find()
            await connection.live(role)
        except Problem as problem:
            await connection.close(Cut(NO_PASS, problem.sentence))
        except UNREADY as fault:
            await connection.close(Cut(TRY_AGAIN, str(fault)))
        except Cut as cut:
            await connection.close(cut)
