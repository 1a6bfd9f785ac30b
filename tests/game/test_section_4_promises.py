"""RULES section 4: what becomes of promises."""

import pytest
from msgspec.structs import replace

from game.acts import Act
from game.controls.course import NextPhase
from game.events.talk import PromiseJudged
from game.events.trust import PairThanked, TokenLost
from game.model.table import Table
from game.talk.votes import CastVote
from game.vocabulary import (
    FACILITATOR,
    HUB,
    Architecture,
    Loss,
    Phase,
    PromiseId,
    Rationality,
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
    TITLES,
    answered,
    common,
    dependency,
    given,
    joined,
    knowing,
    laid,
    planning,
    promised,
    revealed,
    seat,
    seat_of,
    side,
    trusting,
)

MAP = Act("map", NAMES)
FRAME = Act("frame", frame=Rationality.LEGAL)


def verdict(table: Table) -> Verdict:
    return table.promises[-1].verdict


def judged(table: Table, act: Act, *planned: Act) -> Verdict:
    """The verdict on the council's promise to the library, with this plan of the council's."""
    return verdict(revealed(promised(table, COUNCIL, LIBRARY, act), council=list(planned)))


def test_a_promise_is_kept_if_the_action_worked() -> None:
    assert judged(laid(), MAP, MAP) is Verdict.KEPT


def test_a_promise_is_broken_if_it_was_not_planned() -> None:
    assert judged(laid(), MAP, Act("map", FEES)) is Verdict.BROKEN
    assert judged(laid(), Act("direct", NAMES)) is Verdict.BROKEN


@pytest.mark.parametrize(
    ("act", "table"),
    [
        (Act("counter"), seat(laid(), COUNCIL, budget=0)),
        (Act("guard"), laid()),
        (Act("reform"), seat(laid(), COUNCIL, routines=3)),
        (Act("portal"), seat(laid(), COUNCIL, portals=2)),
        (
            Act("sign", NAMES),
            side(answered(knowing(laid(), NAMES), NAMES), NAMES, COUNCIL, answered=False),
        ),
        (
            Act("build", NAMES),
            side(joined(laid(), NAMES), NAMES, COUNCIL, answered=False, protest=True),
        ),
        (Act("answer", NAMES, LIBRARY), laid()),
    ],
)
def test_a_promise_is_broken_by_the_promiser_s_own_fault_planned_or_not(
    act: Act, table: Table
) -> None:
    assert judged(table, act, act) is Verdict.BROKEN
    assert judged(table, act) is Verdict.BROKEN


def test_a_promise_that_fails_by_others_lapses() -> None:
    agreed = answered(knowing(laid(), NAMES), NAMES)
    assert judged(agreed, Act("sign", NAMES), Act("sign", NAMES)) is Verdict.LAPSED
    other = side(agreed, NAMES, LIBRARY, answered=False)
    assert judged(other, Act("sign", NAMES), Act("sign", NAMES)) is Verdict.LAPSED
    assert judged(laid(), FRAME, FRAME) is Verdict.LAPSED
    assert judged(laid(), Act("lobby"), Act("lobby")) is Verdict.LAPSED
    assert judged(laid(), Act("build", NAMES), Act("build", NAMES)) is Verdict.LAPSED


@pytest.mark.parametrize(
    ("act", "table"),
    [
        (Act("answer", NAMES, LIBRARY), answered(knowing(laid(), NAMES), NAMES)),
        (MAP, common(laid(), NAMES)),
        (MAP, knowing(laid(), NAMES, by=[COUNCIL, LIBRARY])),
        (Act("sign", NAMES), joined(laid(), NAMES)),
        (Act("build", NAMES), joined(laid(), NAMES, progress=1)),
        (Act("build", NAMES), joined(laid(), NAMES, State.LIVE)),
        (Act("counter"), replace(laid(), counter=6)),
        (Act("scan"), replace(laid(), agenda_deck=())),
        (FRAME, replace(laid(), frame=Rationality.LEGAL)),
        (Act("sign", NAMES), dependency(knowing(laid(), NAMES), NAMES, real=False)),
    ],
)
def test_what_was_done_already_or_cannot_be_done_any_more_lapses(act: Act, table: Table) -> None:
    assert judged(table, act) is Verdict.LAPSED


