"""What a session shows of itself: to all, to those who wait, and to its staff."""

from msgspec import UNSET
from msgspec.structs import replace

from game.vocabulary import Phase
from server.protocol.lead import LeadView
from server.protocol.session import (
    ExpectedPerson,
    PersonPlace,
    SeatWish,
    SessionView,
    SlotView,
    WaitingPerson,
)
from server.sessions.attendance import REHEARSAL_SPEED, Attendance
from server.sessions.led import shown
from server.sessions.left import gone_from
from server.sessions.people import Person
from server.sessions.places import table_place
from server.tables.live import LiveTable


def session_view(
    session: Attendance,
    *,
    join: bool = False,
    staff: bool = False,
    waiting: str | None = None,
    only: str | None = None,
) -> SessionView:
    """The session for all; with the way in, with everybody by name, or for one who waits.

    `only`: the one table that is shown; None: all.
    """
    view = SessionView(
        id=session.id,
        title=session.row.title,
        state=session.state.value,
        assigns=session.options.assigns,
        tables=tuple(
            table_place(place, session.people)
            for place in session.places.values()
            if only in {None, place.row.id}
        ),
        waiting=tuple(
            waiting_person(one)
            for one in session.people.values()
            if (staff or one.id == waiting) and session.waits(one)
        ),
        people=sum(not one.left for one in session.people.values()),
        leads=leads_of(session, only, staff=staff) or UNSET,
        pace=REHEARSAL_SPEED if session.options.rehearsal else UNSET,
    )
    if session.check is not None:
        view = replace(view, check=session.check.full_view() if staff else session.check.view())
    if staff:
        return replace(
            view,
            join=session.join,
            people_of=people_of(session),
            left=gone_from(session),
            slot=slot_of(session),
            expected=tuple(
                ExpectedPerson(table=table, seat=seat, name=name)
                for (table, seat), name in session.kept.items()
            ),
        )
    return replace(view, join=session.join) if join else view


def slot_of(session: Attendance) -> SlotView:
    """The time that was booked, and when the first table began."""
    began = [table.play.began_wall_ms for table in session.tables]
    return SlotView(
        booked_min=session.options.booked_min,
        began_ms=min((one for one in began if one is not None), default=None),
        lengths=dict(session.options.lengths),
        rehearsal=session.options.rehearsal,
    )


def lead_view(session: Attendance, table: LiveTable, *, staff: bool) -> LeadView | None:
    """Where the debrief of a table stands; None: its game is not over, or nobody leads."""
    led = session.led.get(table.id)
    if led is None or table.table.phase is not Phase.ENDED:
        return None
    people = [person for seat in table.table.seats for person in seat.people]
    return shown(table.id, led, people, staff=staff)


def leads_of(session: Attendance, only: str | None, *, staff: bool) -> tuple[LeadView, ...]:
    """The debriefs that are led, of one table and its line, or of all."""
    line = set(session.places) if only is None else session.line_of(only)
    found = (lead_view(session, table, staff=staff) for table in session.tables if table.id in line)
    return tuple(one for one in found if one is not None)


def waiting_person(person: Person) -> WaitingPerson:
    """Somebody without a seat, with the one they would like."""
    wish = person.wish and SeatWish(table=person.wish[0], seat=person.wish[1])
    return WaitingPerson(person=person.id, name=person.name, here=bool(person.devices), wish=wish)


def people_of(session: Attendance) -> tuple[PersonPlace, ...]:
    """Everybody who is here, by name."""
    return tuple(
        person_place(session, person) for person in session.people.values() if not person.left
    )


def person_place(session: Attendance, person: Person) -> PersonPlace:
    """Somebody with the seat they hold now."""
    sits = session.seat_of(person.id)
    return PersonPlace(
        person=person.id,
        name=person.name,
        kind=person.kind.value,
        table=sits[0].id if sits else None,
        seat=sits[1].id if sits else None,
        devices=len(person.devices),
    )
