"""Whether the ids in a command exist at this table: said here, once, by the type of the field."""

from collections.abc import Callable
from functools import cache
from typing import Any, Final, get_args, get_origin

from msgspec import Struct
from msgspec.structs import FieldInfo, fields

from game.acts import Act
from game.model.deals import Deal
from game.model.table import Table
from game.vocabulary import HUB, DealId, DependencyId, Reason, Refused, SeatId

SEAT_FIELDS: Final = frozenset({"seat", "to", "other", "host"})


def check_references(table: Table, value: Struct) -> None:
    """Refused: a field, however deep, names a seat or dependency that is not at this table."""
    for name, check in checks(type(value)):
        found = getattr(value, name)
        if found is not None:
            check(table, found)


def check_listed(table: Table, values: tuple[str | Struct, ...]) -> None:
    """Refused: the same, for what a list holds: facts to tell, or acts and promises."""
    for one in values:
        if isinstance(one, str):
            known_dependency(table, DependencyId(one))
        else:
            check_references(table, one)


@cache
def checks(kind: type[Struct]) -> tuple[tuple[str, Callable[[Table, Any], None]], ...]:
    """The fields of a command, or a part of one, that name something, and what looks into each.

    The same for good, so it is found out once.
    """
    found = [(one.name, check_of(kind, one)) for one in fields(kind)]
    return tuple((name, check) for name, check in found if check is not None)


def check_of(kind: type[Struct], field: FieldInfo) -> Callable[[Table, Any], None] | None:
    """What looks into a field of this kind; None: it names nothing."""
    if holds(field.type, tuple):
        return check_listed
    if holds(field.type, Struct):
        return check_references
    if field.name in SEAT_FIELDS:
        return known_seat
    if field.name == "dependency":
        return known_or_hub if issubclass(kind, Act) else known_dependency
    return None


def holds(kind: object, what: type) -> bool:
    """Whether a field of this type is such a thing, or nothing."""
    if isinstance(kind, type):
        return issubclass(kind, what)
    return any(holds(one, what) for one in (get_origin(kind), *get_args(kind)) if one is not None)


def known_seat(table: Table, seat: SeatId) -> None:
    """Refused: no such seat is at this table."""
    if not table.has(seat):
        raise Refused(Reason.UNKNOWN, f"seat {seat[:40]}")


def known_dependency(table: Table, dependency: DependencyId) -> None:
    """Refused: no such dependency is at this table."""
    for one in table.dependencies:
        if one.id == dependency:
            return
    raise Refused(Reason.UNKNOWN, f"dependency {dependency[:40]}")


def known_or_hub(table: Table, dependency: DependencyId) -> None:
    """Refused: the same, but acts may name the hub, which is none; their form is checked apart."""
    if dependency != HUB:
        known_dependency(table, dependency)


def offer_of(table: Table, deal: DealId, seat: SeatId) -> Deal:
    """The offer of this id between this seat and another, open or closed.

    Refused: there is none, or it is none of this seat's business; both sound alike.
    """
    for one in table.deals:
        if one.id == deal and seat in {one.by, one.to}:
            return one
    raise Refused(Reason.NO_SUCH_OFFER)
