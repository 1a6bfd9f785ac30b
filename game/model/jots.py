"""What the facilitator did beside the game: wrote down, looked at."""

from collections.abc import Iterable
from typing import Final, Literal

from game.acts import Value
from game.vocabulary import Phase, SeatId, Topic

MOST_JOTS: Final = 12
"""So many may be taken back: the last ones."""


class Jot(Value, frozen=True):
    """Something that the facilitator noted, marked or counted, and may still take back."""

    version: int
    """Of its entry."""
    kind: Literal["note", "mark", "count"]
    topic: Topic | None = None
    """Of a count."""
    aside: bool = False
    """A rewind set it aside, or it is of the practice round: no total holds it."""


def tally(jots: Iterable[Jot]) -> dict[Topic, int]:
    """What was said aloud in the line of play that counts, by what it was about."""
    topics = [one.topic for one in jots if not one.aside]
    return {topic: topics.count(topic) for topic in Topic}


class Look(Value, frozen=True):
    """The facilitator looked over the shoulder of a seat."""

    seat: SeatId
    round: int
    phase: Phase
    version: int
    """The entry in which it is written down."""
