"""`check --rehearse`: many games by bots, and what the author should look at before people play."""

from collections.abc import Iterator
from contextlib import closing
from typing import Final

from msgspec.structs import replace

from game.opening import Setup
from game.rehearsal import POPULATIONS, Flag, Length, flags, length
from game.ruleset import Ruleset
from game.simulate.tally import Tally
from game.vocabulary import Outcome
from server.cli.base import progress
from server.rulesets import text_of
from server.work.pool import processes_here
from server.work.simulations import Batch, simulate

SEED: Final = "rehearsal"
WORDS: Final = {
    "outcome_out_of_reach": "The outcome “{name}” hardly ever comes about: in at most {percent}.",
    "goal_out_of_reach": "The public goal of {name} is out of reach: met in at most {percent}.",
    "goal_for_nothing": "The public goal of {name} is met by itself: in at least {percent}.",
    "concern_out_of_reach": "The concern “{name}” is out of reach: met in at most {percent}.",
    "concern_for_nothing": "The concern “{name}” is met by itself: in at least {percent}.",
    "card_never_drawn": "The card “{name}” was never drawn.",
    "always_last": "{name} nearly always has the lowest score: in at least {percent}.",
    "action_unused": "The action “{name}” is hardly used: in at most {percent} of games.",
    "action_dominated": "Whoever uses “{name}” ends below the others, by {figure} points or more.",
}
NAMES: Final = {
    "outcome_out_of_reach": "outcomes.{}.name",
    "goal_out_of_reach": "seats.{}.name",
    "goal_for_nothing": "seats.{}.name",
    "concern_out_of_reach": "concerns.{}.name",
    "concern_for_nothing": "concerns.{}.name",
    "card_never_drawn": "cards.{}.headline",
    "always_last": "seats.{}.name",
    "action_unused": "actions.{}.name",
    "action_dominated": "actions.{}.name",
}


class Rehearsed:
    """What the games of one ruleset came to."""

    def __init__(self, rules: Ruleset, setup: Setup, by: dict[str, Tally]) -> None:
        self.rules = rules
        self.by = by
        self.flags: tuple[Flag, ...] = flags(rules, setup.players, by)
        self.length: Length = length(rules, setup, by[POPULATIONS[0]])

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
        expected, longest = self.length.expected, self.length.longest
        yield f"  a game takes {expected:.0f} minutes, {longest:.0f} at most"
        if minutes is not None:
            yield f"  {fits(self.length, minutes)}"
        for flag in self.flags:
            yield f"  look: {sentence(self.rules, flag)}"
        if not self.flags:
            yield "  nothing stands out"

    def as_data(self) -> dict[str, object]:
        """For a program."""
        return {
            "games": {name: one.games for name, one in self.by.items()},
            "outcomes": {
                name: {outcome.value: one.figure(f"outcome.{outcome}") for outcome in Outcome}
                for name, one in self.by.items()
            },
            "length": self.length,
            "flags": self.flags,
            "sentences": [sentence(self.rules, flag) for flag in self.flags],
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


def sentence(rules: Ruleset, flag: Flag) -> str:
    """A flag in words."""
    name = text_of(rules, NAMES[flag.kind].format(flag.what))
    percent = f"{100 * flag.figure:.0f} %"
    return WORDS[flag.kind].format(name=name, percent=percent, figure=f"{-flag.figure:.1f}")


def fits(found: Length, minutes: int) -> str:
    """Whether play leaves a third of the booked time for the debrief."""
    room = minutes * 2 / 3
    if found.expected <= room:
        return f"{minutes} minutes leave {minutes - found.expected:.0f} for the debrief"
    return (
        f"{minutes} minutes are too short: play takes {found.expected:.0f} and the debrief "
        f"{minutes / 3:.0f}. Play fewer rounds, shorten phases, or book {found.expected * 1.5:.0f}."
    )
