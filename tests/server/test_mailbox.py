"""One thing after another, and an answer for whoever asks: also for who asks while it ends."""

import asyncio

import pytest

from server.store.contract import Busy
from server.tables.mailbox import Mailbox


async def ready() -> None:
    """Nothing has to be read."""


def test_who_asks_while_it_ends_is_refused_and_not_left_waiting() -> None:
    async def test() -> None:
        mail = Mailbox("a table", ready, lambda: None)
        begun, may_end = asyncio.Event(), asyncio.Event()
        done: list[str] = []

        async def last() -> None:
            begun.set()
            await may_end.wait()
            done.append("last")

        async def late() -> None:
            done.append("late")

        working = asyncio.create_task(mail.do(last))
        await begun.wait()
        ending = asyncio.create_task(mail.stop())
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await mail.do(late)
        assert not mail.post(late)
        may_end.set()
        await working
        await ending
        assert done == ["last"]
        await mail.stop()  # once more does no harm

    asyncio.run(test())
