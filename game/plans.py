"""The form of a planned or promised act: what it must name, and nothing else (RULES section 2.3).

Whether it will work is judged at its turn.
"""

from typing import Final

from msgspec.structs import replace

from game.actions import ACTIONS, BY_KIND
from game.acts import Act
from game.model import Table
from game.vocabulary import HUB, Architecture, Reason, Refused, SeatId

OBJECTS: Final = ("dependency", "seat", "frame")
NAMES: Final = {one.kind: tuple(name in one.objects for name in OBJECTS) for one in ACTIONS}
"""By kind, in the order of `OBJECTS`: whether it names one."""
ONLY_MAYBE: Final = ("reform", "seat")
"""Reforming another agency than the own one names it; everything else is named or it is not."""


def formed(table: Table, seat: SeatId, act: Act) -> Act:
    """The act in its one form: reforming the own agency names no seat.

    Refused: an unknown kind, an object missing, or one that this kind does not name.
    """
    if act.kind not in BY_KIND:
        raise Refused(Reason.UNKNOWN, f"action {act.kind[:40]}")
    if act.kind == "scan" and not table.modules.scan:
        raise Refused(Reason.MODULE_OFF, act.kind)
    if act.kind == "reform" and act.seat == seat:
        act = replace(act, seat=None)
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
        if there != needed and (act.kind, name) != ONLY_MAYBE:
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
