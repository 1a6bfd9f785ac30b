"""A bot sits in for who is away: by game time, over restarts, and until they are back."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path

from msgspec import convert, json

from game.commands import AnyCommand
from game.controls.course import Pause, Resume, Start
from game.controls.seats import FillSeat, PutBot
from game.controls.standin import SetStandIn
from game.opening import Setup, open_command
from game.talk.seat import TakeSeatBack
from game.vocabulary import CHANCE, FACILITATOR, Actor, Holder, PersonId, SeatId
from server.protocol.frames import Activity
from server.store.memory import MemoryStore
from server.tables.absence import Absence
from server.tables.asked import Asked, Stored
from server.tables.live import LiveTable, World
from tests.server.held import HeldTime
from tests.server.serving import Sitting, answer, frame, serving, sitting, socket
from tests.server.test_clock import RULES, Alone

COUNCIL = SeatId("council")
MINUTE = 60


class Room:
    """A table where Ana holds a seat of three; who is connected the test says."""

    def __init__(self) -> None:
        self.time, self.store, self.around = HeldTime(), MemoryStore(), Alone()
        self.table = LiveTable("table", RULES, self.around, World(self.store, self.time))
        self.asked = 0

    async def do(self, command: AnyCommand, by: str = FACILITATOR) -> bool:
        self.asked += 1
        asked = Asked(command=command, by=Actor(by), id=f"t-{self.asked}", via="facilitator")
        return isinstance(await self.table.submit(asked), Stored)

    async def comes(self) -> None:
        self.around.seats_here = frozenset({COUNCIL})
        await self.seen()

    async def goes(self) -> None:
        self.around.seats_here = frozenset()
        await self.seen()

    async def seen(self) -> None:
        """As the session says when a device comes or goes."""
        self.table.renew()
        await self.time.pass_(0)

    async def restarted(self) -> None:
        kept, away = self.table.clock.now_ms(), self.kept_away()
        await self.table.stop()
        self.around = Alone()
        self.table = LiveTable("table", RULES, self.around, World(self.store, self.time))
        self.table.absence.recall(away)
        await self.table.start(kept)
        await self.time.pass_(0)

    def kept_away(self) -> str:
        """Since when who is away, as it is written down."""
        return json.encode({one.seat: one.since_ms for one in self.activity().away}).decode()

    def holder(self) -> Holder:
        return self.table.table.seat(COUNCIL).holder

    def activity(self) -> Activity:
        return json.decode(self.table._activity.view(), type=Activity)  # noqa: SLF001  as it is told


async def begun(after_min: int | None = 2) -> Room:
    room = Room()
    await room.table.start(0)
    assert await room.do(open_command(RULES, Setup(seed="away", players=3)), CHANCE)
    assert await room.do(FillSeat(COUNCIL, PersonId("ana")))
    for seat in room.table.table.seats[1:]:
        assert await room.do(PutBot(seat.id, "random"))  # nobody moves it here
    if after_min is not None:
        assert await room.do(SetStandIn("mixed", after_min=after_min))
    await room.comes()
    assert await room.do(Start())
    return room


def run(test: Callable[[], Coroutine[None, None, None]]) -> None:
    asyncio.run(test())


def test_a_bot_sits_in_when_a_seat_has_been_away_so_long_and_not_before() -> None:
    async def test() -> None:
        room = await begun()
        await room.time.pass_(10 * MINUTE)
        assert room.holder() is Holder.PERSON
        await room.goes()
        await room.time.pass_(2 * MINUTE - 1)
        assert room.holder() is Holder.PERSON
        await room.time.pass_(1)
        assert room.holder() is Holder.BOT
        entry = (await room.table.archive.entries())[-1]
        assert (entry.by, entry.via) == ("clock", "clock")

    run(test)


def test_who_is_back_in_time_keeps_the_seat_and_the_count_begins_anew() -> None:
    async def test() -> None:
        room = await begun()
        await room.goes()
        await room.time.pass_(MINUTE)
        await room.comes()
        await room.goes()
        await room.time.pass_(2 * MINUTE - 1)
        assert room.holder() is Holder.PERSON

    run(test)


def test_without_the_facilitator_s_choice_no_bot_sits_in() -> None:
    async def test() -> None:
        room = await begun(after_min=None)
        await room.goes()
        await room.time.pass_(60 * MINUTE)
        assert room.holder() is Holder.PERSON
        assert room.activity().away == ()

    run(test)


def test_a_pause_of_the_game_pauses_it_too() -> None:
    async def test() -> None:
        room = await begun()
        await room.goes()
        await room.time.pass_(MINUTE)
        assert await room.do(Pause())
        await room.time.pass_(60 * MINUTE)
        assert room.holder() is Holder.PERSON
        assert await room.do(Resume())
        await room.time.pass_(MINUTE - 1)
        assert room.holder() is Holder.PERSON
        await room.time.pass_(1)
        assert room.holder() is Holder.BOT

    run(test)


def test_the_choice_and_the_minutes_of_who_was_away_outlast_a_restart() -> None:
    async def test() -> None:
        room = await begun()
        await room.goes()
        await room.time.pass_(MINUTE)
        await room.restarted()
        await room.time.pass_(MINUTE - 1)
        assert room.holder() is Holder.PERSON
        await room.time.pass_(1)
        assert room.holder() is Holder.BOT
        await room.restarted()
        assert room.table.table.seat(COUNCIL).stands_in

    run(test)


def test_a_restart_counts_for_who_was_there_from_then_on_and_who_is_back_counts_anew() -> None:
    async def test() -> None:
        room = await begun()
        await room.time.pass_(MINUTE)
        await room.restarted()  # by which the council's line is cut
        assert [one.since_ms for one in room.activity().away] == [MINUTE * 1000]
        await room.comes()
        assert room.activity().away == ()
        await room.time.pass_(MINUTE)
        await room.goes()
        await room.time.pass_(2 * MINUTE - 1)
        assert room.holder() is Holder.PERSON

    run(test)


def test_minutes_that_cannot_be_read_are_counted_anew() -> None:
    async def test() -> None:
        absence = Absence()
        for nothing in (None, "[]", "{"):
            absence.recall(nothing)
            assert not absence.changed
            assert absence.sits_in_ms((await begun()).table.table) == {}

    run(test)


def test_since_when_a_seat_is_away_is_in_the_store_and_comes_back_with_the_table(
    tmp_path: Path,
) -> None:
    with serving(tmp_path) as server:
        table = sitting(server, setup={"stand_in_min": 60}).begin_talk()
        with socket(server, table.passes["council"]) as made:
            frame(made, "view")
        before = away(table)
        assert set(before) == {"council", "library", "archive"}
        assert table.control("mark_moment")["type"] == "done"  # so much game time has passed
        server.stop()
        server.again()
        assert away(table) == before


def away(table: Sitting) -> dict[str, int]:
    """Since when each seat is away, once all three are."""
    while True:
        view = convert(
            table.facilitator.get(f"/api/sessions/{table.session}/view")["view"], type=dict
        )
        told = convert(view["activity"], type=Activity)
        if len(told.away) == 3:
            return {one.seat: one.since_ms for one in told.away}


def test_who_took_the_seat_back_and_goes_again_is_stood_in_for_again() -> None:
    async def test() -> None:
        room = await begun()
        for _ in range(2):
            await room.goes()
            await room.time.pass_(2 * MINUTE)
            assert room.holder() is Holder.BOT
            await room.comes()
            assert room.holder() is Holder.BOT  # it is asked, not thrown over
            assert await room.do(TakeSeatBack(), COUNCIL)
            assert room.holder() is Holder.PERSON

    run(test)


def test_the_console_is_told_who_is_away_and_when_a_bot_sits_in() -> None:
    async def test() -> None:
        room = await begun()
        assert room.activity().away == ()
        await room.time.pass_(10)
        await room.goes()
        told = room.activity().away
        assert [(one.seat, one.since_ms, one.sits_in_ms) for one in told] == [
            ("council", 10_000, 130_000)
        ]
        assert await room.do(SetStandIn("mixed", after_min=5))
        assert [one.sits_in_ms for one in room.activity().away] == [310_000]
        assert await room.do(SetStandIn("mixed"))
        assert room.activity().away == ()

    run(test)


def test_by_the_wire_it_is_chosen_at_set_up_and_the_person_has_the_seat_back(
    tmp_path: Path,
) -> None:
    with serving(tmp_path) as server:
        table = sitting(server, setup={"stand_in_min": 1}).begin_talk()
        view = convert(
            table.facilitator.get(f"/api/sessions/{table.session}/view")["view"], type=dict
        )
        assert view["staff"]["stand_in"] == {"after_min": 1, "bot": "mixed"}
        unknown = {"type": "set_stand_in", "bot": "nobody", "after_min": 2}
        body = {"id": "u", "table": table.table, "command": unknown}
        refused = table.facilitator.ask(f"/api/sessions/{table.session}/control", body)
        assert refused.status == 400
        with socket(server, table.passes["council"]) as made:
            frame(made, "view")
            asked = {"id": "1", "command": {"type": "take_seat_back"}}
            assert answer(made, asked)["reason"] == "not_yours"
