"""A log in a file, as the commands read it."""

from typing import Final

from server.cli.base import CannotRun, read
from server.exports.log import Damaged, Read, taken

NO_GAME: Final = (LookupError, ValueError, TypeError, AssertionError, ArithmeticError)
"""What the game raises over entries that fit their hashes and still are none of its own."""


def opened(path: str) -> Read:
    """The log in this file, its hashes checked.

    Raises:
        CannotRun: there is none, or it is damaged, with every fault and its line.
    """
    try:
        return taken(read(path))
    except Damaged as damaged:
        faults = "".join(f"\n  line {one.line}: {one.sentence}" for one in damaged.faults)
        raise CannotRun(f"{path} is no sound log:{faults}") from None


def words_of(log: Read) -> dict[str, str]:
    """What people wrote, by the ids in the log."""
    return {one.id: one.words for one in log.wordings}
