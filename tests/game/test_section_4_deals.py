"""RULES section 4: deals, counter-offers, and what accepting one carries out."""

import pytest
from msgspec.structs import replace

from game.acts import Act, Pledge, Terms
from game.controls.course import EndGame, NextPhase
from game.events.dependencies import FactShown
from game.events.seats import Learned, Paid
from game.events.talk import DealClosed, DealUnmet, Offered
from game.events.trust import TokenPlaced
from game.model.deals import Deal
from game.model.table import Table
from game.talk.deals import Accept, Decline, Offer, Withdraw
from game.talk.tokens import PlaceToken, TakeBack
from game.vocabulary import (
    FACILITATOR,
    HUB,
    DealId,
    DealState,
    DependencyId,
    Phase,
    Rationality,
    Reason,
    SeatId,
    Topic,
    Verdict,
)
from tests.given import (
    ARCHIVE,
    COUNCIL,
    LIBRARY,
    NAMES,
    When,
    given,
    knowing,
    laid,
    promised,
    seat,
    seat_of,
    trusting,
)

FIRST = DealId("r1-1")
BUILD = Pledge(Act("build", NAMES), 2)


def offered(table: Table, offer: Offer, by: SeatId = COUNCIL) -> Table:
    return given(table).when(by, offer).table


def accepted(table: Table, offer: Offer) -> When:
    """What comes of it when the library accepts the council's offer."""
    table = offered(table, offer)
    return given(table).when(offer.to, Accept(table.deals[-1].id))


def test_an_offer_lies_open_until_it_is_answered() -> None:
    given(laid()).when(COUNCIL, Offer(LIBRARY, Terms(pay=1), Terms(place=1))).then(
        Offered(
            Deal(
                id=FIRST,
                by=COUNCIL,
                to=LIBRARY,
                give=Terms(pay=1),
                get=Terms(place=1),
                topic=Topic.COST,
                confidential=False,
                thread=FIRST,
            )
        )
    )


def test_accepting_carries_out_the_immediate_terms_and_records_the_promises() -> None:
    table = knowing(laid(), NAMES, by=[LIBRARY])
    offer = Offer(LIBRARY, Terms(pay=2, promise=(BUILD,)), Terms(place=1, tell=(NAMES,)))
    done = accepted(table, offer)
    done.then_also(
        DealClosed(FIRST, DealState.ACCEPTED),
        Paid(COUNCIL, 2, LIBRARY),
        TokenPlaced(LIBRARY, COUNCIL, bound=True),
        FactShown(NAMES, LIBRARY, COUNCIL),
        Learned(COUNCIL, NAMES),
    )
    (promise,) = done.table.promises
    assert (promise.by, promise.to, promise.act, promise.due) == (COUNCIL, LIBRARY, BUILD.act, 2)
    assert (promise.verdict, promise.confidential) == (Verdict.OPEN, False)


def test_a_fact_that_is_told_need_not_be_news() -> None:
    table = knowing(laid(), NAMES)
    done = accepted(table, Offer(LIBRARY, Terms(tell=(NAMES,))))
    done.then(DealClosed(FIRST, DealState.ACCEPTED), FactShown(NAMES, COUNCIL, LIBRARY))


@pytest.mark.parametrize(
    ("offer", "lack"),
    [
        (Offer(LIBRARY, Terms(pay=3)), {}),
        (Offer(LIBRARY, get=Terms(pay=3)), {}),
        (Offer(LIBRARY, Terms(pay=1)), {"library": {"budget": 8}}),
        (Offer(LIBRARY, Terms(place=1)), {"council": {"hand": 0}}),
        (Offer(LIBRARY, Terms(place=1)), {"council": {"placed_with": (LIBRARY,)}}),
        (Offer(LIBRARY, Terms(tell=(NAMES,))), {}),
    ],
)
def test_a_term_that_cannot_be_met_leaves_everything_as_it_was(
    offer: Offer, lack: dict[str, dict[str, object]]
) -> None:
    table = laid()
    for who, changes in lack.items():
        table = seat(table, SeatId(who), **changes)
    done = accepted(table, offer)
    done.then(DealUnmet(FIRST))
    assert done.table.deals[0].state is DealState.OPEN


def test_a_token_needs_room_at_the_partner_also_in_a_deal() -> None:
    full = trusting(laid(), COUNCIL, LIBRARY, 3)
    accepted(full, Offer(LIBRARY, Terms(place=1))).then(DealUnmet(FIRST))


