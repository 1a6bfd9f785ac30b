"""What a statement is made of: who did it, to what, and in which game."""

from hashlib import sha256
from uuid import UUID, uuid5

from server.exports.base import Step, Told, moment
from server.exports.xapi.profile import ADL, HOME, PROFILE, TYPES, VERBS

Value = dict[str, object]


def id_of(told: Told, of: str) -> UUID:
    """The same id for the same thing of this record, which nobody without its salt can foretell."""
    return uuid5(UUID(bytes=sha256(told.salt).digest()[:16]), f"{told.record.table}/{of}")


def actor_of(told: Told, step: Step, who: str, via: str) -> Value:
    """Who held the seat: a person, a group that shares it, a bot or what else under its name."""
    for seat, people in zip(step.public.seats, step.people, strict=True):
        if seat.id == who and people and via in {"", "person", "default"}:
            found = [person_of(told, one) for one in people]
            return found[0] if len(found) == 1 else {"objectType": "Group", "member": found}
        if seat.id == who:
            return agent(f"{via or 'seat'}-{who}")
    return agent(who or "table")


def person_of(told: Told, person: str) -> Value:
    """Somebody under their pseudonym; with their name besides where names were asked for."""
    named = told.record.names.get(person) if told.names == "names" else None
    account = {"homePage": HOME, "name": told.called(person)}
    return {"objectType": "Agent", **({"name": named} if named else {}), "account": account}


def agent(name: str) -> Value:
    """Who is no person, by a name of ours."""
    return {"objectType": "Agent", "account": {"homePage": HOME, "name": name}}


def verb_of(name: str) -> Value:
    """A verb of `VERBS`."""
    return {"id": VERBS[name], "display": {"en": name}}


def activity(path: str, kind: str, name: str) -> Value:
    """What is acted on: its place under `HOME`, its kind of `TYPES`, its name."""
    definition = {"type": TYPES[kind], "name": {"en": name}}
    return {"objectType": "Activity", "id": f"{HOME}/{path}", "definition": definition}


def game_of(told: Told) -> Value:
    """The scenario that was played."""
    rules = told.record.rules
    title = told.texts.get("ruleset.name", rules.id)
    return activity(f"rulesets/{rules.id}/{rules.version}", "serious-game", title)


def context_of(told: Told, step: Step, more: Value) -> Value:
    """Where a statement belongs: its game, its profile, when in play, and what else is known."""
    seen = step.public
    extensions: Value = {
        f"{HOME}/extensions/game-ms": step.at_ms,
        f"{HOME}/extensions/round": seen.round,
        f"{HOME}/extensions/phase": seen.phase.value,
    }
    extensions |= {f"{HOME}/extensions/{name}": value for name, value in more.items()}
    profile = {"id": PROFILE, "definition": {"type": f"{ADL}/activities/profile"}}
    return {
        "registration": str(id_of(told, "registration")),
        "platform": "Joined-Up",
        "language": "en",
        "contextActivities": {"category": [profile], "parent": [game_of(told)]},
        "extensions": extensions,
    }


def statement(
    told: Told,
    step: Step,
    verb: str,
    what: Value,
    *,
    actor: Value | None = None,
    result: Value | None = None,
    **more: object,
) -> Value:
    """One statement, but for its id; by the table itself where nobody acted."""
    made: Value = {
        "actor": actor or agent("table"),
        "verb": verb_of(verb),
        "object": what,
        "context": context_of(told, step, dict(more)),
        "timestamp": moment(step.wall_ms),
    }
    return made | ({"result": result} if result else {})
