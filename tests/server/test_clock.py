"""Game time: what ends a phase, what a pause does to it, what restarts and wall clocks do not."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta

import pytest

from game.commands import AnyCommand
from game.controls.course import Extend, NextPhase, Pause, Resume, Rewind, SetAutopilot, Start
from game.controls.seats import PutBot
from game.opening import Setup, open_command
from game.vocabulary import CHANCE, FACILITATOR, Actor, Phase, SeatId
from server.rulesets import OWN_FOLDER, load
from server.store.memory import MemoryStore
from server.tables.asked import Asked, Stored
from server.tables.clock import Alarm, GameClock
from server.tables.live import LiveTable, World
from tests.server.held import HeldTime

RULES = load((OWN_FOLDER / "tiny",)).good["tiny"]
BRIEFING, TALK, PLAN = RULES.params.briefing_s, RULES.params.talk_s, RULES.params.plan_s


@dataclass
class Alone:
    """A session in which nothing happens beside the table."""

    id: str = "session"
    over: bool = False
    seats_here: frozenset[SeatId] = frozenset()

    def here(self, _table: LiveTable) -> frozenset[SeatId]:
        return self.seats_here

    def session_part(self, _table: LiveTable) -> Callable[[str], bytes]:
        return lambda _kind: b"null"

    def went_on(self, table: LiveTable) -> None:
        """Nobody listens."""


def test_an_alarm_that_is_set_again_to_the_same_time_is_the_same_timer() -> None:
    time = HeldTime()
    clock, rung = GameClock(time), []
    alarm = Alarm(time, clock, lambda: rung.append(clock.now_ms()))
    clock.run(on=True)
    for at_ms in (5_000, 5_000, 3_000):
        alarm.set(at_ms)
    assert [one.is_off for one in time.waiting] == [True, False]
    asyncio.run(time.pass_(3))
    assert rung == [3_000]


def test_an_alarm_follows_a_clock_that_stood_still() -> None:
    time = HeldTime()
    clock, rung = GameClock(time), []
    alarm = Alarm(time, clock, lambda: rung.append(clock.now_ms()))
    for on in (True, False, True):
        clock.run(on=on)
        alarm.set(5_000)
        asyncio.run(time.pass_(2))
    assert rung == []
    asyncio.run(time.pass_(1))
    assert rung == [5_000]


@dataclass
class Given:
    time: HeldTime
    store: MemoryStore
    table: LiveTable
    asked: int = 0

    async def do(self, command: AnyCommand, by: Actor = FACILITATOR) -> bool:
        self.asked += 1
        answer = await self.table.submit(
            Asked(command=command, by=by, id=f"t-{self.asked}", via="facilitator")
        )
        return isinstance(answer, Stored)

    async def restarted(self) -> "Given":
        """The same log after a crash; the clock was kept just then."""
        kept = self.table.clock.now_ms()
        await self.table.stop()
        table = LiveTable("table", RULES, Alone(), World(self.store, self.time))
        await table.start(kept)
        await self.time.pass_(0)
        return Given(self.time, self.store, table, 1000)

    def phase(self) -> Phase:
        return self.table.table.phase


async def laid() -> Given:
    time, store = HeldTime(), MemoryStore()
    table = LiveTable("table", RULES, Alone(), World(store, time))
    await table.start(0)
    given = Given(time, store, table)
    assert await given.do(open_command(RULES, Setup(seed="clock", players=3)), CHANCE)
    return given


async def begun(*, autopilot: bool = True) -> Given:
    """In Briefing of round 1."""
    given = await laid()
    for seat in given.table.table.seats:
        assert await given.do(PutBot(seat.id, "random"))  # nobody moves it here
    if autopilot:
        assert await given.do(SetAutopilot(on=True))
    assert await given.do(Start())
    return given


def run(test: Callable[[], Coroutine[None, None, None]]) -> None:
    asyncio.run(test())


def test_no_game_time_passes_before_the_start() -> None:
    async def test() -> None:
        given = await laid()
        await given.time.pass_(3600)
        assert given.table.clock.now_ms() == 0

    run(test)


def test_on_autopilot_the_clock_ends_a_phase_when_its_length_is_over_and_not_before() -> None:
    async def test() -> None:
        given = await begun()
        await given.time.pass_(BRIEFING - 1)
        assert given.phase() is Phase.BRIEFING
        await given.time.pass_(1)
        assert given.phase() is Phase.TALK

    run(test)


def test_without_autopilot_the_clock_ends_only_plan_and_vote() -> None:
    async def test() -> None:
        given = await begun(autopilot=False)
        await given.time.pass_(10 * BRIEFING)
        assert given.phase() is Phase.BRIEFING
        await given.do(NextPhase())
        await given.do(NextPhase())
        assert given.phase() is Phase.PLAN
        await given.time.pass_(PLAN)
        assert given.phase() is Phase.REVEAL

    run(test)


def test_a_deadline_fires_once() -> None:
    async def test() -> None:
        given = await begun()
        await given.time.pass_(BRIEFING)
        for _ in range(5):
            given.table.poke()
            await given.time.pass_(0)
        entries = await given.table.archive.entries()
        assert [entry.via for entry in entries].count("clock") == 1

    run(test)


@pytest.mark.parametrize("pause_s", [0, 1, 86_400])
def test_a_pause_of_any_length_leaves_the_phase_as_long_as_it_was(pause_s: int) -> None:
    async def test() -> None:
        given = await begun()
        await given.time.pass_(BRIEFING - 10)
        await given.do(Pause())
        await given.time.pass_(pause_s)
        assert given.phase() is Phase.BRIEFING
        await given.do(Resume())
        await given.time.pass_(9)
        assert given.phase() is Phase.BRIEFING
        await given.time.pass_(1)
        assert given.phase() is Phase.TALK

    run(test)


def test_an_extension_moves_the_deadline_and_a_shorter_phase_ends_at_once() -> None:
    async def test() -> None:
        given = await begun()
        await given.do(Extend(seconds=30))
        await given.time.pass_(BRIEFING + 29)
        assert given.phase() is Phase.BRIEFING
        await given.time.pass_(1)
        assert given.phase() is Phase.TALK
        await given.do(Extend(seconds=-TALK))
        assert given.phase() is Phase.PLAN

    run(test)


def test_a_restart_goes_on_where_the_clock_stood() -> None:
    async def test() -> None:
        given = await begun()
        await given.time.pass_(BRIEFING - 10)
        given = await given.restarted()
        await given.time.pass_(9)
        assert given.phase() is Phase.BRIEFING
        await given.time.pass_(1)
        assert given.phase() is Phase.TALK

    run(test)


def test_time_while_the_server_is_down_does_not_count() -> None:
    async def test() -> None:
        given = await begun()
        await given.table.stop()
        given.time.seconds += 86_400
        given = await given.restarted()
        assert given.phase() is Phase.BRIEFING

    run(test)


@pytest.mark.parametrize("jump", [timedelta(hours=-1), timedelta(days=1)])
def test_a_wall_clock_that_jumps_ends_nothing_early_or_late(jump: timedelta) -> None:
    async def test() -> None:
        given = await begun()
        given.time.wall += jump
        await given.time.pass_(BRIEFING - 1)
        assert given.phase() is Phase.BRIEFING
        await given.time.pass_(1)
        assert given.phase() is Phase.TALK

    run(test)


def test_after_a_rewind_the_phase_has_as_long_to_go_as_it_had_then() -> None:
    async def test() -> None:
        given = await begun()
        await given.time.pass_(BRIEFING - 10)
        await given.do(Extend(seconds=5))
        then = given.table.table.version
        await given.time.pass_(15)
        assert given.phase() is Phase.TALK
        assert await given.do(Rewind(to=then, text="again"))
        await given.do(Resume())
        await given.time.pass_(14)
        assert given.phase() is Phase.BRIEFING
        await given.time.pass_(1)
        assert given.phase() is Phase.TALK

    run(test)
