"""Where things stand in figures: questions to the Python and the browser's code, and one answer.

`geometry.json` holds both; blessed by `python -m tests.bless`, read by a test of each side.
"""

from pathlib import Path
from typing import Final

from msgspec import Struct, json

from server.exports.report.geometry import (
    Spot,
    along_line,
    bend_of,
    bend_point,
    path_of,
    scale,
    seat_places,
    towards,
)

FILE: Final = Path(__file__).parent / "geometry.json"
SPOTS: Final = (Spot(10, 20), Spot(300.5, 41.3), Spot(10, 180), Spot(33.3, 20))


class Case(Struct, frozen=True):
    """A call by the browser's name of the function, and what it gives."""

    name: str
    given: list[object]
    gives: object


def point(at: Spot) -> dict[str, float]:
    return {"x": at.x, "y": at.y}


def cases() -> list[Case]:
    """Every question, answered by the Python code."""
    found = [
        Case(
            "seatPlaces",
            [count, 560, 360, 90, 48],
            [point(at) for at in seat_places(count, 560, 360, (90, 48))],
        )
        for count in range(2, 8)
    ]
    pairs = [(a, b) for a in SPOTS for b in SPOTS if a != b]
    for a, b in pairs:
        found += [
            Case("bendPoint", [point(a), point(b), bend], point(bend_point(a, b, bend)))
            for bend in (0.0, 13.0, -26.5)
        ]
        for share in (0.24, 0.5, 0.71):
            c = bend_point(a, b, 20)
            asked: list[object] = [point(a), point(c), point(b), share]
            found.append(Case("alongLine", asked, point(along_line(a, c, b, share))))
        found.append(Case("towards", [point(a), point(b), 32], point(towards(a, b, 32))))
    found += [
        Case("bendOf", [at, count, 26], bend_of(at, count, 26))
        for count in range(1, 4)
        for at in range(count)
    ]
    place = scale((0, 10), (150, 8))
    found += [Case("scale", [0, 10, 150, 8, value], place(value)) for value in (0, 1, 3.3, 7, 10)]
    points = [(1.0, 4.0), (9.0, 5.0), (30.0, 2.0)]
    x, y = scale((1, 30), (28, 322)), scale((0, 10), (128, 10))
    for stepped in (True, False):
        sent: list[object] = [[{"x": a, "y": b} for a, b in points], stepped]
        found.append(Case("pathOf", sent, path_of(points, x, y, stepped=stepped)))
    return found


def written() -> bytes:
    """The file."""
    return json.format(json.encode(cases()), indent=1) + b"\n"
