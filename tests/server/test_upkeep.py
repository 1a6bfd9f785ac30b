"""What goes on beside play: sessions past their time, tables left alone, keys of earlier starts."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta

from game.commands import AnyCommand
from game.controls.course import Resume, Start
from game.controls.seats import PutBot
from game.vocabulary import FACILITATOR
from server.protocol.bodies import NewSession
from server.rulesets import OWN_FOLDER, load
from server.store.memory import MemoryStore
from server.store.sessions import all_sessions
from server.tables.asked import Asked
from server.tables.channel import Channel
from server.tables.doors import Asker, Doors, keep_key
from server.tables.live import LiveTable, World
from server.tables.lobby import Lobby
from server.tables.session import LiveSession
from server.tables.upkeep import GRACE_S, Upkeep
from tests.server.held import HeldTime

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


async def given(*, autopause: bool = False) -> Given:
    """A session of one table in play."""
    time = HeldTime()
    lobby = Lobby(World(MemoryStore(), time), SHELF)
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
        store, doors = lobby.world.store, Doors(lobby, "http://game.test")
        await keep_key(store, "of yesterday", lobby.now())
        assert await doors.is_key("of yesterday")
        lasting = await doors.take_key("of yesterday", Asker("127.0.0.1"), once=True)
        await keep_key(store, "of today", lobby.now())
        assert not await doors.is_key("of yesterday")
        assert await doors.is_key("of today")
        # who was let in once stays in
        assert await doors.is_key(lasting)

    run(test)
