"""What the looking-ahead bots imagine, try, deal, plan and vote."""

import pytest
from msgspec.structs import replace

from game.acts import Act, Pledge, Terms
from game.bots.ahead import cards, choosing, room
from game.bots.ahead.dealing import Dealer
from game.bots.ahead.ending import Judge, met, steps
from game.bots.ahead.ideas import ideas, on_work
from game.bots.ahead.picture import Picture, agenda_ahead, futures_of, picture_of, unbuilt
from game.bots.ahead.player import Ahead
from game.bots.ahead.trying import apply
from game.bots.personality import Personality
from game.effects import AnyEffect
from game.effects.agencies import Agency
from game.effects.dependencies import Reveal, Turn, Weigh
from game.effects.shared import Freeze, Track
from game.forms import SeatCommand
from game.goals import Amount, Measure
from game.model.cards import Standing
from game.model.table import Table
from game.ruleset import Ruleset
from game.talk.backing import BackArchitecture, BackGovernance
from game.talk.deals import Accept, Decline, Offer
from game.talk.facts import ShowFact
from game.talk.messages import Say
from game.talk.pace import Done
from game.talk.plan import Plan
from game.talk.tokens import PlaceToken, TakeBack
from game.talk.votes import CallVote, CastVote, Choose
from game.vocabulary import (
    HUB,
    Architecture,
    CardId,
    Context,
    Governance,
    Holding,
    Phase,
    Rationality,
    SeatId,
    State,
    Topic,
    Verdict,
)
from game.vocabulary import Track as SharedTrack
from game.voices import Why
from tests.game.test_bots import ALWAYS, SELFISH, Fixed, known_to_all, look_of, offered, paper, seen
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


def judge_of(
    table: Table,
    which: SeatId = COUNCIL,
    habits: Personality = ALWAYS,
    rules: Ruleset | None = None,
) -> Judge:
    look = look_of(table, which, rules)
    return Judge(look, habits, futures_of(look, Fixed(), foresees=True))


def dealer_of(table: Table, which: SeatId = COUNCIL, habits: Personality = ALWAYS) -> Dealer:
    judge = judge_of(table, which, habits)
    return Dealer(judge, picture_of(judge.look), Fixed())


def wants(
    table: Table, which: SeatId = COUNCIL, habits: Personality = ALWAYS, *, share: float = 0.0
) -> list[SeatCommand]:
    moves = Ahead("x", habits).choose(seen(table, which), paper(table, which), Fixed(share))
    return [one.command for one in moves]


def planned(table: Table, which: SeatId = COUNCIL, habits: Personality = ALWAYS) -> tuple[Act, ...]:
    roomy = seats(replace(table, phase=Phase.PLAN), capacity=8, budget=8)
    (first, *_) = wants(roomy, which, habits)
    assert isinstance(first, Plan)
    return first.acts


def tried(table: Table, act: Act, which: SeatId = COUNCIL, sure: float = 1.0) -> Picture:
    look = look_of(table, which)
    picture = picture_of(look)
    apply(look, picture, act, sure)
    return picture


# --- the picture and its futures


def test_a_future_fits_what_is_known_and_what_was_announced() -> None:
    table = knowing(laid(), NAMES, by=[COUNCIL])
    look = look_of(dependency(table, NAMES, real=True))
    for one in futures_of(look, Fixed(), foresees=True):
        assert look.board.places[NAMES] in one.real
        assert len(one.real) == table.need + 1


def test_who_does_not_foresee_expects_the_agenda_of_today() -> None:
    first = laid().params.agenda_rounds[0]
    table = replace(laid(), round=first - 1, headline=Rationality.LEGAL)
    table = replace(table, agenda=Rationality.POLITICAL)
    look = look_of(table)
    assert agenda_ahead(look, Fixed(), foresees=False) is Rationality.POLITICAL
    assert agenda_ahead(look, Fixed(), foresees=True) is Rationality.LEGAL
    assert agenda_ahead(look, Fixed(0.9), foresees=True) in Rationality  # a rumour may be false
    scanned = look_of(seat(table, COUNCIL, scanned=Rationality.TECHNICAL))
    assert agenda_ahead(scanned, Fixed(), foresees=True) is Rationality.TECHNICAL


