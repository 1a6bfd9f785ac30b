"""What each viewer reads of an entry (RULES sections 2.4 and 9)."""

import pytest
from msgspec.structs import replace

from game.acting import ActFor
from game.acts import Act, Terms
from game.choice import Choice, Option
from game.commands import AnyCommand
from game.controls.adjust import AdjustAgency, AdjustDependency, AdjustTrust
from game.controls.cards import Inject
from game.controls.chance import ShowHeadline
from game.controls.course import Extend, NextPhase, Pause, Rewind, SetAutopilot
from game.controls.people import RemovePerson
from game.controls.room import (
    SECRETS,
    SECRETS_OF_SEATS,
    CountTalk,
    LockRoom,
    LookOver,
    MarkMoment,
    Note,
    OpenSecret,
    SettleHelp,
    Speak,
    Spotlight,
)
from game.controls.seats import DropSeat, FillSeat, ShareSeat
from game.events.control import Adjusted
from game.events.course import Rewound
from game.events.dependencies import BecameCommon, DependencyTurned
from game.events.seats import Learned
from game.log import Entry
from game.model.cards import Standing
from game.model.table import Table
from game.ruleset import Card
from game.talk.backing import BackArchitecture, BackGovernance
from game.talk.deals import Accept, Decline, Offer
from game.talk.facts import ShowFact
from game.talk.messages import Say
from game.talk.pace import AskHelp
from game.talk.tokens import PlaceToken, TakeBack
from game.talk.votes import CallVote, CastVote, Choose
from game.views.line import Eyes, Line
from game.views.lines import lines
from game.views.lines_of_talk import staff_only
from game.views.view import FACILITATOR as STAFF
from game.views.view import OBSERVER, Viewer, seat_viewer, view
from game.vocabulary import (
    CHANCE,
    FACILITATOR,
    Actor,
    Architecture,
    CardId,
    CardKind,
    Context,
    Due,
    Governance,
    Holding,
    ObjectiveId,
    OptionId,
    PersonId,
    Phase,
    Rationality,
    Reason,
    State,
    TextId,
    Topic,
)
from tests.given import (
    ARCHIVE,
    COUNCIL,
    FEES,
    LIBRARY,
    NAMES,
    answered,
    common,
    dependency,
    given,
    joined,
    knowing,
    laid,
    planning,
    promised,
    seat,
    side,
    tiny,
    trusting,
)

LOOKERS = {"council": seat_viewer(COUNCIL), "archive": seat_viewer(ARCHIVE), "staff": STAFF}


def read(table: Table, by: str, command: AnyCommand, viewer: Viewer = OBSERVER) -> list[Line]:
    """The lines of this command for a viewer."""
    done = given(table).when(by, command)
    after = done.table
    entry = Entry(2, 0, 0, Actor(by), "person", "c", command, done.events, "")
    return list(lines(entry, after, viewer))


def kinds(table: Table, by: str, command: AnyCommand, viewer: Viewer = OBSERVER) -> list[str]:
    return [one.kind for one in read(table, by, command, viewer)]


def told(table: Table, by: str, command: AnyCommand) -> dict[str, list[str]]:
    """What the council, a third seat and the facilitator read."""
    return {name: kinds(table, by, command, viewer) for name, viewer in LOOKERS.items()}


@pytest.mark.parametrize("secret", sorted(SECRETS))
def test_all_read_which_secret_of_the_table_was_opened(secret: str) -> None:
    (line,) = read(laid(Phase.ENDED), FACILITATOR, OpenSecret(secret))
    assert (line.kind, line.params) == (f"secret_opened_{secret}", {})
    assert f"lines.{line.kind}" in tiny().shared_texts("en")


@pytest.mark.parametrize("secret", sorted(SECRETS_OF_SEATS))
def test_all_read_whose_secret_was_opened(secret: str) -> None:
    (line,) = read(laid(Phase.ENDED), FACILITATOR, OpenSecret(f"{secret}:library"))
    assert (line.kind, line.params) == (f"secret_opened_{secret}", {"seat": LIBRARY})
    assert "{seat}" in tiny().shared_texts("en")[f"lines.{line.kind}"]


