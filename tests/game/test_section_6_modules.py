"""RULES section 6: governance, architectures, inner house, first game."""

import pytest
from msgspec.structs import replace

from game.acts import Act
from game.chance import owed
from game.controls.cards import Inject
from game.controls.chance import Spoil
from game.controls.course import NextPhase, Start
from game.course.launch import passed
from game.effects.shared import Directives
from game.events.course import DueFell
from game.events.dependencies import Reopened
from game.events.seats import ArchitectureBacked, GovernanceBacked
from game.events.tracks import ArchitectureAdopted, EffectIdle, GovernanceAdopted
from game.model.params import Modules
from game.model.table import Table
from game.opening import Setup, open_command
from game.ruleset import Card
from game.talk.backing import BackArchitecture, BackGovernance
from game.talk.plan import Plan
from game.vocabulary import (
    CHANCE,
    FACILITATOR,
    HUB,
    Architecture,
    CardId,
    CardKind,
    Context,
    Due,
    Governance,
    PersonId,
    Phase,
    Rationality,
    Reason,
    SeatId,
    State,
    Verdict,
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
    answered,
    common,
    given,
    housed,
    joined,
    knowing,
    laid,
    outcome_of,
    planning,
    promised,
    revealed,
    seat,
    seat_of,
    seats,
    side,
    tiny,
)

CENTRAL, CLEARING = Architecture.CENTRAL, Architecture.CLEARING_HOUSE


# --- governance


def unsettled() -> Table:
    return replace(laid(), governance=None, directives=0, modules=Modules(None, inner_house=False))


def test_governance_is_backed_in_round_one_and_adopted_at_plan() -> None:
    table = unsettled()
    back = BackGovernance(Governance.NETWORK)
    table = (
        given(table).when(COUNCIL, back).then(GovernanceBacked(COUNCIL, Governance.NETWORK)).table
    )
    given(table).when(COUNCIL, back).refused(Reason.ALREADY)
    table = given(table).when(LIBRARY, back).table
    adopted = given(table).when(FACILITATOR, NextPhase())
    adopted.then_also(GovernanceAdopted(Governance.NETWORK))
    assert adopted.table.directives == 0
    given(replace(adopted.table, phase=Phase.TALK)).when(COUNCIL, back).refused(Reason.ALREADY)


def test_without_more_than_half_it_is_hybrid() -> None:
    table = given(unsettled()).when(COUNCIL, BackGovernance(Governance.HIERARCHY)).table
    hybrid = given(table).when(FACILITATOR, NextPhase())
    hybrid.then_also(GovernanceAdopted(Governance.HYBRID, by_default=True))
    assert hybrid.table.directives == 3


@pytest.mark.parametrize("governance", list(Governance))
def test_a_card_about_directives_before_a_governance_is_in_force_says_that_it_did_nothing(
    governance: Governance,
) -> None:
    # given a governance that is still open in round 1, and most seats behind one
    table = seats(unsettled(), governance=governance)
    card = Card(
        id=CardId("more"), kind=CardKind.POLITICAL, effects=(Directives(by=1), Directives(by=2))
    )
    laid_down = given(table).when(FACILITATOR, Inject(written=card, text="more"))
    laid_down.then_also(EffectIdle(card.id, "directives"))
    # when it settles, then its own number of directives holds, and what was said stays true
    settled = given(laid_down.table).when(FACILITATOR, NextPhase()).table
    without = given(table).when(FACILITATOR, NextPhase()).table
    assert settled.directives == without.directives


def test_backing_may_be_taken_back() -> None:
    table = given(unsettled()).when(COUNCIL, BackGovernance(Governance.NETWORK)).table
    given(table).when(COUNCIL, BackGovernance()).then(GovernanceBacked(COUNCIL, None))


def test_a_governance_set_at_set_up_comes_with_its_directives() -> None:
    for governance, directives in (
        (Governance.NETWORK, 0),
        (Governance.HYBRID, 3),
        (Governance.HIERARCHY, 2),
    ):
        table = open_command(tiny(), Setup("s", governance=governance)).table
        assert (table.governance, table.directives) == (governance, directives)
    assert open_command(tiny(), Setup("s", open_governance=True)).table.governance is None


