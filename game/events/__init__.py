"""What can happen to a table: a small closed vocabulary of facts, in the past tense.

An event says what changed and nothing about why; the command of its entry says that. A module a
subject, with one base class, so that `evolve`, which has the same modules, is complete group by
group. No rules.
"""

from typing import TypeAlias

from game.events.control import AnyControlEvent
from game.events.course import AnyCourseEvent
from game.events.dependencies import AnyDependencyEvent
from game.events.pulses import AnyPulseEvent
from game.events.seats import AnySeatEvent
from game.events.talk import AnyTalkEvent
from game.events.tracks import AnyTrackEvent
from game.events.trust import AnyTrustEvent

AnyEvent: TypeAlias = (
    AnyCourseEvent | AnySeatEvent | AnyTrustEvent | AnyDependencyEvent | AnyTrackEvent
    | AnyTalkEvent | AnyControlEvent | AnyPulseEvent
)  # fmt: skip
"""Every event, as a tagged union for the codec; grouped so that `evolve` is complete by group."""
