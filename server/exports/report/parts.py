"""What a report is made of: sections of blocks, the same for the page, paper and a document.

Values only. A section is made by one function from what was recorded; how a block looks is said
once for each kind of file.
"""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Moment:
    """A place in the log that a reader can go back to; `at` says it in words."""

    version: int
    at: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `quiet`: a remark about what stands beside it."""

    words: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One entry of a list; `moment`: the evidence, `mark`: what kind of thing it is."""

    words: str
    moment: Moment | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Lines of the log as they stand there, with the moment they belong to."""

    title: str
    lines: tuple[str, ...]
    moment: Moment | None
    remark: str = ""


Cell: TypeAlias = str | int | Moment


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its heads, its rows; `wide`: many columns or much text."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart as SVG, its finding as caption, and the same numbers as a table.

    `paper`: the table says what the chart does not, so that it stands on paper too.
    """

    caption: str
    svg: str
    grid: Grid
    paper: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section."""

    words: str


Block: TypeAlias = Text | Points | Quote | Grid | Figure | Heading


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report; without blocks it says `empty` instead."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report."""

    title: str
    subtitle: str
    draft: bool
    facts: tuple[tuple[str, str], ...]
    """What stands on the first page: name and value."""
    warning: str
    """Of names in it; empty: there are none."""
    sections: tuple[Section, ...]
    moments: str = ""
    """The address of the debrief, to which moments lead; empty: they lead nowhere."""
