"""RULES section 3: the planned actions, but for signing, which has a file of its own."""

from msgspec.structs import replace

from game.acts import Act
from game.events.seats import PlanSent
from game.model.table import Table
from game.talk.plan import Plan
from game.vocabulary import (
    HUB,
    Architecture,
    DependencyId,
    Phase,
    Rationality,
    Reason,
    State,
)
from tests.given import (
    ARCHIVE,
    COUNCIL,
    FEES,
    FINES,
    LIBRARY,
    MAPS,
    NAMES,
    TITLES,
    common,
    dependency,
    given,
    joined,
    knowing,
    laid,
    revealed,
    seat,
    seat_of,
    side,
    sides_of,
    trusting,
)

ELSE = DependencyId("else")


def council_does(table: Table, *acts: Act) -> Table:
    return revealed(table, council=list(acts))


def why(table: Table, *acts: Act) -> Reason | None:
    """Why the council's last act failed."""
    done = council_does(table, *acts).resolved[-1]
    assert not done.worked
    return done.reason


# --- scan and map


def test_scan_shows_the_next_agenda_card_to_this_seat_until_it_comes() -> None:
    table = council_does(laid(), Act("scan"))
    assert seat_of(table, "council").scanned is Rationality.ECONOMIC
    assert seat_of(table, "library").scanned is None
    assert seat_of(given(replace(table, event_deck=())).next().table, "council").scanned is None


def test_scan_needs_a_next_agenda_card() -> None:
    assert why(replace(laid(), agenda_deck=()), Act("scan")) is Reason.NO_CARD_LEFT


def test_map_tells_both_parties_and_nobody_else() -> None:
    table = council_does(laid(), Act("map", NAMES))
    assert [one.known for one in table.seats] == [(NAMES,), (NAMES,), ()]
    half = council_does(knowing(laid(), NAMES, by=[LIBRARY]), Act("map", NAMES))
    assert [one.known for one in half.seats] == [(NAMES,), (NAMES,), ()]


def test_map_needs_a_party_and_something_to_learn() -> None:
    assert why(laid(), Act("map", TITLES)) is Reason.NOT_A_PARTY
    assert why(knowing(laid(), NAMES, by=[COUNCIL, LIBRARY]), Act("map", NAMES)) is (
        Reason.KNOWN_TO_BOTH
    )
    assert why(common(laid(), NAMES), Act("map", NAMES)) is Reason.KNOWN_TO_BOTH


# --- answer


def test_answer_meets_the_objection_of_the_other_side_for_good() -> None:
    table = council_does(knowing(laid(), NAMES), Act("answer", NAMES, LIBRARY))
    assert sides_of(table, NAMES)[LIBRARY].answered
    assert not sides_of(table, NAMES)[COUNCIL].answered


def test_a_third_agency_that_knows_may_answer_too() -> None:
    table = council_does(knowing(laid(), TITLES), Act("answer", TITLES, ARCHIVE))
    assert sides_of(table, TITLES)[ARCHIVE].answered


def test_answer_is_not_for_the_objecting_side_or_one_that_is_none() -> None:
    known = knowing(laid(), NAMES)
    assert why(known, Act("answer", NAMES, COUNCIL)) is Reason.OWN_OBJECTION
    assert why(known, Act("answer", NAMES, ARCHIVE)) is Reason.NOT_A_PARTY


def test_answer_needs_to_know_that_the_dependency_is_real() -> None:
    assert why(laid(), Act("answer", NAMES, LIBRARY)) is Reason.NOT_KNOWN_REAL
    dead = dependency(knowing(laid(), NAMES), NAMES, real=False)
    assert why(dead, Act("answer", NAMES, LIBRARY)) is Reason.DEAD_END


def test_an_objection_is_answered_once() -> None:
    table = side(knowing(laid(), NAMES), NAMES, LIBRARY, answered=True)
    assert why(table, Act("answer", NAMES, LIBRARY)) is Reason.ANSWERED_ALREADY


def test_an_economic_objection_costs_one_budget_to_answer() -> None:
    table = seat(knowing(laid(), NAMES), LIBRARY, rationality=Rationality.ECONOMIC)
    paid = council_does(table, Act("answer", NAMES, LIBRARY))
    assert seat_of(paid, "council").budget == 1
    assert why(seat(table, COUNCIL, budget=0), Act("answer", NAMES, LIBRARY)) is Reason.NO_BUDGET
    free = council_does(knowing(laid(), NAMES), Act("answer", NAMES, LIBRARY))
    assert seat_of(free, "council").budget == 2