def test_tokens_calls_and_backing_are_read_by_all() -> None:
    two = trusting(replace(laid(), round=2), COUNCIL, LIBRARY, 1)
    assert kinds(laid(), COUNCIL, PlaceToken(LIBRARY)) == ["token_placed"]
    assert kinds(two, COUNCIL, TakeBack(LIBRARY)) == ["token_taken"]
    assert kinds(two, COUNCIL, CallVote()) == ["vote_called"]
    called = seat(two, COUNCIL, calls_vote=True)
    assert kinds(called, COUNCIL, CallVote(calls=False)) == ["vote_call_withdrawn"]
    assert kinds(laid(), COUNCIL, BackArchitecture(Architecture.CLEARING_HOUSE)) == [
        "architecture_backed"
    ]
    central = BackArchitecture(Architecture.CENTRAL, LIBRARY)
    assert kinds(laid(), COUNCIL, central) == ["central_backed"]
    backed = seat(laid(), COUNCIL, architecture=Architecture.EXCHANGE)
    assert kinds(backed, COUNCIL, BackArchitecture()) == ["architecture_backed_no_more"]
    open_mode = replace(laid(), governance=None)
    assert kinds(open_mode, COUNCIL, BackGovernance(Governance.NETWORK)) == ["governance_backed"]
    backed = seat(open_mode, COUNCIL, governance=Governance.NETWORK)
    assert kinds(backed, COUNCIL, BackGovernance()) == ["governance_backed_no_more"]


def test_who_was_removed_and_why_only_the_staff_reads() -> None:
    ana = PersonId("ana")
    held = given(laid()).when(FACILITATOR, FillSeat(COUNCIL, ana)).table
    for table, seat_id in ((held, COUNCIL), (laid(), None)):
        for removed, kind in ((True, "person_removed"), (False, "person_readmitted")):
            command = RemovePerson(ana, removed, "why" if removed else None)
            assert kinds(table, FACILITATOR, command, seat_viewer(COUNCIL)) == []
            (line,) = read(table, FACILITATOR, command, STAFF)
            assert line.kind == (kind if seat_id is None else f"{kind}_of_seat")
            assert (line.params.get("seat"), line.params["person"]) == (seat_id, "ana")
            assert line.text == ("why" if removed else None)


def test_a_note_says_on_which_objective_it_bears() -> None:
    note = Note("w", ("quote",), ObjectiveId("trust"))
    (line,) = read(laid(), FACILITATOR, note, STAFF)
    assert line.params == {"tags": "quote", "objective": "trust"}
    assert kinds(laid(), FACILITATOR, note) == []


def test_lines_about_the_choice_of_a_written_card_lead_to_its_own_words() -> None:
    options = (Option(id=OptionId("a")), Option(id=OptionId("b")))
    choice = Choice(by="all", default=OptionId("a"), options=options)
    card = Card(id=CardId("news"), kind=CardKind.CITIZEN, choice=choice)
    table = given(laid()).when(FACILITATOR, Inject(written=card, text="t")).table
    (made,) = read(table, COUNCIL, Choose(OptionId("b")))
    assert (made.kind, made.text) == ("choice_made", "t")
    assert made.params == {"card": "news", "option": "b", "seat": "council", "of": 2, "place": 1}
    # a second card takes the first one's default: it is told by its id, for its words are gone
    (taken, *_) = read(table, FACILITATOR, Inject(CardId("letters")))
    assert (taken.kind, taken.text) == ("choice_taken_by_default", None)


def test_an_adopted_architecture_tells_what_opened_again() -> None:
    table = seat(joined(laid(), NAMES), LIBRARY, architecture=Architecture.CENTRAL, host=LIBRARY)
    table = replace(table, context=Context.PLAIN)
    found = kinds(table, COUNCIL, BackArchitecture(Architecture.CENTRAL, LIBRARY))
    assert found[:3] == ["central_backed", "reopened", "central_adopted"]
    assert "dependency_weighed" in found
    other = seat(laid(), LIBRARY, architecture=Architecture.CLEARING_HOUSE)
    assert "architecture_adopted" in kinds(
        other, COUNCIL, BackArchitecture(Architecture.CLEARING_HOUSE)
    )


