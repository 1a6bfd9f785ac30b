"""Where connections come in: each goes to the worker where its first request is at home.

Only the beginning of the request is looked at, and not taken: what is handed on is the connection
itself, whole. Nothing here knows what is asked.
"""

import asyncio
import logging
import socket
from collections.abc import Awaitable, Callable
from itertools import count
from typing import Final

from server.homes import COUNTER, named, worker_of

logger = logging.getLogger("server.workers")

LOOK_S: Final = 5.0  # within which a connection says where it wants to go
LONGEST: Final = 4096  # bytes that are looked at
MOST_COMING: Final = 4_000  # on their way at once; whoever came first of them is let go
NO_ROOM_S: Final = 0.1  # until the next try, where this process may open no more files
COUNTED: Final = ("/api/join", "/api/links", "/api/keys")
"""Where codes and keys are tried: all come by the worker that counts."""

Hand = Callable[[int, socket.socket], Awaitable[None]]
"""Hand a connection to the worker of this number."""


class Door:
    """`listening`: where connections come in; `workers`: how many there are."""

    def __init__(self, listening: socket.socket, workers: int, hand: Hand) -> None:
        """Nobody comes in yet."""
        self._listening = listening
        self._workers = workers
        self._hand = hand
        self._turns = count()
        self._coming: dict[asyncio.Task[None], None] = {}

    async def open(self) -> None:
        """Let people in until this is cancelled; then nobody more comes in."""
        loop = asyncio.get_running_loop()
        self._listening.settimeout(0)
        try:
            while True:
                try:
                    guest, _ = await loop.sock_accept(self._listening)
                except OSError as fault:  # no file is free, or the guest has gone again
                    logger.warning("a connection could not be accepted: %s", fault.strerror)
                    await asyncio.sleep(NO_ROOM_S)
                    continue
                self._comes(guest)
        finally:
            self._listening.close()
            for task in tuple(self._coming):
                task.cancel()

    def _comes(self, guest: socket.socket) -> None:
        if len(self._coming) >= MOST_COMING:
            next(iter(self._coming)).cancel()
        task = asyncio.create_task(self._lead(guest))
        self._coming[task] = None
        task.add_done_callback(lambda done: self._came(done, guest))

    def _came(self, task: asyncio.Task[None], guest: socket.socket) -> None:
        del self._coming[task]
        guest.close()  # this copy; the worker has its own

    async def _lead(self, guest: socket.socket) -> None:
        try:
            async with asyncio.timeout(LOOK_S):
                target = await asked_for(guest)
        except (TimeoutError, OSError):
            return
        if target is not None:
            await self._hand(self._number(target), guest)

    def _number(self, target: str) -> int:
        signs = named(target)
        if signs is None and not target.startswith(COUNTED):
            return next(self._turns) % self._workers
        return worker_of(signs or COUNTER, self._workers)


async def asked_for(guest: socket.socket) -> str | None:
    """The target of the first request, as far as it is in its first bytes, which stay unread.

    None: the guest has gone.
    """
    pause_s = 0.001
    while True:
        try:
            seen = guest.recv(LONGEST, socket.MSG_PEEK)
        except BlockingIOError:
            await _readable(guest)
            continue
        if not seen:
            return None
        line, whole, _ = seen.partition(b"\n")
        if whole or len(seen) >= LONGEST:
            return line.partition(b" ")[2].partition(b" ")[0].decode("latin-1")
        # The first bytes stay where they are, so nothing tells when there are more.
        await asyncio.sleep(pause_s)
        pause_s = min(2 * pause_s, 0.1)


async def _readable(guest: socket.socket) -> None:
    loop, came = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(guest.fileno(), came.set)
    try:
        await came.wait()
    finally:
        loop.remove_reader(guest.fileno())
