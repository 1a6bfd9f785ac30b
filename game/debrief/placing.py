"""Where a finished game stands among many simulated ones of the same kind.

The others are played by house bots from a fresh deal with the same ruleset, seats, numbers and
modules. They are a yardstick, not a verdict: bots are not people. No process and no clock here.
"""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from game.model.table import Table
from game.opening import Setup
from game.ruleset import Ruleset
from game.simulate.many import games
from game.vocabulary import Verdict

MEASURES: Final = ("public", "own", "trust", "kept", "support")
"""Public value; the mean own score; trust tokens a pair of seats, in hundredths; promises kept of
those kept or broken, in per cent (left out where there was none); support at the end."""


class Spread(Struct):
    """Counts over simulated games; merge those of several parts, in any order."""

    games: int = 0
    outcomes: dict[str, int] = {}
    """Games by outcome."""
    values: dict[str, dict[int, int]] = {}
    """By measure: how many games came to each value."""

    def add(self, table: Table) -> None:
        """Count one more finished game."""
        self.games += 1
        outcome = str(table.outcome)
        self.outcomes[outcome] = self.outcomes.get(outcome, 0) + 1
        for name, value in standing(table).items():
            counts = self.values.setdefault(name, {})
            counts[value] = counts.get(value, 0) + 1

    def merge(self, other: "Spread") -> None:
        """Count the games of another part too."""
        self.games += other.games
        for outcome, count in other.outcomes.items():
            self.outcomes[outcome] = self.outcomes.get(outcome, 0) + count
        for name, counts in other.values.items():
            mine = self.values.setdefault(name, {})
            for value, count in counts.items():
                mine[value] = mine.get(value, 0) + count

    def below(self, name: str, value: int) -> float:
        """The share of games that came to less; those that came to the same count half.

        >>> Spread(4, {}, {"public": {1: 2, 5: 2}}).below("public", 5)
        0.75
        """
        counts = self.values.get(name, {})
        total = sum(counts.values())
        if not total:
            return 0.5
        less = sum(count for one, count in counts.items() if one < value)
        return (less + counts.get(value, 0) / 2) / total


def standing(table: Table) -> Mapping[str, int]:
    """What a finished game came to, by measure."""
    found = {
        "public": table.public_value or 0,
        "own": round(sum(one.own for one in table.scores) / max(1, len(table.scores))),
        "trust": round(100 * table.trust_a_pair),
        "support": table.support,
    }
    verdicts = [one.verdict for one in table.promises]
    kept, broken = verdicts.count(Verdict.KEPT), verdicts.count(Verdict.BROKEN)
    if kept + broken:
        found["kept"] = round(100 * kept / (kept + broken))
    return found


def setup_like(laid: Table, seed: str) -> Setup:
    """The set-up of a table as it was laid, to be laid anew by another seed."""
    return Setup(
        seed=seed,
        players=len(laid.seats),
        governance=laid.modules.governance,
        open_governance=laid.modules.governance is None,
        architectures=laid.modules.architectures,
        inner_house=laid.modules.inner_house,
        scan=laid.modules.scan,
        context=laid.context,
        params=laid.params,
        bots="mixed",
    )


def spread_of(rules: Ruleset, setup: Setup, numbers: range) -> Spread:
    """The spread of the games of these numbers; the same numbers give the same games."""
    found = Spread()
    for played in games(rules, setup, (), numbers):
        found.add(played.table)
    return found
