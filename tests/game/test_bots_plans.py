"""What house bots plan, vote, choose and back."""

import pytest
from msgspec.structs import replace

from game.acts import Act, Pledge
from game.bots.house.orders import sides_resist
from game.bots.house.outlook import Outlook
from game.bots.house.planning import maps, may_reform
from game.bots.house.scale import Scale, measure_now, pulled
from game.bots.house.voting import back as voting_back
from game.bots.house.voting import shape_cost, within_reach
from game.bots.house.weighing import option_worth
from game.bots.lineup import BOTS
from game.bots.personality import MIXED, Personality
from game.choice import Option
from game.effects import AnyEffect
from game.effects.agencies import Agency, Trust
from game.effects.dependencies import Reveal, Suspend, Turn, Weigh
from game.effects.shared import Agenda, Audit, Deadline, Directives, Freeze, Track
from game.forms import SeatCommand
from game.goals import Amount, Measure
from game.model.cards import Standing
from game.model.table import Table
from game.talk.backing import BackArchitecture, BackGovernance
from game.talk.deals import Offer
from game.talk.votes import CallVote, CastVote, Choose
from game.views.view import OBSERVER, view
from game.vocabulary import (
    HUB,
    Architecture,
    CardId,
    ConcernId,
    Context,
    Governance,
    Holding,
    OptionId,
    Phase,
    Rationality,
    SeatId,
    State,
)
from game.vocabulary import Track as SharedTrack
from tests.game.test_bots import (
    ALWAYS,
    SELFISH,
    Fixed,
    known_to_all,
    look_of,
    paper,
    planned,
    seen,
    wants,
)
from tests.given import (
    ARCHIVE,
    COUNCIL,
    FEES,
    FINES,
    LIBRARY,
    LOANS,
    NAMES,
    TITLES,
    answered,
    dependency,
    housed,
    joined,
    knowing,
    laid,
    promised,
    seat,
    seats,
    side,
    tiny,
    trusting,
)

FRAME = Act("frame", frame=Rationality.LEGAL)


def scale(table: Table, which: SeatId = COUNCIL, habits: Personality = ALWAYS) -> Scale:
    return Scale(look_of(table, which), habits)


# --- plans


def test_a_promise_comes_first_where_it_is_kept_and_last_where_it_is_not() -> None:
    table = promised(seats(laid(), budget=0), COUNCIL, LIBRARY, Act("scan"))
    assert planned(table, COUNCIL)[0] == Act("scan")
    assert Act("scan") not in planned(table, COUNCIL, SELFISH)


@pytest.mark.parametrize(
    "act", [Act("answer", NAMES, LIBRARY), Act("sign", NAMES), Act("map", NAMES)], ids=str
)
def test_what_somebody_else_has_done_already_needs_no_action(act: Act) -> None:
    done = promised(joined(laid(), NAMES), COUNCIL, LIBRARY, act)
    assert act not in planned(done, COUNCIL)


def test_a_promise_not_to_do_something_is_kept_by_not_planning_it() -> None:
    greedy = replace(SELFISH, own=3.0)
    table = seat(laid(), COUNCIL, autonomy=6)
    assert {Act("guard"), Act("portal")} <= set(planned(table, COUNCIL, greedy))
    for shunned in ("no_guard", "no_portal"):
        table = promised(table, COUNCIL, LIBRARY, Act(shunned))
    assert not {Act("guard"), Act("portal")} & set(planned(table, COUNCIL, greedy))


def test_it_plans_no_more_than_it_can_pay() -> None:
    table = seats(joined(laid(), NAMES, progress=1), budget=0)
    assert not {Act("reform"), Act("counter"), Act("portal")} & set(planned(table, COUNCIL))


def test_it_answers_and_signs_where_the_other_side_has_promised_the_same() -> None:
    table = known_to_all(FEES)
    for act in (Act("answer", FEES, COUNCIL), Act("sign", FEES)):
        table = promised(table, LIBRARY, COUNCIL, act)
    assert {Act("answer", FEES, LIBRARY), Act("sign", FEES)} <= set(planned(table, COUNCIL))


