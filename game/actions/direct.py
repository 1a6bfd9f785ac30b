"""`direct`: the sponsor has a dependency signed by order."""

from collections.abc import Iterator

from game.actions.base import Action, dependency_of
from game.acts import Act
from game.draft import Draft
from game.events.tracks import DirectivesMoved
from game.model.table import Table
from game.signing import may_be_signed, sign
from game.vocabulary import Reason, Refused, SeatId, Topic


class Direct(Action):
    """Signed at once, without the parties; who was neither answered nor trusts, protests."""

    kind = "direct"
    topic = Topic.JURISDICTION
    objects = ("dependency",)

    def acts(self, table: Table, seat: SeatId) -> Iterator[Act]:
        """For the sponsor: every dependency."""
        if seat == table.sponsor:
            for one in table.dependencies:
                yield Act(self.kind, one.id)

    def check(self, table: Table, seat: SeatId, act: Act) -> None:
        """The sponsor, with a directive left, and all must know that the dependency is real."""
        if seat != table.sponsor:
            raise Refused(Reason.NOT_SPONSOR)
        if not table.directives:
            raise Refused(Reason.NO_DIRECTIVES)
        one = dependency_of(table, act)
        may_be_signed(table, one)
        if not one.common:
            raise Refused(Reason.NOT_ON_COMMON_MAP)
        if not one.real:
            raise Refused(Reason.DEAD_END)

    def resolve(self, draft: Draft, seat: SeatId, act: Act) -> None:
        """Sign it by order; no trust comes of that."""
        self.check(draft.table, seat, act)
        left = draft.table.directives - 1
        draft.emit(DirectivesMoved(-1, left))
        sign(draft, dependency_of(draft.table, act), directive=True)
