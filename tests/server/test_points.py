"""Points to go back to: each leads where its name says, and every log stays sound."""

from hypothesis import given, settings
from hypothesis import strategies as st

from game.controls.course import Rewind
from game.debrief.rollouts import line_of as counted_line
from game.events.course import Rewound
from game.fold import fold
from game.verify import verify
from game.vocabulary import FACILITATOR
from server.debriefs.points import line_of, points, tried
from tests.laws.games import played
from tests.playing import Game

GAMES = 12


def played_on(number: int) -> Game:
    """A game with controls, some of them rewinds, in a copy that can go on."""
    known = played(number * 2 + 1)
    game = Game.__new__(Game)
    game.rules, game.table = known.rules, known.table
    game.entries, game.tables = list(known.entries), list(known.tables)
    return game


@settings(max_examples=40)
@given(st.integers(0, GAMES - 1), st.integers(0, 10**6))
def test_a_rewind_to_any_point_leads_where_its_name_says_and_leaves_the_log_sound(
    number: int, pick: int
) -> None:
    game = played_on(number)
    found = points(game.entries)
    point = found[pick % len(found)]
    trial = tried(game.entries, point.version, {})
    assert sum(trial.by.values()) == point.aside
    table = game.do(FACILITATOR, Rewind(point.version, "why"))
    assert (table.phase.value, table.round, table.quarter) == (
        point.phase,
        point.round,
        point.quarter,
    )
    assert (trial.then.phase, trial.then.support) == (table.phase.value, table.support)
    assert fold(game.entries) == table
    assert verify(game.entries, game.rules, game.entries[-1].hash).sound


@settings(max_examples=12)
@given(st.integers(0, GAMES - 1))
def test_no_point_lies_on_a_line_that_was_set_aside(number: int) -> None:
    entries = played_on(number).entries
    line = {entry.version for entry, _, _ in line_of(entries)}
    assert line == {one.version for one in counted_line(entries)}
    assert {one.version for one in points(entries)} <= line


def test_among_these_games_some_were_set_back() -> None:
    events = [one for number in range(GAMES) for entry in played_on(number).entries
              for one in entry.events]  # fmt: skip
    assert any(isinstance(one, Rewound) for one in events)
