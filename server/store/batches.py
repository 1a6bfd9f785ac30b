"""Group commit: everything that gathered during one commit goes into the next.

It knows queues and futures, but no database: a store hands over how a batch is written. It runs
on the event loop alone, so it needs no lock.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from server.store.contract import Appended, Busy, Row, StoreUnavailable, Wording
from server.store.trouble import Trouble

WAITING = 2_000  # entries; more are refused at once rather than kept for seconds
ROWS = 512
BYTES = 1_000_000  # of bodies in one batch; a single larger entry makes a batch of its own


@dataclass(frozen=True, slots=True)
class Item:
    """One append on its way to the disk."""

    row: Row
    wordings: tuple[Wording, ...]


# A fault of one item (a text id used twice) stays with that item; what `begin` ends in befalls all.
Outcome = Appended | Exception


class Done(Protocol):
    """A future that has ended, of asyncio or of an executor."""

    def cancelled(self) -> bool:
        """Whether it never ran to its end."""

    def exception(self) -> BaseException | None:
        """What it ended in."""

    def result(self) -> list[Outcome]:
        """An outcome for each item."""


# Begins to write; calls back on the event loop, not before it has returned.
Begin = Callable[[tuple[Item, ...], Callable[[Done], None]], None]


@dataclass(frozen=True, slots=True)
class _Waiting:
    item: Item
    answer: asyncio.Future[Appended]


@dataclass(slots=True)
class Batches:
    """A queue in front of `begin`, which is given one batch at a time."""

    begin: Begin
    trouble: Trouble
    _queue: deque[_Waiting] = field(default_factory=deque)
    _writing: bool = False
    _idle: asyncio.Event = field(default_factory=asyncio.Event)

    async def append(self, item: Item) -> Appended:
        """Wait for the item's turn and return its own outcome.

        Raises:
            Busy: as many as allowed are waiting.
        """
        if len(self._queue) >= WAITING:
            raise Busy("Too much is waiting to be stored; try again in a moment.")
        answer: asyncio.Future[Appended] = asyncio.get_running_loop().create_future()
        self._queue.append(_Waiting(item, answer))
        if not self._writing:
            self._start()
        return await answer

    async def drain(self) -> None:
        """Wait until nothing is waiting."""
        while self._writing:
            self._idle.clear()
            await self._idle.wait()

    def _start(self) -> None:
        batch = self._take()
        self._writing = True
        items = tuple(waiting.item for waiting in batch)
        self.begin(items, lambda done: self._settle(batch, done))

    def _take(self) -> list[_Waiting]:
        batch: list[_Waiting] = []
        size = 0
        while self._queue and len(batch) < ROWS:
            size += len(self._queue[0].item.row.body)
            if batch and size > BYTES:
                break
            batch.append(self._queue.popleft())
        return batch

    def _settle(self, batch: list[_Waiting], done: Done) -> None:
        for waiting, outcome in zip(batch, self._outcomes(len(batch), done), strict=True):
            if waiting.answer.done():
                continue  # whoever asked has been cancelled
            if isinstance(outcome, Exception):
                waiting.answer.set_exception(outcome)
            else:
                waiting.answer.set_result(outcome)
        self._writing = False
        if self._queue:
            self._start()
        else:
            self._idle.set()

    def _outcomes(self, count: int, done: Done) -> list[Outcome]:
        if done.cancelled():
            return [StoreUnavailable("The server is stopping.") for _ in range(count)]
        fault = done.exception()
        if fault is None:
            self.trouble.over()
            return done.result()
        if isinstance(fault, StoreUnavailable):
            self.trouble.found(fault)
            # One each: an exception raised in many tasks would gather all their tracebacks.
            return [_unavailable(fault) for _ in range(count)]
        if isinstance(fault, Exception):
            return [fault for _ in range(count)]
        raise fault


def _unavailable(fault: StoreUnavailable) -> StoreUnavailable:
    own = StoreUnavailable(str(fault))
    own.__cause__ = fault
    return own