def test_hierarchy_fills_up_its_directives_each_round_and_hybrid_does_not() -> None:
    spent = replace(laid(Phase.REVEAL), directives=0, event_deck=())
    assert given(spent).next().table.directives == 0
    ruled = replace(spent, governance=Governance.HIERARCHY)
    assert given(ruled).next().table.directives == 2
    assert given(replace(ruled, directives=2)).next().table.directives == 2


@pytest.mark.parametrize(
    ("governance", "votes", "passes"),
    [
        (Governance.NETWORK, (True, True, False), True),
        (Governance.NETWORK, (True, None, False), False),
        (Governance.HYBRID, (False, True, True), True),
        (Governance.HYBRID, (True, None, None), False),
        (Governance.HIERARCHY, (True, True, False), True),
        (Governance.HIERARCHY, (False, True, True), False),
        (Governance.HIERARCHY, (True, False, None), False),
    ],
)
def test_what_a_launch_vote_needs_under_each_governance(
    governance: Governance, votes: tuple[bool | None, ...], *, passes: bool
) -> None:
    assert passed(replace(laid(), governance=governance), votes) is passes


def test_half_is_enough_for_a_sponsor_and_not_for_a_hybrid() -> None:
    four = (True, True, False, None)
    assert passed(replace(laid(), governance=Governance.HIERARCHY), four)
    assert not passed(replace(laid(), governance=Governance.HYBRID), four)


# --- architectures


def backing(
    table: Table, architecture: Architecture, *who: SeatId, host: SeatId | None = None
) -> Table:
    for one in who:
        table = given(table).when(one, BackArchitecture(architecture, host)).table
    return table


def test_two_thirds_adopt_an_architecture_at_once() -> None:
    table = backing(laid(), CLEARING, COUNCIL)
    assert table.architecture is Architecture.EXCHANGE
    given(table).when(LIBRARY, BackArchitecture(CLEARING)).then_also(
        ArchitectureBacked(LIBRARY, CLEARING), ArchitectureAdopted(CLEARING)
    )
    again = backing(table, CLEARING, LIBRARY)
    given(again).when(ARCHIVE, BackArchitecture(CLEARING)).then(
        ArchitectureBacked(ARCHIVE, CLEARING)
    )


def test_central_needs_its_host_among_its_backers() -> None:
    without = backing(laid(), CENTRAL, COUNCIL, LIBRARY, host=ARCHIVE)
    assert without.architecture is Architecture.EXCHANGE
    with_host = backing(laid(), CENTRAL, COUNCIL, ARCHIVE, host=ARCHIVE)
    assert (with_host.architecture, with_host.host) == (CENTRAL, ARCHIVE)


def test_backing_names_a_host_for_central_alone_and_says_something_new() -> None:
    given(laid()).when(COUNCIL, BackArchitecture(CENTRAL)).refused(Reason.OUT_OF_RANGE)
    given(laid()).when(COUNCIL, BackArchitecture(CLEARING, ARCHIVE)).refused(Reason.OUT_OF_RANGE)
    given(laid()).when(COUNCIL, BackArchitecture()).refused(Reason.ALREADY)
    off = replace(laid(), modules=replace(laid().modules, architectures=False))
    given(off).when(COUNCIL, BackArchitecture(CLEARING)).refused(Reason.MODULE_OFF)
    assert not [one for one in given(off).offers(COUNCIL) if isinstance(one, BackArchitecture)]


def test_another_architecture_opens_everything_again_and_keeps_answers() -> None:
    table = joined(joined(laid(), NAMES, State.LIVE), FEES, State.SUSPENDED)
    table = side(table, FEES, LIBRARY, answered=False, protest=True, held=1)
    adopted = given(backing(table, CLEARING, COUNCIL)).when(LIBRARY, BackArchitecture(CLEARING))
    adopted.then_also(Reopened(NAMES), Reopened(FEES))
    one, other = adopted.table.dependency(NAMES), adopted.table.dependency(FEES)
    assert (one.state, one.progress, one.signed_round) == (State.OPEN, 0, None)
    assert (one.sides[0].answered, one.common) == (True, True)
    assert (other.sides[1].protest, other.sides[1].held) == (False, 0)
    assert adopted.table.seats[0].autonomy == table.seats[0].autonomy


