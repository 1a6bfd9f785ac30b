"""Pulses: the facilitator asks all seats something; play stays as it is."""

from random import Random

import pytest
from msgspec import ValidationError
from msgspec.structs import replace

from game.acting import ActFor
from game.commands import AnyCommand, decode_seat
from game.controls.course import EndGame, NextPhase
from game.controls.pulses import AskPulse, ClosePulse
from game.controls.room import OpenSecret
from game.decide import legal_for
from game.events.pulses import PulseAnswered, PulseAsked, PulseClosed
from game.fold import rewound
from game.forms import ALL_PHASES
from game.model.pulses import Pulse, PulseAnswer
from game.model.table import Table
from game.opening import Setup
from game.talk.pulses import AnswerPulse
from game.views.lines import lines
from game.views.pulses import SeatAnswer
from game.views.view import FACILITATOR as STAFF
from game.views.view import OBSERVER, SCREEN, seat_viewer, view
from game.vocabulary import (
    FACILITATOR,
    Due,
    Phase,
    PulseForm,
    PulseId,
    PulseQuestion,
    Reason,
    SeatId,
    TextId,
)
from tests.given import ARCHIVE, COUNCIL, LIBRARY, given, laid, tiny
from tests.playing import Game, turn


def asked(command: AnyCommand, table: Table | None = None) -> Table:
    """The table after a question."""
    return given(laid() if table is None else table).when(FACILITATOR, command).table


def named(table: Table) -> PulseId:
    return table.pulses[-1].id


def test_a_known_question_is_asked_of_all_and_says_when() -> None:
    given(laid()).when(FACILITATOR, AskPulse(PulseQuestion.LAUNCH)).then(
        PulseAsked(
            Pulse(
                id=PulseId(f"u{laid().version + 1}"),
                form=PulseForm.SCALE,
                round=1,
                phase=Phase.TALK,
                question=PulseQuestion.LAUNCH,
            )
        )
    )


def test_a_question_of_the_facilitator_s_own_has_a_form() -> None:
    table = asked(AskPulse(text="t", form=PulseForm.YES_NO))
    pulse = table.pulses[0]
    assert (pulse.text, pulse.form, pulse.question) == (TextId("t"), PulseForm.YES_NO, None)


def test_it_is_one_question_and_about_a_seat_of_this_table() -> None:
    for command, why in (
        (AskPulse(), Reason.UNKNOWN),
        (AskPulse(PulseQuestion.FAIR, text="t"), Reason.UNKNOWN),
        (AskPulse(PulseQuestion.PROMISE), Reason.UNKNOWN),
        (AskPulse(PulseQuestion.PROMISE, seat=SeatId("x")), Reason.UNKNOWN),
    ):
        given(laid()).when(FACILITATOR, command).refused(why)
    assert asked(AskPulse(PulseQuestion.PROMISE, seat=COUNCIL)).pulses[0].about == COUNCIL


@pytest.mark.parametrize(
    ("command", "options"),
    [
        (AskPulse(PulseQuestion.FAIR), ["1", "2", "3", "4", "5"]),
        (AskPulse(PulseQuestion.PROMISE, seat=LIBRARY), ["yes", "no"]),
        (AskPulse(PulseQuestion.HOLDER), ["council", "library", "archive"]),
    ],
)
def test_a_seat_may_give_every_answer_of_its_form(command: AskPulse, options: list[str]) -> None:
    table = asked(command)
    listed = [
        one.answer for one in legal_for(table, COUNCIL, tiny()) if isinstance(one, AnswerPulse)
    ]
    assert listed == options


def test_an_answer_can_be_changed_until_the_question_is_closed() -> None:
    table = asked(AskPulse(PulseQuestion.FAIR))
    first = given(table).when(COUNCIL, AnswerPulse(named(table), "2"))
    first.then(PulseAnswered(COUNCIL, named(table), "2"))
    given(first.table).when(COUNCIL, AnswerPulse(named(table), "2")).refused(Reason.ALREADY)
    second = given(first.table).when(COUNCIL, AnswerPulse(named(table), "4"))
    assert second.table.seat(COUNCIL).pulses == (PulseAnswer(named(table), "4"),)
    closed = given(second.table).when(FACILITATOR, ClosePulse())
    closed.then(PulseClosed(named(table)))
    late = given(closed.table).when(COUNCIL, AnswerPulse(named(table), "5"))
    late.refused(Reason.PULSE_CLOSED)
    given(closed.table).when(FACILITATOR, ClosePulse()).refused(Reason.ALREADY)


def test_what_is_no_answer_is_refused() -> None:
    table = asked(AskPulse(PulseQuestion.FAIR))
    given(table).when(COUNCIL, AnswerPulse(named(table), "6")).refused(Reason.OUT_OF_RANGE)
    given(table).when(COUNCIL, AnswerPulse(named(table), "yes")).refused(Reason.OUT_OF_RANGE)
    given(table).when(COUNCIL, AnswerPulse(PulseId("no"), "1")).refused(Reason.UNKNOWN)
    with pytest.raises(ValidationError):
        decode_seat('{"type":"answer_pulse","pulse":"u1","answer":""}')


