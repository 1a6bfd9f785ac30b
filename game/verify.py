"""Deciding a log again: does the game still say what it said, and is the chain whole?

Works on entries and the ruleset that they were played by; it changes nothing and repairs nothing.
"""

from collections.abc import Sequence

from msgspec import Struct

from game.decide import decide
from game.events import AnyEvent
from game.fold import step
from game.log import Entry, first_break
from game.model.table import Table
from game.opening import BLANK
from game.ruleset import Ruleset
from game.vocabulary import Refused


class Drift(Struct, frozen=True):
    """The first entry whose command leads elsewhere today."""

    version: int
    logged: tuple[AnyEvent, ...]
    decided: tuple[AnyEvent, ...]
    """Empty where it is refused."""
    refused: Refused | None = None

    @property
    def place(self) -> int:
        """The first of its events that differs, counted from 0."""
        for place, (before, now) in enumerate(zip(self.logged, self.decided, strict=False)):
            if before != now:
                return place
        return min(len(self.logged), len(self.decided))


class Verdict(Struct, frozen=True):
    """What a log proved to be."""

    entries: int
    broken_at: int | None
    """The version at which the chain breaks first; None: it is whole."""
    drift: Drift | None
    """None: every command gives the events that the log holds."""
    same_ruleset: bool
    """Whether the log was played by just this ruleset."""

    @property
    def sound(self) -> bool:
        """Whether nothing at all was found."""
        return self.broken_at is None and self.drift is None and self.same_ruleset


def verify(entries: Sequence[Entry], rules: Ruleset, head: str | None = None) -> Verdict:
    """Check the chain, up to `head` where that is known, and decide every command again."""
    drift, table = first_drift(entries, rules)
    return Verdict(
        entries=len(entries),
        broken_at=first_break(list(entries), head),
        drift=drift,
        same_ruleset=table.digest == rules.digest,
    )


def first_drift(entries: Sequence[Entry], rules: Ruleset) -> tuple[Drift | None, Table]:
    """The first entry that drifts, if one does, and the table before it (or at the end)."""
    table = BLANK
    for number, entry in enumerate(entries):
        try:
            decided = decide(table, entry.command, entry.by, rules)
        except Refused as refused:
            return Drift(entry.version, entry.events, (), refused), table
        if decided != entry.events:
            return Drift(entry.version, entry.events, decided), table
        table = step(table, entry, entries[:number])
    return None, table
