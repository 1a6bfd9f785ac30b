"""RULES section 11: the traps that were found and closed, one test each."""

from msgspec.structs import replace

from game.acts import Act, Terms
from game.course.launch import passed
from game.model.table import Table
from game.opening import Setup, open_command
from game.talk.deals import Offer
from game.talk.tokens import PlaceToken, TakeBack
from game.vocabulary import (
    Architecture,
    Context,
    Governance,
    Phase,
    Reason,
    State,
    Verdict,
)
from tests.given import (
    ARCHIVE,
    COUNCIL,
    FEES,
    LIBRARY,
    NAMES,
    answered,
    given,
    knowing,
    laid,
    planning,
    promised,
    revealed,
    seat,
    seat_of,
    seats,
    tiny,
    trusting,
)


def trust_after(table: Table) -> int:
    return table.trust(LIBRARY, COUNCIL)


def test_no_trust_is_farmed_by_promises_that_cost_nothing() -> None:
    for act in (Act("no_guard"), Act("no_portal"), Act("lobby"), Act("counter"), Act("reform")):
        table = promised(laid(), COUNCIL, LIBRARY, act)
        assert trust_after(revealed(table, council=[act] if act.kind[:3] != "no_" else [])) == 0


def test_no_trust_is_farmed_by_keeping_many_promises_in_one_round() -> None:
    table = laid()
    for which in (NAMES, FEES):
        table = promised(table, COUNCIL, LIBRARY, Act("map", which))
    assert trust_after(revealed(table, council=[Act("map", NAMES), Act("map", FEES)])) == 1


def test_no_trust_is_farmed_by_signing_again() -> None:
    table = replace(answered(knowing(laid(), NAMES), NAMES), warmed=((COUNCIL, LIBRARY),))
    signed = revealed(table, council=[Act("sign", NAMES)], library=[Act("sign", NAMES)])
    assert signed.dependency(NAMES).state is State.SIGNED
    assert trust_after(signed) == 0
    other_way = replace(table, warmed=((LIBRARY, COUNCIL),))
    again = revealed(other_way, council=[Act("sign", NAMES)], library=[Act("sign", NAMES)])
    assert trust_after(again) == 0


def test_no_trust_is_farmed_by_placing_and_taking_back() -> None:
    table = given(laid()).when(LIBRARY, PlaceToken(COUNCIL)).table
    table = given(table).when(LIBRARY, TakeBack(COUNCIL)).table
    given(table).when(LIBRARY, PlaceToken(COUNCIL)).refused(Reason.ONCE_A_ROUND)
    assert (trust_after(table), seat_of(table, "library").hand) == (0, 4)


def test_tokens_that_bought_a_signature_cannot_be_taken_back_after_it() -> None:
    table = trusting(answered(knowing(laid(), FEES), FEES), LIBRARY, COUNCIL, 2)
    first, second = (replace(s, answered=False) for s in table.dependency(FEES).sides)
    one = replace(table.dependency(FEES), sides=(replace(first, answered=True), second))
    table = replace(
        table, dependencies=tuple(one if x.id == FEES else x for x in table.dependencies)
    )
    signed = revealed(table, council=[Act("sign", FEES)], library=[Act("sign", FEES)])
    talk = replace(signed, phase=Phase.TALK, earned=laid().earned)
    given(talk).when(LIBRARY, TakeBack(COUNCIL)).refused(Reason.HOLDS_OBJECTION)


def test_an_impossible_promise_is_never_kept() -> None:
    for act in (Act("guard"), Act("sign", NAMES), Act("build", NAMES), Act("direct", NAMES)):
        table = promised(laid(), LIBRARY, COUNCIL, act)
        for plan in ([], [act]):
            verdict = revealed(table, library=plan).promises[0].verdict
            assert verdict in {Verdict.BROKEN, Verdict.LAPSED}


def test_guard_is_no_endless_shield() -> None:
    table = trusting(seat(laid(), COUNCIL, autonomy=7), LIBRARY, COUNCIL, 3)
    done = revealed(table, council=[Act("guard")] * 3)
    assert seat_of(done, "council").autonomy == 8
    assert trust_after(done) == 2


def test_two_holders_do_not_block_every_launch() -> None:
    five = (True, True, True, False, False)
    table = laid()
    assert passed(replace(table, governance=Governance.HYBRID), five)
    assert passed(replace(table, governance=Governance.HIERARCHY), five)
    assert not passed(replace(table, governance=Governance.NETWORK), five)  # what that mode means


def test_central_pays_for_its_ease_unless_registers_are_strong() -> None:
    for context, dearer in ((Context.PLAIN, True), (Context.STRONG_REGISTERS, False)):
        rules = replace(tiny(), context=context)
        table = open_command(rules, Setup("s", bots="random")).table
        central = replace(laid(), context=context, dependencies=table.dependencies)
        moved = Act("sign", NAMES)
        plain = answered(knowing(replace(central, architecture=Architecture.CENTRAL), NAMES), NAMES)
        plain = replace(
            plain,
            host=ARCHIVE,
            dependencies=tuple(replace(one, real=True) for one in plain.dependencies),
        )
        done = revealed(plain, council=[moved], library=[moved])
        assert (seat_of(done, "council").autonomy == 8) is dearer


def test_there_are_no_points_for_nothing() -> None:
    from_the_start = seats(laid(), autonomy=0, budget=1, portals=0, known=())
    ended = given(replace(from_the_start, phase=Phase.REVEAL, stopped=True)).next().table
    council = ended.scores[0]
    assert (council.core_value, council.budget, council.tokens, council.portals) == (0, 0, 0, 0)
    assert ended.public_value == 0


def test_trust_is_worth_something_in_the_last_round() -> None:
    table = trusting(trusting(laid(), LIBRARY, COUNCIL, 2), ARCHIVE, COUNCIL, 1)
    over = given(replace(table, phase=Phase.REVEAL, stopped=True, round=3)).next().table
    assert over.scores[0].tokens == 1
    broken = promised(replace(table, round=3), COUNCIL, LIBRARY, Act("map", NAMES))
    after = revealed(replace(broken, support=0))
    assert given(after).next().table.scores[0].tokens == 0


def test_an_offer_cannot_spend_what_is_not_there() -> None:
    table = given(laid()).when(COUNCIL, Offer(LIBRARY, Terms(pay=8), Terms(pay=8))).table
    assert planning(table).deals[0].give.pay == 8
    assert all(one.budget == 2 for one in table.seats)
