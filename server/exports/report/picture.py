"""A chart as a picture, for files that cannot hold SVG. Our own fonts: alike on every machine."""

from pathlib import Path
from typing import Final

FONTS: Final = Path(__file__).parent / "fonts"
FAMILY: Final = "Atkinson Hyperlegible Next"
ZOOM: Final = 3
"""Dots for a px: 200 an inch where a chart fills the width of a page."""


def picture(svg: str) -> bytes | None:
    """A PNG file; None: what draws it is not installed, and the table says it all."""
    try:
        import resvg_py  # noqa: PLC0415 - loaded when it is asked for
    except ImportError:
        return None
    made: bytes = resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=ZOOM,
        background="#ffffff",
        skip_system_fonts=True,
        font_files=[str(one) for one in sorted(FONTS.glob("*.ttf"))],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
    return bytes(made)
