"""Moments that may be worth a clip: what was marked, and the best of each sort."""

from collections import Counter

import pytest

from game.controls.room import MarkMoment
from game.highlights import EACH, KINDS, MARKED, MOST, highlights
from game.opening import Setup
from game.vocabulary import FACILITATOR
from tests.given import tiny
from tests.playing import Game, play
from tests.rulesets import RULESETS, load


@pytest.fixture(scope="module")
def game() -> Game:
    """A whole game of `newborn`, with much in it."""
    return play(load(RULESETS / "newborn"), Setup("highlights", bots="random"), 3)


def test_they_stand_in_the_order_of_the_log_few_of_each_sort(game: Game) -> None:
    found = highlights(game.entries)
    versions = [one.version for one in found]
    assert versions == sorted(set(versions))
    assert 0 < len(found) <= MOST
    assert max(Counter(one.kind for one in found).values()) <= EACH
    assert {one.kind for one in found} <= set(KINDS.values())
    assert all(KINDS[line.kind] == one.kind for one in found for line in one.lines)


def test_what_all_are_told_is_what_all_could_read(game: Game) -> None:
    for one in highlights(game.entries):
        assert not any(line.confidential for line in one.open)
        assert len(one.open) <= len(one.lines)


def test_what_the_facilitator_marked_is_always_among_them_and_never_told_to_all() -> None:
    game = play(tiny(), Setup("marked", bots="random"), 3, steps=30)
    for _ in range(MOST + 1):
        game.do(FACILITATOR, MarkMoment())
    marked = [one for one in highlights(game.entries) if one.kind == MARKED]
    assert len(marked) == MOST + 1
    assert all(one.open == () for one in marked)


def test_a_game_that_has_not_begun_has_none() -> None:
    assert highlights(Game(tiny(), Setup("none", bots="random")).entries) == ()
