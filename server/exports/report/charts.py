"""Charts as SVG for paper: the same geometry as on the debrief page, colours by attribute alone.

Text in a chart is escaped here; nothing else of a chart comes from people.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from server.exports.report.geometry import (
    Spot,
    along_line,
    bend_of,
    bend_point,
    path_of,
    plain,
    scale,
    seat_places,
    towards,
)

INK: Final = "#12202b"
QUIET: Final = "#4a5963"
RULE: Final = "#c9d1d3"
SHADE: Final = "#e8eceb"
FONT: Final = "Atkinson Next, sans-serif"
COLOURS: Final = {
    "blue": "#2a3fb0",
    "brick": "#b34a2b",
    "jade": "#529a79",
    "violet": "#8a4dd6",
    "ochre": "#b38000",
    "teal": "#0b7394",
    "plum": "#741a55",
}
DASHES: Final = {
    "blue": "",
    "brick": "8 3",
    "jade": "2 3",
    "violet": "10 3 2 3",
    "ochre": "5 5",
    "teal": "1 4",
    "plum": "12 4",
}
STATES: Final = {
    "live": (INK, "4", ""),
    "signed": (INK, "2", ""),
    "suspended": ("#a3301c", "3", "6 4"),
    "open": (QUIET, "1.5", "3 4"),
    "dead": (RULE, "1.5", "1 4"),
    "unknown": (RULE, "1.5", ""),
}
MARKER: Final = 36
KEY_COLUMNS: Final = 3
KEY_ROW: Final = 18.0
"""Height of a row of the key, px."""


@dataclass(frozen=True, slots=True)
class Seated:
    """An agency in a drawing."""

    id: str
    name: str
    code: str
    colour: str


@dataclass(frozen=True, slots=True)
class Series:
    """A line: its points in order of x, and the colour of a seat or ink."""

    label: str
    points: tuple[tuple[float, float], ...]
    colour: str = ""
    band: tuple[tuple[float, float, float], ...] = ()
    """Where the true value may lie: x, low, high."""


@dataclass(frozen=True, slots=True)
class Band:
    """A round behind a chart."""

    start: float
    end: float
    label: str


def drawing(width: float, height: float, label: str, parts: Iterable[str]) -> str:
    """An SVG that says what it is."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {plain(width)} {plain(height)}" '
        f'width="{plain(width)}" height="{plain(height)}" role="img" aria-label="{escape(label)}">'
        f"<title>{escape(label)}</title>{''.join(parts)}</svg>"
    )


def words(at: Spot, text: str, *, anchor: str = "middle", size: int = 12, fill: str = INK) -> str:
    """Text at a place."""
    return (
        f'<text x="{plain(at.x)}" y="{plain(at.y)}" text-anchor="{anchor}" fill="{fill}" '
        f'font-family="{FONT}" font-size="{size}">{escape(text)}</text>'
    )


