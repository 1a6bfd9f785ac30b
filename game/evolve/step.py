"""One event further: the only way from one table to the next."""

from collections.abc import Callable
from typing import Any, Final, get_args

from game.events import (
    AnyControlEvent,
    AnyCourseEvent,
    AnyDependencyEvent,
    AnyEvent,
    AnyPulseEvent,
    AnySeatEvent,
    AnyTalkEvent,
    AnyTrackEvent,
    AnyTrustEvent,
    Event,
)
from game.evolve import control, course, dependencies, pulses, seats, talk, tracks, trust
from game.model import Table

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
