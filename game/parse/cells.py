"""A row of a sheet, cell by cell: what each kind of cell holds, and every fault with its column."""

from msgspec import DecodeError, Struct, ValidationError, json

from game.effects import AnyEffect
from game.parse.faults import shown
from game.parse.texts import limit


class SheetFault(Struct, frozen=True):
    """What is wrong in a sheet. Rows are counted from 1, which is the header; 0: all of it."""

    row: int
    column: str
    sentence: str


class Cells:
    """Reads the cells of one row and collects their faults."""

    def __init__(self, row: int, cells: dict[str, str]) -> None:
        self.row = row
        self.cells = cells
        self.faults: list[SheetFault] = []

    def fault(self, column: str, sentence: str) -> None:
        """Something is wrong in this row."""
        self.faults.append(SheetFault(self.row, column, sentence))

    def cell(self, column: str) -> str:
        """What stands in a column; empty where there is no such column."""
        return self.cells.get(column, "")

    def words(self, column: str, key: str) -> str:
        """Words on one line, short enough for a phone; `key`: of such a text in a ruleset."""
        text, most = " ".join(self.cell(column).split()), limit(key)
        if len(text) > most:
            self.fault(column, f"has {len(text)} characters; {most} fit on a phone")
        if not text.isprintable():
            self.fault(column, "has signs that cannot be shown")
        return text

    def number(self, column: str) -> int | None:
        """A whole number; None: the cell is empty, or holds none."""
        cell = self.cell(column)
        if cell.isascii() and cell.isdigit() and len(cell) <= len("7200"):
            return int(cell)
        if cell:
            self.fault(column, f"{shown(cell)} is not a whole number that fits")
        return None

    def listed(self, column: str) -> list[str]:
        """The names in a cell."""
        return [one.strip() for one in self.cell(column).split(";") if one.strip()]

    def effects(self, column: str) -> tuple[AnyEffect, ...]:
        """The effects in a cell."""
        cell = self.cell(column)
        if not cell:
            return ()
        try:
            return json.decode(cell, type=tuple[AnyEffect, ...])
        except (ValidationError, RecursionError) as wrong:
            self.fault(column, f"is no list of effects: {str(wrong)[:200]}")
        except DecodeError as wrong:
            self.fault(column, f"is no JSON: {str(wrong)[:200]}")
        return ()


def written_effects(effects: tuple[AnyEffect, ...]) -> str:
    """Effects as a cell holds them."""
    return json.encode(effects).decode() if effects else ""