def test_it_does_not_answer_what_another_has_promised_to_answer() -> None:
    table = known_to_all(FEES)
    act = Act("answer", FEES, LIBRARY)
    table = promised(table, ARCHIVE, LIBRARY, act, confidential=False)
    assert act not in planned(table, COUNCIL)
    third = promised(known_to_all(LOANS), LIBRARY, ARCHIVE, Act("answer", LOANS, ARCHIVE))
    third = replace(third, promises=(replace(third.promises[0], confidential=False),))
    assert Act("answer", LOANS, ARCHIVE) not in planned(third, COUNCIL)


def test_it_lends_an_answer_to_what_lies_between_others() -> None:
    assert Act("answer", LOANS, LIBRARY) in planned(known_to_all(LOANS), COUNCIL)


def test_the_sponsor_directs_what_nobody_has_agreed_to_sign_when_time_is_short() -> None:
    table = replace(known_to_all(LOANS), round=3)
    for one in (LIBRARY, ARCHIVE):
        table = side(table, LOANS, one, answered=True)
    assert Act("direct", LOANS) in planned(table, COUNCIL)
    agreed = promised(table, LIBRARY, ARCHIVE, Act("sign", LOANS), confidential=False)
    assert Act("direct", LOANS) not in planned(agreed, COUNCIL)


def test_the_sponsor_orders_what_it_has_answered_in_the_same_plan() -> None:
    table = known_to_all(TITLES)
    acts = planned(table, COUNCIL)
    assert acts.index(Act("direct", TITLES)) > acts.index(Act("answer", TITLES, LIBRARY))
    assert Act("direct", TITLES) not in planned(table, LIBRARY)
    assert Act("direct", TITLES) not in planned(replace(table, directives=0), COUNCIL)


def test_the_sponsor_orders_its_own_dependency_once_the_other_side_answers_it() -> None:
    table = side(known_to_all(FEES), FEES, LIBRARY, answered=True)
    assert Act("direct", FEES) not in planned(table, COUNCIL)
    answering = promised(table, LIBRARY, COUNCIL, Act("answer", FEES, COUNCIL), confidential=False)
    assert Act("direct", FEES) in planned(answering, COUNCIL)


def test_the_sponsor_orders_against_one_objection_where_pressure_is_high() -> None:
    table = replace(side(known_to_all(LOANS), LOANS, LIBRARY, answered=True), legal_pressure=6)
    look = scale(table).look
    work = look.work(LOANS)
    assert work is not None
    assert not sides_resist(work)
    poor = seats(table, budget=0)
    assert Act("direct", LOANS) in planned(poor, COUNCIL)


def test_who_knows_of_an_order_answers_and_leaves_the_signing_to_it() -> None:
    table = promised(known_to_all(TITLES), COUNCIL, LIBRARY, Act("direct", TITLES))
    table = replace(table, promises=(replace(table.promises[0], confidential=False),))
    table = side(table, TITLES, LIBRARY, answered=True)
    acts = planned(table, LIBRARY)
    assert Act("answer", TITLES, ARCHIVE) in acts
    assert Act("sign", TITLES) not in acts
    settled = side(table, TITLES, ARCHIVE, answered=True)
    assert Act("sign", TITLES) not in planned(settled, LIBRARY)


def asked(command: SeatCommand) -> list[Act]:
    """What an offer asks of the other side."""
    return [one.act for one in command.get.promise] if isinstance(command, Offer) else []


def orders(table: Table) -> Offer:
    """The offer of the sponsor to sign something by order."""
    (found,) = (
        one
        for one in wants(table, COUNCIL)
        if isinstance(one, Offer) and any(p.act.kind == "direct" for p in one.give.promise)
    )
    return found


def test_nobody_signs_more_than_the_steering_committee_takes() -> None:
    table = replace(known_to_all(FEES, TITLES), governance=Governance.HIERARCHY)
    table = answered(table, FEES, TITLES)
    full = replace(table, signings=table.params.hierarchy_signings)
    assert Act("sign", FEES) in planned(table, LIBRARY)
    assert Act("sign", FEES) not in planned(full, LIBRARY)
    assert any(Act("sign", TITLES) in asked(one) for one in wants(table, LIBRARY))
    assert not any(Act("sign", TITLES) in asked(one) for one in wants(full, LIBRARY))


def test_the_sponsor_offers_an_order_against_the_part_of_the_others() -> None:
    table = replace(known_to_all(LOANS), seats=laid().seats)
    offer = orders(table)
    second, first = Act("answer", LOANS, LIBRARY), Act("answer", LOANS, ARCHIVE)
    now = table.round
    direct = Pledge(Act("direct", LOANS), now)
    assert offer.give.promise == (Pledge(first, now), direct)
    assert (offer.to, offer.get.promise) == (ARCHIVE, (Pledge(second, now),))
    settled = answered(table, LOANS)
    offer = orders(settled)
    assert (offer.give.promise, offer.get.promise[0].act.kind) == ((direct,), "build")


