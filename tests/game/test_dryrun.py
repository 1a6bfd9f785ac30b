"""A dry run says what would happen, to whom, and what it would cost; nothing happens."""

import pytest
from msgspec.structs import replace

from game.choice import Choice, Option
from game.commands import AnyCommand
from game.controls import AnyFacilitatorCommand
from game.controls.adjust import (
    AdjustAgency,
    AdjustAgenda,
    AdjustDependency,
    AdjustTrack,
    AdjustTrust,
)
from game.controls.cards import Inject
from game.controls.course import Extend, Pause, Rewind
from game.controls.room import Speak
from game.decide import judge
from game.dryrun.differences import Change, differences
from game.dryrun.prospects import can_be, prospects
from game.dryrun.trying import DryRun, dry_run, opposite
from game.effects.dependencies import Reveal
from game.effects.shared import Deadline
from game.effects.shared import Track as MoveTrack
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
from game.model.past import RoundPast, SeatPast
from game.model.table import Table
from game.ruleset import Card
from game.vocabulary import (
    FACILITATOR,
    CardId,
    CardKind,
    Holding,
    OptionId,
    Outcome,
    Phase,
    Rationality,
    Reason,
    Refused,
    State,
    Track,
)
from tests.given import (
    ARCHIVE,
    COUNCIL,
    FEES,
    LIBRARY,
    NAMES,
    TITLES,
    dependency,
    laid,
    seat,
    side,
    tiny,
    trusting,
)
from tests.playing import play, setup_of
from tests.rulesets import RULESETS, load

NOTE = Card(id=CardId("note"), kind=CardKind.CITIZEN)


def tried(command: AnyFacilitatorCommand, table: Table | None = None) -> DryRun:
    return dry_run(table or laid(), command, tiny())


def seen(found: DryRun) -> dict[str, bool]:
    return {one.viewer: one.sees for one in found.audience}


def test_it_says_who_would_see_and_read_something() -> None:
    everybody = ("council", "library", "archive", "observer", "screen")
    found = tried(Inject(written=NOTE, text="w"))
    assert seen(found) == dict.fromkeys(everybody, True)
    assert [line.kind for line in found.audience[0].lines] == ["card_injected"]
    found = tried(Inject(written=NOTE, text="w", to=(LIBRARY,)))
    assert seen(found) == dict.fromkeys(everybody, False) | {"library": True}
    assert [one.seat for one in found.audience] == [COUNCIL, LIBRARY, ARCHIVE, None, None]
    assert (found.changes, found.lost, found.unmet, found.undo) == ((), (), (), None)
    assert seen(tried(Speak("w", to=COUNCIL)))["council"]


def test_it_leaves_the_table_as_it_was_and_refuses_what_the_rules_refuse() -> None:
    before = laid()
    with pytest.raises(Refused) as refused:
        tried(AdjustTrack(text="w", track=Track.COUNTER, to=9))
    assert refused.value.reason is Reason.OUT_OF_RANGE
    with pytest.raises(Refused) as refused:
        tried(Rewind(to=1, text="w"), replace(laid(), version=5))
    assert refused.value.reason is Reason.UNKNOWN
    assert laid() == before


def test_it_says_what_would_change() -> None:
    assert tried(AdjustTrack(text="w", track=Track.SUPPORT, to=7)).changes == (
        Change("track", "support", "", None, 5, 7),
        Change("track", "rating", "", None, 5, 6),
    )
    agency = AdjustAgency(text="w", seat=COUNCIL, holding=Holding.BUDGET, to=5)
    assert tried(agency).changes == (Change("agency", COUNCIL, "budget", None, 2, 5),)
    trust = AdjustTrust(text="w", seat=COUNCIL, other=LIBRARY, to=2)
    assert tried(trust).changes == (Change("trust", COUNCIL, "", LIBRARY, 0, 2),)
    agenda = AdjustAgenda(text="w", agenda=Rationality.ECONOMIC, frame=Rationality.LEGAL)
    assert tried(agenda).changes == (
        Change("agenda", "agenda", "", None, "legal", "economic"),
        Change("agenda", "frame", "", None, "political", "legal"),
    )
    assert tried(Extend(60)).changes == (Change("clock", "length_s", "", None, 60, 120),)
    assert tried(Pause()).changes == (
        Change("clock", "paused", "", None, before=False, after=True),
    )
    card = replace(NOTE, effects=(Deadline(round=3), Reveal(which=NAMES)))
    assert tried(Inject(written=card, text="w")).changes == (
        Change("agency", COUNCIL, "facts", None, 0, 1),
        Change("agency", LIBRARY, "facts", None, 0, 1),
        Change("clock", "deadlines", "", None, None, "3"),
    )


