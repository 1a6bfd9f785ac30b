"""The script of injects: what its cues ask, and what the facilitator does with its lines."""

import pytest
from msgspec.structs import replace

from game.acts import Act, Terms
from game.choice import Choice, Option
from game.controls.cards import Inject
from game.controls.course import NextPhase
from game.controls.script import FireLine, HoldLine, JudgeLine, RemoveLine, SetLine, SkipLine
from game.cues import (
    ActCue,
    AgendaCue,
    AnyCue,
    DependencyCue,
    FrameCue,
    Gauge,
    SeatCue,
    TableCue,
    gauged,
    holds,
)
from game.effects.agencies import Agency
from game.effects.base import Condition
from game.effects.dependencies import Reveal
from game.effects.shared import Track as MoveTrack
from game.events.control import (
    Adjusted,
    LineFired,
    LineHeld,
    LineJudged,
    LineRemoved,
    LineSet,
    LineSkipped,
)
from game.events.course import Opened, RoundClosed
from game.events.seats import AgencyMoved
from game.events.tracks import CardDrawn, CardSent, TrackMoved
from game.fold import rewound
from game.goals import Measure
from game.log import Entry
from game.model.cards import ScriptLine
from game.model.deals import Deal, Promise
from game.model.past import Resolved
from game.model.table import Table
from game.ruleset import Card
from game.script import (
    MOST_LINES,
    LineSpec,
    LineWords,
    card_words,
    is_moment,
    joined,
    laid_line,
    parted,
    passed,
)
from game.talk.votes import Choose
from game.views.lines import lines
from game.views.view import FACILITATOR as STAFF
from game.views.view import OBSERVER, SCREEN, Viewer, seat_viewer, view
from game.vocabulary import (
    FACILITATOR,
    CardId,
    CardKind,
    DealId,
    Holding,
    OptionId,
    Phase,
    PromiseId,
    Rationality,
    Reason,
    SeatId,
    State,
    TextId,
    Topic,
    Track,
    Verdict,
)
from tests.given import ARCHIVE, COUNCIL, FEES, LIBRARY, NAMES, dependency, given, laid, seat, tiny

WORDS = TextId("words")
CALM = LineSpec(number=10)
SIGNED = TableCue(of=Gauge.SIGNED, at_least=1)


def scripted(*lines: ScriptLine, table: Table | None = None) -> Table:
    """The table with these lines."""
    return replace(table or laid(), script=lines)


def test_cues_ask_the_table() -> None:
    table = dependency(laid(), NAMES, state=State.LIVE, common=True)
    table = dependency(table, FEES, state=State.SIGNED)
    done = Resolved(COUNCIL, Act("lobby"), worked=True)
    table = seat(replace(table, resolved=(done,)), LIBRARY, broken=2)
    deal = Deal(
        DealId("d"),
        COUNCIL,
        LIBRARY,
        Terms(),
        Terms(),
        Topic.CONTENT,
        confidential=False,
        thread=DealId("d"),
    )
    promise = Promise(PromiseId("p"), COUNCIL, LIBRARY, Act("lobby"), 1, confidential=False)
    table = replace(
        table, deals=(deal,), promises=(promise, replace(promise, verdict=Verdict.KEPT))
    )
    numbers = {
        Gauge.SUPPORT: 5, Gauge.LEGAL_PRESSURE: 0, Gauge.COUNTER: 0, Gauge.RATING: 5,
        Gauge.FRAGMENTATION: 0, Gauge.LIVE: 1, Gauge.SIGNED: 2, Gauge.COMMON: 1, Gauge.BROKEN: 2,
        Gauge.PROMISES: 1, Gauge.OFFERS: 1, Gauge.DIRECTIVES: 3,
    }  # fmt: skip
    assert {one: gauged(table, one) for one in Gauge} == numbers
    true: tuple[AnyCue, ...] = (
        TableCue(of=Gauge.SUPPORT, at_least=5, at_most=5),
        SeatCue(seat=COUNCIL, of=Measure.BUDGET, at_least=2),
        DependencyCue(dependency=NAMES, state=State.LIVE),
        FrameCue(value=Rationality.POLITICAL),
        AgendaCue(value=Rationality.LEGAL),
        ActCue(kind="lobby"),
        ActCue(kind="lobby", seat=COUNCIL),
    )
    false: tuple[AnyCue, ...] = (
        TableCue(of=Gauge.SUPPORT, at_least=6),
        TableCue(of=Gauge.SUPPORT, at_most=4),
        SeatCue(seat=COUNCIL, of=Measure.BUDGET, at_most=1),
        SeatCue(seat=SeatId("nobody"), of=Measure.BUDGET, at_least=0),
        DependencyCue(dependency=FEES, state=State.LIVE),
        FrameCue(value=Rationality.LEGAL),
        AgendaCue(value=Rationality.POLITICAL),
        ActCue(kind="sign"),
        ActCue(kind="lobby", seat=LIBRARY),
    )
    assert [one for one in true if not holds(one, table)] == []
    assert [one for one in false if holds(one, table)] == []


