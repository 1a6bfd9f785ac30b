"""Appendices: the record line by line, and what proves that nobody changed it."""

from typing import Final

from game.log import NO_HASH
from server.exports.base import Told
from server.exports.report.parts import Block, Grid, Section, Text
from server.exports.report.saying import moment

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
            told.actor(line.by or step.by, line.who),
            told.sentence(line) + (" (set aside)" if step.aside else ""),
        )
        for step in told.steps
        for line in step.lines
    )
    head = ("When", "By", "What")
    grid = Grid(f"The record, {len(rows)} lines", head, rows, wide=True)
    return Section("record", "Appendix A: the record, line by line", (grid,))


def glossary(told: Told) -> Section:
    """The words of the game that the report uses."""
    rows = tuple(
        (told.texts.get(f"terms.{one}.name", one), told.texts.get(f"terms.{one}.text", ""))
        for one in GLOSSARY
    )
    return Section(
        "glossary", "Appendix B: words", (Grid("Words of the game", ("Word", "Means"), rows),)
    )


def provenance(told: Told) -> Section:
    """Where it comes from, and the hash that seals the log."""
    record_ = told.record
    head = record_.entries[-1].hash if record_.entries else NO_HASH
    over = told.steps[-1].public.outcome is not None
    rules = f"{record_.rules.id} {record_.rules.version}"
    rows: list[tuple[str, str]] = [("Scenario", rules), ("Its digest", record_.rules.digest)]
    if told.staff or over:
        rows.append(("Hash of the last entry of the log", head))
    blocks: tuple[Block, ...] = (
        Text(
            "Every statement about play in this report is made from the log of the table. Entries "
            "are chained by hashes: whoever holds the log can check it against the hash below "
            "with `joinedup verify --head`."
        ),
        Grid("Provenance", ("What", "Value"), tuple(rows)),
    )
    return Section("provenance", "Appendix C: where this comes from", blocks)
