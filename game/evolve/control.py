"""Folding the facilitator's acts. Most leave the table as it is; log and pages show them."""

from msgspec.structs import replace

from game.events import (
    AnyControlEvent,
    HelpAsked,
    LookedOver,
    RoomLocked,
    SecretOpened,
    Spotlit,
)
from game.evolve.parts import with_seat
from game.model import Look, Table


def evolve(table: Table, event: AnyControlEvent) -> Table:
    """The table after an act of the facilitator."""
    match event:
        case Spotlit():
            return replace(table, spotlight=event.scene, spotlight_text=event.text)
        case RoomLocked():
            return replace(table, locked=event.locked)
        case SecretOpened():
            return replace(table, opened_secrets=(*table.opened_secrets, event.secret))
        case HelpAsked():
            asked = event.text if event.asks else None
            return with_seat(
                table,
                event.seat,
                lambda seat: replace(seat, asks_help=event.asks, help_text=asked),
            )
        case LookedOver():
            look = Look(event.seat, table.round, table.phase, table.version)
            return replace(table, looks=(*table.looks, look))
        case _:
            return table
