"""Sections about what bound the agencies: dependencies, deals and promises, trust."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from game.views.line import Line
from game.views.wording import act_words
from game.vocabulary import Verdict
from server.exports.base import Step, Told, fates
from server.exports.report.charts import (
    Axes,
    Series,
    Tie,
    dependency_network,
    line_chart,
    trust_network,
)
from server.exports.report.parts import (
    Block,
    Cell,
    Figure,
    Grid,
    Heading,
    Point,
    Points,
    Section,
    Text,
)
from server.exports.report.saying import moment, rounds, seated
from server.exports.report.words import columns, part_of, say

TRUTH: Final = {None: "unknown", True: "real", False: "dead_end"}


def dependencies(told: Told) -> Section:
    """What became of each dependency."""
    seen = told.steps[-1].public
    places = {seat.id: number for number, seat in enumerate(seen.seats)}
    staff = told.steps[-1].view.staff
    rows: list[tuple[Cell, ...]] = []
    ties = []
    for one in seen.dependencies:
        first, second = one.sides
        real = one.real if staff is None else one.id in staff.real
        truth = say(f"truth.{TRUTH[real]}")
        protest = [told.agency(side.seat) for side in one.sides if side.protest]
        state = told.texts.get(f"terms.{one.state.value}.name", one.state.value)
        shown = (
            one.state.value if one.state.value != "open" else "dead" if real is False else "open"
        )
        ties.append(Tie(places[first.seat], places[second.seat], shown))
        rows.append(
            (
                told.texts.get(f"dependencies.{one.id}.name", one.id),
                f"{told.agency(first.seat)}, {told.agency(second.seat)}",
                state,
                say("outcome.of", part=one.progress, whole=one.effort),
                one.signed_round or "",
                ", ".join(protest),
                truth,
            )
        )
    live = sum(tie.state == "live" for tie in ties)
    finding = say("dependencies.finding", live=live, all=len(ties), need=seen.need)
    grid = Grid(say("dependencies.table"), columns("dependencies.head"), tuple(rows), wide=True)
    figure = Figure(finding, dependency_network(finding, seated(told), ties), grid, paper=True)
    return part_of("dependencies", (figure, Text(say("dependencies.key"), quiet=True)))


def promises(told: Told) -> Section:
    """Promises kept, broken and lapsed, and what became of offers."""
    found = list(fates(told.line, lambda step: step.promises))
    counts = Counter(one.verdict for _, _, one in found)
    rows: list[tuple[Cell, ...]] = []
    order = (Verdict.BROKEN, Verdict.KEPT, Verdict.LAPSED, Verdict.OPEN)
    for began, step, one in sorted(found, key=lambda fate: order.index(fate[2].verdict)):
        rows.append(
            (
                told.agency(one.by),
                told.agency(one.to),
                act_words(told.texts, one.act),
                one.due,
                told.texts.get(f"verdicts.{one.verdict.value}.name", one.verdict.value),
                moment(told, began),
                moment(told, step) if one.verdict is not Verdict.OPEN else "",
            )
        )
    blocks: list[Block] = list(_offers(told))
    if rows:
        said = ", ".join(
            say(f"verdicts.{one.value}", count=counts[one]) for one in order if counts[one]
        )
        finding = say("promises.finding", count=len(rows), verdicts=said)
        blocks.insert(0, Grid(finding, columns("promises.head"), tuple(rows), wide=True))
    return part_of("promises", blocks)


def _offers(told: Told) -> Iterator[Block]:
    last = {one.id: one for step in told.line for one in step.deals}
    if not last:
        return
    states = Counter(one.state.value for one in last.values())
    rows = tuple(
        (told.texts.get(f"deal_states.{state}.name", state), count)
        for state, count in states.most_common()
    )
    secret = sum(one.confidential for one in last.values())
    finding = say("promises.offers", count=len(last), secret=secret)
    yield Grid(finding, columns("promises.offers_head"), rows)


def trust(told: Told) -> Section:
    """Trust by pair at the end, and tokens placed with each over the game."""
    seen, began = told.steps[-1].public, told.line[0].public
    seats = seated(told)
    before, now = sum(map(sum, began.trust)), sum(map(sum, seen.trust))
    finding = say("trust.finding", before=before, now=now)
    rows = tuple(
        (seats[one].name, seats[other].name, began.trust[one][other], count)
        for one, row in enumerate(seen.trust)
        for other, count in enumerate(row)
        if count or began.trust[one][other]
    )
    grid = Grid(say("trust.pairs"), columns("trust.pairs_head"), rows)
    blocks: list[Block] = [Figure(finding, trust_network(finding, seats, seen.trust), grid)]
    series = []
    for number, seat in enumerate(seats):
        values = [(step.place, step.public.seats[number].tokens) for step in told.line]
        turns = tuple(
            (float(place), float(value))
            for at, (place, value) in enumerate(values)
            if at in {0, len(values) - 1} or values[at - 1][1] != value
        )
        series.append(Series(seat.name, turns, seat.colour))
    most = max(4.0, *(value for one in series for _, value in one.points))
    axes = Axes(
        x=(1, max(2, told.steps[-1].place)),
        y=(0, most),
        ticks=(0, most),
        bands=rounds(told),
        width=560,
        height=220,
    )
    lost = tuple(Point(told.sentence(line), moment(told, step)) for step, line in _lost(told))
    ends = tuple((one.label, int(one.points[0][1]), int(one.points[-1][1])) for one in series)
    caption = say("trust.tokens")
    table = Grid(caption, columns("trust.tokens_head"), ends)
    blocks.append(Figure(caption, line_chart(caption, series, axes), table))
    if lost:
        blocks += [Heading(say("trust.lost")), Points(lost)]
    return part_of("trust", blocks)


def _lost(told: Told) -> Iterator[tuple[Step, Line]]:
    return (
        (step, line)
        for step in told.line
        for line in step.lines
        if line.kind.startswith("tokens_lost")
    )
