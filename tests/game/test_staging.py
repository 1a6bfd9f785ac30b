"""When a line of the script fell due, was laid and was answered, as the log tells it."""

from msgspec.structs import replace

from game.commands import AnyCommand
from game.controls.adjust import AdjustTrack
from game.controls.cards import Inject
from game.controls.course import EndGame, NextPhase, Pause, Resume, Rewind, SetAutopilot, Start
from game.controls.script import FireLine, HoldLine, JudgeLine, RemoveLine, SetLine, SkipLine
from game.cues import Gauge, TableCue
from game.opening import Setup
from game.ruleset import Card
from game.script import LineSpec
from game.staging import Executed, Staging, staged_by
from game.standings import (
    LATE_MS,
    Standing,
    Status,
    next_auto_ms,
    next_change_ms,
    standings,
    to_fire,
)
from game.vocabulary import FACILITATOR, CardId, CardKind, Phase, Track
from tests.given import LIBRARY, tiny
from tests.playing import Game

LOW = TableCue(of=Gauge.SUPPORT, at_most=2)
HIGH = TableCue(of=Gauge.SUPPORT, at_least=6)


class Sitting(Game):
    """A game whose clock the test sets: `do` happens `later_s` seconds after the entry before."""

    def __init__(self, *lines: LineSpec, first_game: bool = False) -> None:
        super().__init__(tiny(), Setup("seed", bots="random", first_game=first_game))
        for line in lines:
            self.do(FACILITATOR, SetLine(line=line, text="w"))
        self.do(FACILITATOR, Start())
        self.chance()

    def talk(self) -> "Sitting":
        """On to the Talk of this round, 10 s after the Briefing began."""
        return self.on_to(Phase.TALK)

    def on_to(self, phase: Phase) -> "Sitting":
        """On to the next beginning of this phase, 10 s a phase."""
        while self.table.phase is not phase:
            self.then(NextPhase())
            self.chance()
        return self

    def then(self, command: AnyCommand, later_s: int = 10) -> "Sitting":
        """The facilitator does this, so much later."""
        before = self.entries[-1].at_ms
        self.do(FACILITATOR, command)
        # The hash is of no matter here.
        self.entries[-1] = replace(self.entries[-1], at_ms=before + later_s * 1000)
        return self

    def chance(self) -> None:
        """What chance owes comes in the same moment."""
        count, before = len(self.entries), self.entries[-1].at_ms
        super().chance()
        for number in range(count, len(self.entries)):
            self.entries[number] = replace(self.entries[number], at_ms=before)

    @property
    def now(self) -> int:
        return self.entries[-1].at_ms

    @property
    def staging(self) -> Staging:
        return staged_by(zip(self.entries, self.tables, strict=True))

    def line(self, number: int = 1, after_s: int = 0) -> Standing:
        found = standings(self.staging, self.now + after_s * 1000)
        return next(one for one in found if one.number == number)


