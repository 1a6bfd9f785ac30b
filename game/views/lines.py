"""What a viewer reads of an entry: one line an event, or none (RULES section 9).

A line is a key of the texts with ids to fill in, so that it can be read in any language. A new
event is unseen until it is named here.
"""

from typing import Final, assert_never

from game.events import AnyEvent
from game.events.control import ControlEvent
from game.events.course import CourseEvent
from game.events.dependencies import DependencyEvent
from game.events.pulses import PulseEvent
from game.events.seats import ActResolved, SeatEvent
from game.events.talk import TalkEvent
from game.events.tracks import TrackEvent
from game.events.trust import TrustEvent
from game.log import Entry
from game.model.table import Table
from game.views import lines_of_course, lines_of_play, lines_of_pulses, lines_of_talk
from game.views.line import Eyes, Line
from game.views.view import Viewer
from game.vocabulary import SeatId

INSIDE: Final = "act_inside"
REVEAL: Final = "phase_reveal"


def lines(entry: Entry, table: Table, viewer: Viewer) -> tuple[Line, ...]:
    """The lines of this entry for this viewer, in the order of its events.

    `table` is the table after the entry.
    """
    eyes = Eyes(viewer.seat, viewer.kind == "facilitator", entry, table)
    found = [line for event in entry.events if (line := line_of(eyes, event)) is not None]
    return tuple(inside_first(found, table))


def inside_first(found: list[Line], table: Table) -> list[Line]:
    """The same lines, inside work before all other actions: its place would tell what it was."""
    inside = [line for line in found if line.kind == INSIDE]
    if not inside:
        return found
    inside.sort(key=lambda line: table.index(SeatId(str(line.params["seat"]))))
    others = [line for line in found if line.kind != INSIDE]
    began = next((at for at, line in enumerate(others) if line.kind == REVEAL), -1)
    return [*others[: began + 1], *inside, *others[began + 1 :]]


def line_of(eyes: Eyes, event: AnyEvent) -> Line | None:  # noqa: C901  one case a group of events
    """The line of one event; None: nothing for these eyes."""
    match event:
        case ActResolved():
            return lines_of_play.act_resolved(eyes, event)
        case SeatEvent():
            return lines_of_play.seat(eyes, event)
        case TrustEvent():
            return lines_of_play.trust(eyes, event)
        case DependencyEvent():
            return lines_of_play.dependency(eyes, event)
        case TalkEvent():
            return lines_of_talk.talk(eyes, event)
        case TrackEvent():
            return lines_of_course.track(eyes, event)
        case CourseEvent():
            return lines_of_course.course(eyes, event)
        case PulseEvent():
            return lines_of_pulses.pulse(eyes, event)
        case ControlEvent():
            return lines_of_talk.control(eyes, event)
        case _:
            assert_never(event)
