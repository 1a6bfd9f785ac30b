"""Spreading pure work over processes.

What a part gives depends on that part alone and the results come in the order of the parts, so the
number of processes changes nothing but the time.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Final, TypeVar

NICE: Final = 10
RENEWED_AFTER: Final = 120
"""Parts a process, on average, before others take the place of all."""

T = TypeVar("T")
R = TypeVar("R")


def processes_here() -> int:
    """How many processes this machine runs at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(work: Callable[[T], R], parts: Sequence[T], processes: int) -> Generator[R, None, None]:
    """`work` of each part, in order; both must be such that another process can have them.

    One process, or one part: it is done here. What `work` raises is passed on. Close the iterator
    to stop early: no part begins after that.
    """
    count = min(processes, len(parts))
    if count <= 1:
        yield from map(work, parts)
        return
    # Not forked: the one who asks may have threads, such as that of a progress bar.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=_leave_ctrl_c_to_the_parent)
    try:
        yield from _in_order(pool, work, parts, ahead=2 * count)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, work: Callable[[T], R], parts: Sequence[T], *, ahead: int
) -> Iterator[R]:
    """The results in order; no more than `ahead` parts wait, so that stopping is quick."""
    waiting: deque[Future[R]] = deque()
    for part in parts:
        waiting.append(pool.submit(work, part))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _leave_ctrl_c_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class QuietPool:
    """Processes for work beside play: they give way to all else, and are renewed now and then.

    They begin with the first part. Whoever asks keeps the queue short, and gives them back with
    `rest`.
    """

    def __init__(self, processes: int, *, renewed_after: int = RENEWED_AFTER) -> None:
        self._processes = processes
        self._most = renewed_after * processes
        self._given = 0
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, work: Callable[..., R], *what: object) -> Future[R]:
        """Have a part worked off."""
        if self._given >= self._most:
            self._leave(cancel=False)
        if self._pool is None:
            # Renewed as a whole: with `max_tasks_per_child` a process that ends while parts wait
            # may find no successor, and they wait for ever (python/cpython#115634).
            self._pool = ProcessPoolExecutor(
                self._processes,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_give_way,
            )
        self._given += 1
        return self._pool.submit(work, *what)

    def rest(self) -> None:
        """Give the processes back; those at work end with the part they are at."""
        self._leave(cancel=True)

    def _leave(self, *, cancel: bool) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=cancel)
        self._pool, self._given = None, 0


def _give_way() -> None:
    _leave_ctrl_c_to_the_parent()
    if hasattr(os, "nice"):
        os.nice(NICE)
    # A parent that was killed closes no queue: its children would wait for ever.
    threading.Thread(target=_go_with_the_parent, daemon=True).start()


def _go_with_the_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
