"""One event further: the only way from one table to the next."""

from typing import assert_never

from game.events import (
    AnyEvent,
    ControlEvent,
    CourseEvent,
    DependencyEvent,
    PulseEvent,
    SeatEvent,
    TalkEvent,
    TrackEvent,
    TrustEvent,
)
from game.evolve import control, course, dependencies, pulses, seats, talk, tracks, trust
from game.model import Table


def evolve(table: Table, event: AnyEvent) -> Table:  # noqa: C901  one case a group of events
    """The table after this event. Total: it refuses nothing and leaves its input as it was."""
    match event:  # what happens most stands first, here and in each group: every case is asked
        case SeatEvent():
            return seats.evolve(table, event)
        case TalkEvent():
            return talk.evolve(table, event)
        case TrustEvent():
            return trust.evolve(table, event)
        case CourseEvent():
            return course.evolve(table, event)
        case DependencyEvent():
            return dependencies.evolve(table, event)
        case TrackEvent():
            return tracks.evolve(table, event)
        case PulseEvent():
            return pulses.evolve(table, event)
        case ControlEvent():
            return control.evolve(table, event)
        case _:
            assert_never(event)
