"""S7: the launch curve of a whole game's log, as the server works it out, beside bare replaces.

The bare replace is measured before, and after: on a shared machine both wander together.
"""

import asyncio
import multiprocessing
import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from msgspec.structs import replace

from game.debrief.rollouts import points_of
from game.log import NO_HASH, Entry, sealed
from game.model.table import Table
from game.opening import Setup
from game.ruleset import Ruleset
from game.simulate.play import play_game
from server.work.curves import GAMES, Curves
from server.work.pool import processes_here
from tests.bench.engine import BARE_CALLS, in_talk, seconds_a_call
from tests.rulesets import RULESETS, load

LOOK_S = 0.05
PATIENCE_S = 400
GONE_S = 10


def s7() -> list[str]:
    """From asking to the first curve, and to the finer one."""
    rules = load(RULESETS / "newborn")
    entries = whole_game(rules)
    first = len(points_of(entries))
    table = in_talk(rules)
    before = bare(table)
    spent = cpu_of_children()
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(timed_curve(Path(folder), rules, entries, first))
    for child in multiprocessing.active_children():
        child.join(GONE_S)  # its time is told when it is gone
    spent = cpu_of_children() - spent
    replaces = spent / mean((before, bare(table))) / 1e6
    told = f"{processes_here()} processes: {found.coarse:.1f} s (target 10 s)"
    cpu = f"{spent:.0f} s of CPU, {replaces:.0f} million bare replaces"
    return [
        f"S7  first curve of {len(entries)} entries, {first} points of {GAMES} games, {told}",
        f"S7  the finer one, {found.points} points, {found.games} games: {found.fine:.1f} s; {cpu}",
    ]


@dataclass(frozen=True, slots=True)
class Found:
    """Seconds to the first points and to the last."""

    coarse: float
    fine: float
    points: int
    games: int


def bare(table: Table) -> float:
    """Seconds that a bare replace takes now."""
    return seconds_a_call(lambda: replace(table, round=2), BARE_CALLS)


def whole_game(rules: Ruleset) -> list[Entry]:
    """The log of a game by five house bots."""
    entries: list[Entry] = []
    for version, turn in enumerate(play_game(rules, Setup("s7"), keep=True).turns, start=1):
        entry = Entry(
            version=version,
            at_ms=version * 1000,
            wall_ms=version * 1000,
            by=turn.by,
            via="bot",
            id=f"c{version}",
            command=turn.command,
            events=turn.events,
            salt=f"{version:032x}",
        )
        entries.append(sealed(entry, entries[-1].hash if entries else NO_HASH))
    return entries


async def timed_curve(folder: Path, rules: Ruleset, entries: list[Entry], first: int) -> Found:
    """Work it out as the server does."""
    started = time.perf_counter()
    curve = await Curves(folder).start("s7", rules, entries)
    coarse = 0.0
    while curve.state == "running" and time.perf_counter() < started + PATIENCE_S:
        await asyncio.sleep(LOOK_S)
        if not coarse and curve.done >= first:
            coarse = time.perf_counter() - started
    fine = time.perf_counter() - started
    games = sum(one.games for one in curve.points)
    return Found(coarse or fine, fine, curve.done, games)


def cpu_of_children() -> float:
    """Seconds of processor time of all processes that were begun here and are gone."""
    now = os.times()
    return now.children_user + now.children_system
