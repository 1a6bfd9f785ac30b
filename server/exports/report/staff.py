"""Sections about what was noticed, asked and learnt: notes, pulses, answers, objectives, plan."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from game.causes import Caused, caused
from game.views.line import Line
from server.exports.base import Step, Told
from server.exports.report.parts import (
    Block,
    Cell,
    Grid,
    Heading,
    Point,
    Points,
    Quote,
    Section,
    Text,
)
from server.exports.report.saying import lines_of, moment, moment_of, quoted, step_of
from server.protocol.leading import FORMS
from server.protocol.report import RATINGS, STATUSES, Finding, Objective

QUESTIONS: Final = {
    "reflection": {
        "feelings": "How it felt",
        "strength": "What went well",
        "improvement": "What could be done better",
        "surprise": "What was a surprise",
    },
    "feedback": {
        "useful": "Useful for my work",
        "realistic": "True to life",
        "length": "Right in length",
        "again": "I would do it again",
        "keep": "What to keep",
        "change": "What to change",
    },
}
"""The questions of the forms, as the report puts them."""


# --- what control did


MEASURES: Final = {
    "support": "Political support",
    "legal_pressure": "Legal pressure",
    "counter": "Counter",
    "rating": "Citizens' rating",
    "trust": "Trust on the table",
    "signed": "Dependencies signed",
    "live": "Dependencies live",
}
CAUSES: Final = {
    "players": "Players",
    "cards": "Cards and chance",
    "politics": "Politics",
    "control": "Facilitator",
}


def _moved(told: Told) -> Iterator[Block]:
    """How far each measure was moved by players, cards, politics and the facilitator."""
    changes = caused(told.record.entries)
    total = sum(abs(one.by) for one in changes)
    if not total:
        return
    rows: list[tuple[Cell, ...]] = []
    for measure, name in MEASURES.items():
        moves = [one for one in changes if one.measure == measure]
        if moves:
            rows.append((name, *(_sums(moves, cause) for cause in CAUSES)))
    share = {
        cause: round(100 * sum(abs(one.by) for one in changes if one.cause == cause) / total)
        for cause in CAUSES
    }
    caption = (
        f"{share['players']} % of the movement was the players' own, "
        f"{share['control']} % the facilitator's"
    )
    yield Grid(caption, ("What moved", *CAUSES.values()), tuple(rows))


def _sums(moves: Iterable[Caused], cause: str) -> str:
    """Up and down, as far as there was any."""
    mine = [one.by for one in moves if one.cause == cause]
    up, down = sum(by for by in mine if by > 0), sum(by for by in mine if by < 0)
    return ", ".join(
        words for words in (f"+{up}" if up else "", f"\u2212{-down}" if down else "") if words
    )


def _marks(told: Told, step: Step, line: Line) -> str:
    """Which of the facilitators did it, and whether it still counts."""
    return ", ".join(filter(None, (told.facilitator(line.who), "set aside" if step.aside else "")))


def control(told: Told) -> Section:
    """What the facilitator did once play had begun, apart from what players caused."""
    acts = tuple(
        Point(told.sentence(line), moment(told, step), _marks(told, step, line))
        for step in told.steps
        for line in step.lines
        if line.control
        and line.kind not in {*OF_NOTES, *OF_WORDS}
        and not line.kind.startswith("pulse_")
    )
    said = tuple(
        Point(told.sentence(line), moment(told, step), told.facilitator(line.who))
        for step, line in lines_of(told, OF_WORDS, told.steps)
    )
    blocks: list[Block] = list(_moved(told))
    for name, points in (("Acts of the facilitator", acts), ("What the facilitator said", said)):
        if points:
            blocks += [Heading(name), Points(points)]
    return Section(
        "control", "What players caused, and what control caused", tuple(blocks), "Nothing moved."
    )


OF_NOTES: Final = frozenset({"noted", "moment_marked"})
OF_WORDS: Final = frozenset({"spoke", "spoke_to"})


# --- notes and pulses


def notes(told: Told) -> Section:
    """Notes and marked moments, by tag."""
    by_tag: dict[str, list[Point]] = {}
    for step, line in lines_of(told, OF_NOTES, told.steps):
        text = told.written.get(line.text, "") if line.text else ""
        tags = [tag.strip() for tag in str(line.params.get("tags", "")).split(",") if tag.strip()]
        if line.kind == "moment_marked":
            tags = ["marked for the debrief"]
        for tag in tags or ["without a tag"]:
            words = text or told.sentence(line)
            by_tag.setdefault(tag, []).append(Point(words, moment(told, step)))
    blocks: list[Block] = []
    for tag, points in sorted(by_tag.items()):
        blocks += [Heading(tag.capitalize()), Points(tuple(points))]
    return Section("notes", "Notes", tuple(blocks), "No notes were taken.")


def pulses(told: Told) -> Section:
    """What was asked of all in play, and what they answered."""
    found = [
        (step, line)
        for step in told.steps
        for line in step.lines
        if line.kind.startswith(("pulse_asked", "pulse_answered"))
    ]
    blocks: list[Block] = []
    answers: list[Point] = []
    for step, line in found:
        if line.kind.startswith("pulse_asked"):
            if answers:
                blocks.append(Points(tuple(answers)))
                answers = []
            blocks.append(Quote("Pulse", (told.sentence(line),), moment(told, step)))
        else:
            answers.append(Point(told.sentence(line)))
    if answers:
        blocks.append(Points(tuple(answers)))
    return Section("pulses", "Pulses in play", tuple(blocks), "No pulse was asked.")


# --- what people answered in the debrief


def reflections(told: Told) -> Section:
    """What each wrote first, alone; without names, and in no order of people."""
    return Section(
        "reflections",
        "Individual reflections",
        tuple(_form(told, "reflection")),
        "Nobody was asked, or nobody answered.",
    )


def feedback(told: Told) -> Section:
    """What people said of the session."""
    return Section(
        "feedback",
        "Feedback on the session",
        tuple(_form(told, "feedback")),
        "Nobody was asked, or nobody answered.",
    )


def _form(told: Told, form: str) -> Iterator[Block]:
    if not told.staff:
        return
    rows: list[tuple[Cell, ...]] = []
    texts: list[Block] = []
    for question, most in FORMS[form].items():
        said = told.record.answers.get(f"{form}:{question}", ())
        name = QUESTIONS[form].get(question, question)
        if said and most:
            counts = Counter(said)
            mean = sum(int(one) for one in said) / len(said)
            each = (counts[str(level)] for level in range(1, most + 1))
            rows.append((name, *each, f"{mean:.1f}"))
        elif said:
            words = said if told.words else (f"{len(said)} answers (left out)",)
            texts += [Heading(name), Points(tuple(Point(one) for one in words))]
    if rows:
        head = ("Question", "1", "2", "3", "4", "5", "Mean")
        yield Grid("From 1 (not at all) to 5 (wholly): how many people", head, tuple(rows))
    yield from texts


# --- what the facilitator wrote


def objectives(told: Told) -> Section:
    """Each objective with its rating, strengths and areas for improvement, with evidence."""
    blocks: list[Block] = []
    found = told.record.sheet.objectives
    if found:
        rows = tuple((one.title, RATINGS.get(one.rating, "not rated")) for one in found)
        blocks.append(Grid("Objectives and ratings", ("Objective", "Rating"), rows))
    for number, one in enumerate(found, start=1):
        blocks.append(Heading(f"{number}. {one.title}"))
        blocks += _findings(told, one)
    return Section("objectives", "Objectives", tuple(blocks), "No objectives were set down.")


def _findings(told: Told, one: Objective) -> Iterator[Block]:
    for name, findings in (
        ("Strength", one.strengths),
        ("Area for improvement", one.improvements),
    ):
        for finding in findings:
            yield _finding(told, name, finding)
    if not one.strengths and not one.improvements:
        yield Text("Nothing was set down.", quiet=True)


def _finding(told: Told, name: str, one: Finding) -> Quote:
    """A finding with its evidence: the lines of its moment, as these eyes read them."""
    place = moment_of(told, one.version)
    step = step_of(told, one.version) if one.version is not None and place else None
    lines = quoted(told, step.lines) if step else ()
    remark = f"Why: {one.why}" if one.why else ""
    return Quote(f"{name}: {one.words}", lines, place, remark)


def plan(told: Told) -> Section:
    """The improvement plan."""
    rows = tuple(
        (
            number,
            one.action,
            one.owner,
            one.contact,
            one.start,
            one.due,
            STATUSES[one.status],
        )
        for number, one in enumerate(told.record.sheet.measures, start=1)
    )
    head = ("No.", "Corrective action", "Owner", "Contact", "Start", "Due", "Status")
    grid = Grid("Improvement plan", head, rows, wide=True)
    return Section(
        "plan", "Improvement plan", (grid,) if rows else (), "No measures were agreed yet."
    )
