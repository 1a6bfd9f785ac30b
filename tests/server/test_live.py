"""A table's task: it reads its log once, closes for good, and fails alone."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

import pytest
from sqlmodel import Session

from game.controls.room import Speak
from game.opening import Setup, open_command
from game.views.view import FACILITATOR as STAFF
from game.vocabulary import CHANCE, FACILITATOR
from server.store.contract import Busy, Row
from server.store.memory import MemoryStore
from server.tables.asked import Asked, Stored
from server.tables.live import LiveTable, World
from server.tables.mailbox import Crashed
from tests.server.held import HeldTime
from tests.server.test_clock import RULES, Alone, laid

T = TypeVar("T")


class Slow(MemoryStore):
    """Others have their turn while it reads, as with a disk."""

    def __init__(self) -> None:
        super().__init__()
        self.at_work: list[int] = []
        """How many tasks of the table there were at each reading."""

    async def look(self, question: Callable[[Session], T]) -> T:
        await asyncio.sleep(0)
        self.at_work.append(of_the_table())
        return await super().look(question)


def of_the_table() -> int:
    """How many tasks there are that work off what is asked of the table."""
    return [task.get_name() for task in asyncio.all_tasks()].count("table table")


def table_in(store: MemoryStore) -> LiveTable:
    return LiveTable("table", RULES, Alone(), World(store, HeldTime()))


def test_two_who_open_a_finished_table_at_once_read_each_line_once() -> None:
    async def run() -> None:
        # given a log in the store, and a table that nobody has looked at since the start
        store = Slow()
        first = table_in(store)
        await first.start(0)
        laying = open_command(RULES, Setup(seed="twice", players=3))
        asked = Asked(command=laying, by=CHANCE, id="open", via="chance")
        assert isinstance(await first.submit(asked), Stored)
        asked = Asked(command=Speak("Welcome."), by=FACILITATOR, id="1", via="facilitator")
        assert isinstance(await first.submit(asked), Stored)
        await first.stop()
        once = first.telling.channel(STAFF).story.count
        # when two come at once
        table = table_in(store)
        await asyncio.gather(table.start(0), table.start(0), table.newest(STAFF))
        # then each line is there once, and one task alone worked off what was asked, and went
        assert table.telling.channel(STAFF).story.count == once
        assert "Welcome." in table.archive.words.values()
        assert set(store.at_work) == {1}
        assert of_the_table() == 0
        await table.stop()

    asyncio.run(run())


def test_who_asks_a_table_that_was_closed_is_answered() -> None:
    async def run() -> None:
        given = await laid()
        await given.table.stop()
        with pytest.raises(Busy):
            await given.do(Speak(text="Is anybody there?"))

    asyncio.run(run())


def test_a_log_that_cannot_be_read_fails_its_own_table_and_says_so() -> None:
    async def run() -> None:
        store = MemoryStore()
        row = Row(session_id="s", table_id="table", version=1, command_id="c", hash="0", body=b"{}")
        await store.append(row)
        table = table_in(store)
        with pytest.raises(Crashed):
            await table.start(0)
        # and whoever asks later is told the same, instead of waiting
        with pytest.raises(Crashed):
            await table.newest(STAFF)
        await table.stop()

    asyncio.run(run())
