"""The socket protocol beneath the application: bounded, and quick where the line is free.

An ASGI application sends by awaiting, which costs a task its turn for every device. Most of the
time a socket takes a text at once; then it is written at once. What must wait goes the usual way.
"""

import asyncio
from collections.abc import Callable, Iterable
from struct import Struct
from typing import Any, Final, TypeAlias

from starlette.websockets import WebSocket
from uvicorn import Config
from uvicorn._types import ASGIReceiveEvent, ASGISendEvent
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState
from websockets.frames import CloseCode, Frame
from websockets.http11 import Request
from websockets.protocol import State

Write: TypeAlias = Callable[[bytes], bool]
"""Write a text now; False: the socket cannot take it, and nothing was written."""

ABORT_S: Final = 1.0
WRITE: Final = "joinedup.write"
SWITCHING: Final = 101
MOST_SMALL: Final = 200
"""Pings, pongs and parts of messages that a socket may send in a second. Browsers send none by
themselves; each takes time, and a ping an answer that is kept until somebody reads it.
"""
SLICE_BYTES: Final = 4096
FLOOD: Final = 4029

WHOLE_TEXT: Final = 0x81  # RFC 6455, 5.2: the last frame of a text, which is its first one, too
SHORT, MEDIUM, LONG = Struct("!BB"), Struct("!BBH"), Struct("!BBQ")


class Inbox(asyncio.Queue[ASGIReceiveEvent]):
    """What has come for one reader: mostly nothing, so it holds nothing.

    The queue that it stands for holds four deques of half a kilobyte each, for the hours in which
    somebody reads and thinks.
    """

    def __init__(self) -> None:
        self._come: list[ASGIReceiveEvent] = []
        self._reader: asyncio.Future[None] | None = None

    def put_nowait(self, item: ASGIReceiveEvent) -> None:
        """One more; there is no limit, since reading from the line stops at the first."""
        self._come.append(item)
        if self._reader is not None and not self._reader.done():
            self._reader.set_result(None)

    async def get(self) -> ASGIReceiveEvent:
        """The oldest, once there is one."""
        while not self._come:
            self._reader = asyncio.get_running_loop().create_future()
            try:
                await self._reader
            finally:
                self._reader = None
        return self._come.pop(0)

    def empty(self) -> bool:
        """Whether nothing has come."""
        return not self._come


class QuickWS(WebSocketsSansIOProtocol):
    """A socket that does not wait for ever, and need not be awaited."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        """As uvicorn makes it."""
        super().__init__(config, server_state, app_state, _loop)
        self.queue = Inbox()
        self._small = 0
        self._since = 0.0

    def data_received(self, data: bytes) -> None:
        """Take what came a little at a time, so that a flood ends where it is noticed."""
        for at in range(0, len(data), SLICE_BYTES):
            super().data_received(data[at : at + SLICE_BYTES])
            if self.transport.is_closing():
                return

    def handle_ping(self) -> None:
        """Answer it, unless there are too many."""
        if self._few():
            super().handle_ping()

    def handle_pong(self, event: Frame) -> None:
        """Take it, unless there are too many."""
        if self._few():
            super().handle_pong(event)

    def handle_cont(self, event: Frame) -> None:
        """Take a part of a message, unless there are too many."""
        if self._few():
            super().handle_cont(event)

    def send_receive_event_to_app(self) -> None:
        """Hand on a message that has come whole; a text that is none ends the line.

        The library beneath would write a traceback for each into the server's log.
        """
        if self.curr_msg_data_type == "text" and not self.close_sent and not is_text(self.frames):
            self.frames = []
            self.conn.fail(CloseCode.INVALID_DATA, "This is not UTF-8.")
            self.handle_parser_exception()
            return
        super().send_receive_event_to_app()

    def _few(self) -> bool:
        """Whether one more is none too many; else the line is cut."""
        if self.transport.is_closing():
            return False
        now = self.loop.time()
        if now - self._since > 1:
            self._since, self._small = now, 0
        self._small += 1
        if self._small <= MOST_SMALL:
            return True
        self.stop_keepalive()
        self.conn.fail(FLOOD, "Too many frames.")
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.transport.close()
        self.loop.call_later(ABORT_S, self.transport.abort)
        return False

    def handle_connect(self, event: Request) -> None:
        """Take the handshake; the application finds the quick way among the extensions."""
        super().handle_connect(event)
        if self.response.status_code == SWITCHING:
            self.scope["extensions"][WRITE] = {"write": self.write_now}

    async def send(self, message: ASGISendEvent) -> None:
        """Send what the application says; one that was turned away has had its answer.

        The library beneath would still call the handshake open, and log an error of ours.
        """
        await super().send(message)
        if self.initial_response is not None and self.close_sent:
            self.handshake_complete = True

    def write_now(self, text: bytes) -> bool:
        """See `Write`."""
        if not self.writable.is_set() or self.close_sent or self.transport.is_closing():
            return False
        if self.conn.state is not State.OPEN:  # it is being closed from the other side
            return False
        self.transport.write(head_of(len(text)) + text)
        return True

    def start_keepalive(self) -> None:
        """The handshake is done: what it said, in both directions, is not kept for the hours after.

        The application has it in its scope, and the library's reader would hold on to it.
        """
        super().start_keepalive()
        self.request.headers.clear()
        del self.request, self.response

    def keepalive_timeout(self) -> None:
        """Close, and a moment later abort: `close` waits for a buffer that may never drain."""
        super().keepalive_timeout()
        self.loop.call_later(ABORT_S, self.transport.abort)


def head_of(size: int) -> bytes:
    """What stands before a text of so many bytes that a server sends in one frame.

    Source: RFC 6455, 5.2.

    >>> [head_of(size).hex(" ") for size in (5, 300, 70_000)]
    ['81 05', '81 7e 01 2c', '81 7f 00 00 00 00 00 01 11 70']
    """
    if size < 126:
        return SHORT.pack(WHOLE_TEXT, size)
    if size < 1 << 16:
        return MEDIUM.pack(WHOLE_TEXT, 126, size)
    return LONG.pack(WHOLE_TEXT, 127, size)


def is_text(parts: Iterable[bytes]) -> bool:
    r"""Whether these parts of a message are UTF-8 together.

    >>> [is_text(parts) for parts in ([b"\xc3", b"\xa4"], [b"\xc3", b"a"], [])]
    [True, False, True]
    """
    try:
        b"".join(parts).decode()
    except UnicodeDecodeError:
        return False
    return True


def writer_of(socket: WebSocket) -> Write:
    """The quick way of a socket; where the server beneath has none, one that never takes a text."""
    found = socket.scope.get("extensions", {}).get(WRITE)
    return (lambda _text: False) if found is None else found["write"]
