"""A session in memory: those who attend it, and what their devices are told of it."""

from collections.abc import Callable, Hashable
from itertools import chain

from msgspec import json

from game.ruleset import Ruleset
from game.views.view import OBSERVER
from game.vocabulary import Phase
from server.protocol.frames import View
from server.sessions.attendance import Attendance, Options
from server.sessions.places import Place
from server.sessions.seen import session_view
from server.store.schema import SessionRow, TableRow
from server.tables.channel import Channel, Listener
from server.tables.live import LiveTable, World
from server.tables.telling import bare


class LiveSession(Attendance):
    """One sitting with people."""

    def __init__(self, row: SessionRow, rules: Ruleset, options: Options) -> None:
        super().__init__(row, rules, options)
        self.on_table: Callable[[LiveTable], None] = lambda _table: None
        self.on_unattended: Callable[[], None] = lambda: None
        self._waiting: dict[str, Channel] = {}
        self._parts: dict[tuple[str, str | None], bytes] = {}
        self._seen: dict[str, Hashable] = {}
        self._holders: dict[str, tuple[tuple[str, ...], ...]] = {}

    def add_table(self, row: TableRow, world: World) -> LiveTable:
        """One more table, not started yet."""
        live = LiveTable(row.id, self.rules, self, world)
        live.absence.recall(row.away)
        self.places[row.id] = Place(row, live)
        return live

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
            seen = session_view(self, join=kind == "screen", staff=kind == "facilitator", only=only)
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
        return bare("waiting", json.encode(session_view(self, waiting=person)))

    def facilitator_left(self) -> None:
        """A facilitator's device is gone."""
        if not self.facilitators:
            self.on_unattended()
