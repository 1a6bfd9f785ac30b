"""What games by bots show of `newborn`: that no end is certain, and what each temper makes of it.

Measured with 400 games a population, five seats, hybrid governance, seed 1, in per cent: joined up,
a fine front, withdrawn, on paper, not launched.

    public_spirited 76 18 0 4 1      anticipating 62 33 0 4 1     mixed 57 34 0 8 2
    content_minded  58 34 0 7 1      shortsighted 57 26 0 14 2    turf_minded 34 49 2 8 8
    eager           24 68 4 3 2      self_serving 0 0 0 0 100     random 0 0 28 0 72
    ahead_mixed     21 62 8 4 6      ahead_public_spirited 52 40 1 4 3

With 2,500 games (two points either way at 95 %) public_spirited joins up 78 times of a hundred,
anticipating 58, mixed 55, turf_minded 34: to look ahead, and mind one's turf no more than others,
is worth twenty-four points, to serve the public forty-five.
"""

from functools import cache
from math import sqrt
from statistics import fmean, stdev
from typing import Final

import pytest
from msgspec.structs import replace

from game.bots.house.player import House
from game.bots.lineup import BOTS
from game.bots.personality import PUBLIC_SPIRITED, SELF_SERVING
from game.opening import Setup
from game.ruleset import Ruleset
from game.simulate.many import many
from game.simulate.play import play_game
from game.simulate.tally import Tally
from tests.rulesets import RULESETS, load

pytestmark = pytest.mark.slow

SEATS: Final = 5
GAMES: Final = 100
RARE: Final = 0.03


@cache
def newborn() -> Ruleset:
    return replace(load(RULESETS / "newborn"), texts={})


@cache
def played(bot: str) -> Tally:
    return many(newborn(), Setup("balance"), [bot] * SEATS, range(GAMES))


def share(bot: str, outcome: str) -> float:
    return played(bot).figure(f"outcome.{outcome}").mean


def test_a_mixed_table_joins_up_in_one_game_of_two_more_or_less() -> None:
    found = played("mixed").figure("outcome.joined_up")
    assert found.low <= 0.6
    assert found.high >= 0.4


@pytest.mark.parametrize(
    ("outcome", "bot"),
    [
        ("facade", "mixed"),
        ("withdrawn", "ahead_mixed"),
        ("paper", "shortsighted"),
        ("not_launched", "self_serving"),
    ],
)
def test_every_other_outcome_is_that_of_some_tables(outcome: str, bot: str) -> None:
    assert share(bot, outcome) >= RARE


@pytest.mark.parametrize("bot", ["public_spirited", "anticipating"])
def test_who_serves_the_public_or_looks_ahead_does_better_than_who_minds_its_turf(bot: str) -> None:
    assert share(bot, "joined_up") - share("turf_minded", "joined_up") >= 0.2


def test_who_serves_the_public_does_better_than_chance() -> None:
    assert share("public_spirited", "joined_up") - share("random", "joined_up") >= 0.25


# --- the dilemma: what one seat gains at a public-spirited table by thinking of itself

TURNED: Final = House("turned", replace(PUBLIC_SPIRITED, own=SELF_SERVING.own, public=0.15))
"""As open, trusting and reliable as the others; its own score comes first."""


def gains(bot: str, games: int) -> tuple[list[float], list[float]]:
    """By game and seat: what the seat gains when it turns, of its own and of the public value."""
    own: list[float] = []
    public: list[float] = []
    for number in range(games):
        tables = [
            play_game(
                newborn(),
                Setup(f"dilemma-{number}"),
                [bot if at == turned else "public_spirited" for at in range(SEATS)],
                lineup={**BOTS, "turned": TURNED},
            ).table
            for turned in (None, *range(SEATS))
        ]
        before = tables[0]
        for at, after in enumerate(tables[1:]):
            own.append(after.scores[at].own - before.scores[at].own)
            public.append((after.public_value or 0) - (before.public_value or 0))
    return own, public


def surely_above(values: list[float]) -> bool:
    return fmean(values) > 1.96 * stdev(values) / sqrt(len(values))


def test_one_seat_that_thinks_of_itself_gains_at_the_cost_of_all() -> None:
    """Measured in 100 games: +4.4 own, -1.7 public, together +2.7 (2.3 to 3.2)."""
    own, public = gains("turned", 24)
    assert surely_above([a + b for a, b in zip(own, public, strict=True)])
    assert surely_above([-one for one in public])


def test_one_seat_that_also_breaks_its_word_gains_for_itself_what_all_lose() -> None:
    """Measured in 100 games: +3.9 own, -3.9 public, together 0.0 (-0.6 to +0.6)."""
    own, public = gains("self_serving", 12)
    assert surely_above(own)
    assert surely_above([-one for one in public])
