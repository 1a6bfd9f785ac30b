"""Who was removed, or left, and comes back with the passes of before; and seats for who comes late.

Who sits where is decided in `seating`; where those sat who are gone stands in `left`.
"""

from sqlmodel import Session as Db

from server.protocol.problems import not_found
from server.sessions.chairs import Chair, is_of_a_bot
from server.sessions.people import Person
from server.sessions.session import LiveSession
from server.store.contract import Store
from server.store.passes import restore_person
from server.store.people import come_back
from server.tables.live import LiveTable


def gone(session: LiveSession, person_id: str) -> Person:
    """Somebody who has left this session.

    Raises:
        Problem: there is nobody of that id who has.
    """
    found = session.people.get(person_id)
    if found is None or not found.left:
        raise not_found()
    return found


async def let_back_in(store: Store, person: Person) -> None:
    """Let every pass of somebody who left open again what it opened."""

    def write(db: Db) -> None:
        come_back(db, person.id)
        restore_person(db, person.id)

    await store.run(write)
    person.left = False


def at_table(session: LiveSession, person: str) -> LiveTable | None:
    """The table where somebody sits, else the first; None: the sitting is over, or has none."""
    sits = session.seat_of(person)
    if session.over:
        return None
    return next(iter(session.tables), None) if sits is None else sits[0]


def bot_seat(session: LiveSession) -> Chair | None:
    """A seat that a bot holds for nobody; None: there is none."""
    bots = (
        (table, seat.id)
        for table in session.tables
        for seat in table.table.seats
        if is_of_a_bot(seat)
    )
    return next(bots, None)
