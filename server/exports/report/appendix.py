"""Appendices: the record line by line, and what proves that nobody changed it."""

from typing import Final

from game.log import NO_HASH
from server.exports.base import Told
from server.exports.report.parts import Block, Grid, Section, Text
from server.exports.report.saying import actor, moment
from server.exports.report.words import columns, part_of, say

GLOSSARY: Final = (
    "support",
    "legal_pressure",
    "counter",
    "rating",
    "agenda",
    "frame",
    "autonomy",
    "trust_token",
    "dependency",
    "objection",
    "protest",
    "public_value",
    "own_score",
)


def record(told: Told) -> Section:
    """Every line of the log as these eyes read it."""
    rows = tuple(
        (
            moment(told, step),
            actor(told, line.by or step.by, line.who),
            told.sentence(line) + (f" ({say('record.aside')})" if step.aside else ""),
        )
        for step in told.steps
        for line in step.lines
    )
    grid = Grid(say("record.table", count=len(rows)), columns("record.head"), rows, wide=True)
    return part_of("record", (grid,))


def glossary(told: Told) -> Section:
    """The words of the game that the report uses."""
    rows = tuple(
        (told.texts.get(f"terms.{one}.name", one), told.texts.get(f"terms.{one}.text", ""))
        for one in GLOSSARY
    )
    return part_of("glossary", (Grid(say("glossary.table"), columns("glossary.head"), rows),))


def provenance(told: Told) -> Section:
    """Where it comes from, and the hash that seals the log."""
    record_ = told.record
    head = record_.entries[-1].hash if record_.entries else NO_HASH
    over = told.steps[-1].public.outcome is not None
    rules = f"{record_.rules.id} {record_.rules.version}"
    rows: list[tuple[str, str]] = [
        (say("front.scenario"), rules),
        (say("provenance.digest"), record_.rules.digest),
    ]
    if told.staff or over:
        rows.append((say("provenance.hash"), head))
    if record_.edition:
        rows.append((say("provenance.revisions"), str(record_.edition)))
    blocks: tuple[Block, ...] = (
        Text(say("provenance.text")),
        Grid(say("provenance.table"), columns("front.head"), tuple(rows)),
    )
    return part_of("provenance", blocks)