def test_what_a_partner_did_in_the_same_reveal_lapses() -> None:
    table = promised(laid(), COUNCIL, LIBRARY, MAP)
    assert verdict(revealed(table, library=[MAP])) is Verdict.LAPSED
    both = revealed(table, council=[MAP], library=[MAP])
    assert both.promises[0].verdict is Verdict.LAPSED  # the library's turn came first
    table = promised(joined(laid(), NAMES), COUNCIL, LIBRARY, Act("build", NAMES))
    assert verdict(revealed(table, library=[Act("build", NAMES)])) is Verdict.LAPSED


def test_a_promise_about_a_hub_or_a_host_that_is_no_more_lapses() -> None:
    table = promised(laid(), COUNCIL, LIBRARY, Act("build", HUB))
    given(planning(table)).when(FACILITATOR, NextPhase()).then_also(
        PromiseJudged(PromiseId("p0"), Verdict.LAPSED, Reason.NO_HUB)
    )
    assert judged(laid(), Act("reform", seat=ARCHIVE)) is Verdict.LAPSED


def test_the_limit_of_a_host_is_not_the_promiser_s_own() -> None:
    table = replace(laid(), architecture=Architecture.CENTRAL, host=ARCHIVE)
    full = seat(table, ARCHIVE, routines=3)
    act = Act("reform", seat=ARCHIVE)
    assert judged(full, act, act) is Verdict.LAPSED
    assert judged(table, act, act) is Verdict.KEPT
    assert judged(seat(table, COUNCIL, budget=0), act, act) is Verdict.BROKEN


def test_of_two_equal_builds_one_that_works_is_enough() -> None:
    table = joined(laid(), NAMES)
    table = promised(table, COUNCIL, LIBRARY, Act("build", NAMES))
    table = promised(table, COUNCIL, LIBRARY, Act("build", NAMES))
    done = revealed(table, council=[Act("build", NAMES), Act("build", NAMES)])
    assert [one.verdict for one in done.promises] == [Verdict.KEPT, Verdict.KEPT]


def test_refraining_is_kept_if_it_did_not_happen() -> None:
    weak = seat(laid(), COUNCIL, autonomy=5)
    assert judged(weak, Act("no_guard")) is Verdict.KEPT
    assert judged(weak, Act("no_guard"), Act("guard")) is Verdict.BROKEN
    assert judged(laid(), Act("no_guard"), Act("guard")) is Verdict.KEPT  # it failed
    assert judged(laid(), Act("no_portal"), Act("portal")) is Verdict.BROKEN
    assert judged(laid(), Act("no_portal"), Act("guard")) is Verdict.KEPT


def test_a_promise_is_judged_in_the_round_in_which_it_falls_due() -> None:
    table = promised(laid(), COUNCIL, LIBRARY, MAP, due=2)
    assert verdict(revealed(table)) is Verdict.OPEN
    assert verdict(revealed(replace(table, round=2))) is Verdict.BROKEN


def test_a_promised_vote_is_judged_after_the_count() -> None:
    table = replace(laid(Phase.VOTE), round=3)
    launch = promised(table, COUNCIL, LIBRARY, Act("vote_launch"))
    hold = promised(table, COUNCIL, LIBRARY, Act("vote_hold"))

    def after(before: Table, *, vote: bool) -> Verdict:
        cast = given(before).when(COUNCIL, CastVote(launch=vote)).table
        return verdict(given(cast).when(FACILITATOR, NextPhase()).table)

    assert after(launch, vote=True) is Verdict.KEPT
    assert after(launch, vote=False) is Verdict.BROKEN
    assert after(hold, vote=False) is Verdict.KEPT
    assert after(hold, vote=True) is Verdict.BROKEN


def test_an_abstention_is_no_launch_vote() -> None:
    table = replace(laid(Phase.VOTE), round=3)
    for act, expected in (("vote_launch", Verdict.BROKEN), ("vote_hold", Verdict.KEPT)):
        owed = promised(table, COUNCIL, LIBRARY, Act(act))
        assert verdict(given(owed).when(FACILITATOR, NextPhase()).table) is expected


def test_a_promised_vote_lapses_where_none_is_held() -> None:
    table = promised(replace(laid(Phase.REVEAL), event_deck=()), COUNCIL, LIBRARY, Act("vote_hold"))
    assert verdict(given(table).next().table) is Verdict.LAPSED
    last = replace(table, round=3, support=3)
    assert verdict(given(last).until(Phase.VOTE).table) is Verdict.OPEN
    assert verdict(given(last).until(Phase.ENDED).table) is Verdict.LAPSED


def test_promises_lapse_when_the_game_ends() -> None:
    table = promised(replace(laid(Phase.REVEAL), round=2), COUNCIL, LIBRARY, MAP, due=3)
    stopped = replace(table, stopped=True)
    assert verdict(given(stopped).next().table) is Verdict.LAPSED


