"""A table's record as xAPI statements with the Serious Games profile, one JSON value a line.

Made of log lines and views like every export, pseudonymous unless names were asked for. What a
rewind set aside is left out.
"""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import json

from game.views.line import Line
from game.views.wording import act_words
from game.vocabulary import FACILITATOR, Phase
from server.exports.base import Step, Told
from server.exports.xapi.parts import (
    Value,
    activity,
    actor_of,
    game_of,
    id_of,
    person_of,
    statement,
)
from server.exports.xapi.profile import FOLDERS, PROGRESS, SHAPES, Shape


def stated(told: Told) -> bytes:
    """Every statement, in the order of the log, one a line."""
    return b"".join(json.encode(one) + b"\n" for one in statements(told))


def statements(told: Told) -> Iterator[Value]:
    """The game, its rounds and phases, what seats did, the vote, and how it ended."""
    for before, step in pairwise((None, *told.line)):
        if step is None:
            continue
        found = [*_course(told, before, step), *_lines(told, step), *_votes(told, before, step)]
        found += _end(told, before, step)
        for number, one in enumerate(found):
            yield {"id": str(id_of(told, f"{step.place}/{number}")), **one}


def _course(told: Told, before: Step | None, step: Step) -> Iterator[Value]:
    """The game, a round or a phase began."""
    seen, was = step.public, None if before is None else before.public
    if was is not None and (was.round, was.phase, was.quarter) == (
        seen.round,
        seen.phase,
        seen.quarter,
    ):
        return
    if seen.phase is Phase.LOBBY:
        return
    if was is None or was.phase is Phase.LOBBY:
        yield statement(told, step, "initialized", game_of(told))
    if was is None or was.round != seen.round:
        share = max(0, seen.round - 1) / seen.rounds
        result: Value = {"extensions": {PROGRESS: round(share, 3)}}
        yield statement(told, step, "progressed", game_of(told), result=result)
        level = activity(f"rounds/{seen.round}", "level", f"Round {seen.round}")
        yield statement(told, step, "initialized", level)
    name = told.texts.get(f"terms.{seen.phase.value}.name", seen.phase.value)
    area = activity(f"phases/{seen.phase.value}", "area", name)
    yield statement(told, step, "accessed", area, quarter=seen.quarter)


def _lines(told: Told, step: Step) -> Iterator[Value]:
    for line in step.lines:
        shape = SHAPES.get(line.kind)
        if shape is not None:
            yield _line(told, step, line, shape)


def _line(told: Told, step: Step, line: Line, shape: Shape) -> Value:
    who = str(line.params.get(shape.actor, "")) if shape.actor else line.by
    via = line.via if who == line.by else ("facilitator" if step.asked == "act_for" else "")
    leader = told.facilitator(line.who)
    named = {name: value for name, value in line.params.items() if name != "reason"}
    named |= {"facilitator": leader} if leader else {}
    actor = person_of(told, line.who or "") if leader and who == FACILITATOR else None
    return statement(
        told,
        step,
        shape.verb,
        _object(told, line, shape),
        actor=actor or actor_of(told, step, who, via),
        result=_result(told, line, shape),
        kind=line.kind,
        confidential=line.confidential,
        **named,
    )


def _object(told: Told, line: Line, shape: Shape) -> Value:
    if shape.of == "act" and line.act is not None:
        about = line.act.dependency or line.act.seat or line.act.frame
        path = f"actions/{line.act.kind}" + (f"/{about}" if about else "")
        return activity(path, shape.type, act_words(told.texts, line.act))
    if shape.of == "deal" and line.deal is not None:
        table = str(id_of(told, "deals"))
        return activity(f"deals/{table}/{line.deal.id}", shape.type, "Offer")
    found = line.params.get(shape.of)
    if found is None:
        return activity(shape.of, shape.type, shape.of.capitalize())
    names = {"other": "seats.{}.name", "dependency": "dependencies.{}.name"}
    key = names.get(shape.of, "cards.{}.headline").format(found)
    folder = FOLDERS.get(shape.of, shape.of)
    return activity(f"{folder}/{found}", shape.type, told.texts.get(key, str(found)))


def _result(told: Told, line: Line, shape: Shape) -> Value | None:
    found: Value = {}
    if shape.success is not None:
        found["success"] = shape.success
    if shape.completion is not None:
        found["completion"] = shape.completion
    response = line.params.get("option")
    if line.kind.startswith("deal_"):
        response = line.kind.removeprefix("deal_")
    elif shape.of in {"architecture", "governance"}:
        response = line.params.get(shape.of)
    elif line.text is not None and told.words:
        response = told.written.get(line.text, "")
    if response:
        found["response"] = str(response)
    return found or None


def _votes(told: Told, before: Step | None, step: Step) -> Iterator[Value]:
    """The launch vote, once it was counted."""
    votes = step.public.votes
    if not votes or (before is not None and before.public.votes == votes):
        return
    question = activity("launch", "question", "Launch")
    for seat, vote in zip(step.public.seats, votes, strict=True):
        result: Value = {"response": "abstained" if vote is None else "launch" if vote else "hold"}
        actor = actor_of(told, step, seat.id, "bot" if seat.bot else "")
        yield statement(told, step, "selected", question, actor=actor, result=result, seat=seat.id)


def _end(told: Told, before: Step | None, step: Step) -> Iterator[Value]:
    """The game is over: what each seat made of it."""
    seen = step.public
    if seen.outcome is None or (before is not None and before.public.outcome is not None):
        return
    for score in seen.scores:
        seat = next(one for one in seen.seats if one.id == score.seat)
        result: Value = {
            "completion": True,
            "response": seen.outcome.value,
            "score": {"raw": score.own},
            "extensions": {PROGRESS: 1},
        }
        yield statement(
            told,
            step,
            "completed",
            game_of(told),
            actor=actor_of(told, step, score.seat, "bot" if seat.bot else ""),
            result=result,
            seat=score.seat,
            public_value=seen.public_value,
        )