def test_an_answer_ends_a_protest_and_frees_the_tokens() -> None:
    table = side(joined(laid(), NAMES), NAMES, LIBRARY, answered=False, protest=True, held=1)
    found = sides_of(council_does(table, Act("answer", NAMES, LIBRARY)), NAMES)[LIBRARY]
    assert (found.answered, found.protest, found.held) == (True, False, 0)


# --- frame and guard


def framed(table: Table, **frames: Rationality) -> Table:
    return revealed(table, **{who: [Act("frame", frame=to)] for who, to in frames.items()})


def test_two_seats_that_choose_one_frame_move_it() -> None:
    table = framed(laid(), council=Rationality.LEGAL, archive=Rationality.LEGAL)
    assert table.frame is Rationality.LEGAL
    assert [one.worked for one in table.resolved] == [True, True]


def test_one_seat_alone_moves_no_frame_however_often_it_says_it() -> None:
    table = framed(laid(), council=Rationality.LEGAL, archive=Rationality.ECONOMIC)
    assert table.frame is Rationality.POLITICAL
    assert {one.reason for one in table.resolved} == {Reason.NOT_SECONDED}


def test_of_two_seconded_frames_most_seats_win_and_a_tie_changes_nothing() -> None:
    legal, economic = (
        Act("frame", frame=Rationality.LEGAL),
        Act("frame", frame=Rationality.ECONOMIC),
    )
    tie = revealed(laid(), council=[legal, economic], library=[legal, economic])
    assert tie.frame is Rationality.POLITICAL
    assert {one.reason for one in tie.resolved} == {Reason.OUTVOTED}
    most = revealed(laid(), council=[legal, economic], library=[legal, economic], archive=[legal])
    assert most.frame is Rationality.LEGAL


def test_guard_takes_autonomy_back_from_under_eight() -> None:
    table = seat(laid(), COUNCIL, autonomy=7)
    assert seat_of(council_does(table, Act("guard")), "council").autonomy == 8
    twice = council_does(table, Act("guard"), Act("guard"))
    assert seat_of(twice, "council").autonomy == 8
    assert why(seat(laid(), COUNCIL, autonomy=8), Act("guard")) is Reason.AUTONOMY_LIMIT


def test_guard_costs_the_seat_that_trusts_most_a_token_tie_the_next_in_seat_order() -> None:
    table = seat(laid(), LIBRARY, autonomy=5)
    most = trusting(trusting(table, COUNCIL, LIBRARY, 1), ARCHIVE, LIBRARY, 1, earned=1)
    after = revealed(most, library=[Act("guard")])
    assert (after.trust(COUNCIL, LIBRARY), after.trust(ARCHIVE, LIBRARY)) == (1, 1)
    tie = trusting(trusting(table, COUNCIL, LIBRARY, 1), ARCHIVE, LIBRARY, 1)
    after = revealed(tie, library=[Act("guard")])
    assert (after.trust(COUNCIL, LIBRARY), after.trust(ARCHIVE, LIBRARY)) == (1, 0)


# --- reform, build, counter, lobby, portal


def test_reform_costs_one_budget_and_stops_at_three() -> None:
    table = council_does(laid(), Act("reform"))
    assert (seat_of(table, "council").routines, seat_of(table, "council").budget) == (1, 1)
    assert why(seat(laid(), COUNCIL, budget=0), Act("reform")) is Reason.NO_BUDGET
    assert why(seat(laid(), COUNCIL, routines=3), Act("reform")) is Reason.ROUTINES_FULL


def test_naming_the_own_agency_is_the_same_as_naming_none() -> None:
    table = council_does(laid(), Act("reform", seat=COUNCIL))
    assert seat_of(table, "council").routines == 1
    given(laid(Phase.PLAN)).when(COUNCIL, Plan((Act("reform", seat=COUNCIL),))).then(
        PlanSent(COUNCIL, (Act("reform"),))
    )


def test_nobody_reforms_another_agency_but_a_host() -> None:
    assert why(laid(), Act("reform", seat=LIBRARY)) is Reason.NOT_THE_HOST


def test_build_makes_progress_up_to_the_effort() -> None:
    table = dependency(joined(laid(), FINES), FINES, effort=2)
    assert council_does(table, Act("build", FINES)).dependency(FINES).progress == 1
    done = council_does(table, *[Act("build", FINES)] * 3)
    assert done.dependency(FINES).progress == 2
    assert done.resolved[-1].reason is Reason.BUILT_ALREADY


