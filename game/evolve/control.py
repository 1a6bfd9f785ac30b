"""Folding the facilitator's acts. Most leave the table as it is; log and pages show them."""

from collections.abc import Callable
from typing import assert_never

from msgspec.structs import replace

from game.events.control import (
    AnyControlEvent,
    HelpAsked,
    LineFired,
    LineHeld,
    LineJudged,
    LineRemoved,
    LineSet,
    LineSkipped,
    LookedOver,
    MomentMarked,
    Noted,
    RoomLocked,
    SecretOpened,
    Spotlit,
    StandInSet,
    Struck,
    TalkCounted,
)
from game.evolve.parts import with_seat
from game.model.cards import ScriptLine
from game.model.jots import Jot, Look
from game.model.table import Table


def evolve(table: Table, event: AnyControlEvent) -> Table:
    """The table after an act of the facilitator."""
    match event:
        case Spotlit():
            return replace(table, spotlight=event.scene, spotlight_text=event.text)
        case RoomLocked():
            return replace(table, locked=event.locked)
        case StandInSet():
            return replace(table, stand_in=event.stand_in)
        case TalkCounted() | Noted() | MomentMarked() | Struck():
            return noted(table, event)
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
            return scripted(table, event)


def scripted(table: Table, event: AnyControlEvent) -> Table:
    """The table with its script as this event leaves it."""
    match event:
        case LineSet():
            others = [one for one in table.script if one.number != event.line.number]
            lines = sorted([*others, event.line], key=lambda one: one.number)
            return replace(table, script=tuple(lines))
        case LineRemoved():
            left = tuple(one for one in table.script if one.number != event.number)
            return replace(table, script=left)
        case LineHeld():
            return with_line(table, event.number, lambda one: replace(one, held=event.held))
        case LineSkipped():
            return with_line(table, event.number, lambda one: replace(one, skipped=event.skipped))
        case LineFired():
            return with_line(table, event.number, lambda one: replace(one, fired=True))
        case LineJudged():
            return with_line(table, event.number, lambda one: replace(one, met=event.met))
        case _:
            return table


def with_line(table: Table, number: int, change: Callable[[ScriptLine], ScriptLine]) -> Table:
    """The table with one line of its script changed."""
    lines = tuple(change(one) if one.number == number else one for one in table.script)
    return replace(table, script=lines)


def noted(table: Table, event: TalkCounted | Noted | MomentMarked | Struck) -> Table:
    """The table with what the facilitator noted, marked, counted, or took back of it."""
    match event:
        case TalkCounted():
            return jotted(table, Jot(table.version, "count", event.topic))
        case Noted():
            return jotted(table, Jot(table.version, "note"))
        case MomentMarked():
            return jotted(table, Jot(table.version, "mark"))
        case Struck():
            left = tuple(one for one in table.jots if one.version != event.of)
            return replace(table, jots=left, struck=(*table.struck, event.of))
        case _:
            assert_never(event)


def jotted(table: Table, jot: Jot) -> Table:
    """The table with one thing more that may be taken back."""
    return replace(table, jots=(*table.jots, jot))
