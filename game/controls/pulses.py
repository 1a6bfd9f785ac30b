"""Asking all seats one thing for a moment; play stays as it is.

What a pulse gathers is kept for the debrief: how fair, how sure, what will the others do?
"""

from typing import Final

from game.controls.room import RoomControl
from game.course.pulses import close
from game.draft import Draft
from game.events.pulses import PulseAsked
from game.forms import ALL_PHASES, Words
from game.model.pulses import Pulse
from game.model.table import Table
from game.references import known_seat
from game.ruleset import Ruleset
from game.vocabulary import (
    Phase,
    PulseForm,
    PulseId,
    PulseQuestion,
    Reason,
    Refused,
    SeatId,
    TextId,
)

FORMS: Final[dict[PulseQuestion, PulseForm]] = {
    PulseQuestion.FAIR: PulseForm.SCALE,
    PulseQuestion.LAUNCH: PulseForm.SCALE,
    PulseQuestion.PROMISE: PulseForm.YES_NO,
    PulseQuestion.HOLDER: PulseForm.SEATS,
}
"""How each of the known questions is answered."""


class AskPulse(RoomControl, frozen=True):
    """Ask all seats, to be answered by one tap; one still open is closed.

    Either a known `question` (`promise` names the `seat` that it is about) or `text` with a
    `form`. When the game is over nobody is asked so any more: who knows how it ended cannot say
    what they expected, and the debrief asks in its own ways.
    """

    phases = ALL_PHASES - {Phase.ENDED}
    question: PulseQuestion | None = None
    text: Words | None = None
    form: PulseForm = PulseForm.SCALE
    seat: SeatId | None = None

    def check(self, table: Table, rules: Ruleset) -> None:
        """One question, and about a seat of this table where it is about one."""
        if (self.question is None) == (self.text is None):
            raise Refused(Reason.UNKNOWN, "question")
        if self.seat is not None:
            known_seat(table, self.seat)
        if self.question is PulseQuestion.PROMISE and self.seat is None:
            raise Refused(Reason.UNKNOWN, "seat")

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Ask it."""
        close(draft)
        table = draft.table
        pulse = Pulse(
            id=PulseId(f"u{table.version}"),
            form=self.form if self.question is None else FORMS[self.question],
            round=table.round,
            phase=table.phase,
            question=self.question,
            text=None if self.text is None else TextId(self.text),
            about=self.seat,
        )
        draft.emit(PulseAsked(pulse))


class ClosePulse(RoomControl, frozen=True):
    """Take no more answers to the pulse that is open."""

    def check(self, table: Table, rules: Ruleset) -> None:
        """One is open."""
        if not any(one.open for one in table.pulses):
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Close it."""
        close(draft)
