"""The socket protocol beneath the application: bounded, and quick where the line is free.

An ASGI application sends by awaiting, which costs a task its turn for every device. Most of the
time a socket takes a text at once; then it is written at once. What must wait goes the usual way.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

from starlette.websockets import WebSocket
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.exceptions import InvalidState
from websockets.http11 import Request

Write: TypeAlias = Callable[[bytes], bool]
"""Write a text now; False: the socket cannot take it, and nothing was written."""

ABORT_S: Final = 1.0
WRITE: Final = "joinedup.write"


class QuickWS(WebSocketsSansIOProtocol):
    """A socket that does not wait for ever, and need not be awaited."""

    def handle_connect(self, event: Request) -> None:
        """Take the handshake; the application finds the quick way among the extensions."""
        super().handle_connect(event)
        if self.response.status_code == SWITCHING:
            self.scope["extensions"][WRITE] = {"write": self.write_now}

    def write_now(self, text: bytes) -> bool:
        """See `Write`."""
        if not self.writable.is_set() or self.close_sent or self.transport.is_closing():
            return False
        try:
            self.conn.send_text(text)
        except InvalidState:  # it is being closed from the other side
            return False
        self.transport.write(b"".join(self.conn.data_to_send()))
        return True

    def keepalive_timeout(self) -> None:
        """Close, and a moment later abort: `close` waits for a buffer that may never drain."""
        super().keepalive_timeout()
        self.loop.call_later(ABORT_S, self.transport.abort)


SWITCHING: Final = 101


def writer_of(socket: WebSocket) -> Write:
    """The quick way of a socket; where the server beneath has none, one that never takes a text."""
    found = socket.scope.get("extensions", {}).get(WRITE)
    return (lambda _text: False) if found is None else found["write"]
