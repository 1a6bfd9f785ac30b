"""`reform`: change roles and work routines in the back office."""

from collections.abc import Iterator

from msgspec.structs import replace

from game.actions.base import Action, affords
from game.acts import Act
from game.draft import Draft
from game.model.table import Table
from game.moves import HOLDING_MAX, move_holding, pay, side_of
from game.vocabulary import Architecture, Holding, Reason, Refused, SeatId, State


class Reform(Action):
    """Routines +1, for 1 budget; under `central` any seat may reform the host and pays for it."""

    kind = "reform"
    may_name = ("seat",)
    once = False
    inside = True
    budget = 1

    def acts(self, table: Table, seat: SeatId) -> Iterator[Act]:
        """The own agency, and under `central` the host."""
        yield Act(self.kind)
        if table.architecture is Architecture.CENTRAL and table.host not in {None, seat}:
            yield Act(self.kind, seat=table.host)

    def formed(self, table: Table, seat: SeatId, act: Act) -> Act:
        """Reforming the own agency names no seat."""
        return replace(act, seat=None) if act.seat == seat else act

    def check(self, table: Table, seat: SeatId, act: Act) -> None:
        """Budget, and for the own agency room to grow; the host's routines are its own secret."""
        if act.seat not in {None, seat}:
            if table.architecture is not Architecture.CENTRAL or act.seat != table.host:
                raise Refused(Reason.NOT_THE_HOST)
        else:
            self.has_room(table, seat)
        affords(table.seat(seat), self.budget)

    def resolve(self, draft: Draft, seat: SeatId, act: Act) -> None:
        """Reform it; the departments like it."""
        self.check(draft.table, seat, act)
        agency = act.seat or seat
        self.has_room(draft.table, agency)
        pay(draft, seat, self.budget)
        move_holding(draft, agency, Holding.ROUTINES, 1)
        if draft.table.modules.inner_house:
            move_holding(draft, agency, Holding.BACKING, 1)

    def has_room(self, table: Table, agency: SeatId) -> None:
        """Refused: routines are full, or (inner house, coded: C15) too little is joined outside."""
        level = table.seat(agency).routines
        if level >= HOLDING_MAX[Holding.ROUTINES]:
            raise Refused(Reason.ROUTINES_FULL)
        if not table.modules.inner_house:
            return
        joined = sum(
            1
            for one in table.dependencies
            if one.state is not State.OPEN and side_of(one, agency) is not None
        )
        if joined < level:
            raise Refused(Reason.ROUTINES_NEEDED, f"{joined} of {level}")