@pytest.mark.parametrize(
    ("spec", "phase", "number", "now", "gone"),
    [
        (LineSpec(number=1, round=2, phase=Phase.TALK), Phase.TALK, 2, True, False),
        (LineSpec(number=1, round=2, phase=Phase.TALK), Phase.TALK, 1, False, False),
        (LineSpec(number=1, round=2, phase=Phase.TALK), Phase.BRIEFING, 2, False, False),
        (LineSpec(number=1, round=2, phase=Phase.TALK), Phase.PLAN, 2, False, True),
        (LineSpec(number=1, round=2, phase=Phase.TALK), Phase.BRIEFING, 3, False, True),
        (LineSpec(number=1, round=2), Phase.REVEAL, 2, True, False),
        (LineSpec(number=1, round=2), Phase.VOTE, 2, False, True),
        (LineSpec(number=1, phase=Phase.TALK), Phase.PLAN, 2, False, False),
        (LineSpec(number=1, phase=Phase.TALK), Phase.ENDED, 2, False, True),
        (LineSpec(number=1, round=1), Phase.LOBBY, 0, False, False),
    ],
)
def test_a_line_has_its_moment_and_the_moment_passes(
    spec: LineSpec, phase: Phase, number: int, *, now: bool, gone: bool
) -> None:
    table = replace(laid(), phase=phase, round=number)
    assert (is_moment(spec, table), passed(spec, table)) == (now, gone)
    assert not is_moment(spec, replace(table, practice=True))


def test_the_words_of_a_line_are_one_text_and_come_apart_again() -> None:
    words = LineWords(headline="Flood", story="It  rises.\nFast.", contingency="Ask")
    assert joined(words) == "Flood\nIt rises. Fast.\n\n\nAsk"
    assert parted(joined(words)) == replace(words, story="It rises. Fast.")
    assert card_words(parted("Flood")) == "Flood"
    assert card_words(words).startswith("Flood\nIt")


def test_a_line_is_written_written_anew_and_taken_out() -> None:
    line = laid_line(CALM)
    now = (
        given()
        .when(FACILITATOR, SetLine(line=CALM, text="w"))
        .then(LineSet(replace(line, words=TextId("w"))))
    )
    now = now.when(FACILITATOR, HoldLine(number=10)).then(LineHeld(10, held=True))
    now.when(FACILITATOR, HoldLine(number=10)).refused(Reason.ALREADY)
    anew = LineSpec(number=10, kind=CardKind.BUDGET)
    now = now.when(FACILITATOR, SetLine(line=anew)).then(
        LineSet(replace(laid_line(anew), words=TextId("w"), held=True))
    )
    now = now.when(FACILITATOR, SetLine(line=LineSpec(number=5), text="v")).then_also()
    assert [one.number for one in now.table.script] == [5, 10]
    now = now.when(FACILITATOR, RemoveLine(number=10)).then(LineRemoved(10))
    assert [one.number for one in now.table.script] == [5]
    now.when(FACILITATOR, RemoveLine(number=10)).refused(Reason.UNKNOWN)


