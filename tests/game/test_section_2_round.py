"""RULES section 2: a round, from Briefing to Reveal."""

import pytest
from msgspec.structs import replace

from game.acts import Act
from game.controls.chance import DrawCard, ShowHeadline
from game.controls.course import NextPhase, SetAutopilot, Start, TimeUp
from game.course.gates import clock_ends, waiting_for
from game.events.course import DueFell, PhaseBegan, Stopped
from game.events.dependencies import FactShown
from game.events.seats import ActResolved, AgencyMoved, Learned, PlanLocked, PlanSent, ReadySaid
from game.events.talk import Said
from game.events.tracks import AgendaShifted, CardDrawn, HeadlineShown, TrackMoved
from game.events.trust import TokenPlaced, TokenTaken
from game.model.table import Table
from game.talk.facts import ShowFact
from game.talk.messages import Say
from game.talk.pace import AskHelp, Done, Ready
from game.talk.plan import Plan
from game.talk.tokens import PlaceToken, TakeBack
from game.talk.votes import CallVote
from game.vocabulary import (
    CHANCE,
    CLOCK,
    FACILITATOR,
    HUB,
    CardId,
    DependencyId,
    Due,
    Holder,
    Phase,
    Rationality,
    Reason,
    SeatId,
    TextId,
    Topic,
    Track,
)
from tests.given import (
    ARCHIVE,
    COUNCIL,
    FEES,
    LIBRARY,
    MAPS,
    NAMES,
    dependency,
    given,
    joined,
    knowing,
    laid,
    planning,
    revealed,
    seat,
    seat_of,
    seats,
    side,
    tiny,
    trusting,
)

LETTERS = CardId("letters")


def briefed(table: Table, number: int) -> Table:
    """The table in the Briefing of this round, its cards drawn and its headline shown."""
    before = replace(table, phase=Phase.REVEAL, round=number - 1)
    return given(before).next().table


def test_income_is_one_with_some_support_and_two_with_much() -> None:
    for support, budget in ((2, 2), (3, 3), (6, 3), (7, 4)):
        table = replace(laid(), event_deck=(), support=support)
        assert seat_of(briefed(table, 2), "council").budget == budget


def test_income_stops_at_a_budget_of_eight() -> None:
    table = seats(replace(laid(), event_deck=(), support=9), budget=8)
    assert seat_of(briefed(table, 2), "council").budget == 8


def test_in_an_agenda_round_the_next_agenda_card_becomes_the_agenda() -> None:
    table = replace(laid(), event_deck=())
    then = given(replace(table, phase=Phase.REVEAL)).when(FACILITATOR, NextPhase())
    then.then_also(AgendaShifted(Rationality.ECONOMIC, CardId("cuts")))
    assert briefed(replace(table, round=2), 3).agenda is Rationality.LEGAL  # 3 is none in `tiny`


def test_without_a_card_left_the_agenda_stays() -> None:
    table = replace(laid(), event_deck=(), agenda_deck=())
    assert briefed(table, 2).agenda is Rationality.LEGAL


def test_briefing_runs_income_agenda_card_frame_check_headline_in_this_order() -> None:
    table = replace(laid(), phase=Phase.REVEAL, event_deck=(LETTERS,), support=5)
    begun = given(table).when(FACILITATOR, NextPhase())
    kinds = [type(one) for one in begun.events]
    assert kinds.index(PhaseBegan) < kinds.index(AgencyMoved) < kinds.index(AgendaShifted)
    assert begun.events[-1] == DueFell(Due.CARD)
    drawn = given(begun.table).when(CHANCE, DrawCard(LETTERS))
    drawn.then(
        DueFell(),
        CardDrawn(LETTERS, 0),
        TrackMoved(Track.COUNTER, 1, 1),
        TrackMoved(Track.SUPPORT, -2, 3),
        DueFell(Due.HEADLINE),
    )
    given(drawn.table).when(CHANCE, ShowHeadline(Rationality.TECHNICAL)).then(
        HeadlineShown(Rationality.TECHNICAL), DueFell()
    )


