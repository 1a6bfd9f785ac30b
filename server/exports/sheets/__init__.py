"""A table's record as CSV sheets in one zip, with a README of every column.

The same code writes it for the facilitator and for any seat: each sheet is made of what those eyes
saw. Times inside the zip are fixed, so that the same record gives the same bytes.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Final

from server.exports.base import Told
from server.exports.sheets import course, judging, seats, talk
from server.exports.sheets.base import Sheet, written

SHEETS: Final[tuple[Sheet, ...]] = (*course.SHEETS, *seats.SHEETS, *talk.SHEETS, *judging.SHEETS)
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
INTRODUCTION: Final = """\
Tables of a Joined-Up game, for analysis.

Files are CSV in UTF-8 with a byte order mark, separated by commas, lines ended by CRLF, texts in
double quotes. An empty cell: there is none, or these eyes did not know it. Yes and no are written
so. A text that a spreadsheet would take for a formula has an apostrophe before it; take the
apostrophe away to have the text.
"""


def zipped(told: Told) -> bytes:
    """Every sheet and the README."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        _put(out, "README.txt", readme(told).encode())
        for sheet in SHEETS:
            _put(out, f"{sheet.name}.csv", written(sheet, told))
    return made.getvalue()


def readme(told: Told) -> str:
    """What lies in the zip, of which game, for whose eyes."""
    record = told.record
    head = (
        f"Session: {record.title}",
        f"Table: {record.name}",
        f"Scenario: {record.rules.id} {record.rules.version}",
        f"Seen with the eyes of: {eyes_words(told)}",
        f"People: {people_words(told)}",
        f"What people wrote: {'in their own words' if told.words else 'left out'}",
    )
    return "\n".join((INTRODUCTION, *head, "", *columns())) + "\n"


def columns() -> Iterator[str]:
    """Each sheet with its columns."""
    for sheet in SHEETS:
        yield f"{sheet.name}.csv"
        yield f"  {sheet.words}"
        yield from (f"    {one.name}: {one.words}" for one in sheet.columns)
        yield ""


def eyes_words(told: Told) -> str:
    """Whose eyes, in words."""
    seat = told.viewer.seat
    if seat is not None:
        return f"{told.agency(seat)} (what its seat saw, and nothing else)"
    return "the facilitator (everything)" if told.staff else "the public (what all could see)"


def people_words(told: Told) -> str:
    """Whether names are told."""
    if told.names == "names":
        return "BY NAME. Keep this export as you keep personal data."
    return "by pseudonyms, which hold within this export alone"


def _put(out: zipfile.ZipFile, name: str, body: bytes) -> None:
    info = zipfile.ZipInfo(name, _LONG_AGO)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    out.writestr(info, body)