def test_paying_both_ways_counts_what_is_left() -> None:
    table = seat(laid(), LIBRARY, budget=8)
    done = accepted(table, Offer(LIBRARY, Terms(pay=2), Terms(pay=3)))
    assert (seat_of(done.table, "council").budget, seat_of(done.table, "library").budget) == (3, 7)


def test_at_most_three_open_promises_a_seat() -> None:
    table = laid()
    for _ in range(3):
        table = promised(table, COUNCIL, ARCHIVE, Act("lobby"), due=3)
    accepted(table, Offer(LIBRARY, Terms(promise=(BUILD,)))).then(DealUnmet(FIRST))
    given(laid()).when(COUNCIL, Offer(LIBRARY, Terms(promise=(BUILD,) * 4))).refused(
        Reason.TOO_MANY_PROMISES
    )


def test_at_most_five_open_offers_a_seat() -> None:
    table = laid()
    for _ in range(5):
        table = offered(table, Offer(LIBRARY, Terms(pay=1)))
    given(table).when(COUNCIL, Offer(ARCHIVE, Terms(pay=1))).refused(Reason.TOO_MANY_OFFERS)
    table = given(table).when(COUNCIL, Withdraw(FIRST)).table
    given(table).when(COUNCIL, Offer(ARCHIVE, Terms(pay=1))).then_also()


@pytest.mark.parametrize(
    ("offer", "reason"),
    [
        (Offer(COUNCIL, Terms(pay=1)), Reason.YOURSELF),
        (Offer(SeatId("nobody"), Terms(pay=1)), Reason.UNKNOWN),
        (Offer(LIBRARY), Reason.EMPTY_DEAL),
        (Offer(LIBRARY, Terms(pay=9)), Reason.OUT_OF_RANGE),
        (Offer(LIBRARY, Terms(pay=-1)), Reason.OUT_OF_RANGE),
        (Offer(LIBRARY, Terms(place=2)), Reason.OUT_OF_RANGE),
        (Offer(LIBRARY, Terms(tell=(NAMES, NAMES))), Reason.SAME_TWICE),
        (Offer(LIBRARY, Terms(tell=(DependencyId("else"),))), Reason.UNKNOWN),
        (Offer(LIBRARY, Terms(tell=(HUB,))), Reason.UNKNOWN),
        (Offer(LIBRARY, Terms(promise=(Pledge(Act("dance"), 1),))), Reason.UNKNOWN),
        (Offer(LIBRARY, Terms(promise=(Pledge(Act("no_guard", NAMES), 1),))), Reason.UNKNOWN),
        (Offer(LIBRARY, Terms(promise=(Pledge(Act("guard"), 0),))), Reason.ROUND_PAST),
        (Offer(LIBRARY, Terms(promise=(Pledge(Act("guard"), 4),))), Reason.ROUND_PAST),
        (Offer(LIBRARY, Terms(pay=1), counters=FIRST), Reason.NO_SUCH_OFFER),
    ],
)
def test_an_offer_has_a_form(offer: Offer, reason: Reason) -> None:
    given(laid()).when(COUNCIL, offer).refused(reason)


def test_an_offer_is_answered_by_the_one_it_was_made_to_and_withdrawn_by_its_maker() -> None:
    table = offered(laid(), Offer(LIBRARY, Terms(pay=1)))
    given(table).when(COUNCIL, Accept(FIRST)).refused(Reason.NOT_YOURS)
    given(table).when(LIBRARY, Withdraw(FIRST)).refused(Reason.NOT_YOURS)
    given(table).when(ARCHIVE, Accept(FIRST)).refused(Reason.NO_SUCH_OFFER)
    given(table).when(LIBRARY, Decline(FIRST)).then(DealClosed(FIRST, DealState.DECLINED))
    given(table).when(COUNCIL, Withdraw(FIRST)).then(DealClosed(FIRST, DealState.WITHDRAWN))
    declined = given(table).when(LIBRARY, Decline(FIRST)).table
    given(declined).when(LIBRARY, Accept(FIRST)).refused(Reason.OFFER_CLOSED)


def test_an_offer_ends_by_itself_at_plan_and_says_why() -> None:
    table = offered(laid(), Offer(LIBRARY, Terms(pay=1)))
    given(table).when(FACILITATOR, NextPhase()).then_also(
        DealClosed(FIRST, DealState.EXPIRED, Reason.TALK_OVER)
    )


def test_an_offer_left_open_when_the_game_ends_expires_and_says_why() -> None:
    table = offered(laid(), Offer(LIBRARY, Terms(pay=1)))
    ended = given(table).when(FACILITATOR, EndGame("why"))
    ended.then_also(DealClosed(FIRST, DealState.EXPIRED, Reason.GAME_ENDED))
    assert [one.state for one in ended.table.deals] == [DealState.EXPIRED]


