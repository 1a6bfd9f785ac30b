"""`build`: do the technical and organisational work for a signed dependency, or for the hub."""

from collections.abc import Iterator

from game.actions.base import Action, dependency_of, own_dependencies, party
from game.acts import Act
from game.draft import Draft
from game.events.dependencies import Built
from game.model.dependencies import Dependency
from game.model.table import Table
from game.moves import hub_effort
from game.vocabulary import HUB, Architecture, Reason, Refused, SeatId, State


class Build(Action):
    """Progress +1; +1 more, once a dependency a round, where the pair trusts each other."""

    kind = "build"
    thanked = True
    objects = ("dependency",)
    once = False

    def acts(self, table: Table, seat: SeatId) -> Iterator[Act]:
        """The seat's own dependencies, and the hub where one is needed."""
        for one in own_dependencies(table, seat):
            yield Act(self.kind, one.id)
        if table.architecture is Architecture.CLEARING_HOUSE:
            yield Act(self.kind, HUB)

    def check(self, table: Table, seat: SeatId, act: Act) -> None:
        """Signed, a party, not under protest, and something left to do."""
        if act.dependency == HUB:
            self.check_hub(table)
            return
        one = dependency_of(table, act)
        side = party(one, seat)
        if one.state is State.OPEN:
            raise Refused(Reason.NOT_SIGNED)
        if one.state is not State.SIGNED:
            raise Refused(Reason.BUILT_ALREADY)
        if side.protest:
            raise Refused(Reason.OWN_PROTEST)
        if one.progress >= one.effort:
            raise Refused(Reason.BUILT_ALREADY)
        if table.freeze is not None and one.sensitivity >= table.freeze:
            raise Refused(Reason.FROZEN)

    def check_hub(self, table: Table) -> None:
        """Refused: there is no hub to build, or it stands."""
        if table.architecture is not Architecture.CLEARING_HOUSE:
            raise Refused(Reason.NO_HUB)
        if table.hub_progress >= hub_effort(table):
            raise Refused(Reason.BUILT_ALREADY)

    def resolve(self, draft: Draft, seat: SeatId, act: Act) -> None:
        """Build one step, or two where both trust (coded: C04)."""
        self.check(draft.table, seat, act)
        if act.dependency == HUB:
            draft.emit(Built(HUB, seat, draft.table.hub_progress + 1))
            return
        one = dependency_of(draft.table, act)
        boosted = not one.boosted and mutual_trust(draft.table, one)
        progress = min(one.effort, one.progress + (2 if boosted else 1))
        draft.emit(Built(one.id, seat, progress, boosted))


def mutual_trust(table: Table, one: Dependency) -> bool:
    """Both T of the pair are 2 or more."""
    first, second = (side.seat for side in one.sides)
    return table.trust(first, second) >= 2 <= table.trust(second, first)