def test_the_sponsor_offers_no_order_where_it_owes_too_much_already() -> None:
    table = answered(known_to_all(LOANS), LOANS)
    for due in range(table.params.open_promises):
        table = promised(table, COUNCIL, LIBRARY, Act("lobby"), due=due + 2)
    assert not any(isinstance(one, Offer) for one in wants(table, COUNCIL))


def test_what_is_suspended_is_offered_the_answer_that_the_other_side_lacks() -> None:
    table = joined(laid(), FEES, state=State.SUSPENDED)
    table = side(side(table, FEES, LIBRARY, answered=False), FEES, COUNCIL, answered=False)
    offer = next(
        one for one in wants(table, COUNCIL) if isinstance(one, Offer) and one.to == LIBRARY
    )
    assert [one.act for one in offer.give.promise] == [Act("answer", FEES, LIBRARY)]
    assert asked(offer) == [Act("answer", FEES, COUNCIL)]


def test_where_the_house_has_a_say_reform_waits_for_what_is_joined() -> None:
    inner = housed()
    inner = seats(inner, routines=1, budget=2, backing=1)
    joined_up = replace(
        joined(inner, FEES), seats=inner.seats, modules=inner.modules, round=inner.round
    )
    assert not may_reform(scale(inner).look)
    assert may_reform(scale(joined_up).look)
    agreed = promised(inner, LIBRARY, COUNCIL, Act("sign", FEES))
    assert may_reform(scale(agreed).look)
    assert may_reform(scale(laid()).look)


def test_backing_is_worth_most_where_little_is_left() -> None:
    def worth(left: int) -> float:
        inner = housed()
        return scale(seats(inner, backing=left)).backing(-1)

    assert worth(1) < worth(2) < worth(4) < 0
    assert scale(laid()).backing(-1) == 0


def test_a_vote_is_near_where_the_work_of_one_round_completes_it() -> None:
    table = known_to_all(NAMES)
    signed = joined(joined(table, FEES), TITLES)
    assert within_reach(scale(signed).look) >= 2
    assert within_reach(scale(seats(signed, capacity=1)).look) == 1


def test_late_in_the_game_it_signs_under_pressure_too() -> None:
    table = replace(known_to_all(FEES), round=3, legal_pressure=9)
    assert Act("sign", FEES) in planned(table, COUNCIL)


def test_both_sides_build_their_part() -> None:
    table = joined(laid(), FINES)  # effort 2
    assert planned(table, COUNCIL).count(Act("build", FINES)) >= 1
    theirs = promised(table, LIBRARY, COUNCIL, Act("build", FINES))
    assert Act("build", FINES) in planned(theirs, COUNCIL)
    both = promised(theirs, COUNCIL, LIBRARY, Act("build", FINES))
    assert planned(both, COUNCIL).count(Act("build", FINES)) == 1


def test_what_is_frozen_built_or_under_protest_is_not_built() -> None:
    for table in (
        replace(joined(laid(), FINES), freeze=2),
        joined(laid(), FINES, progress=2),
        side(joined(laid(), FINES), FINES, COUNCIL, protest=True, answered=False),
    ):
        assert Act("build", FINES) not in planned(table, COUNCIL)


def test_it_answers_a_protest_and_what_is_suspended() -> None:
    protest = side(joined(laid(), FINES), FINES, LIBRARY, protest=True, answered=False)
    assert Act("answer", FINES, LIBRARY) in planned(protest, COUNCIL)
    rests = side(joined(laid(), FINES, State.SUSPENDED), FINES, LIBRARY, answered=False)
    assert Act("answer", FINES, LIBRARY) in planned(rests, COUNCIL)
    promise = promised(rests, ARCHIVE, LIBRARY, Act("answer", FINES, LIBRARY), confidential=False)
    assert Act("answer", FINES, LIBRARY) not in planned(promise, COUNCIL)
    live = side(joined(laid(), FINES, State.LIVE), FINES, LIBRARY, protest=True, answered=False)
    assert Act("answer", FINES, LIBRARY) in planned(live, COUNCIL)
    taken = promised(live, ARCHIVE, LIBRARY, Act("answer", FINES, LIBRARY), confidential=False)
    assert Act("answer", FINES, LIBRARY) not in planned(taken, COUNCIL)


