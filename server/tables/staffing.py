"""Facilitators and evaluators who were appointed by name: people of the session without a seat."""

from typing import Final

from server.auth.passes import new_id
from server.protocol import words
from server.protocol.evaluating import NewStaff
from server.protocol.problems import Problem
from server.store.people import add_person
from server.store.schema import PersonKind, PersonRow
from server.tables.lobby import Lobby
from server.tables.people import Person
from server.tables.session import LiveSession

STAFF: Final = frozenset({PersonKind.FACILITATOR, PersonKind.EVALUATOR})


async def appointed(lobby: Lobby, session: LiveSession, asked: NewStaff) -> Person:
    """Somebody of the staff, without a pass yet: a link gives them one.

    Raises:
        Malformed: the name cannot be.
    """
    name, kind = words.name(asked.name), PersonKind(asked.kind)
    person = Person(new_id(), name, kind)
    row = PersonRow(
        id=person.id, session_id=session.id, kind=kind, name=name, joined_at=lobby.now()
    )
    await lobby.world.store.run(lambda db: add_person(db, row))
    session.people[person.id] = person
    session.changed()
    return person


def player(person: Person) -> Person:
    """The same, where they may play or watch.

    Raises:
        Problem: facilitators and evaluators take no seat.
    """
    if person.kind in STAFF:
        raise Problem(409, "staff", "Facilitators and evaluators take no seat.")
    return person
