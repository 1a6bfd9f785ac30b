"""What goes on beside play: sessions past their time, tables left alone, keys of earlier starts."""

import asyncio
import gc
import weakref
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import pytest
from sqlmodel import Session as Db

from game.commands import AnyCommand
from game.controls.course import Pause, Resume, Start
from game.controls.seats import PutBot
from game.views.view import FACILITATOR as FACILITATOR_VIEW
from game.vocabulary import FACILITATOR
from server.auth.vouchers import Vouchers
from server.debriefs.readers import Debrief
from server.protocol.bodies import NewSession
from server.rulesets import OWN_FOLDER, load
from server.sessions.grants import Grant
from server.sessions.keys import Keys, keep_key
from server.sessions.lobby import Lobby
from server.sessions.session import LiveSession
from server.sessions.tries import Asker
from server.sessions.upkeep import GRACE_S, Upkeep, delete
from server.store.contract import Appended, Row, StoreUnavailable, Wording
from server.store.memory import MemoryStore
from server.store.schema import PassKind
from server.store.sessions import all_sessions
from server.tables.asked import Asked, Stored
from server.tables.channel import Channel
from server.tables.live import LiveTable, World
from tests.server.held import HeldTime

T = TypeVar("T")
SHELF = load((OWN_FOLDER / "tiny",))


@dataclass(eq=False)
class Console:
    """A facilitator's device."""

    code: int | None = None

    def news(self) -> None:
        """It looks."""

    def has(self, channel: Channel) -> bool:
        return channel.frame == b""

    def moved(self) -> None:
        """It has no seat."""

    def cut(self, code: int, reason: str) -> None:
        assert reason
        self.code = code


@dataclass
class Given:
    time: HeldTime
    lobby: Lobby
    upkeep: Upkeep
    session: LiveSession

    @property
    def table(self) -> LiveTable:
        return self.session.tables[0]

    def is_paused(self) -> bool:
        return self.table.table.paused


async def given(*, autopause: bool = False, store: MemoryStore | None = None) -> Given:
    """A session of one table in play."""
    time = HeldTime()
    lobby = Lobby(World(store or MemoryStore(), time), SHELF)
    upkeep = Upkeep(lobby, autopause=autopause)
    session, _ = await lobby.create(NewSession(title="T", ruleset="tiny", players=3))
    table = session.tables[0]
    bots = [PutBot(seat.id, "random") for seat in table.table.seats]
    commands: tuple[AnyCommand, ...] = (*bots, Start())
    for number, command in enumerate(commands):
        asked = Asked(command=command, by=FACILITATOR, id=f"{number}", via="facilitator")
        await table.submit(asked)
    return Given(time, lobby, upkeep, session)


def run(test: Callable[[], Coroutine[None, None, None]]) -> None:
    asyncio.run(test())


def test_an_ended_session_is_deleted_when_its_time_is_over_and_not_before() -> None:
    async def test() -> None:
        one = await given()
        await one.lobby.end(one.session, retention_days=7)
        console = Console()
        one.session.facilitators.add(console)
        one.time.wall += timedelta(days=6)
        await one.upkeep.sweep()
        assert one.session.id in one.lobby.sessions
        one.time.wall += timedelta(days=1)
        await one.upkeep.sweep()
        assert one.lobby.sessions == {}
        assert await one.lobby.world.store.look(all_sessions) == ()
        assert await one.table.archive.entries() == []
        assert console.code == 4410

    run(test)


@pytest.mark.parametrize("reading", [False, True])
def test_the_log_of_a_deleted_session_leaves_the_memory(*, reading: bool) -> None:
    async def test() -> None:
        one = await given()
        other = await one.lobby.create(NewSession(title="Other", ruleset="tiny", players=3))
        kept = other[0].tables[0]
        holder = Grant(PassKind.FACILITATOR, other[0].id, None, None, "")
        past = (await Debrief(one.lobby).reader(holder, kept.id)).past
        still = await past.of(kept.id, kept.archive)
        await one.lobby.end(one.session, retention_days=0)
        looking = asyncio.ensure_future(past.of(one.table.id, one.table.archive))
        if not reading:
            await looking
        await delete(one.lobby, one.session.id)
        gone = weakref.ref(await looking)
        del looking
        await asyncio.sleep(0)  # the loop lets go of what it has just handed over
        gc.collect()
        assert gone() is None
        assert await past.of(kept.id, kept.archive) is still

    run(test)