def test_it_says_what_would_change_of_a_dependency() -> None:
    signed = side(dependency(laid(), NAMES, state=State.SIGNED), NAMES, COUNCIL, protest=True)
    command = AdjustDependency(text="w", dependency=NAMES, answered=COUNCIL, live=True)
    assert differences(signed, judge(signed, command, FACILITATOR, tiny()).table) == (
        Change("track", "bounced", "", None, 2, 1),
        Change("dependency", NAMES, "state", None, "signed", "live"),
        Change("dependency", NAMES, "answered", COUNCIL, before=False, after=True),
        Change("dependency", NAMES, "protest", COUNCIL, before=True, after=False),
    )


def test_it_names_the_goals_that_would_be_out_of_reach_or_not_met_any_more() -> None:
    table = seat(laid(), COUNCIL, autonomy=9, portals=2)
    keys = replace(tiny().concerns[0], met_when=(Amount(of=Measure.AUTONOMY, at_least=9),))
    rules = replace(tiny(), concerns=(keys, *tiny().concerns[1:]))
    table = seat(table, COUNCIL, concern=keys.id)
    lower = AdjustAgency(text="w", seat=COUNCIL, holding=Holding.AUTONOMY, to=5)
    found = dry_run(table, lower, rules)
    assert [(one.seat, one.goal) for one in found.lost] == [(COUNCIL, keys.id)]
    assert found.unmet == ()
    # with a portal to build it could still come back
    found = dry_run(seat(table, COUNCIL, portals=0), lower, rules)
    assert found.lost == ()
    assert [(one.seat, one.goal) for one in found.unmet] == [(COUNCIL, keys.id)]
    assert len(prospects(table, rules)) == 9


@pytest.mark.parametrize(
    "command",
    [
        AdjustTrack(text="w", track=Track.SUPPORT, to=8),
        AdjustAgency(text="w", seat=COUNCIL, holding=Holding.HAND, to=1),
        AdjustTrust(text="w", seat=COUNCIL, other=LIBRARY, to=3),
        AdjustAgenda(text="w", agenda=Rationality.TECHNICAL),
        AdjustAgenda(text="w", frame=Rationality.TECHNICAL),
        AdjustDependency(text="w", dependency=FEES, real=False),
        AdjustDependency(text="w", dependency=TITLES, progress=1),
        AdjustDependency(text="w", dependency=TITLES, live=True),
    ],
)
def test_the_opposite_of_an_override_sets_it_back(command: AnyFacilitatorCommand) -> None:
    table = dependency(laid(), TITLES, state=State.SUSPENDED)
    table = trusting(table, COUNCIL, LIBRARY, 1)
    undo = opposite(table, command)
    assert undo is not None
    there = judge(table, command, FACILITATOR, tiny()).table
    assert there != replace(table, version=there.version)
    back = judge(there, undo, FACILITATOR, tiny()).table
    assert differences(table, back) == ()


@pytest.mark.parametrize(
    "command",
    [
        AdjustDependency(text="w", dependency=FEES, common=True),
        AdjustDependency(text="w", dependency=FEES, answered=COUNCIL),
        Pause(),
    ],
)
def test_what_was_told_to_all_or_answered_has_no_opposite(command: AnyCommand) -> None:
    assert opposite(laid(), command) is None


# --- what can still be met

LOST = dependency(
    replace(laid(), dependencies=tuple(replace(one, real=False) for one in laid().dependencies)),
    NAMES,
    real=True,
)
"""Only names, between council and library, is real."""
LAST = replace(laid(), round=3)


