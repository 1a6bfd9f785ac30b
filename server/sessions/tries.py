"""Wrong tries of codes and keys: counted by address and in all, by the first worker for all.

Codes and keys are counted apart: a room that mistypes its code must not shut out its trainer.
"""

from dataclasses import dataclass
from typing import Final

from server.auth.rates import Window
from server.auth.vouchers import Vouchers
from server.homes import COUNTER, Elsewhere, Homes
from server.protocol.problems import too_often
from server.tables.clock import Time

TRIES_EACH: Final = 20  # wrong ones an hour from one address
TRIES_IN_ALL: Final = 1000


@dataclass(frozen=True, slots=True)
class Asker:
    """From where somebody asks, and the word of the worker that let them pass, if one did."""

    address: str
    let: str = ""


class Tries:
    """Tries of one kind; `instead`: what helps whoever was wrong too often."""

    def __init__(self, homes: Homes, time: Time, vouchers: Vouchers, instead: str) -> None:
        self._homes = homes
        self._time = time
        self._vouchers = vouchers
        self._instead = instead
        self._wrong = Window(each=TRIES_EACH, in_all=TRIES_IN_ALL)

    def check(self, said: str, asker: Asker) -> None:
        """Let pass whoever was not wrong too often.

        Raises:
            Problem: this address was, or all together were.
            Elsewhere: tries are not counted here, and they were not let pass where they are.
        """
        if not self._homes.counts:
            if not self._vouchers.good(said, asker.let):
                raise Elsewhere(COUNTER)
            return
        wait = self._wrong.wait_s(asker.address, self._time.monotonic())
        if wait:
            raise too_often(wait, self._instead)

    def failed(self, asker: Asker) -> None:
        """Count a wrong try; who was let pass by another worker has been right before."""
        if self._homes.counts:
            self._wrong.failed(asker.address, self._time.monotonic())