def test_a_choice_is_made_in_the_open() -> None:
    table = replace(laid(), standing=Standing(CardId("grant"), 0, choosing=True))
    (line,) = read(table, COUNCIL, Choose(OptionId("build")))
    assert (line.kind, line.params["card"]) == ("choice_made", "grant")


def test_a_fact_shown_to_one_is_read_by_the_two() -> None:
    table = knowing(laid(), NAMES, by=[LIBRARY])
    found = told(table, LIBRARY, ShowFact(NAMES, COUNCIL))
    assert found == {
        "council": ["fact_shown", "learned_real"],
        "archive": [],
        "staff": ["fact_shown", "learned_real"],
    }
    dead = dependency(table, NAMES, real=False)
    assert kinds(dead, LIBRARY, ShowFact(NAMES)) == ["fact_shown_to_all", "became_common_dead_end"]


def test_deals_in_confidence_are_read_by_the_two() -> None:
    offer = Offer(COUNCIL, Terms(pay=1), confidential=True)
    assert told(laid(), LIBRARY, offer) == {
        "council": ["offered"],
        "archive": [],
        "staff": ["offered"],
    }
    table = given(laid()).when(LIBRARY, offer).table
    answer = Decline(table.deals[0].id)
    assert told(table, COUNCIL, answer)["archive"] == []
    assert told(table, COUNCIL, answer)["council"] == ["deal_declined"]


def test_an_offer_that_cannot_be_met_is_read_by_the_two() -> None:
    table = given(laid()).when(LIBRARY, Offer(COUNCIL, Terms(pay=5))).table
    found = told(table, COUNCIL, Accept(table.deals[0].id))
    assert found == {"council": ["deal_unmet"], "archive": [], "staff": ["deal_unmet"]}
    (line,) = read(table, COUNCIL, Accept(table.deals[0].id), seat_viewer(COUNCIL))
    assert line.deal is not None
    assert line.deal.id == table.deals[0].id


def test_words_are_read_by_those_they_are_for() -> None:
    assert told(laid(), LIBRARY, Say("t", to=COUNCIL)) == {
        "council": ["said_in_confidence"],
        "archive": [],
        "staff": ["said_in_confidence"],
    }
    assert kinds(laid(), LIBRARY, Say("t")) == ["said"]
    assert told(laid(), FACILITATOR, Speak("t", COUNCIL)) == {
        "council": ["spoke_to"],
        "archive": [],
        "staff": ["spoke_to"],
    }
    assert told(laid(), COUNCIL, AskHelp())["archive"] == []


def bare(secret: str, table: Table | None = None) -> Table:
    """A table at an earlier moment, as it is read once the debrief has opened a secret."""
    return replace(table or laid(), opened_secrets=(secret,))


@pytest.mark.parametrize("secret", ["messages", "all"])
def test_opened_messages_are_read_by_all(secret: str) -> None:
    assert kinds(bare(secret), LIBRARY, Say("t", to=COUNCIL)) == ["said_in_confidence"]
    assert kinds(bare(secret), FACILITATOR, Speak("t", COUNCIL)) == ["spoke_to"]
    assert kinds(bare("deals"), LIBRARY, Say("t", to=COUNCIL)) == []


def test_opened_deals_are_read_by_all_with_what_became_of_them() -> None:
    offer = Offer(COUNCIL, Terms(pay=5), confidential=True)
    assert kinds(bare("deals"), LIBRARY, offer) == ["offered"]
    assert kinds(bare("messages"), LIBRARY, offer) == []
    table = bare("deals", given(laid()).when(LIBRARY, offer).table)
    assert kinds(table, COUNCIL, Decline(table.deals[0].id)) == ["deal_declined"]
    assert kinds(table, COUNCIL, Accept(table.deals[0].id)) == ["deal_unmet"]
    owed = promised(planning(laid()), LIBRARY, COUNCIL, Act("counter"), confidential=True)
    owed = trusting(owed, COUNCIL, LIBRARY, 1)
    assert "promise_broken" not in kinds(owed, FACILITATOR, NextPhase())
    found = read(bare("deals", owed), FACILITATOR, NextPhase())
    assert {"promise_broken", "tokens_lost_broken_promise"} <= {one.kind for one in found}


