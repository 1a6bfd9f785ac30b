"""Many games of one kind: chunks that a pool can share out, and their tally."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from game.opening import Setup
from game.ruleset import Ruleset
from game.simulate.play import Played, play_game
from game.simulate.tally import Tally, tally_of


def games(rules: Ruleset, setup: Setup, bots: Sequence[str], numbers: range) -> Iterator[Played]:
    """The games of these numbers: number n is played with the seed `<seed>-n`, whoever plays it."""
    for number in numbers:
        yield play_game(rules, replace(setup, seed=f"{setup.seed}-{number}"), bots)


def many(rules: Ruleset, setup: Setup, bots: Sequence[str], numbers: range) -> Tally:
    """The tally of the games of these numbers."""
    return tally_of(games(rules, setup, bots, numbers))


def chunks(count: int, size: int) -> tuple[range, ...]:
    """The numbers from 0 to `count` - 1 in chunks, for a pool; the last one may be smaller.

    >>> chunks(5, 2)
    (range(0, 2), range(2, 4), range(4, 5))
    """
    return tuple(range(start, min(start + size, count)) for start in range(0, count, size))
