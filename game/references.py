"""Whether the ids in a command exist at this table: said here, once, by the type of the field."""

from functools import cache
from typing import Final, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields

from game.acts import Act
from game.model import Deal, Table
from game.vocabulary import HUB, DealId, DependencyId, Reason, Refused, SeatId

SEAT_FIELDS: Final = frozenset({"seat", "to", "other", "host"})
ID_FIELDS: Final = SEAT_FIELDS | {"dependency"}


def check_references(table: Table, value: Struct) -> None:
    """Refused: a field, however deep, names a seat or dependency that is not at this table."""
    for name in telling(type(value)):
        found = getattr(value, name)
        if isinstance(found, str):
            if name in SEAT_FIELDS:
                known_seat(table, SeatId(found))
            elif name == "dependency" and not names_hub(value):
                known_dependency(table, DependencyId(found))
        elif isinstance(found, Struct):
            check_references(table, found)
        elif found and isinstance(found, tuple):
            check_listed(table, found)


def check_listed(table: Table, values: tuple[object, ...]) -> None:
    """Refused: the same, for what a list holds: facts to tell, or acts and promises."""
    for one in values:
        if isinstance(one, Struct):
            check_references(table, one)
        else:
            known_dependency(table, DependencyId(str(one)))


@cache
def telling(kind: type[Struct]) -> tuple[str, ...]:
    """The fields of a command, or a part of one, in which an id can lie; the same for good."""
    return tuple(one.name for one in fields(kind) if one.name in ID_FIELDS or is_deep(one.type))


def is_deep(kind: object) -> bool:
    """Whether a field of this type holds parts or a list, so that one has to look into it."""
    if isinstance(kind, type):
        return issubclass(kind, Struct | tuple)
    return any(is_deep(one) for one in (get_origin(kind), *get_args(kind)) if one is not None)


def known_seat(table: Table, seat: SeatId) -> None:
    """Refused: no such seat is at this table."""
    for one in table.seats:
        if one.id == seat:
            return
    raise Refused(Reason.UNKNOWN, f"seat {seat[:40]}")


def known_dependency(table: Table, dependency: DependencyId) -> None:
    """Refused: no such dependency is at this table."""
    for one in table.dependencies:
        if one.id == dependency:
            return
    raise Refused(Reason.UNKNOWN, f"dependency {dependency[:40]}")


def offer_of(table: Table, deal: DealId, seat: SeatId) -> Deal:
    """The offer of this id between this seat and another, open or closed.

    Refused: there is none, or it is none of this seat's business; both sound alike.
    """
    for one in table.deals:
        if one.id == deal and seat in {one.by, one.to}:
            return one
    raise Refused(Reason.NO_SUCH_OFFER)


def names_hub(value: Struct) -> bool:
    """Whether this is an act on the hub, which is no dependency; its form is checked apart."""
    return isinstance(value, Act) and value.dependency == HUB