def test_opened_plans_tell_inside_work_and_every_reason() -> None:
    table = knowing(laid(), NAMES, by=[COUNCIL, LIBRARY])
    table = planning(table, library=[Act("reform")], council=[Act("map", NAMES)])
    assert "act_inside" in kinds(table, FACILITATOR, NextPhase())
    found = read(bare("plans", table), FACILITATOR, NextPhase())
    acts = {one.params["seat"]: one for one in found if one.act is not None}
    assert acts[LIBRARY].act == Act("reform")
    assert acts[COUNCIL].params["reason"] == Reason.KNOWN_TO_BOTH


def test_opened_headlines_say_whether_they_named_the_next_card_and_what_a_scan_showed() -> None:
    coming = laid().agenda_deck[0].rationality
    other = next(one for one in Rationality if one is not coming)
    told_ = replace(laid(Phase.BRIEFING), due=Due.HEADLINE)
    for frame, kind in ((coming, "headline_was_right"), (other, "headline_was_wrong")):
        assert kinds(told_, CHANCE, ShowHeadline(frame))[0] == "headline_shown"
        assert kinds(bare("headlines", told_), CHANCE, ShowHeadline(frame))[0] == kind
    none_left = bare("headlines", replace(told_, agenda_deck=()))
    assert kinds(none_left, CHANCE, ShowHeadline(other))[0] == "headline_of_nothing"
    scan = planning(laid(), council=[Act("scan")])
    assert "scanned" not in kinds(scan, FACILITATOR, NextPhase())
    assert "scanned" in kinds(bare("headlines", scan), FACILITATOR, NextPhase())


def test_a_question_and_its_answer_are_read_by_the_seat_and_the_facilitator() -> None:
    assert told(laid(), COUNCIL, AskHelp(text="t")) == {
        "council": ["help_asked"],
        "archive": [],
        "staff": ["help_asked"],
    }
    asks = given(laid()).when(COUNCIL, AskHelp(text="t")).table
    assert told(asks, FACILITATOR, SettleHelp(COUNCIL, "t")) == {
        "council": ["help_answered"],
        "archive": [],
        "staff": ["help_answered"],
    }
    assert told(asks, FACILITATOR, SettleHelp(COUNCIL))["council"] == ["help_settled"]


def test_all_read_that_the_facilitator_acted_for_a_seat_but_not_what_was_done_in_confidence() -> (
    None
):
    acted = ActFor(COUNCIL, Say("t", to=LIBRARY), "why")
    assert told(laid(), FACILITATOR, acted) == {
        "council": ["acted_for_what", "said_in_confidence"],
        "archive": ["acted_for"],
        "staff": ["acted_for_what", "said_in_confidence"],
    }
    line = read(laid(), FACILITATOR, acted, STAFF)[0]
    assert (line.params, line.text) == ({"seat": "council", "what": "say"}, "why")
    assert read(laid(), FACILITATOR, acted)[0].text is None


def test_a_rewind_says_to_all_where_the_game_stands_again_and_why() -> None:
    def told_of(now: Table) -> Line | None:
        command, events = Rewind(3, "why"), (Rewound(3, TextId("why")),)
        entry = Entry(9, 0, 0, FACILITATOR, "facilitator", "c", command, events, "")
        return next(iter(lines(entry, now, OBSERVER)), None)

    line = told_of(laid())
    assert line is not None
    assert (line.kind, line.params, line.text) == ("rewound", {"round": 1, "phase": "talk"}, "why")
    start = told_of(laid(Phase.LOBBY))
    assert start is not None
    assert (start.kind, start.params) == ("rewound_to", {"phase": "lobby"})


def test_looks_over_shoulders_are_told_to_all_when_the_game_is_over() -> None:
    looked = given(laid()).when(FACILITATOR, LookOver(COUNCIL, "why")).table
    assert view(looked, OBSERVER, tiny()).public.looks == ()
    assert view(looked, seat_viewer(COUNCIL), tiny()).public.looks == ()
    over = replace(looked, phase=Phase.ENDED)
    assert [one.seat for one in view(over, OBSERVER, tiny()).public.looks] == ["council"]


