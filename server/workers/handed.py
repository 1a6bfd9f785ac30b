"""A worker's server: it listens nowhere, and takes the connections that the door hands it."""

import asyncio
import socket
from collections.abc import Callable

import uvicorn

from server.desk import Desk
from server.draining import DrainingServer
from server.workers.orders import READY


class HandedServer(DrainingServer):
    """Serves what comes over `channel`, and stops when nobody holds its other end."""

    def __init__(self, config: uvicorn.Config, desk: Desk, channel: socket.socket) -> None:
        super().__init__(config, desk)
        self._channel = channel
        self._taking: set[asyncio.Task[None]] = set()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Take up what is at home here, then say so and take connections; `sockets`: none."""
        await super().startup(sockets)
        self._channel.settimeout(0)
        asyncio.get_running_loop().add_reader(self._channel.fileno(), self._comes)
        try:
            self._channel.send(READY)
        except OSError:
            self.should_exit = True  # whoever started this has gone

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take no more, then stop as one process does."""
        asyncio.get_running_loop().remove_reader(self._channel.fileno())
        await asyncio.gather(*self._taking)
        await super().shutdown(sockets)
        self._channel.close()

    def _comes(self) -> None:
        try:
            said, files, _, _ = socket.recv_fds(self._channel, 1, 1)
        except BlockingIOError:
            return
        except OSError:
            said, files = b"", []
        if not said:
            asyncio.get_running_loop().remove_reader(self._channel.fileno())
            self.should_exit = True
        for file in files:
            task = asyncio.create_task(self._take(socket.socket(fileno=file)))
            self._taking.add(task)
            task.add_done_callback(self._taking.discard)

    async def _take(self, guest: socket.socket) -> None:
        """Give a connection to uvicorn, which counts it among its own from then on."""
        guest.settimeout(0)
        try:
            await asyncio.get_running_loop().connect_accepted_socket(self._protocol, guest)
        except OSError:  # it has gone in the meantime
            guest.close()

    def _protocol(self) -> asyncio.Protocol:
        # Which class it is, uvicorn's settings say: its types do not tell what it takes.
        kind: Callable[..., asyncio.Protocol] = self.config.http_protocol_class
        return kind(
            config=self.config, server_state=self.server_state, app_state=self.lifespan.state
        )
