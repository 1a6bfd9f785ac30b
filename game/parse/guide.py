"""Checks of the evaluation guide: objectives with tasks, and the lines in which tasks may show."""

from collections.abc import Iterator
from typing import Final

from game.actions import BY_KIND
from game.parse.faults import Fault, unknown
from game.parse.lines import LINES
from game.parse.parts import Parts

MOST_OBJECTIVES: Final = 12
MOST_TASKS: Final = 8
SHOWING: Final = frozenset({*LINES, *(f"act.{one}" for one in BY_KIND)})
"""Where a task may show: a kind of line, or an action that worked."""


def check_guide(parts: Parts) -> Iterator[Fault]:
    """Every objective: some tasks, not too many to watch, and nothing that no log can hold."""
    for number, (place, objective) in enumerate(parts.objectives):
        if number >= MOST_OBJECTIVES:
            yield place.fault(f"is one objective too many; nobody can watch {number + 1}")
        if not objective.tasks:
            yield place.at("tasks").fault("is empty")
        for index, task in enumerate(objective.tasks):
            inside = place.at("tasks").at(index)
            if index >= MOST_TASKS:
                yield inside.fault(f"is one task too many; nobody can watch {index + 1}")
            for at, kind in enumerate(task.seen_in):
                if kind not in SHOWING:
                    yield (
                        inside.at("seen_in")
                        .at(at)
                        .fault(unknown(kind, SHOWING, "kind of line"), kind)
                    )
