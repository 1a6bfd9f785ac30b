"""`check --rehearse`: many games by bots, and what the author should look at before people play."""

from collections.abc import Iterator
from contextlib import closing
from typing import Final

from msgspec.structs import replace

from game.opening import Setup
from game.rehearsal import POPULATIONS, Length
from game.ruleset import Ruleset
from game.simulate.tally import Tally
from game.vocabulary import Outcome
from server.cli.base import progress
from server.cli.flags import NOTHING, Seen, seen
from server.rulesets import text_of
from server.work.pool import processes_here
from server.work.simulations import Batch, simulate

SEED: Final = "rehearsal"


class Rehearsed:
    """What the games of one ruleset came to."""

    def __init__(self, rules: Ruleset, setup: Setup, by: dict[str, Tally]) -> None:
        self.rules = rules
        self.by = by
        self.seen: Seen = seen(rules, setup, by)

    def lines(self, minutes: int | None) -> Iterator[str]:
        """For a reader; `minutes`: the booked slot, the debrief included."""
        games = sum(one.games for one in self.by.values())
        yield f"  rehearsed in {games} games by bots ({', '.join(self.by)})"
        for name, one in self.by.items():
            shares = ", ".join(
                f"{text_of(self.rules, f'outcomes.{outcome}.name')} "
                f"{100 * one.figure(f'outcome.{outcome}').mean:.0f} %"
                for outcome in Outcome
            )
            yield f"    {name}: {shares}"
        yield f"  {self.seen.takes}"
        if minutes is not None:
            yield f"  {fits(self.seen.length, minutes)}"
        for words in self.seen.sentences:
            yield f"  look: {words}"
        if not self.seen.flags:
            yield f"  {NOTHING}"
        if self.seen.few:
            yield f"  {self.seen.few}"

    def as_data(self) -> dict[str, object]:
        """For a program."""
        return {
            "games": {name: one.games for name, one in self.by.items()},
            "outcomes": {
                name: {outcome.value: one.figure(f"outcome.{outcome}") for outcome in Outcome}
                for name, one in self.by.items()
            },
            "length": self.seen.length,
            "flags": self.seen.flags,
            "sentences": self.seen.sentences,
        }


def rehearse(rules: Ruleset, players: int | None, games: int) -> Rehearsed:
    """Let every population play its part of the games, over all cores, with a bar.

    Refused: the ruleset has no seating for so many players.
    """
    by: dict[str, Tally] = {}
    setup = Setup(SEED, players=players)
    each = max(1, games // len(POPULATIONS))
    for name in POPULATIONS:
        by[name] = Tally()
        parts = simulate(Batch(rules, replace(setup, bots=name)), each, processes_here())
        with closing(parts):
            for part in progress(parts, f"{rules.id}, {name}", each, lambda one: one.games):
                by[name].merge(part)
    return Rehearsed(rules, setup, by)


def fits(found: Length, minutes: int) -> str:
    """Whether play leaves a third of the booked time for the debrief."""
    room = minutes * 2 / 3
    if found.expected <= room:
        return f"{minutes} minutes leave {minutes - found.expected:.0f} for the debrief"
    return (
        f"{minutes} minutes are too short: play takes {found.expected:.0f} and the debrief "
        f"{minutes / 3:.0f}. Play fewer rounds, shorten phases, or book {found.expected * 1.5:.0f}."
    )
