"""Who serves which sessions: each home is claimed by an advisory lock for as long as it is served.

So of two servers that were given one database by mistake, one does not start. A lock goes with its
connection; it is taken again at once, and whoever finds it taken stops serving.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Sequence
from typing import Final

import asyncpg

from server.store.contract import StoreUnavailable
from server.store.postgres_append import Connection
from server.store.postgres_faults import FAULTS, UNREAD, at_start

LOG = logging.getLogger(__name__)

CLAIMS: Final = 5_501_772  # any fixed number: the first half of each lock's name
TAKEN: Final = (
    "Another server on this database serves these sessions: stop that one, "
    "or give this one a database of its own."
)
PATIENCE_S: Final = 20.0
"""Until a server that ends has let go, or the database has seen that a machine is gone."""
RETRY_S: Final = 0.25
TIMEOUT_S: Final = 5.0
ALIVE_EVERY_S: Final = 5.0  # a cut cable closes nothing: ask
# The database must not hold the lock of a machine that is gone: within 15 s it lets go.
LIVELY: Final = """
set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 2
"""
CLAIM: Final = """
select bool_and(pg_try_advisory_lock($1, sign)) from unnest($2::int[]) as sign
"""


class PostgresClaim:
    """See `Claim`: the homes of one worker, held until `close`."""

    def __init__(self, dsn: str, signs: Sequence[int], patience_s: float = PATIENCE_S) -> None:
        """Hold nothing yet."""
        self._dsn = dsn
        self._signs = list(signs)
        self._patience_s = patience_s
        self._connection: Connection | None = None
        self._holding: asyncio.Task[None] | None = None
        self.on_lost: Callable[[str], None] = LOG.error
        """Called once with a sentence, when another server holds what was held here."""

    async def take(self) -> None:
        """Claim them, waiting for a while where somebody else has them.

        Raises:
            StoreUnavailable: the database does not answer, or another server serves them.
        """
        try:
            await self._take()
        except UNREAD as fault:
            raise at_start(fault) from None
        except FAULTS as fault:
            raise at_start(fault) from fault
        self._holding = asyncio.get_running_loop().create_task(self._hold())

    async def close(self) -> None:
        """Let go."""
        if self._holding is not None:
            self._holding.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._holding
        self._drop()

    async def _take(self) -> None:
        until = asyncio.get_running_loop().time() + self._patience_s
        while not await self._taken():
            if asyncio.get_running_loop().time() >= until:
                raise StoreUnavailable(TAKEN)
            await asyncio.sleep(RETRY_S)

    async def _taken(self) -> bool:
        self._drop()
        made = await asyncpg.connect(self._dsn, timeout=TIMEOUT_S, command_timeout=TIMEOUT_S)
        self._connection = made
        await made.execute(LIVELY)
        if await made.fetchval(CLAIM, CLAIMS, self._signs):
            return True
        self._drop()
        return False

    async def _hold(self) -> None:
        held = True
        while True:
            await self._until_lost()
            try:
                await self._take()
            except StoreUnavailable as taken:
                self.on_lost(str(taken))
                return
            except FAULTS as fault:
                if held:  # told once, however long the database is away
                    LOG.warning("The claim on the sessions waits for the database: %r", fault)
                held = False
                await asyncio.sleep(RETRY_S)
            else:
                held = True

    async def _until_lost(self) -> None:
        with contextlib.suppress(*FAULTS):
            while self._connection is not None and not self._connection.is_closed():
                await self._connection.execute("select 1")
                await asyncio.sleep(ALIVE_EVERY_S)

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.terminate()
        self._connection = None
