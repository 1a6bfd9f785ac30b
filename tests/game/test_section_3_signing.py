"""RULES section 3: objections, `sign` and `direct`."""

from msgspec.structs import replace

from game.acts import Act
from game.controls.course import NextPhase
from game.events.dependencies import Signed
from game.events.trust import PairWarmed
from game.model.table import Table
from game.talk.tokens import PlaceToken
from game.vocabulary import FACILITATOR, DependencyId, Governance, Phase, Reason, State
from tests.given import (
    ARCHIVE,
    COUNCIL,
    FEES,
    FINES,
    LIBRARY,
    MAPS,
    NAMES,
    TITLES,
    answered,
    common,
    dependency,
    given,
    joined,
    knowing,
    laid,
    outcome_of,
    planning,
    revealed,
    seat_of,
    side,
    sides_of,
    trusting,
)


def both_sign(table: Table, which: DependencyId = NAMES) -> Table:
    return revealed(table, council=[Act("sign", which)], library=[Act("sign", which)])


def reasons(table: Table) -> tuple[Reason | None, ...]:
    return tuple(
        one.reason for one in sorted(table.resolved, key=lambda one: table.index(one.seat))
    )


def agreed(*which: DependencyId) -> Table:
    """All know these to be real, and all objections are answered."""
    return answered(knowing(laid(), *which), *which)


def test_both_parties_sign_and_all_learn_that_it_is_real() -> None:
    table = both_sign(agreed(NAMES))
    one = table.dependency(NAMES)
    assert (one.state, one.common, one.signed_round, one.progress) == (State.SIGNED, True, 1, 0)
    assert all(NAMES in held.known for held in table.seats)
    assert [held.autonomy for held in table.seats] == [9, 9, 10]
    assert (table.trust(COUNCIL, LIBRARY), table.trust(LIBRARY, COUNCIL)) == (1, 1)
    assert (table.signings, table.first_signed) == (1, NAMES)


def test_one_signature_is_none() -> None:
    alone = revealed(agreed(NAMES), council=[Act("sign", NAMES)])
    assert outcome_of(alone, COUNCIL, "sign") == (False, Reason.PARTNER_DID_NOT_SIGN)


def test_a_signature_needs_a_party_and_an_open_dependency() -> None:
    stranger = revealed(agreed(TITLES), council=[Act("sign", TITLES)])
    assert outcome_of(stranger, COUNCIL, "sign") == (False, Reason.NOT_A_PARTY)
    assert reasons(both_sign(joined(laid(), NAMES))) == (Reason.NOT_OPEN, Reason.NOT_OPEN)


def test_both_must_know_that_it_is_real() -> None:
    one_knows = answered(knowing(laid(), NAMES, by=[LIBRARY]), NAMES)
    assert reasons(both_sign(one_knows)) == (
        Reason.NOT_KNOWN_REAL,
        Reason.PARTNER_NOT_KNOWN_REAL,
    )


def test_a_dead_end_is_never_signed() -> None:
    table = dependency(agreed(NAMES), NAMES, real=False)
    assert reasons(both_sign(table)) == (Reason.DEAD_END, Reason.DEAD_END)


def test_an_objection_that_stands_keeps_both_from_signing() -> None:
    table = side(agreed(NAMES), NAMES, LIBRARY, answered=False)
    assert reasons(both_sign(table)) == (
        Reason.PARTNER_OBJECTION_STANDS,
        Reason.OWN_OBJECTION_STANDS,
    )


def test_tokens_as_many_as_it_is_sensitive_waive_an_objection_and_are_held() -> None:
    table = trusting(side(agreed(FEES), FEES, LIBRARY, answered=False), LIBRARY, COUNCIL, 2)
    found = sides_of(both_sign(table, FEES), FEES)[LIBRARY]
    assert (found.protest, found.held) == (False, 2)
    less = trusting(table, LIBRARY, COUNCIL, 1)
    assert both_sign(less, FEES).dependency(FEES).state is State.OPEN


def test_pressure_makes_trust_go_further_but_needs_one_token() -> None:
    table = replace(side(agreed(FINES), FINES, LIBRARY, answered=False), legal_pressure=6)
    two = trusting(table, LIBRARY, COUNCIL, 2)
    assert sides_of(both_sign(two, FINES), FINES)[LIBRARY].held == 1
    one = trusting(table, LIBRARY, COUNCIL, 1)
    assert sides_of(both_sign(one, FINES), FINES)[LIBRARY].held == 1
    assert both_sign(table, FINES).dependency(FINES).state is State.OPEN


def test_pressure_alone_overrides_an_objection_under_protest() -> None:
    table = replace(side(agreed(FEES), FEES, LIBRARY, answered=False), legal_pressure=6)
    signed = both_sign(table, FEES)
    assert sides_of(signed, FEES)[LIBRARY].protest
    assert not sides_of(signed, FEES)[COUNCIL].protest
    assert [one.autonomy for one in signed.seats] == [9, 8, 10]
    assert signed.trust(COUNCIL, LIBRARY) == 0
    assert signed.warmed == ()


