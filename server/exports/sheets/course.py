"""Sheets about the course of the game: moments, lines, phases, tracks, votes, scores."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from game.vocabulary import State
from server.exports.base import Step, Told, moment
from server.exports.sheets.base import WHEN, Column, Row, Sheet, changes, when


def moments(told: Told) -> Iterator[Row]:
    """Every step."""
    for step in told.steps:
        yield (*when(step), step.version, moment(step.wall_ms), step.by, step.via, step.command)


def lines(told: Told) -> Iterator[Row]:
    """Every line of the log."""
    for step in told.steps:
        for number, line in enumerate(step.lines, start=1):
            yield (
                *when(step),
                number,
                line.kind,
                line.by,
                line.via,
                line.confidential,
                line.control,
                "" if line.who is None else told.called(line.who),
                told.sentence(line),
            )


def phases(told: Told) -> Iterator[Row]:
    """Each phase as it was gone through, the line that counts."""
    first: list[Step] = []
    for step in told.line:
        key = (step.public.round, step.public.phase, step.public.quarter)
        last = first[-1].public if first else None
        if last is None or (last.round, last.phase, last.quarter) != key:
            first.append(step)
    ends = (*first[1:], *told.line[-1:])
    for began, ended in zip(first, ends, strict=True):
        yield (
            *when(began),
            began.public.quarter,
            (ended.at_ms - began.at_ms) / 1000,
            (ended.wall_ms - began.wall_ms) / 1000,
            began.public.length_s,
        )


def tracks(told: Told) -> Iterator[Row]:
    """What all share, whenever some of it changed."""

    def picked(step: Step) -> Iterator[Row]:
        seen = step.public
        states = [one.state for one in seen.dependencies]
        yield (
            "table",
            seen.support,
            seen.legal_pressure,
            seen.counter,
            seen.rating,
            seen.push,
            seen.fragmentation,
            step.view.staff.bounced if step.view.staff else seen.bounced,
            states.count(State.SIGNED),
            states.count(State.LIVE),
            states.count(State.SUSPENDED),
            seen.need,
            seen.agenda.value,
            seen.frame.value,
            seen.architecture.value,
            None if seen.governance is None else seen.governance.value,
            seen.directives,
            None if seen.card is None else seen.card.id,
        )

    return ((*row[: len(WHEN)], *row[len(WHEN) + 1 :]) for row in changes(told, picked))


def votes(told: Told) -> Iterator[Row]:
    """Each counted vote, seat by seat."""
    for before, step in pairwise((None, *told.steps)):
        if step is None or step.public.votes is None:
            continue
        if before is not None and before.public.votes == step.public.votes:
            continue
        for seat, vote in zip(step.public.seats, step.public.votes, strict=False):
            cast = "abstained" if vote is None else "launch" if vote else "hold"
            yield (*when(step), seat.id, cast, step.public.passed)


def scores(told: Told) -> Iterator[Row]:
    """How the game ended, seat by seat; the items where these eyes saw them."""
    if not told.steps:
        return
    last = told.steps[-1]
    seen, bare = last.public, last.view.opened
    items = {one.score.seat: one.score for one in last.sheets if one.score is not None}
    items |= {one.seat: one for one in bare.scores} if bare is not None else {}
    for score in seen.scores:
        own = items.get(score.seat)
        parts = (
            (None,) * 7
            if own is None
            else (
                own.autonomy,
                own.budget,
                own.portals,
                own.tokens,
                own.goal,
                own.core_value,
                own.concern,
            )
        )
        outcome = None if seen.outcome is None else seen.outcome.value
        yield (score.seat, told.agency(score.seat), outcome, seen.public_value, score.own, *parts)


SHEETS: Final = (
    Sheet(
        "moments",
        "Every moment at which something was told or changed.",
        (
            *WHEN,
            Column("entry", "number in the log (facilitator); for other eyes the same as place"),
            Column("time", "time of day, UTC, ISO 8601"),
            Column("by", "who acted: seat, facilitator, chance, clock; empty: not told"),
            Column("via", "who acted in that name: person, bot, facilitator, default, ..."),
            Column("command", "what was asked (facilitator only)"),
        ),
        moments,
    ),
    Sheet(
        "lines",
        "The log in words, as these eyes read it.",
        (
            *WHEN,
            Column("number", "of the line within its moment, from 1"),
            Column("kind", "kind of line, a key of the texts"),
            Column("by", "who acted"),
            Column("via", "who acted in that name"),
            Column("confidential", "yes: not for all eyes"),
            Column("control", "yes: the facilitator's doing"),
            Column("who", "which of the facilitators, as people are named here (facilitator only)"),
            Column("sentence", "in English"),
        ),
        lines,
    ),
    Sheet(
        "phases",
        "Each phase as it was gone through, without what a rewind set aside.",
        (
            *WHEN,
            Column("quarter", "of year one, 1 to 4; else 0"),
            Column("game_s", "how long it lasted, game time in seconds"),
            Column("wall_s", "the same by the clock on the wall, pauses included"),
            Column("planned_s", "its length on the clock in seconds; empty: no clock"),
        ),
        phases,
    ),
    Sheet(
        "tracks",
        "What all share, a row whenever some of it changed.",
        (
            *WHEN,
            Column("support", "political support, 0 to 10"),
            Column("legal_pressure", "legal pressure, 0 to 10"),
            Column("counter", "service counter, 0 to 6"),
            Column("rating", "citizens' rating, 0 to 10"),
            Column("push", "how far pressure lubricates, 0 to 4"),
            Column("fragmentation", "own portals in all"),
            Column("bounced", "cases that bounce now; empty: not known to these eyes"),
            Column("signed", "dependencies signed and not live"),
            Column("live", "dependencies that are live"),
            Column("suspended", "dependencies that are suspended"),
            Column("need", "live dependencies that the service needs"),
            Column("agenda", "rationality that politics cares about"),
            Column("frame", "rationality in which the project is presented"),
            Column("architecture", "architecture in force"),
            Column("governance", "governance in force; empty: none yet"),
            Column("directives", "directives that the sponsor has left"),
            Column("card", "id of the card on the table"),
        ),
        tracks,
    ),
    Sheet(
        "votes",
        "Each launch vote once it was counted.",
        (
            *WHEN,
            Column("seat", "id of the seat"),
            Column("vote", "launch, hold or abstained"),
            Column("passed", "yes: the service was launched"),
        ),
        votes,
    ),
    Sheet(
        "scores",
        "How the game ended. Items of a score only where these eyes saw them.",
        (
            Column("seat", "id of the seat"),
            Column("agency", "its name"),
            Column("outcome", "how the game ended, alike for all"),
            Column("public_value", "points, alike for all"),
            Column("own", "own points of the seat, the sum of what follows"),
            Column("autonomy", "points"),
            Column("budget", "points"),
            Column("portals", "points"),
            Column("tokens", "points for trust placed here"),
            Column("goal", "points for the public goal"),
            Column("core_value", "points for the core value"),
            Column("concern", "points for the concern"),
        ),
        scores,
    ),
)
