"""The script as it was staged, by a log: when each line fell due, was laid, and was answered.

Works on entries and the tables after them; times are those of the log (game time, which stands
still in a pause). A line is due while its moment lasts and its cues hold; nothing is fired here.
What a rewind sets aside stays in the record as set aside.
"""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from game.controls.cards import Inject
from game.controls.script import FireLine
from game.cues import all_hold
from game.events.control import LineFired, LineJudged, LineSet
from game.events.course import Opened, PhaseBegan
from game.events.tracks import CardDrawn, CardSent
from game.fold import rewound_to
from game.log import Entry, Via
from game.model.cards import ScriptLine
from game.model.table import Table
from game.opening import BLANK
from game.script import LineSpec, decoded, is_moment
from game.vocabulary import CardId, Phase, SeatId, TextId


class Course(Struct, frozen=True, gc=False):
    """What the log says of a line so far; times in milliseconds of game time."""

    number: int
    holds_ms: int | None = None
    """Since when its moment lasts and its cues hold, without a break."""
    planned_ms: int | None = None
    """When it first was due."""
    fired_ms: int | None = None
    answered_ms: int | None = None
    met: bool | None = None
    """What it expects came; False: it will not; None: not yet."""


class Executed(Struct, frozen=True, omit_defaults=False, gc=False):
    """An inject that was laid, as it was laid; times in milliseconds of game time."""

    version: int
    """Of the entry that laid it."""
    number: int | None
    """Its line of the script; None: it was laid without one."""
    round: int
    phase: Phase
    planned_ms: int | None
    """When it first was due; None: it never was, or nobody planned it."""
    actual_ms: int
    wall_ms: int
    """Time of day, milliseconds since 1970, UTC."""
    via: Via
    """`clock`: the autopilot laid it."""
    card: CardId
    words: TextId | None
    """Of a card written for it."""
    to: tuple[SeatId, ...]
    """Who alone was given it; empty: all."""
    window_ms: int | None
    met: bool | None
    response_ms: int | None
    """From laying it to what it expects; None: that did not come, or was not expected."""
    aside: bool = False
    """A rewind has set it aside."""


class Staging(Struct, frozen=True):
    """All lines of the script of a table after an entry."""

    table: Table = BLANK
    at_ms: int = 0
    phase_ms: int = 0
    """When the phase began."""
    courses: tuple[Course, ...] = ()
    """In the order of the script."""
    executed: tuple[Executed, ...] = ()


def staged_by(walk: Iterable[tuple[Entry, Table]]) -> Staging:
    """The lines after a whole log: its entries, each with the table after it."""
    states = [Staging()]
    for entry, table in walk:
        to = rewound_to(entry)
        then = None if to is None else states[to]
        states.append(staged(states[-1], entry, table, then))
    return states[-1]


def staged(last: Staging, entry: Entry, table: Table, then: Staging | None = None) -> Staging:
    """The lines after one more entry; `then`: as they were where it sets them back to."""
    if then is not None:
        return set_back(last, then, entry, table)
    phase_ms = last.phase_ms
    if any(isinstance(event, PhaseBegan) for event in entry.events):
        phase_ms = entry.at_ms
    pairs = zip(last.courses, last.table.script, strict=True)
    before = {line.number: elapsed(one, line, last, entry.at_ms) for one, line in pairs}
    executed = last.executed
    for event in entry.events:
        if isinstance(event, LineSet):
            before.pop(event.line.number, None)
        if isinstance(event, Opened):  # what the practice round saw does not count
            before, executed = {}, tuple(replace(one, aside=True) for one in executed)
    now = Staging(table, entry.at_ms, phase_ms, (), (*executed, *laid(entry, table, before)))
    courses = tuple(
        answered(advanced(before.get(line.number), line, now), line, entry, table)
        for line in table.script
    )
    return replace(now, courses=courses, executed=with_answers(now.executed, courses))


def set_back(last: Staging, then: Staging, entry: Entry, table: Table) -> Staging:
    """The lines after a rewind: as they stood then, the clock of the phase where it was then."""
    shift = entry.at_ms - then.at_ms
    courses = {one.number: one for one in then.courses}
    executed = tuple(
        replace(one, aside=True) if one.version > then.table.version else one
        for one in last.executed
    )
    now = Staging(table, entry.at_ms, then.phase_ms + shift, (), executed)
    found = tuple(
        advanced(shifted(courses.get(line.number), shift), line, now) for line in table.script
    )
    return replace(now, courses=found)


