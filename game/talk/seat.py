"""Having one's seat back from the bot that sat in while one was away."""

from collections.abc import Iterator
from typing import ClassVar, Self

from game.draft import Draft
from game.events.seats import SeatHeld
from game.forms import ALL_PHASES, SeatCommand
from game.model.table import Table
from game.ruleset import Ruleset
from game.vocabulary import Holder, Reason, Refused, SeatId


class TakeSeatBack(SeatCommand, frozen=True):
    """Play oneself again, where a bot sat in because nobody was there."""

    phases = ALL_PHASES
    while_paused: ClassVar[bool] = True
    while_due: ClassVar[bool] = True

    @classmethod
    def closed(cls, table: Table, by: SeatId, rules: Ruleset) -> Iterator[Self]:
        """There where one sits in: elsewhere nobody has a use for it in a menu."""
        if table.seat(by).stands_in:
            yield cls()

    def check(self, table: Table, by: SeatId, rules: Ruleset) -> None:
        """A bot that the facilitator put there stays until the facilitator takes it away."""
        if not table.seat(by).stands_in:
            raise Refused(Reason.NOT_YOURS)

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Sit there again."""
        draft.emit(SeatHeld(by, Holder.PERSON, draft.table.seat(by).person))