def test_a_seat_counts_on_its_partner_for_half_of_the_building() -> None:
    table = joined(laid(), FINES)  # effort 2
    look = look_of(table)
    work = look.work(FINES)
    assert work is not None
    assert unbuilt(look, work) == 1
    theirs = promised(table, LIBRARY, COUNCIL, Act("build", FINES))
    look = look_of(theirs)
    work = look.work(FINES)
    assert work is not None
    assert unbuilt(look, work) == 1
    outside = look_of(joined(laid(), LOANS)).work(LOANS)
    assert outside is not None
    assert unbuilt(look, outside) == 0


# --- trying things out


def test_every_act_leaves_its_mark_on_the_picture() -> None:
    table = replace(laid(), agenda=Rationality.LEGAL, frame=Rationality.LEGAL, counter=1)
    table = seats(table, autonomy=5)
    before = picture_of(look_of(table))
    assert tried(table, Act("counter")).support == before.support + 1
    assert tried(table, Act("lobby")).support > before.support
    assert tried(table, Act("scan")).support > before.support
    assert tried(table, Act("guard")).autonomy == 6
    assert tried(table, Act("reform")).routines == before.routines + 1
    assert tried(table, Act("portal")).portals == 1
    frame = Act("frame", frame=Rationality.ECONOMIC)
    assert tried(table, frame).frame is Rationality.ECONOMIC
    assert tried(table, frame, sure=0.2).frame is Rationality.LEGAL
    assert tried(table, Act("no_guard")) == before
    assert tried(table, Act("build", HUB)).hands == before.hands + 1


def test_hurting_those_who_trust_costs_what_they_would_have_done() -> None:
    table = trusting(seats(laid(), autonomy=5), LIBRARY, COUNCIL, 2)
    before = picture_of(look_of(table))
    after = tried(table, Act("guard"))
    assert (after.tokens, after.hands < before.hands) == (before.tokens - 1, True)


def test_reform_pays_for_the_host_of_all_and_not_beyond_its_end() -> None:
    table = replace(laid(), architecture=Architecture.CENTRAL, host=LIBRARY)
    before = picture_of(look_of(table))
    assert tried(table, Act("reform", seat=LIBRARY)).hands > before.hands
    full = seats(laid(), routines=3)
    assert tried(full, Act("reform")).hands == picture_of(look_of(full)).hands


def test_an_answer_ends_a_protest_and_an_order_may_begin_one() -> None:
    table = side(joined(laid(), FEES), FEES, LIBRARY, answered=False, protest=True)
    assert picture_of(look_of(table)).protests == 1
    assert tried(table, Act("answer", FEES, LIBRARY)).protests == 0
    again = tried(answered(table, FEES), Act("answer", FEES, LIBRARY))
    assert again.work == picture_of(look_of(answered(table, FEES))).work
    ordered = tried(known_to_all(LOANS), Act("direct", LOANS))
    assert ordered.protests == 1
    assert tried(known_to_all(FEES), Act("direct", FEES)).autonomy < 10


def test_a_signature_that_will_not_come_changes_nothing() -> None:
    table = answered(known_to_all(FEES), FEES)
    place = look_of(table).board.places[FEES]
    assert not tried(table, Act("sign", FEES), sure=0.0).signed[place]
    assert tried(table, Act("sign", FEES)).signed[place]
    assert tried(table, Act("sign", FEES)).autonomy == 9


def test_what_is_live_already_gains_nothing_by_a_deal() -> None:
    dealer = dealer_of(joined(laid(), FEES, state=State.LIVE))
    before = dealer.base.copy()
    dealer.happen(dealer.base, [Act("build", FEES)], 1.0)
    assert dealer.base == before
    loose = side(joined(laid(), FEES, state=State.LIVE), FEES, LIBRARY, answered=False)
    assert sum(tried(loose, Act("answer", FEES, LIBRARY)).loose) == 12


def test_building_more_than_is_left_brings_nothing() -> None:
    look = look_of(joined(laid(), FINES))
    picture = picture_of(look)
    place = look.board.places[FINES]
    works = []
    for _ in range(3):
        apply(look, picture, Act("build", FINES))
        works.append(picture.work[place])
    assert works[0] == works[1] == works[2]


# --- endings


def test_an_ending_is_worth_more_the_more_of_need_is_live() -> None:
    nothing = laid()
    one = joined(nothing, NAMES, state=State.LIVE)
    two = joined(one, TITLES, state=State.LIVE)
    worths = []
    for table in (nothing, one, two):
        judge = judge_of(replace(seats(table, capacity=0), need=2))
        worths.append(judge.worth(picture_of(judge.look)))
    assert worths == sorted(worths)
    assert worths[0] < worths[2]


