"""Who attends a session: its tables, its people and their devices, and who sits where.

People come and go through `lobby`; here stands who is where now. Who holds a seat is in the log of
the table, and nowhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from game.model.seats import Seat
from game.ruleset import Late, Ruleset
from game.vocabulary import Phase, SeatId
from server.protocol.session import JoinView
from server.sessions.check import Check
from server.sessions.led import Led
from server.sessions.people import Device, Person
from server.sessions.places import Place
from server.store.schema import PersonKind, SessionRow, SessionState
from server.tables.live import LiveTable

REHEARSAL_SPEED: Final = 10
"""How many times as fast a rehearsal is played."""


@dataclass(frozen=True, slots=True)
class Options:
    """What was chosen for the session, as far as it matters after its beginning."""

    players: int
    assigns: bool
    evaluators: Literal["room", "all"] = "room"
    booked_min: int | None = None
    rehearsal: bool = False
    lengths: Mapping[str, int] = field(default_factory=dict)
    """Seconds of each phase, as planned."""


class Attendance:
    """What a session knows of itself; it changes by what `LiveSession` and the lobby do."""

    def __init__(self, row: SessionRow, rules: Ruleset, options: Options) -> None:
        self.id = row.id
        self.row = row
        self.state: SessionState = row.state
        self.rules = rules
        self.options = options
        self.places: dict[str, Place] = {}
        self.people: dict[str, Person] = {}
        self.facilitators: set[Device] = set()
        self.screens: set[Device] = set()
        self.join: JoinView | None = None
        self.kept: Mapping[tuple[str, str], str] = {}
        """Seats that wait for somebody: names by table and seat."""
        self.led: dict[str, Led] = {}
        """How the debriefs of its tables are led."""
        self.check: Check | None = None

    @property
    def tables(self) -> tuple[LiveTable, ...]:
        """In the order of their numbers."""
        return tuple(place.live for place in self.places.values())

    @property
    def over(self) -> bool:
        """Whether the sitting was ended; its logs are read, not played on."""
        return self.state is SessionState.ENDED

    @property
    def begun(self) -> bool:
        """Whether play has begun at any table."""
        return any(table.table.phase is not Phase.LOBBY for table in self.tables)

    @property
    def evaluators_see(self) -> Literal["no", "room", "all"]:
        """What evaluators may see, where there can be any; players are told before they join."""
        if self.options.evaluators == "all":
            return "all"
        appointed = (one.kind is PersonKind.EVALUATOR for one in self.people.values())
        return "room" if any(appointed) else "no"

    @property
    def closed(self) -> bool:
        """Whether newcomers need the facilitator's admit."""
        return self.begun or any(table.table.locked for table in self.tables)

    @property
    def late(self) -> Late | None:
        """What becomes of those who come now; None: play has not begun, nobody is late."""
        return self.rules.late_joiner if self.begun else None

    def seat_of(self, person: str) -> tuple[LiveTable, Seat] | None:
        """Where somebody sits now: of a table and those forked from it, at the newest."""
        for place in reversed(self.places.values()):
            seat = place.seat_of(person)
            if seat is not None:
                return place.live, seat
        return None

    def watched_by(self, person: Person) -> LiveTable | None:
        """The table that an observer sees; None: they are none, or there is no table."""
        if person.kind is PersonKind.PLAYER:
            return None
        chosen = self.places.get(person.watches or "")
        return chosen.live if chosen is not None else next(iter(self.tables), None)

    def is_kept(self, table: LiveTable, seat: SeatId) -> bool:
        """Whether a seat waits for somebody by name."""
        return (table.id, str(seat)) in self.kept

    def waits(self, person: Person) -> bool:
        """Whether somebody is here to play and has no seat."""
        if person.left or person.kind is not PersonKind.PLAYER:
            return False
        return self.seat_of(person.id) is None

    def line_of(self, table: str) -> set[str]:
        """The table and those from which it was forked: its people played at all of them."""
        line: set[str] = set()
        now: str | None = table
        while now is not None and now not in line:
            line.add(now)
            place = self.places.get(now)
            now = None if place is None else place.row.parent_id
        return line

    def here(self, table: LiveTable) -> frozenset[SeatId]:
        """The seats of a table of which a device is connected."""
        return frozenset(
            seat.id
            for seat in table.table.seats
            if any(one.devices for one in map(self.people.get, seat.people) if one is not None)
        )

    def devices(self) -> tuple[Device, ...]:
        """Everybody's connected devices, those of the facilitator and the screens too."""
        of_people = (device for person in self.people.values() for device in person.devices)
        return (*of_people, *self.facilitators, *self.screens)
