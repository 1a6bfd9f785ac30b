"""`map`: find out together whether a dependency is real."""

from collections.abc import Iterator

from game.actions.base import Action, dependency_of, own_dependencies, party
from game.acts import Act
from game.draft import Draft
from game.model.table import Table
from game.moves import learn
from game.vocabulary import Reason, Refused, SeatId


class Map(Action):
    """Both parties learn whether the dependency is real."""

    kind = "map"
    thanked = True
    objects = ("dependency",)

    def acts(self, table: Table, seat: SeatId) -> Iterator[Act]:
        """The seat's own dependencies."""
        for one in own_dependencies(table, seat):
            yield Act(self.kind, one.id)

    def check(self, table: Table, seat: SeatId, act: Act) -> None:
        """The seat must be a party; what all know needs no map."""
        one = dependency_of(table, act)
        party(one, seat)
        if one.common:
            raise Refused(Reason.KNOWN_TO_BOTH)

    def resolve(self, draft: Draft, seat: SeatId, act: Act) -> None:
        """Tell both parties, unless both know already."""
        self.check(draft.table, seat, act)
        one = dependency_of(draft.table, act)
        told = [learn(draft, side.seat, one.id) for side in one.sides]
        if not any(told):
            raise Refused(Reason.KNOWN_TO_BOTH)