class Slow(MemoryStore):
    """A store whose appends wait until they may go on."""

    def __init__(self) -> None:
        super().__init__()
        self.waits, self.goes_on = asyncio.Event(), asyncio.Event()
        self.goes_on.set()

    async def append(self, row: Row, wordings: tuple[Wording, ...] = ()) -> Appended:
        if not self.goes_on.is_set():
            self.waits.set()
        await self.goes_on.wait()
        return await super().append(row, wordings)


class Ill(MemoryStore):
    """A store that can be read, and written only while it is well."""

    well = True

    async def run(self, change: Callable[[Db], T]) -> T:
        if not self.well:
            raise StoreUnavailable("The disk is full.")
        return await super().run(change)


def test_a_session_that_cannot_be_deleted_now_is_still_there_to_be_deleted() -> None:
    async def test() -> None:
        store = Ill()
        one = await given(store=store)
        await one.lobby.end(one.session, retention_days=0)
        console = Console()
        one.session.facilitators.add(console)
        store.well = False
        with pytest.raises(StoreUnavailable):
            await delete(one.lobby, one.session.id)
        assert one.lobby.session(one.session.id) is one.session
        assert (await one.table.newest(FACILITATOR_VIEW)).frame
        assert console.code is None
        store.well = True
        await delete(one.lobby, one.session.id)
        assert one.lobby.sessions == {}
        assert await store.look(all_sessions) == ()
        assert console.code == 4410

    run(test)


def test_what_a_rehearsal_plays_while_it_is_deleted_leaves_nothing() -> None:
    async def test() -> None:
        store = Slow()
        one = await given(store=store)
        store.goes_on.clear()
        asked = Asked(command=Pause(text="why"), by=FACILITATOR, id="late", via="facilitator")
        late = asyncio.create_task(one.table.submit(asked))
        await store.waits.wait()
        deleting = asyncio.create_task(delete(one.lobby, one.session.id))
        await asyncio.sleep(0)  # so far that its rows are gone: a store in memory waits for nothing
        assert one.lobby.sessions == {}
        store.goes_on.set()
        assert isinstance(await late, Stored)
        await deleting
        assert await store.read(one.table.id) == []

    run(test)


def test_without_a_time_nothing_is_deleted() -> None:
    async def test() -> None:
        one = await given()
        await one.lobby.end(one.session, retention_days=0)
        one.time.wall += timedelta(days=10_000)
        await one.upkeep.sweep()
        assert one.session.id in one.lobby.sessions

    run(test)


def test_tables_pause_when_the_facilitator_stays_away() -> None:
    async def test() -> None:
        one = await given(autopause=True)
        one.session.facilitator_left()
        await one.time.pass_(GRACE_S - 1)
        assert not one.is_paused()
        await one.time.pass_(1)
        assert one.is_paused()

    run(test)


def test_a_reload_of_the_console_pauses_nothing() -> None:
    async def test() -> None:
        one = await given(autopause=True)
        one.session.facilitator_left()
        one.session.facilitators.add(Console())
        await one.time.pass_(GRACE_S)
        assert not one.is_paused()

    run(test)


def test_where_it_is_not_asked_for_play_goes_on_without_a_facilitator() -> None:
    async def test() -> None:
        one = await given()
        one.session.facilitator_left()
        await one.time.pass_(GRACE_S)
        assert not one.is_paused()

    run(test)


def test_a_session_that_has_ended_stands_still() -> None:
    async def test() -> None:
        one = await given()
        await one.lobby.end(one.session, retention_days=0)
        assert one.is_paused()
        assert not one.table.clock.running
        resume = Asked(command=Resume(), by=FACILITATOR, id="r", via="facilitator")
        await one.table.submit(resume)
        assert not one.table.clock.running

    run(test)


def test_the_key_of_an_earlier_start_ends_with_the_next_one() -> None:
    async def test() -> None:
        lobby = (await given()).lobby
        store, keys = lobby.world.store, Keys(lobby, Vouchers())
        await keep_key(store, "of yesterday", lobby.now())
        assert await keys.is_good("of yesterday")
        lasting = await keys.take("of yesterday", Asker("127.0.0.1"), once=True)
        await keep_key(store, "of today", lobby.now())
        assert not await keys.is_good("of yesterday")
        assert await keys.is_good("of today")
        # who was let in once stays in
        assert await keys.is_good(lasting)

    run(test)
