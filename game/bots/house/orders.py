"""Directives: what the sponsor may have signed by order, and what stands in the way of that."""

from game.acts import Act
from game.bots.house.outlook import Outlook, Work
from game.vocabulary import State


def may_direct(look: Outlook, one: Work) -> bool:
    """Whether this seat could have it signed by order, and nobody else sees to it."""
    return (
        look.seat == look.public.sponsor
        and look.public.directives > 0
        and one.shown.real is True
        and one.shown.state is State.OPEN
        and one.id not in look.agreed()
        and look.may_sign(one.id)
    )


def lacking(one: Work) -> list[Act]:
    """The answers without which a signature meets an objection."""
    return [
        Act("answer", one.id, side.seat)
        for side in one.shown.sides
        if not (side.answered or side.waived)
    ]


def sides_resist(one: Work) -> bool:
    """Whether an objection would still stand in the way of an order, or nobody could build."""
    open_ = [side for side in one.shown.sides if not (side.answered or side.waived)]
    return len(open_) == 2 or not all(side.overridden for side in open_)