def weights(table: Table) -> list[tuple[int, int]]:
    return [(one.sensitivity, one.effort) for one in table.dependencies]


@pytest.mark.parametrize(
    ("context", "architecture", "expected"),
    [
        (Context.PLAIN, CLEARING, {NAMES: (1, 2), FINES: (2, 3)}),
        (Context.PLAIN, CENTRAL, {NAMES: (2, 1), FINES: (3, 1)}),
        (Context.HUB_BY_LAW, CLEARING, {NAMES: (1, 1), FINES: (2, 2)}),
        (Context.STRONG_REGISTERS, CENTRAL, {NAMES: (1, 1), FINES: (3, 1)}),
        (Context.STRONG_REGISTERS, CLEARING, {NAMES: (1, 1), FINES: (2, 2)}),
        (Context.FEDERAL, CLEARING, {NAMES: (1, 2), FINES: (3, 3)}),
    ],
)
def test_architecture_and_context_change_the_weights(
    context: Context, architecture: Architecture, expected: dict[str, tuple[int, int]]
) -> None:
    host = COUNCIL if architecture is CENTRAL else None
    table = backing(replace(laid(), context=context), architecture, COUNCIL, LIBRARY, host=host)
    found = {one.id: (one.sensitivity, one.effort) for one in table.dependencies}
    assert found.items() >= expected.items()


def test_nothing_goes_live_before_the_hub_stands() -> None:
    table = seat(seat(joined(laid(), NAMES, progress=1), COUNCIL, routines=1), LIBRARY, routines=1)
    table = replace(table, architecture=CLEARING, hub_progress=5)
    assert revealed(table).dependency(NAMES).state is State.SIGNED
    given(planning(table)).when(ARCHIVE, Plan((Act("build", HUB),))).then_also()
    built = revealed(table, archive=[Act("build", HUB)])
    assert built.dependency(NAMES).state is State.LIVE
    by_law = replace(table, context=Context.HUB_BY_LAW, hub_progress=2)
    assert revealed(by_law).dependency(NAMES).state is State.LIVE


def test_another_hub_is_built_from_the_ground() -> None:
    table = replace(laid(), architecture=CLEARING, hub_progress=6)
    table = backing(table, CENTRAL, COUNCIL, LIBRARY, host=COUNCIL)
    assert backing(table, CLEARING, COUNCIL, LIBRARY).hub_progress == 0


def central() -> Table:
    return replace(laid(), architecture=CENTRAL, host=ARCHIVE)


def test_under_central_only_the_host_needs_room_and_carries_all() -> None:
    table = seat(joined(central(), NAMES, progress=1), ARCHIVE, routines=1)
    assert revealed(table).dependency(NAMES).state is State.LIVE
    assert revealed(seat(table, ARCHIVE, routines=0)).dependency(NAMES).state is State.SIGNED
    full = table
    for one in (FEES, FINES, TITLES, MAPS):
        full = joined(full, one, State.LIVE)
    assert revealed(common(full, NAMES)).dependency(NAMES).state is State.SIGNED


def test_under_central_any_seat_may_reform_the_host_and_pays() -> None:
    table = revealed(central(), council=[Act("reform", seat=ARCHIVE)])
    assert seat_of(table, "archive").routines == 1
    assert [one.budget for one in table.seats] == [1, 2, 2]
    full = revealed(seat(central(), ARCHIVE, routines=3), council=[Act("reform", seat=ARCHIVE)])
    assert outcome_of(full, COUNCIL, "reform") == (False, Reason.ROUTINES_FULL)
    host = revealed(central(), archive=[Act("reform", seat=ARCHIVE)])
    assert seat_of(host, "archive").routines == 1


def test_under_central_a_signing_costs_every_side_but_the_host_one_more() -> None:
    def autonomy(table: Table) -> list[int]:
        table = answered(knowing(table, MAPS), MAPS)
        done = revealed(table, council=[Act("sign", MAPS)], archive=[Act("sign", MAPS)])
        return [one.autonomy for one in done.seats]

    assert autonomy(central()) == [8, 10, 9]
    assert autonomy(replace(central(), context=Context.STRONG_REGISTERS)) == [9, 10, 9]


