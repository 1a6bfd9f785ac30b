"""Answering what the facilitator asks of all; it binds nobody and changes nothing in play."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Final, Self, assert_never

from msgspec import Meta

from game.draft import Draft
from game.events.pulses import PulseAnswered
from game.forms import ALL_PHASES, SeatCommand
from game.model.pulses import Pulse, PulseAnswer
from game.model.table import Table
from game.ruleset import Ruleset
from game.vocabulary import PulseForm, PulseId, Reason, Refused, SeatId

SCALE: Final = ("1", "2", "3", "4", "5")
YES_NO: Final = ("yes", "no")


class AnswerPulse(SeatCommand, frozen=True):
    """Answer an open pulse, or answer it otherwise: `1` to `5`, `yes` or `no`, or a seat."""

    phases = ALL_PHASES
    while_paused: ClassVar[bool] = True
    while_due: ClassVar[bool] = True
    pulse: PulseId
    answer: Annotated[str, Meta(min_length=1, max_length=40)]

    @classmethod
    def closed(cls, table: Table, by: SeatId, rules: Ruleset) -> Iterator[Self]:
        """Every answer to the pulse that is open."""
        for pulse in table.pulses:
            if pulse.open:
                yield from (cls(pulse.id, one) for one in answers(table, pulse))

    def check(self, table: Table, by: SeatId, rules: Ruleset) -> None:
        """The pulse is open, and this is an answer to it that says something new."""
        pulse = next((one for one in table.pulses if one.id == self.pulse), None)
        if pulse is None:
            raise Refused(Reason.UNKNOWN, "pulse")
        if not pulse.open:
            raise Refused(Reason.PULSE_CLOSED)
        if self.answer not in answers(table, pulse):
            raise Refused(Reason.OUT_OF_RANGE)
        if PulseAnswer(self.pulse, self.answer) in table.seat(by).pulses:
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Answer it."""
        draft.emit(PulseAnswered(by, self.pulse, self.answer))


def answers(table: Table, pulse: Pulse) -> tuple[str, ...]:
    """All that can be answered, in a fixed order."""
    match pulse.form:
        case PulseForm.SCALE:
            return SCALE
        case PulseForm.YES_NO:
            return YES_NO
        case PulseForm.SEATS:
            return tuple(one.id for one in table.seats)
        case _:
            assert_never(pulse.form)