def test_a_line_is_due_when_its_time_in_the_phase_has_come_and_late_after_that() -> None:
    game = Sitting(LineSpec(number=1, round=1, phase=Phase.TALK, after_s=30))
    assert game.line().status is Status.WAITING
    assert game.line().planned_ms is None
    began = game.talk().now
    assert game.line().planned_ms == began + 30_000
    assert game.line(after_s=29).status is Status.WAITING
    assert next_change_ms(game.staging, began) == began + 30_000
    assert game.line(after_s=30).status is Status.DUE
    assert next_change_ms(game.staging, began + 30_000) == began + 30_000 + LATE_MS
    assert game.line(after_s=30 + LATE_MS // 1000).status is Status.LATE
    assert next_change_ms(game.staging, began + 30_000 + LATE_MS) is None
    # when the phase goes by, it is late; had it never been due, it has passed
    game.then(NextPhase(), later_s=60)
    assert game.line().status is Status.LATE
    assert game.line().planned_ms == began + 30_000


def test_a_line_whose_cues_never_held_in_its_moment_has_passed() -> None:
    game = Sitting(LineSpec(number=1, round=1, phase=Phase.TALK, when=(LOW,))).talk()
    assert game.line().status is Status.WAITING
    assert game.then(NextPhase()).line().status is Status.PASSED


def test_a_line_without_a_moment_waits_for_its_cues_and_no_longer_when_they_fail() -> None:
    game = Sitting(LineSpec(number=1, when=(LOW,))).talk()
    game.then(AdjustTrack(text="w", track=Track.SUPPORT, to=2))
    assert (game.line().status, game.line().planned_ms) == (Status.DUE, game.now)
    first = game.now
    game.then(AdjustTrack(text="w", track=Track.SUPPORT, to=5))
    assert (game.line().status, game.line().planned_ms) == (Status.WAITING, first)


def test_a_line_without_moment_and_cues_comes_by_hand_alone() -> None:
    game = Sitting(LineSpec(number=1)).talk()
    assert game.line(after_s=900).status is Status.WAITING
    assert game.then(FireLine(number=1, text="w")).line().status is Status.DONE


def test_a_line_that_is_held_or_skipped_is_not_proposed() -> None:
    game = Sitting(LineSpec(number=1, phase=Phase.TALK)).talk()
    assert game.line().status is Status.DUE
    assert game.then(HoldLine(number=1)).line().status is Status.WAITING
    assert game.then(HoldLine(number=1, held=False)).line().status is Status.DUE
    assert game.then(SkipLine(number=1)).line().status is Status.SKIPPED


def test_the_response_is_timed_from_laying_to_what_the_table_shows() -> None:
    line = LineSpec(number=1, phase=Phase.TALK, expect=(HIGH,), window_s=60, contingency=2)
    game = Sitting(line, LineSpec(number=2)).talk()
    began = game.now
    game.then(FireLine(number=1, text="w"), later_s=20)
    laid = game.line()
    assert (laid.fired_ms, laid.closes_ms, laid.met) == (began + 20_000, began + 80_000, None)
    assert next_change_ms(game.staging, game.now) == began + 80_000
    assert not game.line(after_s=59).overdue
    assert game.line(after_s=60).overdue
    game.then(AdjustTrack(text="w", track=Track.SUPPORT, to=7), later_s=35)
    found = game.line(after_s=60)
    assert (found.met, found.response_ms, found.overdue) == (True, 35_000, False)
    (one,) = game.staging.executed
    assert one == Executed(
        version=one.version,
        number=1,
        round=1,
        phase=Phase.TALK,
        planned_ms=began,
        actual_ms=began + 20_000,
        wall_ms=one.wall_ms,
        via="facilitator",
        card=CardId("line_1"),
        words=one.words,
        to=(),
        window_ms=60_000,
        met=True,
        response_ms=35_000,
    )
    # what was met stays met
    game.then(AdjustTrack(text="w", track=Track.SUPPORT, to=3))
    assert game.line().met is True


def test_the_facilitator_judges_what_no_table_shows() -> None:
    game = Sitting(LineSpec(number=1, window_s=60)).talk()
    game.then(FireLine(number=1, text="w"))
    game.then(JudgeLine(number=1, met=False))
    # without another line to lay there is nothing more to propose
    assert (game.line().met, game.line().overdue) == (False, False)
    assert game.staging.executed[0].response_ms is None
    game.then(JudgeLine(number=1, met=True), later_s=5)
    assert (game.line().met, game.line().response_ms) == (True, 15_000)
    assert game.staging.executed[0].response_ms == 15_000


def test_the_contingency_is_called_for_until_it_is_laid() -> None:
    line = LineSpec(number=1, window_s=60, contingency=2)
    game = Sitting(line, LineSpec(number=2)).talk()
    game.then(FireLine(number=1, text="w"))
    assert [game.line(after_s=59).overdue, game.line(after_s=60).overdue] == [False, True]
    game.then(JudgeLine(number=1, met=False))
    assert game.line().overdue
    game.then(FireLine(number=2, text="w"))
    assert not game.line(after_s=60).overdue


def test_nothing_is_proposed_when_the_game_is_over() -> None:
    laid = LineSpec(number=1, window_s=60, contingency=2)
    game = Sitting(laid, LineSpec(number=2), LineSpec(number=3, phase=Phase.TALK)).talk()
    game.then(FireLine(number=1, text="w"))
    assert game.line(3).status is Status.DUE
    assert game.line(1, after_s=60).overdue
    game.then(EndGame(text="Time."))
    assert [game.line(one).status for one in (1, 2, 3)] == [
        Status.DONE,
        Status.PASSED,
        Status.PASSED,
    ]
    assert not game.line(1, after_s=60).overdue


def test_an_inject_without_a_line_is_in_the_record_too() -> None:
    game = Sitting().talk()
    card = Card(id=CardId("note"), kind=CardKind.CITIZEN)
    game.then(Inject(written=card, text="w", to=(LIBRARY,)))
    game.then(Inject(tiny().events[1].id))
    first, second = game.staging.executed
    assert (first.number, first.to, first.planned_ms) == (None, (LIBRARY,), None)
    assert (second.card, second.to) == (tiny().events[1].id, ())


def test_a_rewind_sets_the_record_aside_and_the_line_waits_again() -> None:
    line = LineSpec(number=1, phase=Phase.TALK, after_s=30, expect=(HIGH,))
    other = LineSpec(number=2, phase=Phase.TALK)
    game = Sitting(line, other).talk()
    began, back = game.now, game.table.version
    game.then(FireLine(number=1, text="w"), later_s=50)
    game.then(Rewind(to=back, text="w"), later_s=10)
    # the phase is as young as it was then
    assert game.line().planned_ms == began + 60_000 + 30_000
    assert game.line().status is Status.WAITING
    assert game.line(2).status is Status.DUE
    assert [one.aside for one in game.staging.executed] == [True]
    game.then(Resume())
    game.then(FireLine(number=1, text="w"), later_s=40)
    game.then(AdjustTrack(text="w", track=Track.SUPPORT, to=7), later_s=5)
    assert [(one.aside, one.met) for one in game.staging.executed] == [(True, None), (False, True)]
    # a rewind to after an inject leaves it in force
    game.then(Rewind(to=game.table.version - 1, text="w"))
    assert [one.aside for one in game.staging.executed] == [True, False]


def test_a_line_written_anew_is_planned_anew_and_one_taken_out_is_gone() -> None:
    game = Sitting(LineSpec(number=1, phase=Phase.TALK)).talk()
    game.then(SetLine(line=LineSpec(number=1, phase=Phase.TALK, after_s=600)))
    assert game.line().status is Status.WAITING
    game.then(RemoveLine(number=1))
    assert standings(game.staging, game.now) == ()


def test_what_the_practice_round_saw_does_not_count() -> None:
    game = Sitting(LineSpec(number=1, phase=Phase.TALK), first_game=True).talk()
    assert game.table.practice
    assert game.line().status is Status.WAITING
    game.then(FireLine(number=1, text="w"))
    game.on_to(Phase.LOBBY)
    assert game.line().fired_ms is None
    assert [one.aside for one in game.staging.executed] == [True]
    game.then(Start())
    game.chance()
    assert game.talk().line().status is Status.DUE


def test_the_autopilot_lays_what_it_was_told_to_and_nothing_else() -> None:
    game = Sitting(
        LineSpec(number=1, phase=Phase.TALK),
        LineSpec(number=2, phase=Phase.TALK, after_s=60, auto=True),
    ).talk()
    later = game.now + 60_000
    assert to_fire(game.staging, later) is None
    assert next_auto_ms(game.staging, game.now) is None
    game.then(SetAutopilot(on=True))
    assert to_fire(game.staging, game.now) is None
    assert to_fire(game.staging, later) == 2
    assert to_fire(game.staging, later, frozenset({2})) is None
    assert next_auto_ms(game.staging, game.now) == later
    assert next_auto_ms(Sitting(LineSpec(number=1)).then(SetAutopilot(on=True)).staging, 0) is None
    assert to_fire(game.then(Pause()).staging, later) is None
    game.then(Resume()).then(HoldLine(number=2))
    assert to_fire(game.staging, later + LATE_MS) is None
    # what was missed is not laid in another phase
    game.then(HoldLine(number=2, held=False)).then(NextPhase(), later_s=90)
    assert to_fire(game.staging, game.now) is None
