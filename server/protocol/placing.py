"""Where a game stands among simulated ones, as the JSON endpoints give it."""

from typing import Literal

from server.protocol.replies import Reply


class Standing(Reply, frozen=True):
    """One measure of this game beside the simulated ones."""

    name: str
    value: int
    below: float
    """The share of simulated games that came to less; those that came to the same count half."""
    counts: tuple[tuple[int, int], ...]
    """(value, games), by value."""


class Placed(Reply, frozen=True):
    """This game among simulated ones by house bots: `done` of `of` games so far.

    `waits`: others are simulated before.
    """

    state: Literal["none", "running", "done", "stopped"]
    waits: bool
    done: int
    of: int
    outcome: str
    outcomes: dict[str, int]
    """Simulated games by outcome."""
    standings: tuple[Standing, ...]