def test_a_house_without_room_carries_nothing_at_the_end() -> None:
    table = replace(joined(laid(), NAMES), round=3)
    judge = judge_of(table)
    picture = picture_of(judge.look)
    roomy = picture.copy()
    roomy.routines = 1
    assert judge.worth(roomy) > judge.worth(picture)
    central = judge_of(replace(table, architecture=Architecture.CENTRAL, host=LIBRARY))
    assert central.room(picture) > judge.room(picture)


def test_a_wish_is_worth_its_points_or_the_way_towards_it() -> None:
    wish = Amount(of=Measure.BUDGET, at_least=4)
    assert met(wish, 4, 1) == 1
    assert 0 < met(wish, 2, 1) < 1
    assert met(Amount(of=Measure.BROKEN, at_most=0), 1, 1) == 0
    assert met(replace(wish, by_round=1), 4, 2) == 0
    assert steps(0, 1) == 0.5


def test_who_wants_its_own_words_at_the_end_minds_the_frame() -> None:
    table = replace(laid(), round=3)
    rules = tiny()
    words = next(one for one in rules.concerns if one.id == "our_words")
    table = seat(table, COUNCIL, concern=words.id)
    judge = judge_of(table, habits=SELFISH)
    picture = picture_of(judge.look)
    picture.frame = judge.sheet.rationality
    other = picture.copy()
    other.frame = next(one for one in Rationality if one is not judge.sheet.rationality)
    assert judge.worth(picture) > judge.worth(other)


# --- ideas and plans


def test_it_keeps_its_promises_first_and_drops_them_where_it_is_fickle() -> None:
    table = promised(known_to_all(FEES), COUNCIL, LIBRARY, Act("answer", FEES, LIBRARY))
    assert planned(table)[0] == Act("answer", FEES, LIBRARY)
    broke = seats(replace(table, phase=Phase.PLAN), capacity=0)
    (first, *_) = wants(broke)
    assert first == Plan(())
    assert choosing.kept(look_of(table), 0.0, Fixed()) == []


def test_it_signs_what_the_other_side_has_promised_to_sign() -> None:
    table = answered(known_to_all(FEES), FEES)
    table = promised(table, LIBRARY, COUNCIL, Act("sign", FEES))
    assert Act("sign", FEES) in planned(table)


def test_it_does_not_build_what_is_frozen_or_map_what_is_not_its_turn() -> None:
    frozen = replace(joined(laid(), FINES), freeze=1)
    look = look_of(frozen)
    work = look.work(FINES)
    assert work is not None
    assert list(on_work(look, work, 1.0)) == []
    even = look_of(replace(laid(), round=2))
    first_is_mine = [one for one in even.parts if one.shown.sides[0].seat == COUNCIL]
    assert all(not list(on_work(even, one, 1.0)) for one in first_is_mine if one.real is None)


def test_the_sponsor_has_the_idea_to_order_what_is_settled() -> None:
    table = answered(known_to_all(LOANS), LOANS)
    assert any(Act("direct", LOANS) in one.acts for one in ideas(look_of(table), 1.0))
    assert not any(Act("direct", LOANS) in one.acts for one in ideas(look_of(table, LIBRARY), 1.0))
    own = promised(known_to_all(FEES), LIBRARY, COUNCIL, Act("answer", FEES, COUNCIL))
    assert any(Act("direct", FEES) in one.acts for one in ideas(look_of(own), 1.0))


def test_a_frame_that_another_has_promised_can_be_seconded() -> None:
    frame = Act("frame", frame=Rationality.LEGAL)
    table = promised(laid(), LIBRARY, COUNCIL, frame)
    assert any(one.acts == (frame,) for one in ideas(look_of(table), 1.0))


def test_besides_there_are_counter_hub_host_guard_portal_and_a_look_ahead() -> None:
    house = replace(laid(), architecture=Architecture.CLEARING_HOUSE, agenda=laid().frame)
    kinds = {act for one in ideas(look_of(seats(house, autonomy=5)), 1.0) for act in one.acts}
    assert {Act("build", HUB), Act("counter"), Act("guard"), Act("portal"), Act("lobby")} <= kinds
    central = replace(laid(), architecture=Architecture.CENTRAL, host=LIBRARY, counter=6)
    kinds = {act for one in ideas(look_of(central), 1.0) for act in one.acts}
    assert Act("reform", seat=LIBRARY) in kinds
    assert Act("counter") not in kinds
    shy = promised(
        promised(laid(), COUNCIL, LIBRARY, Act("no_portal")), COUNCIL, ARCHIVE, Act("lobby")
    )
    assert not any(one.acts == (Act("portal"),) for one in ideas(look_of(shy), 1.0))


