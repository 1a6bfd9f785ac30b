"""RULES section 1: what lies on the table at the start."""

import pytest
from msgspec import json
from msgspec.structs import replace

from game.model.params import Params
from game.moves import hub_effort
from game.opening import Setup, again, open_command
from game.views.public import public
from game.vocabulary import Architecture, Context, Rationality, Reason, Refused, State, Track
from tests.given import ARCHIVE, COUNCIL, LIBRARY, NAMES, TITLES, joined, laid, side, tiny, trusting


def opened(**setup: object) -> Setup:
    return replace(Setup("seed"), **setup)


def test_seats_start_with_the_numbers_of_the_ruleset() -> None:
    table = open_command(tiny(), opened()).table
    assert [(one.id, one.capacity, one.budget, one.hand) for one in table.seats] == [
        (COUNCIL, 3, 2, 4),
        (LIBRARY, 3, 2, 4),
        (ARCHIVE, 3, 3, 4),
    ]
    assert [(one.autonomy, one.routines, one.portals) for one in table.seats] == [(10, 0, 0)] * 3
    assert [one.backing for one in table.seats] == [3, 2, 3]


def test_a_set_up_may_bring_its_own_numbers() -> None:
    params = Params(rounds=3, capacity=2, hand=1, support=6, legal_pressure=3, facts=2)
    table = open_command(tiny(), opened(params=params)).table
    assert (table.seats[0].capacity, table.seats[0].hand) == (2, 1)
    assert (table.support, table.legal_pressure) == (6, 3)
    assert [len(one.known) for one in table.seats] == [2, 2, 2]


def test_a_share_of_the_seated_dependencies_rounded_half_up_is_real() -> None:
    for share, real in ((0.6, 4), (0.5, 4), (0.49, 3), (1, 7)):
        params = replace(tiny().params, real_share=share)
        table = open_command(tiny(), opened(params=params)).table
        assert sum(one.real for one in table.dependencies) == real  # of seven


def test_a_table_of_some_size_may_have_a_share_of_its_own() -> None:
    rules = replace(tiny(), real_shares={"3": 1.0})
    assert sum(one.real for one in open_command(rules, opened()).table.dependencies) == 7
    assert open_command(rules, opened()).table.params.real_share == 1.0
    assert open_command(rules, opened(players=2)).table.params == tiny().params
    chosen = opened(params=replace(tiny().params, real_share=0.5))
    assert sum(one.real for one in open_command(rules, chosen).table.dependencies) == 4


def test_need_is_the_number_of_real_dependencies_less_one_and_at_least_one() -> None:
    assert open_command(tiny(), opened()).table.need == 3
    few = replace(tiny().params, real_share=0.1)
    assert open_command(tiny(), opened(params=few)).table.need == 1


def test_only_dependencies_whose_two_agencies_are_seated_play() -> None:
    table = open_command(tiny(), opened(players=2)).table
    assert [one.id for one in table.seats] == [COUNCIL, LIBRARY]
    assert all({s.seat for s in one.sides} == {COUNCIL, LIBRARY} for one in table.dependencies)
    assert len(table.dependencies) == 3


def test_each_seat_starts_knowing_one_of_its_own_dependencies() -> None:
    table = open_command(tiny(), opened()).table
    for one in table.seats:
        (known,) = one.known
        assert one.id in {s.seat for s in table.dependency(known).sides}


def test_the_history_gives_the_tokens_that_lie_at_the_start() -> None:
    table = open_command(tiny(), opened()).table
    assert table.trust(ARCHIVE, COUNCIL) == 2
    assert table.trust(COUNCIL, LIBRARY) == 1
    assert table.tokens_here(COUNCIL) == 2


def test_agenda_and_frame_are_drawn_and_everything_else_stands_at_its_start() -> None:
    tables = [open_command(tiny(), Setup(str(seed))).table for seed in range(40)]
    assert {one.agenda for one in tables} == set(Rationality)
    assert {one.frame for one in tables} == set(Rationality)
    assert all(one.agenda_card not in {card.id for card in one.agenda_deck} for one in tables)
    assert {(one.counter, one.support, one.legal_pressure) for one in tables} == {(0, 4, 2)}
    assert {one.architecture for one in tables} == {Architecture.EXCHANGE}


def test_the_architecture_that_holds_first_is_the_ruleset_s() -> None:
    params = replace(tiny().params, architecture=Architecture.CLEARING_HOUSE)
    table = open_command(tiny(), opened(params=params)).table
    assert table.architecture is Architecture.CLEARING_HOUSE
    assert table.dependency(NAMES).effort == 2


def test_concerns_are_dealt_each_at_most_once() -> None:
    for seed in range(20):
        concerns = [one.concern for one in open_command(tiny(), Setup(str(seed))).table.seats]
        assert len(set(concerns)) == 3


