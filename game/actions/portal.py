"""`portal`: build an own portal past the others."""

from game.actions.base import Action, affords, under
from game.acts import Act
from game.draft import Draft
from game.model.table import Table
from game.moves import HOLDING_MAX, lose, move_holding, other_side, pay, side_of
from game.vocabulary import Holding, Loss, Reason, SeatId, State, Topic


class Portal(Action):
    """Own portal +1 and autonomy +1, for 1 budget; each joined partner that trusts loses one."""

    kind = "portal"
    topic = Topic.JURISDICTION
    once = False
    budget = 1

    def check(self, table: Table, seat: SeatId, act: Act) -> None:
        """Budget, and fewer than two portals."""
        held = table.seat(seat)
        under(held, Holding.PORTALS, HOLDING_MAX[Holding.PORTALS], Reason.PORTALS_FULL)
        affords(held, self.budget)

    def resolve(self, draft: Draft, seat: SeatId, act: Act) -> None:
        """Build it past the partners."""
        self.check(draft.table, seat, act)
        pay(draft, seat, self.budget)
        move_holding(draft, seat, Holding.PORTALS, 1)
        move_holding(draft, seat, Holding.AUTONOMY, 1)
        partners = {
            other_side(one, seat).seat
            for one in draft.table.dependencies
            if one.state is not State.OPEN and side_of(one, seat) is not None
        }
        for partner in draft.table.seats:
            if partner.id in partners:
                lose(draft, partner.id, seat, 1, why=Loss.PORTAL)