def test_before_the_agenda_can_turn_it_may_look_ahead() -> None:
    first = laid().params.agenda_rounds[-1]
    early = look_of(replace(laid(), round=first - 2))
    assert any(one.acts == (Act("scan"),) for one in ideas(early, 1.0))
    known = look_of(seat(replace(laid(), round=first - 2), COUNCIL, scanned=Rationality.LEGAL))
    assert not any(one.acts == (Act("scan"),) for one in ideas(known, 1.0))


def test_what_is_suspended_takes_answers_and_no_second_signature() -> None:
    look = look_of(joined(laid(), FEES, state=State.SUSPENDED))
    open_ = look_of(known_to_all(FEES))
    place = look.board.places[FEES]
    assert 0 < picture_of(look).work[place] < picture_of(open_).work[place]
    picture = picture_of(look)
    apply(look, picture, Act("sign", FEES))
    assert picture.autonomy == 10


def test_what_is_live_and_never_answered_is_an_idea_too() -> None:
    table = side(joined(laid(), FEES, state=State.LIVE), FEES, LIBRARY, answered=False)
    assert any(one.acts == (Act("answer", FEES, LIBRARY),) for one in ideas(look_of(table), 1.0))


# --- dealing


def test_it_offers_to_sign_and_the_other_accepts() -> None:
    table = replace(known_to_all(FEES), round=2)
    offer = next(one for one in wants(table) if isinstance(one, Offer) and one.to == LIBRARY)
    kinds = {one.act.kind for one in offer.give.promise}
    assert "sign" in kinds
    accepted = wants(offered(table, COUNCIL, offer), LIBRARY)
    assert any(isinstance(one, Accept) for one in accepted)


def test_it_declines_what_it_cannot_pay_or_what_brings_nothing() -> None:
    table = seats(laid(), budget=0)
    poor = offered(table, LIBRARY, Offer(COUNCIL, Terms(), Terms(pay=3)))
    assert any(isinstance(one, Decline) for one in wants(poor))
    rich = offered(laid(), LIBRARY, Offer(COUNCIL, Terms(), Terms(pay=2)))
    assert any(isinstance(one, Decline) for one in wants(rich))


def test_a_promise_by_one_who_broke_one_counts_for_little() -> None:
    table = answered(known_to_all(FEES), FEES)
    broken = promised(table, LIBRARY, COUNCIL, Act("lobby"), verdict=Verdict.BROKEN)
    assert dealer_of(broken).credit(LIBRARY) < dealer_of(table).credit(LIBRARY)


def test_the_sponsor_offers_orders_against_the_part_of_the_parties() -> None:
    table = known_to_all(LOANS)
    (lacking,) = (one for one in dealer_of(table).orders() if one[1].promise)
    assert (lacking[0], lacking[2].promise[0].act) == (ARCHIVE, Act("answer", LOANS, LIBRARY))
    (settled,) = dealer_of(answered(table, LOANS)).orders()
    assert settled[2].promise[0].act == Act("build", LOANS)


def test_it_tells_what_it_knows_where_that_is_needed_to_sign() -> None:
    table = knowing(laid(), FEES, by=[COUNCIL])
    dealer = dealer_of(dependency(table, FEES, real=True))
    work = dealer.look.work(FEES)
    assert work is not None
    give, _ = dealer.step(work)
    assert give.tell == (FEES,)
    live = dealer_of(joined(laid(), FEES, state=State.LIVE))
    built = live.look.work(FEES)
    assert built is not None
    assert not live.new(Act("build", FEES))
    dead = dealer_of(knowing(dependency(laid(), FEES, real=False), FEES))
    assert not dead.new(Act("map", FEES))
    assert not dead.new(Act("build", HUB))


