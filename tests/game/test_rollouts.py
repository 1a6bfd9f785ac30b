"""What may yet come of a table, and where that turned."""

from collections import Counter

import pytest
from msgspec.structs import replace

from game.controls.course import Pause, Resume, Rewind
from game.controls.room import OpenSecret
from game.debrief.rollouts import (
    Estimate,
    Moment,
    certain,
    estimate,
    finer,
    future,
    line_of,
    merged,
    points_of,
    widest,
)
from game.debrief.turning import CURVES, MOST, turns_of
from game.model.table import Table
from game.opening import Setup
from game.vocabulary import FACILITATOR, Holder, Outcome, Phase, Rationality
from tests.given import tiny
from tests.playing import Game, play


@pytest.fixture(scope="module")
def game() -> Game:
    """A whole game of `tiny` by players at random."""
    return play(tiny(), Setup("rollouts", bots="random"), 5)


def guess(version: int, joined_up: int, games: int = 200) -> Estimate:
    rest = {"joined_up": joined_up, "not_launched": games - joined_up}
    return Estimate(version, version * 1000, games, certain=False, outcomes=rest)


def of_phase(game: Game, phase: Phase) -> Moment:
    return next(
        one for one in line_of(game.entries) if one.table.phase is phase and not one.table.due
    )


def test_points_lie_at_round_starts_and_reveals_and_at_the_end(game: Game) -> None:
    points = points_of(game.entries)
    steps = [(one.table.round, one.table.phase) for one in points]
    rounds = game.table.params.rounds
    assert [one for one in steps if one[1] is Phase.BRIEFING] == [
        (number, Phase.BRIEFING) for number in range(1, rounds + 1)
    ]
    assert (1, Phase.REVEAL) in steps
    assert points[-1].version == game.entries[-1].version
    assert all(one.table.due is None for one in points)
    assert len(set(steps)) == len(steps)


def test_a_game_that_has_not_begun_has_no_points_nor_has_its_practice() -> None:
    begun = Game(tiny(), Setup("practice", bots="random", first_game=True))
    assert points_of(begun.entries) == ()
    practising = play(tiny(), Setup("p", bots="random", first_game=True), 3, steps=12)
    assert practising.table.practice
    assert points_of(practising.entries) == ()


def test_a_game_under_way_ends_with_what_is_now() -> None:
    begun = play(tiny(), Setup("now", bots="random"), 3, steps=9)
    assert begun.table.phase is not Phase.ENDED
    points = points_of(begun.entries)
    assert points[-1].version == begun.entries[-1].version
    assert certain(points[-1]) is None


def test_what_a_rewind_set_aside_is_no_part_of_the_line() -> None:
    game = play(tiny(), Setup("rewound", bots="random"), 3, steps=12)
    last = len(game.entries)
    game.do(FACILITATOR, Rewind(6, "why"))
    game.do(FACILITATOR, Resume())
    line = line_of(game.entries)
    assert [one.version for one in line] == [1, 2, 3, 4, 5, 6, last + 1, last + 2]
    assert line[-1].table == game.table
    assert points_of(game.entries)[-1].version == last + 2


def test_what_is_opened_in_the_debrief_adds_no_point(game: Game) -> None:
    opened = Game(tiny(), Setup("opened", bots="random"))
    opened.entries, opened.table = list(game.entries), game.table
    opened.do(FACILITATOR, OpenSecret("truth"))
    assert points_of(opened.entries) == points_of(game.entries)


def test_the_same_log_gives_the_same_estimate_however_it_is_parted(game: Game) -> None:
    start = points_of(game.entries)[0]
    whole = estimate(tiny(), start, range(6))
    parts = [estimate(tiny(), start, numbers) for numbers in (range(4), range(4, 6))]
    assert merged(parts) == whole
    assert sum(whole.outcomes.values()) == whole.games == 6
    assert set(whole.outcomes) <= {one.value for one in Outcome}


@pytest.mark.parametrize("phase", [Phase.BRIEFING, Phase.TALK, Phase.PLAN, Phase.REVEAL])
def test_the_rest_can_be_played_from_any_phase(game: Game, phase: Phase) -> None:
    found = estimate(tiny(), of_phase(game, phase), range(2))
    assert found.games == 2


def test_a_paused_table_is_played_on() -> None:
    game = play(tiny(), Setup("paused", bots="random"), 3, steps=9)
    game.do(FACILITATOR, Pause("why"))
    assert estimate(tiny(), line_of(game.entries)[-1], range(1)).games == 1