def test_support_follows_the_frame_from_round_two_and_more_in_an_agenda_round() -> None:
    fits = replace(laid(), event_deck=(), agenda_deck=(), frame=Rationality.LEGAL)
    fails = replace(fits, frame=Rationality.POLITICAL)
    assert (briefed(fits, 2).support, briefed(fails, 2).support) == (7, 3)
    assert (briefed(fits, 3).support, briefed(fails, 3).support) == (6, 4)
    lobby = replace(fits, phase=Phase.LOBBY, round=0)
    assert given(lobby).when(FACILITATOR, Start()).table.support == 5


def test_as_many_cards_are_drawn_as_the_ruleset_says() -> None:
    for count in (0, 1, 2, 3):
        params = replace(laid().params, cards_a_round=count)
        table = briefed(replace(laid(), params=params, played=()), 2)
        assert len(table.played) == count


def test_no_card_is_drawn_where_none_is_left() -> None:
    assert briefed(replace(laid(), event_deck=()), 2).played == ()


def test_seats_take_and_place_tokens_at_once() -> None:
    given(laid()).when(COUNCIL, PlaceToken(LIBRARY)).then(TokenPlaced(COUNCIL, LIBRARY)).when(
        COUNCIL, TakeBack(LIBRARY)
    ).then(TokenTaken(COUNCIL, LIBRARY))
    table = given(laid()).when(COUNCIL, PlaceToken(LIBRARY)).table
    assert (seat_of(table, "council").hand, table.trust(COUNCIL, LIBRARY)) == (3, 1)


def test_a_token_is_placed_with_somebody_else() -> None:
    given(laid()).when(COUNCIL, PlaceToken(COUNCIL)).refused(Reason.YOURSELF)
    given(laid()).when(COUNCIL, TakeBack(COUNCIL)).refused(Reason.YOURSELF)
    given(laid()).when(COUNCIL, PlaceToken(SeatId("nobody"))).refused(Reason.UNKNOWN)


def test_one_token_a_partner_and_round_may_be_placed() -> None:
    table = given(laid()).when(COUNCIL, PlaceToken(LIBRARY)).table
    given(table).when(COUNCIL, PlaceToken(LIBRARY)).refused(Reason.ONCE_A_ROUND)
    given(table).when(COUNCIL, PlaceToken(ARCHIVE)).then(TokenPlaced(COUNCIL, ARCHIVE))
    later = briefed(replace(table, event_deck=()), 2)
    given(replace(later, phase=Phase.TALK)).when(COUNCIL, PlaceToken(LIBRARY)).then(
        TokenPlaced(COUNCIL, LIBRARY)
    )


def test_a_token_needs_one_in_hand_and_room_at_the_partner() -> None:
    given(seat(laid(), COUNCIL, hand=0)).when(COUNCIL, PlaceToken(LIBRARY)).refused(
        Reason.NO_TOKENS
    )
    full = trusting(laid(), COUNCIL, LIBRARY, 1, earned=2)
    given(full).when(COUNCIL, PlaceToken(LIBRARY)).refused(Reason.TRUST_FULL)


def test_one_token_a_partner_and_round_may_be_taken_back_and_no_earned_one() -> None:
    table = trusting(laid(), COUNCIL, LIBRARY, 2)
    table = given(table).when(COUNCIL, TakeBack(LIBRARY)).table
    given(table).when(COUNCIL, TakeBack(LIBRARY)).refused(Reason.ONCE_A_ROUND)
    given(laid()).when(COUNCIL, TakeBack(LIBRARY)).refused(Reason.NONE_PLACED)
    earned = trusting(laid(), COUNCIL, LIBRARY, 0, earned=1)
    given(earned).when(COUNCIL, TakeBack(LIBRARY)).refused(Reason.EARNED_STAYS)


def test_a_token_placed_in_a_deal_stays_for_the_round() -> None:
    table = trusting(laid(), COUNCIL, LIBRARY, 1)
    bound = given(table, TokenPlaced(COUNCIL, LIBRARY, bound=True)).table
    given(bound).when(COUNCIL, TakeBack(LIBRARY)).then(TokenTaken(COUNCIL, LIBRARY))
    only = given(laid(), TokenPlaced(COUNCIL, LIBRARY, bound=True)).table
    given(only).when(COUNCIL, TakeBack(LIBRARY)).refused(Reason.BOUND_BY_DEAL)


