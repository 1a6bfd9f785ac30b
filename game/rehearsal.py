"""What many games by bots show of a ruleset before people play it: what cannot happen, who always
loses, what nobody uses, how long it takes.

Bots are not people: a flag is a question to the author, no verdict.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal

from msgspec import Struct

from game.actions import ACTIONS
from game.actions.base import Action
from game.course.year_one import QUARTERS
from game.model.params import Params
from game.model.table import Table
from game.opening import Setup, in_force, open_command, seating
from game.ruleset import Ruleset
from game.simulate.tally import Tally
from game.vocabulary import Governance, Outcome

POPULATIONS: Final = ("mixed", "public_spirited", "self_serving", "turf_minded", "fickle")
"""Presets of house bots: what none of them brings about hardly happens."""
RARE: Final = 0.03
"""The share of games below which something counts as out of reach."""
SURE: Final = 0.97
OFTEN_LAST: Final = 0.6
"""A seat that is last in so many games, in every population, always loses."""
UNUSED: Final = 0.01

Kind = Literal[
    "outcome_out_of_reach", "goal_out_of_reach", "goal_for_nothing", "concern_out_of_reach",
    "concern_for_nothing", "card_never_drawn", "always_last", "action_unused", "action_dominated",
]  # fmt: skip


class Flag(Struct, frozen=True):
    """Something to look at. `what`: the id it is about; `figure`: the share or mean behind it."""

    kind: Kind
    what: str
    figure: float


class Length(Struct, frozen=True):
    """Minutes that a game takes on its clock, all phases at full length."""

    expected: float
    longest: float


def flags(rules: Ruleset, setup: Setup, by: Mapping[str, Tally]) -> tuple[Flag, ...]:
    """What stands out in the tallies of several populations, by name; `setup`: how they played."""
    seats = seating(rules, setup.players)
    table = open_command(rules, setup).table
    tallies = tuple(by.values())
    return (
        *_outcomes(tallies),
        *(flag for seat in seats for flag in _goal(seat, tallies)),
        *(flag for one in rules.concerns for flag in _concern(one.id, tallies)),
        *_cards(rules, tallies),
        *_last(seats, tallies),
        *_actions([one for one in ACTIONS if _is_there(one, table)], tallies),
    )


def _share(tallies: tuple[Tally, ...], name: str, whole: str | None = None) -> list[float]:
    """The share of games in each population; of those alone in which `whole` was so."""
    found = []
    for one in tallies:
        games = one.games if whole is None else one.sums[whole]
        found.append(one.sums.get(name, 0) / games if games else 0.0)
    return found


def _outcomes(tallies: tuple[Tally, ...]) -> Iterator[Flag]:
    for outcome in Outcome:
        most = max(_share(tallies, f"outcome.{outcome}"))
        if most < RARE:
            yield Flag("outcome_out_of_reach", outcome.value, most)


def _goal(seat: str, tallies: tuple[Tally, ...]) -> Iterator[Flag]:
    shares = _share(tallies, f"goal.{seat}")
    if max(shares) < RARE:
        yield Flag("goal_out_of_reach", seat, max(shares))
    if min(shares) > SURE:
        yield Flag("goal_for_nothing", seat, min(shares))


def _concern(concern: str, tallies: tuple[Tally, ...]) -> Iterator[Flag]:
    """Of the populations that dealt it: what was never dealt shows nothing."""
    dealt = tuple(one for one in tallies if one.sums.get(f"dealt.{concern}"))
    if not dealt:
        return
    shares = _share(dealt, f"met.{concern}", f"dealt.{concern}")
    if max(shares) < RARE:
        yield Flag("concern_out_of_reach", concern, max(shares))
    if min(shares) > SURE:
        yield Flag("concern_for_nothing", concern, min(shares))


def _cards(rules: Ruleset, tallies: tuple[Tally, ...]) -> Iterator[Flag]:
    for card in (*rules.events, *rules.year_one):
        if not any(one.sums.get(f"card.{card.id}") for one in tallies):
            yield Flag("card_never_drawn", card.id, 0.0)


def _last(seats: tuple[str, ...], tallies: tuple[Tally, ...]) -> Iterator[Flag]:
    for seat in seats:
        least = min(_share(tallies, f"lowest.{seat}"))
        if least > OFTEN_LAST:
            yield Flag("always_last", seat, least)


def _is_there(action: Action, table: Table) -> bool:
    """Whether this set-up has an action at all: not without its module or any directive."""
    if action.kind == "direct" and table.governance is Governance.NETWORK:
        return False
    return any(True for seat in table.seats for _ in action.acts(table, seat.id))


def _actions(actions: Iterable[Action], tallies: tuple[Tally, ...]) -> Iterator[Flag]:
    """Dominated: whoever uses it comes out below the table, in every population."""
    for action in actions:
        used = max(_share(tallies, f"users.{action.kind}"))
        if used < UNUSED:
            yield Flag("action_unused", action.kind, used)
            continue
        edges = [edge for one in tallies if (edge := one.edge(action.kind)) is not None]
        if edges and max(edge.high for edge in edges) < 0:
            yield Flag("action_dominated", action.kind, max(edge.mean for edge in edges))


def length(rules: Ruleset, setup: Setup, tally: Tally) -> Length:
    """How long a game takes: expected over these games, and with all rounds and a year one."""
    numbers, *_ = in_force(rules, setup, len(seating(rules, setup.players)))
    launched = tally.figure("launched").mean
    expected = seconds(numbers, tally.figure("rounds").mean, launched)
    return Length(round(expected / 60, 1), round(seconds(numbers, numbers.rounds, 1) / 60, 1))


def seconds(numbers: Params, rounds: float, launched: float) -> float:
    """What so many rounds, a vote and `launched` years take, all phases at full length."""
    a_round = numbers.briefing_s + numbers.talk_s + numbers.plan_s + numbers.reveal_s
    return rounds * a_round + numbers.vote_s + launched * QUARTERS * numbers.quarter_s


def planned_minutes(numbers: Params) -> int:
    """What a game with all its rounds and a year one takes."""
    return round(seconds(numbers, numbers.rounds, 1) / 60)
