"""`sign`: both parties commit to a dependency in the same round."""

from collections.abc import Iterator

from game.actions.base import (
    Action,
    dependency_of,
    knows_real,
    own_dependencies,
    party,
    standing,
)
from game.acts import Act
from game.draft import Draft
from game.model.table import Table
from game.moves import make_common, other_side
from game.signing import may_be_signed, sign, stands, warm
from game.vocabulary import Reason, Refused, SeatId


class Sign(Action):
    """Signed, and on the common map; without protest the pair's trust grows, once a game."""

    kind = "sign"
    thanked = True
    objects = ("dependency",)

    def acts(self, table: Table, seat: SeatId) -> Iterator[Act]:
        """The seat's own dependencies."""
        for one in own_dependencies(table, seat):
            yield Act(self.kind, one.id)

    def check(self, table: Table, seat: SeatId, act: Act) -> None:
        """A party that knows it is real, and no objection that stands."""
        self.check_in_public(table, seat, act)
        knows_real(table, seat, dependency_of(table, act))

    def check_in_public(self, table: Table, seat: SeatId, act: Act) -> None:
        """What all can see, before what only the seat knows.

        In this order a reason that others read tells them nothing of what the seat knows.
        """
        one = dependency_of(table, act)
        side = party(one, seat)
        may_be_signed(table, one)
        if stands(table, one, side):
            raise Refused(Reason.OWN_OBJECTION_STANDS)
        if stands(table, one, other_side(one, seat)):
            raise Refused(Reason.PARTNER_OBJECTION_STANDS)

    def resolve(self, draft: Draft, seat: SeatId, act: Act) -> None:
        """Sign it, if the partner signs too; at the partner's turn it is done already."""
        table = draft.table
        one = dependency_of(table, act)
        partner = other_side(one, seat).seat
        if any(done.seat == partner and done.act == act and done.worked for done in table.resolved):
            return
        self.check_in_public(table, seat, act)
        if act not in standing(table, partner, self.kind):
            raise Refused(Reason.PARTNER_DID_NOT_SIGN)
        knows_real(table, seat, one)
        if one.id not in table.seat(partner).known:
            raise Refused(Reason.PARTNER_NOT_KNOWN_REAL)
        sign(draft, one, directive=False)
        make_common(draft, one.id)
        signed = draft.table.dependency(one.id)
        if not signed.protested:
            warm(draft, signed)
