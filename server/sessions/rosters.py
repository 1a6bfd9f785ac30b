"""Named people with kept seats: the list, their private links, and how they come in by them.

Looking at a link uses nothing up; the press on its page makes the person and fills the seat.
"""

from contextlib import suppress
from datetime import timedelta
from functools import partial

from sqlmodel import Session as Db

from server.auth.passes import hashed, new_id, new_pass
from server.protocol.bodies import SetSeat
from server.protocol.problems import Problem
from server.protocol.rosters import (
    PutRoster,
    RosterLine,
    RosterLink,
    RosterLinks,
    RosterSeen,
)
from server.rulesets import text_of
from server.sessions.doors import CODE_DAYS, Doors
from server.sessions.lobby import Lobby
from server.sessions.people import Person
from server.sessions.qr import qr_of
from server.sessions.rostercsv import Expected, Room, read
from server.sessions.seating import Seating
from server.sessions.session import LiveSession
from server.store.people import add_person
from server.store.rosters import arrived, expected_by, put_links, put_roster, roster_of
from server.store.schema import LinkRow, PassKind, PersonKind, PersonRow, RosterRow


class Rosters:
    """The lists of this server's sessions."""

    def __init__(self, lobby: Lobby, doors: Doors, seating: Seating) -> None:
        self._lobby = lobby
        self._doors = doors
        self._seating = seating
        self._store = lobby.world.store
        doors.on_redeemed = self._came

    async def remember(self, session: LiveSession) -> None:
        """Know which seats are kept, after a restart."""
        rows = await self._store.look(lambda db: roster_of(db, session.id))
        session.kept = kept(rows)

    async def seen(self, session: LiveSession) -> RosterSeen:
        """The list as it is."""
        rows = await self._store.look(lambda db: roster_of(db, session.id))
        return RosterSeen(lines=tuple(map(line_of, rows)), faults=(), kept=True)

    async def put(self, session: LiveSession, asked: PutRoster) -> RosterSeen:
        """Read a list and keep it, unless something is wrong or it is only a try."""
        rows = await self._store.look(lambda db: roster_of(db, session.id))
        came = [one for one in rows if one.person_id is not None]
        people, faults = read(asked.csv, room_of(session, came))
        here = came_by(came)
        new = [one for one in people if (one.name, one.table, one.seat) not in here]
        if faults or asked.dry_run:
            lines = tuple(
                RosterLine(
                    number=one.line,
                    name=one.name,
                    table=one.table,
                    seat=one.seat,
                    here=one not in new,
                )
                for one in people
            )
            return RosterSeen(lines=lines, faults=faults, kept=False)
        wanted = [row_of(session.id, one) for one in new]
        now = self._lobby.now()
        await self._store.run(lambda db: put_roster(db, session.id, wanted, now))
        await self.remember(session)
        session.changed()
        return await self.seen(session)

    async def links(self, session: LiveSession) -> RosterLinks:
        """A new private link for everybody who has not come yet."""
        rows = await self._store.look(lambda db: roster_of(db, session.id))
        now = self._lobby.now()
        until = now + timedelta(days=CODE_DAYS)
        codes = {one.number: new_pass() for one in rows if one.person_id is None}
        made = {
            number: LinkRow(
                hash=hashed(code), session_id=session.id, kind=PassKind.PLAYER, expires_at=until
            )
            for number, code in codes.items()
        }
        given = await self._store.run(lambda db: put_links(db, session.id, made, now))
        addresses = {one.number: self._doors.redeem_address(codes[one.number]) for one in given}
        return RosterLinks(
            links=tuple(
                RosterLink(
                    number=one.number,
                    name=one.name,
                    table=one.table_id,
                    seat=one.seat,
                    address=addresses[one.number],
                    qr=qr_of(addresses[one.number]),
                )
                for one in given
            ),
            days=CODE_DAYS,
        )

    async def expected(self, link: LinkRow) -> RosterRow | None:
        """Whom a link is for; None: it is none of a list."""
        if link.kind is not PassKind.PLAYER or link.person_id is not None:
            return None
        return await self._store.look(lambda db: expected_by(db, link))

    def _came(self, db: Db, link: LinkRow) -> PersonRow | None:
        """Make the person whom a link of a list is for, in the transaction that uses it up."""
        if link.kind is not PassKind.PLAYER or link.person_id is not None:
            return None
        person_id = new_id(link.session_id)
        line = arrived(db, link, person_id)
        if line is None:
            return None
        row = PersonRow(
            id=person_id,
            session_id=link.session_id,
            kind=PersonKind.PLAYER,
            name=line.name,
            joined_at=self._lobby.now(),
        )
        add_person(db, row)
        return row

    async def seat(self, session: LiveSession, row: PersonRow) -> None:
        """Let somebody who has just come sit down where their seat is kept.

        Where somebody else sits there by now, they wait for the facilitator.
        """
        person = Person(row.id, row.name, PersonKind.PLAYER)
        session.people[person.id] = person
        rows = await self._store.look(partial(roster_of, session_id=session.id))
        line = next((one for one in rows if one.person_id == person.id), None)
        session.kept = kept(rows)
        if line is not None and line.table_id is not None and line.seat is not None:
            place = session.places.get(line.table_id)
            held = [one for one in place.live.table.seats if one.id == line.seat] if place else []
            if held and not held[0].people:
                asked = SetSeat(table=line.table_id, seat=line.seat, person=person.id)
                with suppress(Problem):  # else they wait, and the facilitator sees them
                    await self._seating.set_seat(session, asked)
        session.changed()


def kept(rows: tuple[RosterRow, ...]) -> dict[tuple[str, str], str]:
    """The seats that wait for somebody: names by table and seat."""
    return {
        (one.table_id, one.seat): one.name
        for one in rows
        if one.person_id is None and one.table_id is not None and one.seat is not None
    }


def came_by(rows: list[RosterRow]) -> frozenset[tuple[str, str | None, str | None]]:
    """Who came by a list, with the table and seat that were theirs."""
    return frozenset((one.name, one.table_id, one.seat) for one in rows)


def line_of(row: RosterRow) -> RosterLine:
    """A line as it is told."""
    return RosterLine(
        number=row.number,
        name=row.name,
        table=row.table_id,
        seat=row.seat,
        here=row.person_id is not None,
    )


def row_of(session_id: str, one: Expected) -> RosterRow:
    """A line as it is kept; its number is given later."""
    return RosterRow(
        session_id=session_id, number=0, name=one.name, table_id=one.table, seat=one.seat
    )


def room_of(session: LiveSession, came: list[RosterRow]) -> Room:
    """What a list may name in this session."""
    tables: dict[str, str] = {}
    for place in session.places.values():
        for word in (place.row.name, str(place.row.number), place.row.id):
            tables.setdefault(word.lower(), place.row.id)
    seats: dict[str, str] = {}
    seated = {str(seat.id) for table in session.tables for seat in table.table.seats}
    specs = [one for one in session.rules.seats if one.id in seated]
    for one in specs:
        names = (text_of(session.rules, f"seats.{one.id}.{part}") for part in ("name", "short"))
        for word in (one.id, one.code, *names):
            seats.setdefault(word.lower(), one.id)
    taken = frozenset(
        (table.id, str(seat.id))
        for table in session.tables
        for seat in table.table.seats
        if seat.people
    )
    return Room(
        tables=tables,
        seats=seats,
        table_names=tuple(place.row.name for place in session.places.values()),
        seat_names=tuple(text_of(session.rules, f"seats.{one.id}.name") for one in specs),
        taken=taken,
        came=came_by(came),
    )
