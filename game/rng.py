"""Chance that can be repeated: every pick is keyed, so that equal keys give equal picks.

The one place that imports `random`, and only `Random(str).random()`, which is the same on every
Python. A key is (game seed, round, stream, number of the draw within the stream).
"""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """The picks of one stream, in order."""

    def __init__(self, seed: str, round_: int, stream: str, draw: int = 0) -> None:
        self.random = Random(f"{seed}/{round_}/{stream}/{draw}").random

    def share(self) -> float:
        """A number from 0 up to, not including, 1."""
        return self.random()

    def below(self, count: int) -> int:
        """A whole number from 0 to `count` - 1."""
        return int(self.random() * count)

    def pick(self, options: Sequence[T]) -> T:
        """One of the options, all equally likely."""
        return options[self.below(len(options))]

    def shuffled(self, options: Sequence[T]) -> tuple[T, ...]:
        """The options in random order."""
        left = list(options)
        order: list[T] = []
        while left:
            order.append(left.pop(self.below(len(left))))
        return tuple(order)
