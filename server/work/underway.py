"""Long work beside play: begun once, joined by whoever asks again, stopped, kept when it is done.

`curves`, `alternatives` and `placings` are each work of one kind. No socket and no store: pages
ask, and show how far it has come.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Literal, TypeVar

from msgspec import DecodeError, json

from server.work.estimator import FAULTS

logger = logging.getLogger("server")

State = Literal["running", "done", "stopped"]


class QueueFull(Exception):
    """Too much waits already."""


@dataclass(slots=True)
class Underway:
    """A piece of work as far as it has come. `key`: it is kept under this."""

    key: str
    state: State = "running"
    done: int = 0
    """In units of work that take about the same time each."""
    of: int = 0
    """At most: what turns out not to be needed is taken off."""
    waits: bool = field(default=False, kw_only=True)
    """Others are worked out before."""
    task: "asyncio.Task[None] | None" = field(default=None, kw_only=True)


T = TypeVar("T")
W = TypeVar("W", bound=Underway)


class Kept(Generic[T]):
    """Finished work in a folder, by key; of more than `most` the oldest go."""

    def __init__(self, folder: Path, kind: type[T], most: int) -> None:
        self._folder = folder
        self._kind = kind
        self._most = most

    async def read(self, key: str) -> T | None:
        """What is kept; None: it is not there, or of an older version and worked out again."""
        return await asyncio.to_thread(self._read, key)

    async def keep(self, key: str, found: T) -> None:
        """Keep it; a disk that refuses costs the work of another time, not what was found."""
        await asyncio.to_thread(self._keep, key, found)

    async def keys(self) -> frozenset[str]:
        """Under which something is kept."""
        return await asyncio.to_thread(self._keys)

    async def drop(self, keys: Collection[str]) -> None:
        """Keep these no longer."""
        await asyncio.to_thread(self._drop, tuple(keys))

    def _keys(self) -> frozenset[str]:
        return frozenset(one.stem for one in self._folder.glob("*.json"))

    def _drop(self, keys: Collection[str]) -> None:
        for key in keys:
            for kind in ("json", "part"):
                (self._folder / f"{key}.{kind}").unlink(missing_ok=True)

    def _read(self, key: str) -> T | None:
        try:
            return json.decode((self._folder / f"{key}.json").read_bytes(), type=self._kind)
        except (OSError, DecodeError):
            return None

    def _keep(self, key: str, found: T) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            partial = self._folder / f"{key}.part"
            partial.write_bytes(json.encode(found))
            partial.replace(self._folder / f"{key}.json")
            kept = sorted(self._folder.glob("*.json"), key=lambda one: one.stat().st_mtime)
            for old in kept[: max(0, len(kept) - self._most)]:
                old.unlink()
        except OSError:
            logger.warning("%s could not be kept", self._kind.__name__, exc_info=True)


class Works(Generic[W]):
    """The work of one kind on this server, by name.

    `queue`: pieces that may wait or run; `idle`: those that are remembered besides.
    """

    def __init__(self, *, queue: int, idle: int) -> None:
        self._queue = queue
        self._idle = idle
        self._by_name: dict[str, W] = {}

    def named(self, name: str) -> W | None:
        """What is under way or remembered under this name."""
        return self._by_name.get(name)

    def remember(self, name: str, work: W) -> W:
        """Know it by this name from now on; of those that do not run the oldest are forgotten."""
        self._by_name.pop(name, None)
        self._by_name[name] = work
        idle = [one for one, known in self._by_name.items() if known.state != "running"]
        for one in idle[: max(0, len(idle) - self._idle)]:
            del self._by_name[one]
        return work

    def begin(self, name: str, work: W, do: Callable[[W], Awaitable[None]]) -> W:
        """Begin to do it, or join what was begun under this name meanwhile.

        Raises:
            QueueFull: others have to be finished before.
        """
        begun = self._by_name.get(name)
        if begun is not None and begun.state == "running":
            return begun
        if sum(one.state == "running" for one in self._by_name.values()) >= self._queue:
            raise QueueFull
        work.task = asyncio.create_task(_done(work, do))
        return self.remember(name, work)

    def stop(self, name: str) -> None:
        """Leave it as far as it has come."""
        work = self._by_name.get(name)
        if work is not None and work.task is not None and work.state == "running":
            work.state = "stopped"
            work.task.cancel()

    def keys(self) -> frozenset[str]:
        """Of all that is known here."""
        return frozenset(one.key for one in self._by_name.values())

    async def forget(self, keys: Collection[str]) -> None:
        """Know the work with these keys no longer; what ran has ended when this returns."""
        for name, work in tuple(self._by_name.items()):
            if work.key in keys:
                self.stop(name)
                del self._by_name[name]
                if work.task is not None:
                    await asyncio.wait([work.task])

    def close(self) -> None:
        """Stop everything."""
        for name in tuple(self._by_name):
            self.stop(name)


async def _done(work: W, do: Callable[[W], Awaitable[None]]) -> None:
    try:
        await do(work)
        work.state, work.of = "done", work.done
    except FAULTS:
        logger.exception("%s was given up", type(work).__name__)
        work.state = "stopped"
