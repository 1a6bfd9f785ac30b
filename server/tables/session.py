"""A session in memory: its tables, its people and their devices, and what all this looks like.

People come and go through `lobby`; here stands who is where now. Who holds a seat is in the log of
the table, and nowhere else.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, Literal

from msgspec import UNSET, json
from msgspec.structs import replace

from game.model import Seat
from game.ruleset import Late, Ruleset
from game.views.view import OBSERVER
from game.vocabulary import Phase, SeatId
from server.protocol.expecting import ExpectedPerson, SlotView
from server.protocol.frames import (
    JoinView,
    LeftPerson,
    PersonPlace,
    SeatWish,
    SessionView,
    View,
    WaitingPerson,
)
from server.protocol.lead import LeadView
from server.store.schema import PersonKind, SessionRow, SessionState, TableRow
from server.tables.channel import Channel, Listener
from server.tables.check import Check
from server.tables.led import Led, shown
from server.tables.live import LiveTable, World
from server.tables.people import Device, Person
from server.tables.places import Place, table_place
from server.tables.telling import bare

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


class LiveSession:
    """One sitting with people."""

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
        self.on_table: Callable[[LiveTable], None] = lambda _table: None
        self.on_unattended: Callable[[], None] = lambda: None
        self.check: Check | None = None
        self._waiting: dict[str, Channel] = {}
        self._parts: dict[tuple[str, str | None], bytes] = {}
        self._seen: dict[str, Hashable] = {}
        self._holders: dict[str, tuple[tuple[str, ...], ...]] = {}

    def add_table(self, row: TableRow, world: World) -> LiveTable:
        """One more table, not started yet."""
        live = LiveTable(row.id, self.rules, self, world)
        self.places[row.id] = Place(row, live)
        return live

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
    def watched(self) -> Literal["no", "room", "all"]:
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
        for table in reversed(self.tables):
            for seat in table.table.seats:
                if person in seat.people:
                    return table, seat
        return None

    def watched_by(self, person: Person) -> LiveTable | None:
        """The table that an observer sees; None: they are none, or there is no table."""
        if person.kind is PersonKind.PLAYER:
            return None
        chosen = self.places.get(person.watches or "")
        return chosen.live if chosen is not None else next(iter(self.tables), None)

    def is_kept(self, table: LiveTable, seat: Seat) -> bool:
        """Whether a seat waits for somebody by name."""
        return (table.id, str(seat.id)) in self.kept

    # --- what a table asks of it

    def went_on(self, table: LiveTable) -> None:
        """A table went on: see whether somebody sits elsewhere now, and pass it on."""
        if self.check is not None and self.check.before_start and self.begun:
            self.check = None
            self.changed()
        holders = tuple(seat.people for seat in table.table.seats)
        before = self._holders.get(table.id)
        self._holders[table.id] = holders
        if before is not None and before != holders:
            for person in {*chain(*before), *chain(*holders)}:
                self.move(person)
            self.changed()
        self.on_table(table)

    def here(self, table: LiveTable) -> frozenset[SeatId]:
        """The seats of a table of which a device is connected."""
        return frozenset(
            seat.id
            for seat in table.table.seats
            if any(one.devices for one in map(self.people.get, seat.people) if one is not None)
        )

    def session_part(self, table: LiveTable) -> Callable[[str], bytes]:
        """The server's part of a view of this table, encoded, for a kind of viewer.

        It is kept until something in it changes: most commands of a game change nothing here.
        """
        now = table.table
        seats = tuple([(seat.person, seat.sharers, seat.bot) for seat in now.seats])
        looks = (now.phase, now.round, seats, self.state, id(self.join))
        if self._seen.get(table.id) != looks:
            self._seen[table.id] = looks
            self._parts.clear()
        # Once play has begun a seat has no use for the other tables.
        only = None if now.phase is Phase.LOBBY else table.id
        return lambda kind: self._part(kind, only if kind == "seat" else None)

    def _part(self, kind: str, only: str | None) -> bytes:
        found = self._parts.get((kind, only))
        if found is None:
            seen = self.seen(join=kind == "screen", staff=kind == "facilitator", only=only)
            found = self._parts[kind, only] = json.encode(seen)
        return found

    # --- people and devices

    def move(self, person: str) -> None:
        """Let the devices of somebody attach again."""
        found = self.people.get(person)
        for device in tuple(found.devices) if found else ():
            device.moved()

    def changed(self) -> None:
        """Somebody came, went or is called otherwise: renew what is shown of it everywhere."""
        self._parts.clear()
        for person in tuple(self._waiting):
            self.waiting_channel(person)
        for table in self.tables:
            table.renew()

    def waiting_channel(self, person: str) -> Channel:
        """What somebody without a seat is shown, renewed."""
        channel = self._waiting.setdefault(person, Channel(OBSERVER))
        channel.show_again(self._waiting_view(person), None, 0)
        return channel

    def leave_waiting(self, person: str, listener: Listener) -> None:
        """A device needs the waiting view no more."""
        channel = self._waiting.get(person)
        if channel is not None:
            channel.listeners.discard(listener)
            if not channel.listeners:
                del self._waiting[person]

    def _waiting_view(self, person: str) -> View:
        return bare("waiting", json.encode(self.seen(waiting=person)))

    def devices(self) -> tuple[Device, ...]:
        """Everybody's connected devices, those of the facilitator and the screens too."""
        of_people = (device for person in self.people.values() for device in person.devices)
        return (*of_people, *self.facilitators, *self.screens)

    def facilitator_left(self) -> None:
        """A facilitator's device is gone."""
        if not self.facilitators:
            self.on_unattended()

    # --- how it looks

    def seen(
        self,
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
            id=self.id,
            title=self.row.title,
            state=self.state.value,
            assigns=self.options.assigns,
            tables=tuple(
                table_place(place, self.people)
                for place in self.places.values()
                if only in {None, place.row.id}
            ),
            waiting=tuple(
                self._waiting_person(one)
                for one in self.people.values()
                if (staff or one.id == waiting) and self._waits(one)
            ),
            people=sum(not one.left for one in self.people.values()),
            leads=self._leads(only, staff=staff) or UNSET,
            pace=REHEARSAL_SPEED if self.options.rehearsal else UNSET,
        )
        if self.check is not None:
            view = replace(view, check=self.check.full_view() if staff else self.check.view())
        if staff:
            return replace(
                view,
                join=self.join,
                people_of=self._people_of(),
                left=self._gone(),
                slot=self._slot(),
                expected=tuple(
                    ExpectedPerson(table=table, seat=seat, name=name)
                    for (table, seat), name in self.kept.items()
                ),
            )
        return replace(view, join=self.join) if join else view

    def _slot(self) -> SlotView:
        began = [table.play.began_wall_ms for table in self.tables]
        return SlotView(
            booked_min=self.options.booked_min,
            began_ms=min((one for one in began if one is not None), default=None),
            lengths=dict(self.options.lengths),
            rehearsal=self.options.rehearsal,
        )

    def _gone(self) -> tuple[LeftPerson, ...]:
        gone = (person for person in self.people.values() if person.left)
        return tuple(LeftPerson(person=one.id, name=one.name) for one in gone)

    def lead_view(self, table: LiveTable, *, staff: bool) -> LeadView | None:
        """Where the debrief of a table stands; None: its game is not over, or nobody leads."""
        led = self.led.get(table.id)
        if led is None or table.table.phase is not Phase.ENDED:
            return None
        people = [person for seat in table.table.seats for person in seat.people]
        return shown(table.id, led, people, staff=staff)

    def _leads(self, only: str | None, *, staff: bool) -> tuple[LeadView, ...]:
        line = set(self.places) if only is None else self._line_of(only)
        found = (self.lead_view(table, staff=staff) for table in self.tables if table.id in line)
        return tuple(one for one in found if one is not None)

    def _line_of(self, table: str) -> set[str]:
        """The table and those from which it was forked: its people played at all of them."""
        line: set[str] = set()
        now: str | None = table
        while now is not None and now not in line:
            line.add(now)
            place = self.places.get(now)
            now = None if place is None else place.row.parent_id
        return line

    def _waits(self, person: Person) -> bool:
        if person.left or person.kind is not PersonKind.PLAYER:
            return False
        return self.seat_of(person.id) is None

    def _waiting_person(self, person: Person) -> WaitingPerson:
        wish = person.wish and SeatWish(table=person.wish[0], seat=person.wish[1])
        return WaitingPerson(
            person=person.id, name=person.name, here=bool(person.devices), wish=wish
        )

    def _people_of(self) -> tuple[PersonPlace, ...]:
        return tuple(
            self._person_place(person) for person in self.people.values() if not person.left
        )

    def _person_place(self, person: Person) -> PersonPlace:
        sits = self.seat_of(person.id)
        return PersonPlace(
            person=person.id,
            name=person.name,
            kind=person.kind.value,
            table=sits[0].id if sits else None,
            seat=sits[1].id if sits else None,
            devices=len(person.devices),
        )
