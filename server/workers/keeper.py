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
from server.workers.worker import Spare, Worker, spare, told

logger = logging.getLogger("server.workers")

HAND_S: Final = 10.0  # for which a connection waits for a worker that is just starting
STOP_S: Final = 2.0 * DRAIN_S  # after which a worker that was let go is killed
TRIES: Final = 10  # times in a row that a worker may end before it is ready, once it has served
PAUSES_S: Final = (0.0, 0.0, 0.5, 1.0, 2.0, 4.0)  # before each of them; the last one ever after


class Keeper:
    """Keeps so many workers; `environment` is what they are given, but for the port."""

    def __init__(self, count: int, port: int, environment: Mapping[str, str]) -> None:
        """Start none yet."""
        secret = secrets.token_bytes(32)
        self._workers = tuple(
            Worker(Orders(number, count, port, secret, channel=-1)) for number in range(count)
        )
        self._environment = {**environment, "PORT": str(port)}
        self._spare: Spare | None = None
        self._spent = asyncio.Event()
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
        standing_by = asyncio.create_task(self._stand_by(ready))
        keeping = [asyncio.create_task(self._keep(worker)) for worker in self._workers]
        stopped = asyncio.create_task(self._stopping.wait())
        await asyncio.wait((stopped, letting_in, *keeping), return_when=asyncio.FIRST_COMPLETED)
        self._stopping.set()
        letting_in.cancel()
        standing_by.cancel()
        for worker in self._workers:
            worker.let_go()
        await self._ended(keeping)
        await self._dismissed()
        with suppress(asyncio.CancelledError):
            await letting_in
        for task in keeping:
            await task  # raises why a worker cannot be kept
        await stopped

    async def _stand_by(self, ready: str) -> None:
        """Tell once that all serve; from then on have a process wait for one of them to end."""
        await self._all_serve()
        print(ready, flush=True)  # noqa: T201 - the terminal is where this is read
        while True:
            self._spent.clear()
            if self._spare is None:
                with suppress(OSError):  # no room now: the next one is started when it is needed
                    self._spare = await spare(self._environment)
            await self._spent.wait()
            await self._all_serve()

    async def _all_serve(self) -> None:
        for worker in self._workers:
            await worker.ready.wait()

    async def _process(self) -> Spare:
        """The process that waits, or a new one."""
        waiting, self._spare = self._spare, None
        self._spent.set()
        if waiting is not None and waiting.process.returncode is None:
            return waiting
        return await spare(self._environment)

    async def _dismissed(self) -> None:
        """Let the process go that has waited in vain."""
        if self._spare is not None:
            self._spare.channel.close()
            with suppress(ProcessLookupError):
                self._spare.process.kill()
            await self._spare.process.wait()

    def _stop(self) -> None:
        if self._stopping.is_set():
            self._hurry.set()
        self._stopping.set()

    async def _keep(self, worker: Worker) -> None:
        while not self._stopping.is_set():
            try:
                how = told(await worker.live(await self._process()))
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
