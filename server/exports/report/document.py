"""The report as a document to edit (`.docx`), in plain styles that take on a template of one's own.

Charts stand as tables: a drawing could not be edited. The library is loaded when it is asked for.
"""

import io
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, assert_never

from server.exports.base import CannotMake
from server.exports.report.parts import (
    Block,
    Cell,
    Figure,
    Grid,
    Heading,
    Moment,
    Point,
    Points,
    Quote,
    Report,
    Text,
)

if TYPE_CHECKING:
    from docx.document import Document

HOW: Final = (
    "Documents need python-docx, which is not installed here. Open the report as a page instead; "
    "a word processor opens that file too."
)
MARK: Final = "EXERCISE - EXERCISE - EXERCISE"
_UNWRITABLE: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def document(report: Report) -> bytes:
    """The file.

    Raises:
        CannotMake: python-docx is not installed.
    """
    try:
        from docx import Document as blank  # noqa: N813, PLC0415 - loaded when it is asked for
    except ImportError as fault:
        raise CannotMake(HOW) from fault
    made = blank()
    made.core_properties.title = plain(report.title)
    made.core_properties.author = "Joined-Up"
    _head(made, report)
    for section in report.sections:
        made.add_heading(plain(section.title), 1)
        for block in section.blocks:
            _block(made, block)
        if not section.blocks:
            made.add_paragraph(plain(section.empty))
    made.add_paragraph(MARK)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def plain(text: str) -> str:
    r"""A text without signs that XML cannot hold.

    >>> plain("a\x00b")
    'ab'
    """
    return _UNWRITABLE.sub("", text)


def _head(made: "Document", report: Report) -> None:
    for section in made.sections:
        section.header.paragraphs[0].text = f"{MARK}{'   DRAFT' if report.draft else ''}"
    made.add_heading(plain(report.title), 0)
    made.add_paragraph(plain(report.subtitle))
    if report.draft:
        made.add_paragraph("DRAFT: not yet agreed in the after-action meeting.")
    if report.warning:
        made.add_paragraph(plain(report.warning))
    _grid(made, Grid("", ("What", "Value"), report.facts))


def _block(made: "Document", block: Block) -> None:
    match block:
        case Text():
            made.add_paragraph(plain(block.words))
        case Heading():
            made.add_heading(plain(block.words), 2)
        case Points():
            _points(made, block.points)
        case Quote():
            _quote(made, block)
        case Grid():
            _grid(made, block)
        case Figure():
            made.add_paragraph(plain(block.caption), style="Caption")
            _grid(made, block.grid)
        case _:
            assert_never(block)


def _points(made: "Document", points: Iterable[Point]) -> None:
    for one in points:
        where = f" ({one.moment.at})" if one.moment else ""
        mark = f"[{one.mark}] " if one.mark else ""
        made.add_paragraph(plain(f"{mark}{one.words}{where}"), style="List Bullet")


def _quote(made: "Document", quote: Quote) -> None:
    where = f" ({quote.moment.at})" if quote.moment else ""
    made.add_paragraph().add_run(plain(f"{quote.title}{where}")).bold = True
    for line in quote.lines:
        made.add_paragraph(plain(line), style="Quote")
    if quote.remark:
        made.add_paragraph(plain(quote.remark))


def _grid(made: "Document", grid: Grid) -> None:
    if grid.caption:
        made.add_paragraph(plain(grid.caption), style="Caption")
    table = made.add_table(rows=1, cols=len(grid.head), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, grid.head, strict=True):
        cell.paragraphs[0].add_run(plain(name)).bold = True
    for row in grid.rows:
        cells = table.add_row().cells
        for cell, value in zip(cells, row, strict=True):
            cell.text = plain(said(value))
    made.add_paragraph("")


def said(cell: Cell) -> str:
    """A cell in words."""
    return cell.at if isinstance(cell, Moment) else str(cell)