# --- inner house


def house_reveal(table: Table, *spoilt: tuple[SeatId, int], **plans: list[Act]) -> Table:
    """The reveal after chance spoilt these."""
    locked = given(planning(table, **plans)).when(FACILITATOR, NextPhase()).table
    return given(locked).when(CHANCE, Spoil(spoilt)).table


def backings(table: Table) -> list[int]:
    return [one.backing for one in table.seats]


def test_backing_falls_with_a_protest_and_with_much_autonomy_lost() -> None:
    table = answered(common(housed(), NAMES), NAMES)
    once = house_reveal(table, council=[Act("sign", NAMES)], library=[Act("sign", NAMES)])
    assert backings(once) == [3, 3, 3]
    protest = house_reveal(common(housed(), NAMES), council=[Act("direct", NAMES)])
    assert backings(protest) == [1, 1, 3]  # -1 for the protest, -1 for two of autonomy


def test_autonomy_lost_counts_net_over_the_round() -> None:
    table = seat(common(housed(), NAMES), COUNCIL, autonomy=8)
    plans = {"council": [Act("direct", NAMES), Act("portal")]}
    assert backings(house_reveal(table, **plans)) == [2, 1, 3]


def test_a_reform_is_backed_at_home() -> None:
    assert backings(house_reveal(housed(), council=[Act("reform")])) == [4, 3, 3]
    full = seat(housed(), COUNCIL, backing=5)
    assert backings(house_reveal(full, council=[Act("reform")])) == [5, 3, 3]


def test_an_agenda_of_the_own_logic_is_backed_at_home() -> None:
    table = replace(housed(), phase=Phase.REVEAL, event_deck=(), agenda=Rationality.TECHNICAL)
    table = replace(table, agenda_deck=tuple(reversed(table.agenda_deck)))
    assert backings(given(table).next().table) == [3, 3, 3]  # no news
    news = replace(table, agenda=Rationality.LEGAL)
    assert backings(given(news).next().table) == [3, 3, 4]


def test_without_backing_a_seat_has_one_action_point_fewer() -> None:
    table = planning(seat(housed(), COUNCIL, backing=0))
    given(table).when(COUNCIL, Plan((Act("guard"),) * 3)).refused(Reason.OVER_CAPACITY)
    given(table).when(LIBRARY, Plan((Act("guard"),) * 3)).then_also()


def test_chance_has_its_moment_in_every_reveal_so_that_it_tells_nothing() -> None:
    given(planning(housed())).when(FACILITATOR, NextPhase()).then_also(DueFell(Due.HAPHAZARD))
    assert given(planning(housed())).next().table.phase is Phase.REVEAL


def test_what_the_own_house_spoils_fails_and_lets_a_promise_lapse() -> None:
    table = promised(seat(housed(), COUNCIL, backing=0), COUNCIL, LIBRARY, Act("map", NAMES))
    done = house_reveal(table, (COUNCIL, 0), council=[Act("map", NAMES), Act("map", FEES)])
    assert outcome_of(done, COUNCIL, "map") == (False, Reason.HAPHAZARD)
    assert seat_of(done, "council").known == (FEES,)
    assert done.promises[0].verdict is Verdict.LAPSED


def test_a_spoilt_action_seconds_no_frame_and_meets_no_signature() -> None:
    table = answered(knowing(seat(housed(), LIBRARY, backing=0), NAMES), NAMES)
    frame = Act("frame", frame=Rationality.LEGAL)
    plans = {"council": [Act("sign", NAMES), frame], "library": [Act("sign", NAMES), frame]}
    done = house_reveal(table, (LIBRARY, 0), (LIBRARY, 1), **plans)
    assert outcome_of(done, COUNCIL, "sign") == (False, Reason.PARTNER_DID_NOT_SIGN)
    assert outcome_of(done, COUNCIL, "frame") == (False, Reason.NOT_SECONDED)


