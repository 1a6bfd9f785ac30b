"""People: how they join, take a seat, are moved, become observers, and leave.

A seat's holder is decided by the engine, as a control in the log; only then is it so.
"""

from collections.abc import Callable

from sqlmodel import Session as Db

from game.bots.roster import BOTS
from game.commands import AnyCommand
from game.controls.people import RemovePerson
from game.controls.seats import FillSeat, FreeSeat, PutBot, ShareSeat
from game.model import Seat, Table
from game.vocabulary import FACILITATOR, Holder, PersonId, SeatId
from server.auth.passes import new_id
from server.protocol import words
from server.protocol.bodies import Join, SetPerson, SetSeat, TakeSeat, Wish
from server.protocol.problems import Problem, not_found, seat_taken, storage
from server.store.passes import revoke_person
from server.store.people import leave, set_watched, set_wish
from server.store.schema import PersonKind
from server.tables.arriving import added, unmade
from server.tables.asked import NO_LONGER, Asked, Declined
from server.tables.live import LiveTable
from server.tables.lobby import Lobby
from server.tables.people import Person
from server.tables.returning import (
    at_table,
    bot_seat,
    forget_wish,
    free_seat,
    gone,
    let_back_in,
    seat_before,
)
from server.tables.session import LiveSession
from server.tables.staffing import player, set_kind

ENDED = 4410


