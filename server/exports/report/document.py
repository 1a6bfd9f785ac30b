"""The report as a document to edit, and what may be a template for it.

python-docx is loaded when a document is asked for, not with the server; what it writes, `written`
says.
"""

import io
import zipfile
import zlib
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


class NoTemplate(Exception):
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
            if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > LARGEST_UNFOLDED:
                raise NoTemplate("This document is too large for a template.")
            damaged = found.testzip()
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as fault:
        raise NoTemplate("This file is no Word document (.docx), or it is damaged.") from fault
    if damaged is not None:
        raise NoTemplate("This document is damaged; save it anew and try again.")
    if "word/document.xml" not in {one.filename for one in parts}:
        raise NoTemplate("This file is no Word document (.docx).")