def shifted(course: Course | None, by_ms: int) -> Course | None:
    """A line that waits, as if the time set aside had not passed."""
    if course is None or course.holds_ms is None:
        return course
    return replace(course, holds_ms=course.holds_ms + by_ms)


def due_ms(spec: LineSpec, holds_ms: int, phase_ms: int) -> int:
    """When a line is due that holds since then, in a phase that began then."""
    return max(holds_ms, phase_ms + spec.after_s * 1000 if spec.phase is not None else 0)


def elapsed(course: Course, line: ScriptLine, last: Staging, at_ms: int) -> Course:
    """The line just before an entry at this time: it may have come due since the one before."""
    if course.planned_ms is not None or course.holds_ms is None:
        return course
    due = due_ms(decoded(line.body), course.holds_ms, last.phase_ms)
    return replace(course, planned_ms=due) if due <= at_ms else course


def spec_of(table: Table, number: int) -> LineSpec | None:
    """What the author of a line wrote; None: there is no such line any more."""
    return next((decoded(one.body) for one in table.script if one.number == number), None)


def advanced(course: Course | None, line: ScriptLine, now: Staging) -> Course:
    """The line after an entry: whether it holds now, and since when."""
    course = course or Course(line.number)
    spec = decoded(line.body)
    if line.fired or not waits_for_now(spec, now.table):
        return course if course.holds_ms is None else replace(course, holds_ms=None)
    holds = now.at_ms if course.holds_ms is None else course.holds_ms
    planned = course.planned_ms
    if planned is None and due_ms(spec, holds, now.phase_ms) <= now.at_ms:
        planned = due_ms(spec, holds, now.phase_ms)
    if (holds, planned) == (course.holds_ms, course.planned_ms):
        return course
    return replace(course, holds_ms=holds, planned_ms=planned)


def waits_for_now(spec: LineSpec, table: Table) -> bool:
    """Whether its moment lasts and its cues hold; a line that names neither waits for nothing."""
    if not (spec.when or spec.is_timed) or not is_moment(spec, table):
        return False
    return all_hold(spec.when, table)


def answered(course: Course, line: ScriptLine, entry: Entry, table: Table) -> Course:
    """The line after an entry: whether it was laid, and whether what it expects has come."""
    if not line.fired:
        return course
    for event in entry.events:
        match event:
            case LineFired(number=line.number):
                course = replace(course, fired_ms=entry.at_ms, answered_ms=None, met=None)
            case LineJudged(number=line.number):
                course = replace(course, answered_ms=entry.at_ms, met=event.met)
            case _:
                pass
    expect = decoded(line.body).expect
    if course.met is None and expect and all_hold(expect, table):
        return replace(course, answered_ms=entry.at_ms, met=True)
    return course


def laid(entry: Entry, table: Table, before: dict[int, Course]) -> Iterable[Executed]:
    """The inject of an entry, if it is one."""
    if not isinstance(entry.command, Inject | FireLine):
        return
    number = entry.command.number if isinstance(entry.command, FireLine) else None
    spec = None if number is None else spec_of(table, number)
    course = None if number is None else before.get(number)
    window = None if spec is None else spec.window_s
    for event in entry.events:
        if isinstance(event, CardSent) or (isinstance(event, CardDrawn) and event.injected):
            yield Executed(
                version=entry.version,
                number=number,
                round=table.round,
                phase=table.phase,
                planned_ms=None if course is None else course.planned_ms,
                actual_ms=entry.at_ms,
                wall_ms=entry.wall_ms,
                via=entry.via,
                card=event.card,
                words=event.words,
                to=event.to if isinstance(event, CardSent) else (),
                window_ms=None if window is None else window * 1000,
                met=None,
                response_ms=None,
            )


def with_answers(
    executed: tuple[Executed, ...], courses: tuple[Course, ...]
) -> tuple[Executed, ...]:
    """The record with what has been answered since."""
    found = {one.number: one for one in courses if one.fired_ms is not None}
    return tuple(
        with_answer(one, found[one.number])
        if one.number in found and not one.aside and one.met is not found[one.number].met
        else one
        for one in executed
    )


def with_answer(one: Executed, course: Course) -> Executed:
    """One of them with its answer."""
    return replace(one, met=course.met, response_ms=response_of(course))


def response_of(course: Course) -> int | None:
    """How long what a line expects took to come, in milliseconds; None: it has not."""
    if not course.met or course.fired_ms is None or course.answered_ms is None:
        return None
    return course.answered_ms - course.fired_ms