def test_tokens_that_waive_an_objection_stay_until_it_is_answered_or_opened_again() -> None:
    table = trusting(joined(laid(), FEES), COUNCIL, LIBRARY, 2)
    held = side(table, FEES, COUNCIL, answered=False, held=2)
    given(held).when(COUNCIL, TakeBack(LIBRARY)).refused(Reason.HOLDS_OBJECTION)
    free = side(held, FEES, COUNCIL, held=1)
    given(free).when(COUNCIL, TakeBack(LIBRARY)).then(TokenTaken(COUNCIL, LIBRARY))
    given(table).when(COUNCIL, TakeBack(LIBRARY)).then(TokenTaken(COUNCIL, LIBRARY))


def test_a_fact_is_shown_to_one_seat_or_put_on_the_common_map() -> None:
    table = knowing(laid(), NAMES, by=[COUNCIL])
    given(table).when(COUNCIL, ShowFact(NAMES, ARCHIVE)).then(
        FactShown(NAMES, COUNCIL, ARCHIVE), Learned(ARCHIVE, NAMES)
    )
    common = given(table).when(COUNCIL, ShowFact(NAMES)).table
    assert common.dependency(NAMES).common
    assert all(NAMES in one.known for one in common.seats)
    given(common).when(LIBRARY, ShowFact(NAMES)).refused(Reason.COMMON_KNOWLEDGE)


def test_only_a_known_fact_is_shown_to_somebody_else() -> None:
    given(laid()).when(COUNCIL, ShowFact(NAMES)).refused(Reason.NOT_KNOWN)
    known = knowing(laid(), NAMES)
    given(known).when(COUNCIL, ShowFact(NAMES, COUNCIL)).refused(Reason.YOURSELF)
    given(known).when(COUNCIL, ShowFact(DependencyId("else"))).refused(Reason.UNKNOWN)
    given(known).when(COUNCIL, ShowFact(HUB)).refused(Reason.UNKNOWN)


def test_messages_are_public_or_in_confidence_and_have_the_topic_of_their_sender() -> None:
    given(laid()).when(COUNCIL, Say("t1", Topic.COST)).then(Said(COUNCIL, TextId("t1"), Topic.COST))
    given(laid()).when(COUNCIL, Say("t1", to=ARCHIVE)).then(
        Said(COUNCIL, TextId("t1"), Topic.CONTENT, ARCHIVE)
    )
    given(laid()).when(COUNCIL, Say("t1", to=COUNCIL)).refused(Reason.YOURSELF)


def test_talk_ends_when_all_seats_say_done() -> None:
    table = given(laid()).when(COUNCIL, Done()).table
    given(table).when(COUNCIL, Done()).refused(Reason.ALREADY)
    assert waiting_for(table) == (LIBRARY, ARCHIVE)
    back = given(table).when(COUNCIL, Done(done=False)).table
    for one in (LIBRARY, ARCHIVE):
        back = given(back).when(one, Done()).table
    assert back.phase is Phase.TALK
    given(back).when(COUNCIL, Done()).then_also(PhaseBegan(Phase.PLAN, 1, 60))


def test_nobody_waits_for_an_empty_or_a_dropped_seat() -> None:
    table = seat(laid(), ARCHIVE, holder=Holder.NOBODY)
    table = seat(table, LIBRARY, dropped=True)
    assert given(table).when(COUNCIL, Done()).table.phase is Phase.PLAN


def test_where_nobody_counts_no_gate_opens_by_itself() -> None:
    table = seats(laid(), dropped=True)
    assert given(table).when(COUNCIL, Done()).table.phase is Phase.TALK


def test_the_clock_ends_plan_and_vote_and_with_autopilot_the_others_too() -> None:
    def ends(phase: Phase, *, autopilot: bool) -> bool:
        return clock_ends(replace(laid(), phase=phase, autopilot=autopilot))

    assert [one for one in Phase if ends(one, autopilot=False)] == [Phase.PLAN, Phase.VOTE]
    waiting = set(Phase) - {Phase.ENDED}
    assert {one for one in Phase if ends(one, autopilot=True)} == waiting
    assert not clock_ends(replace(laid(Phase.PLAN), paused=True))
    assert not clock_ends(replace(laid(Phase.PLAN), due=Due.HAPHAZARD))