def line(a: Spot, b: Spot, colour: str, width: str = "1") -> str:
    """A straight line."""
    return (
        f'<line x1="{plain(a.x)}" y1="{plain(a.y)}" x2="{plain(b.x)}" y2="{plain(b.y)}" '
        f'stroke="{colour}" stroke-width="{width}"/>'
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Axes:
    """The room of a line chart: the values at its ends, its rounds, its size in px."""

    x: tuple[float, float]
    y: tuple[float, float]
    ticks: tuple[float, ...]
    bands: tuple[Band, ...]
    width: float = 330
    height: float = 150
    stepped: bool = True
    """Each value holds until the next; else the points are joined."""


def line_chart(label: str, series: Sequence[Series], axes: Axes) -> str:
    """Values over the course of a game; a band of low and high values lies behind its line."""
    left, right, top, foot = 28.0, axes.width - 8, 10.0, axes.height - 22
    x, y = scale(axes.x, (left, right)), scale(axes.y, (foot, top))
    parts = list(_room(axes, x, y, (left, right, top, foot)))
    for one in series:
        colour = COLOURS.get(one.colour, INK)
        dash = DASHES.get(one.colour, "")
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        if one.band:
            ends = [*((at, high) for at, _, high in one.band)]
            ends += [(at, low) for at, low, _ in reversed(one.band)]
            area = path_of(ends, x, y, stepped=False)
            parts.append(f'<path d="{area}Z" fill="{colour}" fill-opacity="0.15"/>')
        path = path_of(one.points, x, y, stepped=axes.stepped)
        parts.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashed}/>')
    key = list(_key(series, Spot(left, axes.height + 4), axes.width)) if len(series) > 1 else []
    rows = -(-len(series) // KEY_COLUMNS) if key else 0
    return drawing(axes.width, axes.height + KEY_ROW * rows, label, [*parts, *key])


def _key(series: Sequence[Series], at: Spot, width: float) -> Iterable[str]:
    """Which line is whose, in columns below the chart."""
    column = round((width - at.x) / KEY_COLUMNS, 1)
    for number, one in enumerate(series):
        x = at.x + column * (number % KEY_COLUMNS)
        y = at.y + KEY_ROW * (number // KEY_COLUMNS) + KEY_ROW / 2
        dash = DASHES.get(one.colour, "")
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        yield (
            f'<line x1="{plain(x)}" y1="{plain(y)}" x2="{plain(x + 28)}" y2="{plain(y)}" '
            f'stroke="{COLOURS.get(one.colour, INK)}" stroke-width="2"{dashed}/>'
        )
        yield words(Spot(x + 34, y + 4), one.label, anchor="start", size=11)


def _room(
    axes: Axes,
    x: Callable[[float], float],
    y: Callable[[float], float],
    box: tuple[float, float, float, float],
) -> Iterable[str]:
    left, right, top, foot = box
    free = left - 12.0  # where the next label may begin
    for number, band in enumerate(axes.bands):
        begin, end = x(band.start), x(band.end)
        if number % 2 == 0:
            yield (
                f'<rect x="{plain(begin)}" y="{plain(top)}" width="{plain(round(end - begin, 1))}" '
                f'height="{plain(foot - top)}" fill="{SHADE}"/>'
            )
        middle = Spot(round((begin + end) / 2, 1), foot + 15)
        if middle.x - free >= 4 * len(band.label):
            yield words(middle, band.label, size=11, fill=QUIET)
            free = middle.x + 4 * len(band.label) + 2
    for tick in axes.ticks:
        yield line(Spot(left, y(tick)), Spot(right, y(tick)), RULE)
        at = Spot(left - 6, y(tick) + 4)
        yield words(at, plain(tick), anchor="end", size=11, fill=QUIET)
    yield line(Spot(left, foot), Spot(right, foot), INK)


def _seats(seats: Sequence[Seated], places: Sequence[Spot]) -> Iterable[str]:
    middle = sum(at.y for at in places) / max(1, len(places))
    for one, at in zip(seats, places, strict=True):
        colour = COLOURS.get(one.colour, INK)
        ink = INK if one.colour in {"jade", "ochre"} else "#ffffff"
        yield (f'<circle cx="{plain(at.x)}" cy="{plain(at.y)}" r="{MARKER // 2}" fill="{colour}"/>')
        yield words(Spot(at.x, at.y + 4.5), one.code, size=13, fill=ink)
        # Outside the ring, where no line runs: above in its upper part, else below.
        below = at.y >= middle
        yield from _named(
            Spot(at.x, at.y + (MARKER / 2 + 14 if below else -MARKER / 2 - 6)), one.name
        )


def _named(at: Spot, name: str) -> Iterable[str]:
    """A name that lines behind it do not cross."""
    width = 6.2 * len(name) + 6
    yield (
        f'<rect x="{plain(round(at.x - width / 2, 1))}" y="{plain(at.y - 10)}" '
        f'width="{plain(round(width, 1))}" height="14" fill="#ffffff" fill-opacity="0.85"/>'
    )
    yield words(at, name, size=11)


def trust_network(label: str, seats: Sequence[Seated], trust: Sequence[Sequence[int]]) -> str:
    """Who trusts whom: the half of a line beside a seat shows the tokens it has placed."""
    width, height = 560.0, 360.0
    places = seat_places(len(seats), width, height, (90, 48))
    halves: list[str] = []
    counts: list[str] = []
    for one, a in enumerate(places):
        for other, b in enumerate(places):
            if one == other or not (trust[one][other] or trust[other][one]):
                continue
            count = trust[one][other]
            middle = along_line(a, bend_point(a, b, 0), b, 0.5)
            halves.append(line(a, middle, QUIET if count else RULE, str(0.75 + 1.5 * count)))
            if count:
                at = towards(a, b, MARKER / 2 + 14)
                counts.append(_count(at, count))
    return drawing(width, height, label, [*halves, *counts, *_seats(seats, places)])


def _count(at: Spot, count: int) -> str:
    box = (
        f'<rect x="{plain(at.x - 8)}" y="{plain(at.y - 9)}" width="16" height="18" rx="4" '
        f'fill="#ffffff" stroke="{QUIET}"/>'
    )
    return box + words(Spot(at.x, at.y + 4.5), str(count))


@dataclass(frozen=True, slots=True)
class Tie:
    """A dependency in a drawing: the numbers of its seats and its state."""

    one: int
    other: int
    state: str


def dependency_network(label: str, seats: Sequence[Seated], ties: Sequence[Tie]) -> str:
    """What agencies depend on, the state of each by weight and dash."""
    width, height = 560.0, 360.0
    places = seat_places(len(seats), width, height, (90, 48))
    pairs = [frozenset((tie.one, tie.other)) for tie in ties]
    parts: list[str] = []
    for number, tie in enumerate(ties):
        a, b = places[tie.one], places[tie.other]
        same = [at for at, pair in enumerate(pairs) if pair == pairs[number]]
        c = bend_point(a, b, bend_of(same.index(number), len(same), 26))
        colour, weight, dash = STATES.get(tie.state, STATES["unknown"])
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(
            f'<path d="M{plain(a.x)} {plain(a.y)}Q{plain(c.x)} {plain(c.y)} {plain(b.x)} '
            f'{plain(b.y)}" fill="none" stroke="{colour}" stroke-width="{weight}"{dashed}/>'
        )
    return drawing(width, height, label, [*parts, *_seats(seats, places)])
