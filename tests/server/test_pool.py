"""Processes beside play: they are renewed now and then, and no part is forgotten over it."""

from concurrent.futures import wait

import pytest

from server.work.pool import QuietPool

PATIENCE_S = 90


@pytest.mark.slow
def test_every_part_is_worked_off_while_processes_are_renewed() -> None:
    pool = QuietPool(1, renewed_after=3)
    parts = [pool.submit(abs, -number) for number in range(10)]
    wait(parts, PATIENCE_S)
    done = [part.done() and part.result() for part in parts]
    pool.rest()
    assert done == list(range(10))
