"""The server beneath, ended well: whoever still asks is told, and the database is closed."""

import logging
import signal
import socket
from types import FrameType

import uvicorn

from server.desk import Desk

logger = logging.getLogger("server")


class DrainingServer(uvicorn.Server):
    """Takes no more commands before it closes its sockets."""

    def __init__(self, config: uvicorn.Config, desk: Desk) -> None:
        super().__init__(config)
        self._desk = desk

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Say `restarting` to whoever still asks, then close everything."""
        self._desk.draining = True
        await super().shutdown(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End well when told to, with the database closed.

        The library beneath sends the signal once more when it has stopped, which would end the
        process there and then: what was written last would lie beside the file of the database.
        """
        if sig == signal.SIGTERM:
            self.should_exit = True
        else:
            super().handle_exit(sig, frame)

    def give_up(self, why: str) -> None:
        """Stop serving, for this reason."""
        logger.error(why)
        self.should_exit = True
