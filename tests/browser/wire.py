"""A wire between browser and server that can be cut: nothing passes, and neither end is told.

So it is for a phone that leaves its network. What was on its way arrives when the wire is mended.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import Final

CHUNK: Final = 65_536


class Wire:
    """All connections that go through one port to another."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._whole = Event()
        self._whole.set()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._ends: list[socket.socket] = []
        self._accepting = Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def cut(self) -> None:
        """From now on nothing passes."""
        self._whole.clear()

    def mend(self) -> None:
        """All that waited passes, and whatever comes."""
        self._whole.set()

    def close(self) -> None:
        """End every connection."""
        self._whole.set()
        _end(self._listening)
        self._accepting.join()
        for one in self._ends:
            _end(one)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                far = socket.create_connection(("127.0.0.1", self._to))
                self._ends += [near, far]
                for ends in ((near, far), (far, near)):
                    Thread(target=self._carry, args=ends, daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while True:
                self._whole.wait()
                got = source.recv(CHUNK)
                self._whole.wait()
                sink.sendall(got)
                if not got:
                    sink.shutdown(socket.SHUT_WR)
                    return


def _end(one: socket.socket) -> None:
    with suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()


@contextmanager
def wire(to: int) -> Iterator[Wire]:
    """A whole wire to a port of this machine."""
    made = Wire(to)
    yield made
    made.close()
