"""The report as a document to edit (`.docx`), in plain styles that take on a template of one's own.

Charts stand as tables: a drawing could not be edited. The library is loaded when it is asked for.
"""

import io
import re
import zipfile
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
MOST_PARTS: Final = 500
LARGEST_UNFOLDED: Final = 40_000_000
"""Bytes of a template once it is unpacked."""
MARK: Final = "EXERCISE - EXERCISE - EXERCISE"
_UNWRITABLE: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class NoTemplate(Exception):  # noqa: N818 - what the file is
    """It is no document that can be built upon; the sentence says why."""


def document(report: Report, template: bytes | None = None) -> bytes:
    """The file; `template`: a document whose styles, headers and first pages it takes on.

    Raises:
        CannotMake: python-docx is not installed.
        NoTemplate: the template cannot be used.
    """
    try:
        from docx import Document as blank  # noqa: N813, PLC0415 - loaded when it is asked for
    except ImportError as fault:
        raise CannotMake(HOW) from fault
    if template is None:
        made = blank()
    else:
        check_template(template)
        try:
            made = blank(io.BytesIO(template))
        except (KeyError, ValueError, LookupError, SyntaxError) as fault:
            raise NoTemplate("This file is no Word document that can be read.") from fault
    made.core_properties.title = plain(report.title)
    _head(made, report)
    for section in report.sections:
        _heading(made, section.title, 1)
        for block in section.blocks:
            _block(made, block)
        if not section.blocks:
            made.add_paragraph(plain(section.empty))
    made.add_paragraph(MARK)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def check_template(template: bytes) -> None:
    """Refuse what is no document, or would unfold into more than one.

    Raises:
        NoTemplate: with the reason.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as found:
            parts = found.infolist()
    except zipfile.BadZipFile as fault:
        raise NoTemplate("This file is no Word document (.docx).") from fault
    if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > LARGEST_UNFOLDED:
        raise NoTemplate("This document is too large for a template.")
    if "word/document.xml" not in {one.filename for one in parts}:
        raise NoTemplate("This file is no Word document (.docx).")


def plain(text: str) -> str:
    r"""A text without signs that XML cannot hold.

    >>> plain("a\x00b")
    'ab'
    """
    return _UNWRITABLE.sub("", text)


def _head(made: "Document", report: Report) -> None:
    for section in made.sections:
        mark = f"{MARK}{'   DRAFT' if report.draft else ''}"
        header = section.header
        first = header.paragraphs[0] if header.paragraphs else None
        if first is not None and not first.text.strip():
            first.text = mark
        else:
            header.add_paragraph(mark)
    _heading(made, report.title, 0)
    made.add_paragraph(plain(report.subtitle))
    if report.draft:
        made.add_paragraph("DRAFT: not yet agreed in the after-action meeting.")
    if report.warning:
        made.add_paragraph(plain(report.warning))
    _grid(made, Grid("", ("What", "Value"), report.facts))


def _styles(made: "Document") -> set[str]:
    """The styles that the template has; others have names of their own."""
    return {str(one.name) for one in made.styles}


def _styled(made: "Document", words: str, style: str) -> None:
    """A paragraph in this style, or plain where the template has none of this name."""
    made.add_paragraph(plain(words), style=style if style in _styles(made) else None)


def _heading(made: "Document", words: str, level: int) -> None:
    """A heading, bold where the template has no style for it."""
    style = f"Heading {level}" if level else "Title"
    if style in _styles(made):
        made.add_heading(plain(words), level)
    else:
        made.add_paragraph().add_run(plain(words)).bold = True


def _block(made: "Document", block: Block) -> None:
    match block:
        case Text():
            made.add_paragraph(plain(block.words))
        case Heading():
            _heading(made, block.words, 2)
        case Points():
            _points(made, block.points)
        case Quote():
            _quote(made, block)
        case Grid():
            _grid(made, block)
        case Figure():
            _styled(made, block.caption, "Caption")
            _grid(made, block.grid)
        case _:
            assert_never(block)


def _points(made: "Document", points: Iterable[Point]) -> None:
    for one in points:
        where = f" ({one.moment.at})" if one.moment else ""
        mark = f"[{one.mark}] " if one.mark else ""
        _styled(made, f"{mark}{one.words}{where}", "List Bullet")


def _quote(made: "Document", quote: Quote) -> None:
    where = f" ({quote.moment.at})" if quote.moment else ""
    made.add_paragraph().add_run(plain(f"{quote.title}{where}")).bold = True
    for line in quote.lines:
        _styled(made, line, "Quote")
    if quote.remark:
        made.add_paragraph(plain(quote.remark))


def _grid(made: "Document", grid: Grid) -> None:
    if grid.caption:
        _styled(made, grid.caption, "Caption")
    table = made.add_table(rows=1, cols=len(grid.head))
    if "Table Grid" in _styles(made):
        table.style = made.styles["Table Grid"]
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
