"""The report as PDF, where WeasyPrint and Pango are installed; else the browser prints the page.

It is printed in a process of its own: a long report takes seconds of work, and no table may wait
for it. `python -m server.exports.report.printing` is that process.
"""

import subprocess
import sys
from pathlib import Path
from typing import Final

from server.exports.base import CannotMake

HOW: Final = (
    "PDF files need WeasyPrint and Pango on the server (`make pdf`). Open the report as a page "
    "instead, and print it to a PDF file with the browser."
)
PATIENCE_S: Final = 180
CHECKOUT: Final = Path(__file__).parent.parent.parent.parent


def paper(page: bytes) -> bytes:
    """A page on paper.

    Raises:
        CannotMake: what it needs is not installed, or it took too long.
    """
    command = [sys.executable, "-m", "server.exports.report.printing"]
    try:
        made = subprocess.run(  # noqa: S603 - our own module, and nothing from outside in the words
            command, input=page, capture_output=True, timeout=PATIENCE_S, check=False, cwd=CHECKOUT
        )
    except subprocess.TimeoutExpired as fault:
        raise CannotMake(HOW) from fault
    if made.returncode != 0:
        raise CannotMake(HOW)
    return made.stdout
