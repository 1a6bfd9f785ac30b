"""HTTP beneath the application: a request comes whole within bounds of size and time, or its
connection ends. What it asks is not looked at.
"""

import asyncio
from typing import Any, Final

from uvicorn import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

HEAD_BYTES: Final = 1 << 16
HEAD_S: Final = 10.0  # from the first moment of a connection, or the first byte of a request
BODY_S: Final = 30.0  # within which so much more of a body has come:
BODY_BYTES: Final = 1 << 12
LOOK_S: Final = 2.0
LATE: Final = b"HTTP/1.1 408 Request Timeout"
LARGE: Final = b"HTTP/1.1 431 Request Header Fields Too Large"
END: Final = b"\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"


class BoundedHTTP(HttpToolsProtocol):
    """One connection. The library beneath would take a head without end, and wait for ever."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        """As uvicorn makes it."""
        super().__init__(config, server_state, app_state, _loop)
        self._until: float | None = None  # by when more must have come; None: it is our turn
        self._head: int | None = 0  # bytes of a head that has not come whole; None: it has
        self._body = 0  # bytes since the last time at which a body was granted more time
        self._timer: asyncio.TimerHandle | None = None

    # uvicorn narrows what asyncio declares here, too
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """See the clock run."""
        super().connection_made(transport)
        self._grant(HEAD_S)
        self._timer = self.loop.call_later(LOOK_S, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody waits any more."""
        self._rest()
        super().connection_lost(exc)

    def handle_websocket_upgrade(self) -> None:
        """What comes from now on is none of ours."""
        self._rest()
        super().handle_websocket_upgrade()

    def data_received(self, data: bytes) -> None:
        """Take a part of a request."""
        super().data_received(data)
        if self._head is not None:
            self._head += len(data)
            if self._head > HEAD_BYTES:
                self._refuse(LARGE)

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self._head = 0
        self._grant(HEAD_S)

    def on_headers_complete(self) -> None:
        """Its head is there; what comes is its body.

        Raises:
            ValueError: which host is asked is left open (RFC 9112, 3.2), and this is refused.
        """
        self._head = None
        self._grant(BODY_S)
        hosts = sum(name == b"host" for name, _ in self.headers)
        if hosts > 1 or (hosts == 0 and self.parser.get_http_version() == "1.1"):
            raise ValueError("a request names one host")
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """A part of it; who has an answer already may end it, but not go on and on."""
        self._body += len(body)
        if self._body >= BODY_BYTES and not self.cycle.response_complete:
            self._grant(BODY_S)
        super().on_body(body)

    def on_message_complete(self) -> None:
        """It has come whole."""
        self._until = None
        super().on_message_complete()

    def _grant(self, seconds: float) -> None:
        self._until = self.loop.time() + seconds
        self._body = 0

    def _look(self) -> None:
        self._timer = self.loop.call_later(LOOK_S, self._look)
        if self._until is None or self.loop.time() < self._until:
            return
        if self.flow.read_paused:  # it is we who have not taken what came
            self._grant(BODY_S)
        elif self._head == 0:  # it never said anything: so browsers keep a line for later
            self.transport.close()
        else:
            self._refuse(LATE)

    def _refuse(self, status: bytes) -> None:
        self._rest()
        if self.transport.is_closing():
            return
        if self._head is not None or not self.cycle.response_started:
            self.transport.write(status + END)
        self.transport.close()

    def _rest(self) -> None:
        self._until = None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
