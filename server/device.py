"""A device: one connection of one viewer, with the newest view as fast as it can read.

It has one reader and one writer; nothing is queued for it but the answers to its own commands. What
its socket takes at once goes out past the writer; a device that does not read is cut off.
"""

import asyncio
from typing import Final

from msgspec import json
from starlette.websockets import WebSocket, WebSocketDisconnect

from server.auth.rates import Bucket
from server.desk import Desk
from server.protocol.frames import Ask, Fault, Outbound, Refusal, Tick, id_of, inbound
from server.protocol.strict import Malformed
from server.roles.rights import Role
from server.tables.channel import Channel
from server.wire import writer_of

SEND_S: Final = 10
SILENCE_S: Final = 20
MOST_ANSWERS: Final = 64
MOST_FAULTS: Final = 5
RATE, BURST = 10, 20
CLOSE_S: Final = 1
RESTARTING: Final = "The server restarts; this is sent again by itself."
GONE: Final = 1000  # it went by itself: there is nobody to tell
MALFORMED: Final = 4400
FLOOD: Final = 4029
TOO_SLOW: Final = 4008


class Cut(Exception):
    """Close with this code."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Connection:
    """One device of one viewer; there are many, so it keeps no dictionary."""

    __slots__ = (
        "__weakref__",
        "_answers",
        "_awake",
        "_bucket",
        "_channels",
        "_cut",
        "_desk",
        "_faults",
        "_heart",
        "_moved",
        "_sent",
        "_silent",
        "_sleep",
        "_socket",
        "_write_now",
    )

    def __init__(self, socket: WebSocket, desk: Desk) -> None:
        self._socket = socket
        self._desk = desk
        self._awake = False
        self._sleep: asyncio.Future[None] | None = None  # an event is ten times as large
        self._answers: list[bytes] = []  # mostly none: a deque is large even then
        self._sent: dict[Channel, int] = {}
        self._channels: tuple[Channel, ...] = ()
        self._cut: Cut | None = None
        self._moved = True
        self._silent = False
        self._write_now = writer_of(socket)
        now = desk.time.monotonic()
        self._bucket = Bucket(RATE, BURST, now)
        self._faults = Bucket(MOST_FAULTS / 60, MOST_FAULTS, now)

    # --- as tables and session see it

    def news(self) -> None:
        """There is a newer view: it goes out at once, or by the writer as soon as it can."""
        if not (self._idle and all(map(self._shown, self._channels))):
            self._stir()

    def has(self, channel: Channel) -> bool:
        """Whether it was sent the newest view of this channel, or is sending it."""
        return self._sent.get(channel) == channel.version

    def moved(self) -> None:
        """Attach again: this person sits elsewhere now."""
        self._moved = True
        self._sent.clear()
        self._stir()

    def cut(self, code: int, reason: str) -> None:
        """Close, once."""
        if self._cut is None:
            self._cut = Cut(code, reason)
            self._stir()

    @property
    def _idle(self) -> bool:
        """Whether the writer has nothing to do, so that something may go out past it."""
        return self._sleep is not None and not self._awake

    def _stir(self) -> None:
        """Let the writer look around once more."""
        self._awake = True
        if self._sleep is not None and not self._sleep.done():
            self._sleep.set_result(None)

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
            self._stir()

    async def _write(self, role: Role) -> None:
        while True:
            if self._moved:
                self._moved = False
                self._channels = await role.attach(self)
                await self._newest()
                await self._ticks(role)
            while self._answers:
                await self._send(self._answers.pop(0))
            await self._newest()
            if self._silent:
                self._silent = False
                await self._ticks(role)
            if self._cut is not None:
                raise self._cut
            if not self._answers and not self._moved:
                await self._rest()

    async def _rest(self) -> None:
        if not self._awake:
            self._sleep = asyncio.get_running_loop().create_future()
            try:
                await self._sleep
            finally:
                self._sleep = None
        self._awake = False

    def _shown(self, channel: Channel) -> bool:
        """Whether this device has been written the newest view of a channel, now or before."""
        if self.has(channel):
            return True
        if not self._write_now(channel.frame):
            return False
        self._sent[channel] = channel.version
        channel.settle()
        return True

    async def _newest(self) -> None:
        for channel in self._channels:
            if not self.has(channel):
                self._sent[channel] = channel.version
                frame = channel.frame
                channel.settle()
                await self._send(frame)

    def _beat(self) -> None:
        """Give a sign of life, now and ever after."""
        self._silent = True
        self._stir()
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
