"""People: how they join, take a seat, are moved, become observers, and leave.

A seat's holder is decided by the engine, as a control in the log; only then is it so.
"""

from collections.abc import Callable

from sqlmodel import Session as Db

from game.bots.roster import BOTS
from game.commands import AnyCommand
from game.controls.seats import FillSeat, FreeSeat, PutBot
from game.model import Seat, Table
from game.vocabulary import FACILITATOR, Holder, PersonId, SeatId
from server.auth.passes import hashed, new_id, new_pass
from server.protocol import words
from server.protocol.bodies import Join, SetPerson, SetSeat, TakeSeat
from server.protocol.problems import Problem, not_found, seat_taken, storage
from server.store.passes import grant, revoke_person
from server.store.people import add_person, leave
from server.store.schema import PassKind, PassRow, PersonKind, PersonRow
from server.tables.live import NO_LONGER, Asked, Declined, LiveTable
from server.tables.lobby import Lobby
from server.tables.session import LiveSession, Person

ENDED = 4410


class Seating:
    """Who is in, and who sits where."""

    def __init__(self, lobby: Lobby) -> None:
        self._lobby = lobby
        self._store = lobby.world.store

    # --- people themselves

    async def join(self, session: LiveSession, asked: Join) -> tuple[Person, str]:
        """Somebody new, with the seat asked for; and their pass.

        Raises:
            Problem: the seat was taken, or one may not choose it; then nothing was made.
            Malformed: the name cannot be.
        """
        name = words.name(asked.name)
        wants = None
        if asked.table is not None or asked.seat is not None:
            wants = self._wanted(session, asked.table or "", asked.seat or "")
            self._may_choose(session, *wants)
        person, secret = await self._added(session, name)
        if wants is not None:
            try:
                await self._fill(wants, person, via_person=True)
            except Problem:
                await self._unmade(session, person)
                raise
        session.changed()
        return person, secret

    async def _added(self, session: LiveSession, name: str) -> tuple[Person, str]:
        person, secret, now = (
            Person(new_id(), name, PersonKind.PLAYER),
            new_pass(),
            self._lobby.now(),
        )
        row = PersonRow(
            id=person.id, session_id=session.id, kind=person.kind, name=name, joined_at=now
        )
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

        await self._store.run(write)
        session.people[person.id] = person
        return person, secret

    async def _unmade(self, session: LiveSession, person: Person) -> None:
        session.people.pop(person.id, None)
        now = self._lobby.now()

        def write(db: Db) -> None:
            row = db.get(PersonRow, person.id)
            if row is not None:
                db.delete(row)
            revoke_person(db, person.id, now)

        await self._store.run(write)

    async def take(self, session: LiveSession, person: Person, asked: TakeSeat) -> str:
        """Sit down in a free seat, while that is one's own business."""
        wants = self._wanted(session, asked.table, asked.seat)
        sits = session.seat_of(person.id)
        if sits is not None and sits == wants:
            return asked.seat
        self._may_choose(session, *wants)
        await self._rise(session, person)
        await self._fill(wants, person, via_person=True)
        return asked.seat

    async def leave(self, session: LiveSession, person: Person) -> None:
        """Go, by oneself or by the facilitator's hand: passes end, the seat is free."""
        now = self._lobby.now()

        def write(db: Db) -> None:
            leave(db, person.id, now)
            revoke_person(db, person.id, now)

        await self._store.run(write)
        person.left = True
        for device in tuple(person.devices):
            device.cut(ENDED, "Your pass has ended.")
        await self._rise(session, person)
        session.changed()

    # --- the facilitator

    async def set_seat(self, session: LiveSession, asked: SetSeat) -> None:
        """Fill, free or give to a bot."""
        table, seat = self._wanted(session, asked.table, asked.seat)
        if asked.person is not None:
            person = self.person(session, asked.person)
            sits = session.seat_of(person.id)
            if sits is not None and sits != (table, seat):
                await self._rise(session, person)
            await self._set_kind(person, PersonKind.PLAYER)
            await self._fill((table, seat), person, via_person=False)
        elif asked.bot is not None:
            if asked.bot not in BOTS:
                raise Problem(400, "unknown_bot", f"The bots are {', '.join(BOTS)}.")
            await self._control(table, PutBot(seat.id, asked.bot))
        else:
            await self._control(table, FreeSeat(seat.id))
        session.changed()

    async def set_person(self, session: LiveSession, asked: SetPerson) -> None:
        """Let somebody in, make them an observer, or remove them."""
        person = self.person(session, asked.person)
        match asked.do:
            case "remove":
                await self.leave(session, person)
            case "observe":
                await self._rise(session, person)
                await self._set_kind(person, PersonKind.OBSERVER)
            case "admit":
                await self._admit(session, person)
        session.move(person.id)
        session.changed()

    async def _admit(self, session: LiveSession, person: Person) -> None:
        """By the ruleset's rule for those who come late."""
        await self._set_kind(person, PersonKind.PLAYER)
        if session.seat_of(person.id) is not None:
            return
        match session.rules.late_joiner:
            case "observer":
                await self._set_kind(person, PersonKind.OBSERVER)
            case "take_over_bot":
                bot = next(
                    ((table, seat) for table in session.tables for seat in table.table.seats
                     if seat.holder is Holder.BOT and seat.person is None),
                    None,
                )  # fmt: skip
                if bot is None:
                    raise Problem(409, "no_bot", "No seat is played by a bot; choose a seat.")
                await self._fill(bot, person, via_person=False)
            case "reserve":
                return
            case "share_seat":
                sentence = "Here a seat is shared: show the link of the seat to be shared."
                raise Problem(409, "share_seat", sentence)

    def person(self, session: LiveSession, person_id: str) -> Person:
        """Somebody who is in the session now.

        Raises:
            Problem: there is nobody of that id.
        """
        found = session.people.get(person_id)
        if found is None or found.left:
            raise not_found()
        return found

    # --- the steps

    def _wanted(self, session: LiveSession, table: str, seat: str) -> tuple[LiveTable, Seat]:
        place = session.places.get(table)
        seats = place.live.table.seats if place else ()
        for one in seats:
            if place is not None and one.id == seat:
                return place.live, one
        raise not_found()

    def _may_choose(self, session: LiveSession, table: LiveTable, seat: Seat) -> None:
        if session.options.assigns or session.closed:
            sentence = "The facilitator gives out the seats; join without one."
            raise Problem(409, "assigned", sentence)
        if table.table.seat(seat.id).holder is not Holder.NOBODY:
            raise seat_taken()

    async def _fill(
        self, wants: tuple[LiveTable, Seat], person: Person, *, via_person: bool
    ) -> None:
        table, seat = wants

        def is_free(now: Table) -> bool:
            return not via_person or now.seat(seat.id).holder is Holder.NOBODY

        await self._control(table, FillSeat(SeatId(seat.id), PersonId(person.id)), is_free)

    async def _rise(self, session: LiveSession, person: Person) -> None:
        sits = session.seat_of(person.id)
        if sits is not None:
            await self._control(sits[0], FreeSeat(sits[1].id))

    async def _control(
        self,
        table: LiveTable,
        command: AnyCommand,
        only_if: Callable[[Table], bool] = lambda _table: True,
    ) -> None:
        asked = Asked(
            command=command, by=FACILITATOR, id=new_id(), via="facilitator", only_if=only_if
        )
        answer = await table.submit(asked)
        if isinstance(answer, Declined):
            if answer.reason == NO_LONGER:
                raise seat_taken()
            if answer.reason in {"storage", "busy", "stale"}:
                raise storage(answer.detail)
            raise Problem(409, answer.reason, f"The rules do not allow it now ({answer.reason}).")

    async def _set_kind(self, person: Person, kind: PersonKind) -> None:
        if person.kind is kind:
            return

        def write(db: Db) -> None:
            row = db.get(PersonRow, person.id)
            if row is not None:
                row.kind = kind
                db.add(row)

        await self._store.run(write)
        person.kind = kind
