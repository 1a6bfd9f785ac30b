"""What people of a session are: players, watchers, and the staff, who have a name and no seat."""

from typing import Final

from sqlmodel import Session as Db

from server.auth.passes import new_id
from server.protocol import words
from server.protocol.evaluating import NewStaff
from server.protocol.problems import Problem
from server.sessions.grants import Grant
from server.sessions.lobby import Lobby
from server.sessions.people import Person
from server.sessions.session import LiveSession
from server.store.contract import Store
from server.store.passes import name_pass
from server.store.people import add_person, set_name
from server.store.people import set_kind as put_kind
from server.store.schema import PersonKind, PersonRow

STAFF: Final = frozenset({PersonKind.FACILITATOR, PersonKind.EVALUATOR})


async def appointed(lobby: Lobby, session: LiveSession, asked: NewStaff) -> Person:
    """Somebody of the staff, without a pass yet: a link gives them one.

    Raises:
        Malformed: the name cannot be.
    """
    name, kind = words.name(asked.name), PersonKind(asked.kind)
    person = Person(new_id(session.id), name, kind)
    row = PersonRow(
        id=person.id, session_id=session.id, kind=kind, name=name, joined_at=lobby.now()
    )
    await lobby.world.store.run(lambda db: add_person(db, row))
    session.people[person.id] = person
    session.changed()
    return person


async def named(lobby: Lobby, session: LiveSession, grant: Grant, name: str) -> None:
    """Give the facilitator with this pass a name: they are somebody of the staff from now on, under
    the id that the log has had for them all along.

    Raises:
        Malformed: the name cannot be.
    """
    name = words.name(name)
    known = session.people.get(grant.who)
    row = PersonRow(
        id=grant.who,
        session_id=session.id,
        kind=PersonKind.FACILITATOR,
        name=name,
        joined_at=lobby.now(),
    )

    def write(db: Db) -> None:
        if known is None:
            add_person(db, row)
            name_pass(db, grant.hash, grant.who)
        else:
            set_name(db, grant.who, name)

    await lobby.world.store.run(write)
    if known is None:
        session.people[grant.who] = Person(grant.who, name, PersonKind.FACILITATOR)
    else:
        known.name = name
    session.changed()


def names_of_staff(session: LiveSession) -> dict[str, str]:
    """What facilitators are called, by the ids that lines of the log have for them."""
    staff = (one for one in session.people.values() if one.kind is PersonKind.FACILITATOR)
    return {one.id: one.name for one in staff if one.name}


def player(person: Person) -> Person:
    """The same, where they may play or watch.

    Raises:
        Problem: facilitators and evaluators take no seat.
    """
    if person.kind in STAFF:
        raise Problem("staff", "Facilitators and evaluators take no seat.")
    return person


async def set_kind(store: Store, person: Person, kind: PersonKind) -> None:
    """Let somebody play, or watch, from now on."""
    if person.kind is kind:
        return
    await store.run(lambda db: put_kind(db, person.id, kind))
    person.kind = kind
