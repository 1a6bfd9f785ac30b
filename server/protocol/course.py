"""A log looked back upon, as the JSON endpoints give it; all other answers: `replies`."""

from msgspec import UNSET, Raw, UnsetType

from server.protocol.replies import Reply


class CourseEntry(Reply, frozen=True):
    """An entry on the scrubber: where the game stood after it. `aside`: set aside by a rewind.

    `version` is the number of the entry for this reader: for a facilitator that of the log, for
    others among those of which they were told.
    """

    version: int
    at_ms: int
    round: int
    phase: str
    quarter: int
    by: str
    via: str
    type: str
    aside: bool
    support: int
    legal_pressure: int
    counter: int
    rating: int
    live: int
    signed: int
    of_all: int | UnsetType = UNSET
    """How many entries everybody had been told of by then: by this a room is led. Not for staff."""


class Course(Reply, frozen=True):
    """The log in short, as far as these eyes may know of it; `head` once the game is over."""

    entries: tuple[CourseEntry, ...]
    head: str | None
    outcome: str | None
    """None: the game is not over; nor is there a public value then."""
    public_value: int | None


class Moment(Reply, frozen=True):
    """The table after an entry with somebody's eyes: a view of `game.views`, and its lines.

    `version` is the number of the entry for this reader, as in their course; `lines` are the
    newest, without what a rewind had set aside by then, and `confided` what a seat's eyes had read
    in confidence before them.
    """

    version: int
    view: Raw
    lines: tuple[Raw, ...]
    confided: tuple[Raw, ...]
    words: dict[str, str]