def test_the_same_seed_lays_the_same_table_whatever_is_switched_on() -> None:
    first = open_command(tiny(), opened(inner_house=False)).table
    other = open_command(tiny(), opened(inner_house=True, architectures=False)).table
    assert first.event_deck == other.event_deck
    assert first.agenda_deck == other.agenda_deck
    assert first.dependencies == other.dependencies


def test_a_seating_that_the_ruleset_does_not_have_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        open_command(tiny(), opened(players=5))
    assert refused.value.reason is Reason.OUT_OF_RANGE


def test_push_is_legal_pressure_by_thirds_and_one_for_strong_support() -> None:
    found = {
        (legal, support): replace(laid(), legal_pressure=legal, support=support).push
        for legal in (2, 3, 6, 10)
        for support in (7, 8)
    }
    assert found == {
        (2, 7): 0, (2, 8): 1, (3, 7): 1, (3, 8): 2, (6, 7): 2, (6, 8): 3, (10, 7): 3, (10, 8): 4,
    }  # fmt: skip


def test_the_citizens_rating_follows_counter_and_support_before_launch() -> None:
    assert replace(laid(), counter=3, support=5).citizens_rating == 5
    assert replace(laid(), counter=4, support=5).citizens_rating == 6
    assert replace(laid(), counter=4, support=6).citizens_rating == 7
    assert replace(laid(), rating=2, counter=6, support=9).track(Track.RATING) == 2


def test_bounced_cases_are_need_less_what_is_live_without_protest() -> None:
    table = laid()
    assert table.bounced == 2
    table = joined(table, NAMES, State.LIVE)
    assert table.bounced == 1
    assert side(table, NAMES, COUNCIL, protest=True).bounced == 2
    assert replace(joined(table, TITLES, State.LIVE), need=1).bounced == 0


def test_trust_counts_placed_and_earned_tokens() -> None:
    table = trusting(laid(), COUNCIL, LIBRARY, 1, earned=2)
    assert table.trust(COUNCIL, LIBRARY) == 3
    assert table.trust(LIBRARY, COUNCIL) == 0


def test_the_context_changes_the_numbers_from_the_start() -> None:
    rules = replace(tiny(), context=Context.FEDERAL)
    table = open_command(rules, opened()).table
    assert [one.sensitivity for one in table.dependencies] == [2, 3, 3, 2, 3, 3, 3]


OFFERED = replace(tiny(), contexts=(Context.PLAIN, Context.STRONG_REGISTERS, Context.FEDERAL))


def test_a_table_is_laid_in_the_context_that_was_chosen() -> None:
    plain = open_command(OFFERED, opened()).table
    assert plain.context is Context.PLAIN
    assert open_command(OFFERED, opened(context=Context.PLAIN)).table == plain
    registers = open_command(OFFERED, opened(context=Context.STRONG_REGISTERS)).table
    federal = open_command(OFFERED, opened(context=Context.FEDERAL)).table
    for one, less, more in zip(
        plain.dependencies, registers.dependencies, federal.dependencies, strict=True
    ):
        assert (less.sensitivity, less.effort) == (one.sensitivity, max(one.effort - 1, 1))
        assert (more.sensitivity, more.effort) == (min(one.sensitivity + 1, 3), one.effort)
    assert registers.dependencies != plain.dependencies != federal.dependencies
    everything = replace(OFFERED, contexts=tuple(Context))
    by_law = open_command(everything, opened(context=Context.HUB_BY_LAW)).table
    assert hub_effort(by_law) == by_law.params.hub_by_law_effort < hub_effort(plain)


def test_the_fresh_deal_after_practice_stays_in_the_chosen_context() -> None:
    federal = open_command(OFFERED, opened(context=Context.FEDERAL, first_game=True)).table
    assert again(federal, OFFERED).table.context is Context.FEDERAL


def test_a_context_that_is_not_offered_is_refused() -> None:
    with pytest.raises(Refused, match="context hub_by_law; tiny offers plain, str") as refused:
        open_command(OFFERED, opened(context=Context.HUB_BY_LAW))
    assert refused.value.reason is Reason.OUT_OF_RANGE
    with pytest.raises(Refused, match="context federal; tiny offers plain"):
        open_command(tiny(), opened(context=Context.FEDERAL))
    own = open_command(tiny(), opened(context=Context.PLAIN)).table
    assert own == open_command(tiny(), opened()).table


def test_all_see_a_context_that_is_not_plain() -> None:
    plain = open_command(OFFERED, opened()).table
    federal = open_command(OFFERED, opened(context=Context.FEDERAL)).table
    assert b"context" not in json.encode(public(plain, OFFERED))
    assert public(federal, OFFERED).context is Context.FEDERAL
