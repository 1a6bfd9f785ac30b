"""The turning points: what the group talked about, what the log offers, where the model swung."""

from collections.abc import Iterator
from typing import Final

from msgspec import json

from game.debrief.highlights import KINDS, MARKED, Highlight, chosen, rank
from game.views.line import Line
from server.exports.base import Told
from server.exports.report.charts import Axes, Series, line_chart
from server.exports.report.others import weighed
from server.exports.report.parts import (
    Block,
    Cell,
    Figure,
    Grid,
    Heading,
    Point,
    Points,
    Quote,
    Section,
    Text,
)
from server.exports.report.saying import moment, moment_of, quoted, rounds, step_of
from server.exports.report.words import columns, part_of, say
from server.protocol.curve import CurveTurn, LaunchCurve

OF: Final = "joined_up"


def turning(told: Told) -> Section:
    """What the group talked about, what the log offers, and where the model's chance swung."""
    blocks = [*_clips(told), *_highlights(told), *_swings(told)]
    return part_of("turning", blocks)


def _clips(told: Told) -> Iterator[Block]:
    """The playlist of the debrief."""
    clips = told.record.plan.clips if told.staff else ()
    if clips:
        yield Heading(say("turning.clips"))
    for clip in clips:
        step = step_of(told, clip.version)
        lines = quoted(told, step.lines) if step else ()
        remark = say("turning.question", question=clip.question) if clip.question else ""
        yield Quote(clip.title, lines, moment_of(told, clip.version), remark)
        if clip.poll is not None:
            yield _poll(told, clip.id)


def _poll(told: Told, clip_id: str) -> Block:
    clip = next(one for one in told.record.plan.clips if one.id == clip_id)
    said = told.record.answers.get(f"poll:{clip_id}", ())
    options = clip.poll.options if clip.poll else ()
    rows = tuple((option, said.count(str(number))) for number, option in enumerate(options))
    question = clip.poll.question if clip.poll else ""
    return Grid(say("turning.poll", question=question), columns("turning.poll_head"), rows)


def _highlights(told: Told) -> Iterator[Block]:
    """The moments of the log that tell most of each sort."""
    found = []
    for step in told.line:
        kept = [line for line in step.lines if line.kind in KINDS]
        if kept:
            best = min(kept, key=rank)
            sort = KINDS[best.kind]
            same = tuple(line for line in kept if KINDS[line.kind] == sort)
            found.append((rank(best), Highlight(step.place, sort, same, ())))
    shown = [one for one in chosen(found) if one.kind != MARKED]
    if not shown:
        return
    yield Heading(say("turning.offered"))
    points = []
    for one in sorted(shown, key=lambda one: one.version):
        step = told.steps[one.version - 1]
        words = " ".join(told.sentence(line) for line in one.lines)
        points.append(Point(words, moment(told, step), say(f"sorts.{one.kind}")))
    yield Points(tuple(points))


def _swings(told: Told) -> Iterator[Block]:
    """Where the model's estimate swung most, and what else was open there, as far as that was
    worked out.
    """
    curve = told.curve
    if curve is None:
        return
    turns = [one for one in curve.turns if one.of == OF]
    yield Heading(say("model.title"))
    yield from _chances(told, curve)
    yield Text(say("model.note"), quiet=True)
    yield Points(tuple(_swing(told, one) for one in turns))
    # What was weighed where another curve turned is told of the chance that changed most there.
    widest = {(one.first, one.last): one for one in sorted(curve.turns, key=width)}
    known = widest | {(one.first, one.last): one for one in turns}
    yield from weighed(told, sorted(known.values(), key=lambda one: one.first))


def width(turn: CurveTurn) -> float:
    """How far the chance moved."""
    return abs(turn.after - turn.before)


def _swing(told: Told, turn: CurveTurn) -> Point:
    """A turning point, with what happened there."""
    lines = (json.decode(one, type=Line) for one in turn.lines)
    words = " ".join(map(told.sentence, lines)) or say("model.nothing")
    before, after = round(100 * turn.before), round(100 * turn.after)
    said = say("model.swing", words=words, before=before, after=after)
    return Point(said, moment_of(told, turn.version))


def _chances(told: Told, curve: LaunchCurve) -> Iterator[Figure]:
    """The launch curve with its band."""
    points: list[tuple[float, float]] = []
    band: list[tuple[float, float, float]] = []
    rows: list[tuple[Cell, ...]] = []
    for one in curve.points:
        step, chance = step_of(told, one.version), one.chances.get(OF)
        if step is None or chance is None:
            continue
        mean, low, high = (
            round(100 * share, 1) for share in (chance.mean, chance.low, chance.high)
        )
        points.append((float(step.place), mean))
        band.append((float(step.place), low, high))
        rows.append(
            (
                moment(told, step),
                say("model.share", share=f"{mean:.0f}"),
                say("model.interval", low=f"{low:.0f}", high=f"{high:.0f}"),
            )
        )
    if len(points) < 2:
        return
    axes = Axes(
        x=(1, max(2, told.steps[-1].place)),
        y=(0, 100),
        ticks=(0, 50, 100),
        bands=rounds(told),
        width=560,
        height=200,
        stepped=False,
    )
    first, last = f"{points[0][1]:.0f}", f"{points[-1][1]:.0f}"
    caption = say("model.finding", first=first, last=last)
    svg = line_chart(caption, [Series(say("model.line"), tuple(points), "blue", tuple(band))], axes)
    head = columns("model.head")
    yield Figure(caption, svg, Grid(say("model.points"), head, tuple(rows)), paper=True)
