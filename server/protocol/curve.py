"""The launch curve of the debrief, as the JSON endpoints give it; all other answers: `replies`."""

from typing import Literal

from msgspec import Raw

from server.protocol.replies import Reply


class Chance(Reply, frozen=True):
    """A share of games, with the interval that holds the true one in 95 of 100 cases."""

    mean: float
    low: float
    high: float


class CurvePoint(Reply, frozen=True):
    """What the model expects after an entry. `certain`: the game was over, nothing is estimated."""

    version: int
    at_ms: int
    certain: bool
    games: int
    outcomes: dict[str, int]
    """Games by outcome."""
    chances: dict[str, Chance]
    """By outcome, and `launched`: of a launch at all."""


class CurveTurn(Reply, frozen=True):
    """A large swing of one chance between two neighbouring points, and the lines that tell most."""

    of: str
    first: int
    last: int
    version: int
    """The entry between them that tells most."""
    before: float
    after: float
    lines: tuple[Raw, ...]


class AlternativeView(Reply, frozen=True):
    """Another decision, what would likely have come of it, and of what was done instead.

    `what`: an `Alternative` of `game.debrief.steps`. Both are estimates of the model.
    """

    what: Raw
    games: int
    then: dict[str, Chance]
    was: dict[str, Chance]


class AlternativesFound(Reply, frozen=True):
    """The alternatives of one turning point, as far as they have come: `done` of `of` rounds that
    bots play. `waits`: other estimates are worked out before.
    """

    state: Literal["none", "running", "done", "stopped"]
    waits: bool
    done: int
    of: int
    found: tuple[AlternativeView, ...]


class LaunchCurve(Reply, frozen=True):
    """The model's estimates along a log, as far as they have come: `done` of at most `of` rounds
    that bots play. `waits`: other estimates are worked out before.
    """

    state: Literal["none", "running", "done", "stopped"]
    waits: bool
    done: int
    of: int
    points: tuple[CurvePoint, ...]
    turns: tuple[CurveTurn, ...]
    words: dict[str, str]
    """Texts that the lines refer to by id."""
