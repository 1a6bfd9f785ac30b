"""Sections about what was noticed, asked and learnt: notes, pulses, answers, objectives, plan."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from game.debrief.causes import Caused, caused
from game.views.line import Line
from game.vocabulary import Verdict
from server.exports.base import Step, Told, fates
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
from server.exports.report.words import columns, part_of, say
from server.protocol.leading import FORMS
from server.protocol.report import Finding, Objective

# --- what control did


MEASURES: Final = ("support", "legal_pressure", "counter", "rating", "trust", "signed", "live")
CAUSES: Final = ("players", "cards", "politics", "control")


def _moved(told: Told) -> Iterator[Block]:
    """How far each measure was moved by players, cards, politics and the facilitator."""
    changes = caused(told.record.entries)
    total = sum(abs(one.by) for one in changes)
    if not total:
        return
    rows: list[tuple[Cell, ...]] = []
    for measure in MEASURES:
        moves = [one for one in changes if one.measure == measure]
        if moves:
            rows.append((say(f"measures.{measure}"), *(_sums(moves, cause) for cause in CAUSES)))
    share = {
        cause: round(100 * sum(abs(one.by) for one in changes if one.cause == cause) / total)
        for cause in CAUSES
    }
    caption = say("control.finding", players=share["players"], control=share["control"])
    head = (say("control.moved"), *(say(f"causes.{cause}") for cause in CAUSES))
    yield Grid(caption, head, tuple(rows))


def _sums(moves: Iterable[Caused], cause: str) -> str:
    """Up and down, as far as there was any."""
    mine = [one.by for one in moves if one.cause == cause]
    up, down = sum(by for by in mine if by > 0), sum(by for by in mine if by < 0)
    return ", ".join(
        words for words in (f"+{up}" if up else "", f"\u2212{-down}" if down else "") if words
    )


def _marks(told: Told, step: Step, line: Line) -> str:
    """Which of the facilitators did it, and whether it still counts."""
    return ", ".join(
        filter(None, (told.facilitator(line.who), say("record.aside") if step.aside else ""))
    )


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
    for name, points in ((say("control.acts"), acts), (say("control.said"), said)):
        if points:
            blocks += [Heading(name), Points(points)]
    return part_of("control", blocks)


OF_NOTES: Final = frozenset({"noted", "moment_marked"})
OF_WORDS: Final = frozenset({"spoke", "spoke_to"})


# --- notes and pulses


def notes(told: Told) -> Section:
    """Notes and marked moments: those on an objective together, the others by tag."""
    by_tag: dict[str, list[Point]] = {}
    blocks: list[Block] = list(_by_objective(told))
    for step, line in lines_of(told, OF_NOTES, told.steps):
        if "objective" in line.params:
            continue
        text = told.written.get(line.text, "") if line.text else ""
        tags = [tag.strip() for tag in str(line.params.get("tags", "")).split(",") if tag.strip()]
        if line.kind == "moment_marked":
            tags = [say("notes.marked")]
        for tag in tags or [say("notes.untagged")]:
            words = text or told.sentence(line)
            by_tag.setdefault(tag, []).append(Point(words, moment(told, step)))
    for tag, points in sorted(by_tag.items()):
        blocks += [Heading(tag.capitalize()), Points(tuple(points))]
    return part_of("notes", blocks)


def _by_objective(told: Told) -> Iterator[Block]:
    """Notes that bear on an objective of the guide, in the order of the guide."""
    found: dict[str, list[Point]] = {str(one.id): [] for one in told.record.rules.objectives}
    for step, line in lines_of(told, OF_NOTES, told.steps):
        objective = line.params.get("objective")
        if objective is not None:
            text = told.written.get(line.text, "") if line.text else ""
            point = Point(text or told.sentence(line), moment(told, step), tags_of(line))
            found.setdefault(str(objective), []).append(point)
    for objective, points in found.items():
        if points:
            yield Heading(told.texts.get(f"objectives.{objective}.name", objective))
            yield Points(tuple(points))


def tags_of(line: Line) -> str:
    """The tags of a note, as they stand beside it."""
    return str(line.params.get("tags", ""))


def pulses(told: Told) -> Section:
    """What was asked of all in play, what they answered, and what came."""
    found = [
        (step, line)
        for step in told.steps
        for line in step.lines
        if line.kind.startswith(("pulse_asked", "pulse_answered"))
    ]
    blocks: list[Block] = []
    answers: list[Point] = []
    came = ""

    def close() -> None:
        if answers:
            blocks.append(Points(tuple(answers)))
        if came:
            blocks.append(Text(came, quiet=True))
        answers.clear()

    for step, line in found:
        if line.kind.startswith("pulse_asked"):
            close()
            blocks.append(Quote(say("pulses.pulse"), (told.sentence(line),), moment(told, step)))
            came = _came(told, step, line)
        else:
            answers.append(Point(told.sentence(line)))
    close()
    return part_of("pulses", blocks)


def _came(told: Told, asked: Step, line: Line) -> str:
    """What came of what was asked about, as the debrief says it; empty: nothing can be said."""
    end = told.steps[-1].public
    if end.outcome is None or asked.aside:
        return ""
    if line.kind == "pulse_asked_launch":
        where = end.launched
        return say("pulses.not_launched") if where is None else say("pulses.launched", round=where)
    if line.kind != "pulse_asked_promise":
        return ""
    seat, number = line.params.get("seat"), asked.public.round
    promised = (one for _, _, one in fates(told.line, lambda step: step.promises))
    due = Counter(one.verdict for one in promised if one.by == seat and one.due == number)
    if not due:
        return say("pulses.no_promise")
    order = (Verdict.KEPT, Verdict.BROKEN, Verdict.LAPSED)
    counts = ", ".join(say(f"verdicts.{one.value}", count=due[one]) for one in order if due[one])
    return say("pulses.promises", counts=counts) if counts else ""


# --- what people answered in the debrief


def reflections(told: Told) -> Section:
    """What each wrote first, alone; without names, and in no order of people."""
    return part_of("reflections", _form(told, "reflection"))


def feedback(told: Told) -> Section:
    """What people said of the session."""
    return part_of("feedback", _form(told, "feedback"))


def _form(told: Told, form: str) -> Iterator[Block]:
    if not told.staff:
        return
    rows: list[tuple[Cell, ...]] = []
    texts: list[Block] = []
    for question, most in FORMS[form].items():
        said = told.record.answers.get(f"{form}:{question}", ())
        name = say(f"forms.{form}.{question}")
        if said and most:
            counts = Counter(said)
            mean = sum(int(one) for one in said) / len(said)
            each = (counts[str(level)] for level in range(1, most + 1))
            rows.append((name, *each, f"{mean:.1f}"))
        elif said:
            words = said if told.words else (say("forms.left_out", count=len(said)),)
            texts += [Heading(name), Points(tuple(Point(one) for one in words))]
    if rows:
        yield Grid(say("forms.scale"), columns("forms.head"), tuple(rows))
    yield from texts


# --- what the facilitator wrote


def objectives(told: Told) -> Section:
    """Each objective with its rating, strengths and areas for improvement, with evidence."""
    blocks: list[Block] = []
    found = told.record.sheet.objectives
    if found:
        rows = tuple((one.title, say(f"ratings.{one.rating or 'none'}")) for one in found)
        blocks.append(Grid(say("objectives.table"), columns("objectives.head"), rows))
    for number, one in enumerate(found, start=1):
        blocks.append(Heading(f"{number}. {one.title}"))
        blocks += _findings(told, one)
    return part_of("objectives", blocks)


def _findings(told: Told, one: Objective) -> Iterator[Block]:
    for finding in one.strengths:
        yield _finding(told, say("objectives.strength", words=finding.words), finding)
    for finding in one.improvements:
        yield _finding(told, say("objectives.improvement", words=finding.words), finding)
    if not one.strengths and not one.improvements:
        yield Text(say("objectives.nothing"), quiet=True)


def _finding(told: Told, title: str, one: Finding) -> Quote:
    """A finding with its evidence: the lines of its moment, as these eyes read them."""
    place = moment_of(told, one.version)
    step = step_of(told, one.version) if one.version is not None and place else None
    lines = quoted(told, step.lines) if step else ()
    remark = say("objectives.why", why=one.why) if one.why else ""
    return Quote(title, lines, place, remark)


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
            say(f"statuses.{one.status}"),
        )
        for number, one in enumerate(told.record.sheet.measures, start=1)
    )
    grid = Grid(say("plan.table"), columns("plan.head"), rows, wide=True)
    return part_of("plan", (grid,) if rows else ())