def test_a_line_that_could_not_stand_in_the_ruleset_is_refused_with_its_place() -> None:
    line = LineSpec(number=10, to=(SeatId("mayor"),))
    found = given().when(FACILITATOR, SetLine(line=line, text="w"))
    found.refused(Reason.OUT_OF_RANGE)
    assert found.refusal is not None
    assert found.refusal.detail.startswith("to[0] 'mayor' is not a seat here")
    given().when(FACILITATOR, SetLine(line=CALM)).refused(Reason.NEEDS_REASON)
    many = tuple(laid_line(LineSpec(number=one + 100)) for one in range(MOST_LINES))
    full = given(scripted(*many))
    full.when(FACILITATOR, SetLine(line=CALM, text="w")).refused(Reason.OUT_OF_RANGE)


def test_a_line_with_a_card_of_the_decks_needs_no_words() -> None:
    line = LineSpec(number=10, card=tiny().events[1].id)
    given().when(FACILITATOR, SetLine(line=line)).then(LineSet(laid_line(line)))


def test_a_line_is_laid_once_for_all_to_see() -> None:
    effect = MoveTrack(track=Track.SUPPORT, by=-1)
    spec = LineSpec(number=10, kind=CardKind.POLITICAL, effects=(effect,))
    now = given(scripted(laid_line(spec)))
    now.when(FACILITATOR, FireLine(number=10)).refused(Reason.NEEDS_REASON)
    now = now.when(FACILITATOR, FireLine(number=10, text="words")).then(
        LineFired(10),
        CardDrawn(
            CardId("line_10"),
            0,
            injected=True,
            written='{"id":"line_10","kind":"political",'
            '"effects":[{"type":"track","track":"support","by":-1}]}',
            words=WORDS,
        ),
        TrackMoved(Track.SUPPORT, -1, 4),
    )
    for command in (
        FireLine(number=10, text="words"),
        SetLine(line=spec, text="w"),
        RemoveLine(number=10),
        SkipLine(number=10),
    ):
        now.when(FACILITATOR, command).refused(Reason.ALREADY)


def test_a_line_poses_a_choice_that_seats_make() -> None:
    options = (
        Option(id=OptionId("wait")),
        Option(id=OptionId("go"), effects=(MoveTrack(track=Track.SUPPORT, by=-1),)),
    )
    choice = Choice(by="all", default=OptionId("wait"), options=options)
    spec = LineSpec(number=10, kind=CardKind.POLITICAL, choice=choice)
    laying = given(scripted(laid_line(spec))).when(FACILITATOR, FireLine(number=10, text="words"))
    table = laying.table
    assert table.standing is not None
    assert table.standing.choosing
    for seat_id in (COUNCIL, LIBRARY):
        table = given(table).when(seat_id, Choose(OptionId("go"))).table
    planning = given(table).when(FACILITATOR, NextPhase())
    assert TrackMoved(Track.SUPPORT, -1, 4) in planning.events
    aimed = LineSpec(number=11, choice=choice, to=(LIBRARY,))
    given(laid()).when(FACILITATOR, SetLine(line=aimed, text="w")).refused(Reason.OUT_OF_RANGE)


def test_a_line_lays_a_card_of_the_decks() -> None:
    card = next(one for one in tiny().events if one.choice is None)
    now = given(scripted(laid_line(LineSpec(number=10, card=card.id))))
    now.when(FACILITATOR, FireLine(number=10, text="why")).then_also(
        LineFired(10), Adjusted(TextId("why")), CardDrawn(card.id, 0, injected=True)
    )


def test_a_line_aims_at_those_who_are_seated() -> None:
    spec = LineSpec(number=10, to=(SeatId("gone"), LIBRARY))
    now = given(scripted(laid_line(spec)))
    sent = CardSent(CardId("line_10"), (LIBRARY,), 0, '{"id":"line_10","kind":"citizen"}', WORDS)
    now.when(FACILITATOR, FireLine(number=10, text="words")).then(LineFired(10), sent)
    nobody = given(scripted(laid_line(LineSpec(number=10, to=(SeatId("gone"),)))))
    nobody.when(FACILITATOR, FireLine(number=10, text="words")).refused(Reason.UNKNOWN)


