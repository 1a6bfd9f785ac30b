"""RULES section 9: who sees what. The general law stands in `tests/laws`; here its clauses."""

from msgspec import json
from msgspec.structs import replace

from game.acts import Act, Terms
from game.controls.room import CountTalk, OpenSecret
from game.menu import Menu
from game.model.cards import Standing
from game.model.past import Count, Score
from game.model.table import Table
from game.talk.deals import Offer
from game.talk.tokens import PlaceToken
from game.views.briefs import briefs
from game.views.reveal import Turn
from game.views.view import FACILITATOR as STAFF
from game.views.view import OBSERVER, SCREEN, View, seat_viewer, view
from game.vocabulary import (
    FACILITATOR,
    Architecture,
    CardId,
    ConcernId,
    Governance,
    OptionId,
    Outcome,
    Phase,
    PromiseId,
    Rationality,
    Reason,
    SeatId,
    State,
    Topic,
)
from tests.given import (
    ARCHIVE,
    COUNCIL,
    FEES,
    LIBRARY,
    NAMES,
    common,
    given,
    housed,
    joined,
    knowing,
    laid,
    planning,
    promised,
    revealed,
    seat,
    seats,
    tiny,
    trusting,
)


def seen(table: Table, by: SeatId = COUNCIL) -> View:
    return view(table, seat_viewer(by), tiny())


def test_everybody_sees_the_same_public_part() -> None:
    table = joined(laid(), NAMES)
    publics = {
        json.encode(view(table, viewer, tiny()).public)
        for viewer in (seat_viewer(COUNCIL), seat_viewer(LIBRARY), OBSERVER, SCREEN, STAFF)
    }
    assert len(publics) == 1


def test_a_seat_sees_its_own_sheet_and_nobody_else_s() -> None:
    table = knowing(seat(laid(), COUNCIL, hand=3, routines=2, concern=ConcernId("our_words")), FEES)
    own = seen(table).own
    assert own is not None
    assert (own.hand, own.routines, own.concern, own.backing) == (3, 2, "our_words", None)
    assert [(one.dependency, one.real) for one in own.facts] == [(FEES, True)]
    assert view(table, OBSERVER, tiny()).own is None
    assert view(table, SCREEN, tiny()).menu is None


def test_backing_shows_with_the_inner_house_alone() -> None:
    table = housed()
    own = seen(seat(table, COUNCIL, backing=0)).own
    assert own is not None
    assert (own.backing, own.points) == (0, 2)


def test_the_back_ledger_opens_by_an_audit_for_the_round() -> None:
    closed = seen(laid()).public
    assert (closed.bounced, closed.seats[0].routines) == (None, None)
    opened = seen(replace(laid(), audit=True)).public
    assert (opened.bounced, opened.seats[0].routines) == (2, 0)


def test_the_truth_of_a_dependency_shows_on_the_common_map_alone() -> None:
    assert seen(knowing(laid(), NAMES)).public.dependencies[0].real is None
    assert seen(common(laid(), NAMES)).public.dependencies[0].real is True


def test_a_plan_is_seen_by_its_seat_and_that_there_is_one_by_all() -> None:
    table = planning(laid(), council=[Act("guard")])
    mine, theirs = seen(table), seen(table, LIBRARY)
    assert mine.own is not None
    assert theirs.own is not None
    assert (mine.own.plan, theirs.own.plan) == ((Act("guard"),), None)
    assert [one.planned for one in theirs.public.seats] == [True, False, False]


def test_others_see_inside_work_and_its_place_does_not_tell_what_it_was() -> None:
    plans = {"library": [Act("reform")], "council": [Act("scan")], "archive": [Act("guard")]}
    turns = seen(revealed(laid(), **plans), ARCHIVE).public.turns
    assert turns == (
        Turn(COUNCIL, None, None, None),
        Turn(LIBRARY, None, None, None),
        Turn(ARCHIVE, Act("guard"), worked=False, reason=Reason.AUTONOMY_LIMIT),
    )


