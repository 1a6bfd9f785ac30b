"""What will happen by itself, and what a command changes about it."""

from msgspec import json
from msgspec.structs import replace

from game.choice import Choice, Option
from game.controls.adjust import AdjustAgency, AdjustDependency, AdjustTrack
from game.controls.cards import Inject
from game.controls.course import SetAutopilot
from game.cues import Gauge, TableCue
from game.decide import judge
from game.dryrun.foresight import Later, coming, foreseen
from game.dryrun.trying import dry_run
from game.effects.shared import Audit, Deadline, Freeze
from game.model.cards import ScriptLine
from game.model.params import Modules
from game.model.table import Table
from game.ruleset import Card
from game.script import LineSpec
from game.vocabulary import (
    FACILITATOR,
    CardId,
    CardKind,
    Holding,
    OptionId,
    Phase,
    State,
    Track,
)
from tests.given import COUNCIL, NAMES, dependency, laid, seat, tiny

NOTE = Card(id=CardId("note"), kind=CardKind.CITIZEN)
INCOME = Later("income", round=2, amount=1)


def after(command: Inject | AdjustTrack | AdjustAgency | AdjustDependency, table: Table) -> Table:
    return judge(table, command, FACILITATOR, tiny()).table


def changed(
    command: Inject | AdjustTrack | AdjustAgency | AdjustDependency, table: Table | None = None
) -> tuple[tuple[Later, ...], tuple[Later, ...]]:
    before = table or laid()
    return foreseen(before, after(command, before), tiny())


def inject(card: Card) -> Inject:
    return Inject(written=card, text="w")


def test_a_quiet_table_has_its_income_to_come_and_nothing_else() -> None:
    assert tuple(coming(laid(), tiny())) == (INCOME,)
    for phase in (Phase.LOBBY, Phase.YEAR_ONE, Phase.ENDED):
        assert tuple(coming(replace(laid(), phase=phase), tiny())) == ()
    last = replace(laid(), round=laid().params.rounds)
    assert tuple(coming(last, tiny())) == ()


def test_a_deadline_fires_in_the_briefing_of_its_round() -> None:
    assert changed(inject(replace(NOTE, effects=(Deadline(round=3),)))) == (
        (Later("deadline", round=3),),
        (),
    )
    # one of this round or before comes in the next briefing, and again until the launch
    assert Later("deadline", round=2) in coming(replace(laid(), deadlines=(1,)), tiny())


def test_measures_of_a_round_end_with_it() -> None:
    card = replace(NOTE, effects=(Freeze(sensitivity=2), Audit()))
    later, stopped = changed(inject(card))
    assert (later[:2], stopped) == ((Later("freeze", amount=2), Later("audit")), ())


def test_a_choice_is_taken_at_plan_with_the_default_where_nobody_chooses() -> None:
    options = (Option(id=OptionId("first")), Option(id=OptionId("second")))
    choice = Choice(by="all", default=OptionId("second"), options=options)
    assert changed(inject(replace(NOTE, choice=choice)))[0] == (Later("choice", of="second"),)


def test_support_decides_on_income_and_on_whether_there_can_be_a_vote() -> None:
    assert changed(AdjustTrack(text="w", track=Track.SUPPORT, to=8)) == (
        (Later("income", round=2, amount=2),),
        (INCOME,),
    )
    assert changed(AdjustTrack(text="w", track=Track.SUPPORT, to=2)) == (
        (Later("no_vote", amount=4), Later("income", round=2, amount=0)),
        (INCOME,),
    )


def test_what_is_built_goes_live_at_the_next_reveal() -> None:
    signed = dependency(laid(), NAMES, state=State.SIGNED, progress=0)
    command = AdjustDependency(text="w", dependency=NAMES, progress=1)
    assert changed(command, signed) == ((Later("goes_live", of=NAMES),), ())


def test_a_house_without_backing_has_one_action_less() -> None:
    inner = replace(laid(), modules=Modules(None, architectures=False, inner_house=True, scan=True))
    command = AdjustAgency(text="w", seat=COUNCIL, holding=Holding.BACKING, to=0)
    assert changed(command, inner)[0] == (Later("fewer_actions", of=COUNCIL, round=2),)
    assert Later("fewer_actions", of=COUNCIL, round=2) not in coming(
        seat(laid(), COUNCIL, backing=0), tiny()
    )


def line(number: int, *, auto: bool = False, held: bool = False) -> ScriptLine:
    spec = LineSpec(number=number, when=(TableCue(of=Gauge.SUPPORT, at_most=2),), auto=auto)
    return ScriptLine(number, json.encode(spec).decode(), held=held)


def test_lines_of_the_script_whose_conditions_it_meets_are_named() -> None:
    plain = ScriptLine(4, json.encode(LineSpec(number=4)).decode())
    scripted = replace(laid(), script=(line(1), line(2, auto=True), line(3, held=True), plain))
    fall = AdjustTrack(text="w", track=Track.SUPPORT, to=2)
    lines = [one for one in changed(fall, scripted)[0] if one.what.startswith("line")]
    assert lines == [Later("line", of="1"), Later("line", of="2")]
    piloted = replace(scripted, autopilot=True)
    lines = [one for one in changed(fall, piloted)[0] if one.what.startswith("line")]
    assert lines == [Later("line", of="1"), Later("line_by_clock", of="2")]
    rise = AdjustTrack(text="w", track=Track.SUPPORT, to=5)
    stopped = changed(rise, after(fall, scripted))[1]
    assert [one.of for one in stopped if one.what == "line"] == ["1", "2"]


def test_a_dry_run_names_what_it_sets_going_and_what_it_stops() -> None:
    found = dry_run(laid(), SetAutopilot(on=True), tiny())
    assert (found.later, found.stopped) == ((Later("clock", amount=60),), ())
    found = dry_run(replace(laid(), autopilot=True), SetAutopilot(on=False), tiny())
    assert (found.later, found.stopped) == ((), (Later("clock", amount=60),))