def test_a_line_is_skipped_and_comes_after_all() -> None:
    now = given(scripted(laid_line(CALM)))
    now = now.when(FACILITATOR, SkipLine(number=10, text="why")).then(
        LineSkipped(10, skipped=True, reason=TextId("why"))
    )
    now.when(FACILITATOR, SkipLine(number=10)).refused(Reason.ALREADY)
    now.when(FACILITATOR, FireLine(number=10, text="words")).refused(Reason.ALREADY)
    now = now.when(FACILITATOR, SkipLine(number=10, skipped=False)).then(
        LineSkipped(10, skipped=False)
    )
    now.when(FACILITATOR, FireLine(number=10, text="words")).then_also(LineFired(10))


def test_what_a_line_expects_is_judged_once_it_was_laid() -> None:
    now = given(scripted(laid_line(CALM)))
    now.when(FACILITATOR, JudgeLine(number=10)).refused(Reason.TOO_EARLY)
    now = given(scripted(replace(laid_line(CALM), fired=True)))
    now = now.when(FACILITATOR, JudgeLine(number=10)).then(LineJudged(10, met=True))
    now.when(FACILITATOR, JudgeLine(number=10)).refused(Reason.ALREADY)
    now.when(FACILITATOR, JudgeLine(number=10, met=False)).then(LineJudged(10, met=False))


def test_a_line_is_laid_in_play_alone_and_written_at_any_time() -> None:
    lobby = given(scripted(laid_line(CALM), table=laid(Phase.LOBBY)))
    lobby.when(FACILITATOR, FireLine(number=10, text="words")).refused(Reason.NOT_STARTED)
    lobby.when(FACILITATOR, SetLine(line=LineSpec(number=11), text="w")).then_also()


def test_a_ruleset_s_script_lies_ready_and_outlasts_the_practice_round() -> None:
    line = replace(laid_line(CALM), fired=True, held=True, met=True)
    now = given(scripted(line)).table
    fresh = replace(laid(), script=(laid_line(LineSpec(number=3)),))
    again = given(now, Opened(fresh)).table
    assert again.script == (replace(laid_line(CALM), held=True),)
    bare = given(replace(laid(), seats=(), script=()), Opened(fresh)).table
    assert bare.script == fresh.script


def test_a_rewind_keeps_the_script_as_it_is_written_now_and_lays_it_again() -> None:
    then = scripted(replace(laid_line(CALM), fired=True, met=True))
    edited = replace(laid_line(CALM), held=True, fired=True)
    new = replace(laid_line(LineSpec(number=20)), fired=True)
    found = rewound(scripted(edited, new), then).script
    assert found == (
        replace(edited, met=True),
        laid_line(LineSpec(number=20)),
    )


# --- cards for some alone (X1)


def read_by(table: Table, command: Inject, viewer: Viewer) -> tuple[list[str], bool]:
    """What a viewer reads of a command, and whether its view stays as it was."""
    when = given(table).when(FACILITATOR, command)
    assert when.refusal is None, when.refusal
    entry = Entry(
        version=9, at_ms=0, wall_ms=0, by=FACILITATOR, via="facilitator", id="", command=command,
        events=when.events, salt="",
    )  # fmt: skip
    kinds = [line.kind for line in lines(entry, when.table, viewer)]
    return kinds, view(table, viewer, tiny()) == view(when.table, viewer, tiny())


def test_a_card_for_some_is_seen_by_those_alone() -> None:
    card = Card(id=CardId("note"), kind=CardKind.CITIZEN)
    inject = Inject(written=card, text="words", to=(LIBRARY, LIBRARY))
    for viewer in (seat_viewer(COUNCIL), seat_viewer(ARCHIVE), OBSERVER, SCREEN):
        assert read_by(laid(), inject, viewer) == ([], True)
    assert read_by(laid(), inject, seat_viewer(LIBRARY)) == (["card_sent"], False)
    assert read_by(laid(), inject, STAFF) == (["card_given"], False)
    now = given().when(FACILITATOR, inject).then_also()
    assert now.table.sent[0].to == (LIBRARY,)
    assert now.table.standing is None
    own = view(now.table, seat_viewer(LIBRARY), tiny()).own
    assert own is not None
    assert [(one.id, one.words) for one in own.cards] == [("note", "words")]
    assert given(now.table, RoundClosed(1)).table.sent == ()


