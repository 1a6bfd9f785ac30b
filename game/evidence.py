"""Where a log shows what a guide asks for: candidates, for people to judge.

A line that fits says that a task was tried, not that it was done well.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

from game.log import Entry
from game.model.table import Table
from game.ruleset import Objective, Task
from game.views.line import Line
from game.views.lines import lines
from game.views.view import FACILITATOR, Viewer
from game.vocabulary import ObjectiveId, TaskId

WORKED: Final = "act_worked"


class Sighting(Struct, frozen=True, gc=False):
    """A line of the log in which a task may show."""

    objective: ObjectiveId
    task: TaskId
    version: int
    line: Line


def sightings(
    played: Iterable[tuple[Entry, Table]],
    objectives: Sequence[Objective],
    viewer: Viewer = FACILITATOR,
) -> tuple[Sighting, ...]:
    """Every line that fits a task, in the order of the log and of the guide.

    `played`: entries with the tables after them, those that a rewind set aside left out. The lines
    are those that this viewer may read: a facilitator's hold what players must not see.
    """
    asked = [(one.id, task, frozenset(task.seen_in)) for one in objectives for task in one.tasks]
    return tuple(
        Sighting(objective, task.id, entry.version, line)
        for entry, table in played
        for line in lines(entry, table, viewer)
        for objective, task, kinds in asked
        if kinds & names(line)
    )


def names(line: Line) -> frozenset[str]:
    """What a guide may call this line."""
    if line.kind == WORKED and line.act is not None:
        return frozenset({line.kind, f"act.{line.act.kind}"})
    return frozenset({line.kind})


def unseen(found: Iterable[Sighting], objectives: Iterable[Objective]) -> tuple[Task, ...]:
    """The tasks that show nowhere, in the order of the guide."""
    seen = {(one.objective, one.task) for one in found}
    return tuple(task for one in objectives for task in one.tasks if (one.id, task.id) not in seen)
