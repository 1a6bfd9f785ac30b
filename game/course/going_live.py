"""Dependencies go live, or return, at the end of a reveal (RULES section 3)."""

from game.draft import Draft
from game.events.dependencies import WentLive
from game.model.dependencies import Dependency
from game.model.table import Table
from game.moves import earn, hub_effort, side_of
from game.vocabulary import Architecture, SeatId, State


def go_live(draft: Draft) -> None:
    """Whatever is built or fit to return goes live while there is room: longest signed first."""
    table = draft.table
    if table.architecture is Architecture.CLEARING_HOUSE and table.hub_progress < hub_effort(table):
        return
    waiting = [one for one in table.dependencies if fit(one)]
    # Python's sort is stable: on a tie the order of the list decides, as the rule says.
    for one in sorted(waiting, key=lambda one: one.signed_round or 0):
        if has_room(draft.table, one):
            # As it is by now: the trust that another one brought may have ended its protest.
            connect(draft, draft.table.dependency(one.id))


def fit(one: Dependency) -> bool:
    """Built to the end, or suspended with both objections answered since."""
    if one.state is State.SIGNED:
        return one.progress >= one.effort
    return one.state is State.SUSPENDED and all(side.answered for side in one.sides)


def has_room(table: Table, one: Dependency) -> bool:
    """Both agencies, or under `central` the host, have routines for one more (coded: C28, C29)."""
    if table.architecture is Architecture.CENTRAL and table.host is not None:
        return room(table, table.host) > 0
    return all(room(table, side.seat) > 0 for side in one.sides)


def room(table: Table, seat: SeatId) -> int:
    """How many more live dependencies the routines of this agency can carry.

    The host of `central` carries all of them, with more room a level.
    """
    hosts = table.host == seat and table.architecture is Architecture.CENTRAL
    live = State.LIVE
    carried = [one for one in table.dependencies if one.state is live]
    if not hosts:
        carried = [one for one in carried if side_of(one, seat) is not None]
    level = table.params.host_room if hosts else table.params.room
    return table.seat(seat).routines * level - len(carried)


def connect(draft: Draft, one: Dependency) -> None:
    """It is live; the first time and without protest trust grows both ways."""
    draft.emit(WentLive(one.id, again=one.state is State.SUSPENDED))
    if one.state is State.SIGNED and not one.protested:
        first, second = (side.seat for side in one.sides)
        earn(draft, first, second)
        earn(draft, second, first)