def test_what_is_the_facilitator_s_own_is_read_by_nobody_else() -> None:
    for command, kind in (
        (Note("t", ("a", "b")), "noted"),
        (MarkMoment("t"), "moment_marked"),
        (CountTalk(Topic.COST), "talk_counted"),
        (LockRoom(), "room_locked"),
        (Spotlight("network"), "spotlit"),
        (LookOver(COUNCIL, "t"), "looked_over"),
        (SetAutopilot(on=True), "autopilot_on"),
    ):
        assert kinds(laid(), FACILITATOR, command) == []
        assert kinds(laid(), FACILITATOR, command, STAFF) == [kind]


def test_pauses_time_and_seats_are_read_by_all() -> None:
    assert kinds(laid(), FACILITATOR, Pause(emergency=True)) == ["paused_for_emergency"]
    assert kinds(laid(), FACILITATOR, Extend(-30)) == ["shortened"]
    assert kinds(laid(), FACILITATOR, DropSeat(COUNCIL)) == ["seat_dropped"]
    dropped = seat(laid(), COUNCIL, dropped=True)
    assert kinds(dropped, FACILITATOR, DropSeat(COUNCIL, dropped=False)) == ["seat_waited_for"]
    ben = PersonId("ben")
    held = seat(laid(), COUNCIL, person=PersonId("ann"))
    assert kinds(held, FACILITATOR, ShareSeat(COUNCIL, ben)) == ["seat_shared"]
    both = seat(held, COUNCIL, sharers=(ben,))
    gone = ShareSeat(COUNCIL, ben, shares=False)
    assert kinds(both, FACILITATOR, gone) == ["seat_shared_no_more"]


def test_the_reason_of_an_adjustment_is_the_facilitator_s() -> None:
    command = AdjustAgency(text="why", seat=COUNCIL, holding=Holding.HAND, to=1)
    assert kinds(laid(), FACILITATOR, command) == ["adjusted"]
    assert kinds(laid(), FACILITATOR, command, seat_viewer(COUNCIL)) == ["adjusted", "agency_fell"]
    assert read(laid(), FACILITATOR, command)[0].text is None
    assert read(laid(), FACILITATOR, command, STAFF)[0].text == "why"


def test_a_dependency_that_changes_says_how() -> None:
    def change(table: Table, **changes: object) -> list[str]:
        command = replace(AdjustDependency(text="w", dependency=FEES), **changes)
        return kinds(table, FACILITATOR, command)[1:]

    assert change(laid(), real=False) == ["dependency_turned"]
    assert change(joined(laid(), FEES), live=True) == ["went_live"]
    assert change(joined(laid(), FEES, State.SUSPENDED), live=True) == ["went_live_again"]
    assert change(joined(laid(), FEES, State.LIVE), live=False) == ["suspended"]
    assert change(laid(), common=True) == ["became_common_real"]
    protest = side(joined(laid(), FEES), FEES, LIBRARY, answered=False, protest=True)
    trust = AdjustTrust(text="w", seat=LIBRARY, other=COUNCIL, to=2)
    assert kinds(protest, FACILITATOR, trust)[-1] == "protest_ended"


def reveal(table: Table, viewer: Viewer = OBSERVER, **plans: list[Act]) -> list[Line]:
    return read(planning(table, **plans), FACILITATOR, NextPhase(), viewer)


def test_the_reveal_is_read_by_others_without_what_a_seat_knows() -> None:
    table = answered(common(laid(), NAMES), NAMES)
    found = reveal(
        table,
        council=[Act("sign", NAMES), Act("reform")],
        library=[Act("sign", NAMES), Act("answer", FEES, COUNCIL)],
        archive=[Act("guard")],
    )
    assert [one.kind for one in found if one.kind.startswith(("act", "signed"))] == [
        "act_inside",
        "act_did_not_succeed",
        "act_failed",
        "signed",
        "act_worked",
        "act_worked",
    ]
    own = reveal(laid(), seat_viewer(LIBRARY), library=[Act("answer", FEES, COUNCIL)])
    assert Reason.NOT_KNOWN_REAL in {one.params.get("reason") for one in own}