def test_what_a_card_for_some_does_is_told_and_an_idle_effect_is_not() -> None:
    effects = (
        MoveTrack(track=Track.SUPPORT, by=1, when=Condition(launched=True)),
        Agency(who="library", holding=Holding.AUTONOMY, by=-1),
        Reveal(which="library"),
    )
    table = replace(
        laid(), dependencies=tuple(replace(one, common=True) for one in laid().dependencies)
    )
    card = Card(id=CardId("note"), kind=CardKind.CITIZEN, effects=effects)
    inject = Inject(written=card, text="words", to=(LIBRARY,))
    given(table).when(FACILITATOR, inject).then_also(AgencyMoved(LIBRARY, Holding.AUTONOMY, -1, 9))
    assert read_by(table, inject, seat_viewer(COUNCIL)) == (["agency_fell"], False)


def test_a_card_of_the_deck_for_some_leaves_the_deck() -> None:
    card = next(one.id for one in tiny().events if one.choice is None)
    inject = Inject(card, text="why", to=(LIBRARY,))
    when = given().when(FACILITATOR, inject)
    assert when.events[0] == CardSent(card, (LIBRARY,), reason=TextId("why"))
    assert card not in when.table.event_deck
    assert read_by(laid(), inject, STAFF)[0][0] == "card_given"


def test_a_card_for_some_names_seats_of_this_table_and_poses_no_choice() -> None:
    card = Card(id=CardId("note"), kind=CardKind.CITIZEN)
    for to in ((SeatId("mayor"),), (LIBRARY, SeatId("mayor"))):
        given().when(FACILITATOR, Inject(written=card, text="w", to=to)).refused(Reason.UNKNOWN)
    options = (Option(id=OptionId("a")), Option(id=OptionId("b")))
    asks = replace(card, choice=Choice(by="all", default=OptionId("a"), options=options))
    given().when(FACILITATOR, Inject(written=asks, text="w", to=(LIBRARY,))).refused(
        Reason.OUT_OF_RANGE
    )


def test_the_script_is_the_facilitator_s_alone() -> None:
    before, after = laid(), scripted(laid_line(CALM))
    for viewer in (*(seat_viewer(one.id) for one in before.seats), OBSERVER, SCREEN):
        assert view(before, viewer, tiny()) == view(after, viewer, tiny())
    events = (
        LineSet(laid_line(CALM)), LineRemoved(1), LineHeld(1, held=True), LineHeld(1, held=False),
        LineSkipped(1, skipped=True), LineSkipped(1, skipped=False), LineFired(1),
        LineJudged(1, met=True), LineJudged(1, met=False),
    )  # fmt: skip
    entry = Entry(
        version=9, at_ms=0, wall_ms=0, by=FACILITATOR, via="facilitator", id="",
        command=HoldLine(number=1), events=events, salt="",
    )  # fmt: skip
    assert [line.kind for line in lines(entry, after, STAFF)] == [
        "line_set", "line_removed", "line_held", "line_freed", "line_skipped", "line_restored",
        "line_fired", "line_met", "line_unmet",
    ]  # fmt: skip
    for viewer in (seat_viewer(COUNCIL), OBSERVER, SCREEN):
        assert lines(entry, after, viewer) == ()


def test_the_words_of_the_script_are_not_among_those_that_all_may_read() -> None:
    rules = replace(tiny(), texts={"en": {"script.10.headline": "Flood", "ruleset.name": "T"}})
    assert rules.shared_texts("en") == {"ruleset.name": "T"}
    assert rules.line_words("en", 10) == LineWords(headline="Flood")
    assert rules.line_words("de", 10) == LineWords()
