"""Somebody new in a session: their row, their pass, what they ask for. No seat is given here."""

from sqlmodel import Session as Db

from server.auth.passes import hashed, new_id, new_pass
from server.sessions.lobby import Lobby
from server.sessions.people import Person, known
from server.sessions.session import LiveSession
from server.store.passes import grant, revoke_person
from server.store.people import add_person, drop_person
from server.store.schema import PassKind, PassRow, PersonKind, PersonRow


async def added(
    lobby: Lobby, session: LiveSession, name: str, wish: tuple[str, str] | None
) -> tuple[Person, str]:
    """A new player and their pass; `wish`: the table and seat that they ask to share."""
    secret, now = new_pass(), lobby.now()
    row = PersonRow(
        id=new_id(session.id),
        session_id=session.id,
        kind=PersonKind.PLAYER,
        name=name,
        joined_at=now,
    )
    row.wish_table, row.wish_seat = wish or (None, None)
    person = known(row)
    own_pass = PassRow(
        hash=hashed(secret),
        session_id=session.id,
        kind=PassKind.PLAYER,
        person_id=person.id,
        created_at=now,
    )

    def write(db: Db) -> None:
        add_person(db, row)
        grant(db, own_pass)

    await lobby.world.store.run(write)
    session.people[person.id] = person
    return person, secret


async def unmade(lobby: Lobby, session: LiveSession, person: Person) -> None:
    """As if they had not come: the seat that they came for was taken just now."""
    session.people.pop(person.id, None)
    now = lobby.now()

    def write(db: Db) -> None:
        drop_person(db, person.id)
        revoke_person(db, person.id, now)

    await lobby.world.store.run(write)