def test_the_side_whose_turn_it_is_maps() -> None:
    table = laid()
    for number, mapper in ((1, COUNCIL), (2, LIBRARY), (3, COUNCIL)):
        for one in (COUNCIL, LIBRARY):
            look = scale(replace(table, round=number), one).look
            work = look.work(NAMES)
            assert work is not None
            assert maps(look, work) is (one == mapper)
    assert Act("map", NAMES) in planned(table, COUNCIL)
    promise = promised(table, LIBRARY, COUNCIL, Act("map", NAMES))
    assert Act("map", NAMES) not in planned(promise, COUNCIL)


def test_it_makes_room_for_what_is_signed() -> None:
    assert Act("reform") in planned(joined(laid(), NAMES, progress=1), COUNCIL)
    full = seat(joined(laid(), NAMES, progress=1), COUNCIL, routines=3)
    assert Act("reform") not in planned(full, COUNCIL)


def test_under_central_it_reforms_the_host() -> None:
    table = replace(
        joined(laid(), NAMES, progress=1), architecture=Architecture.CENTRAL, host=ARCHIVE
    )
    assert Act("reform", seat=ARCHIVE) in planned(table, COUNCIL)
    assert Act("reform") in planned(table, ARCHIVE)


def test_under_a_clearing_house_it_builds_the_hub() -> None:
    table = replace(laid(), architecture=Architecture.CLEARING_HOUSE)
    assert Act("build", HUB) in planned(table, ARCHIVE)


def test_it_lobbies_where_the_frame_fits_and_stays() -> None:
    table = replace(laid(), frame=Rationality.LEGAL, support=3)
    assert Act("lobby") in planned(table, COUNCIL)
    reframed = promised(table, COUNCIL, LIBRARY, Act("frame", frame=Rationality.ECONOMIC))
    assert Act("lobby") not in planned(reframed, COUNCIL)


def test_it_seconds_a_frame_that_another_has_promised() -> None:
    table = replace(laid(), support=3, agenda_deck=(), headline=Rationality.LEGAL)
    assert FRAME in planned(
        promised(table, LIBRARY, COUNCIL, FRAME), COUNCIL, replace(ALWAYS, foresight=0.0)
    )


def test_who_foresees_prepares_for_what_was_scanned_or_rumoured() -> None:
    table = replace(laid(), headline=Rationality.TECHNICAL)
    assert scale(table).frame_wanted(ahead=True) is Rationality.TECHNICAL
    assert scale(table).frame_wanted(ahead=False) is Rationality.LEGAL
    scanned = seat(table, COUNCIL, scanned=Rationality.ECONOMIC)
    assert scale(scanned).frame_wanted(ahead=True) is Rationality.ECONOMIC
    nothing = replace(table, headline=None)
    assert scale(nothing).frame_wanted(ahead=True) is Rationality.LEGAL


def test_who_wants_its_own_words_at_the_end_frames_so_in_the_last_round() -> None:
    table = replace(seat(laid(), COUNCIL, concern=ConcernId("our_words")), round=3)
    assert scale(table).frame_wanted(ahead=True) is Rationality.POLITICAL
    early = seat(laid(), COUNCIL, concern=ConcernId("our_words"))
    assert scale(early, habits=SELFISH).frame_wanted(ahead=False) is Rationality.POLITICAL


def test_a_seat_that_would_not_be_first_shuns_the_first_signing_alone() -> None:
    shy = seat(known_to_all(FEES), COUNCIL, concern=ConcernId("not_first"))
    look = scale(shy, habits=SELFISH)
    after = scale(joined(shy, NAMES), habits=SELFISH)
    work, later = look.look.work(FEES), after.look.work(FEES)
    assert work is not None
    assert later is not None
    assert look.live(work) < after.live(later)


def test_who_cares_for_its_core_value_gains_by_a_first_signing_that_is_answered() -> None:
    table = seat(known_to_all(FEES), COUNCIL, concern=ConcernId("clean_hands"))
    plain, met = (
        scale(table, habits=SELFISH),
        scale(side(table, FEES, COUNCIL, answered=True), habits=SELFISH),
    )
    before, after = plain.look.work(FEES), met.look.work(FEES)
    assert before is not None
    assert after is not None
    assert met.core_value(after) > plain.core_value(before)
    kept = scale(joined(table, NAMES), habits=SELFISH)
    spoilt = kept.look.work(FEES)
    assert spoilt is not None
    assert kept.core_value(spoilt) < 0


