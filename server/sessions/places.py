"""The tables of a session and their seats, as everybody in it sees them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.latest import latest
from game.model.seats import Seat
from game.model.table import Table
from game.vocabulary import Phase
from server.protocol.session import SeatPlace, Sharer, TablePlace
from server.sessions.people import Person
from server.store.schema import TableRow
from server.tables.live import LiveTable


@dataclass(frozen=True, slots=True)
class Place:
    """A table of the session, as its row has it, and as it lives."""

    row: TableRow
    live: LiveTable
    _held: Callable[[tuple[Seat, ...]], Mapping[str, Seat]] = field(
        default_factory=lambda: latest(held_by), repr=False, compare=False
    )

    def seat_of(self, person: str) -> Seat | None:
        """Where somebody sits at this table now."""
        return self._held(self.live.table.seats).get(person)


def held_by(seats: tuple[Seat, ...]) -> Mapping[str, Seat]:
    """The seat of each person who holds or shares one: the first, where there were several."""
    return {person: seat for seat in reversed(seats) for person in seat.people}


def table_place(place: Place, people: Mapping[str, Person]) -> TablePlace:
    """A table with who sits there."""
    now = place.live.table
    return TablePlace(
        id=place.row.id,
        name=place.row.name,
        number=place.row.number,
        state=state_of(now),
        phase=now.phase,
        round=now.round,
        parent=place.row.parent_id,
        parent_version=place.row.parent_version,
        seats=tuple(seat_place(seat, people) for seat in now.seats),
    )


def seat_place(seat: Seat, people: Mapping[str, Person]) -> SeatPlace:
    """A seat with who shares it."""
    person = people.get(seat.person) if seat.person else None
    return SeatPlace(
        seat=seat.id,
        person=seat.person,
        name=person.name if person else None,
        bot=seat.bot,
        devices=len(person.devices) if person else 0,
        sharers=tuple(
            Sharer(person=one.id, name=one.name, devices=len(one.devices))
            for one in map(people.get, seat.sharers)
            if one is not None
        ),
    )


def state_of(table: Table) -> Literal["waiting", "playing", "ended"]:
    """How far a table has come."""
    match table.phase:
        case Phase.LOBBY:
            return "waiting"
        case Phase.ENDED:
            return "ended"
        case _:
            return "playing"
