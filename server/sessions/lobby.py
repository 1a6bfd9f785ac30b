"""All sessions of this server: made, found again after a restart, joined, left.

People and seats stand in `seating`, codes and links in `doors`. What changes is written first.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from datetime import datetime, timedelta

from msgspec import json
from msgspec.structs import replace
from sqlmodel import Session as Db

from game.controls.course import Pause
from game.opening import open_command
from game.ruleset import Ruleset
from game.vocabulary import CHANCE, FACILITATOR, PersonId, Refused
from server import rulesets
from server.auth.passes import hashed, new_id, new_pass
from server.homes import ALL_HERE, Homes
from server.protocol import words
from server.protocol.bodies import NewSession
from server.protocol.problems import Problem, not_found
from server.rulesets import Shelf
from server.sessions.attendance import REHEARSAL_SPEED
from server.sessions.founding import founding
from server.sessions.grants import Grant
from server.sessions.people import known
from server.sessions.places import state_of
from server.sessions.session import LiveSession
from server.sessions.setup import options_of, seeded, setup_of
from server.store.contract import StoreUnavailable
from server.store.passes import pass_of
from server.store.people import people_of
from server.store.rulesets import ruleset_of
from server.store.schema import (
    SessionRow,
    SessionState,
)
from server.store.sessions import (
    all_sessions,
    set_session_state,
    set_table_state,
    table_of,
    tables_of,
)
from server.tables.asked import Asked, Declined
from server.tables.clock import Hurried
from server.tables.live import LiveTable, World
from server.tables.mailbox import Crashed

logger = logging.getLogger("server.tables")


class Lobby:
    """The sessions of this server."""

    def __init__(self, world: World, shelf: Shelf, homes: Homes = ALL_HERE) -> None:
        self.world = world
        self.shelf = shelf
        self.homes = homes
        self.sessions: dict[str, LiveSession] = {}
        self.on_table: Callable[[LiveTable], None] = lambda _table: None
        self.on_rehearsal: Callable[[LiveTable], None] = lambda _table: None
        self.on_unattended: Callable[[LiveSession], None] = lambda _session: None
        self.on_delete: Callable[[str], Awaitable[None]] = nothing_more
        self.on_deleted: Callable[[list[str]], None] = lambda _tables: None
        self._rules: dict[str, Ruleset] = {}
        self._states: dict[str, str] = {}
        self._chores: set[asyncio.Task[None]] = set()

    def now(self) -> datetime:
        """The wall clock."""
        return self.world.time.now()

    # --- the server's beginning and end

    async def resume(self) -> None:
        """Take up every session of this home; the tables of those not ended are in play again.

        Raises:
            StoreUnavailable: the database cannot be read.
        """
        rows = await self.world.store.look(all_sessions)
        clocks = await self.world.store.clocks()
        for row in reversed([one for one in rows if self.homes.here(one.id)]):
            session = await self.take_up(row)
            if session is not None and row.state is not SessionState.ENDED:
                for table in session.tables:
                    try:
                        await self._start(session, table, clocks.get(table.id, 0))
                    except Crashed:  # told already; one bad log must not keep all others shut
                        logger.error("table %s stays as it is", table.id)  # noqa: TRY400 - as said

    async def take_up(self, row: SessionRow) -> LiveSession | None:
        """Know a session by its row; None: its ruleset cannot be read. No table is started."""
        rules = await self.rules_of(row.ruleset_digest)
        if rules is None:
            logger.error("session %s is left out: its ruleset cannot be read", row.id)
            return None
        asked = json.decode(row.options, type=NewSession)
        session = LiveSession(row, rules, options_of(asked, rules))
        tables, people = await self.world.store.look(
            lambda db: (tables_of(db, row.id), people_of(db, row.id))
        )
        for table in tables:
            session.add_table(table, self._world_of(session))
        session.people |= {one.id: known(one) for one in people}
        self._add(session)
        return session

    async def bring_in(self, row: SessionRow, clocks: Mapping[str, int]) -> LiveSession | None:
        """Take up a session that was written just now, its tables with these clocks."""
        session = await self.take_up(row)
        if session is not None and not session.over:
            for table in session.tables:
                await self._start(session, table, clocks.get(table.id, 0))
        return session

    def _world_of(self, session: LiveSession) -> World:
        if not session.options.rehearsal:
            return self.world
        return World(self.world.store, Hurried(self.world.time, REHEARSAL_SPEED))

    def _add(self, session: LiveSession) -> None:
        self.sessions[session.id] = session
        session.on_table = lambda table: self._went_on(session, table)
        session.on_unattended = lambda: self.on_unattended(session)

    async def _start(self, session: LiveSession, table: LiveTable, clock_ms: int) -> None:
        await table.start(clock_ms)
        if not table.play.version:
            await self._lay(session, table)

    async def _lay(self, session: LiveSession, table: LiveTable) -> None:
        asked = json.decode(session.row.options, type=NewSession)
        command = open_command(
            session.rules, setup_of(asked, session.rules, session.places[table.id].row.number)
        )
        answer = await table.submit(Asked(command=command, by=CHANCE, id="open", via="chance"))
        if isinstance(answer, Declined):
            raise StoreUnavailable(answer.detail or answer.reason)

    async def stop(self) -> None:
        """Let every table finish, and keep the clocks."""
        running = [table for session in self.sessions.values() for table in session.tables]
        for table in running:
            await table.stop()
        await self.keep_clocks()
        await asyncio.gather(*self._chores, return_exceptions=True)

    async def keep_clocks(self) -> None:
        """Write down the game time of every table in play."""
        now = {
            table.id: table.clock.now_ms()
            for session in self.sessions.values()
            for table in session.tables
            if table.play.version and state_of(table.table) == "playing"
        }
        try:
            await self.world.store.put_clock(now)
        except StoreUnavailable:
            logger.warning("the game clocks could not be kept")

    # --- finding

    def session(self, session_id: str) -> LiveSession:
        """The session of this id.

        Raises:
            Problem: there is none.
        """
        found = self.sessions.get(session_id)
        if found is None:
            raise not_found()
        return found

    async def table(self, table_id: str) -> tuple[LiveSession, LiveTable]:
        """A table, read from its log where its session has ended.

        Raises:
            Problem: there is none.
            Elsewhere: its session lives in another worker.
        """
        for session in self.sessions.values():
            place = session.places.get(table_id)
            if place is not None:
                if not place.live.play.version:
                    await place.live.start(place.row.clock_ms)
                return session, place.live
        row = await self.world.store.look(lambda db: table_of(db, table_id))
        if row is not None:
            self.homes.check(row.session_id)
        raise not_found()

    async def grant(self, secret: str | None) -> Grant | None:
        """What this pass opens now; None: nothing."""
        if not secret:
            return None
        hash_ = hashed(secret)
        row = await self.world.store.look(lambda db: pass_of(db, hash_))
        if row is None:
            return None
        return Grant(row.kind, row.session_id, row.person_id, row.table_id, hash_)

    async def rules_of(self, digest: str) -> Ruleset | None:
        """The ruleset as it was when a game began under it."""
        if digest not in self._rules:
            row = await self.world.store.look(lambda db: ruleset_of(db, digest))
            found = rulesets.decode(row.body) if row else None
            if found is None:
                return next((one for one in self.shelf.good.values() if one.digest == digest), None)
            self._rules[digest] = found
        return self._rules[digest]

    # --- making a session

    async def create(self, asked: NewSession) -> tuple[LiveSession, str]:
        """A new session with its tables laid; and the pass of its facilitator.

        Raises:
            Problem: there is no such ruleset, or it has no such seating.
        """
        rules = self.shelf.good.get(asked.ruleset)
        if rules is None:
            raise Problem("unknown_ruleset", "There is no such ruleset on this server.")
        chosen = replace(asked, title=words.title(asked.title), bearer=False)
        chosen = replace(chosen, setup=seeded(asked.setup))
        try:
            open_command(rules, setup_of(chosen, rules))
        except Refused as refused:
            sentence = f"This ruleset cannot be played so: {refused.detail}."
            raise Problem("unplayable", sentence) from None
        secret = new_pass()
        rows = founding(chosen, rules, id_=self.homes.new_id(), secret=secret, now=self.now())
        await self.world.store.run(rows.write)
        session = LiveSession(rows.session, rules, options_of(chosen, rules))
        for row in rows.tables:
            session.add_table(row, self._world_of(session))
        self._rules[rules.digest] = rules
        self._add(session)
        for table in session.tables:
            await self._start(session, table, 0)
        return session, secret

    async def end(
        self, session: LiveSession, retention_days: int, who: PersonId | None = None
    ) -> None:
        """The sitting is over: its tables stand still, its logs can be read; `who` ended it."""
        for table in session.tables:
            if state_of(table.table) == "playing" and not table.table.paused:
                pause = Asked(
                    command=Pause(), by=FACILITATOR, id=new_id(), via="facilitator", who=who
                )
                await table.submit(pause)
        now = self.now()
        until = now + timedelta(days=retention_days) if retention_days else None

        def write(db: Db) -> None:
            set_session_state(db, session.id, SessionState.ENDED, erase_after=until)

        await self.world.store.run(write)
        session.state = SessionState.ENDED
        session.changed()

    def _went_on(self, session: LiveSession, table: LiveTable) -> None:
        state = state_of(table.table)
        if session.state is SessionState.ENDED:
            return
        if self._states.get(table.id) != state and table.play.version:
            self._states[table.id] = state
            self._chore(self._keep_state(session, table, SessionState(state)))
        if table.absence.changed:
            self._chore(table.absence.keep(self.world.store, table.id))
        (self.on_rehearsal if session.options.rehearsal else self.on_table)(table)

    def _chore(self, work: Coroutine[None, None, None]) -> None:
        """Do this beside play; the log holds all that matters, should it fail."""
        task = asyncio.create_task(work)
        self._chores.add(task)
        task.add_done_callback(self._chores.discard)

    async def _keep_state(
        self, session: LiveSession, table: LiveTable, state: SessionState
    ) -> None:
        def write(db: Db) -> None:
            set_table_state(db, table.id, state)
            if state is SessionState.PLAYING and session.state is SessionState.WAITING:
                set_session_state(db, session.id, SessionState.PLAYING)

        try:
            await self.world.store.run(write)
        except StoreUnavailable:
            self._states.pop(table.id, None)
            return
        if state is SessionState.PLAYING and session.state is SessionState.WAITING:
            session.state = SessionState.PLAYING
            session.changed()


async def nothing_more(session_id: str) -> None:
    """A session is deleted, and nothing of it lies anywhere else."""
