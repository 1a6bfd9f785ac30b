"""The process that prints: a page on the standard input, a PDF file on the standard output.

It fetches nothing: all that a report needs stands in its page.
"""

import os
import sys
from typing import Final

MISSING: Final = 3


def printed(page: str) -> bytes:
    """The page as PDF.

    Raises:
        ImportError: WeasyPrint is not installed.
        OSError: Pango is not.
    """
    import weasyprint  # noqa: PLC0415 - an extra, loaded when it is asked for

    inside = weasyprint.URLFetcher(allowed_protocols=("data",))
    # Tagged, so that a screen reader knows headings and tables: PDF/UA, ISO 14289-1.
    made: bytes = weasyprint.HTML(string=page, url_fetcher=inside).write_pdf(pdf_variant="pdf/ua-1")
    return made


def main() -> int:
    """Print; the exit code says whether it could be done."""
    if hasattr(os, "nice"):
        os.nice(10)  # games under way come first
    try:
        made = printed(sys.stdin.buffer.read().decode())
    except (ImportError, OSError):
        return MISSING
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
