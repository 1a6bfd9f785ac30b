"""Who was removed, or left: where they sat, beside whom, and whether that is theirs again."""

from game.vocabulary import SeatId
from server.protocol.session import LeftPerson
from server.sessions.attendance import Attendance
from server.sessions.people import Person, Sat
from server.store.schema import PersonKind
from server.tables.live import LiveTable


def seat_before(session: Attendance, person: Person) -> Sat | None:
    """The seat of somebody who is about to go, with who shares it; None: they have none."""
    sits = session.seat_of(person.id)
    if sits is None:
        return None
    table, seat = sits
    return Sat((table.id, seat.id), tuple(one for one in seat.people if one != person.id))


def seat_again(session: Attendance, person: Person) -> tuple[LiveTable, SeatId] | None:
    """The seat that somebody had, where nobody else has it, or only such as shared it with them;
    None: there was none, or it is somebody else's now.
    """
    if (sat := person.sat) is None or person.kind is not PersonKind.PLAYER:
        return None
    table, wanted = sat.chair
    if (place := session.places.get(table)) is None:
        return None
    seat = next((one for one in place.live.table.seats if one.id == wanted), None)
    if seat is None or (seat.people and beside(session, person, sat).isdisjoint(seat.people)):
        return None
    return place.live, seat.id


def beside(session: Attendance, person: Person, sat: Sat) -> set[str]:
    """Who shared that seat with them, whoever of the two left it first."""
    left_them = (
        one.id
        for one in session.people.values()
        if one.sat is not None and one.sat.chair == sat.chair and person.id in one.sat.beside
    )
    return {*sat.beside, *left_them}


def gone_from(session: Attendance) -> tuple[LeftPerson, ...]:
    """Who left or was removed, as the facilitator sees them."""
    return tuple(gone_person(session, person) for person in session.people.values() if person.left)


def gone_person(session: Attendance, person: Person) -> LeftPerson:
    """Somebody who is gone, with what would become of them."""
    table, seat = (None, None) if person.sat is None else person.sat.chair
    again = seat_again(session, person)
    return LeftPerson(
        person=person.id,
        name=person.name,
        table=table,
        seat=seat,
        shares=again is not None and bool(again[0].table.seat(again[1]).people),
    )