@pytest.mark.parametrize(
    ("goal", "table", "possible"),
    [
        (Amount(Measure.BUDGET, at_least=8), LAST, True),
        (Amount(Measure.AUTONOMY, at_least=9), seat(LAST, COUNCIL, autonomy=5), False),
        (Amount(Measure.AUTONOMY, at_least=9), seat(laid(), COUNCIL, autonomy=5), True),
        (Amount(Measure.AUTONOMY, at_most=3), LAST, True),
        (Amount(Measure.ROUTINES, at_least=3), LAST, True),
        (Amount(Measure.ROUTINES, at_most=1), seat(LAST, COUNCIL, routines=2), False),
        (Amount(Measure.PORTALS, at_least=2), LAST, True),
        (Amount(Measure.PORTALS, at_most=0), seat(LAST, COUNCIL, portals=1), False),
        (Amount(Measure.COUNTER, at_most=2), replace(LAST, counter=3), False),
        (Amount(Measure.SUPPORT, at_least=9), LAST, True),
        (Amount(Measure.FRAGMENTATION, at_most=0), seat(LAST, LIBRARY, portals=1), False),
        (Amount(Measure.BROKEN, at_most=0), seat(laid(), COUNCIL, broken=1), False),
        (Amount(Measure.TOKENS, at_least=6), LAST, True),
        (Amount(Measure.TOKENS, at_least=7), LAST, False),
        (Amount(Measure.LIVE, at_least=1), LOST, True),
        (Amount(Measure.SIGNED, at_least=2), LOST, False),
        (Amount(Measure.ANSWERED, at_least=2), LOST, False),
        (Amount(Measure.BUDGET, at_least=5, by_round=1), replace(laid(), round=2), False),
        (Amount(Measure.BUDGET, at_least=5, by_round=2), replace(laid(), round=2), True),
        (Amount(Measure.PORTALS, at_least=2, by_round=1), laid(), True),
        (OutcomeIs((Outcome.JOINED_UP, Outcome.FACADE)), replace(laid(), stopped=True), False),
        (OutcomeIs((Outcome.JOINED_UP,)), laid(), True),
        (OutcomeIs((Outcome.JOINED_UP,)), LOST, False),
        (OutcomeIs((Outcome.WITHDRAWN,)), LOST, True),
        (OutcomeIs((Outcome.PAPER,)), LOST, False),
        (OutcomeIs((Outcome.PAPER,)), laid(), True),
        (OutcomeIs((Outcome.NOT_LAUNCHED,)), replace(laid(), launched=1), False),
        (CoreValueKept(), LOST, True),
        (CoreValueKept(), dependency(LOST, NAMES, real=False), False),
        (NotFirst(), laid(), True),
        (NotFirst(), replace(laid(), first_signed=NAMES), False),
        (NotFirst(), replace(laid(), first_signed=TITLES), True),
        (FrameIs(), LAST, True),
        (AgendaIs(), LAST, True),
        (FrameIs(), replace(LAST, phase=Phase.ENDED), True),
        (AgendaIs(), replace(LAST, phase=Phase.ENDED), False),
    ],
)
def test_what_can_still_be_met(goal: AnyPredicate, table: Table, *, possible: bool) -> None:
    assert can_be(goal, table, COUNCIL) is possible


def test_what_was_so_by_its_round_is_met_for_good() -> None:
    then = SeatPast(5, 10, 0, 0, 0, 0, 0, 0, 0)
    past = RoundPast(1, 5, 0, 0, 0, 0, 0, Rationality.LEGAL, Rationality.LEGAL, (then, then, then))
    table = replace(laid(), round=2, past=(past,))
    assert can_be(Amount(Measure.BUDGET, at_least=5, by_round=1), table, COUNCIL)
    assert not can_be(Amount(Measure.BUDGET, at_least=6, by_round=1), table, COUNCIL)


@pytest.mark.parametrize(("name", "number"), [("tiny", 4), ("tiny", 10), ("newborn", 2)])
def test_what_cannot_be_met_any_more_is_not_met_at_the_end(name: str, number: int) -> None:
    rules = load(RULESETS / name)
    game = play(rules, setup_of(number), number)
    met = {(one.seat, one.goal): one.met for one in prospects(game.table, rules)}
    lost = {
        (one.seat, one.goal)
        for table in game.tables
        if table.round and not table.practice
        for one in prospects(table, rules)
        if not one.possible
    }
    assert lost
    assert [one for one in lost if met[one]] == []


def test_a_card_with_a_choice_says_what_each_option_would_change() -> None:
    up = (MoveTrack(track=Track.LEGAL_PRESSURE, by=2),)
    options = (Option(id=OptionId("first"), effects=up), Option(id=OptionId("second")))
    card = replace(NOTE, choice=Choice(by="all", default=OptionId("second"), options=options))
    found = tried(Inject(written=card, text="words"))
    moved = Change("track", "legal_pressure", "", None, 0, 2)
    assert [(one.option, one.changes) for one in found.options] == [
        ("first", (moved,)),
        ("second", ()),
    ]
    # a choice that stands open already is none of this command's
    standing = judge(laid(), Inject(written=card, text="w"), FACILITATOR, tiny()).table
    assert tried(Speak("words"), standing).options == ()
    # and one that comes too late is taken at once
    late = tried(Inject(written=card, text="words"), laid(Phase.PLAN))
    assert late.options == ()
