"""Reading a list of names with tables and seats as people paste it: every fault by its line."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Final

from server.protocol import words
from server.protocol.replies import LineFault
from server.protocol.strict import Malformed

MOST_PEOPLE: Final = 300
COLUMNS: Final = ("name", "table", "seat")
DELIMITERS: Final = "\t;,"


@dataclass(frozen=True, slots=True)
class Room:
    """What a list may name: tables by what people may write for them, seats likewise."""

    tables: Mapping[str, str]
    seats: Mapping[str, str]
    table_names: tuple[str, ...]
    seat_names: tuple[str, ...]
    taken: frozenset[tuple[str, str]]
    """Where somebody sits already."""
    came: frozenset[tuple[str, str | None, str | None]] = frozenset()
    """Who has come by this list, with the table and seat that were theirs."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One line of a list."""

    line: int
    name: str
    table: str | None
    seat: str | None


class Wrong(Exception):
    """A line cannot be; with the sentence that says why."""


def read(text: str, room: Room) -> tuple[tuple[Expected, ...], tuple[LineFault, ...]]:
    """The people of a list, and every fault; people with a fault are left out."""
    found: list[Expected] = []
    faults: list[LineFault] = []
    seen: dict[tuple[str, str], int] = {}
    order: Sequence[str] = COLUMNS
    for line, cells in rows(text):
        if not found and not faults and is_heading(cells):
            order = tuple(cell.strip().lower() for cell in cells)
            continue
        try:
            found.append(expected(line, named(cells, order), room, seen))
        except Wrong as wrong:
            faults.append(LineFault(line=line, sentence=str(wrong)))
    if len(found) > MOST_PEOPLE:
        sentence = f"The list has {len(found)} people; {MOST_PEOPLE} are the most."
        faults.append(LineFault(line=found[MOST_PEOPLE].line, sentence=sentence))
    if not found and not faults:
        faults.append(LineFault(line=1, sentence="The list is empty: write a name on each line."))
    return tuple(found), tuple(faults)


def rows(text: str) -> Iterator[tuple[int, Sequence[str]]]:
    """The lines that hold something, counted from 1."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    first = next((line for line in plain.split("\n") if line.strip()), "")
    delimiter = max(DELIMITERS, key=first.count)
    for line, content in enumerate(plain.split("\n"), start=1):
        # Line by line: a forgotten quotation mark must not swallow the rest of the list.
        cells = next(csv.reader(StringIO(content), delimiter=delimiter), [])
        if any(cell.strip() for cell in cells):
            yield line, cells


def is_heading(cells: Sequence[str]) -> bool:
    """Whether a line says what the columns are."""
    names = [cell.strip().lower() for cell in cells]
    return "name" in names and set(names) <= {*COLUMNS, ""}


def named(cells: Sequence[str], order: Sequence[str]) -> dict[str, str]:
    """The cells of a line by their columns.

    Raises:
        Wrong: there are more cells than columns.
    """
    if any(one.strip() for one in cells[len(order) :]):
        raise Wrong(f"There are more than {len(order)} columns.")
    return dict(zip(order, cells, strict=False))


def expected(
    line: int, cell: Mapping[str, str], room: Room, seen: dict[tuple[str, str], int]
) -> Expected:
    """One line, read; a seat that is given out is noted in `seen`.

    Raises:
        Wrong: it cannot be.
    """
    try:
        name = words.name(cell.get("name", ""))
    except Malformed as fault:
        raise Wrong(fault.sentence) from None
    table = table_in(cell.get("table", "").strip(), room)
    seat = seat_in(cell.get("seat", "").strip(), room)
    if seat is not None and table is None:
        raise Wrong(f"Say at which table: {', '.join(room.table_names)}.")
    if table is not None and seat is not None:
        place = (table, seat)
        if place in seen:
            raise Wrong(f"This seat is given to line {seen[place]} already.")
        if place in room.taken and (name, *place) not in room.came:
            raise Wrong("Somebody sits in this seat already.")
        seen[place] = line
    return Expected(line, name, table, seat)


def table_in(written: str, room: Room) -> str | None:
    """The table that is meant; the only one where none is written.

    Raises:
        Wrong: there is none of this name or number.
    """
    if not written:
        return next(iter(room.tables.values())) if len(room.table_names) == 1 else None
    found = room.tables.get(written.lower())
    if found is None:
        raise Wrong(f"There is no table {written[:40]!r}; there are {', '.join(room.table_names)}.")
    return found


def seat_in(written: str, room: Room) -> str | None:
    """The seat that is meant; None: none is written.

    Raises:
        Wrong: nobody is called so here.
    """
    if not written:
        return None
    found = room.seats.get(written.lower())
    if found is None:
        raise Wrong(f"There is no seat {written[:40]!r}; there are {', '.join(room.seat_names)}.")
    return found