# --- votes


def vote(table: Table, habits: Personality = ALWAYS) -> bool:
    (cast,) = wants(replace(table, phase=Phase.VOTE), COUNCIL, habits)
    assert isinstance(cast, CastVote)
    return cast.launch


def test_it_votes_to_launch_what_is_complete_and_to_hold_what_would_be_withdrawn() -> None:
    last = replace(laid(), round=3)
    ready = joined(joined(last, NAMES, State.LIVE), TITLES, State.LIVE)
    assert vote(ready)
    assert not vote(last)
    assert vote(replace(last, counter=6))  # a fine front is worth more than nothing


def test_before_the_last_round_it_may_wait_for_more() -> None:
    table = replace(joined(laid(), NAMES, State.LIVE), round=2, counter=6)
    assert not vote(table)


def test_a_promised_vote_is_kept_by_who_keeps_promises() -> None:
    last = replace(laid(), round=3)
    launch = promised(last, COUNCIL, LIBRARY, Act("vote_launch"))
    launch = replace(launch, promises=(replace(launch.promises[0], due=3),))
    assert vote(launch)
    assert not vote(launch, replace(ALWAYS, reliable=0.1))
    ready = joined(joined(last, NAMES, State.LIVE), TITLES, State.LIVE)
    hold = promised(ready, COUNCIL, LIBRARY, Act("vote_hold"), due=3)
    assert not vote(hold)


def test_it_votes_once() -> None:
    table = replace(seat(laid(), COUNCIL, vote=True), phase=Phase.VOTE)
    assert wants(table, COUNCIL) == []


def test_it_calls_an_early_vote_when_the_service_is_near() -> None:
    near = joined(joined(replace(laid(), round=2), NAMES, progress=1), TITLES, progress=1)
    near = replace(near, support=8)
    assert CallVote() in wants(near, COUNCIL)
    assert CallVote(calls=False) in wants(
        seat(replace(near, support=2), COUNCIL, calls_vote=True), COUNCIL
    )


# --- cards


def test_it_chooses_the_option_that_serves_best_and_chooses_once() -> None:
    table = replace(laid(), standing=Standing(CardId("ruling"), 0, choosing=True))
    card = tiny().card(CardId("ruling"))
    assert card.choice is not None
    (chosen,) = (one for one in wants(table, LIBRARY) if isinstance(one, Choose))
    assert not any(isinstance(one, Choose) for one in wants(table, COUNCIL))  # not asked
    again = seat(table, LIBRARY, choice=chosen.option)
    assert not any(isinstance(one, Choose) for one in wants(again, LIBRARY))


@pytest.mark.parametrize(
    ("effect", "good"),
    [
        (Track(track=SharedTrack.SUPPORT, by=1), True),
        (Track(track=SharedTrack.COUNTER, by=1), True),
        (Track(track=SharedTrack.LEGAL_PRESSURE, by=1), True),
        (Agency(who="all", holding=Holding.BUDGET, by=-1), False),
        (Agency(who="council", holding=Holding.AUTONOMY, by=1), True),
        (Agency(who="council", holding=Holding.ROUTINES, by=1), True),
        (Agency(who="library", holding=Holding.BUDGET, by=1), True),
        (Freeze(sensitivity=1), False),
        (Weigh(which="all", effort=1), False),
        (Trust(by=1), True),
    ],
    ids=str,
)
def test_it_tells_good_effects_from_bad_ones(effect: Track, *, good: bool) -> None:
    table = joined(laid(), FINES)
    worth = option_worth(scale(table, habits=MIXED), Option(id=OptionId("x"), effects=(effect,)))
    assert (worth > 0) is good


def worth_of(effect: AnyEffect, table: Table, habits: Personality = MIXED) -> float:
    option = Option(id=OptionId("x"), effects=(effect,))
    return option_worth(scale(table, habits=habits), option)


def test_a_card_that_turns_dependencies_is_feared_where_it_makes_dead_ends() -> None:
    table = laid()
    assert worth_of(Turn(real=True), table) > 0 > worth_of(Turn(real=False), table)