def test_the_actor_reads_why_it_failed_and_others_only_that_it_did_not_succeed() -> None:
    table = revealed(laid(), council=[Act("answer", NAMES, LIBRARY)])
    assert seen(table, ARCHIVE).public.turns[0].reason is None
    own = seen(table).own
    assert own is not None
    assert own.turns[0].reason is Reason.NOT_KNOWN_REAL


def test_a_reason_that_others_read_tells_nothing_of_what_the_seat_knows() -> None:
    for facts in ((), (NAMES,)):
        for act in (Act("sign", NAMES), Act("answer", NAMES, LIBRARY)):
            table = knowing(seat(laid(), COUNCIL, budget=0), *facts, by=[COUNCIL])
            table = seat(table, LIBRARY, rationality=Rationality.ECONOMIC)
            done = revealed(table, council=[act])
            assert seen(done, ARCHIVE).public.turns[0].reason in {
                Reason.OWN_OBJECTION_STANDS,
                Reason.NO_BUDGET,
            }


def test_votes_are_secret_until_the_count() -> None:
    table = seat(laid(Phase.VOTE), COUNCIL, vote=True)
    shown = seen(table, LIBRARY).public
    assert ([one.voted for one in shown.seats], shown.votes) == ([True, False, False], None)
    counted = replace(table, count=Count((True, None, None), passed=False))
    assert seen(counted, LIBRARY).public.votes == (True, None, None)


def test_deals_and_promises_in_confidence_are_seen_by_the_two_and_the_facilitator() -> None:
    table = given(laid()).when(COUNCIL, Offer(LIBRARY, Terms(pay=1), confidential=True)).table
    table = promised(table, COUNCIL, LIBRARY, Act("guard"), confidential=True)
    for who, count in ((COUNCIL, 1), (LIBRARY, 1), (ARCHIVE, 0)):
        own = seen(table, who).own
        assert own is not None
        assert (len(own.deals), len(own.promises)) == (count, count)
    shown = view(table, STAFF, tiny())
    assert shown.staff is not None
    assert (len(shown.staff.deals), len(shown.staff.promises)) == (1, 1)
    assert (shown.public.deals, shown.public.promises) == ((), ())


def test_open_deals_and_promises_are_seen_by_all() -> None:
    table = given(laid()).when(COUNCIL, Offer(LIBRARY, Terms(pay=1))).table
    table = promised(table, COUNCIL, LIBRARY, Act("guard"))
    shown = seen(table, ARCHIVE).public
    assert [one.id for one in shown.deals] == ["r1-1"]
    assert [one.id for one in shown.promises] == [PromiseId("p0")]


def test_the_facilitator_sees_all_but_the_seed() -> None:
    table = knowing(replace(laid(), seed="a secret seed"), NAMES, by=[ARCHIVE])
    shown = view(table, STAFF, tiny())
    assert shown.staff is not None
    assert [len(one.facts) for one in shown.staff.seats] == [0, 0, 1]
    assert (len(shown.staff.real), shown.staff.bounced) == (7, 2)
    assert b"a secret seed" not in json.encode(shown)


def test_sides_show_whether_they_would_be_waived_or_overridden_now() -> None:
    table = replace(trusting(laid(), COUNCIL, LIBRARY, 1), legal_pressure=3)
    shown = {one.id: one for one in seen(table).public.dependencies}
    first, second = shown[FEES].sides
    assert (first.waived, first.overridden, second.waived) == (True, False, False)
    assert shown[NAMES].sides[1].overridden


def test_the_card_on_the_table_is_shown_with_its_choice() -> None:
    table = replace(laid(), standing=Standing(CardId("grant"), 0, choosing=True))
    card = seen(seat(table, LIBRARY, choice=OptionId("build"))).public.card
    assert card is not None
    assert (card.id, card.choosing, card.words) == ("grant", True, None)
    assert seen(seat(table, LIBRARY, choice=OptionId("build"))).public.seats[1].choice == "build"


