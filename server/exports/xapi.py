"""A table's record as xAPI statements with the Serious Games profile, one JSON value a line.

Made of log lines and views like every export, pseudonymous unless names were asked for. Vocabulary:
xAPI 1.0.3; the profile of Serrano-Laguna et al. 2017 (Computer Standards & Interfaces 50), with its
completables, accessibles, alternatives and game objects. What a rewind set aside is left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import Final
from uuid import UUID, uuid5

from msgspec import json

from game.views.line import Line
from game.views.wording import act_words
from game.vocabulary import Phase
from server.exports.base import Step, Told, moment

HOME: Final = "https://joined-up.invalid"
"""Before every id: a name that belongs to nobody (RFC 2606), so that it cannot be looked up."""
PROFILE: Final = "https://w3id.org/xapi/seriousgames/v1.0"
GAMES: Final = "https://w3id.org/xapi/seriousgames"
ADL: Final = "http://adlnet.gov/expapi"
VERBS: Final = {
    "initialized": f"{ADL}/verbs/initialized",
    "progressed": f"{ADL}/verbs/progressed",
    "completed": f"{ADL}/verbs/completed",
    "interacted": f"{ADL}/verbs/interacted",
    "accessed": f"{GAMES}/verbs/accessed",
    "used": f"{GAMES}/verbs/used",
    "selected": "https://w3id.org/xapi/adb/verbs/selected",
}
TYPES: Final = {
    "serious-game": f"{GAMES}/activity-types/serious-game",
    "level": f"{GAMES}/activity-types/level",
    "quest": f"{GAMES}/activity-types/quest",
    "area": f"{GAMES}/activity-types/area",
    "cutscene": f"{GAMES}/activity-types/cutscene",
    "dialog-tree": f"{GAMES}/activity-types/dialog-tree",
    "item": f"{GAMES}/activity-types/item",
    "game-object": f"{GAMES}/activity-types/game-object",
    "question": f"{ADL}/activities/question",
}
PROGRESS: Final = f"{GAMES}/extensions/progress"

Value = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What kind of statement a kind of line becomes."""

    verb: str
    type: str
    of: str
    """What is acted on: the place of the line that names it, `act`, `deal`, or a word for all."""
    actor: str = ""
    """The place of the line that names the acting seat; empty: whoever acted."""
    success: bool | None = None
    completion: bool | None = None