def test_one_voice_asks_for_a_new_frame_and_only_where_it_pays() -> None:
    table = replace(laid(), agenda=Rationality.LEGAL, frame=Rationality.ECONOMIC, support=4)
    framed = [
        one
        for one in wants(table)
        if isinstance(one, Offer) and one.give.promise[0].act.kind == "frame"
    ]
    assert [one.give for one in framed] == [one.get for one in framed]
    assert len(framed) == 1
    frame = Pledge(Act("frame", frame=Rationality.LEGAL), 1)
    spoken = offered(
        table, LIBRARY, Offer(ARCHIVE, Terms(promise=(frame,)), Terms(promise=(frame,)))
    )
    assert list(dealer_of(spoken).frames(set())) == []
    assert list(dealer_of(replace(table, support=10)).frames(set())) == []
    assert list(dealer_of(table).frames({LIBRARY, ARCHIVE})) == []


# --- the rest of the room


def test_it_shows_facts_as_openly_as_it_is() -> None:
    table = knowing(laid(), NAMES, by=[COUNCIL])
    assert ShowFact(NAMES) in wants(table)
    assert ShowFact(NAMES) not in wants(table, share=0.9, habits=replace(ALWAYS, openness=0.5))


def test_it_trusts_where_that_saves_work_and_takes_back_from_who_let_it_down() -> None:
    table = known_to_all(FEES)
    assert PlaceToken(LIBRARY) in wants(table)
    broken = promised(trusting(table, COUNCIL, LIBRARY, 1), LIBRARY, COUNCIL, Act("lobby"))
    broken = replace(broken, promises=(replace(broken.promises[0], verdict=Verdict.BROKEN),))
    wary = replace(ALWAYS, trusting=0.0)
    assert TakeBack(LIBRARY) in wants(broken, habits=wary, share=0.5)
    assert TakeBack(LIBRARY) not in wants(broken)
    work = look_of(table).work(FEES)
    assert work is not None
    assert not room.saves_work(judge_of(trusting(table, COUNCIL, LIBRARY, 3)), work)


@pytest.mark.parametrize(
    ("effect", "good"),
    [
        (Track(track=SharedTrack.SUPPORT, by=1), True),
        (Track(track=SharedTrack.COUNTER, by=1), True),
        (Agency(who="all", holding=Holding.BUDGET, by=-1), False),
        (Agency(who="council", holding=Holding.AUTONOMY, by=1), True),
        (Agency(who="library", holding=Holding.BUDGET, by=1), True),
        (Agency(who=f"parties:{NAMES}", holding=Holding.BUDGET, by=1), True),
        (Freeze(sensitivity=1), False),
        (Weigh(which="all", effort=1), False),
        (Weigh(which="drawn", effort=-1), True),
        (Reveal(), True),
    ],
    ids=str,
)
def test_it_tells_good_effects_from_bad_ones(effect: AnyEffect, *, good: bool) -> None:
    judge = judge_of(replace(joined(laid(), FINES), round=2))
    after = picture_of(judge.look)
    cards.happen(judge, after, effect)
    assert (judge.worth(after) > judge.worth(picture_of(judge.look))) is good


def test_what_it_cannot_picture_changes_nothing() -> None:
    judge = judge_of(laid())
    after = picture_of(judge.look)
    cards.happen(judge, after, Turn(real=True))
    assert after == picture_of(judge.look)


def test_it_chooses_an_option_once_and_only_where_it_is_asked() -> None:
    table = replace(laid(), standing=Standing(CardId("ruling"), 0, choosing=True))
    (chosen,) = (one for one in wants(table, LIBRARY) if isinstance(one, Choose))
    again = seat(table, LIBRARY, choice=chosen.option)
    assert not any(isinstance(one, Choose) for one in wants(again, LIBRARY))
    assert not any(isinstance(one, Choose) for one in wants(table, COUNCIL))


def test_it_backs_the_governance_that_suits_it() -> None:
    table = replace(laid(), governance=None)
    assert BackGovernance(Governance.HYBRID) in wants(table)
    turf = replace(ALWAYS, turf=0.9)
    backed = seat(table, COUNCIL, governance=Governance.NETWORK)
    assert not any(isinstance(one, BackGovernance) for one in wants(backed, habits=turf))


