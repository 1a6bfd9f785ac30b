"""The form of a planned or promised act: what it must name, and nothing else (RULES section 2.3).

Whether it will work is judged at its turn.
"""

from typing import Final

from game.actions import ACTIONS, BY_KIND
from game.acts import Act
from game.model.table import Table
from game.vocabulary import HUB, Architecture, Reason, Refused, SeatId

OBJECTS: Final = ("dependency", "seat", "frame")
NAMES: Final = {one.kind: tuple(name in one.objects for name in OBJECTS) for one in ACTIONS}
"""By kind, in the order of `OBJECTS`: whether it names one."""


def formed(table: Table, seat: SeatId, act: Act) -> Act:
    """The act in its one form.

    Refused: an unknown kind, an object missing, or one that this kind does not name.
    """
    action = BY_KIND.get(act.kind)
    if action is None:
        raise Refused(Reason.UNKNOWN, f"action {act.kind[:40]}")
    act = action.formed(table, seat, act)
    check_objects(act)
    if act.dependency == HUB:
        check_hub(table, act)
    return act


def check_objects(act: Act) -> None:
    """Refused: it lacks an object, or names one that this kind does not have."""
    named = (act.dependency is not None, act.seat is not None, act.frame is not None)
    wanted = NAMES[act.kind]
    if named == wanted:
        return
    for name, there, needed in zip(OBJECTS, named, wanted, strict=True):
        if there != needed and name not in BY_KIND[act.kind].may_name:
            raise Refused(Reason.UNKNOWN, f"{act.kind}: {name}")


def check_hub(table: Table, act: Act) -> None:
    """Refused: the hub is built, nothing else is done with it, and only where there is one."""
    if act.kind != "build" or table.architecture is not Architecture.CLEARING_HOUSE:
        raise Refused(Reason.UNKNOWN, "dependency hub")


def check_plan(acts: tuple[Act, ...], capacity: int) -> None:
    """Refused: more AP than capacity, or an act twice that may stand but once."""
    if len(acts) > capacity:
        raise Refused(Reason.OVER_CAPACITY, f"{len(acts)} of {capacity}")
    for place, act in enumerate(acts):
        if BY_KIND[act.kind].once and act in acts[:place]:
            raise Refused(Reason.SAME_TWICE, act.kind)
