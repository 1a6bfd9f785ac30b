"""Pulses: the facilitator asks all seats something; play stays as it is."""

import pytest
from msgspec import ValidationError
from msgspec.structs import replace

from game.acting import ActFor
from game.commands import AnyCommand, decode_seat
from game.controls.pulses import AskPulse, ClosePulse
from game.controls.room import OpenSecret
from game.decide import legal_for
from game.events import PulseAnswered, PulseAsked, PulseClosed
from game.fold import rewound
from game.model import Pulse, PulseAnswer, Table
from game.talk.pulses import AnswerPulse
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


def test_pulses_work_in_any_phase_in_a_pause_and_while_chance_draws() -> None:
    for phase in Phase:
        table = asked(AskPulse(PulseQuestion.FAIR), replace(laid(phase), paused=True, due=Due.CARD))
        given(table).when(COUNCIL, AnswerPulse(named(table), "3")).then(
            PulseAnswered(COUNCIL, named(table), "3")
        )


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
    table = asked(AskPulse(PulseQuestion.FAIR), laid(Phase.ENDED))
    after = given(table).when(ARCHIVE, AnswerPulse(named(table), "5")).table
    shut = asked(OpenSecret("truth"), asked(ClosePulse(), after))
    first = view(shut, OBSERVER, tiny())
    assert first.opened is not None
    assert first.opened.pulses == ()
    second = view(asked(OpenSecret("pulses"), shut), OBSERVER, tiny())
    assert second.opened is not None
    assert second.opened.pulses[0].answers == (SeatAnswer(ARCHIVE, "5"),)