def test_it_backs_an_architecture_under_which_more_comes_off() -> None:
    table = replace(seats(laid(), capacity=6, routines=2), need=6, context=Context.STRONG_REGISTERS)
    for one in table.dependencies:
        table = dependency(table, one.id, effort=4, sensitivity=1)
    judge = judge_of(table)
    (central,) = (one.command for one in room.shape(judge))
    assert central == BackArchitecture(Architecture.CENTRAL, room.host_for(judge))
    done = seat(table, COUNCIL, architecture=central.architecture, host=central.host)
    assert not list(room.shape(judge_of(done)))
    without = replace(table, modules=replace(table.modules, architectures=False))
    assert not list(room.shape(judge_of(without)))
    plain, hub = (replace(table, context=one) for one in (Context.PLAIN, Context.HUB_BY_LAW))
    assert not list(room.shape(judge_of(plain)))
    assert room.under(judge_of(hub), Architecture.CLEARING_HOUSE) > room.under(
        judge, Architecture.CLEARING_HOUSE
    )


def test_it_backs_no_architecture_that_would_undo_more_than_it_brings() -> None:
    table = replace(seats(laid(), capacity=6, routines=2), need=6, context=Context.STRONG_REGISTERS)
    for one in table.dependencies:
        table = dependency(table, one.id, effort=4, sensitivity=1)
    assert list(room.shape(judge_of(joined(table, NAMES))))
    built = joined(joined(table, NAMES, progress=3), FEES, progress=3)
    assert not list(room.shape(judge_of(built)))


def test_it_calls_the_vote_when_a_round_may_complete_the_service() -> None:
    near = replace(joined(laid(), NAMES, state=State.LIVE), need=1, round=2, support=9)
    near = replace(near, params=replace(near.params, vote_from=2))
    rules = replace(tiny(), params=replace(tiny().params, vote_from=2))

    def calls(table: Table) -> list[object]:
        return [one.command for one in room.call(judge_of(table, rules=rules))]

    assert calls(near) == [CallVote(calls=True)]
    called = seat(near, COUNCIL, calls_vote=True)
    assert calls(called) == []
    assert calls(replace(called, support=1)) == [CallVote(calls=False)]
    assert calls(replace(near, round=3)) == []


def test_it_votes_once_for_what_ends_better_and_keeps_a_promised_vote() -> None:
    ready = replace(joined(laid(), NAMES, state=State.LIVE), need=1, phase=Phase.VOTE, round=3)
    assert wants(ready) == [CastVote(launch=True)]
    assert wants(seat(ready, COUNCIL, vote=True)) == []
    empty = replace(laid(), need=5, phase=Phase.VOTE, round=3)
    assert wants(empty) == [CastVote(launch=False)]
    assert wants(replace(empty, round=1)) == [CastVote(launch=False)]
    owed = promised(empty, COUNCIL, LIBRARY, Act("vote_launch"))
    assert wants(owed) == [CastVote(launch=True)]


def test_it_says_what_is_on_its_mind() -> None:
    def said(table: Table, habits: Personality) -> list[Topic]:
        return [one.topic for one in wants(table, LIBRARY, habits) if isinstance(one, Say)]

    talks = replace(ALWAYS, talkative=1.0)
    assert said(laid(), talks) == [Topic.CONTENT]
    assert said(laid(), replace(talks, turf=1.0)) == [Topic.JURISDICTION]
    poor = wants(seats(laid(), budget=0, rationality=Rationality.ECONOMIC), LIBRARY, talks)
    assert [one.topic for one in poor if isinstance(one, Say)] == [Topic.COST]
    done = laid()
    for one in laid().dependencies:
        done = joined(done, one.id, state=State.LIVE)
    assert said(done, talks) == []


def test_who_is_done_only_answers_and_who_waits_does_nothing() -> None:
    assert wants(seats(laid(), done=True)) == []
    assert wants(replace(seats(laid(), ready=True), phase=Phase.PLAN)) == []
    assert wants(replace(laid(), paused=True)) == []
    assert wants(replace(laid(), phase=Phase.REVEAL)) == []
    silent = seat(laid(), COUNCIL, done=True)
    asked = offered(silent, LIBRARY, Offer(COUNCIL, Terms(), Terms(pay=2)))
    answers = wants(seat(asked, COUNCIL, done=True))
    assert all(isinstance(one, Accept | Decline) for one in answers)
    quiet = replace(laid(), need=1)
    for one in laid().dependencies:
        quiet = joined(quiet, one.id, state=State.LIVE)
    assert wants(quiet)[-1] == Done()


def test_a_plan_is_explained_by_its_ending() -> None:
    table = replace(laid(), phase=Phase.PLAN)
    moves = Ahead("x", ALWAYS).choose(seen(table, COUNCIL), paper(table, COUNCIL), Fixed())
    assert moves[0].why is Why.LOOKS_AHEAD
