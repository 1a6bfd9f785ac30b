"""RULES section 7: the vote, year one, and how a game ends."""

import pytest
from msgspec.structs import replace

from game.controls.course import EndGame, NextPhase, TimeUp
from game.events.course import PhaseBegan
from game.events.tracks import Launched, QuarterClosed, TrackMoved, VoteCounted
from game.model.table import Table
from game.talk.votes import CastVote
from game.vocabulary import (
    CLOCK,
    FACILITATOR,
    CardId,
    DependencyId,
    OptionId,
    Outcome,
    Phase,
    Reason,
    State,
    Track,
)
from tests.given import (
    ARCHIVE,
    COUNCIL,
    FEES,
    FINES,
    LIBRARY,
    NAMES,
    TITLES,
    common,
    ended,
    given,
    joined,
    laid,
    seat_of,
    side,
)


def voting(**changes: object) -> Table:
    """The table in the launch vote of the last round."""
    return replace(laid(Phase.VOTE), round=3, event_deck=(), year_one_deck=(), **changes)


def launched(table: Table) -> Table:
    """Year one, before its first quarter."""
    for one in table.seats:
        table = given(table).when(one.id, CastVote(launch=True)).table
    assert table.launched == 3
    return given(table).next().table


# --- the vote


def test_the_last_round_ends_with_a_vote() -> None:
    given(replace(laid(Phase.REVEAL), round=3)).when(FACILITATOR, NextPhase()).then(
        PhaseBegan(Phase.VOTE, 3, 30)
    )


def test_all_votes_cast_are_counted_at_once_and_a_vote_is_not_changed() -> None:
    table = given(voting()).when(COUNCIL, CastVote(launch=True)).table
    given(table).when(COUNCIL, CastVote(launch=False)).refused(Reason.ALREADY)
    table = given(table).when(LIBRARY, CastVote(launch=True)).table
    counted = given(table).when(ARCHIVE, CastVote(launch=False))
    counted.then_also(VoteCounted((True, True, False), passed=True), Launched(3))
    given(counted.table).when(ARCHIVE, CastVote(launch=True)).refused(Reason.NO_VOTE_NOW)


def test_who_does_not_vote_in_time_abstains() -> None:
    table = given(voting()).when(COUNCIL, CastVote(launch=True)).table
    given(table).when(CLOCK, TimeUp(Phase.VOTE, 3)).then(
        VoteCounted((True, None, None), passed=False), TrackMoved(Track.SUPPORT, -1, 4)
    )


def test_with_too_little_support_no_vote_is_held_which_counts_as_not_passed() -> None:
    table = replace(laid(Phase.REVEAL), round=3, support=3)
    given(table).when(FACILITATOR, NextPhase()).then(
        PhaseBegan(Phase.VOTE, 3, 30),
        VoteCounted((), passed=False),
        TrackMoved(Track.SUPPORT, -1, 2),
    )


def test_the_autopilot_goes_on_also_where_no_vote_was_held() -> None:
    table = replace(laid(Phase.REVEAL), round=3, support=3, autopilot=True)
    table = given(table).when(FACILITATOR, NextPhase()).table
    assert given(table).when(CLOCK, TimeUp(Phase.VOTE, 3)).table.phase is Phase.ENDED


def test_play_goes_on_after_a_failed_vote_and_ends_in_the_last_round() -> None:
    early = replace(voting(), round=2)
    failed = given(early).next().table
    assert failed.phase is Phase.VOTE
    assert given(failed).next().table.round == 3
    last = given(given(voting()).next().table).next().table
    assert (last.phase, last.outcome) == (Phase.ENDED, Outcome.NOT_LAUNCHED)


def test_a_failed_vote_that_brings_support_to_nothing_stops_at_the_next_reveal() -> None:
    table = given(replace(voting(support=4), round=2)).next().table
    table = given(replace(table, support=0)).until(Phase.REVEAL).table
    assert table.stopped


# --- year one


def test_year_one_begins_with_the_rating_of_the_formula() -> None:
    table = launched(voting(counter=4, support=6))
    assert (table.phase, table.quarter, table.rating) == (Phase.YEAR_ONE, 0, 7)


def test_year_one_has_four_quarters_and_then_the_game_is_over() -> None:
    now = given(launched(voting(support=6)))
    for number in range(1, 5):
        now = now.next()
        assert now.table.quarter == number
    done = now.next().table
    assert (done.phase, len(done.quarters)) == (Phase.ENDED, 4)


def test_bounced_cases_cost_rating_but_for_what_the_counter_absorbs() -> None:
    quarter = given(launched(voting(counter=5, need=3))).next().table.quarters[0]
    assert (quarter.bounced, quarter.absorbed, quarter.rating) == (3, 2, 5)
    low = given(launched(voting(counter=3, need=2))).next().table.quarters[0]
    assert (low.bounced, low.absorbed, low.rating) == (2, 0, 3)


