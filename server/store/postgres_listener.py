"""Hearing what other workers append: one connection of its own, made again when it is lost.

A hint only: whoever listens reads the log itself, and sweeps it after every gap.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable

import asyncpg

from server.store.contract import OnEntry, OnGap
from server.store.postgres_append import CHANNEL, Connection
from server.store.postgres_faults import FAULTS

LOG = logging.getLogger(__name__)

FIRST_WAIT_S = 0.25
LONGEST_WAIT_S = 2.0
ALIVE_EVERY_S = 10.0  # a cut cable closes nothing: ask
TIMEOUT_S = 5.0


class Listener:
    """Calls `on_entry` for each notification that is not our own, `on_gap` at each (re)start."""

    def __init__(
        self, dsn: str, on_entry: OnEntry, on_gap: OnGap, own: Callable[[], int | None]
    ) -> None:
        """Start listening; `own` tells the server process that writes for us."""
        self._dsn = dsn
        self._on_entry = on_entry
        self._on_gap = on_gap
        self._own = own
        self._task = asyncio.get_running_loop().create_task(self._run())

    async def close(self) -> None:
        """Hear no more."""
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task

    async def _run(self) -> None:
        wait = FIRST_WAIT_S
        while True:
            try:
                connection = await asyncpg.connect(self._dsn, timeout=TIMEOUT_S)
                wait = FIRST_WAIT_S
                await self._until_lost(connection)
            except FAULTS as fault:
                LOG.warning("Notifications are lost until the database is back: %r", fault)
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT_S)

    async def _until_lost(self, connection: Connection) -> None:
        lost = asyncio.Event()
        connection.add_termination_listener(lambda _: lost.set())
        try:
            await connection.add_listener(CHANNEL, self._hear)
            self._on_gap()
            while not lost.is_set():
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(lost.wait(), ALIVE_EVERY_S)
                if not lost.is_set():
                    await connection.execute("select 1", timeout=TIMEOUT_S)
        finally:
            connection.terminate()

    def _hear(self, _connection: object, pid: int, _channel: str, payload: object) -> None:
        version, _, table_id = str(payload).partition(" ")
        if pid != self._own() and table_id and version.isascii() and version.isdigit():
            self._on_entry(table_id, int(version))