def test_hierarchy_shows_how_many_signings_are_left() -> None:
    table = replace(laid(), governance=Governance.HIERARCHY, signings=3)
    assert seen(table).public.signings_left == 0
    assert seen(laid()).public.signings_left is None


def test_under_central_the_host_sees_the_room_that_it_gives_to_all() -> None:
    table = replace(laid(), architecture=Architecture.CENTRAL, host=ARCHIVE)
    table = joined(seat(table, ARCHIVE, routines=1), NAMES, State.LIVE)
    own = seen(table, ARCHIVE).own
    assert own is not None
    assert own.room == 3


# --- the menu


def menu_of(table: Table, by: SeatId = COUNCIL) -> Menu:
    found = seen(table, by).menu
    assert found is not None
    return found


def test_the_menu_says_of_each_command_whether_it_would_be_accepted_and_why_not() -> None:
    menu = menu_of(seat(laid(), COUNCIL, hand=0))
    reasons = {type(one.command).__name__: one.reason for one in menu.commands}
    assert reasons["PlaceToken"] is Reason.NO_TOKENS
    assert reasons["Done"] is None
    assert {one.type: one.reason for one in menu.forms} == {"offer": None, "say": None}
    paused = menu_of(replace(laid(), paused=True))
    assert {one.reason for one in paused.forms} == {Reason.PAUSED}


def test_in_plan_the_menu_says_what_each_action_lacks_as_far_as_the_seat_knows() -> None:
    table = knowing(laid(Phase.PLAN), NAMES, by=[LIBRARY])
    lacks = {one.act: one.reason for one in menu_of(table).acts}
    assert lacks[Act("map", NAMES)] is None  # what the library knows is not the council's
    assert lacks[Act("guard")] is Reason.AUTONOMY_LIMIT
    assert menu_of(laid()).acts == ()
    off = replace(table, modules=replace(table.modules, scan=False))
    assert Act("scan") not in {one.act for one in menu_of(off).acts}


def test_the_menu_of_a_reformer_says_nothing_of_the_host_s_routines() -> None:
    table = replace(laid(Phase.PLAN), architecture=Architecture.CENTRAL, host=ARCHIVE)
    act = Act("reform", seat=ARCHIVE)
    for routines in (0, 3):
        lacks = {
            one.act: one.reason for one in menu_of(seat(table, ARCHIVE, routines=routines)).acts
        }
        assert lacks[act] is None
    assert Act("build", NAMES) in {one.act for one in menu_of(table).acts}
    hubbed = replace(table, architecture=Architecture.CLEARING_HOUSE, host=None)
    assert any(one.act.dependency == "hub" for one in menu_of(hubbed).acts)


# --- the debrief


def over() -> Table:
    scores = tuple(Score(one.id, 1, 0, 0, 0, 0, 0, 5) for one in laid().seats)
    table = promised(seats(laid(Phase.ENDED), routines=1), COUNCIL, LIBRARY, Act("guard"))
    return replace(table, outcome=Outcome.PAPER, public_value=3, scores=scores)


def test_the_end_shows_own_scores_in_one_number_and_opens_no_secret() -> None:
    shown = seen(over())
    assert [one.own for one in shown.public.scores] == [6, 6, 6]
    assert shown.opened is None
    assert shown.public.bounced is None
    assert shown.own is not None
    assert shown.own.score is not None


