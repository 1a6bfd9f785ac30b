"""QR codes as paths that any page can draw without markup from outside."""

import io
from functools import lru_cache

import segno

from server.protocol.session import Qr

QUIET = 4


@lru_cache(maxsize=256)
def qr_of(text: str) -> Qr:
    """The code of a text, with its quiet zone, one row of modules a stroke."""
    matrix = segno.make(text, micro=False, error="m").matrix
    strokes = "".join(
        f"M{column + QUIET} {row + QUIET}.5h{length}"
        for row, bits in enumerate(matrix)
        for column, length in _runs(bytes(bits))
    )
    return Qr(size=len(matrix) + 2 * QUIET, path=strokes)


def _runs(bits: bytes) -> list[tuple[int, int]]:
    """(start, length) of each run of dark modules in a row."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for column, bit in enumerate((*bits, 0)):
        if bit and start is None:
            start = column
        elif not bit and start is not None:
            found.append((start, column - start))
            start = None
    return found


def svg_of(text: str) -> bytes:
    """The code as an SVG file."""
    out = io.BytesIO()
    segno.make(text, micro=False, error="m").save(out, kind="svg", scale=8, border=QUIET)
    return out.getvalue()


def in_the_terminal(text: str) -> str:
    """The code in half blocks."""
    out = io.StringIO()
    segno.make(text, micro=False, error="l").terminal(out, compact=True)
    return out.getvalue()
