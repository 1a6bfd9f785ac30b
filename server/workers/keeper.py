"""All workers of a server: started, started again when one ends, and stopped together."""

import asyncio
import logging
import secrets
import signal
import socket
from collections.abc import Mapping
from contextlib import suppress
from typing import Final

from server.app import DRAIN_S, CannotServe
from server.workers.door import Door
from server.workers.orders import Orders
from server.workers.worker import Worker, told

logger = logging.getLogger("server.workers")

HAND_S: Final = 10.0  # for which a connection waits for a worker that is just starting
STOP_S: Final = 2.0 * DRAIN_S  # after which a worker that was let go is killed
TRIES: Final = 10  # times in a row that a worker may end before it is ready, once it has served
PAUSES_S: Final = (0.0, 0.0, 0.5, 1.0, 2.0, 4.0)  # before each of them; the last one ever after


class Keeper:
    """Keeps so many workers; `environment` is what they are given, but for the port."""

    def __init__(self, count: int, port: int, environment: Mapping[str, str]) -> None:
        """Start none yet."""
        secret, given = secrets.token_bytes(32), {**environment, "PORT": str(port)}
        orders = Orders(count, port, secret, channel=-1)
        self._workers = tuple(Worker(number, orders, given) for number in range(count))
        self._stopping = asyncio.Event()
        self._hurry = asyncio.Event()

    async def hand(self, number: int, guest: socket.socket) -> None:
        """Hand a connection to a worker; one that takes too long to start gets it no more."""
        with suppress(TimeoutError):
            async with asyncio.timeout(HAND_S):
                await self._workers[number].hand(guest)

    async def run(self, door: Door, ready: str) -> None:
        """Keep the workers, and the door open, until a signal comes; a second one kills them.

        `ready`: what the terminal is told once they all serve.

        Raises:
            CannotServe: a worker ends at every start.
        """
        loop = asyncio.get_running_loop()
        for one in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(one, self._stop)
        letting_in = asyncio.create_task(door.open())
        telling = asyncio.create_task(self._tell(ready))
        keeping = [asyncio.create_task(self._keep(worker)) for worker in self._workers]
        stopped = asyncio.create_task(self._stopping.wait())
        await asyncio.wait((stopped, letting_in, *keeping), return_when=asyncio.FIRST_COMPLETED)
        self._stopping.set()
        letting_in.cancel()
        telling.cancel()
        for worker in self._workers:
            worker.let_go()
        await self._ended(keeping)
        with suppress(asyncio.CancelledError):
            await letting_in
        for task in keeping:
            await task  # raises why a worker cannot be kept
        await stopped

    async def _tell(self, ready: str) -> None:
        for worker in self._workers:
            await worker.ready.wait()
        print(ready, flush=True)  # noqa: T201 - the terminal is where this is read

    def _stop(self) -> None:
        if self._stopping.is_set():
            self._hurry.set()
        self._stopping.set()

    async def _keep(self, worker: Worker) -> None:
        while not self._stopping.is_set():
            try:
                how = told(await worker.live())
            except OSError as fault:  # the system has no room for one more process
                worker.let_go()
                how = fault.strerror or "no process"
            if self._stopping.is_set():
                return
            logger.warning("worker %d ended: %s", worker.number, how)
            if worker.fails >= (TRIES if worker.served else 1):
                message = (
                    f"Worker {worker.number} of the server ends at every start ({how}); "
                    "why, it says above."
                )
                raise CannotServe(message)
            with suppress(TimeoutError):
                pause_s = PAUSES_S[min(worker.fails, len(PAUSES_S) - 1)]
                await asyncio.wait_for(self._stopping.wait(), pause_s)

    async def _ended(self, keeping: list[asyncio.Task[None]]) -> None:
        """Wait until all workers have ended; not for ever."""
        hurry = asyncio.create_task(self._hurry.wait())
        ends = asyncio.gather(*keeping, return_exceptions=True)
        await asyncio.wait((hurry, ends), timeout=STOP_S, return_when=asyncio.FIRST_COMPLETED)
        hurry.cancel()
        for worker in self._workers:
            worker.kill()
        await ends