# --- thanks


def thanked(table: Table, act: Act, *planned: Act, **others: list[Act]) -> int:
    """The library's trust in the council after the council kept its promise."""
    found = revealed(promised(table, COUNCIL, LIBRARY, act), council=list(planned), **others)
    assert verdict(found) is Verdict.KEPT
    return found.trust(LIBRARY, COUNCIL)


def test_keeping_a_promise_on_the_other_side_s_dependency_earns_its_trust() -> None:
    known = knowing(laid(), NAMES, TITLES)
    assert thanked(laid(), MAP, MAP) == 1
    act = Act("answer", NAMES, LIBRARY)
    assert thanked(known, act, act) == 1
    act = Act("answer", TITLES, ARCHIVE)
    assert thanked(known, act, act) == 1
    act = Act("build", NAMES)
    assert thanked(joined(laid(), NAMES), act, act) == 1
    assert thanked(laid(), FRAME, FRAME, archive=[FRAME]) == 1
    act = Act("sign", NAMES)
    cold = replace(answered(known, NAMES), warmed=((COUNCIL, LIBRARY),))
    assert thanked(cold, act, act, library=[act]) == 1


def test_other_kept_promises_raise_nothing() -> None:
    own = Act("map", NAMES)
    table = promised(laid(), COUNCIL, ARCHIVE, own)
    assert revealed(table, council=[own]).trust(ARCHIVE, COUNCIL) == 0
    assert thanked(laid(), Act("reform"), Act("reform")) == 0
    assert thanked(laid(), Act("no_guard")) == 0
    hub = replace(laid(), architecture=Architecture.CLEARING_HOUSE)
    assert thanked(hub, Act("build", HUB), Act("build", HUB)) == 0


def test_thanks_stop_at_two_and_come_once_a_pair_and_round() -> None:
    assert thanked(trusting(laid(), LIBRARY, COUNCIL, 2), MAP, MAP) == 2
    second = Act("map", FEES)
    twice = promised(promised(laid(), COUNCIL, LIBRARY, MAP), COUNCIL, LIBRARY, second)
    done = given(planning(twice, council=[MAP, second])).when(FACILITATOR, NextPhase())
    assert done.table.trust(LIBRARY, COUNCIL) == 1
    assert [one for one in done.events if isinstance(one, PairThanked)] == [
        PairThanked(LIBRARY, COUNCIL)
    ]


# --- broken


def test_a_broken_promise_costs_two_tokens_and_in_an_open_deal_one_of_each_witness() -> None:
    table = trusting(trusting(laid(), LIBRARY, COUNCIL, 1, earned=2), ARCHIVE, COUNCIL, 2)
    table = promised(table, COUNCIL, LIBRARY, MAP)
    given(planning(table)).when(FACILITATOR, NextPhase()).then_also(
        PromiseJudged(PromiseId("p0"), Verdict.BROKEN),
        TokenLost(LIBRARY, COUNCIL, 1, 1, Loss.BROKEN_PROMISE),
        TokenLost(ARCHIVE, COUNCIL, 1, 0, Loss.WITNESSED),
    )
    after = revealed(table)
    assert (after.trust(LIBRARY, COUNCIL), after.trust(ARCHIVE, COUNCIL)) == (1, 1)
    assert seat_of(after, "council").broken == 1


def test_a_third_seat_with_little_trust_loses_nothing() -> None:
    table = promised(trusting(laid(), ARCHIVE, COUNCIL, 1), COUNCIL, LIBRARY, MAP)
    assert revealed(table).trust(ARCHIVE, COUNCIL) == 1


def test_in_confidence_only_the_other_side_loses_trust() -> None:
    table = trusting(trusting(laid(), LIBRARY, COUNCIL, 3), ARCHIVE, COUNCIL, 3)
    after = revealed(promised(table, COUNCIL, LIBRARY, MAP, confidential=True))
    assert (after.trust(LIBRARY, COUNCIL), after.trust(ARCHIVE, COUNCIL)) == (1, 3)


def test_the_reason_of_a_failure_is_kept_with_the_verdict() -> None:
    table = promised(seat(laid(), COUNCIL, budget=0), COUNCIL, LIBRARY, Act("counter"))
    given(planning(table, council=[Act("counter")])).when(FACILITATOR, NextPhase()).then_also(
        PromiseJudged(PromiseId("p0"), Verdict.BROKEN, Reason.NO_BUDGET)
    )
