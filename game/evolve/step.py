"""One event further: the only way from one table to the next."""

from collections.abc import Callable
from typing import Any, Final, get_args

from game.events import AnyEvent
from game.events.base import Event
from game.events.control import AnyControlEvent
from game.events.course import AnyCourseEvent
from game.events.dependencies import AnyDependencyEvent
from game.events.pulses import AnyPulseEvent
from game.events.seats import AnySeatEvent
from game.events.talk import AnyTalkEvent
from game.events.tracks import AnyTrackEvent
from game.events.trust import AnyTrustEvent
from game.evolve import control, course, dependencies, pulses, seats, talk, tracks, trust
from game.model.table import Table

# Any: each fold takes the events of its own group, which the dictionary pairs it with.
FOLDS: Final[dict[type[Event], Callable[[Table, Any], Table]]] = {
    kind: fold
    for group, fold in (
        (AnySeatEvent, seats.evolve),
        (AnyTalkEvent, talk.evolve),
        (AnyTrustEvent, trust.evolve),
        (AnyCourseEvent, course.evolve),
        (AnyDependencyEvent, dependencies.evolve),
        (AnyTrackEvent, tracks.evolve),
        (AnyPulseEvent, pulses.evolve),
        (AnyControlEvent, control.evolve),
    )
    for kind in get_args(group)
}
"""Who folds an event. Looked up and not matched: to ask a struct whether it is of a group takes
longer than most events take to be folded, and each would be asked for several."""


def evolve(table: Table, event: AnyEvent) -> Table:
    """The table after this event. Total: it refuses nothing and leaves its input as it was."""
    return FOLDS[type(event)](table, event)
