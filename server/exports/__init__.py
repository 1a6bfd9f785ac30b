"""What can be taken out of a table's record, one file or package a format; the log also in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from server.exports import debrief, log, report, sheets, xapi
from server.exports.base import Told, Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A format: how its file is made, what it is called, and what it holds."""

    writer: Writer
    suffix: str
    media: str
    words: str
    own: bool
    """Whether who sat at the table may have it with the own eyes, once the game is over."""
    modelled: bool = False
    """Whether the facilitator's holds what the model estimates."""


def _log(told: Told) -> bytes:
    record = told.record
    names = (record.title, record.name)
    return log.written(names, record.rules, record.entries, record.wordings)


EXPORTS: Final[Mapping[str, Export]] = {
    "log": Export(
        writer=_log,
        suffix=".jsonl",
        media="application/x-ndjson",
        words="The whole log with its ruleset; it loads again elsewhere.",
        own=False,
    ),
    "csv": Export(
        writer=sheets.zipped,
        suffix="-csv.zip",
        media="application/zip",
        words="Tables for analysis: CSV files in a zip, with a README of their columns.",
        own=True,
    ),
    "xapi": Export(
        writer=xapi.stated,
        suffix="-xapi.jsonl",
        media="application/x-ndjson",
        words="xAPI statements with the Serious Games profile, one a line.",
        own=False,
    ),
    "debrief": Export(
        writer=debrief.saved,
        suffix="-debrief.html",
        media="text/html",
        words="The debrief in one HTML file that opens from disk, without a server.",
        own=True,
        modelled=True,
    ),
    "report": Export(
        writer=report.as_page,
        suffix="-report.html",
        media="text/html",
        words="The after-action report and improvement plan: one HTML file, good to print.",
        own=False,
        modelled=True,
    ),
    "document": Export(
        writer=report.as_document,
        suffix="-report.docx",
        media="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        words="The same as a document to edit.",
        own=False,
        modelled=True,
    ),
    "pdf": Export(
        writer=report.as_paper,
        suffix="-report.pdf",
        media="application/pdf",
        words="The same as PDF, where the server can make it (`make pdf`); else 501 says how.",
        own=False,
        modelled=True,
    ),
}
"""Every format by the name that addresses and commands use."""
