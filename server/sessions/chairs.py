"""Sitting down, sharing and getting up, as controls in the logs of tables. Who may, says `seating`.

The new seat comes first: what is refused or cannot be stored changes nothing. At one table both
happen in one entry. At another table the old seat is freed next; should the store fail in between,
somebody is seen in two seats, which the facilitator mends, rather than in none.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from game.commands import AnyCommand
from game.controls.seats import FillSeat, FreeSeat, ShareSeat, seat_of
from game.model.seats import Seat
from game.model.table import Table
from game.vocabulary import FACILITATOR, Holder, PersonId, Phase, SeatId
from server.auth.passes import new_id
from server.protocol.problems import Problem, not_found, seat_taken
from server.sessions.people import Person
from server.sessions.session import LiveSession
from server.store.contract import Store, StoreUnavailable
from server.store.people import set_wish
from server.tables.asked import NO_LONGER, Asked, Declined, Stored
from server.tables.live import LiveTable

Chair = tuple[LiveTable, SeatId]


def is_free(seat: Seat) -> bool:
    """Whether nobody holds it."""
    return seat.holder is Holder.NOBODY


def is_of_a_bot(seat: Seat) -> bool:
    """Whether a bot holds it for nobody."""
    return seat.holder is Holder.BOT and not seat.people


def is_empty(seat: Seat) -> bool:
    """Whether no person sits there; a bot may play it."""
    return not seat.people


def is_at(person: Person, chair: Chair) -> bool:
    """Whether somebody sits there."""
    table, seat = chair
    return person.id in table.table.seat(seat).people


class Chairs:
    """The seats of this server's tables; `who`: which of the facilitators decides it now.

    Whoever calls this holds the person's `turn`.
    """

    def __init__(self, store: Store, who: PersonId | None) -> None:
        self._store = store
        self._who = who

    async def fill(
        self,
        session: LiveSession,
        person: Person,
        to: Chair,
        only_if: Callable[[Seat], bool] | None = None,
    ) -> None:
        """Sit down in place of whoever holds the seat, if it is so still; None: in any case.

        Raises:
            Problem: they have left, somebody was quicker, or it cannot be stored now.
        """
        table, seat = to
        before = _table_of(session, person)
        fill = FillSeat(seat, PersonId(person.id))
        if only_if is None:
            await self.control(table, fill)
        elif not is_at(person, to):
            await self.control(table, fill, lambda now: only_if(now.seat(seat)))
        await self._leave(session, person, before, table)

    async def share(self, session: LiveSession, person: Person, to: Chair) -> None:
        """Sit down beside those who sit there; where nobody does, in their place.

        Raises:
            Problem: they have left, sit there already, or it cannot be stored now.
        """
        table, seat = to
        if not table.table.seat(seat).people:
            await self.fill(session, person, to)
            return
        before = _table_of(session, person)
        await self.control(table, ShareSeat(seat, PersonId(person.id)))
        await self._leave(session, person, before, table)

    async def free(self, session: LiveSession, person: Person) -> None:
        """Get up from the seat that is one's own now, if there is one.

        Raises:
            Problem: it cannot be stored now.
        """
        await self._wish_no_more(person)
        sits = session.seat_of(person.id)
        if sits is not None:
            await self._get_up(sits[0], PersonId(person.id))

    async def control(
        self,
        table: LiveTable,
        command: AnyCommand,
        only_if: Callable[[Table], bool] = lambda _table: True,
    ) -> None:
        """Do this in the facilitator's name.

        Raises:
            Problem: `only_if` is so no longer, the rules do not allow it, or it cannot be stored.
        """
        answer = await self._submitted(table, command, only_if)
        if isinstance(answer, Declined):
            raise _problem(answer)

    async def _leave(
        self, session: LiveSession, person: Person, before: LiveTable | None, now: LiveTable
    ) -> None:
        """Get up at the other tables, and ask for a seat no more."""
        await self._wish_no_more(person)
        for table in session.tables:
            # Where a game is over people stay, if they sat elsewhere since: its debrief is theirs.
            if table is not now and (table is before or table.table.phase is not Phase.ENDED):
                await self._get_up(table, PersonId(person.id))

    async def _get_up(self, table: LiveTable, person: PersonId) -> None:
        """Free what they hold at a table; who shares the seat stays."""
        while (seat := seat_of(table.table, person)) is not None:
            people = table.table.seat(seat).people
            command = FreeSeat(seat) if len(people) == 1 else ShareSeat(seat, person, shares=False)
            answer = await self._submitted(table, command, partial(_are_still, seat, people))
            # Whoever came or went at this seat just now: then look again.
            if isinstance(answer, Declined) and answer.reason != NO_LONGER:
                raise _problem(answer)

    async def _wish_no_more(self, person: Person) -> None:
        """Who sits, or goes, asks no more; a wish that stays in the database says nothing."""
        if person.wish is not None:
            person.wish = None
            with suppress(StoreUnavailable):
                await self._store.run(lambda db: set_wish(db, person.id, None))

    async def _submitted(
        self, table: LiveTable, command: AnyCommand, only_if: Callable[[Table], bool]
    ) -> Stored | Declined:
        asked = Asked(
            command=command,
            by=FACILITATOR,
            id=new_id(),
            via="facilitator",
            who=self._who,
            only_if=only_if,
        )
        return await table.submit(asked)


def _are_still(seat: SeatId, people: tuple[PersonId, ...], now: Table) -> bool:
    return now.seat(seat).people == people


def _table_of(session: LiveSession, person: Person) -> LiveTable | None:
    if person.left:
        raise not_found()
    sits = session.seat_of(person.id)
    return None if sits is None else sits[0]


def _problem(answer: Declined) -> Problem:
    if answer.reason == NO_LONGER:
        return seat_taken()
    if answer.reason in {"busy", "stale", "storage"}:
        return Problem(answer.reason, answer.detail, 5)
    return Problem(answer.reason, f"The rules do not allow it now ({answer.reason}).")
