"""`guard`: take control of the own information domain back."""

from game.actions.base import Action, under
from game.acts import Act
from game.draft import Draft
from game.model.table import Table
from game.moves import lose, move_holding
from game.vocabulary import Holding, Loss, Reason, SeatId, Topic


class Guard(Action):
    """Autonomy +1; the seat that has placed most tokens here loses one."""

    kind = "guard"
    topic = Topic.JURISDICTION
    once = False

    def check(self, table: Table, seat: SeatId, act: Act) -> None:
        """Autonomy must have fallen below the limit."""
        under(table.seat(seat), Holding.AUTONOMY, table.params.guard_below, Reason.AUTONOMY_LIMIT)

    def resolve(self, draft: Draft, seat: SeatId, act: Act) -> None:
        """Gain autonomy; the one that trusted most pays for it."""
        self.check(draft.table, seat, act)
        move_holding(draft, seat, Holding.AUTONOMY, 1)
        hurt = most_trusting(draft.table, seat)
        if hurt is not None:
            lose(draft, hurt, seat, 1, why=Loss.GUARD)


def most_trusting(table: Table, seat: SeatId) -> SeatId | None:
    """Who has placed most tokens here (tie: the earliest in seat order after this one)."""
    start = table.index(seat)
    count = len(table.seats)
    order = [table.seats[(start + step) % count].id for step in range(1, count)]
    best = max(order, key=lambda one: table.trust(one, seat), default=None)
    return best if best is not None and table.trust(best, seat) else None
