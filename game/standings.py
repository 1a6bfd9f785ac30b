"""How the lines of a script stand at a moment of game time, and what is proposed.

Reads what `staging` found in the log; it fires nothing and knows no clock: the time is given to it.
"""

from enum import StrEnum
from typing import Final

from msgspec import Struct

from game.model.cards import ScriptLine
from game.script import LineSpec, decoded, is_moment, passed
from game.staging import Course, Staging, due_ms, response_of
from game.vocabulary import Phase

LATE_MS: Final = 120_000
"""A line that was due for so long is late."""


class Status(StrEnum):
    """Where a line stands."""

    WAITING = "waiting"
    DUE = "due"
    LATE = "late"
    DONE = "done"
    SKIPPED = "skipped"
    PASSED = "passed"
    """Its moment is over, and its cues never held in it; or the game is."""


class Standing(Struct, frozen=True, gc=False):
    """A line as the console shows it; times in milliseconds of game time."""

    number: int
    status: Status
    planned_ms: int | None
    """When it was due first, or, in its phase, will be."""
    fired_ms: int | None
    closes_ms: int | None
    """When the time for what it expects is over."""
    met: bool | None
    response_ms: int | None
    overdue: bool
    """That time is over, or it will not come, and the contingency can still be laid."""


def standings(staging: Staging, now_ms: int) -> tuple[Standing, ...]:
    """Every line as it stands at this time."""
    courses = {one.number: one for one in staging.courses}
    return tuple(
        standing(line, courses.get(line.number) or Course(line.number), staging, now_ms)
        for line in staging.table.script
    )


def standing(line: ScriptLine, course: Course, staging: Staging, now_ms: int) -> Standing:
    """One line."""
    spec = decoded(line.body)
    closes = None
    if course.fired_ms is not None and spec.window_s is not None:
        closes = course.fired_ms + spec.window_s * 1000
    over = closes is not None and now_ms >= closes and course.met is None
    refused = course.met is False and spec.contingency is not None
    return Standing(
        number=line.number,
        status=status(line, course, staging, now_ms),
        planned_ms=planned(spec, course, staging),
        fired_ms=course.fired_ms if line.fired else None,
        closes_ms=closes,
        met=course.met,
        response_ms=response_of(course),
        overdue=line.fired
        and (over or refused)
        and staging.table.phase is not Phase.ENDED
        and not is_laid(spec.contingency, staging),
    )


def is_laid(number: int | None, staging: Staging) -> bool:
    """Whether the line of this number was laid."""
    return any(one.number == number and one.fired for one in staging.table.script)


def planned(spec: LineSpec, course: Course, staging: Staging) -> int | None:
    """When the line was due first, or, in its phase, will be if its cues hold by then."""
    if course.planned_ms is not None:
        return course.planned_ms
    if spec.phase is None or not is_moment(spec, staging.table):
        return None
    return staging.phase_ms + spec.after_s * 1000


def status(line: ScriptLine, course: Course, staging: Staging, now_ms: int) -> Status:
    """Where a line stands at this time."""
    spec = decoded(line.body)
    if line.fired:
        return Status.DONE
    if line.skipped:
        return Status.SKIPPED
    if staging.table.phase is Phase.ENDED:
        return Status.PASSED
    if course.holds_ms is not None:
        due = due_ms(spec, course.holds_ms, staging.phase_ms)
        if due > now_ms or line.held:
            return Status.WAITING
        return Status.LATE if now_ms >= due + LATE_MS else Status.DUE
    if not passed(spec, staging.table):
        return Status.WAITING
    return Status.PASSED if course.planned_ms is None else Status.LATE


def next_change_ms(staging: Staging, now_ms: int) -> int | None:
    """When a line changes by time alone next; None: never, as things stand."""
    times: list[int] = []
    lines = {line.number: line for line in staging.table.script}
    for course in staging.courses:
        spec = decoded(lines[course.number].body)
        if course.holds_ms is not None:
            due = due_ms(spec, course.holds_ms, staging.phase_ms)
            times += [due, due + LATE_MS]
        if course.fired_ms is not None and spec.window_s is not None and course.met is None:
            times.append(course.fired_ms + spec.window_s * 1000)
    return min((one for one in times if one > now_ms), default=None)


def next_auto_ms(staging: Staging, now_ms: int) -> int | None:
    """When the autopilot may have a line to lay next; None: not by time alone."""
    if not staging.table.autopilot or not any(
        decoded(one.body).auto for one in staging.table.script
    ):
        return None
    return next_change_ms(staging, now_ms)


def to_fire(staging: Staging, now_ms: int, without: frozenset[int] = frozenset()) -> int | None:
    """The line that the autopilot lays now, none of `without`; None: none, or it is off."""
    if not staging.table.autopilot or staging.table.paused:
        return None
    lines = {line.number: line for line in staging.table.script}
    return next(
        (
            one.number
            for one in standings(staging, now_ms)
            if one.number not in without
            and one.status in {Status.DUE, Status.LATE}
            and decoded(lines[one.number].body).auto
            and is_moment(decoded(lines[one.number].body), staging.table)
        ),
        None,
    )