def test_nobody_answers_for_a_seat() -> None:
    table = asked(AskPulse(PulseQuestion.FAIR))
    command = ActFor(COUNCIL, AnswerPulse(named(table), "3"), "t")
    given(table).when(FACILITATOR, command).refused(Reason.NOT_YOURS)


def test_the_next_question_closes_the_one_before() -> None:
    first = asked(AskPulse(PulseQuestion.FAIR))
    first = given(first).when(COUNCIL, AnswerPulse(named(first), "1")).table
    second = asked(AskPulse(PulseQuestion.HOLDER), replace(first, version=9))
    assert [one.open for one in second.pulses] == [False, True]
    third = given(second).when(COUNCIL, AnswerPulse(named(second), "archive")).table
    assert [one.answer for one in third.seat(COUNCIL).pulses] == ["1", "archive"]
    shut = asked(ClosePulse(), third)
    assert not any(one.open for one in shut.pulses)


def test_pulses_work_in_any_phase_of_play_in_a_pause_and_while_chance_draws() -> None:
    for phase in ALL_PHASES - {Phase.ENDED}:
        table = asked(AskPulse(PulseQuestion.FAIR), replace(laid(phase), paused=True, due=Due.CARD))
        given(table).when(COUNCIL, AnswerPulse(named(table), "3")).then(
            PulseAnswered(COUNCIL, named(table), "3")
        )


def test_nobody_is_asked_any_more_when_the_game_is_over() -> None:
    given(laid(Phase.ENDED)).when(FACILITATOR, AskPulse(PulseQuestion.LAUNCH)).refused(
        Reason.GAME_ENDED
    )


def test_the_end_of_the_game_closes_what_is_open_and_keeps_the_answers() -> None:
    table = asked(AskPulse(PulseQuestion.LAUNCH))
    answered = given(table).when(COUNCIL, AnswerPulse(named(table), "4")).table
    over = given(answered).when(FACILITATOR, EndGame("t")).table
    assert over.seat(COUNCIL).pulses == (PulseAnswer(named(table), "4"),)
    given(over).when(LIBRARY, AnswerPulse(named(table), "1")).refused(Reason.PULSE_CLOSED)


def test_nothing_but_the_pulse_changes() -> None:
    table = asked(AskPulse(PulseQuestion.FAIR))
    after = given(table).when(COUNCIL, AnswerPulse(named(table), "3")).table
    bare = replace(
        after,
        version=0,
        pulses=(),
        seats=tuple(replace(one, pulses=()) for one in after.seats),
    )
    assert bare == replace(laid(), version=0)


def test_a_rewind_leaves_what_people_answered() -> None:
    table = asked(AskPulse(PulseQuestion.FAIR))
    after = given(table).when(COUNCIL, AnswerPulse(named(table), "3")).table
    back = rewound(after, laid())
    assert back.pulses == after.pulses
    assert back.seat(COUNCIL).pulses == after.seat(COUNCIL).pulses


# --- who sees what


def test_a_seat_sees_the_question_and_its_own_answer_alone() -> None:
    table = asked(AskPulse(PulseQuestion.FAIR))
    after = given(table).when(COUNCIL, AnswerPulse(named(table), "3")).table
    mine = view(after, seat_viewer(COUNCIL), tiny())
    assert mine.public.pulse is not None
    assert mine.public.pulse.question is PulseQuestion.FAIR
    assert mine.own is not None
    assert mine.own.pulses == (PulseAnswer(named(table), "3"),)
    for viewer in (seat_viewer(LIBRARY), OBSERVER, SCREEN):
        assert view(after, viewer, tiny()) == view(table, viewer, tiny())
    told = view(after, STAFF, tiny()).staff
    assert told is not None
    assert told.pulses[0].answers == (SeatAnswer(COUNCIL, "3"),)


def test_the_debrief_opens_the_answers_to_all() -> None:
    table = asked(AskPulse(PulseQuestion.FAIR))
    after = given(table).when(ARCHIVE, AnswerPulse(named(table), "5")).table
    shut = asked(OpenSecret("truth"), asked(EndGame("t"), after))
    first = view(shut, OBSERVER, tiny())
    assert first.opened is not None
    assert first.opened.pulses == ()
    second = view(asked(OpenSecret("pulses"), shut), OBSERVER, tiny())
    assert second.opened is not None
    assert second.opened.pulses[0].answers == (SeatAnswer(ARCHIVE, "5"),)


def test_the_fresh_deal_closes_what_the_practice_round_asked_and_keeps_the_answers() -> None:
    game = Game(tiny(), Setup("s", first_game=True, bots="random"))
    turn(game, Random(1))
    game.chance()
    game.do(FACILITATOR, AskPulse(PulseQuestion.FAIR))
    pulse = named(game.table)
    game.do(COUNCIL, AnswerPulse(pulse, "4"))
    while game.table.practice:
        game.do(FACILITATOR, NextPhase())
        game.chance()
    (closed,) = [
        (entry, table)
        for entry, table in zip(game.entries, game.tables, strict=False)
        if PulseClosed(pulse) in entry.events
    ]
    assert next(one.kind for one in lines(*closed, STAFF)) == "pulse_closed"
    assert [one.open for one in game.table.pulses] == [False]
    assert game.table.seat(COUNCIL).pulses == (PulseAnswer(pulse, "4"),)
    assert game.table.pulses[0].round == 0
