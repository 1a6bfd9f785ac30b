"""One worker as the keeper sees it: a process, and the channel over which connections go to it."""

import asyncio
import signal
import socket
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from msgspec import json
from msgspec.structs import replace

from server.workers.orders import CONNECTION, READY, Orders

AGAIN_S: Final = 0.01  # until a channel that was full, or has just broken, is tried again


@dataclass(frozen=True, slots=True)
class Spare:
    """A process that has read all code, and waits to be told which worker it is."""

    process: asyncio.subprocess.Process
    channel: socket.socket
    theirs: int
    """The file of its end of the channel."""


async def spare(environment: Mapping[str, str]) -> Spare:
    """Start one.

    Raises:
        OSError: the system has no room for it.
    """
    ours, theirs = socket.socketpair()
    ours.settimeout(0)
    with theirs:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "server.workers"),
            stdin=asyncio.subprocess.PIPE,
            env=environment,
            pass_fds=(theirs.fileno(),),
            start_new_session=True,  # Ctrl-C comes to the door alone, which tells them
        )
        return Spare(process, ours, theirs.fileno())


class Worker:
    """A worker over all its lives; `orders`: all but the channel, which is new in each."""

    def __init__(self, orders: Orders) -> None:
        """Start nothing yet."""
        self.number = orders.number
        self.fails = 0
        """Lives in a row that ended before it was ready."""
        self.served = False
        """Whether it was ever ready."""
        self._orders = orders
        self.ready = asyncio.Event()
        """Whether it serves now."""
        self._channel: socket.socket | None = None
        self._process: asyncio.subprocess.Process | None = None

    async def live(self, own: Spare) -> int:
        """Be this process until it has ended: its exit code, below zero by a signal."""
        self.fails += 1
        self._channel, self._process = own.channel, own.process
        orders = replace(self._orders, channel=own.theirs)
        waiting = asyncio.create_task(self._wait_until_ready(own.channel))
        with suppress(ConnectionError):  # it has ended already, as is seen below
            await own.process.communicate(json.encode(orders))
        code = await own.process.wait()
        waiting.cancel()
        self.ready.clear()
        self.let_go()
        return code

    async def _wait_until_ready(self, channel: socket.socket) -> None:
        with suppress(OSError):
            if await asyncio.get_running_loop().sock_recv(channel, 1) == READY:
                self.fails, self.served = 0, True
                self.ready.set()

    async def hand(self, guest: socket.socket) -> None:
        """Hand it a connection, as soon as it is ready."""
        while True:
            await self.ready.wait()
            if self._channel is None:
                return
            try:
                socket.send_fds(self._channel, [CONNECTION], [guest.fileno()])
            except OSError:  # full, or its process has just ended
                await asyncio.sleep(AGAIN_S)
            else:
                return

    def let_go(self) -> None:
        """Close the channel: it drains and ends."""
        if self._channel is not None:
            self._channel.close()
        self._channel = None

    def kill(self) -> None:
        """End it at once."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.kill()


def told(code: int) -> str:
    """How a process ended.

    >>> told(2), told(-9)
    ('exit code 2', 'SIGKILL')
    """
    return f"exit code {code}" if code >= 0 else signal.Signals(-code).name
