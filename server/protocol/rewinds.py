"""The points that a game can be set back to, and what a rewind would set aside."""

from typing import Literal

from msgspec import Raw

from server.protocol.replies import Reply


class Point(Reply, frozen=True):
    """A named point on the line of play; `version` is the entry that a rewind names in `to`."""

    version: int
    kind: Literal["round", "phase", "mark"]
    round: int
    phase: str
    quarter: int
    at_ms: int
    wall_ms: int
    text: str | None
    """What was written beside a mark: the id of words."""
    aside: int
    """Entries on the line after it: a rewind sets so many aside."""


class Points(Reply, frozen=True):
    """All points, the newest first."""

    points: tuple[Point, ...]
    words: dict[str, str]


class AsideEntry(Reply, frozen=True):
    """An entry that would be set aside, in the facilitator's lines."""

    version: int
    at_ms: int
    by: str
    via: str
    type: str
    lines: tuple[Raw, ...]


class Stands(Reply, frozen=True):
    """Where the shared tracks of a table stand."""

    round: int
    phase: str
    quarter: int
    support: int
    legal_pressure: int
    counter: int
    live: int
    signed: int


class RewindTrial(Reply, frozen=True):
    """What a rewind to an entry would do; nothing was done."""

    to: int
    now: Stands
    then: Stands
    left_ms: int | None
    """What the phase has left then; None: it has no clock."""
    by: dict[str, int]
    """How many entries would be set aside, by who acted."""
    entries: tuple[AsideEntry, ...]
    """Those of them that tell the facilitator something, oldest first."""
    words: dict[str, str]
