"""A report written by python-docx: blank in our own look, or behind what a template holds.

A template's own look, headers and contents stay as they are; what it has no style for is plain.
"""

import io
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, assert_never

from docx import Document as blank  # noqa: N813 - it is a function
from docx.enum.text import WD_BREAK
from docx.shared import Emu, Pt

from server.exports.report import word
from server.exports.report.columns import shares
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
from server.exports.report.picture import picture
from server.exports.report.words import columns, say

if TYPE_CHECKING:
    from docx.table import _Row
    from docx.text.paragraph import Paragraph

CONTENTS: Final = r'TOC \o "1-1" \h \z \u'
SMALL, NARROW = 8.5, 9.0
"""Points, of tables with many columns and of others."""
SIGNS: Final = 1.9
"""Signs of mean width for an em."""
_UNWRITABLE: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Written:
    """One document in the making. Lives as long as one call of `document`."""

    def __init__(self, report: Report, template: bytes | None) -> None:
        self.report = report
        self.own = template is None
        self.file = blank() if template is None else blank(io.BytesIO(template))
        self.styles = {str(one.name) for one in self.file.styles}
        self.counts = {"table": 0, "figure": 0}

    def write(self) -> None:
        """All of it."""
        report = self.report
        self.file.core_properties.title = plain(report.title)
        self.file.core_properties.subject = plain(report.subtitle)
        if self.own:
            word.styled(self.file)
            word.speaking(self.file)
        self._margins()
        self._front()
        for number, section in enumerate(report.sections):
            heading = self._heading(section.title, 1)
            word.bookmark(heading, f"section_{section.id}", number + 1)
            for block in section.blocks:
                self._block(block)
            if not section.blocks:
                self._styled(section.empty, "Normal")
        self.file.add_paragraph(say("front.mark"))

    # --- around the pages

    def _margins(self) -> None:
        draft = f"   {say('front.draft_mark')}" if self.report.draft else ""
        mark = say("front.mark") + draft
        for section in self.file.sections:
            first = section.header.paragraphs[0] if section.header.paragraphs else None
            if first is not None and not first.text.strip():
                first.text = mark
            else:
                section.header.add_paragraph(mark)
            if self.own:
                self._pages(section.footer.paragraphs[0])

    def _pages(self, foot: "Paragraph") -> None:
        """Page so many of so many."""
        before, between, after = say("front.page", number="\0", of="\0").split("\0")
        foot.add_run(before)
        word.field(foot, "PAGE", "1")
        foot.add_run(between)
        word.field(foot, "NUMPAGES", "1")
        foot.add_run(after)

    def _front(self) -> None:
        report = self.report
        self._heading(report.title, 0)
        self._styled(report.subtitle, "Subtitle")
        for warning in (say("front.draft") if report.draft else "", report.warning):
            if warning:
                run = self.file.add_paragraph().add_run(plain(warning))
                run.bold, run.font.color.rgb = True, word.WARNING
        self._grid(Grid("", columns("front.head"), report.facts), caption=False)
        if self.own:
            marks = [(plain(one.title), f"section_{one.id}") for one in report.sections]
            self._heading(say("front.contents"), 2)
            word.contents(self.file, marks, CONTENTS)
            self.file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    # --- blocks

    def _styled(self, words: str, style: str) -> "Paragraph":
        """A paragraph in this style, or plain where the template has none of this name."""
        named = style if style in self.styles else None
        return self.file.add_paragraph(plain(words), style=named)

    def _heading(self, words: str, level: int) -> "Paragraph":
        """A heading, bold where the template has no style for it."""
        style = f"Heading {level}" if level else "Title"
        if style in self.styles:
            return self._styled(words, style)
        paragraph = self.file.add_paragraph()
        paragraph.add_run(plain(words)).bold = True
        return paragraph

    def _block(self, block: Block) -> None:
        match block:
            case Text():
                run = self._styled(block.words, "Normal").runs
                if block.quiet and self.own and run:
                    run[0].font.color.rgb = word.QUIET
            case Heading():
                self._heading(block.words, 2)
            case Points():
                self._points(block.points)
            case Quote():
                self._quote(block)
            case Grid():
                self._grid(block, caption=bool(block.caption))
            case Figure():
                self._figure(block)
            case _:
                assert_never(block)

    def _moment(self, paragraph: "Paragraph", moment: Moment) -> None:
        """Where in the log; a link where the debrief can be reached."""
        if self.report.moments:
            address = f"{self.report.moments}#entry-{moment.version}"
            word.link(paragraph, plain(moment.at), address)
        else:
            paragraph.add_run(plain(moment.at))

    def _points(self, points: Iterable[Point]) -> None:
        for one in points:
            mark = f"[{one.mark}] " if one.mark else ""
            paragraph = self._styled(f"{mark}{one.words}", "List Bullet")
            if one.moment:
                paragraph.add_run(" (")
                self._moment(paragraph, one.moment)
                paragraph.add_run(")")

    def _quote(self, quote: Quote) -> None:
        paragraph = self.file.add_paragraph()
        paragraph.add_run(plain(quote.title)).bold = True
        paragraph.paragraph_format.keep_with_next = bool(quote.lines)
        if quote.moment:
            paragraph.add_run(" (")
            self._moment(paragraph, quote.moment)
            paragraph.add_run(")")
        for line in quote.lines:
            self._styled(line, "Quote")
        if quote.remark:
            self.file.add_paragraph(plain(quote.remark))

    def _figure(self, figure: Figure) -> None:
        drawn = picture(figure.svg)
        if drawn is not None:
            self._caption("figure", figure.caption)
            paragraph = self.file.add_paragraph()
            run = paragraph.add_run()
            run.add_picture(
                io.BytesIO(drawn), width=min(word.room(self.file), word.wide(figure.svg))
            )
            word.described(run, plain(figure.caption))
        if figure.paper or drawn is None:
            self._grid(figure.grid, caption=True)

    def _caption(self, kind: str, words: str) -> None:
        """A caption with its number, as the word processor counts them."""
        self.counts[kind] += 1
        paragraph = self._styled("", "Caption")
        before, after = say(f"captions.{kind}", number="\0", words=plain(words)).split("\0")
        paragraph.add_run(before)
        word.field(paragraph, f"SEQ {kind.capitalize()} \\* ARABIC", str(self.counts[kind]))
        paragraph.add_run(after)

    def _grid(self, grid: Grid, *, caption: bool) -> None:
        if caption:
            self._caption("table", grid.caption)
        size = SMALL if grid.wide or len(grid.head) > 5 else NARROW
        texts = (grid.head, *((said(cell) for cell in row) for row in grid.rows))
        room = word.room(self.file)
        widths = [Emu(int(one * room)) for one in shares(texts, int(room.pt / size * SIGNS))]
        table = self.file.add_table(rows=1 + len(grid.rows), cols=len(grid.head))
        table.autofit = False
        if self.own:
            word.ruled(table)
        elif "Table Grid" in self.styles:
            table.style = self.file.styles["Table Grid"]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for row, values in zip(table.rows, (grid.head, *grid.rows), strict=True):
            word.whole(row)
            for cell, value, width in zip(row.cells, values, widths, strict=True):
                cell.width = width
                self._cell(cell.paragraphs[0], value, size)
        self._head(table.rows[0], grid)
        self.file.add_paragraph("").paragraph_format.space_after = Pt(2)

    def _head(self, row: "_Row", grid: Grid) -> None:
        """The head: bold, shaded, repeated; over numbers it stands as they do."""
        word.headed(row)
        if self.own:
            word.shaded(row)
        for at, cell in enumerate(row.cells):
            for run in cell.paragraphs[0].runs:
                run.bold = True
            if grid.rows and isinstance(grid.rows[0][at], int):
                word.right(cell.paragraphs[0])

    def _cell(self, paragraph: "Paragraph", value: Cell, size: float) -> None:
        if isinstance(value, Moment):
            self._moment(paragraph, value)
        else:
            paragraph.add_run(plain(said(value)))
        if isinstance(value, int):
            word.right(paragraph)
        if self.own:
            paragraph.paragraph_format.space_after = Pt(1)
            for run in word.runs_of(paragraph):
                run.font.size = Pt(size)


def said(cell: Cell) -> str:
    """A cell in words."""
    return cell.at if isinstance(cell, Moment) else str(cell)


def plain(text: str) -> str:
    r"""A text without signs that XML cannot hold.

    >>> plain("a\x00b")
    'ab'
    """
    return _UNWRITABLE.sub("", text)
