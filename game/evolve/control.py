"""Folding the facilitator's acts. Most leave the table as it is; log and pages show them."""

from collections.abc import Callable

from msgspec.structs import replace

from game.events import (
    AnyControlEvent,
    HelpAsked,
    LineFired,
    LineHeld,
    LineJudged,
    LineRemoved,
    LineSet,
    LineSkipped,
    LookedOver,
    RoomLocked,
    SecretOpened,
    Spotlit,
    StandInSet,
    TalkCounted,
)
from game.evolve.parts import with_seat
from game.model import Look, ScriptLine, Table
from game.vocabulary import Topic


def evolve(table: Table, event: AnyControlEvent) -> Table:
    """The table after an act of the facilitator."""
    match event:
        case Spotlit():
            return replace(table, spotlight=event.scene, spotlight_text=event.text)
        case RoomLocked():
            return replace(table, locked=event.locked)
        case StandInSet():
            return replace(table, stand_in=event.stand_in)
        case TalkCounted():
            return replace(table, counted=counted(table, event.topic))
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


def counted(table: Table, topic: Topic) -> tuple[int, int, int]:
    """The tally of what was said aloud, with one more about this."""
    at = tuple(Topic).index(topic)
    content, jurisdiction, cost = (
        count + (place == at) for place, count in enumerate(table.counted)
    )
    return content, jurisdiction, cost
