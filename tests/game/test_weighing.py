"""Cautions: what a deal or a plan would put at stake for the own concern and core value."""

import pytest
from msgspec.structs import replace

from game.acts import Act, Pledge, Terms
from game.goals import (
    AgendaIs,
    Amount,
    AnyPredicate,
    CoreValueKept,
    FrameIs,
    Measure,
    NotFirst,
    OutcomeIs,
)
from game.model.table import Table
from game.ruleset import Concern, Ruleset
from game.talk.deals import Accept, Offer
from game.talk.pace import Done
from game.talk.plan import Plan
from game.vocabulary import ConcernId, DealId, DependencyId, Outcome, Rationality, SeatId, State
from game.weighing import Caution, cautions
from tests.given import (
    ARCHIVE,
    COUNCIL,
    FEES,
    LIBRARY,
    NAMES,
    answered,
    given,
    joined,
    knowing,
    laid,
    planning,
    seat,
    seats,
    tiny,
    trusting,
)

CONCERN = ConcernId("probe")


def asking(*predicates: AnyPredicate) -> Ruleset:
    """`tiny` with a concern that asks for this."""
    rules = tiny()
    return replace(rules, concerns=(*rules.concerns, Concern(id=CONCERN, met_when=predicates)))


def weighed(
    table: Table, command: Offer | Accept | Plan | Done, *predicates: AnyPredicate
) -> tuple[Caution, ...]:
    """What the council is cautioned of, with a concern that asks for this."""
    return cautions(seat(table, COUNCIL, concern=CONCERN), COUNCIL, command, asking(*predicates))


def promise(*acts: Act) -> Terms:
    return Terms(promise=tuple(Pledge(act, 1) for act in acts))


def amount(of: Measure, **bounds: int) -> Amount:
    return Amount(of, **bounds)


KEYS = amount(Measure.AUTONOMY, at_least=9)
CHEST = amount(Measure.BUDGET, at_least=2)
SIGN = Act("sign", NAMES)


def test_a_number_that_would_fall_below_what_the_concern_asks_for_is_told() -> None:
    table = answered(seat(laid(), COUNCIL, autonomy=9), NAMES)
    found = weighed(table, Offer(LIBRARY, promise(SIGN)), KEYS)
    assert found == (Caution("concern", "amount", Measure.AUTONOMY, at_least=9, before=9, after=8),)
    # with one to spare there is nothing to tell; two signings take more than that
    table = seat(table, COUNCIL, autonomy=10)
    assert weighed(table, Offer(LIBRARY, promise(SIGN)), KEYS) == ()
    both = Plan((SIGN, Act("sign", FEES)))
    assert [one.after for one in weighed(answered(table, FEES), both, KEYS)] == [8]


def test_a_caution_of_a_plan_names_the_action_that_brings_it() -> None:
    table = answered(answered(seat(laid(), COUNCIL, autonomy=9, budget=2), NAMES), FEES)
    counter, fees = Act("counter"), Act("sign", FEES)
    both = weighed(table, Plan((counter, SIGN, fees)), KEYS, CHEST)
    assert [(one.measure, one.act) for one in both] == [
        (Measure.AUTONOMY, 1),
        (Measure.BUDGET, 0),
    ]
    # with one to spare it is the second signing that costs too much
    spare = seat(table, COUNCIL, autonomy=10)
    assert [one.act for one in weighed(spare, Plan((SIGN, fees)), KEYS)] == [1]
    assert [one.act for one in weighed(table, Offer(LIBRARY, promise(SIGN)), KEYS)] == [None]


def test_a_number_that_lies_outside_already_is_told_if_it_would_go_further() -> None:
    table = answered(seat(laid(), COUNCIL, autonomy=5), NAMES)
    assert [one.after for one in weighed(table, Plan((SIGN,)), KEYS)] == [4]
    assert weighed(table, Plan((Act("guard"),)), KEYS) == ()
    few = amount(Measure.PORTALS, at_most=0)
    assert [one.at_most for one in weighed(laid(), Plan((Act("portal"),)), few)] == [0]


def test_budget_given_and_got_is_weighed_together() -> None:
    table = seat(laid(), COUNCIL, budget=2)
    assert [one.after for one in weighed(table, Offer(LIBRARY, Terms(pay=1)), CHEST)] == [1]
    assert weighed(table, Offer(LIBRARY, Terms(pay=1), Terms(pay=1)), CHEST) == ()
    assert [one.after for one in weighed(table, Plan((Act("counter"),)), CHEST)] == [1]
    assert [one.after for one in weighed(table, Offer(LIBRARY, Terms(pay=8)), CHEST)] == [0]


def test_an_offer_to_the_seat_is_weighed_from_its_side() -> None:
    offer = Offer(COUNCIL, Terms(), Terms(pay=2))
    table = given(seat(laid(), COUNCIL, budget=2)).when(LIBRARY, offer).table
    assert [one.after for one in weighed(table, Accept(table.deals[0].id), CHEST)] == [0]
    assert weighed(table, Accept(DealId("none")), CHEST) == ()
    # the other's promise to sign, or to direct, binds this seat as well
    table = answered(seat(laid(), COUNCIL, autonomy=9), NAMES)
    for kind in ("sign", "direct"):
        theirs = Offer(LIBRARY, get=promise(Act(kind, NAMES), Act("guard")))
        assert [one.after for one in weighed(table, theirs, KEYS)] == [8]


