"""What a sheet is: named columns with their meaning and unit, and rows from a told record.

Cells are guarded here and nowhere else: a spreadsheet must take no text for a formula.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from server.exports.base import Step, Told

Cell: TypeAlias = str | int | float | bool | None
Row: TypeAlias = tuple[Cell, ...]

_FORMULA: Final = re.compile(r"((?:^|[;,|\t\r\n])\s*+)([=+\-@\uff1d\uff0b\uff0d\uff20]?)")
"""Where a spreadsheet may begin to calculate: a cell's start, or what another separator makes one.
Full-width signs count as well. It matches without a sign too, so that spaces are looked at once."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `words` say what it holds, with unit and range."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of the export; its file is `<name>.csv`."""

    name: str
    words: str
    columns: tuple[Column, ...]
    rows: Callable[[Told], Iterable[Row]]


WHEN: Final = (
    Column("place", "moment, counted from 1 in this export; the same in every file"),
    Column("at_s", "game time in seconds; it stands still while the game is paused"),
    Column("round", "round from 1; 0 before the first"),
    Column("phase", "phase of the round"),
    Column("aside", "yes: a rewind has set this moment aside"),
)
"""With these every row begins that belongs to a moment."""


def when(step: Step) -> Row:
    """The columns of `WHEN`."""
    seen = step.public
    return (step.place, step.at_ms / 1000, seen.round, seen.phase.value, step.aside)


def changes(told: Told, pick: Callable[[Step], Iterable[Row]]) -> Iterator[Row]:
    """The rows that a moment gives, where they are new or differ from those before.

    The first cell of each row that `pick` gives says which row it continues.
    """
    before: dict[Cell, Row] = {}
    for step in told.steps:
        for row in pick(step):
            if before.get(row[0]) != row:
                before[row[0]] = row
                yield (*when(step), *row)


def guarded(cell: Cell) -> Cell:
    r"""A cell that no spreadsheet takes for a formula, whatever it separates cells with.

    >>> guarded("=1+1"), guarded("a;=1+1"), guarded("  @x"), guarded(-3), guarded("well-meant")
    ("'=1+1", "a;'=1+1", "  '@x", -3, 'well-meant')
    """
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if not isinstance(cell, str):
        return cell
    return _FORMULA.sub(lambda at: f"{at[1]}'{at[2]}" if at[2] else at[1], cell)


def written(sheet: Sheet, told: Told) -> bytes:
    """The sheet as CSV: UTF-8 with its mark, commas, CRLF, texts in quotes, no cell a formula."""
    made = io.StringIO(newline="")
    out = csv.writer(made, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    out.writerow([one.name for one in sheet.columns])
    out.writerows(
        ["" if cell is None else guarded(cell) for cell in row] for row in sheet.rows(told)
    )
    return made.getvalue().encode("utf-8-sig")
