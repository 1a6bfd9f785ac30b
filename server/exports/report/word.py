"""What python-docx has no words for: fields, languages, borders, widths, links, alternative texts.

A style of its own for documents without a template; an organisation's own is left as it is.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Inches, Length, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

LANGUAGE: Final = "en-GB"
FONT: Final = "Arial"  # on every machine, or there is one of the same widths
INK: Final = RGBColor(0x12, 0x20, 0x2B)
QUIET: Final = RGBColor(0x4A, 0x59, 0x63)
LINK: Final = RGBColor(0x2A, 0x3F, 0xB0)
WARNING: Final = RGBColor(0xA3, 0x30, 0x1C)
RULE, SHADE = "C9D1D3", "E8ECEB"
SIZES: Final = {
    "Normal": (10, False, INK, 5),
    "Title": (22, True, INK, 2),
    "Subtitle": (13, False, QUIET, 8),
    "Heading 1": (15, True, INK, 6),
    "Heading 2": (11.5, True, INK, 4),
    "Caption": (9, True, INK, 3),
    "Quote": (9.5, False, INK, 2),
    "List Bullet": (10, False, INK, 3),
    "Header": (8.5, True, WARNING, 0),
    "Footer": (8.5, False, QUIET, 0),
}
"""Size in points, bold, colour and space after, by style."""
BEFORE: Final = {"Heading 1": 20, "Heading 2": 12, "Caption": 8}
WITH_NEXT: Final = ("Heading 1", "Heading 2", "Caption")


def styled(made: "Document") -> None:
    """Our own look on a blank document: A4, one font, the colours of the pages."""
    for section in made.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
        section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    for name, (size, is_bold, colour, after) in SIZES.items():
        style = made.styles[name]
        font, space = style.font, style.paragraph_format
        font.size, font.bold, font.italic, font.color.rgb = Pt(size), is_bold, False, colour
        space.space_after, space.space_before = Pt(after), Pt(BEFORE.get(name, 0))
        space.keep_with_next = name in WITH_NEXT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for at in list(fonts.attrib):
            del fonts.attrib[at]
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{kind}"), FONT)
    for border in made.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break
    made.styles["Quote"].paragraph_format.left_indent = Cm(0.4)
    _rule_beside(made.styles["Quote"].element.get_or_add_pPr())


def speaking(made: "Document", language: str = LANGUAGE) -> None:
    """The language that a spelling checker and a screen reader read it in."""
    made.core_properties.language = language
    for marks in made.styles.element.iter(qn("w:lang")):
        marks.set(qn("w:val"), language)


def field(paragraph: "Paragraph", instruction: str, shown: str) -> "Run":
    """A field with what it shows until the word processor works it out; the run that shows it."""
    _mark(paragraph, "begin")
    code = paragraph.add_run()
    text = _element("w:instrText", {"xml:space": "preserve"})
    text.text = f" {instruction} "
    code._r.append(text)
    _mark(paragraph, "separate")
    run = paragraph.add_run(shown)
    _mark(paragraph, "end")
    return run


def contents(made: "Document", titles: Sequence[tuple[str, str]], code: str) -> None:
    """A field of contents, filled with these titles and the bookmarks they lead to.

    The word processor adds the numbers of pages when the field is worked out anew.
    """
    for number, (title, mark) in enumerate(titles):
        paragraph = made.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(1)
        if number == 0:
            _mark(paragraph, "begin")
            text = _element("w:instrText", {"xml:space": "preserve"})
            text.text = f" {code} "
            paragraph.add_run()._r.append(text)
            _mark(paragraph, "separate")
        link = _element("w:hyperlink", {"w:anchor": mark, "w:history": "1"})
        link.append(paragraph.add_run(title)._r)
        paragraph._p.append(link)
        if number == len(titles) - 1:
            _mark(paragraph, "end")


def bookmark(paragraph: "Paragraph", name: str, number: int) -> None:
    """A place that a link within the document can lead to."""
    start = _element("w:bookmarkStart", {"w:id": str(number), "w:name": name})
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(_element("w:bookmarkEnd", {"w:id": str(number)}))


def link(paragraph: "Paragraph", words: str, address: str) -> None:
    """Words that lead out of the document."""
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    around = _element("w:hyperlink", {"r:id": relation})
    run = paragraph.add_run(words)
    run.font.color.rgb = LINK
    around.append(run._r)
    paragraph._p.append(around)


def described(run: "Run", words: str) -> None:
    """What a picture shows, for who cannot see it."""
    for properties in run._r.iter(qn("wp:docPr")):
        properties.set("descr", words)
        properties.set("title", words)


def ruled(table: "Table") -> None:
    """Thin lines between the rows, and none beside them."""
    borders = _element("w:tblBorders", {})
    for side in ("top", "bottom", "insideH"):
        at = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": RULE}
        borders.append(_element(f"w:{side}", at))
    properties = table._tbl.tblPr
    _before(properties, borders, ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"))


def shaded(row: "_Row") -> None:
    """The ground of a head."""
    for cell in row.cells:
        at = {"w:val": "clear", "w:color": "auto", "w:fill": SHADE}
        cell._tc.get_or_add_tcPr().append(_element("w:shd", at))


def headed(row: "_Row") -> None:
    """The row stands again on each page that the table runs on to."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader", {}))


def whole(row: "_Row") -> None:
    """The row is not parted by the end of a page."""
    row._tr.get_or_add_trPr().append(_element("w:cantSplit", {}))


def right(paragraph: "Paragraph") -> None:
    """Numbers stand under one another."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def room(made: "Document") -> Length:
    """The width between the margins."""
    page = made.sections[-1]
    known = (page.page_width or Cm(21), page.left_margin or Cm(2), page.right_margin or Cm(2))
    return Length(known[0] - known[1] - known[2])


def wide(svg: str) -> Length:
    """The width of a drawing, 96 px an inch."""
    found = re.search(r'width="([\d.]+)"', svg)
    return Inches(float(found[1]) / 96 if found else 6)


def runs_of(paragraph: "Paragraph") -> "list[Run]":
    """Its runs, those in links among them."""
    return [*paragraph.runs, *(run for one in paragraph.hyperlinks for run in one.runs)]


def _rule_beside(properties: "BaseOxmlElement") -> None:
    at = {"w:val": "single", "w:sz": "18", "w:space": "6", "w:color": RULE}
    borders = _element("w:pBdr", {})
    borders.append(_element("w:left", at))
    _before(properties, borders, ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"))


def _before(parent: "BaseOxmlElement", child: "BaseOxmlElement", names: Sequence[str]) -> None:
    """Where the format wants it: before the first of these, or last."""
    later = {qn(name) for name in names}
    at = next((number for number, one in enumerate(parent) if one.tag in later), len(parent))
    parent.insert(at, child)


def _mark(paragraph: "Paragraph", kind: str) -> None:
    paragraph.add_run()._r.append(_element("w:fldChar", {"w:fldCharType": kind}))


def _element(name: str, attributes: dict[str, str]) -> "BaseOxmlElement":
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    return made
