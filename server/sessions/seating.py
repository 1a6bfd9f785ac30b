"""People: how they join, take a seat, are moved, become observers, and leave.

A seat's holder is decided by the engine, as a control in the log; only then is it so.
"""

from sqlmodel import Session as Db

from game.bots.lineup import BOTS
from game.controls.people import RemovePerson
from game.controls.seats import FreeSeat, PutBot
from game.vocabulary import PersonId
from server.protocol import words
from server.protocol.bodies import Join, SetPerson, SetSeat, TakeSeat, Wish
from server.protocol.problems import Problem, not_found, seat_taken
from server.sessions.arriving import added, unmade
from server.sessions.chairs import Chair, Chairs, is_at, is_empty, is_free, is_of_a_bot
from server.sessions.left import seat_again, seat_before
from server.sessions.lobby import Lobby
from server.sessions.people import Person, Sat
from server.sessions.returning import (
    at_table,
    bot_seat,
    gone,
    let_back_in,
)
from server.sessions.session import LiveSession
from server.sessions.staffing import player, set_kind
from server.store.passes import revoke_person
from server.store.people import leave, set_watched, set_wish
from server.store.schema import PersonKind

ENDED = 4410


class Seating:
    """Who is in, and who sits where; `who`: which of the facilitators decides it now."""

    def __init__(self, lobby: Lobby, who: PersonId | None = None) -> None:
        self._lobby = lobby
        self._store = lobby.world.store
        self._chairs = Chairs(self._store, who)

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
            (self._may_wish if shares else self._may_choose)(session, wants)
        wish = (wants[0].id, str(wants[1])) if wants is not None and shares else None
        person, secret = await added(self._lobby, session, name, wish)
        if wants is not None and not shares:
            try:
                await self._chairs.fill(session, person, wants, is_free)
            except Problem:
                await unmade(self._lobby, session, person)
                raise
        session.changed()
        return person, secret

    async def take(self, session: LiveSession, person: Person, asked: TakeSeat) -> str:
        """Sit down in a free seat, while that is one's own business."""
        async with person.turn:
            wants = self._wanted(session, asked.table, asked.seat)
            if not is_at(person, wants):
                self._may_choose(session, wants)
            await self._chairs.fill(session, person, wants, is_free)
        return asked.seat

    async def wish(self, session: LiveSession, person: Person, asked: Wish) -> None:
        """Ask to share a seat, or ask no more; the facilitator decides.

        Raises:
            Problem: here no seat is shared, or one sits already.
        """
        wish = None
        async with person.turn:
            if asked.table is not None or asked.seat is not None:
                wants = self._wanted(session, asked.table or "", asked.seat or "")
                self._may_wish(session, wants)
                if session.seat_of(person.id) is not None:
                    raise Problem("seated", "You sit at the table already.")
                wish = (wants[0].id, str(wants[1]))
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
            raise Problem("no_observer", "Only observers choose the table that they watch.")
        await self._store.run(lambda db: set_watched(db, person.id, table))
        person.watches = table
        session.move(person.id)

    async def leave(self, session: LiveSession, person: Person) -> None:
        """Go: passes end, the seat is free."""
        async with person.turn:
            await self._let_go(session, person)
        session.changed()

    async def _let_go(self, session: LiveSession, person: Person, sat: Sat | None = None) -> None:
        """`sat`: where, of somebody whose seat was given away just now."""
        if person.left:
            raise not_found()
        now, sat = self._lobby.now(), sat or seat_before(session, person)

        def write(db: Db) -> None:
            chair, beside = (sat.chair, sat.beside) if sat else (None, ())
            leave(db, person.id, now, chair, beside=beside)
            revoke_person(db, person.id, now)

        await self._store.run(write)
        person.left, person.sat = True, sat
        for device in tuple(person.devices):
            device.cut(ENDED, "Your pass has ended.")
        await self._chairs.free(session, person)

    # --- the facilitator

    async def set_seat(self, session: LiveSession, asked: SetSeat) -> None:
        """Fill, share, free or give to a bot.

        Raises:
            Problem: there is no such seat, person or bot, or it cannot be done; nothing is changed.
        """
        table, seat = self._wanted(session, asked.table, asked.seat)
        if asked.person is not None:
            person = player(self.person(session, asked.person))
            async with person.turn:
                sit = self._chairs.share if asked.share else self._chairs.fill
                await sit(session, person, (table, seat))
                await set_kind(self._store, person, PersonKind.PLAYER)
        elif asked.bot is not None:
            check_bot(asked.bot)
            await self._chairs.control(table, PutBot(seat, asked.bot))
        else:
            await self._chairs.control(table, FreeSeat(seat))
        session.changed()

    async def set_person(self, session: LiveSession, asked: SetPerson) -> None:
        """Let somebody in, make them an observer, or remove them.

        Raises:
            Problem: there is nobody of that id, or it cannot be done.
        """
        known = gone if asked.do == "readmit" else self.person
        person = known(session, asked.person)
        if asked.do == "remove":
            await self._remove(session, person, asked)
            return
        async with person.turn:
            match asked.do:
                case "observe":
                    await self._chairs.free(session, player(person))
                    await set_kind(self._store, person, PersonKind.OBSERVER)
                case "admit":
                    await self._admit(session, player(person))
                case "readmit":
                    await self._readmit(session, person)
                    await self._record(session, RemovePerson(PersonId(person.id), removed=False))
        session.move(person.id)
        session.changed()

    async def _remove(self, session: LiveSession, person: Person, asked: SetPerson) -> None:
        """Shut somebody out. Whoever is to have their seat has it first: for a seat that is empty,
        be it for a moment, a table does not wait.

        Raises:
            Problem: there is no such bot or heir, or it cannot be stored now.
        """
        check_bot(asked.bot)
        heir = None if asked.heir is None else player(self.person(session, asked.heir))
        sits, sat = session.seat_of(person.id), seat_before(session, person)
        async with person.turn:
            await self._record(session, RemovePerson(PersonId(person.id), text=asked.text))
        # Nobody holds two turns at once, lest two facilitators wait for each other.
        if sits is not None and sits[1].people == (person.id,):
            table, seat = sits[0], sits[1].id
            if asked.bot is not None:
                await self._chairs.control(table, PutBot(seat, asked.bot, alone=True))
            elif heir is not None and heir is not person:
                await self.set_seat(session, SetSeat(table=table.id, seat=seat, person=heir.id))
        async with person.turn:
            await self._let_go(session, person, sat)
        session.move(person.id)
        session.changed()

    async def _record(self, session: LiveSession, asked: RemovePerson) -> None:
        """Write it into a log: that of the table where they sit, else that of the first one."""
        table = at_table(session, asked.person)
        if table is not None:
            await self._chairs.control(table, asked)

    async def _readmit(self, session: LiveSession, person: Person) -> None:
        """Their passes open again, and they sit where they sat: alone if no other person has the
        seat, else beside whoever shared it with them.
        """
        await let_back_in(self._store, person)
        wants = seat_again(session, person)
        if wants is None:
            return
        if is_empty(wants[0].table.seat(wants[1])):
            await self._chairs.fill(session, person, wants, is_empty)
        else:
            await self._chairs.share(session, person, wants)

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
            raise Problem("no_bot", "No seat is played by a bot; choose a seat.")
        await self._chairs.fill(session, person, bot, is_of_a_bot)

    async def _let_share(self, session: LiveSession, person: Person) -> None:
        if person.wish is None:
            sentence = "Choose the seat that is to be shared, and let them share it there."
            raise Problem("share_seat", sentence)
        await self._chairs.share(session, person, self._wanted(session, *person.wish))
        await set_kind(self._store, person, PersonKind.PLAYER)

    def person(self, session: LiveSession, person_id: str) -> Person:
        """Somebody who is in the session now.

        Raises:
            Problem: there is nobody of that id.
        """
        found = session.people.get(person_id)
        if found is None or found.left:
            raise not_found()
        return found

    # --- what may be asked for

    def _wanted(self, session: LiveSession, table: str, seat: str) -> Chair:
        place = session.places.get(table)
        if place is not None:
            for one in place.live.table.seats:
                if one.id == seat:
                    return place.live, one.id
        raise not_found()

    def _may_choose(self, session: LiveSession, wants: Chair) -> None:
        if session.options.assigns or session.closed:
            sentence = "The facilitator gives out the seats; join without one."
            raise Problem("assigned", sentence)
        table, seat = wants
        if session.is_kept(table, seat) or not is_free(table.table.seat(seat)):
            raise seat_taken()

    def _may_wish(self, session: LiveSession, wants: Chair) -> None:
        if session.late != "share_seat" or session.options.assigns:
            raise Problem("assigned", "The facilitator gives out the seats; just wait.")
        table, seat = wants
        if is_free(table.table.seat(seat)):
            raise Problem("seat_free", "Nobody sits there; wait, the facilitator fills it.")


def check_bot(bot: str | None) -> None:
    """That there is such a bot, where one is named.

    Raises:
        Problem: there is none.
    """
    if bot is not None and bot not in BOTS:
        raise Problem("unknown_bot", f"The bots are {', '.join(BOTS)}.")