def test_the_facilitator_opens_each_secret_in_the_debrief() -> None:
    table = given(over()).when(FACILITATOR, OpenSecret("concern:library")).table
    opened = seen(table).opened
    assert opened is not None
    assert [(one.seat, one.met) for one in opened.concerns] == [(LIBRARY, True)]
    assert (opened.scores, opened.promises) == ((), ())
    table = given(table).when(FACILITATOR, OpenSecret("back_ledger")).table
    assert seen(table).public.bounced == 2
    table = given(table).when(FACILITATOR, OpenSecret("truth")).table
    assert seen(table).public.dependencies[0].real is True
    everything = seen(given(table).when(FACILITATOR, OpenSecret("all")).table).opened
    assert everything is not None
    assert (len(everything.concerns), len(everything.scores), len(everything.promises)) == (3, 3, 1)


def test_opened_plans_and_headlines_are_seen_at_every_moment_by_all() -> None:
    plans = {"library": [Act("reform")], "council": [Act("scan")]}
    planned = planning(laid(), **plans)
    hidden = seen(replace(planned, opened_secrets=("truth",)), ARCHIVE).opened
    assert hidden is not None
    assert (hidden.plans, hidden.turns, hidden.next_agenda) == ((), (), None)
    bare = seen(replace(planned, opened_secrets=("plans", "headlines")), ARCHIVE).opened
    assert bare is not None
    assert [(one.seat, one.acts) for one in bare.plans] == [
        (COUNCIL, (Act("scan"),)),
        (LIBRARY, (Act("reform"),)),
        (ARCHIVE, None),
    ]
    assert bare.next_agenda is planned.agenda_deck[0].rationality
    after = seen(replace(revealed(laid(), **plans), opened_secrets=("plans",)), ARCHIVE).opened
    assert after is not None
    assert [(one.seat, one.act) for one in after.turns] == [
        (COUNCIL, Act("scan")),
        (LIBRARY, Act("reform")),
    ]
    empty = replace(planned, agenda_deck=(), opened_secrets=("headlines",))
    assert view(empty, OBSERVER, tiny()).opened == replace(
        hidden, secrets=("headlines",), next_agenda=None
    )


def test_a_brief_is_read_by_its_seat_and_the_facilitator_until_it_is_opened() -> None:
    rules, table = tiny(), given(over()).table
    own = {seat.id: rules.brief("en", seat.id) for seat in rules.seats}
    assert len(set(own.values())) == 3
    assert briefs(table, seat_viewer(COUNCIL), rules, "en") == {COUNCIL: own[COUNCIL]}
    assert briefs(table, STAFF, rules, "en") == own
    assert briefs(table, OBSERVER, rules, "en") == briefs(table, SCREEN, rules, "en") == {}
    table = given(table).when(FACILITATOR, OpenSecret("brief:library")).table
    assert briefs(table, OBSERVER, rules, "en") == {LIBRARY: own[LIBRARY]}


def test_no_brief_is_among_the_words_that_all_may_read() -> None:
    rules = tiny()
    shared = rules.shared_texts("en")
    assert shared["seats.council.name"]
    assert not any(rules.brief("en", seat.id) in shared.values() for seat in rules.seats)
    assert rules.brief("xx", COUNCIL) == ""


def test_what_was_counted_aloud_is_the_facilitator_s_and_stays_with_the_table() -> None:
    table = laid()
    for topic in (Topic.COST, Topic.CONTENT, Topic.COST):
        table = given(table).when(FACILITATOR, CountTalk(topic)).table
    told = view(table, STAFF, tiny()).staff
    assert told is not None
    assert told.counted == {Topic.CONTENT: 1, Topic.JURISDICTION: 0, Topic.COST: 2}


def test_trust_as_the_round_began_stands_beside_trust_as_it_is() -> None:
    assert seen(laid()).public.trust_before == ()
    begun = given(replace(laid(Phase.REVEAL), event_deck=())).next().table
    talk = given(begun).chance().until(Phase.TALK).table
    placed = given(talk).when(COUNCIL, PlaceToken(LIBRARY)).table
    shown = seen(placed).public
    row, column = (placed.index(one) for one in (COUNCIL, LIBRARY))
    assert shown.trust[row][column] == shown.trust_before[row][column] + 1
    assert shown.trust_before == begun.trust_before