SHAPES: Final[Mapping[str, Shape]] = {
    "act_worked": Shape(verb="used", type="item", of="act", actor="seat", success=True),
    "act_failed": Shape(verb="used", type="item", of="act", actor="seat", success=False),
    "act_did_not_succeed": Shape(verb="used", type="item", of="act", actor="seat", success=False),
    "act_inside": Shape(verb="used", type="item", of="inside", actor="seat"),
    "card_drawn": Shape(verb="accessed", type="cutscene", of="card"),
    "card_injected": Shape(verb="accessed", type="cutscene", of="card"),
    "choice_made": Shape(verb="selected", type="question", of="card", actor="seat"),
    "choice_taken": Shape(verb="selected", type="question", of="card"),
    "choice_taken_by_default": Shape(verb="selected", type="question", of="card"),
    "offered": Shape(verb="interacted", type="dialog-tree", of="deal", actor="by"),
    "deal_accepted": Shape(verb="selected", type="dialog-tree", of="deal", actor="to"),
    "deal_declined": Shape(verb="selected", type="dialog-tree", of="deal", actor="to"),
    "deal_countered": Shape(verb="selected", type="dialog-tree", of="deal", actor="to"),
    "deal_withdrawn": Shape(verb="selected", type="dialog-tree", of="deal", actor="by"),
    "promised": Shape(verb="initialized", type="quest", of="act", actor="by"),
    "promise_kept": Shape(
        verb="completed", type="quest", of="act", actor="by", success=True, completion=True
    ),
    "promise_broken": Shape(
        verb="completed", type="quest", of="act", actor="by", success=False, completion=True
    ),
    "promise_lapsed": Shape(verb="completed", type="quest", of="act", actor="by", completion=False),
    "fact_shown": Shape(verb="interacted", type="game-object", of="dependency", actor="by"),
    "fact_shown_to_all": Shape(verb="interacted", type="game-object", of="dependency", actor="by"),
    "token_placed": Shape(verb="interacted", type="game-object", of="other", actor="seat"),
    "token_taken": Shape(verb="interacted", type="game-object", of="other", actor="seat"),
    "said": Shape(verb="interacted", type="dialog-tree", of="talk", actor="by"),
    "said_in_confidence": Shape(verb="interacted", type="dialog-tree", of="talk", actor="by"),
    "vote_called": Shape(verb="selected", type="question", of="launch", actor="seat"),
    "architecture_backed": Shape(verb="selected", type="question", of="architecture", actor="seat"),
    "central_backed": Shape(verb="selected", type="question", of="architecture", actor="seat"),
    "governance_backed": Shape(verb="selected", type="question", of="governance", actor="seat"),
    "signed": Shape(verb="progressed", type="quest", of="dependency"),
    "signed_under_protest": Shape(verb="progressed", type="quest", of="dependency"),
    "signed_by_directive": Shape(verb="progressed", type="quest", of="dependency"),
    "signed_by_directive_under_protest": Shape(verb="progressed", type="quest", of="dependency"),
    "went_live": Shape(
        verb="completed", type="quest", of="dependency", success=True, completion=True
    ),
    "went_live_again": Shape(
        verb="completed", type="quest", of="dependency", success=True, completion=True
    ),
}
"""The kinds of lines that become statements; others are told by the sheets and the log."""
FOLDERS: Final = {
    "act": "actions",
    "card": "cards",
    "dependency": "dependencies",
    "other": "agencies",
    "deal": "deals",
}


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
            yield {"id": str(_id(told, f"{step.place}/{number}")), **one}


# --- the parts of a statement


def _id(told: Told, of: str) -> UUID:
    return uuid5(UUID(bytes=sha256(told.salt).digest()[:16]), f"{told.record.table}/{of}")


def _actor(told: Told, step: Step, who: str, via: str) -> Value:
    """Who held the seat: a person, a group that shares it, a bot or what else under its name."""
    for seat, people in zip(step.public.seats, step.people, strict=True):
        if seat.id == who and people and via in {"", "person", "default"}:
            found = [_person(told, one) for one in people]
            return found[0] if len(found) == 1 else {"objectType": "Group", "member": found}
        if seat.id == who:
            return _agent(f"{via or 'seat'}-{who}")
    return _agent(who or "table")


def _person(told: Told, person: str) -> Value:
    named = told.record.names.get(person) if told.names == "names" else None
    account = {"homePage": HOME, "name": told.called(person)}
    return {"objectType": "Agent", **({"name": named} if named else {}), "account": account}


def _agent(name: str) -> Value:
    return {"objectType": "Agent", "account": {"homePage": HOME, "name": name}}


def _verb(name: str) -> Value:
    return {"id": VERBS[name], "display": {"en": name}}


def _activity(path: str, kind: str, name: str) -> Value:
    definition = {"type": TYPES[kind], "name": {"en": name}}
    return {"objectType": "Activity", "id": f"{HOME}/{path}", "definition": definition}


def _game(told: Told) -> Value:
    rules = told.record.rules
    title = told.texts.get("ruleset.name", rules.id)
    return _activity(f"rulesets/{rules.id}/{rules.version}", "serious-game", title)


