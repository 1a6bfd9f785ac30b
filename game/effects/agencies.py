"""Effects on agencies and the trust between them."""

from typing import Final

from game.draft import Draft
from game.effects.base import Effect, seats_of
from game.model.table import Table
from game.moves import earn, lose, move_holding
from game.vocabulary import DependencyId, Holding, Loss, SeatId

UNSEEN: Final = frozenset({Holding.ROUTINES, Holding.BACKING, Holding.HAND})
"""Holdings of which only the seat itself knows how they stand (RULES section 9)."""


class Agency(Effect, frozen=True):
    """A number of agencies moves. `who`: all, a seat, a rationality, or parties:<dependency>."""

    who: str
    holding: Holding
    by: int

    def apply(self, draft: Draft, luck: int) -> bool:
        """Move it for each of them, up to its ends; of what others do not see, not even that it
        stood there already.
        """
        chosen = seats_of(draft.table, self.who)
        moved = [move_holding(draft, seat, self.holding, self.by) for seat in chosen]
        return any(moved) or (self.holding in UNSEEN and bool(chosen))


class Trust(Effect, frozen=True):
    """Tokens come or go: of all `towards` one seat, or both ways `between` parties of one."""

    by: int
    towards: SeatId | None = None
    between: DependencyId | None = None

    def apply(self, draft: Draft, luck: int) -> bool:
        """Earn from or lose to the bank, pair by pair."""
        pairs = self.pairs(draft.table)
        for truster, trusted in pairs:
            if self.by < 0:
                lose(draft, truster, trusted, -self.by, why=Loss.CARD)
            for _ in range(self.by):
                earn(draft, truster, trusted)
        return bool(pairs)

    def pairs(self, table: Table) -> list[tuple[SeatId, SeatId]]:
        """Who trusts whom more or less."""
        ids = [seat.id for seat in table.seats]
        if self.towards is not None:
            if self.towards not in ids:
                return []
            return [(one, self.towards) for one in ids if one != self.towards]
        found = [one for one in table.dependencies if one.id == self.between]
        if not found:
            return []
        first, second = (side.seat for side in found[0].sides)
        return [(first, second), (second, first)]
