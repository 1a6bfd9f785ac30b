"""The facilitator does what a seat could do, in its name and marked as such (RULES section 10)."""

from typing import ClassVar

from game.draft import Draft
from game.events.control import ActedFor
from game.forms import ALL_PHASES, Control, Words
from game.model.table import Table
from game.references import known_seat
from game.ruleset import Ruleset
from game.talk import AnySeatCommand
from game.talk.pulses import AnswerPulse
from game.talk.seat import TakeSeatBack
from game.vocabulary import Reason, Refused, SeatId, TextId


class ActFor(Control, frozen=True):
    """Do a command of a seat for it, for a stated reason; the seat's own rules hold."""

    phases = ALL_PHASES
    while_paused: ClassVar[bool] = True
    while_due: ClassVar[bool] = True
    seat: SeatId
    command: AnySeatCommand
    text: Words

    def check(self, table: Table, rules: Ruleset) -> None:
        """A seat of this table; what it thinks, and that it is back, nobody else can say."""
        known_seat(table, self.seat)
        if isinstance(self.command, AnswerPulse | TakeSeatBack):
            raise Refused(Reason.NOT_YOURS)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Mark it; `decide` judges what the seat does."""
        what = str(self.command.__struct_config__.tag)
        draft.emit(ActedFor(self.seat, what, TextId(self.text)))
