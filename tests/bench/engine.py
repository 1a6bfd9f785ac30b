"""S5 and S6: the engine alone, beside a bare `replace` of the same table in the same moment.

Processor time throughout. Other work on a shared machine still slows everything alike and by fits:
so each repetition measures the baseline before and after, and what counts is the ratio.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from statistics import median

from msgspec import json
from msgspec.structs import replace

from game.acts import Act, Pledge, Terms
from game.chance import owed
from game.commands import AnyCommand
from game.controls.course import NextPhase, Start
from game.decide import judge
from game.model.table import Table
from game.opening import BLANK, Setup, open_command
from game.ruleset import Ruleset
from game.simulate.play import play_game
from game.talk.deals import Offer
from game.talk.plan import Plan
from game.talk.tokens import PlaceToken
from game.views.public import public
from game.views.view import glances, seat_viewer, view
from game.vocabulary import CHANCE, FACILITATOR, Actor
from tests.rulesets import RULESETS, load

REPETITIONS = 9
BARE_CALLS = 3000
S6_CALLS = 3
"""Games in one repetition."""


@dataclass(frozen=True, slots=True)
class Timed:
    """Seconds a call, and the same in bare replaces, each the median of the repetitions."""

    seconds: float
    replaces: float


def seconds_a_call(work: Callable[[], object], calls: int) -> float:
    """Seconds of processor time that one call takes, on average."""
    started = time.process_time()
    for _ in range(calls):
        work()
    return (time.process_time() - started) / calls


def timed(work: Callable[[], object], table: Table, calls: int) -> Timed:
    """The work beside bare replaces of a table of the same size."""

    def bare() -> float:
        return seconds_a_call(lambda: replace(table, round=2), BARE_CALLS)

    work()
    runs: list[tuple[float, float]] = []
    for _ in range(REPETITIONS):
        before = bare()
        took = seconds_a_call(work, calls)
        runs.append((took, 2 * took / (before + bare())))
    return Timed(median(one for one, _ in runs), median(ratio for _, ratio in runs))


def in_talk(rules: Ruleset) -> Table:
    """Five seats in the Talk of round 1."""
    table = judge(BLANK, open_command(rules, Setup("bench", bots="mixed")), CHANCE, rules).table
    table = judge(table, Start(), FACILITATOR, rules).table
    while (command := owed(table, rules)) is not None:
        table = judge(table, command, CHANCE, rules).table
    return judge(table, NextPhase(), FACILITATOR, rules).table


def in_plan(rules: Ruleset, table: Table) -> Table:
    """The same in Plan, with three actions of every seat."""
    table = judge(table, NextPhase(), FACILITATOR, rules).table
    for seat in table.seats:
        acts = (Act("map", seat.known[0]), Act("reform"), Act("counter"))
        table = judge(table, Plan(acts), Actor(seat.id), rules).table
    return table


def big_offer(table: Table) -> Offer:
    """An offer with two promises on each side, the largest that house bots make."""
    one = table.dependencies[0]
    mine, theirs = (side.seat for side in one.sides)
    sign = Pledge(Act("sign", one.id), 1)
    return Offer(
        theirs,
        Terms(promise=(Pledge(Act("answer", one.id, theirs), 1), sign)),
        Terms(promise=(Pledge(Act("answer", one.id, mine), 1), sign)),
    )


def s5() -> list[str]:
    """Commands, reveal and views."""
    rules = load(RULESETS / "newborn")
    talk = in_talk(rules)
    plan = in_plan(rules, talk)
    first, second = (side.seat for side in talk.dependencies[0].sides)
    viewers = [seat_viewer(seat.id) for seat in talk.seats]
    seats = [seat.id for seat in talk.seats]

    def done(table: Table, command: AnyCommand, by: str) -> Callable[[], object]:
        return lambda: judge(table, command, Actor(by), rules)

    shared = public(talk, rules)
    works: tuple[tuple[str, Callable[[], object], int, str], ...] = (
        ("talk command: place a token", done(talk, PlaceToken(second), first), 300, "40 us"),
        ("talk command: offer, 4 promises", done(talk, big_offer(talk), first), 200, "40 us"),
        ("a whole reveal, 15 actions", done(plan, NextPhase(), FACILITATOR), 40, "1500 us"),
        ("all 5 seats' views, no menus", lambda: list(glances(talk, seats, rules)), 60, "200 us"),
        ("all 5 seats' views with menus", lambda: [view(talk, v, rules) for v in viewers], 15, "-"),
        ("encode the shared part", lambda: json.encode(shared), 200, "once a table"),
    )
    return [
        line("S5", name, timed(work, talk, calls), target) for name, work, calls, target in works
    ]


def line(target_id: str, name: str, found: Timed, target: str) -> str:
    """One figure for people."""
    return (
        f"{target_id}  {name}: {found.seconds * 1e6:.0f} us, {found.replaces:.0f} x a bare replace "
        f"(target {target})"
    )


def s6() -> list[str]:
    """Whole games, one core."""
    rules = load(RULESETS / "newborn")
    table = in_talk(rules)
    lines = []
    goals = (
        ("mixed", 200),
        ("public_spirited", 200),
        ("ahead_mixed", None),  # another make, for the laboratory: the target is that of the house
        ("ahead_public_spirited", None),
        ("random", 400),
    )
    for bot, target in goals:
        seeds = count()

        def game(bot: str = bot, seeds: "count[int]" = seeds) -> object:
            return play_game(rules, Setup(str(next(seeds)), bots=bot))

        found = timed(game, table, S6_CALLS)
        lines.append(
            f"S6  games of five {bot}: {1 / found.seconds:.0f} a second a core, "
            f"{found.replaces / 1000:.1f} thousand bare replaces each"
            + (f" (target {target} a second)" if target else "")
        )
    return lines
