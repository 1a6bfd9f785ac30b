"""Sections of the staff: what evaluators judged beside the guide, and the script as executed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from game.evidence import sightings
from game.model.table import Table
from game.script import LineSpec, decoded
from game.staging import Executed
from server.debriefs.past import set_aside
from server.debriefs.record import Judged
from server.exports.base import Told
from server.exports.report.parts import (
    Block,
    Cell,
    Grid,
    Heading,
    Point,
    Points,
    Section,
    Text,
)
from server.exports.report.saying import clock, moment_of
from server.exports.report.words import columns, part_of, say
from server.tables.play import Play, walked
from server.tables.script import executed, words_of

MET: Final = {True: "came", False: "did_not_come", None: "not_judged"}
RATED: Final = ("P", "S", "M", "U")
"""The ratings, best first."""
MOST_EVIDENCE: Final = 3
"""Moments that are named of one task: the record has all."""


def ratings(told: Told) -> Section:
    """Per objective of the guide: ratings, tasks with what shows them, and what was seen."""
    if not told.staff:
        return part_of("ratings")
    judged = told.record.evaluations
    blocks: list[Block] = []
    known = [str(one.id) for one in told.record.rules.objectives]
    others = sorted({one.objective for one in judged} - set(known))
    for objective in (*known, *others):
        of = [one for one in judged if one.objective == objective]
        name = told.texts.get(f"objectives.{objective}.name", objective)
        blocks.append(Heading(name))
        text = told.texts.get(f"objectives.{objective}.text", "")
        blocks += [Text(text, quiet=True)] if text else []
        blocks += _given(of)
        blocks += _tasks(told, objective, of)
        blocks += _seen(told, of)
    return part_of("ratings", blocks)


def _given(of: Iterable[Judged]) -> Iterator[Block]:
    """How often each rating was given to the objective as a whole."""
    counts = Counter(one.rating for one in of if one.task is None and one.rating)
    if counts:
        rows = tuple(
            (f"{one}: {say(f'ratings.{one}')}", counts[one]) for one in RATED if counts[one]
        )
        yield Grid(say("ratings.whole"), columns("ratings.whole_head"), rows)


def _tasks(told: Told, objective: str, of: Iterable[Judged]) -> Iterator[Block]:
    """Each critical task: how it was rated, and where the log may show it."""
    guide = [one for one in told.record.rules.objectives if one.id == objective]
    aside = set_aside(told.record.entries)
    played = (one for one in walked(Play(), told.record.entries) if one[0].version not in aside)
    found = sightings(played, guide)
    rows: list[tuple[Cell, ...]] = []
    for task in (task for one in guide for task in one.tasks):
        given = Counter(one.rating for one in of if one.task == task.id and one.rating)
        marks = ", ".join(f"{one} x {count}" for one, count in sorted(given.items()))
        shown = [one.version for one in found if one.task == task.id]
        places = [moment_of(told, version) for version in dict.fromkeys(shown)]
        named = "; ".join(one.at for one in places[:MOST_EVIDENCE] if one)
        first = moment_of(told, shown[0]) if shown else None
        rows.append(
            (
                told.texts.get(f"objectives.{objective}.tasks.{task.id}", task.id),
                marks or say("ratings.none"),
                len(shown),
                first or say("ratings.nowhere"),
                named,
            )
        )
    if rows:
        yield Grid(say("ratings.tasks"), columns("ratings.tasks_head"), tuple(rows), wide=True)


def _seen(told: Told, of: Iterable[Judged]) -> Iterator[Block]:
    """What was written down, with its moment."""
    points = []
    for one in of:
        mark = one.rating or ""
        task = told.texts.get(f"objectives.{one.objective}.tasks.{one.task}", "")
        who = f" ({told.called(one.person)})" if one.person and told.names == "names" else ""
        words = one.words if told.words else say("notes.left_out")
        if one.words:
            said = f"{task}: {words}{who}" if task else f"{words}{who}"
            points.append(Point(said, moment_of(told, one.version), mark))
    if points:
        yield Points(tuple(points))


def script(told: Told) -> Section:
    """The script of injects as executed: planned and actual time, by whom, and the answer."""
    if not told.staff:
        return Section("script", say("script.title"), (), say("script.closed"))
    rows = tuple(_line(told, one) for one in executed(told.record.entries))
    waiting = tuple(_waiting(told))
    blocks: list[Block] = []
    if rows:
        blocks.append(
            Grid(say("script.laid", count=len(rows)), columns("script.head"), rows, wide=True)
        )
    if waiting:
        blocks.append(Grid(say("script.waiting"), columns("script.waiting_head"), waiting))
    return part_of("script", blocks)


def _line(told: Told, one: Executed) -> tuple[Cell, ...]:
    words = told.written.get(one.words, "") if one.words else ""
    key = f"cards.{one.card}.headline"
    headline = words.partition("\n")[0] or told.texts.get(key, one.card if told.words else "")
    met = say(f"expected.{MET[one.met]}")
    by = say("script.by_clock" if one.via == "clock" else "script.by_facilitator")
    return (
        one.number or "",
        "" if one.planned_ms is None else clock(one.planned_ms),
        moment_of(told, one.version) or clock(one.actual_ms),
        headline + (f" ({say('record.aside')})" if one.aside else ""),
        ", ".join(map(told.agency, one.to)) or say("script.all"),
        by,
        met,
        "" if one.response_ms is None else say("script.seconds", seconds=one.response_ms // 1000),
    )


def _waiting(told: Told) -> Iterator[tuple[Cell, ...]]:
    """Lines of the script that lie there still."""
    entries = list(walked(Play(), told.record.entries))
    for line in entries[-1][1].script if entries else ():
        if not line.fired:
            spec = decoded(line.body)
            why = "skipped" if line.skipped else "held" if line.held else "never"
            yield (spec.number, _headline(told, entries[-1][1], spec), say(f"unlaid.{why}"))


def _headline(told: Told, table: Table, spec: LineSpec) -> str:
    """What a line says on top: its own words, or those of its card."""
    own = words_of(table, spec.number, told.record.rules, dict(told.written)).headline
    key = f"cards.{spec.card}.headline"
    return own or told.texts.get(key, spec.card or "")
