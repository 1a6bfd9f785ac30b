"""What a connection keeps while it rests, and how what comes in waits for its reader."""

import asyncio

from uvicorn._types import ASGIReceiveEvent

from server.wire import Inbox


def text(said: str) -> ASGIReceiveEvent:
    return {"type": "websocket.receive", "text": said}


def test_what_came_is_read_in_its_order_and_nothing_of_it_stays() -> None:
    async def run() -> None:
        inbox = Inbox()
        for said in ("one", "two"):
            inbox.put_nowait(text(said))
        assert [await inbox.get(), await inbox.get()] == [text("one"), text("two")]
        assert inbox.empty()

    asyncio.run(run())


def test_a_reader_who_waits_is_woken_and_one_who_left_takes_nothing_along() -> None:
    async def run() -> None:
        inbox = Inbox()
        gone = asyncio.create_task(inbox.get())
        await asyncio.sleep(0)
        gone.cancel()
        inbox.put_nowait(text("kept"))  # in the same turn in which it left
        await asyncio.wait((gone,))
        assert await inbox.get() == text("kept")
        waits = asyncio.create_task(inbox.get())
        await asyncio.sleep(0)
        inbox.put_nowait(text("new"))
        assert await waits == text("new")

    asyncio.run(run())
