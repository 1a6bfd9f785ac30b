"""Rehearsals: bots play a set-up ten times as fast, the facilitator watches, and nothing is kept.

A rehearsal is a session like any other, so that console and room display show it as they will show
the real one; it is deleted when it is closed, when nobody watches it, and when the server ends.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from game.bots.lineup import HOUSE
from game.commands import AnyCommand
from game.controls.course import SetAutopilot, Start
from game.controls.seats import PutBot
from game.vocabulary import FACILITATOR
from server.auth.passes import new_id
from server.protocol import words
from server.protocol.bodies import NewSession
from server.protocol.problems import storage
from server.sessions.lobby import Lobby
from server.sessions.session import LiveSession
from server.sessions.upkeep import delete
from server.store.contract import StoreUnavailable
from server.tables.asked import Asked, Declined
from server.tables.live import LiveTable

logger = logging.getLogger("server.tables")

ALONE_S: Final = 300
"""A rehearsal that nobody has watched for so long is deleted."""


class Rehearsals:
    """The rehearsals of this server."""

    def __init__(self, lobby: Lobby) -> None:
        self._lobby = lobby
        self._chores: set[asyncio.Task[None]] = set()
        others = lobby.on_unattended
        lobby.on_unattended = lambda one: self._left(one, others)

    async def begin(self, asked: NewSession) -> tuple[LiveSession, str]:
        """Bots on every seat of one table, and off they go; and the pass of who watches.

        Raises:
            Problem: it cannot be played so.
        """
        title = f"Rehearsal: {asked.title}"[: words.TITLE_SIGNS]
        session, secret = await self._lobby.create(replace(asked, title=title, tables=1))
        for table in session.tables:
            for seat in table.table.seats:
                await _do(table, PutBot(seat.id, HOUSE))
            await _do(table, SetAutopilot(on=True))
            await _do(table, Start())
        return session, secret

    async def discard(self, session: LiveSession) -> None:
        """Leave nothing of it behind.

        Raises:
            StoreUnavailable: it is still in the database.
        """
        await delete(self._lobby, session.id)

    async def clear(self) -> None:
        """Discard them all: when a server begins or ends, nobody watches any more."""
        for session in tuple(self._lobby.sessions.values()):
            if session.options.rehearsal:
                await self._try_to_discard(session)

    async def _try_to_discard(self, session: LiveSession) -> None:
        try:
            await self.discard(session)
        except StoreUnavailable:
            logger.warning("rehearsal %s could not be deleted now", session.id)

    def _left(self, session: LiveSession, others: Callable[[LiveSession], None]) -> None:
        if not session.options.rehearsal:
            others(session)
            return
        self._lobby.world.time.later(ALONE_S, lambda: self._discard_if_alone(session))

    def _discard_if_alone(self, session: LiveSession) -> None:
        if session.facilitators or session.id not in self._lobby.sessions:
            return
        task = asyncio.create_task(self._try_to_discard(session))
        self._chores.add(task)
        task.add_done_callback(self._chores.discard)


async def _do(table: LiveTable, command: AnyCommand) -> None:
    asked = Asked(command=command, by=FACILITATOR, id=new_id(), via="facilitator")
    answer = await table.submit(asked)
    if isinstance(answer, Declined):
        raise storage(answer.detail or answer.reason)