def test_lighter_work_is_worth_the_action_points_that_it_saves() -> None:
    table = laid()
    own = worth_of(Weigh(which="council", effort=-1), table)
    everybody = worth_of(Weigh(which="all", effort=-1), table)
    assert 0 < own < everybody
    assert worth_of(Weigh(which="drawn", effort=-1), table) == pytest.approx(everybody / 7)
    assert worth_of(Weigh(which="all", sensitivity=-1), table) > 0
    signed = table
    for one in table.dependencies:
        signed = joined(signed, one.id)
    assert worth_of(Weigh(which="all", sensitivity=-1), signed) == 0
    assert worth_of(Weigh(which="drawn", effort=-1), signed) == 0


def test_what_a_card_reveals_need_not_be_mapped() -> None:
    table = laid()
    assert worth_of(Reveal(which="drawn"), table) > 0
    assert (
        worth_of(Reveal(which=NAMES), table)
        > worth_of(Reveal(which=NAMES), knowing(table, NAMES))
        > 0
    )
    assert worth_of(Reveal(which=NAMES), known_to_all(NAMES)) == 0
    dead = dependency(knowing(table, NAMES), NAMES, real=False)
    assert worth_of(Reveal(which=NAMES), dead) == 0


def test_an_incident_is_feared_for_what_is_live_and_not_answered() -> None:
    live = side(joined(laid(), FINES, state=State.LIVE), FINES, COUNCIL, answered=False)
    assert worth_of(Suspend(sensitivity=1), live) < 0
    assert worth_of(Suspend(sensitivity=3), laid()) == 0


def test_an_agenda_is_welcome_where_it_is_that_of_the_frame() -> None:
    table = replace(laid(), agenda=Rationality.LEGAL, frame=Rationality.POLITICAL)
    assert worth_of(Agenda(to=Rationality.POLITICAL), table) > 0
    assert worth_of(Agenda(to=Rationality.ECONOMIC), table) == 0
    assert worth_of(Agenda(), table) == 0
    assert worth_of(Agenda(to=Rationality.ECONOMIC), replace(table, frame=Rationality.LEGAL)) < 0


def test_an_audit_is_feared_where_the_counter_shines_before_an_empty_house() -> None:
    table = replace(laid(), counter=2, need=3)
    assert worth_of(Audit(), table) < 0 == worth_of(Audit(), replace(table, counter=1))


def test_deadlines_cost_and_directives_help() -> None:
    assert worth_of(Deadline(round=3), laid()) < 0 < worth_of(Directives(by=1), laid())


def test_a_loss_of_support_is_worth_as_much_as_the_same_gain() -> None:
    table = replace(laid(), support=5)
    down = Track(track=SharedTrack.SUPPORT, by=-1)
    up = Track(track=SharedTrack.SUPPORT, by=1)
    assert worth_of(down, table) == -worth_of(up, replace(table, support=4)) != 0


def test_a_card_for_the_parties_of_its_own_work_is_its_own_matter() -> None:
    mine = Agency(who=f"parties:{NAMES}", holding=Holding.BUDGET, by=1)
    theirs = Agency(who=f"parties:{LOANS}", holding=Holding.BUDGET, by=1)
    assert worth_of(mine, laid()) > worth_of(theirs, laid()) > 0


# --- architecture and governance


def test_an_architecture_costs_what_the_rules_make_of_it() -> None:
    def costs(context: Context) -> dict[Architecture, float]:
        look = scale(replace(laid(), context=context)).look
        return {one: shape_cost(look, one) for one in Architecture}

    plain, by_law, strong = (
        costs(one) for one in (Context.PLAIN, Context.HUB_BY_LAW, Context.STRONG_REGISTERS)
    )
    assert by_law[Architecture.CLEARING_HOUSE] < plain[Architecture.CLEARING_HOUSE]
    assert strong[Architecture.CENTRAL] < plain[Architecture.CENTRAL]
    assert strong[Architecture.EXCHANGE] == plain[Architecture.EXCHANGE]


def backed(table: Table, context: Context) -> list[BackArchitecture]:
    look = scale(replace(table, context=context))
    return [m.command for m in voting_back(look) if isinstance(m.command, BackArchitecture)]