def test_the_clock_names_the_phase_that_it_means_and_ends_no_other() -> None:
    table = laid(Phase.TALK)
    given(table).when(CLOCK, TimeUp(Phase.TALK, 1)).refused(Reason.WRONG_PHASE)
    piloted = given(table).when(FACILITATOR, SetAutopilot(on=True)).table
    assert given(piloted).when(CLOCK, TimeUp(Phase.TALK, 1)).table.phase is Phase.PLAN
    given(piloted).when(CLOCK, TimeUp(Phase.TALK, 2)).refused(Reason.WRONG_PHASE)
    given(piloted).when(CLOCK, TimeUp(Phase.PLAN, 1)).refused(Reason.WRONG_PHASE)


def test_plans_are_secret_and_the_last_one_sent_counts() -> None:
    table = planning(laid())
    first, second = (Act("guard"),), (Act("lobby"), Act("counter"))
    table = given(table).when(COUNCIL, Plan(first)).then(PlanSent(COUNCIL, first)).table
    table = given(table).when(COUNCIL, Ready()).then(ReadySaid(COUNCIL, ready=True)).table
    given(table).when(COUNCIL, Ready()).refused(Reason.ALREADY)
    given(table).when(COUNCIL, Plan(second)).then(
        PlanSent(COUNCIL, second), ReadySaid(COUNCIL, ready=False)
    )


def test_ready_may_be_withdrawn_until_all_are() -> None:
    table = planning(laid(), council=[Act("guard")])
    for one in (COUNCIL, LIBRARY):
        table = given(table).when(one, Ready()).table
    table = given(table).when(LIBRARY, Ready(ready=False)).table
    table = given(table).when(ARCHIVE, Ready()).table
    assert table.phase is Phase.PLAN
    assert given(table).when(LIBRARY, Ready()).table.phase is Phase.REVEAL


def test_a_seat_without_a_plan_passes_by_default() -> None:
    given(planning(laid(), council=[])).when(FACILITATOR, NextPhase()).then_also(
        PlanLocked(COUNCIL, ()), PlanLocked(LIBRARY, (), by_default=True)
    )


@pytest.mark.parametrize(
    ("acts", "reason"),
    [
        ([Act("guard")] * 4, Reason.OVER_CAPACITY),
        ([Act("dance")], Reason.UNKNOWN),
        ([Act("map", DependencyId("else"))], Reason.UNKNOWN),
        ([Act("map")], Reason.UNKNOWN),
        ([Act("guard", NAMES)], Reason.UNKNOWN),
        ([Act("answer", NAMES)], Reason.UNKNOWN),
        ([Act("build", HUB)], Reason.UNKNOWN),
        ([Act("map", HUB)], Reason.UNKNOWN),
        ([Act("reform", seat=SeatId("nobody"))], Reason.UNKNOWN),
        ([Act("scan"), Act("scan")], Reason.SAME_TWICE),
        ([Act("map", NAMES), Act("map", NAMES)], Reason.SAME_TWICE),
        ([Act("answer", NAMES, LIBRARY)] * 2, Reason.SAME_TWICE),
        ([Act("frame", frame=Rationality.LEGAL)] * 2, Reason.SAME_TWICE),
        ([Act("direct", NAMES)] * 2, Reason.SAME_TWICE),
        ([Act("sign", NAMES)] * 2, Reason.SAME_TWICE),
    ],
)
def test_a_plan_is_refused_for_its_form(acts: list[Act], reason: Reason) -> None:
    given(planning(laid())).when(COUNCIL, Plan(tuple(acts))).refused(reason)


def test_a_plan_is_not_refused_for_what_it_lacks_now() -> None:
    acts = (Act("map", FEES), Act("answer", FEES, LIBRARY), Act("sign", FEES))
    given(planning(laid())).when(COUNCIL, Plan(acts)).then(PlanSent(COUNCIL, acts))
    twice = (Act("build", FEES), Act("build", FEES), Act("portal"))
    given(planning(laid())).when(COUNCIL, Plan(twice)).then(PlanSent(COUNCIL, twice))


def test_map_answer_and_sign_of_one_dependency_work_in_one_round() -> None:
    table = revealed(
        laid(),
        council=[Act("map", FEES), Act("answer", FEES, LIBRARY), Act("sign", FEES)],
        library=[Act("answer", FEES, COUNCIL), Act("sign", FEES)],
    )
    assert all(one.worked for one in table.resolved)


