"""The one view function: what this viewer may see of this table."""

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from game.menu import Menu, menu
from game.model.table import Table
from game.ruleset import Ruleset
from game.views.opened import Opened, opened
from game.views.own import Own, own
from game.views.public import Public, public
from game.views.staff import Staff, staff
from game.vocabulary import SeatId


class Viewer(Struct, frozen=True, gc=False):
    """Who looks. `seat` is there for a seat only."""

    kind: Literal["seat", "observer", "screen", "facilitator"]
    seat: SeatId | None = None


OBSERVER = Viewer("observer")
SCREEN = Viewer("screen")
FACILITATOR = Viewer("facilitator")


def seat_viewer(seat: SeatId) -> Viewer:
    """A seat as a viewer."""
    return Viewer("seat", seat)


class View(Struct, frozen=True, gc=False):
    """Everything that a viewer is shown, but for the log lines, which come from the entries."""

    viewer: Viewer
    public: Public
    own: Own | None
    """A seat's private part."""
    menu: Menu | None
    """What a seat may do now."""
    staff: Staff | None
    """The facilitator's part."""
    opened: Opened | None
    """What the debrief has opened to all."""


def view(table: Table, viewer: Viewer, rules: Ruleset) -> View:
    """What this viewer may see of this table, built up from nothing."""
    seen = look(table, viewer, rules)
    return seen if viewer.seat is None else replace(seen, menu=menu(table, viewer.seat, rules))


def look(table: Table, viewer: Viewer, rules: Ruleset) -> View:
    """The same without a menu: for a record, in which nobody acts."""
    shared = public(table, rules)
    match viewer:
        case Viewer("seat", str(seat)):
            return View(viewer, shared, own(table, seat), None, None, opened(table))
        case Viewer("facilitator"):
            return View(viewer, shared, None, None, staff(table), opened(table))
        case _:
            return View(viewer, shared, None, None, None, opened(table))


def glances(table: Table, seats: Iterable[SeatId], rules: Ruleset) -> Iterator[View]:
    """The views of several seats without their menus, as bots want them.

    The part that they share is built once.
    """
    shared = public(table, rules)
    for seat in seats:
        yield View(seat_viewer(seat), shared, own(table, seat), None, None, None)
