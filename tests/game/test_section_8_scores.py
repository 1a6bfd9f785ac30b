"""RULES section 8: public value, own scores, goals and concerns."""

import pytest
from msgspec import convert
from msgspec.structs import replace

from game.controls.course import NextPhase
from game.goals import AnyPredicate, all_met
from game.model.past import RoundPast
from game.model.table import Table
from game.vocabulary import (
    FACILITATOR,
    ConcernId,
    Outcome,
    Phase,
    Rationality,
    State,
)
from tests.given import (
    ARCHIVE,
    COUNCIL,
    FEES,
    LIBRARY,
    NAMES,
    TITLES,
    ended,
    given,
    joined,
    laid,
    seat,
    seats,
    side,
    trusting,
)


def value(**changes: object) -> int | None:
    return ended(replace(laid(), round=3, **changes)).public_value


def test_public_value_follows_the_outcome() -> None:
    table = joined(joined(replace(laid(), round=3), NAMES, State.LIVE), FEES, State.LIVE)
    assert ended(replace(table, launched=3, rating=6)).public_value == 12
    assert ended(table).public_value == 3  # paper
    assert value(launched=3, rating=5) == 5
    assert value(launched=3, rating=1) == -3
    assert value() == 0


def test_each_two_of_fragmentation_cost_one() -> None:
    assert value(seats=seats(laid(), portals=1).seats) == -1
    assert value(seats=seats(laid(), portals=2).seats) == -3


def test_rounds_not_used_count_only_before_a_launch_that_ends_joined_up() -> None:
    table = joined(joined(laid(), NAMES, State.LIVE), FEES, State.LIVE)
    assert ended(replace(table, launched=1, rating=6)).public_value == 14
    assert value(launched=1, rating=5) == 5


def test_own_scores_are_added_up_item_by_item() -> None:
    table = replace(laid(), counter=2)
    table = seat(table, COUNCIL, autonomy=8, budget=5, portals=1)
    table = trusting(trusting(table, LIBRARY, COUNCIL, 2), ARCHIVE, COUNCIL, 1, earned=1)
    table = joined(table, NAMES)
    score = ended(table).scores[0]
    assert (score.autonomy, score.budget, score.portals, score.tokens) == (8, 2, 1, 1)
    assert (score.goal, score.core_value, score.concern) == (3, 3, 5)
    assert score.own == 23


def test_a_core_value_is_kept_by_those_who_joined_and_were_answered_everywhere() -> None:
    def kept(table: Table) -> bool:
        return ended(table).scores[0].core_value > 0

    assert not kept(laid())
    for state in (State.SIGNED, State.LIVE, State.SUSPENDED):
        assert kept(joined(laid(), NAMES, state))
    half = side(joined(joined(laid(), NAMES), FEES), FEES, COUNCIL, answered=False)
    assert not kept(half)
    theirs = side(joined(laid(), NAMES), NAMES, LIBRARY, answered=False)
    assert kept(theirs)
    assert not kept(joined(laid(), TITLES))


def met(table: Table, *goal: dict[str, object]) -> bool:
    return all_met(tuple(convert(one, AnyPredicate) for one in goal), table, COUNCIL)


def amount(of: str, **bounds: int) -> dict[str, object]:
    return {"is": "amount", "of": of, **bounds}


@pytest.mark.parametrize(
    ("of", "table", "found"),
    [
        ("live", joined(joined(laid(), NAMES, State.LIVE), TITLES, State.LIVE), 1),
        ("signed", joined(joined(laid(), NAMES, State.SUSPENDED), FEES), 2),
        ("answered", joined(laid(), NAMES), 1),
        ("budget", laid(), 2),
        ("autonomy", laid(), 10),
        ("routines", seat(laid(), COUNCIL, routines=2), 2),
        ("portals", seat(laid(), COUNCIL, portals=1), 1),
        ("counter", replace(laid(), counter=4), 4),
        ("support", laid(), 5),
        ("fragmentation", seats(laid(), portals=1), 3),
        ("broken", seat(laid(), COUNCIL, broken=1), 1),
        ("tokens", trusting(laid(), LIBRARY, COUNCIL, 1, earned=1), 2),
    ],
)
def test_each_measure_counts_what_its_name_says_now_and_at_the_end_of_a_round(
    of: str, table: Table, found: int
) -> None:
    assert met(table, amount(of, at_least=found, at_most=found))
    assert not met(table, amount(of, at_least=found + 1))
    assert not met(table, amount(of, at_most=found - 1))
    past = given(replace(table, phase=Phase.REVEAL, event_deck=())).when(FACILITATOR, NextPhase())
    later = replace(past.table, counter=0, support=0)
    assert met(later, amount(of, at_least=found, at_most=found, by_round=1))


def test_by_a_round_means_at_the_end_of_some_round_up_to_it() -> None:
    goal = amount("routines", at_least=1, by_round=2)
    table = replace(laid(Phase.REVEAL), event_deck=())
    assert not met(seat(table, COUNCIL, routines=1), goal)
    once = seat(given(seat(table, COUNCIL, routines=1)).next().table, COUNCIL, routines=0)
    assert met(once, goal)
    late: tuple[RoundPast, ...] = tuple(replace(one, round=3) for one in once.past)
    assert not met(replace(once, past=late), goal)


def test_goals_ask_for_frame_agenda_outcome_and_the_core_value() -> None:
    assert met(laid(), {"is": "frame_is"})  # the council is political, as the frame is
    assert met(laid(), {"is": "frame_is", "value": "political"})
    assert not met(laid(), {"is": "frame_is", "value": "legal"})
    assert met(laid(), {"is": "agenda_is", "value": "legal"})
    assert not met(laid(), {"is": "agenda_is"})
    assert met(replace(laid(), agenda=Rationality.POLITICAL), {"is": "agenda_is"})
    over = replace(laid(), outcome=Outcome.FACADE)
    assert met(over, {"is": "outcome_is", "one_of": ["joined_up", "facade"]})
    assert not met(over, {"is": "outcome_is", "one_of": ["joined_up"]})
    assert met(joined(laid(), NAMES), {"is": "core_value_kept"})


def test_not_first_asks_for_a_signature_but_not_the_first() -> None:
    goal: dict[str, object] = {"is": "not_first"}
    assert not met(laid(), goal)
    second = replace(joined(joined(laid(), TITLES), NAMES), first_signed=TITLES)
    assert met(second, goal)
    assert not met(replace(second, first_signed=NAMES), goal)
    assert not met(replace(joined(laid(), TITLES), first_signed=TITLES), goal)


def test_predicates_of_a_goal_are_joined_by_and() -> None:
    assert met(laid(), amount("budget", at_least=2), {"is": "frame_is"})
    assert not met(laid(), amount("budget", at_least=2), {"is": "agenda_is"})


def test_a_concern_is_met_or_not() -> None:
    table = seats(laid(), concern=ConcernId("keep_the_keys"))
    assert [one.concern for one in ended(seat(table, COUNCIL, autonomy=8)).scores] == [0, 5, 5]
