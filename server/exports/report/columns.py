"""How wide the columns of a table are on paper: no word is parted, and long texts get the rest."""

from collections.abc import Iterable, Sequence
from typing import Final

LONG: Final = 90
"""Signs from which a text may as well take another line."""
ROOM: Final = 3
"""Signs that the margins of a cell take."""
BOLD: Final = 1.2
"""How much wider the signs of a head are."""


def shares(rows: Iterable[Iterable[str]], line: int) -> tuple[float, ...]:
    """The share of the width for each column, from its texts, the head's among them.

    `line`: how many signs fit side by side.

    >>> shares([("No.", "What"), ("1", "A long sentence of many words, to be read")], 100)
    (0.0..., 0.9...)
    """
    columns = [list(column) for column in zip(*rows, strict=True)]
    least = [
        ROOM + max([BOLD * _longest_word(head), *map(_longest_word, rest)])
        for head, *rest in columns
    ]
    more = [max(0, _wanted(column) - one) for one, column in zip(least, columns, strict=True)]
    left = max(0, line - sum(least)) / (sum(more) or 1)
    widths = [one + left * other for one, other in zip(least, more, strict=True)]
    return tuple(one / sum(widths) for one in widths)


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def _wanted(column: Sequence[str]) -> float:
    """Signs for most of its texts to stand in one line, or in few."""
    return ROOM + max(min(len(text), LONG) for text in column)
