"""Where a session is at home: in one of the server's workers, told by the first signs of its id.

The ids of its tables and people begin with the same two signs, so an address that names any of
them leads there by itself. Ids that came from elsewhere need not; `?home=` leads for them.
"""

import re
import secrets
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

SIGNS: Final = 256
"""So many pairs of hexadecimal signs; each is at home in one worker."""
COUNTER: Final = "00"
"""At home here is where wrong codes and keys are counted: in the first worker."""
HOME: Final = "home"
LET: Final = "let"

_PAIR = re.compile(r"[0-9a-f]{2}")
_IN_QUERY = re.compile(r"[?&]home=([0-9a-f]{2})")
_IN_PATH = re.compile(r"/([0-9a-f]{2})[0-9a-f]{14}(?=[/?]|$)")
_OURS = re.compile(r"(?:^|&)(?:home|let)=[^&]*")


@dataclass(frozen=True, slots=True)
class Homes:
    """Which ids are at home in this worker; with one worker, all are."""

    number: int = 0
    workers: int = 1

    def here(self, id_: str) -> bool:
        """Whether what has this id lives in this worker."""
        return worker_of(id_, self.workers) == self.number

    def check(self, id_: str) -> None:
        """Let pass what is at home here.

        Raises:
            Elsewhere: it is not.
        """
        if not self.here(id_):
            raise Elsewhere(id_)

    def new_id(self) -> str:
        """An id for a session, at home here; it is not taken and tells nothing else."""
        while not self.here(made := secrets.token_hex(8)):
            pass
        return made

    @property
    def signs(self) -> tuple[int, ...]:
        """The pairs of signs that are at home here, as numbers."""
        return tuple(range(self.number, SIGNS, self.workers))

    @property
    def counts(self) -> bool:
        """Whether wrong codes and keys are counted here."""
        return self.here(COUNTER)


ALL_HERE: Final = Homes()


class Elsewhere(Exception):
    """What was asked for lives in another worker; `id_` tells in which, `let` lets in there."""

    def __init__(self, id_: str, let: str = "") -> None:
        super().__init__(id_)
        self.signs = id_[:2]
        self._let = let

    def address(self, path: str, query: str) -> str:
        """The same address, leading home.

        >>> Elsewhere("7f00").address("/api/join", "a=1&home=00")
        '/api/join?a=1&home=7f'
        """
        ours = {HOME: self.signs} | ({LET: self._let} if self._let else {})
        kept = _OURS.sub("", query).strip("&")
        return f"{path}?{kept}{'&' if kept else ''}{urlencode(ours)}"


def worker_of(id_: str, workers: int) -> int:
    """The number of the worker where an id is at home; those of another form are in the first.

    >>> worker_of("01a", 2), worker_of("fe", 4), worker_of("Ada", 4)
    (1, 2, 0)
    """
    return int(id_[:2], 16) % workers if _PAIR.match(id_) else 0


def named(target: str) -> str | None:
    """The signs that the target of a request leads by: those of `?home=`, else of its first id.

    >>> named("/play/7f00000000000000?x"), named("/socket?home=01"), named("/j/amber-otter-42")
    ('7f', '01', None)
    """
    found = _IN_QUERY.search(target) or _IN_PATH.search(target)
    return found[1] if found else None