def test_a_frame_other_than_the_wished_one_is_told() -> None:
    own = FrameIs()
    table = replace(laid(), frame=Rationality.LEGAL)
    wished = table.seat(COUNCIL).rationality
    other = Rationality.ECONOMIC
    assert weighed(table, Plan((Act("frame", frame=other),)), own) == (
        Caution("concern", "frame", frame=wished, act=0),
    )
    assert weighed(table, Plan((Act("frame", frame=wished),)), own) == ()
    assert weighed(table, Plan((Act("frame", frame=Rationality.LEGAL),)), own) == ()
    named = FrameIs(Rationality.LEGAL)
    assert weighed(table, Plan((Act("frame", frame=wished),)), named)[0].frame == "legal"


def test_to_be_among_the_first_signed_is_told() -> None:
    table = answered(laid(), NAMES)
    assert weighed(table, Plan((SIGN,)), NotFirst()) == (
        Caution("concern", "first", dependencies=(NAMES,), act=0),
    )
    second = replace(joined(table, FEES), first_signed=FEES)
    assert weighed(second, Plan((SIGN,)), NotFirst()) == ()
    assert weighed(table, Plan(()), NotFirst()) == ()
    elsewhere = next(
        one.id for one in table.dependencies if COUNCIL not in {side.seat for side in one.sides}
    )
    sponsor = replace(table, sponsor=COUNCIL)
    assert weighed(sponsor, Plan((Act("direct", elsewhere),)), NotFirst()) == ()


def test_an_own_objection_that_is_signed_unanswered_puts_the_core_value_at_stake() -> None:
    value = Caution("core_value", "unanswered", dependencies=(NAMES,), act=0)
    assert weighed(laid(), Plan((SIGN,))) == (value,)
    asked = Caution("concern", "unanswered", dependencies=(NAMES,), act=0)
    assert weighed(laid(), Plan((SIGN,)), CoreValueKept()) == (asked, value)
    assert weighed(answered(laid(), NAMES), Plan((SIGN,)), CoreValueKept()) == ()
    # what is signed already is no news
    assert weighed(joined(laid(), NAMES), Plan((SIGN,)), CoreValueKept()) == ()


def test_a_number_by_a_round_is_at_stake_until_that_round_or_until_it_was_reached() -> None:
    early = amount(Measure.BUDGET, at_least=2, by_round=2)
    table = seat(laid(), COUNCIL, budget=2)
    pays = Offer(LIBRARY, Terms(pay=1))
    assert len(weighed(table, pays, early)) == 1
    assert weighed(replace(table, round=3), pays, early) == ()


def test_ends_and_agendas_are_no_deal_s_business() -> None:
    ends = OutcomeIs((Outcome.JOINED_UP,)), AgendaIs()
    assert weighed(answered(laid(), NAMES), Plan((SIGN,)), *ends) == ()


@pytest.mark.parametrize(
    "command",
    [
        Done(),
        Plan((Act("sign", DependencyId("nowhere")),)),
        Plan((Act("fly"),)),
        Plan((Act("sign"),)),
        Plan((Act("map", NAMES), Act("reform"), Act("portal"))),
        Offer(SeatId("nobody"), Terms(pay=1)),
        Offer(LIBRARY, promise(Act("no_guard"), Act("vote_launch"))),
    ],
)
def test_what_cannot_be_or_moves_nothing_puts_nothing_at_stake(
    command: Offer | Plan | Done,
) -> None:
    poor = seat(laid(), COUNCIL, budget=0)
    assert weighed(poor, command, CHEST) == ()


def test_a_caution_tells_nothing_of_what_others_hide() -> None:
    table = answered(trusting(seat(laid(), COUNCIL, autonomy=9), LIBRARY, COUNCIL, 2), NAMES)
    hidden = replace(
        planning(knowing(table, FEES), library=[SIGN]),
        dependencies=tuple(replace(one, real=not one.real) for one in table.dependencies),
        phase=table.phase,
    )
    for other in (LIBRARY, ARCHIVE):
        hidden = seat(hidden, other, hand=0, routines=3, concern=ConcernId("keep_the_keys"))
    hidden = seat(hidden, COUNCIL, known=table.seat(COUNCIL).known, plan=None)
    commands = (
        Plan((SIGN, Act("guard"), Act("answer", FEES, LIBRARY))),
        Offer(LIBRARY, promise(SIGN), promise(Act("reform"), Act("guard"), Act("sign", FEES))),
    )
    asked = (KEYS, CHEST, NotFirst(), amount(Measure.TOKENS, at_least=2))
    for command in commands:
        assert weighed(table, command, *asked) == weighed(hidden, command, *asked)


def test_guarding_the_turf_costs_the_tokens_that_a_broker_needs() -> None:
    table = trusting(seat(seats(laid(), hand=1), COUNCIL, autonomy=5), LIBRARY, COUNCIL, 2)
    here = amount(Measure.TOKENS, at_least=table.tokens_here(COUNCIL))
    found = weighed(table, Plan((Act("guard"),)), here)
    assert [one.measure for one in found] == [Measure.TOKENS]
    assert weighed(joined(table, NAMES, State.LIVE), Plan(()), here) == ()
