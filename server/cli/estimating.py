"""What the model makes of a table, for a file that is written here: kept ones read, else worked
out while somebody watches.
"""

import asyncio
from pathlib import Path
from typing import Final

from server.cli.base import bar, complain
from server.debriefs.modelled import modelled
from server.debriefs.record import Record
from server.work.alternatives import Alternatives
from server.work.curves import GAMES, Curve, Curves, NotBegun

LOOK_S: Final = 0.2
"""How often the bar moves on."""


async def estimated(record: Record, folder: Path, *, games: int = GAMES) -> Record:
    """The record with its launch curve, and with the alternatives that a server has weighed.

    `folder`: where the server keeps both; a curve that is worked out now is kept there too.
    `games`: of each point.
    """
    curves = Curves(folder / "curves", games=games)
    try:
        curve = await _curve(curves, record)
        found = Alternatives(folder / "alternatives", curves.estimator)
        return await modelled(record, curve, found)
    finally:
        curves.close()


async def _curve(curves: Curves, record: Record) -> Curve | None:
    """Until all of it is there; None: the game has not begun."""
    try:
        curve = await curves.start(record.table, record.rules, record.entries)
    except NotBegun:
        return None
    with bar("launch curve") as move:
        while curve.state == "running":
            move(curve.done, curve.of)
            await asyncio.sleep(LOOK_S)
    if curve.state == "stopped":
        complain(f"The launch curve was given up: {len(curve.points)} points of it are there.")
    return curve