def test_build_needs_a_party_a_signature_no_own_protest_and_something_left() -> None:
    table = joined(laid(), NAMES)
    assert why(joined(laid(), TITLES), Act("build", TITLES)) is Reason.NOT_A_PARTY
    assert why(laid(), Act("build", NAMES)) is Reason.NOT_SIGNED
    protest = side(table, NAMES, COUNCIL, answered=False, protest=True)
    assert why(protest, Act("build", NAMES)) is Reason.OWN_PROTEST
    assert why(dependency(table, NAMES, progress=1), Act("build", NAMES)) is Reason.BUILT_ALREADY
    live = joined(laid(), NAMES, State.LIVE)
    assert why(live, Act("build", NAMES)) is Reason.BUILT_ALREADY


def test_the_other_side_s_protest_does_not_stop_building() -> None:
    table = side(joined(laid(), NAMES), NAMES, LIBRARY, answered=False, protest=True)
    assert council_does(table, Act("build", NAMES)).dependency(NAMES).progress == 1


def test_mutual_trust_builds_one_more_once_a_dependency_and_round() -> None:
    table = dependency(joined(laid(), FINES), FINES, effort=4)
    table = trusting(trusting(table, COUNCIL, LIBRARY, 2), LIBRARY, COUNCIL, 1, earned=1)
    assert council_does(table, Act("build", FINES)).dependency(FINES).progress == 2
    both = revealed(table, council=[Act("build", FINES)], library=[Act("build", FINES)])
    assert both.dependency(FINES).progress == 3
    one_way = trusting(table, LIBRARY, COUNCIL, 1)
    assert council_does(one_way, Act("build", FINES)).dependency(FINES).progress == 1


def test_a_freeze_stops_building_for_the_most_sensitive() -> None:
    table = joined(joined(laid(), NAMES), FEES)
    frozen = common(replace(table, freeze=2), NAMES, FEES)
    assert why(frozen, Act("build", FEES)) is Reason.FROZEN
    assert council_does(frozen, Act("build", NAMES)).dependency(NAMES).progress == 1


def test_there_is_a_hub_to_build_only_with_a_clearing_house() -> None:
    table = replace(laid(), architecture=Architecture.CLEARING_HOUSE)
    assert council_does(table, Act("build", HUB)).hub_progress == 1
    assert why(replace(table, hub_progress=6), Act("build", HUB)) is Reason.BUILT_ALREADY


def test_counter_costs_one_budget_and_stops_at_six() -> None:
    table = council_does(laid(), Act("counter"))
    assert (table.counter, seat_of(table, "council").budget) == (1, 1)
    assert why(seat(laid(), COUNCIL, budget=0), Act("counter")) is Reason.NO_BUDGET
    assert why(replace(laid(), counter=6), Act("counter")) is Reason.COUNTER_FULL


def test_support_rises_when_the_counter_first_reaches_two_and_four() -> None:
    gains = {}
    for start in range(6):
        table = replace(laid(), counter=start, counter_high=start)
        gains[start] = council_does(table, Act("counter")).support - table.support
    assert gains == {0: 0, 1: 1, 2: 0, 3: 1, 4: 0, 5: 0}
    again = replace(laid(), counter=1, counter_high=2)
    assert council_does(again, Act("counter")).support == again.support


def test_lobby_needs_frame_and_agenda_to_agree_and_gains_at_most_two_a_round() -> None:
    assert why(laid(), Act("lobby")) is Reason.FRAME_IS_NOT_AGENDA
    table = replace(laid(), frame=Rationality.LEGAL)
    three = council_does(table, *[Act("lobby")] * 3)
    assert three.support == table.support + 2
    assert three.resolved[-1].reason is Reason.LOBBY_LIMIT


def test_a_new_frame_counts_for_the_lobby_of_the_same_reveal() -> None:
    new = Act("frame", frame=Rationality.LEGAL)
    table = revealed(laid(), council=[Act("lobby"), new], library=[new])
    assert table.support == 6


def test_portal_gives_autonomy_and_fragments() -> None:
    table = council_does(seat(laid(), COUNCIL, autonomy=9), Act("portal"), Act("portal"))
    held = seat_of(table, "council")
    assert (held.portals, held.autonomy, held.budget) == (2, 10, 0)
    assert table.fragmentation == 2
    assert why(seat(laid(), COUNCIL, budget=0), Act("portal")) is Reason.NO_BUDGET
    assert why(seat(laid(), COUNCIL, portals=2), Act("portal")) is Reason.PORTALS_FULL


def test_portal_costs_each_joined_partner_that_trusts_one_token() -> None:
    table = trusting(trusting(laid(), LIBRARY, COUNCIL, 2), ARCHIVE, COUNCIL, 2)
    for state in (State.SIGNED, State.LIVE, State.SUSPENDED):
        after = council_does(joined(table, NAMES, state), Act("portal"))
        assert (after.trust(LIBRARY, COUNCIL), after.trust(ARCHIVE, COUNCIL)) == (1, 2)


