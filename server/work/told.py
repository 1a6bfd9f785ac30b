"""A launch curve as it goes over the wire. Nothing is worked out here but shares and intervals."""

from collections.abc import Iterator

from msgspec import Raw, json

from game.debrief.rollouts import Estimate
from game.debrief.turning import CURVES
from server.protocol.curve import (
    AlternativesFound,
    AlternativeView,
    Chance,
    CurvePoint,
    CurveTurn,
    LaunchCurve,
)
from server.work.alternatives import Weighing
from server.work.curves import Curve


def launch_curve(curve: Curve | None) -> LaunchCurve:
    """What there is of it; the words of its lines are for the caller to add."""
    if curve is None:
        return LaunchCurve(state="none", waits=False, done=0, of=0, points=(), turns=(), words={})
    return LaunchCurve(
        state=curve.state,
        waits=curve.waits,
        done=curve.done,
        of=curve.of,
        points=tuple(map(_point, curve.points)),
        turns=tuple(_turns(curve)),
        words={},
    )


def alternatives_found(weighing: Weighing | None) -> AlternativesFound:
    """What there is of them."""
    if weighing is None:
        return AlternativesFound(state="none", waits=False, done=0, of=0, found=())
    return AlternativesFound(
        state=weighing.state,
        waits=weighing.waits,
        done=weighing.done,
        of=weighing.of,
        found=tuple(
            AlternativeView(
                what=Raw(json.encode(one.what)),
                games=max(one.then.games, one.was.games),
                then=_chances(one.then),
                was=_chances(one.was),
            )
            for one in weighing.found
        ),
    )


def _chances(one: Estimate) -> dict[str, Chance]:
    figures = {name: one.chance(of) for name, of in CURVES.items()}
    return {
        name: Chance(mean=found.mean, low=found.low, high=found.high)
        for name, found in figures.items()
    }


def _point(one: Estimate) -> CurvePoint:
    return CurvePoint(
        version=one.version,
        at_ms=one.at_ms,
        certain=one.certain,
        games=one.games,
        outcomes=one.outcomes,
        chances=_chances(one),
    )


def _turns(curve: Curve) -> Iterator[CurveTurn]:
    for name, turns in curve.turns.items():
        for one in turns:
            yield CurveTurn(
                of=name,
                first=one.first,
                last=one.last,
                version=one.version,
                before=one.before,
                after=one.after,
                lines=tuple(Raw(json.encode(line)) for line in one.lines),
            )
