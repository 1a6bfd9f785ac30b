"""What games by bots show of a ruleset, in words: for a rehearsal and for a report."""

from collections.abc import Mapping
from math import ceil, floor
from typing import Final

from msgspec import Struct

from game.opening import Setup
from game.rehearsal import Flag, Length, flags, length
from game.ruleset import Ruleset
from game.simulate.tally import Tally
from server.rulesets import text_of

NOTHING: Final = "nothing stands out"
ENOUGH: Final = 125
"""From so many games on, what never happened is rarer than 3 % in 95 of 100 cases (Wilson 1927)."""
WORDS: Final = {
    "outcome_out_of_reach": "The outcome “{name}” is out of reach: it comes about {most}.",
    "goal_out_of_reach": "The public goal of {name} is out of reach: met {most}.",
    "goal_for_nothing": "The public goal of {name} is met by itself: {least}.",
    "concern_out_of_reach": "The concern “{name}” is out of reach: where dealt, met {most}.",
    "concern_for_nothing": "The concern “{name}” is met by itself: where dealt, {least}.",
    "card_never_drawn": "The card “{name}” was never drawn.",
    "always_last": "{name} mostly has the lowest score: {least}.",
    "action_unused": "The action “{name}” is hardly used: {most}.",
    "action_dominated": (
        "Whoever uses “{name}” ends below the mean of the table, on average by {points} points "
        "or more."
    ),
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


class Seen(Struct, frozen=True):
    """How long a game takes and what stands out; `sentences` has the flags in words, in order.

    `few`: a warning where so few games show little; else empty.
    """

    length: Length
    flags: tuple[Flag, ...]
    sentences: tuple[str, ...]
    few: str

    @property
    def takes(self) -> str:
        """The length in words."""
        return f"a game takes {self.length.expected:.0f} minutes, {self.length.longest:.0f} at most"


def seen(rules: Ruleset, setup: Setup, by: Mapping[str, Tally]) -> Seen:
    """What the games of one or several populations show; the length is that of the first."""
    found = flags(rules, setup, by)
    games = sum(one.games for one in by.values())
    first = next(iter(by.values()))
    return Seen(
        length(rules, setup, first), found, tuple(sentence(rules, one) for one in found), few(games)
    )


def sentence(rules: Ruleset, flag: Flag) -> str:
    """A flag in words. Its bounds hold in every population, and so in a single one too."""
    return WORDS[flag.kind].format(
        name=text_of(rules, NAMES[flag.kind].format(flag.what)),
        most=at_most(flag.figure),
        least=at_least(flag.figure),
        points=f"{floor(round(-100 * flag.figure, 6)) / 100:.2f}",
    )


def at_most(share: float) -> str:
    """An upper bound in whole percent, rounded up so that it stays true.

    >>> at_most(0.013), at_most(0.0)
    ('in at most 2 % of games', 'in no game')
    """
    return f"in at most {ceil(round(100 * share, 6))} % of games" if share else "in no game"


def at_least(share: float) -> str:
    """A lower bound in whole percent, rounded down so that it stays true.

    >>> at_least(0.996), at_least(1.0)
    ('in at least 99 % of games', 'in every game')
    """
    return (
        f"in at least {floor(round(100 * share, 6))} % of games" if share < 1 else "in every game"
    )


def few(games: int) -> str:
    """A warning where so many games show little; else empty."""
    if games >= ENOUGH:
        return ""
    count = f"{games} games are" if games > 1 else "One game is"
    return f"{count} few: what stands out may be chance. Play {ENOUGH} or more."
