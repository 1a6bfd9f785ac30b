"""Load for a server of tables: commands at a pace or as fast as they go, and when views arrive.

A table is a group of sockets. One sender's command counts as done when the sender has its answer
and every socket of the table a new view. Nothing here knows the game: the caller says what to send.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from websockets.asyncio.client import ClientConnection

Frame = Callable[[int], str]
"""The frame for a sender's n-th command."""


@dataclass(slots=True)
class Group:
    """One table: its sockets, which of them send, and what each sends."""

    sockets: Sequence[ClientConnection]
    senders: Sequence[int]
    frame: Frame
    waiting: dict[int, int] = field(default_factory=dict)
    """Frames still to come, by socket; empty: the command is done."""
    done: asyncio.Event = field(default_factory=asyncio.Event)
    sent: int = 0


@dataclass(frozen=True, slots=True)
class Measured:
    """What a run gave."""

    latencies_ms: list[float]
    seconds: float

    @property
    def moves_a_second(self) -> float:
        """Commands done a second."""
        return len(self.latencies_ms) / self.seconds


async def listen(group: Group, place: int) -> None:
    """Count the frames that a socket gets: views of all, answers of the sender."""
    async for frame in group.sockets[place]:
        text = frame if isinstance(frame, str) else frame.decode()
        if text.startswith(('{"type":"refused"', '{"type":"error"')):
            message = f"the server refused the load: {text[:200]}"
            raise RuntimeError(message)
        if not text.startswith(('{"type":"view"', '{"type":"done"')):
            continue
        if place in group.waiting:
            group.waiting[place] -= 1
            if group.waiting[place] <= 0:
                del group.waiting[place]
            if not group.waiting:
                group.done.set()


async def move(group: Group) -> float:
    """One command, until everybody has seen it; milliseconds."""
    sender = group.senders[group.sent % len(group.senders)]
    group.waiting = dict.fromkeys(range(len(group.sockets)), 1)
    group.waiting[sender] = 2
    group.done.clear()
    frame = group.frame(group.sent)
    group.sent += 1
    began = time.perf_counter()
    await group.sockets[sender].send(frame)
    await asyncio.wait_for(group.done.wait(), 10)
    return (time.perf_counter() - began) * 1000


async def paced(group: Group, until: float, dice: Random) -> list[float]:
    """A command every 0.5 to 1 s."""
    latencies: list[float] = []
    await asyncio.sleep(dice.random())
    while time.perf_counter() < until:
        latencies.append(await move(group))
        await asyncio.sleep(0.5 + dice.random() / 2)
    return latencies


async def closed_loop(group: Group, until: float) -> list[float]:
    """The next command as soon as the one before is done."""
    latencies: list[float] = []
    while time.perf_counter() < until:
        latencies.append(await move(group))
    return latencies


async def run(groups: Sequence[Group], seconds: float, *, pace: bool) -> Measured:
    """All groups at once for so many seconds."""
    async with asyncio.TaskGroup() as tasks:
        listeners = [
            tasks.create_task(listen(group, place))
            for group in groups
            for place in range(len(group.sockets))
        ]
        began = time.perf_counter()
        until = began + seconds
        dice = Random(1)
        found = await asyncio.gather(
            *(paced(one, until, dice) if pace else closed_loop(one, until) for one in groups)
        )
        took = time.perf_counter() - began
        for listener in listeners:
            listener.cancel()
    return Measured([one for latencies in found for one in latencies], took)
