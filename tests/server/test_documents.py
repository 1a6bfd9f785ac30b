"""The report as a document to edit: real headings, captions, pictures, and an own template."""

import io
import re
import zipfile
from html import unescape

import pytest
from docx import Document
from docx.document import Document as DocxFile

from server.exports import EXPORTS
from server.exports.base import Told, told
from server.exports.report import SECTIONS, in_template
from server.exports.report.columns import shares
from server.exports.report.document import NoTemplate, document
from server.exports.report.parts import Figure, Report
from tests.server.test_reports import SALT, SHEET, full, seen

TWIP = 635
"""The least length that a table knows, in the units of a document."""


def test_the_document_opens_and_holds_what_the_page_holds() -> None:
    body = EXPORTS["document"].writer(seen())
    assert zipfile.is_zipfile(io.BytesIO(body))
    found = Document(io.BytesIO(body))
    cells = (cell.text for table in found.tables for row in table.rows for cell in row.cells)
    said = "\n".join([*(one.text for one in found.paragraphs), *cells])
    for made in SECTIONS:
        assert made(seen()).title in said
    for canary in re.findall(r"canary-[a-z_-]+", repr(SHEET)):
        assert canary in said


def opened(of: Told) -> DocxFile:
    return Document(io.BytesIO(EXPORTS["document"].writer(of)))


def figures(of: Told) -> list[Figure]:
    every = [made(of) for made in SECTIONS]
    return [one for section in every for one in section.blocks if isinstance(one, Figure)]


def test_a_document_has_real_headings_and_contents_that_lead_to_them() -> None:
    found = opened(seen())
    headings = [one.text for one in found.paragraphs if one.style and one.style.name == "Heading 1"]
    assert headings == [made(seen()).title for made in SECTIONS]
    xml = found.element.xml
    assert r'TOC \o "1-1"' in xml
    anchors = re.findall(r'<w:hyperlink w:anchor="(\w+)"', xml)
    assert len(anchors) == len(SECTIONS)
    assert set(anchors) == set(re.findall(r'<w:bookmarkStart [^>]*w:name="(\w+)"', xml))


def test_every_chart_of_a_document_is_a_picture_with_its_finding_for_who_cannot_see_it() -> None:
    drawn = figures(seen())
    found = re.findall(r'<wp:docPr [^>]*descr="([^"]*)"', opened(seen()).element.xml)
    assert [unescape(one) for one in found] == [one.caption for one in drawn]
    with zipfile.ZipFile(io.BytesIO(EXPORTS["document"].writer(seen()))) as files:
        bodies = [files.read(one) for one in files.namelist() if one.startswith("word/media/")]
    assert bodies
    assert all(one.startswith(b"\x89PNG") for one in bodies)


def test_a_document_counts_its_captions_and_pages_and_knows_its_language() -> None:
    found = opened(seen())
    captions = [one.text for one in found.paragraphs if one.style and one.style.name == "Caption"]
    for kind in ("Table", "Figure"):
        numbers = [int(one.split()[1].rstrip(":")) for one in captions if one.startswith(kind)]
        assert numbers == list(range(1, len(numbers) + 1))
        assert f"SEQ {kind}" in found.element.xml
    foot = found.sections[0].footer._element.xml
    assert " PAGE " in foot
    assert " NUMPAGES " in foot
    assert 'w:lang w:val="en-GB"' in found.styles.element.xml
    assert found.core_properties.language == "en-GB"


def test_tables_of_a_document_repeat_their_heads_and_fill_the_page() -> None:
    found = opened(seen())
    page = found.sections[0]
    sides = [one or 0 for one in (page.left_margin, page.right_margin)]
    room = (page.page_width or 0) - sum(sides)
    for table in found.tables:
        assert "w:tblHeader" in table.rows[0]._tr.xml
        widths = [cell.width for cell in table.rows[0].cells]
        assert abs(sum(one for one in widths if one) - room) <= len(widths) * TWIP


def test_moments_of_a_document_lead_to_the_debrief_where_its_address_is_known() -> None:
    of = told(full(), "facilitator", SALT, debrief="http://host/debrief/t")
    links = {one.target_ref for one in opened(of).part.rels.values() if one.is_external}
    assert links
    assert all(re.fullmatch(r"http://host/debrief/t#entry-\d+", one) for one in links)
    assert not any(one.is_external for one in opened(seen()).part.rels.values())


def test_no_word_of_a_table_is_parted_as_long_as_the_page_is_wide_enough() -> None:
    rows = [("Autonomy", "What it is"), ("7", "a long sentence " * 9), ("10", "")]
    first, second = shares(rows, 100)
    assert first * 100 > len("Autonomy") + 1
    assert second > 0.8
    assert sum(shares(rows, 10)) == pytest.approx(1)


def template(words: str, *, bare: bool = False) -> bytes:
    """An organisation's document; `bare`: without the styles that come with the library."""
    made = Document()
    made.add_paragraph(words)
    made.sections[0].header.paragraphs[0].text = "Ministry"
    if bare:
        for name in ("Quote", "Caption", "List Bullet", "Heading 1", "Title", "Table Grid"):
            made.styles[name].delete()
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("bare", [False, True])
def test_a_document_takes_on_an_organisation_s_template(*, bare: bool) -> None:
    found = Document(io.BytesIO(in_template(seen(), template("Cover page", bare=bare))))
    paragraphs = [one.text for one in found.paragraphs]
    assert paragraphs[0] == "Cover page"
    assert "Improvement plan" in paragraphs
    header = [one.text for one in found.sections[0].header.paragraphs]
    assert header[0] == "Ministry"
    assert "EXERCISE" in header[1]


def bomb() -> bytes:
    """A small file that unfolds into much."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", b"0" * 50_000_000)
    return out.getvalue()


def damaged() -> bytes:
    """A document of which one byte went wrong on its way."""
    found = bytearray(template("x"))
    found[len(found) // 2] ^= 0xFF
    return bytes(found)


def entities() -> bytes:
    """A document whose text unfolds tenfold, twelve times."""
    out = io.BytesIO()
    nested = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    with (
        zipfile.ZipFile(io.BytesIO(template("x"))) as good,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in good.namelist():
            part = good.read(name)
            if name == "word/document.xml":
                part = part.replace(b"?>", f"?><!DOCTYPE x [{nested}]>".encode(), 1)
                part = part.replace(b">x<", b">&a11;<")
            made.writestr(name, part)
    return out.getvalue()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no zip",
        bomb(),
        damaged(),
        entities(),
        template("x")[:-9],
        template("x").replace(b"word/", b"worm/"),
    ],
    ids=["empty", "text", "bomb", "damaged", "entities", "short", "other"],
)
def test_what_is_no_template_is_refused(body: bytes) -> None:
    with pytest.raises(NoTemplate):
        in_template(seen(), body)


def test_a_document_takes_words_that_xml_cannot_hold() -> None:
    made = Report(
        "a\x00b", "c\x1f", draft=False, facts=(("n", "v\ufffe"),), warning="", sections=()
    )
    assert Document(io.BytesIO(document(made))).paragraphs[0].text == "ab"