def test_kinds_are_resolved_in_order_and_seats_from_round_mod_seats() -> None:
    table = replace(knowing(laid(), MAPS), round=2)
    given(
        planning(
            table,
            council=[Act("guard"), Act("scan")],
            library=[Act("scan")],
            archive=[Act("guard"), Act("scan")],
        )
    ).when(FACILITATOR, NextPhase()).then_also(
        ActResolved(ARCHIVE, Act("scan"), worked=True),
        ActResolved(COUNCIL, Act("scan"), worked=True),
        ActResolved(LIBRARY, Act("scan"), worked=True),
        ActResolved(ARCHIVE, Act("guard"), worked=False, reason=Reason.AUTONOMY_LIMIT),
        ActResolved(COUNCIL, Act("guard"), worked=False, reason=Reason.AUTONOMY_LIMIT),
    )


def test_an_action_that_fails_pays_no_budget() -> None:
    table = replace(laid(), counter=6)
    assert seat_of(revealed(table, council=[Act("counter")]), "council").budget == 2


def test_a_project_without_support_is_stopped_at_the_end_of_a_reveal() -> None:
    given(planning(replace(laid(), support=0))).when(FACILITATOR, NextPhase()).then_also(Stopped())
    stopped = given(revealed(replace(laid(), support=0, round=3))).next().table
    assert stopped.phase is Phase.ENDED


def test_a_launch_vote_may_be_called_late_in_the_game_and_the_call_taken_back() -> None:
    given(laid()).when(COUNCIL, CallVote()).refused(Reason.TOO_EARLY)
    table = replace(laid(), round=2)
    table = given(table).when(COUNCIL, CallVote()).table
    given(table).when(COUNCIL, CallVote()).refused(Reason.ALREADY)
    alone = given(replace(table, phase=Phase.REVEAL, event_deck=())).next().table
    assert alone.phase is Phase.BRIEFING
    both = given(table).when(ARCHIVE, CallVote()).table
    assert given(replace(both, phase=Phase.REVEAL)).next().table.phase is Phase.VOTE


def test_a_seat_may_ask_for_help_at_any_time() -> None:
    for phase in Phase:
        table = replace(laid(phase), paused=True, due=Due.CARD)
        table = given(table).when(COUNCIL, AskHelp()).table
        assert seat_of(table, "council").asks_help
        given(table).when(COUNCIL, AskHelp()).refused(Reason.ALREADY)


def test_nobody_talks_out_of_phase_in_a_pause_or_while_chance_draws() -> None:
    for phase, reason in (
        (Phase.LOBBY, Reason.NOT_STARTED),
        (Phase.REVEAL, Reason.WRONG_PHASE),
        (Phase.ENDED, Reason.GAME_ENDED),
    ):
        given(laid(phase)).when(COUNCIL, Done()).refused(reason)
    given(replace(laid(), paused=True)).when(COUNCIL, Done()).refused(Reason.PAUSED)
    given(replace(laid(), due=Due.CARD)).when(COUNCIL, Done()).refused(Reason.CHANCE_IS_DUE)
    given(laid()).when("somebody", Done()).refused(Reason.NOT_YOURS)


def test_the_headline_is_the_next_agenda_or_any_frame() -> None:
    def headlines(share: float) -> set[Rationality | None]:
        params = replace(tiny().params, headline_share=share)
        table = replace(laid(), phase=Phase.REVEAL, event_deck=(), params=params, round=2)
        return {given(replace(table, seed=str(n))).next().table.headline for n in range(40)}

    assert headlines(1) == {Rationality.ECONOMIC}
    assert headlines(0) == set(Rationality)


def test_income_and_the_round_s_own_limits_begin_anew() -> None:
    table = dependency(joined(laid(), NAMES), NAMES, boosted=True)
    table = seats(table, placed_with=(ARCHIVE,), taken_from=(ARCHIVE,), bound_to=(ARCHIVE,))
    later = briefed(replace(table, event_deck=(), lobbied=2, signings=2, freeze=1, audit=True), 2)
    assert (later.lobbied, later.signings, later.freeze, later.audit) == (0, 0, None, False)
    assert not later.dependency(NAMES).boosted
    assert seat_of(later, "council").placed_with == ()
    assert seat_of(later, "council").autonomy_lost == 0
    assert seat_of(later, "council").budget == 3
