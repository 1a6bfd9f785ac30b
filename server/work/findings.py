"""The experiments on the papers' claims, spread over processes."""

from collections.abc import Generator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from game.laboratory.claim import Claim
from game.laboratory.trial import Batch, batches, key_of, play
from game.ruleset import Ruleset
from game.simulate.many import chunks
from server.work.pool import spread

CHUNK: Final = 20
"""Games in one part."""


class Part(Struct, frozen=True):
    """Some games of one batch."""

    batch: Batch
    rules: Ruleset
    first: int
    last: int


class Measured(Struct, frozen=True):
    """What came of a part, under the key of its batch."""

    key: bytes
    games: list[dict[str, float]]


def parts_of(
    claims: Sequence[Claim], rules: Mapping[str, Ruleset], games: int, seed: str
) -> list[Part]:
    """Every part that these claims need; `rules`: the scenarios by id, without their words."""
    return [
        Part(batch, rules[batch.arm.ruleset], numbers.start, numbers.stop)
        for batch, count in batches(claims, games, seed)
        for numbers in chunks(count, CHUNK)
    ]


def measure(parts: Sequence[Part], processes: int) -> Generator[Measured, None, None]:
    """The parts, in order, on so many processes."""
    return spread(_played, parts, processes)


def _played(part: Part) -> Measured:
    games = play(part.batch, part.rules, range(part.first, part.last))
    return Measured(key_of(part.batch), games)