def test_a_counter_offer_belongs_to_the_thread_and_closes_the_offer_before() -> None:
    table = offered(laid(), Offer(LIBRARY, Terms(pay=1)))
    table = offered(table, Offer(COUNCIL, get=Terms(pay=2), counters=FIRST), LIBRARY)
    first, second = table.deals
    assert (first.state, second.state) == (DealState.COUNTERED, DealState.OPEN)
    assert (second.thread, second.counters) == (FIRST, FIRST)
    third = offered(table, Offer(LIBRARY, Terms(pay=1), counters=second.id)).deals[-1]
    assert (third.thread, third.counters) == (FIRST, second.id)


def test_a_counter_offer_may_leave_the_offer_before_open() -> None:
    table = offered(laid(), Offer(LIBRARY, Terms(pay=1)))
    counter = Offer(COUNCIL, get=Terms(pay=2), counters=FIRST, keep_open=True)
    table = offered(table, counter, LIBRARY)
    assert [one.state for one in table.deals] == [DealState.OPEN, DealState.OPEN]


def test_only_an_open_offer_to_oneself_is_countered() -> None:
    table = offered(laid(), Offer(LIBRARY, Terms(pay=1)))
    given(table).when(COUNCIL, Offer(LIBRARY, Terms(pay=2), counters=FIRST)).refused(
        Reason.NO_SUCH_OFFER
    )
    given(table).when(LIBRARY, Offer(ARCHIVE, Terms(pay=2), counters=FIRST)).refused(
        Reason.NO_SUCH_OFFER
    )
    closed = given(table).when(COUNCIL, Withdraw(FIRST)).table
    given(closed).when(LIBRARY, Offer(COUNCIL, Terms(pay=2), counters=FIRST)).refused(
        Reason.OFFER_CLOSED
    )


def test_confidence_is_inherited_and_ids_tell_nobody_else_of_it() -> None:
    table = offered(laid(), Offer(LIBRARY, Terms(pay=1), confidential=True))
    table = offered(table, Offer(COUNCIL, Terms(pay=1), counters=table.deals[0].id), LIBRARY)
    assert [one.id for one in table.deals] == ["r1-council-library-1", "r1-council-library-2"]
    assert all(one.confidential for one in table.deals)
    assert offered(table, Offer(LIBRARY, Terms(pay=1))).deals[-1].id == FIRST


def test_a_token_placed_in_a_deal_counts_as_the_one_of_the_round_and_is_bound() -> None:
    table = accepted(trusting(laid(), COUNCIL, LIBRARY, 0), Offer(LIBRARY, Terms(place=1))).table
    given(table).when(COUNCIL, PlaceToken(LIBRARY)).refused(Reason.ONCE_A_ROUND)
    given(table).when(COUNCIL, TakeBack(LIBRARY)).refused(Reason.BOUND_BY_DEAL)


@pytest.mark.parametrize(
    ("give", "get", "topic"),
    [
        (Terms(pay=1), Terms(), Topic.COST),
        (Terms(), Terms(pay=1, place=1), Topic.COST),
        (Terms(place=1), Terms(), Topic.CONTENT),
        (Terms(tell=(NAMES,)), Terms(pay=1), Topic.CONTENT),
        (Terms(promise=(BUILD,)), Terms(pay=1), Topic.CONTENT),
        (Terms(promise=(Pledge(Act("no_guard"), 1),)), Terms(pay=1), Topic.JURISDICTION),
        (Terms(promise=(Pledge(Act("vote_launch"), 3),)), Terms(), Topic.JURISDICTION),
        (Terms(promise=(Pledge(Act("portal"), 1), BUILD)), Terms(), Topic.CONTENT),
        (
            Terms(promise=(Pledge(Act("frame", frame=Rationality.LEGAL), 1),)),
            Terms(),
            Topic.CONTENT,
        ),
    ],
)
def test_the_topic_of_a_deal_follows_from_its_terms(give: Terms, get: Terms, topic: Topic) -> None:
    assert offered(laid(), Offer(LIBRARY, give, get)).deals[0].topic is topic


def test_deals_are_made_in_talk_and_forgotten_when_the_round_is_over() -> None:
    given(laid(Phase.PLAN)).when(COUNCIL, Offer(LIBRARY, Terms(pay=1))).refused(Reason.WRONG_PHASE)
    table = accepted(laid(), Offer(LIBRARY, Terms(pay=1))).table
    later = given(replace(table, phase=Phase.REVEAL, event_deck=())).next().table
    assert later.deals == ()
