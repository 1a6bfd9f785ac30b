"""How a report says moments, seats and rounds. No section of its own."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from game.debrief.turning import TELLING
from game.views.line import Line
from game.vocabulary import CHANCE, CLOCK, FACILITATOR, Phase
from server.exports.base import Step, Told
from server.exports.report.charts import COLOURS, Band, Seated
from server.exports.report.parts import Moment
from server.exports.report.words import say

OTHERS: Final = (FACILITATOR, CHANCE, CLOCK)
"""Who acts besides seats."""
QUOTED: Final = 6
"""Lines of one quote."""


def clock(at_ms: int) -> str:
    """Game time.

    >>> clock(754_000)
    '12:34'
    """
    minutes, seconds = divmod(at_ms // 1000, 60)
    return f"{minutes}:{seconds:02}"


def signed(value: int) -> str:
    r"""A number with a true minus.

    >>> signed(-3) == "\N{MINUS SIGN}3", signed(3)
    (True, '3')
    """
    return str(value) if value >= 0 else f"\N{MINUS SIGN}{-value}"


def moment(told: Told, step: Step) -> Moment:
    """Where a step stands in the log."""
    seen = step.public
    phase = told.texts.get(f"terms.{seen.phase.value}.name", seen.phase.value)
    part = phase
    if seen.phase is Phase.YEAR_ONE and seen.quarter:
        part = say("moment.quarter", quarter=seen.quarter)
    elif seen.round and seen.phase not in {Phase.YEAR_ONE, Phase.ENDED}:
        part = say("moment.round", round=seen.round, phase=phase)
    return Moment(step.version, f"{part}, {clock(step.at_ms)}")


def step_of(told: Told, version: int) -> Step | None:
    """The step of an entry, or the last one before it that these eyes know of."""
    found = None
    for step in told.steps:
        if step.version > version:
            break
        found = step
    return found


def moment_of(told: Told, version: int | None) -> Moment | None:
    """The moment of an entry; only a facilitator's numbers are those of the log."""
    if version is None or not told.staff:
        return None
    step = step_of(told, version)
    return None if step is None else moment(told, step)


def quoted(told: Told, lines: Sequence[Line]) -> tuple[str, ...]:
    """Lines as a quote: of many those that tell most, in their order. The record has all."""
    shown = sorted(range(len(lines)), key=lambda at: (telling(lines[at]), at))[:QUOTED]
    left = len(lines) - len(shown)
    more = (say("quote.more", count=left),) if left else ()
    return (*(told.sentence(lines[at]) for at in sorted(shown)), *more)


def telling(line: Line) -> int:
    """How much a line tells: 0 is most."""
    return TELLING.index(line.kind) if line.kind in TELLING else len(TELLING)


def actor(told: Told, by: str, who: str | None = None) -> str:
    """Who acted, in words: an agency, or whoever else may act; `who`: which facilitator."""
    name = told.facilitator(who)
    if name:
        return say("moment.one_facilitator", name=name)
    return told.agency(by) if by not in OTHERS else say(f"by.{by}")


def lines_of(
    told: Told, kinds: Sequence[str] | frozenset[str], steps: Sequence[Step] | None = None
) -> Iterator[tuple[Step, Line]]:
    """The lines of these kinds, each with its step."""
    chosen = told.line if steps is None else steps
    return ((step, line) for step in chosen for line in step.lines if line.kind in kinds)


def seated(told: Told) -> tuple[Seated, ...]:
    """The agencies as charts draw them, in seat order."""
    looks = {seat.id: seat for seat in told.record.rules.seats}
    return tuple(
        Seated(
            seat.id,
            told.agency(seat.id),
            looks[seat.id].code,
            looks[seat.id].colour if looks[seat.id].colour in COLOURS else "",
        )
        for seat in told.steps[-1].public.seats
    )


def rounds(told: Told) -> tuple[Band, ...]:
    """The rounds that were gone through, by place, for charts."""
    found = []
    played = (step for step in told.line if step.public.phase is not Phase.LOBBY)
    for name, steps in groupby(played, key=part):
        kept = list(steps)
        found.append(Band(kept[0].place, kept[-1].place, name))
    return tuple(found)


def part(step: Step) -> str:
    """The part of the game that a step belongs to, as short as a chart needs it."""
    seen = step.public
    if seen.phase is Phase.YEAR_ONE:
        return say("moment.year_one")
    if seen.phase is Phase.ENDED:
        return say("moment.end")
    return say("moment.practice") if seen.practice else say("moment.short", round=seen.round)