def test_lost_tokens_are_first_those_placed_then_those_earned() -> None:
    table = trusting(joined(laid(), NAMES), LIBRARY, COUNCIL, 1, earned=1)
    once = council_does(table, Act("portal"))
    assert (once.placed[1][0], once.earned[1][0]) == (0, 1)
    twice = council_does(table, Act("portal"), Act("portal"))
    assert (twice.placed[1][0], twice.earned[1][0]) == (0, 0)
    assert seat_of(twice, "library").hand == seat_of(table, "library").hand


# --- going live


def ready_to_go(table: Table, *which: DependencyId) -> Table:
    for one in which:
        table = joined(table, one, progress=table.dependency(one).effort)
    return common(table, *which)


def test_what_is_built_goes_live_where_both_agencies_have_room() -> None:
    table = seat(seat(ready_to_go(laid(), NAMES), COUNCIL, routines=1), LIBRARY, routines=1)
    live = council_does(table)
    assert live.dependency(NAMES).state is State.LIVE
    assert (live.trust(COUNCIL, LIBRARY), live.trust(LIBRARY, COUNCIL)) == (1, 1)
    tight = council_does(seat(table, LIBRARY, routines=0))
    assert tight.dependency(NAMES).state is State.SIGNED


def test_what_is_not_built_does_not_go_live() -> None:
    table = seat(seat(joined(laid(), NAMES), COUNCIL, routines=1), LIBRARY, routines=1)
    assert council_does(table).dependency(NAMES).state is State.SIGNED


def test_each_level_of_routines_carries_two_and_the_longest_signed_goes_first() -> None:
    table = ready_to_go(laid(), NAMES, FEES, FINES)
    table = dependency(dependency(table, NAMES, signed_round=2), FEES, signed_round=1)
    table = seat(seat(table, COUNCIL, routines=1), LIBRARY, routines=3)
    live = council_does(table)
    states = {one: live.dependency(one).state for one in (NAMES, FEES, FINES)}
    assert states == {NAMES: State.SIGNED, FEES: State.LIVE, FINES: State.LIVE}
    tie = council_does(dependency(table, NAMES, signed_round=1))
    assert tie.dependency(FINES).state is State.SIGNED


def test_routines_that_fall_later_suspend_nothing() -> None:
    assert council_does(joined(laid(), NAMES, State.LIVE)).dependency(NAMES).state is State.LIVE


def test_trust_grows_only_where_nobody_protests() -> None:
    table = seat(seat(ready_to_go(laid(), FINES), COUNCIL, routines=1), LIBRARY, routines=1)
    table = side(table, FINES, LIBRARY, answered=False, protest=True)
    live = council_does(table)
    assert live.dependency(FINES).state is State.LIVE
    assert live.trust(COUNCIL, LIBRARY) == 0


def test_trust_from_one_going_live_may_end_the_protest_of_the_next() -> None:
    table = ready_to_go(laid(), NAMES, FEES)
    table = side(table, FEES, LIBRARY, answered=False, protest=True)
    table = replace(table, legal_pressure=3)
    table = seat(seat(table, COUNCIL, routines=1), LIBRARY, routines=1)
    live = council_does(table)
    assert not sides_of(live, FEES)[LIBRARY].protest
    assert live.trust(LIBRARY, COUNCIL) == 2


def test_a_suspended_one_returns_without_trust_once_both_objections_are_answered() -> None:
    table = seat(seat(laid(), COUNCIL, routines=1), LIBRARY, routines=1)
    back = council_does(joined(table, NAMES, State.SUSPENDED))
    assert back.dependency(NAMES).state is State.LIVE
    assert back.trust(COUNCIL, LIBRARY) == 0
    rest = side(joined(table, NAMES, State.SUSPENDED), NAMES, LIBRARY, answered=False)
    assert council_does(rest).dependency(NAMES).state is State.SUSPENDED


def test_a_suspended_one_keeps_its_place_by_the_round_of_its_signing() -> None:
    table = replace(laid(), round=3)
    table = joined(table, FEES, State.SUSPENDED, signed_round=1)
    table = joined(table, NAMES, State.LIVE)
    table = joined(table, MAPS, progress=1, signed_round=2)
    table = common(seat(table, COUNCIL, routines=1), NAMES, FEES, MAPS)
    table = seat(seat(table, LIBRARY, routines=1), ARCHIVE, routines=1)
    live = council_does(table)
    assert live.dependency(FEES).state is State.LIVE
    assert live.dependency(MAPS).state is State.SIGNED
    assert live.phase is Phase.REVEAL
