"""Showing what one knows of a dependency (RULES section 2.2)."""

from collections.abc import Iterator
from typing import Self

from game.draft import Draft
from game.events.dependencies import FactShown
from game.forms import SeatCommand
from game.model.table import Table
from game.moves import learn, make_common
from game.ruleset import Ruleset
from game.vocabulary import DependencyId, Phase, Reason, Refused, SeatId


class ShowFact(SeatCommand, frozen=True):
    """Show whether a dependency is real: to one seat, or (`to` left out) to all."""

    phases = frozenset({Phase.TALK})
    dependency: DependencyId
    to: SeatId | None = None

    @classmethod
    def closed(cls, table: Table, by: SeatId, rules: Ruleset) -> Iterator[Self]:
        """Each that the seat knows: to all, then to each other seat."""
        targets = (None, *(seat.id for seat in table.seats if seat.id != by))
        own = table.seat(by).known
        known = [one.id for one in table.dependencies if one.id in own]
        return (cls(one, to) for one in known for to in targets)

    def check(self, table: Table, by: SeatId, rules: Ruleset) -> None:
        """The seat must know it, and not everybody may know it already."""
        if self.to == by:
            raise Refused(Reason.YOURSELF)
        if table.dependency(self.dependency).common:
            raise Refused(Reason.COMMON_KNOWLEDGE)
        if self.dependency not in table.seat(by).known:
            raise Refused(Reason.NOT_KNOWN)

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Show it; shown to all it is on the common map."""
        draft.emit(FactShown(self.dependency, by, self.to))
        if self.to is None:
            make_common(draft, self.dependency)
        else:
            learn(draft, self.to, self.dependency)
