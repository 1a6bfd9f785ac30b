"""Resolved actions, as the actor and as others see them (RULES section 2.4)."""

from typing import Final

from msgspec import Struct

from game.actions import BY_KIND
from game.acts import Act
from game.model.past import Resolved
from game.model.table import Table
from game.vocabulary import Reason, SeatId

TELLS_KNOWLEDGE: Final = frozenset(
    {
        Reason.NOT_KNOWN_REAL,
        Reason.PARTNER_NOT_KNOWN_REAL,
        Reason.KNOWN_TO_BOTH,
        Reason.DEAD_END,
        Reason.ROUTINES_FULL,
        Reason.ROUTINES_NEEDED,
        Reason.HAPHAZARD,
    }
)
"""Reasons that would tell what a seat knows or how its house stands: others see none."""


class Turn(Struct, frozen=True, gc=False):
    """What a viewer sees of one resolved action."""

    seat: SeatId
    act: Act | None
    """None: inside work."""
    worked: bool | None
    """None: inside work."""
    reason: Reason | None


def turn_seen_by_others(turn: Resolved) -> Turn:
    """Inside work without its kind, and no reason that tells what a seat knows."""
    if BY_KIND[turn.act.kind].inside:
        return Turn(turn.seat, None, None, None)
    reason = None if turn.reason in TELLS_KNOWLEDGE else turn.reason
    return Turn(turn.seat, turn.act, turn.worked, reason)


def turns_seen_by_others(table: Table) -> tuple[Turn, ...]:
    """The last reveal in order, but inside work first: its place would tell what it was."""
    if not table.resolved:
        return ()
    inside = [one for one in table.resolved if BY_KIND[one.act.kind].inside]
    others = [one for one in table.resolved if not BY_KIND[one.act.kind].inside]
    ordered = (*sorted(inside, key=lambda one: table.index(one.seat)), *others)
    return tuple([turn_seen_by_others(one) for one in ordered])


def turn_in_full(turn: Resolved) -> Turn:
    """For the actor and the facilitator."""
    return Turn(turn.seat, turn.act, turn.worked, turn.reason)