def test_it_backs_an_architecture_that_saves_work_early_on_and_once() -> None:
    table = replace(laid(), need=4)
    (back,) = backed(table, Context.STRONG_REGISTERS)
    assert back.architecture is Architecture.CENTRAL
    assert back.host is not None
    assert backed(table, Context.PLAIN) == []
    assert backed(replace(table, round=3), Context.STRONG_REGISTERS) == []
    in_force = replace(table, architecture=Architecture.CLEARING_HOUSE)
    assert backed(in_force, Context.STRONG_REGISTERS) == []
    again = seat(table, COUNCIL, architecture=Architecture.CENTRAL, host=back.host)
    assert backed(again, Context.STRONG_REGISTERS) == []
    without = replace(table, modules=replace(table.modules, architectures=False))
    assert backed(without, Context.STRONG_REGISTERS) == []


def test_an_architecture_has_to_save_no_more_than_is_signed_already() -> None:
    table = replace(laid(), need=5)
    (back,) = backed(table, Context.HUB_BY_LAW)
    assert back.architecture is Architecture.CLEARING_HOUSE
    assert backed(joined(table, NAMES), Context.HUB_BY_LAW) == []
    assert len(backed(joined(table, NAMES), Context.STRONG_REGISTERS)) == 1
    built = joined(joined(table, NAMES, progress=2), FEES, progress=2)
    assert backed(built, Context.STRONG_REGISTERS) == []


@pytest.mark.parametrize(
    ("which", "habits", "wanted"),
    [
        (LIBRARY, replace(ALWAYS, turf=0.9), Governance.NETWORK),
        (COUNCIL, SELFISH, Governance.HIERARCHY),
        (LIBRARY, ALWAYS, Governance.HYBRID),
    ],
)
def test_it_backs_the_governance_that_fits_it(
    which: SeatId, habits: Personality, wanted: Governance
) -> None:
    table = replace(laid(), governance=None)
    assert BackGovernance(wanted) in wants(table, which, habits)
    backing = seat(table, which, governance=wanted)
    assert BackGovernance(wanted) not in wants(backing, which, habits)


# --- what it counts on


@pytest.mark.parametrize(
    ("measure", "now"),
    [
        (Measure.BUDGET, 2), (Measure.AUTONOMY, 10), (Measure.ROUTINES, 0), (Measure.PORTALS, 0),
        (Measure.TOKENS, 2), (Measure.BROKEN, 0), (Measure.COUNTER, 0), (Measure.SUPPORT, 5),
        (Measure.FRAGMENTATION, 0), (Measure.LIVE, 1), (Measure.SIGNED, 2), (Measure.ANSWERED, 2),
    ],
)  # fmt: skip
def test_it_knows_where_every_measure_of_its_goals_stands(measure: Measure, now: int) -> None:
    table = joined(joined(laid(), NAMES, State.LIVE), FEES)
    table = trusting(table, LIBRARY, COUNCIL, 2)
    assert measure_now(scale(table).look, measure) == now


def test_a_step_is_worth_its_part_of_the_way_and_a_loss_the_whole() -> None:
    wish = Amount(of=Measure.LIVE, at_least=2)
    assert 0 < pulled(wish, 4, (0, 1), 1) < pulled(wish, 4, (0, 2), 1)
    assert pulled(wish, 4, (2, 1), 1) == 0
    assert pulled(wish, 4, (2, -1), 1) == -4
    few = Amount(of=Measure.FRAGMENTATION, at_most=1)
    assert pulled(few, 4, (2, -1), 1) == 2
    assert pulled(few, 4, (2, 1), 1) == 0
    soon = replace(wish, by_round=1)
    assert pulled(soon, 4, (0, 1), 2) == 0


def test_without_enough_to_work_on_there_is_little_hope() -> None:
    dead = laid()
    for one in dead.dependencies:
        dead = dependency(dead, one.id, real=False)
    known = knowing(dead, *(one.id for one in dead.dependencies))
    assert scale(known).look.hope < scale(laid()).look.hope


def test_one_seat_is_no_player_without_its_own_part_of_the_view() -> None:
    table = laid()
    with pytest.raises(LookupError):
        Outlook(view(table, OBSERVER, tiny()), paper(table, COUNCIL))


def test_who_is_ready_or_done_does_nothing_more() -> None:
    ready = seats(replace(laid(), phase=Phase.PLAN), ready=True)
    done = seats(laid(), done=True)
    for bot in BOTS.values():
        for table in (ready, done):
            assert bot.choose(seen(table, COUNCIL), paper(table, COUNCIL), Fixed()) == ()
