"""Moments that may be worth a clip: what was marked, and the best of each sort."""

from collections import Counter
from collections.abc import Sequence

import pytest

from game.controls.room import MarkMoment
from game.debrief.highlights import (
    ALWAYS,
    EACH,
    KINDS,
    MARKED,
    MOST,
    PROMISE,
    Highlight,
    chosen,
    highlights,
    rank,
)
from game.debrief.rollouts import line_of
from game.log import Entry
from game.opening import Setup
from game.views.line import Line
from game.views.lines import lines
from game.views.view import FACILITATOR as FACILITATOR_EYES
from game.vocabulary import CHANCE, FACILITATOR, Phase
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
    sorts = Counter(one.kind for one in found if one.kind not in ALWAYS)
    assert max(sorts.values()) <= EACH
    assert {one.kind for one in found} <= set(KINDS.values())
    assert all(KINDS[line.kind] in {one.kind, PROMISE} for one in found for line in one.lines)


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


def happened(version: int, kind: str, count: int = 1) -> tuple[int, Highlight]:
    """A moment with so many lines of one kind, and how much that gives to talk about."""
    line = Line(kind, 0, 1, Phase.REVEAL, CHANCE, "chance", {})
    return rank(line), Highlight(version, KINDS[kind], (line,) * count, ())


def test_no_broken_promise_is_left_out_however_many_there_are() -> None:
    promises = [happened(version, "promise_broken") for version in range(1, 8)]
    choices = [happened(version, "choice_taken") for version in range(11, 18)]
    kept = Counter(one.kind for one in chosen([*choices, *promises]))
    assert kept == {"promise": 7, "choice": EACH}


def test_of_one_sort_those_stay_in_which_most_happened() -> None:
    live = [happened(version, "went_live", count=1 + version % 4) for version in range(1, 8)]
    assert [one.version for one in chosen(live)] == [3, 7, 2]


def test_what_was_marked_and_promised_takes_no_place_from_the_rest() -> None:
    kinds = {sort: kind for kind, sort in KINDS.items()}
    found = [happened(at, kind) for kind in kinds.values() for at in range(1, 5)]
    kept = Counter(one.kind for one in chosen(found))
    assert (kept["marked"], kept["promise"]) == (4, 4)
    assert sum(kept.values()) == 4 + 4 + MOST


@pytest.mark.parametrize("seed", range(4))
def test_every_promise_that_broke_is_told_also_with_a_vote(seed: int) -> None:
    entries = play(load(RULESETS / "newborn"), Setup(f"h{seed}"), seed).entries
    shown = [line for one in highlights(entries) for line in one.lines]
    broken = [line for line in all_lines(entries) if line.kind == "promise_broken"]
    assert [line for line in shown if line.kind == "promise_broken"] == broken


def all_lines(entries: Sequence[Entry]) -> list[Line]:
    """Everything that a facilitator reads of a game that nothing was taken back of."""
    return [
        line
        for one in line_of(entries)
        for line in lines(entries[one.version - 1], one.table, FACILITATOR_EYES)
    ]


def test_a_game_that_has_not_begun_has_none() -> None:
    assert highlights(Game(tiny(), Setup("none", bots="random")).entries) == ()
