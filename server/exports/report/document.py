"""The report as a document to edit: what a template may be, and what XML can hold.

python-docx is loaded when a document is asked for, not with the server; what it writes, `written`
says.
"""

import io
import re
import zipfile
from typing import Final

from server.exports.base import CannotMake
from server.exports.report.parts import Report

HOW: Final = (
    "Documents need python-docx, which is not installed here. Open the report as a page instead; "
    "a word processor opens that file too."
)
MOST_PARTS: Final = 500
LARGEST_UNFOLDED: Final = 40_000_000
"""Bytes of a template once it is unpacked."""
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
        from server.exports.report.written import Written  # noqa: PLC0415 - see above
    except ImportError as fault:
        raise CannotMake(HOW) from fault
    if template is not None:
        check_template(template)
    try:
        made = Written(report, template)
    except (KeyError, ValueError, LookupError, SyntaxError) as fault:
        raise NoTemplate("This file is no Word document that can be read.") from fault
    made.write()
    out = io.BytesIO()
    made.file.save(out)
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