def test_the_end_of_a_game_is_certain(game: Game) -> None:
    end = certain(points_of(game.entries)[-1])
    assert end is not None
    assert end.certain
    assert end.outcomes == {str(game.table.outcome): 1}
    outcome = game.table.outcome
    assert outcome is not None
    figure = end.chance([outcome])
    assert (figure.low, figure.mean, figure.high) == (1, 1, 1)


def test_what_is_so_stays_so_and_what_is_to_come_is_drawn_anew(game: Game) -> None:
    now = of_phase(game, Phase.TALK).table
    one, other = future(now, "a"), future(now, "b")
    assert one.dependencies == now.dependencies
    assert one.placed == now.placed
    assert one.promises == now.promises
    assert [seat.concern for seat in one.seats] == [seat.concern for seat in now.seats]
    assert {seat.bot for seat in one.seats} == {"mixed"}
    assert {seat.holder for seat in one.seats} == {Holder.BOT}
    assert sorted(one.event_deck) == sorted(now.event_deck)
    assert one.seed != other.seed
    decks = {future(now, str(number)).event_deck for number in range(8)}
    assert len(decks) > 1


def firsts(table: Table, headline: Rationality | None) -> Counter[Rationality]:
    """The next agenda in many futures, after this headline."""
    shown = replace(table, headline=headline)
    return Counter(future(shown, str(n)).agenda_deck[0].rationality for n in range(300))


def test_a_headline_hints_at_the_next_agenda_and_a_scan_tells_it(game: Game) -> None:
    now = of_phase(game, Phase.BRIEFING).table
    coming = now.agenda_deck[-1].rationality
    assert firsts(now, coming)[coming] > firsts(now, None)[coming] > 0
    told = replace(now.seats[0], scanned=now.agenda_deck[0].rationality)
    scanned = replace(now, seats=(told, *now.seats[1:]))
    nexts = {future(scanned, str(number)).agenda_deck[0] for number in range(8)}
    assert nexts == {now.agenda_deck[0]}
    assert future(replace(now, agenda_deck=()), "a").agenda_deck == ()


def test_one_more_point_parts_the_widest_swing_where_a_phase_begins(game: Game) -> None:
    line = line_of(game.entries)
    first, second, third, *_ = points_of(game.entries)
    swinging = [guess(first.version, 180), guess(second.version, 10), guess(third.version, 12)]
    found = finer(line, swinging, 0.1)
    assert found is not None
    assert first.version < found.version < second.version
    assert found.begins
    assert finer(line, swinging, 0.99) is None


def test_no_point_is_added_where_nothing_lies_between(game: Game) -> None:
    line = line_of(game.entries)
    assert finer(line, [guess(4, 180), guess(5, 10)], 0.1) is None
    assert finer(line, [], 0.1) is None


def test_turning_points_are_the_widest_swings_with_what_happened_there(game: Game) -> None:
    points = points_of(game.entries)
    shares = [180, 20] * len(points)
    guesses = [guess(one.version, share) for one, share in zip(points, shares, strict=False)]
    turns = turns_of(game.entries, guesses, CURVES["joined_up"])
    assert len(turns) == min(MOST, len(points) - 1)
    assert [one.first for one in turns] == sorted(one.first for one in turns)
    for one in turns:
        assert one.first < one.version <= one.last
        assert {one.before, one.after} == {0.9, 0.1}
    assert any(one.lines for one in turns)


def test_a_swing_that_counting_explains_is_no_turning_point(game: Game) -> None:
    first, second, *_ = points_of(game.entries)
    near = [guess(first.version, 100), guess(second.version, 108)]
    assert turns_of(game.entries, near, CURVES["joined_up"]) == ()


def test_a_turning_point_without_telling_lines_lies_at_its_later_end(game: Game) -> None:
    (turn,) = turns_of(game.entries, [guess(1, 180), guess(2, 20)], CURVES["joined_up"])
    assert (turn.version, turn.lines) == (2, ())


def test_the_widest_swings_name_their_ends_but_for_certain_ones() -> None:
    over = replace(guess(5, 0, 1), certain=True)
    known = [guess(1, 100), guess(2, 110), guess(3, 20), guess(4, 140), over]
    assert widest(known, 0.1, 1) == {4}
    assert widest(known, 0.1, 2) == {3, 4}
    assert widest(known, 0.99, 2) == frozenset()
