"""Events of the course of the game: phases, pauses, the end."""

from typing import TypeAlias

from game.events.base import Event
from game.model.past import Score
from game.model.table import Table
from game.vocabulary import Due, Outcome, Phase, TextId


class CourseEvent(Event, frozen=True):
    """Phases, pauses and the end."""


class Opened(CourseEvent, frozen=True):
    """The table is laid: seats, start values, decks, everything that was drawn."""

    table: Table


class PhaseBegan(CourseEvent, frozen=True):
    """A phase began; `length_s` in seconds of game time, None: it has no clock."""

    phase: Phase
    round: int
    length_s: int | None = None
    quarter: int = 0


class DueFell(CourseEvent, frozen=True):
    """Chance owes something (None: nothing any more)."""

    due: Due | None = None


class RoundClosed(CourseEvent, frozen=True):
    """A round is over: what every seat had is remembered, what holds for one round is cleared."""

    round: int


class Paused(CourseEvent, frozen=True):
    """Play stands still, and the game clock with it."""

    text: TextId | None = None
    emergency: bool = False


class Resumed(CourseEvent, frozen=True):
    """Play goes on."""


class Extended(CourseEvent, frozen=True):
    """The phase lasts longer, or (below 0) shorter, by so many seconds."""

    seconds: int


class AutopilotSet(CourseEvent, frozen=True):
    """Whether the clock ends the phases that the facilitator ends otherwise."""

    on: bool


class Rewound(CourseEvent, frozen=True):
    """The table is again as after entry `to`; the entries since then stay in the log, set aside."""

    to: int
    text: TextId | None = None
    """Why, in the facilitator's words."""


class Stopped(CourseEvent, frozen=True):
    """Political support is gone: the project is stopped."""


class GameEnded(CourseEvent, frozen=True):
    """The game is over, with its outcome and all scores (RULES sections 7 and 8)."""

    outcome: Outcome
    public_value: int
    scores: tuple[Score, ...]


AnyCourseEvent: TypeAlias = (
    Opened | PhaseBegan | DueFell | RoundClosed | Paused | Resumed | Extended | AutopilotSet
    | Rewound | Stopped | GameEnded
)  # fmt: skip