def test_falling_pressure_ends_no_protest_and_enough_tokens_do() -> None:
    table = side(joined(laid(), FEES), FEES, LIBRARY, answered=False, protest=True)
    assert sides_of(revealed(table), FEES)[LIBRARY].protest
    one = given(table).when(LIBRARY, PlaceToken(COUNCIL)).table
    assert sides_of(one, FEES)[LIBRARY].protest
    two = given(trusting(table, LIBRARY, COUNCIL, 1)).when(LIBRARY, PlaceToken(COUNCIL)).table
    found = sides_of(two, FEES)[LIBRARY]
    assert (found.protest, found.held) == (False, 2)


def test_trust_grows_by_a_signing_once_a_pair_and_game() -> None:
    table = both_sign(agreed(NAMES, FEES))
    again = both_sign(table, FEES)
    assert (again.trust(COUNCIL, LIBRARY), again.trust(LIBRARY, COUNCIL)) == (1, 1)
    full = trusting(agreed(NAMES), COUNCIL, LIBRARY, 3)
    assert both_sign(full).trust(COUNCIL, LIBRARY) == 3


def test_autonomy_does_not_fall_below_zero() -> None:
    table = agreed(NAMES)
    table = replace(table, seats=tuple(replace(one, autonomy=0) for one in table.seats))
    assert [one.autonomy for one in both_sign(table).seats] == [0, 0, 0]


# --- direct


def directed(table: Table, which: DependencyId = NAMES) -> Table:
    return revealed(table, council=[Act("direct", which)])


def why_not(table: Table, which: DependencyId = NAMES) -> Reason | None:
    worked, reason = outcome_of(directed(table, which), COUNCIL, "direct")
    assert not worked
    return reason


def test_the_sponsor_has_any_pair_signed_by_order() -> None:
    table = directed(common(laid(), TITLES), TITLES)
    assert table.dependency(TITLES).state is State.SIGNED
    assert [one.protest for one in table.dependency(TITLES).sides] == [True, True]
    assert [one.autonomy for one in table.seats] == [10, 8, 8]
    assert (table.directives, table.signings, table.warmed) == (2, 1, ())
    assert table.trust(LIBRARY, ARCHIVE) == 0


def test_a_directive_puts_only_those_under_protest_who_neither_trust_nor_are_answered() -> None:
    table = side(common(laid(), FEES), FEES, COUNCIL, answered=True)
    table = trusting(table, LIBRARY, COUNCIL, 2)
    found = sides_of(directed(table, FEES), FEES)
    assert [found[COUNCIL].protest, found[LIBRARY].protest] == [False, False]
    assert [found[COUNCIL].held, found[LIBRARY].held] == [0, 2]


def test_a_directive_needs_the_sponsor_a_directive_left_and_the_common_map() -> None:
    table = common(laid(), NAMES)
    other = revealed(table, library=[Act("direct", NAMES)])
    assert outcome_of(other, LIBRARY, "direct") == (False, Reason.NOT_SPONSOR)
    assert why_not(replace(table, directives=0)) is Reason.NO_DIRECTIVES
    assert why_not(knowing(laid(), NAMES)) is Reason.NOT_ON_COMMON_MAP
    assert why_not(dependency(table, NAMES, real=False)) is Reason.DEAD_END
    assert why_not(joined(laid(), NAMES)) is Reason.NOT_OPEN


def test_a_directive_is_faster_than_two_signatures() -> None:
    table = answered(common(laid(), NAMES), NAMES)
    given(
        planning(
            table,
            council=[Act("sign", NAMES), Act("direct", NAMES)],
            library=[Act("sign", NAMES)],
        )
    ).when(FACILITATOR, NextPhase()).then_also(
        Signed(NAMES, directive=True, protest=(False, False), held=(0, 0))
    ).when(FACILITATOR, NextPhase())
    done = revealed(
        table, council=[Act("sign", NAMES), Act("direct", NAMES)], library=[Act("sign", NAMES)]
    )
    assert outcome_of(done, LIBRARY, "sign") == (False, Reason.NOT_OPEN)


def test_under_hierarchy_directives_and_signatures_share_the_limit_of_a_round() -> None:
    table = replace(answered(common(laid(), NAMES, FEES, MAPS), FEES), directives=2)
    table = replace(table, governance=Governance.HIERARCHY)
    done = revealed(
        table,
        council=[Act("direct", NAMES), Act("direct", MAPS), Act("sign", FEES)],
        library=[Act("sign", FEES)],
    )
    assert outcome_of(done, COUNCIL, "sign") == (False, Reason.SIGNINGS_SPENT)
    assert done.signings == 2


def test_the_second_signature_of_the_last_signing_is_not_one_too_many() -> None:
    table = replace(agreed(NAMES), governance=Governance.HIERARCHY, signings=1)
    assert [one.worked for one in both_sign(table).resolved] == [True, True]


def test_a_pair_is_warmed_only_without_protest_on_either_side() -> None:
    given(planning(agreed(NAMES), council=[Act("sign", NAMES)], library=[Act("sign", NAMES)])).when(
        FACILITATOR, NextPhase()
    ).then_also(PairWarmed(COUNCIL, LIBRARY))
    assert seat_of(both_sign(agreed(NAMES)), "archive").autonomy == 10
    assert both_sign(agreed(NAMES)).phase is Phase.REVEAL