def test_a_quarter_without_bounced_cases_lifts_the_rating() -> None:
    table = joined(voting(need=1), NAMES, State.LIVE)
    assert given(launched(table)).next().table.quarters[0].rating == 6


def decked(*cards: str, **changes: object) -> Table:
    return replace(voting(**changes), year_one_deck=tuple(CardId(one) for one in cards))


def test_a_legal_card_or_an_incident_suspends_what_is_under_protest() -> None:
    for card, rests in (("complaint", True), ("outage", True), ("letters", False)):
        table = joined(decked(card), FINES, State.LIVE)
        table = joined(table, NAMES, State.LIVE)
        table = side(common(table, FINES, NAMES), NAMES, LIBRARY, answered=False, protest=True)
        done = given(launched(table)).next().table
        assert (done.dependency(NAMES).state is State.SUSPENDED) is rests
        assert done.dependency(FINES).state is State.LIVE


def test_the_card_s_effects_come_first_then_suspension_then_the_count() -> None:
    table = decked("complaint", need=1)
    table = side(joined(table, FEES, State.LIVE), FEES, LIBRARY, answered=False, protest=True)
    year = launched(table)
    drawing = given(year).when(FACILITATOR, NextPhase())
    events = given(drawing.table).chance()
    assert events.table.dependency(FEES).state is State.SUSPENDED
    assert events.table.quarters[0].bounced == 1


def test_choices_take_the_default_in_year_one() -> None:
    table = given(launched(decked("review"))).next().table
    assert table.standing is not None
    assert (table.standing.option, table.standing.defaulted) == (OptionId("publish"), True)


def test_without_year_one_cards_the_rest_of_the_events_is_drawn() -> None:
    table = replace(voting(), event_deck=(CardId("election"), CardId("ruling")))
    done = given(launched(table)).next().table
    assert done.played[-1] == "election"
    assert (done.deadlines, done.directives) == ((), 3)


def test_freeze_deadline_and_directives_do_nothing_in_year_one() -> None:
    table = replace(voting(), event_deck=(CardId("ruling"),))
    year = given(launched(table)).next().table
    assert year.freeze is None
    assert year.need == table.need


def test_without_any_card_a_quarter_has_none() -> None:
    given(launched(voting())).when(FACILITATOR, NextPhase()).then_also(
        QuarterClosed(CardId(""), 2, 0)
    )


def test_nothing_returns_from_suspension_in_year_one() -> None:
    table = launched(joined(voting(), NAMES, State.SUSPENDED))
    assert given(table).next().next().table.dependency(NAMES).state is State.SUSPENDED


# --- outcomes


def live(table: Table, *which: DependencyId) -> Table:
    for one in which:
        table = joined(table, one, State.LIVE)
    return table


@pytest.mark.parametrize(
    ("table", "outcome"),
    [
        (live(voting(launched=3, rating=6), NAMES, FEES), Outcome.JOINED_UP),
        (live(voting(launched=3, rating=5), NAMES, FEES), Outcome.FACADE),
        (live(voting(launched=3, rating=9), NAMES), Outcome.FACADE),
        (voting(launched=3, rating=3), Outcome.FACADE),
        (voting(launched=3, rating=2), Outcome.WITHDRAWN),
        (joined(live(voting(), NAMES), TITLES), Outcome.PAPER),
        (live(voting(), NAMES), Outcome.NOT_LAUNCHED),
        (joined(live(voting(), NAMES), TITLES, State.SUSPENDED), Outcome.NOT_LAUNCHED),
        (joined(live(voting(stopped=True), NAMES), TITLES), Outcome.NOT_LAUNCHED),
    ],
)
def test_the_outcome_is_read_from_the_table(table: Table, outcome: Outcome) -> None:
    assert ended(table).outcome is outcome


def test_the_facilitator_may_end_a_game_early() -> None:
    for phase in (Phase.BRIEFING, Phase.TALK, Phase.PLAN, Phase.REVEAL, Phase.VOTE):
        assert ended(replace(laid(phase), paused=True)).outcome is Outcome.NOT_LAUNCHED
    year = launched(voting())
    assert ended(year).outcome is Outcome.FACADE
    due = given(launched(decked("letters"))).when(FACILITATOR, NextPhase()).table
    assert ended(due).due is None
    given(laid(Phase.LOBBY)).when(FACILITATOR, EndGame("over")).refused(Reason.NOT_STARTED)
    given(ended(year)).when(FACILITATOR, EndGame("over")).refused(Reason.GAME_ENDED)


def test_year_one_is_told_quarter_by_quarter() -> None:
    table = launched(decked("review", "outage", "letters", "complaint"))
    now = given(table)
    for _ in range(4):
        now = now.next()
    assert [one.card for one in now.table.quarters] == ["review", "outage", "letters", "complaint"]
    assert seat_of(now.table, "council").vote is None
