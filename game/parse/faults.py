"""Where a ruleset is wrong, said so that its author can mend it. No check stands here."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from msgspec import UNSET, Struct, UnsetType

LONGEST_VALUE: Final = 60  # characters of a value that a fault shows
LONGEST_LIST: Final = 15  # names that a fault lists


class Fault(Struct, frozen=True, order=True):
    """One thing that is wrong: in which file, where in it, what stands there, what may."""

    file: str
    path: str
    """As `events[3].effects[0].track`, counted from 0; empty: the file as a whole."""
    value: str
    """What stands there, shortened; empty: nothing does, or it does not matter."""
    allowed: str
    """What is wrong with it and what may stand there, to be read after the value."""

    def __str__(self) -> str:
        """One line: `cards.toml: events[3].kind: 'leagl' is not one of legal, political`."""
        place = f"{self.file}: {self.path}:" if self.path else f"{self.file}:"
        return " ".join(part for part in (place, self.value, self.allowed) if part)


class Faulty(Exception):
    """A ruleset with faults; it carries all of them, in the order of the files."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class Place(Struct, frozen=True):
    """A place in a file."""

    file: str
    path: str = ""

    def at(self, part: str | int) -> "Place":
        """The place of a field, or of an item counted from 0."""
        if isinstance(part, int):
            return Place(self.file, f"{self.path}[{part}]")
        return Place(self.file, f"{self.path}.{part}" if self.path else part)

    def fault(self, allowed: str, value: object | UnsetType = UNSET) -> Fault:
        """A fault here."""
        return Fault(self.file, self.path, "" if value is UNSET else shown(value), allowed)


def shown(value: object) -> str:
    """A value as its author would know it again.

    >>> shown(True), shown("turst"), shown(3)
    ('true', "'turst'", '3')
    """
    words = str(value).lower() if isinstance(value, bool) else repr(value)
    return words if len(words) <= LONGEST_VALUE else words[: LONGEST_VALUE - 3] + "..."


def one_of(allowed: Iterable[object], value: object = None) -> str:
    """The words for a value that is not in a closed list, with the one that was probably meant."""
    names = [str(one) for one in allowed]
    near = get_close_matches(str(value).lower(), names, n=1, cutoff=0.7)
    meant = f"; did you mean {near[0]!r}?" if near else ""
    return f"is not one of {', '.join(names)}{meant}"


def unknown(name: str, known: Iterable[str], what: str) -> str:
    """The words for a name that nothing has, with the one that was probably meant.

    >>> unknown("turst", ["support", "trust"], "field")
    "is not a field here; did you mean 'trust'?"
    """
    names = sorted(str(one) for one in known)
    near = get_close_matches(name.lower(), names, n=1)
    if near:
        return f"is not a {what} here; did you mean {near[0]!r}?"
    if len(names) > LONGEST_LIST:
        return f"is not a {what} here"
    return f"is not a {what} here; allowed: {', '.join(names) or 'none'}"
