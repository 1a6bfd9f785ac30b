"""Sections about play: what it was, how it went, how it ended, what was promised and trusted."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby
from typing import Final

from game.vocabulary import Phase, Topic
from server.exports.base import Step, Told
from server.exports.report.charts import (
    Axes,
    Series,
    line_chart,
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
from server.exports.report.saying import clock, lines_of, moment, part, rounds, signed
from server.exports.report.words import columns, part_of, say

TRACKS: Final = (
    ("support", 10, (0, 5, 10)),
    ("legal_pressure", 10, (0, 5, 10)),
    ("counter", 6, (0, 3, 6)),
    ("rating", 10, (0, 5, 10)),
)


TALK: Final = frozenset(
    {"said", "said_in_confidence", "talk_counted", "offered", "fact_shown", "fact_shown_to_all"}
)
"""Lines that are talk about something (RULES section 4); the debrief counts the same ones."""


def day(ms: int) -> str:
    """A time of day where the server stands, which on a laptop is the room."""
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone().strftime("%Y-%m-%d %H:%M %Z").strip()


def lasted(told: Told) -> tuple[int, int]:
    """The times of day at which play began and ended, in ms: people come in before, and the debrief
    comes after. Of a game that has not come so far, its first and its last entry.
    """
    line = told.line
    began = next((one for one in line if one.public.phase is not Phase.LOBBY), line[0])
    ended = next((one for one in line if one.public.phase is Phase.ENDED), line[-1])
    return began.wall_ms, ended.wall_ms


def overview(told: Told) -> Section:
    """Scope, scenario, participants by seat, staff."""
    sheet, texts = told.record.sheet, told.texts
    last = told.steps[-1]
    rows: list[tuple[Cell, ...]] = []
    for number, seat in enumerate(last.public.seats):
        rationality = texts.get(f"rationalities.{seat.rationality.value}.name", seat.rationality)
        rows.append(
            (told.agency(seat.id), rationality, say("overview.then").join(_held(told, number)))
        )
    blocks: list[Block] = [Text(sheet.scope)] if sheet.scope else []
    blocks.append(Heading(say("front.scenario")))
    blocks.append(Text(texts.get("ruleset.summary", told.record.rules.id)))
    blocks.append(Grid(say("overview.people"), columns("overview.people_head"), tuple(rows)))
    staff = [one for one in told.record.people if one.kind in {"facilitator", "evaluator"}]
    if sheet.staff:
        blocks += [Heading(say("overview.staff")), Text(sheet.staff)]
    elif staff and told.names == "names":
        names = ", ".join(f"{one.name} ({say(f'people.{one.kind}')})" for one in staff if one.name)
        blocks += [Heading(say("overview.staff")), Text(names)]
    blocks += _expected(told)
    others = Counter(one.kind for one in told.record.people if one.kind != "player")
    if others:
        words = ", ".join(f"{say(f'people.{kind}')}: {n}" for kind, n in sorted(others.items()))
        blocks.append(Text(say("overview.also", people=words), quiet=True))
    return part_of("overview", blocks)


def _expected(told: Told) -> Iterator[Block]:
    """How many of the list came; who did not, only where names are told."""
    listed = told.record.expected if told.staff else ()
    if not listed:
        return
    missing = [one.name for one in listed if not one.came]
    words = say("overview.expected", all=len(listed), came=len(listed) - len(missing))
    if missing and told.names == "names":
        words += " " + say("overview.missing", names=", ".join(missing))
    yield Text(words, quiet=True)


def _held(told: Told, number: int) -> tuple[str, ...]:
    """Who moved a seat once play had begun, one after the other."""
    found: list[str] = []
    for step in told.line:
        seat, people = step.public.seats[number], step.people[number]
        if step.public.phase is Phase.LOBBY:
            continue
        if seat.bot is not None:
            found.append(say("overview.bot", bot=told.texts.get(f"bots.{seat.bot}.name", seat.bot)))
        elif people and told.names == "names":
            found.append(", ".join(map(told.called, people)))
        else:
            found.append(say(f"overview.held_{'person' if people else seat.holder.value}"))
    return tuple(name for name, _ in groupby(found))


def outcome(told: Told) -> Section:
    """How it ended, with all scores, and the votes."""
    seen, texts = told.steps[-1].public, told.texts
    if seen.outcome is None:
        return part_of("outcome")
    key = f"outcomes.{seen.outcome.value}"
    blocks: list[Block] = []
    if told.record.sheet.summary:
        blocks.append(Text(told.record.sheet.summary))
    blocks.append(Text(f"{texts.get(f'{key}.name')}. {texts.get(f'{key}.text', '')}"))
    blocks.append(
        Text(
            say(
                "outcome.public_value",
                value=signed(seen.public_value or 0),
                live=_live(told.steps[-1]),
                need=seen.need,
            )
        )
    )
    by_seat = {one.id: one for one in seen.seats}
    rows = tuple(
        (
            told.agency(score.seat),
            score.own,
            by_seat[score.seat].autonomy,
            by_seat[score.seat].budget,
            by_seat[score.seat].tokens,
        )
        for score in seen.scores
    )
    blocks.append(Grid(say("outcome.agencies"), columns("outcome.agencies_head"), rows))
    blocks += _votes(told)
    if seen.quarters:
        quarters = tuple(
            (number, texts.get(f"cards.{one.card}.headline", one.card), one.bounced, one.rating)
            for number, one in enumerate(seen.quarters, start=1)
        )
        head = columns("outcome.quarters_head")
        blocks.append(Grid(say("outcome.quarters"), head, quarters))
    blocks += _tables(told)
    return part_of("outcome", blocks)


def _tables(told: Told) -> Iterator[Block]:
    """The tables of the session side by side: what different decisions made of the same cards."""
    tables = told.record.tables if told.staff else ()
    if len(tables) < 2:
        return
    rows = tuple(
        (
            say("tables.own", name=one.name) if one.own else one.name,
            told.texts.get(f"outcomes.{one.outcome}.name", say("tables.in_play")),
            "" if one.public_value is None else signed(one.public_value),
            say("outcome.of", part=one.live, whole=one.need),
            one.launched or "",
            "" if one.parent_version is None else say("tables.forked", entry=one.parent_version),
        )
        for one in tables
    )
    yield Grid(say("tables.title"), columns("tables.head"), rows)


def _live(step: Step) -> int:
    return sum(one.state.value == "live" for one in step.public.dependencies)


def _votes(told: Told) -> Iterator[Block]:
    kinds = frozenset({"vote_passed", "vote_failed", "no_vote_held"})
    points = tuple(
        Point(told.sentence(line), moment(told, step)) for step, line in lines_of(told, kinds)
    )
    if points:
        yield Heading(say("outcome.votes"))
        yield Points(points)


def course(told: Told) -> Section:
    """Key figures round by round, the tracks, and what the talk was about."""
    if len(told.line) < 2:
        return part_of("course")
    played = [step for step in told.line if step.public.phase is not Phase.LOBBY]
    rows: list[tuple[Cell, ...]] = []
    for name, steps in groupby(played, key=part):
        kept = list(steps)
        seen = kept[-1].public
        over = seen.phase is Phase.ENDED
        minutes = "" if over else round((kept[-1].wall_ms - kept[0].wall_ms) / 60_000)
        states = Counter(one.state.value for one in seen.dependencies)
        rows.append(
            (
                name,
                clock(kept[0].at_ms),
                minutes,
                seen.support,
                seen.legal_pressure,
                seen.counter,
                seen.rating,
                states["signed"],
                states["live"],
                seen.fragmentation,
            )
        )
    terms = ("support", "legal_pressure", "counter", "rating")
    names = tuple(told.texts.get(f"terms.{one}.name", one) for one in terms)
    head = (*columns("course.head_before"), *names, *columns("course.head_after"))
    blocks: list[Block] = [Grid(say("course.table"), head, tuple(rows))]
    blocks += [_track(told, name, most, ticks) for name, most, ticks in TRACKS]
    blocks += _talk(told)
    return part_of("course", blocks)


def _track(told: Told, name: str, most: int, ticks: tuple[float, ...]) -> Figure:
    """One shared track over the game, a point wherever it changed."""
    values = [(step.place, int(getattr(step.public, name))) for step in told.line]
    turns = [
        (float(place), float(value))
        for at, (place, value) in enumerate(values)
        if at in {0, len(values) - 1} or values[at - 1][1] != value
    ]
    called = told.texts.get(f"terms.{name}.name", name)
    first, last = values[0][1], values[-1][1]
    finding = say(
        "course.moved" if first != last else "course.stood", what=called, first=first, last=last
    )
    ends = {band.label: _at(told, band.end, name) for band in rounds(told)}
    grid = Grid(called, columns("course.track_head"), tuple(ends.items()))
    axes = Axes(x=(1, max(2, told.steps[-1].place)), y=(0, most), ticks=ticks, bands=rounds(told))
    return Figure(finding, line_chart(finding, [Series(called, tuple(turns))], axes), grid)


def _at(told: Told, place: float, name: str) -> int:
    return int(getattr(told.steps[int(place) - 1].public, name))


def _talk(told: Told) -> Iterator[Block]:
    """What the talk was about, and who spoke how often; no words."""
    topics: Counter[str] = Counter()
    speakers: Counter[str] = Counter()
    for _, line in lines_of(told, TALK):
        topic = line.deal.topic.value if line.deal else str(line.params.get("topic", "content"))
        topics[topic] += 1
        if line.kind.startswith("said"):
            speakers[str(line.params.get("by", line.by))] += 1
    if not topics:
        return
    all_topics = sum(topics.values())
    rows = tuple(
        (
            told.texts.get(f"topics.{one.value}.name", one.value),
            topics[one.value],
            say("model.share", share=round(100 * topics[one.value] / all_topics)),
        )
        for one in Topic
    )
    yield Grid(
        say("course.talk"),
        columns("course.talk_head"),
        rows,
    )
    if speakers:
        by_seat = {seat.id: speakers[seat.id] for seat in told.steps[-1].public.seats}
        most = sorted(by_seat.items(), key=lambda one: -one[1])
        seats = tuple((told.agency(seat), count) for seat, count in most)
        yield Grid(say("course.messages"), columns("course.messages_head"), seats)