def test_a_directive_under_protest_is_called_so() -> None:
    found = reveal(common(laid(), NAMES), council=[Act("direct", NAMES)])
    assert "signed_by_directive_under_protest" in {one.kind for one in found}


def test_why_tokens_were_lost_is_read_by_the_two_where_a_promise_may_be_in_confidence() -> None:
    table = promised(trusting(laid(), COUNCIL, LIBRARY, 2), LIBRARY, COUNCIL, Act("map", NAMES))
    broken = [one.kind for one in reveal(table)]
    assert "tokens_lost" in broken
    assert "promise_broken" in broken
    mine = [one.kind for one in reveal(table, seat_viewer(COUNCIL))]
    assert "tokens_lost_broken_promise" in mine
    secret = promised(laid(), LIBRARY, COUNCIL, Act("map", NAMES), confidential=True)
    assert "promise_broken" not in [one.kind for one in reveal(secret)]


def test_the_vote_is_read_in_numbers() -> None:
    table = replace(laid(Phase.VOTE), round=3)
    table = seat(seat(table, COUNCIL, vote=True), LIBRARY, vote=True)
    (counted, launched) = read(table, ARCHIVE, CastVote(launch=False))
    assert (counted.kind, counted.params) == ("vote_passed", {"launch": 2, "hold": 1})
    assert launched.kind == "launched"
    assert kinds(replace(laid(Phase.REVEAL), round=3, support=1), FACILITATOR, NextPhase()) == [
        "phase_vote",
        "no_vote_held",
        "track_fell",
    ]


def test_governance_is_read_as_adopted_or_as_the_default() -> None:
    table = replace(laid(), governance=None)
    assert "governance_by_default" in kinds(table, FACILITATOR, NextPhase())
    backed = replace(
        table, seats=tuple(replace(one, governance=Governance.NETWORK) for one in table.seats)
    )
    assert "governance_adopted" in kinds(backed, FACILITATOR, NextPhase())


def test_what_was_turned_in_the_same_entry_tells_no_truth_any_more() -> None:
    events = (Learned(COUNCIL, NAMES), BecameCommon(NAMES), DependencyTurned(NAMES, real=False))
    entry = Entry(2, 0, 0, FACILITATOR, "facilitator", "c", MarkMoment(), events, "")
    found = lines(entry, dependency(laid(), NAMES, real=False), STAFF)
    assert [one.kind for one in found] == ["became_common", "dependency_turned"]


def test_an_event_without_a_line_stays_unseen() -> None:
    entry = Entry(2, 0, 0, FACILITATOR, "facilitator", "c", MarkMoment(), (), "")
    eyes = Eyes(None, staff=True, entry=entry, table=laid())
    assert staff_only(eyes, Adjusted(TextId("t"))) is None


def test_the_place_of_inside_work_does_not_tell_what_it_was() -> None:
    def of_others(work: str) -> list[tuple[str, object]]:
        plans = {"council": [Act("counter")], "library": [Act(work)], "archive": [Act("lobby")]}
        table = planning(seat(laid(), LIBRARY, budget=3), **plans)
        found = read(table, FACILITATOR, NextPhase(), seat_viewer(ARCHIVE))
        return [(one.kind, one.params.get("seat")) for one in found if one.kind[:3] == "act"]

    assert of_others("scan") == of_others("reform")
    assert of_others("scan")[0] == ("act_inside", LIBRARY)


def test_year_one_begins_with_the_launch_and_is_told_by_its_quarters() -> None:
    voting = seat(replace(laid(Phase.VOTE), support=9), COUNCIL, vote=True)
    voting = seat(seat(voting, LIBRARY, vote=True), ARCHIVE, vote=True)
    counted = given(voting).when(FACILITATOR, NextPhase()).table
    assert "phase_year_one" not in kinds(counted, FACILITATOR, NextPhase())
    begun = given(counted).when(FACILITATOR, NextPhase()).table
    assert "phase_year_one" in kinds(begun, FACILITATOR, NextPhase())
