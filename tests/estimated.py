"""A whole game of `tiny` with what a model might have made of it: records for tests of files."""

from dataclasses import replace
from functools import cache

from msgspec.structs import replace as struct_replace

from game.debrief.alternatives import branches_of
from game.debrief.rollouts import Estimate, estimate, points_of
from game.debrief.turning import CURVES, turns_of
from game.opening import Setup
from server.debriefs.record import Record
from server.work.alternatives import Weighed, Weighing
from server.work.curves import Curve
from server.work.told import alternatives_found, launch_curve
from tests.given import tiny
from tests.playing import Game, play
from tests.recorded import record_of


@cache
def game() -> Game:
    """A whole game of `tiny` by players at random."""
    return play(tiny(), Setup("curves", bots="random"), 1)


def certainly(share: float, found: Estimate) -> Estimate:
    """So many hundred games, this share of them joined up."""
    hits = round(200 * share)
    ends = {"joined_up": hits, "facade": 200 - hits}
    return struct_replace(found, games=200, certain=False, outcomes=ends)


@cache
def curve() -> tuple[Estimate, ...]:
    """The points of the curve: three quarters of the games, and a quarter at the end."""
    points = points_of(game().entries)
    first = estimate(tiny(), points[0], range(1))
    return tuple(
        struct_replace(
            certainly(0.75 if at < 5 else 0.25, first), version=one.version, at_ms=one.at_ms
        )
        for at, one in enumerate(points)
    )


@cache
def weighed() -> dict[tuple[int, int], tuple[Weighed, ...]]:
    """What else was open where it turned; the second is within the error of counting."""
    found = {}
    for turn in turns_of(game().entries, curve(), CURVES["joined_up"]):
        branches = branches_of(tiny(), game().entries, turn.first, turn.last)
        some = curve()[0]
        shares = [0.55, 0.27, 0.25, 0.25, 0.25]
        found[turn.first, turn.last] = tuple(
            Weighed(branch.what, certainly(share, some), certainly(0.25, some))
            for branch, share in zip(branches, shares, strict=False)
        )
    return found


@cache
def estimated() -> Record:
    """The record of that game with everything that the model made of it."""
    entries = game().entries
    turns = {name: turns_of(entries, curve(), of) for name, of in CURVES.items()}
    found = Curve(entries[-1].hash, "running", 4, 9, len(entries), curve(), turns)
    return replace(
        record_of(game()),
        curve=launch_curve(found),
        alternatives={
            key: alternatives_found(Weighing("", "done", 2, 2, ones))
            for key, ones in weighed().items()
        },
    )
