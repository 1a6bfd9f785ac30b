"""Who was removed, or left, and comes back: with the passes and, if it is free, the seat of before.

Who sits where is decided in `seating`; here is what is known of those who are gone.
"""

from contextlib import suppress

from sqlmodel import Session as Db

from game.model import Seat
from game.vocabulary import Holder
from server.protocol.problems import not_found
from server.store.contract import Store, StoreUnavailable
from server.store.passes import restore_person
from server.store.people import come_back, set_wish
from server.store.schema import PersonKind
from server.tables.live import LiveTable
from server.tables.people import Person
from server.tables.session import LiveSession


def gone(session: LiveSession, person_id: str) -> Person:
    """Somebody who has left this session.

    Raises:
        Problem: there is nobody of that id who has.
    """
    found = session.people.get(person_id)
    if found is None or not found.left:
        raise not_found()
    return found


def seat_before(session: LiveSession, person: Person) -> tuple[str, str] | None:
    """Table and seat of somebody who is about to go; None: they have none."""
    sits = session.seat_of(person.id)
    return None if sits is None else (sits[0].id, str(sits[1].id))


async def forget_wish(store: Store, person: Person) -> None:
    """Who sits, or goes, asks no more; should the wish stay in the database, it says nothing."""
    if person.wish is not None:
        person.wish = None
        with suppress(StoreUnavailable):
            await store.run(lambda db: set_wish(db, person.id, None))


async def let_back_in(store: Store, person: Person) -> None:
    """Let every pass of somebody who left open again what it opened."""

    def write(db: Db) -> None:
        come_back(db, person.id)
        restore_person(db, person.id)

    await store.run(write)
    person.left = False


def free_seat(session: LiveSession, person: Person) -> tuple[LiveTable, Seat] | None:
    """The seat that somebody had; None: there was none, or somebody has it now."""
    table, wanted = person.sat or ("", "")
    place = session.places.get(table)
    if place is None or person.kind is not PersonKind.PLAYER:
        return None
    seat = next((one for one in place.live.table.seats if one.id == wanted), None)
    if seat is None or seat.holder is not Holder.NOBODY:
        return None
    return place.live, seat


def at_table(session: LiveSession, person: str) -> LiveTable | None:
    """The table where somebody sits, else the first; None: the sitting is over, or has none."""
    sits = session.seat_of(person)
    if session.over:
        return None
    return next(iter(session.tables), None) if sits is None else sits[0]


def bot_seat(session: LiveSession) -> tuple[LiveTable, Seat] | None:
    """A seat that a bot holds for nobody; None: there is none."""
    bots = (
        (table, seat)
        for table in session.tables
        for seat in table.table.seats
        if seat.holder is Holder.BOT and not seat.people
    )
    return next(bots, None)