def test_chance_spoils_only_the_plans_of_houses_without_backing() -> None:
    table = planning(seat(housed(), COUNCIL, backing=0), council=[Act("guard")])
    locked = given(seat(table, LIBRARY, plan=(Act("guard"),))).when(FACILITATOR, NextPhase()).table
    given(locked).when(CHANCE, Spoil(((LIBRARY, 0),))).refused(Reason.OUT_OF_RANGE)
    given(locked).when(CHANCE, Spoil(((COUNCIL, 1),))).refused(Reason.OUT_OF_RANGE)
    given(locked).when(CHANCE, Spoil(((COUNCIL, 0),) * 2)).refused(Reason.OUT_OF_RANGE)
    given(locked).when(CHANCE, Spoil()).then_also(DueFell())


def test_about_a_quarter_of_the_actions_of_a_house_without_backing_fail() -> None:
    spoilt = 0
    for number in range(200):
        table = planning(
            replace(seat(housed(), COUNCIL, backing=0), seed=str(number)),
            council=[Act("guard"), Act("portal")],
        )
        command = owed(given(table).when(FACILITATOR, NextPhase()).table, tiny())
        assert isinstance(command, Spoil)
        spoilt += len(command.acts)
    assert 70 <= spoilt <= 130  # of 400


def test_higher_routines_need_own_dependencies_joined() -> None:
    table = seat(housed(), COUNCIL, routines=1)
    alone = house_reveal(table, council=[Act("reform")])
    assert outcome_of(alone, COUNCIL, "reform") == (False, Reason.ROUTINES_NEEDED)
    helped = house_reveal(joined(table, NAMES), council=[Act("reform")])
    assert seat_of(helped, "council").routines == 2
    third = seat(joined(table, NAMES), COUNCIL, routines=2)
    assert outcome_of(house_reveal(third, council=[Act("reform")]), COUNCIL, "reform") == (
        False,
        Reason.ROUTINES_NEEDED,
    )
    elsewhere = seat(joined(housed(), TITLES), COUNCIL, routines=1)
    assert not outcome_of(house_reveal(elsewhere, council=[Act("reform")]), COUNCIL, "reform")[0]


# --- first game


def first_game() -> Table:
    return open_command(tiny(), Setup("s", first_game=True, bots="random")).table


def test_a_first_game_leaves_modules_out_and_starts_with_more_support() -> None:
    table = first_game()
    assert (table.modules.architectures, table.modules.inner_house, table.modules.scan) == (
        False,
        False,
        False,
    )
    assert (table.support, table.practice) == (6, True)
    given(planning(table)).when(COUNCIL, Plan((Act("scan"),))).refused(Reason.MODULE_OFF)


def test_the_practice_round_does_not_count() -> None:
    table = given(first_game()).when(FACILITATOR, Start()).table
    people = {"person": PersonId("ann"), "sharers": (PersonId("ben"),)}
    table = seat(table, COUNCIL, asks_help=True, **people)
    assert table.round == 0
    played = replace(given(table).chance().until(Phase.REVEAL).table, counter=5)
    dealt = given(played).next().table
    assert (dealt.phase, dealt.counter, dealt.practice, dealt.practised) == (
        Phase.LOBBY,
        0,
        False,
        True,
    )
    assert [one.concern for one in dealt.seats] == [one.concern for one in table.seats]
    assert [one.holder for one in dealt.seats] == [one.holder for one in table.seats]
    assert seat_of(dealt, "council").asks_help
    assert seat_of(dealt, "council").people == ("ann", "ben")
    assert dealt.past == ()
    assert given(dealt).when(FACILITATOR, Start()).table.round == 1


def test_a_pause_outlasts_the_fresh_deal() -> None:
    table = replace(first_game(), phase=Phase.REVEAL, due=Due.DEAL, paused=True, emergency=True)
    dealt = given(table).chance().table
    assert (dealt.paused, dealt.emergency) == (True, True)


def test_the_fresh_deal_has_other_truths_and_decks() -> None:
    first = first_game()
    dealt = given(replace(first, phase=Phase.REVEAL, due=Due.DEAL)).chance().table
    assert first.event_deck != dealt.event_deck
    assert [one.real for one in first.dependencies] != [one.real for one in dealt.dependencies]


def test_practice_shows_none_of_the_first_cards() -> None:
    table = given(first_game()).when(FACILITATOR, Start()).table
    assert given(table).chance().table.played == (table.event_deck[-1],)
