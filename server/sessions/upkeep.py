"""What goes on beside play: clocks kept, tables paused while unattended; people forgotten, sessions
deleted. No rule and no page.
"""

import asyncio
import logging
from typing import Final

from sqlmodel import Session as Db

from game.controls.course import Pause
from game.vocabulary import FACILITATOR
from server.auth.passes import new_id
from server.protocol.problems import Problem
from server.sessions.lobby import Lobby
from server.sessions.places import state_of
from server.sessions.session import LiveSession
from server.store.contract import Busy, StoreUnavailable
from server.store.erasing import delete_session, forget_people, sessions_past_retention
from server.store.schema import SessionRow
from server.store.sessions import session_of
from server.tables.asked import Asked
from server.tables.mailbox import Crashed

logger = logging.getLogger("server.tables")

HEARTBEAT_S: Final = 5.0  # how much game time a crash may take back
BEATS_A_SWEEP: Final = 720  # once an hour
GRACE_S: Final = 5.0  # a reload of the console is no absence
GONE: Final = 4410
AGAIN: Final = (1012, "What is shown has changed: connect again.")


class Upkeep:
    """The chores of one server."""

    def __init__(self, lobby: Lobby, *, autopause: bool) -> None:
        self._lobby = lobby
        self._tasks: set[asyncio.Task[None]] = set()
        if autopause:
            lobby.on_unattended = self.unattended

    async def run(self) -> None:
        """Until it is cancelled."""
        beats = 0
        while True:
            if beats % BEATS_A_SWEEP == 0:
                await self.sweep()
            beats += 1
            await asyncio.sleep(HEARTBEAT_S)
            await self._lobby.keep_clocks()
            await self._lobby.world.store.check()

    async def sweep(self) -> None:
        """Delete the sessions whose time is over, with their people, texts and logs."""
        now = self._lobby.now()
        store = self._lobby.world.store
        try:
            over = await store.look(lambda db: sessions_past_retention(db, now))
            for session_id in filter(self._lobby.homes.here, over):
                await delete(self._lobby, session_id)
                logger.info("session %s was deleted: its time was over", session_id)
        except StoreUnavailable:
            logger.warning("sessions past their time could not be deleted; tried again in an hour")

    def unattended(self, session: LiveSession) -> None:
        """Pause the tables of a session whose facilitator stays away."""
        self._lobby.world.time.later(GRACE_S, lambda: self._pause_if_alone(session))

    def _pause_if_alone(self, session: LiveSession) -> None:
        if session.facilitators or session.over:
            return
        task = asyncio.create_task(_pause(session))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def forget(lobby: Lobby, session: LiveSession) -> None:
    """Erase who was in a session that is over, and what they said; its logs can still be read.

    It is known anew from the database then, so that nothing stays in memory either. Facilitators
    and room displays come back by themselves; nobody else has a pass any more.

    Raises:
        Problem: the session is not over.
        StoreUnavailable: nothing was erased.
    """
    check_over(session)

    def write(db: Db) -> SessionRow | None:
        forget_people(db, session.id)
        return session_of(db, session.id)

    row = await lobby.world.store.run(write)
    if row is not None:
        await lobby.take_up(row)
    staff = session.facilitators | session.screens
    for device in session.devices():
        device.cut(*(AGAIN if device in staff else (GONE, "This session's people were forgotten.")))
    for table in session.tables:
        await table.stop()


def check_over(session: LiveSession) -> None:
    """That nothing is erased under the hands of people who play.

    Raises:
        Problem: the session is not over.
    """
    if not session.over:
        sentence = "End this session first: what is erased does not come back."
        raise Problem("not_over", sentence)


async def delete(lobby: Lobby, session_id: str) -> None:
    """Delete a session with its people, texts, logs and estimates, and cut off who looks at it.

    Raises:
        StoreUnavailable: it is all there as it was, and can be deleted again.
    """
    store = lobby.world.store
    # Before the log: by its hashes what was worked out from it is found, also after a crash here.
    await lobby.on_delete(session_id)
    await store.run(lambda db: delete_session(db, session_id))
    session = lobby.sessions.pop(session_id, None)
    if session is None:
        return
    for device in session.devices():
        device.cut(GONE, "This session was deleted.")
    for table in session.tables:
        await table.stop()
    lobby.on_deleted([table.id for table in session.tables])
    # A rehearsal plays on until its tables stop: what it wrote meanwhile goes too.
    await store.run(lambda db: delete_session(db, session_id))


async def _pause(session: LiveSession) -> None:
    for table in session.tables:
        if state_of(table.table) != "playing" or table.table.paused:
            continue
        asked = Asked(command=Pause(), by=FACILITATOR, id=new_id(), via="default")
        try:
            await table.submit(asked)
        except (Busy, Crashed, StoreUnavailable) as fault:
            logger.warning("a table could not be paused: %s", fault)