def _context(told: Told, step: Step, more: Value) -> Value:
    seen = step.public
    extensions: Value = {
        f"{HOME}/extensions/game-ms": step.at_ms,
        f"{HOME}/extensions/round": seen.round,
        f"{HOME}/extensions/phase": seen.phase.value,
    }
    extensions |= {f"{HOME}/extensions/{name}": value for name, value in more.items()}
    profile = {"id": PROFILE, "definition": {"type": f"{ADL}/activities/profile"}}
    return {
        "registration": str(_id(told, "registration")),
        "platform": "Joined-Up",
        "language": "en",
        "contextActivities": {"category": [profile], "parent": [_game(told)]},
        "extensions": extensions,
    }


def _statement(
    told: Told,
    step: Step,
    verb: str,
    what: Value,
    *,
    actor: Value | None = None,
    result: Value | None = None,
    **more: object,
) -> Value:
    made: Value = {
        "actor": actor or _agent("table"),
        "verb": _verb(verb),
        "object": what,
        "context": _context(told, step, dict(more)),
        "timestamp": moment(step.wall_ms),
    }
    return made | ({"result": result} if result else {})


# --- what happened


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
        yield _statement(told, step, "initialized", _game(told))
    if was is None or was.round != seen.round:
        share = max(0, seen.round - 1) / seen.rounds
        result: Value = {"extensions": {PROGRESS: round(share, 3)}}
        yield _statement(told, step, "progressed", _game(told), result=result)
        level = _activity(f"rounds/{seen.round}", "level", f"Round {seen.round}")
        yield _statement(told, step, "initialized", level)
    name = told.texts.get(f"terms.{seen.phase.value}.name", seen.phase.value)
    area = _activity(f"phases/{seen.phase.value}", "area", name)
    yield _statement(told, step, "accessed", area, quarter=seen.quarter)


def _lines(told: Told, step: Step) -> Iterator[Value]:
    for line in step.lines:
        shape = SHAPES.get(line.kind)
        if shape is not None:
            yield _line(told, step, line, shape)


def _line(told: Told, step: Step, line: Line, shape: Shape) -> Value:
    who = str(line.params.get(shape.actor, "")) if shape.actor else line.by
    via = line.via if who == line.by else ""
    named = {name: value for name, value in line.params.items() if name != "reason"}
    return _statement(
        told,
        step,
        shape.verb,
        _object(told, line, shape),
        actor=_actor(told, step, who, via),
        result=_result(told, line, shape),
        kind=line.kind,
        confidential=line.confidential,
        **named,
    )


def _object(told: Told, line: Line, shape: Shape) -> Value:
    if shape.of == "act" and line.act is not None:
        about = line.act.dependency or line.act.seat or line.act.frame
        path = f"actions/{line.act.kind}" + (f"/{about}" if about else "")
        return _activity(path, shape.type, act_words(told.texts, line.act))
    if shape.of == "deal" and line.deal is not None:
        table = str(_id(told, "deals"))
        return _activity(f"deals/{table}/{line.deal.id}", shape.type, "Offer")
    found = line.params.get(shape.of)
    if found is None:
        return _activity(shape.of, shape.type, shape.of.capitalize())
    names = {"other": "seats.{}.name", "dependency": "dependencies.{}.name"}
    key = names.get(shape.of, "cards.{}.headline").format(found)
    folder = FOLDERS.get(shape.of, shape.of)
    return _activity(f"{folder}/{found}", shape.type, told.texts.get(key, str(found)))


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
    question = _activity("launch", "question", "Launch")
    for seat, vote in zip(step.public.seats, votes, strict=True):
        response = "abstained" if vote is None else "launch" if vote else "hold"
        result: Value = {"response": response}
        actor = _actor(told, step, seat.id, "bot" if seat.bot else "")
        yield _statement(told, step, "selected", question, actor=actor, result=result, seat=seat.id)


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
        yield _statement(
            told,
            step,
            "completed",
            _game(told),
            actor=_actor(told, step, score.seat, "bot" if seat.bot else ""),
            result=result,
            seat=score.seat,
            public_value=seen.public_value,
        )