class Seating:
    """Who is in, and who sits where; `who`: which of the facilitators decides it now."""

    def __init__(self, lobby: Lobby, who: PersonId | None = None) -> None:
        self._lobby = lobby
        self._store = lobby.world.store
        self._who = who

    def by(self, who: PersonId) -> "Seating":
        """The same, as this facilitator decides it."""
        return Seating(self._lobby, who)

    # --- people themselves

    async def join(self, session: LiveSession, asked: Join) -> tuple[Person, str]:
        """Somebody new, with the seat asked for; and their pass.

        Who comes late where seats are shared sits once the facilitator has let them in.

        Raises:
            Problem: the seat was taken, or one may not choose it; then nothing was made.
            Malformed: the name cannot be.
        """
        name = words.name(asked.name)
        wants = None
        shares = session.late == "share_seat"
        if asked.table is not None or asked.seat is not None:
            wants = self._wanted(session, asked.table or "", asked.seat or "")
            (self._may_wish if shares else self._may_choose)(session, *wants)
        wish = (wants[0].id, str(wants[1].id)) if wants is not None and shares else None
        person, secret = await added(self._lobby, session, name, wish)
        if wants is not None and not shares:
            try:
                await self._fill(wants, person, via_person=True)
            except Problem:
                await unmade(self._lobby, session, person)
                raise
        session.changed()
        return person, secret

    async def take(self, session: LiveSession, person: Person, asked: TakeSeat) -> str:
        """Sit down in a free seat, while that is one's own business."""
        wants = self._wanted(session, asked.table, asked.seat)
        if session.seat_of(person.id) == wants:
            return asked.seat
        self._may_choose(session, *wants)
        await self._rise(session, person)
        await self._fill(wants, person, via_person=True)
        return asked.seat

    async def wish(self, session: LiveSession, person: Person, asked: Wish) -> None:
        """Ask to share a seat, or ask no more; the facilitator decides.

        Raises:
            Problem: here no seat is shared, or one sits already.
        """
        wish = None
        if asked.table is not None or asked.seat is not None:
            table, seat = self._wanted(session, asked.table or "", asked.seat or "")
            self._may_wish(session, table, seat)
            if session.seat_of(person.id) is not None:
                raise Problem(409, "seated", "You sit at the table already.")
            wish = (table.id, str(seat.id))
        await self._store.run(lambda db: set_wish(db, person.id, wish))
        person.wish = wish
        session.changed()

    async def watch(self, session: LiveSession, person: Person, table: str) -> None:
        """An observer looks at this table from now on.

        Raises:
            Problem: there is no such table, or they are no observer.
        """
        if table not in session.places:
            raise not_found()
        if session.watched_by(person) is None or session.seat_of(person.id) is not None:
            raise Problem(409, "no_observer", "Only observers choose the table that they watch.")
        await self._store.run(lambda db: set_watched(db, person.id, table))
        person.watches = table
        session.move(person.id)

    async def leave(self, session: LiveSession, person: Person) -> None:
        """Go, by oneself or by the facilitator's hand: passes end, the seat is free."""
        now, sat = self._lobby.now(), seat_before(session, person)

        def write(db: Db) -> None:
            leave(db, person.id, now, sat)
            revoke_person(db, person.id, now)

        await self._store.run(write)
        person.left, person.sat = True, sat
        for device in tuple(person.devices):
            device.cut(ENDED, "Your pass has ended.")
        await self._rise(session, person)
        session.changed()

    # --- the facilitator

    async def set_seat(self, session: LiveSession, asked: SetSeat) -> None:
        """Fill, share, free or give to a bot."""
        table, seat = self._wanted(session, asked.table, asked.seat)
        if asked.person is not None:
            person = player(self.person(session, asked.person))
            sits = session.seat_of(person.id)
            if sits is not None and sits != (table, seat):
                await self._rise(session, person)
            await set_kind(self._store, person, PersonKind.PLAYER)
            if asked.share:
                await self._share((table, seat), person)
            else:
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
        known = gone if asked.do == "readmit" else self.person
        person = known(session, asked.person)
        match asked.do:
            case "remove":
                await self._record(session, RemovePerson(PersonId(person.id), text=asked.text))
                await self.leave(session, person)
            case "observe":
                await self._rise(session, player(person))
                await set_kind(self._store, person, PersonKind.OBSERVER)
            case "admit":
                await self._admit(session, player(person))
            case "readmit":
                await self._readmit(session, person)
                await self._record(session, RemovePerson(PersonId(person.id), removed=False))
        session.move(person.id)
        session.changed()

    async def _record(self, session: LiveSession, asked: RemovePerson) -> None:
        """Write it into a log: that of the table where they sit, else that of the first one."""
        table = at_table(session, asked.person)
        if table is not None:
            await self._control(table, asked)

    async def _readmit(self, session: LiveSession, person: Person) -> None:
        """Their passes open again, and their seat is theirs if nobody took it."""
        await let_back_in(self._store, person)
        wants = free_seat(session, person)
        if wants is not None:
            await self._fill(wants, person, via_person=True)

    async def _admit(self, session: LiveSession, person: Person) -> None:
        """By the ruleset's rule for those who come late; before the start they wait for a seat."""
        was = person.kind
        if session.late == "share_seat" and session.seat_of(person.id) is None:
            await self._let_share(session, person)
            return
        await set_kind(self._store, person, PersonKind.PLAYER)
        if session.seat_of(person.id) is not None:
            return
        match session.late:
            case "observer" if was is PersonKind.PLAYER:
                await set_kind(self._store, person, PersonKind.OBSERVER)
            case "take_over_bot":
                await self._take_over(session, person)
            case _:  # they wait: in reserve, or for the start, or because the facilitator says so
                return

    async def _take_over(self, session: LiveSession, person: Person) -> None:
        bot = bot_seat(session)
        if bot is None:
            raise Problem(409, "no_bot", "No seat is played by a bot; choose a seat.")
        await self._fill(bot, person, via_person=False)

    async def _let_share(self, session: LiveSession, person: Person) -> None:
        if person.wish is None:
            sentence = "Choose the seat that is to be shared, and let them share it there."
            raise Problem(409, "share_seat", sentence)
        wants = self._wanted(session, *person.wish)
        await set_kind(self._store, person, PersonKind.PLAYER)
        await self._share(wants, person)

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
        if session.is_kept(table, seat) or table.table.seat(seat.id).holder is not Holder.NOBODY:
            raise seat_taken()

    def _may_wish(self, session: LiveSession, table: LiveTable, seat: Seat) -> None:
        if session.late != "share_seat" or session.options.assigns:
            raise Problem(409, "assigned", "The facilitator gives out the seats; just wait.")
        if table.table.seat(seat.id).holder is Holder.NOBODY:
            raise Problem(409, "seat_free", "Nobody sits there; wait, the facilitator fills it.")

    async def _fill(
        self, wants: tuple[LiveTable, Seat], person: Person, *, via_person: bool
    ) -> None:
        table, seat = wants

        def is_free(now: Table) -> bool:
            return not via_person or now.seat(seat.id).holder is Holder.NOBODY

        await self._control(table, FillSeat(SeatId(seat.id), PersonId(person.id)), is_free)
        await forget_wish(self._store, person)

    async def _share(self, wants: tuple[LiveTable, Seat], person: Person) -> None:
        """Sit down beside those who sit there; where nobody does, in their place."""
        table, seat = wants
        if not table.table.seat(seat.id).people:
            await self._fill(wants, person, via_person=False)
            return
        await self._control(table, ShareSeat(seat.id, PersonId(person.id)))
        await forget_wish(self._store, person)

    async def _rise(self, session: LiveSession, person: Person) -> None:
        """Get up; who shares the seat stays."""
        await forget_wish(self._store, person)
        sits = session.seat_of(person.id)
        if sits is None:
            return
        table, seat = sits
        alone = len(seat.people) == 1
        await self._control(
            table,
            FreeSeat(seat.id) if alone else ShareSeat(seat.id, PersonId(person.id), shares=False),
        )

    async def _control(
        self,
        table: LiveTable,
        command: AnyCommand,
        only_if: Callable[[Table], bool] = lambda _table: True,
    ) -> None:
        asked = Asked(
            command=command,
            by=FACILITATOR,
            id=new_id(),
            via="facilitator",
            who=self._who,
            only_if=only_if,
        )
        answer = await table.submit(asked)
        if isinstance(answer, Declined):
            if answer.reason == NO_LONGER:
                raise seat_taken()
            if answer.reason in {"storage", "busy", "stale"}:
                raise storage(answer.detail)
            raise Problem(409, answer.reason, f"The rules do not allow it now ({answer.reason}).")
