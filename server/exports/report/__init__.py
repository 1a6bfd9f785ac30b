"""The after-action report and improvement plan of a table, section by section from its record.

A section is a function in `SECTIONS`; `PLACES` says for every kind of record in which section it
is found, and a test fails where one has no place.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from game.debrief.highlights import KINDS, rank
from server.exports.base import Told
from server.exports.report import appendix, bargains, judged, play, staff, turning
from server.exports.report.document import document
from server.exports.report.page import page
from server.exports.report.paper import paper
from server.exports.report.parts import Report, Section
from server.exports.report.saying import moment
from server.exports.report.words import say

SECTIONS: Final[tuple[Callable[[Told], Section], ...]] = (
    play.overview,
    play.outcome,
    staff.objectives,
    judged.ratings,
    staff.plan,
    turning.turning,
    play.course,
    bargains.dependencies,
    bargains.promises,
    bargains.trust,
    judged.script,
    staff.control,
    staff.notes,
    staff.pulses,
    staff.reflections,
    staff.feedback,
    appendix.record,
    appendix.glossary,
    appendix.provenance,
)
"""Every section, in the order of the report."""
PLACES: Final[Mapping[str, str]] = {
    "entry": "record",
    "wording": "record",
    "session": "overview",
    "play": "overview",
    "person": "overview",
    "debrief": "turning",
    "answer": "reflections",
    "evaluation": "ratings",
    "roster": "overview",
    "report": "plan",
    "report_revision": "provenance",
    "ruleset_version": "provenance",
}
"""In which section the rows of each table of the store are found."""
NOT_COLLECTED: Final[Mapping[str, str]] = {
    "pass_": "lets somebody in; says nothing of what was done",
    "join_code": "the same",
    "one_time_link": "the same",
    "facilitator_key": "the same, and belongs to no session",
}
"""What the store keeps and no report tells, with the reason."""


LONGEST: Final = 90
MOST_EVIDENCE: Final = 200


class Aim(Struct, frozen=True):
    """An objective of the scenario's own guide."""

    id: str
    title: str


class Evidence(Struct, frozen=True):
    """A moment that can show something, in words."""

    version: int
    label: str


def report(told: Told) -> Report:
    """The report for these eyes."""
    record, sheet = told.record, told.record.sheet
    title = told.texts.get("ruleset.name", record.rules.id)
    began, ended = play.lasted(told)
    minutes = round((ended - began) / 60_000)
    rows = (
        (say("front.session"), record.title),
        (say("front.of_table"), record.name),
        (say("front.scenario"), title),
        (say("front.began"), play.day(began)),
        (say("front.ended"), say("front.lasted", at=play.day(ended), minutes=minutes)),
        (say("front.organisation"), sheet.organisation),
        (say("front.place"), sheet.place),
        (say("front.seen_by"), _eyes(told)),
        (say("front.edition"), ", ".join(_edition(told))),
    )
    named = told.names == "names"
    return Report(
        title=say("front.title"),
        subtitle=f"{record.title}: {title}",
        draft=sheet.draft,
        facts=tuple((name, value) for name, value in rows if value),
        warning=say("front.names") if named else "",
        sections=tuple(section(told) for section in SECTIONS),
        moments=told.debrief if told.staff else "",
    )


def _edition(told: Told) -> Iterator[str]:
    if told.record.edition:
        yield str(told.record.edition)
    if told.record.sheet.draft:
        yield say("front.edition_draft")


def _eyes(told: Told) -> str:
    if told.viewer.seat is not None:
        return say("front.eyes_seat", agency=told.agency(told.viewer.seat))
    return say("front.eyes_facilitator" if told.staff else "front.eyes_public")


def as_page(told: Told) -> bytes:
    """One HTML file that needs nothing else."""
    return page(report(told))


def as_document(told: Told) -> bytes:
    """A document to edit.

    Raises:
        CannotMake: python-docx is not installed here.
    """
    return document(report(told))


def in_template(told: Told, template: bytes) -> bytes:
    """The same on top of an organisation's own document.

    Raises:
        CannotMake: python-docx is not installed here.
        NoTemplate: the template cannot be used.
    """
    return document(report(told), template)


def as_paper(told: Told) -> bytes:
    """A PDF file.

    Raises:
        CannotMake: WeasyPrint or Pango is not installed here.
    """
    return paper(page(report(told)))


def evidence(told: Told) -> tuple[Evidence, ...]:
    """The moments that the facilitator may choose as evidence, in the order of the log."""
    found: list[Evidence] = []
    for step in told.line:
        lines = [line for line in step.lines if line.kind in KINDS]
        if lines:
            words = told.sentence(min(lines, key=rank))
            short = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}\u2026"
            found.append(Evidence(version=step.version, label=f"{moment(told, step).at}: {short}"))
    return tuple(found[:MOST_EVIDENCE])


def aims(told: Told) -> tuple[Aim, ...]:
    """The objectives of the scenario's guide, to be taken over into the report."""
    return tuple(
        Aim(id=one.id, title=told.texts.get(f"objectives.{one.id}.name", one.id))
        for one in told.record.rules.objectives
    )
