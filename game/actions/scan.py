"""`scan`: look ahead at the next agenda card."""

from collections.abc import Iterator

from game.actions.base import Action
from game.acts import Act
from game.draft import Draft
from game.events.seats import Scanned
from game.model.table import Table
from game.vocabulary import Reason, Refused, SeatId


class Scan(Action):
    """This seat alone learns the next agenda card."""

    kind = "scan"
    inside = True

    def acts(self, table: Table, seat: SeatId) -> Iterator[Act]:
        """One, where the module is on."""
        if table.modules.scan:
            yield Act(self.kind)

    def formed(self, table: Table, seat: SeatId, act: Act) -> Act:
        """As it is, where the module is on."""
        if not table.modules.scan:
            raise Refused(Reason.MODULE_OFF, self.kind)
        return act

    def check(self, table: Table, seat: SeatId, act: Act) -> None:
        """There must be a next card."""
        if not table.agenda_deck:
            raise Refused(Reason.NO_CARD_LEFT)

    def resolve(self, draft: Draft, seat: SeatId, act: Act) -> None:
        """Tell this seat."""
        self.check(draft.table, seat, act)
        draft.emit(Scanned(seat, draft.table.agenda_deck[0].rationality))
