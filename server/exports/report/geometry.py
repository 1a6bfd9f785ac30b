"""Where things stand in the figures: the same numbers as `static/js/parts/geometry.js` gives.

Everything is rounded to a tenth, halves upwards as browsers do; one test holds both to one file.
"""

from collections.abc import Callable, Sequence
from math import cos, floor, hypot, pi, sin
from typing import NamedTuple


class Spot(NamedTuple):
    """A place in a drawing, px."""

    x: float
    y: float


def tenth(value: float) -> float:
    """Rounded to a tenth.

    >>> tenth(0.25), tenth(-0.25)
    (0.3, -0.2)
    """
    return floor(value * 10 + 0.5) / 10


def seat_places(
    count: int, width: float, height: float, margin: tuple[float, float]
) -> tuple[Spot, ...]:
    """Seats round an ellipse, the first at the top, clockwise; `margin` kept free: x and y."""
    angles = (2 * pi * at / count - pi / 2 for at in range(count))
    return tuple(
        Spot(
            tenth(width / 2 + (width / 2 - margin[0]) * cos(angle)),
            tenth(height / 2 + (height / 2 - margin[1]) * sin(angle)),
        )
        for angle in angles
    )


def bend_point(a: Spot, b: Spot, bend: float) -> Spot:
    """The middle control point of a bent line; the same whichever end is named first."""
    turned = -1 if a.x > b.x or (a.x == b.x and a.y > b.y) else 1
    length = hypot(b.x - a.x, b.y - a.y) or 1
    off = 2 * bend * turned / length
    return Spot(
        tenth((a.x + b.x) / 2 - (b.y - a.y) * off), tenth((a.y + b.y) / 2 + (b.x - a.x) * off)
    )


def along_line(a: Spot, c: Spot, b: Spot, share: float) -> Spot:
    """The point at a share (0 to 1) of a line from `a` over control point `c` to `b`."""
    rest = 1 - share
    return Spot(
        tenth(rest * rest * a.x + 2 * rest * share * c.x + share * share * b.x),
        tenth(rest * rest * a.y + 2 * rest * share * c.y + share * share * b.y),
    )


def towards(a: Spot, b: Spot, distance: float) -> Spot:
    """The point so many px from `a` on the way to `b`."""
    length = hypot(b.x - a.x, b.y - a.y) or 1
    return Spot(
        tenth(a.x + (b.x - a.x) * distance / length), tenth(a.y + (b.y - a.y) * distance / length)
    )


def bend_of(at: int, count: int, gap: float) -> float:
    """How far the n-th (from 0) of several lines of one pair is bent."""
    return (at - (count - 1) / 2) * gap


def scale(values: tuple[float, float], pixels: tuple[float, float]) -> Callable[[float], float]:
    """From values to px: the first value stands at the first pixel."""
    low, high = values
    begin, end = pixels
    span = (high - low) or 1

    def place(value: float) -> float:
        return tenth(begin + (value - low) / span * (end - begin))

    return place


def path_of(
    points: Sequence[tuple[float, float]],
    x: Callable[[float], float],
    y: Callable[[float], float],
    *,
    stepped: bool,
) -> str:
    """Points as a path; in steps where a value holds until the next."""
    made = []
    for number, (at, value) in enumerate(points):
        left, top = plain(x(at)), plain(y(value))
        if number == 0:
            made.append(f"M{left} {top}")
        else:
            made.append(f"H{left}V{top}" if stepped else f"L{left} {top}")
    return "".join(made)


def plain(value: float) -> str:
    """A number as a browser writes it.

    >>> plain(3.0), plain(3.5)
    ('3', '3.5')
    """
    return str(int(value)) if value == int(value) else str(value)
