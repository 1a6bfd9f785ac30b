"""Many games by bots, spread over processes. The same batch gives the same tally on any number."""

from collections.abc import Generator
from functools import partial
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from game.opening import Setup
from game.ruleset import Ruleset
from game.simulate.many import chunks, many
from game.simulate.tally import Tally
from server.work.pool import spread

CHUNK: Final = 25
"""Games in one part: small enough for a bar that moves, and the same on every machine."""


class Batch(Struct, frozen=True):
    """What is played: `bots` by name in seat order; none: `setup.bots` on every seat."""

    rules: Ruleset
    setup: Setup
    bots: tuple[str, ...] = ()


def simulate(batch: Batch, games: int, processes: int) -> Generator[Tally, None, None]:
    """The tallies of the batch, part by part in order: merge them.

    Refused: the ruleset cannot be set up so.

    Raises:
        LookupError: a bot is not known, or there are too few or too many.
    """
    # Bots without words need none, and they are most of what would travel with every part.
    lean = replace(batch, rules=replace(batch.rules, texts={}))
    return spread(partial(_part, lean), chunks(games, CHUNK), processes)


def _part(batch: Batch, numbers: range) -> Tally:
    return many(batch.rules, batch.setup, batch.bots, numbers)
