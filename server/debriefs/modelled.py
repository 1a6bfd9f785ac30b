"""What the model made of a table, put beside its record: the curve, and what else was open."""

import dataclasses
from collections.abc import AsyncIterator
from typing import TypeAlias

from server.debriefs.record import Record
from server.protocol.curve import AlternativesFound
from server.work.alternatives import Alternatives
from server.work.curves import Curve
from server.work.told import alternatives_found, launch_curve

Between: TypeAlias = tuple[int, int]
"""The entries either side of a turning point."""


async def modelled(record: Record, curve: Curve | None, alternatives: Alternatives) -> Record:
    """The record with this curve, and with the alternatives of its turning points that are kept."""
    if curve is None:
        return record
    known = {between: found async for between, found in _weighed(record, curve, alternatives)}
    return dataclasses.replace(record, curve=launch_curve(curve), alternatives=known)


async def _weighed(
    record: Record, curve: Curve, alternatives: Alternatives
) -> AsyncIterator[tuple[Between, AlternativesFound]]:
    """Those that were worked out to the end, in the order of the log."""
    between = {(one.first, one.last) for turns in curve.turns.values() for one in turns}
    for first, last in sorted(between):
        found = await alternatives.look(record.entries, first, last)
        if found is not None and found.state == "done":
            yield (first, last), alternatives_found(found)
