"""Who moves a seat, and whether gates wait for it (RULES section 10)."""

from typing import Annotated, ClassVar

from msgspec import Meta

from game.course.gates import settle
from game.draft import Draft
from game.events.seats import SeatDropped, SeatHeld, SeatShared
from game.forms import ALL_PHASES, Control
from game.model.table import Table
from game.references import known_seat
from game.ruleset import Ruleset
from game.vocabulary import Holder, PersonId, Reason, Refused, SeatId


class SeatControl(Control, frozen=True):
    """A control of one seat, possible at any time."""

    phases = ALL_PHASES
    while_paused: ClassVar[bool] = True
    while_due: ClassVar[bool] = True
    seat: SeatId

    def check(self, table: Table, rules: Ruleset) -> None:
        """The seat is at this table."""
        known_seat(table, self.seat)


class FillSeat(SeatControl, frozen=True):
    """A person takes the seat; `None` where a person's id is not told."""

    person: PersonId | None = None

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Seat the person, who gets up from another seat of this table."""
        rose = get_up(draft, self.person, self.seat)
        draft.emit(SeatHeld(self.seat, Holder.PERSON, self.person))
        if draft.table.seat(self.seat).dropped:
            draft.emit(SeatDropped(self.seat, dropped=False))
        if rose:
            settle(draft, rules)


class FreeSeat(SeatControl, frozen=True):
    """Nobody holds the seat any more; gates do not wait for it."""

    def check(self, table: Table, rules: Ruleset) -> None:
        """It must be held."""
        super().check(table, rules)
        if table.seat(self.seat).holder is Holder.NOBODY:
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Free it."""
        draft.emit(SeatHeld(self.seat, Holder.NOBODY))
        settle(draft, rules)


class PutBot(SeatControl, frozen=True):
    """A bot moves the seat, by the name of its preset."""

    bot: Annotated[str, Meta(min_length=1, max_length=40)]
    alone: bool = False
    """Who sits there goes and does not keep the place."""

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Put it there; the person who sits there keeps the place, unless they go."""
        person = None if self.alone else draft.table.seat(self.seat).person
        draft.emit(SeatHeld(self.seat, Holder.BOT, person, self.bot))


class ShareSeat(SeatControl, frozen=True):
    """One more person acts for a seat that is held, or (`shares` false) one of several no more."""

    person: PersonId
    shares: bool = True

    def check(self, table: Table, rules: Ruleset) -> None:
        """Somebody sits there already, and somebody stays."""
        super().check(table, rules)
        people = table.seat(self.seat).people
        if self.shares == (self.person in people):
            raise Refused(Reason.ALREADY)
        if not set(people) - {self.person}:
            raise Refused(Reason.SEATS_EMPTY)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Let them share it, where they get up from another seat of this table; or get up."""
        rose = self.shares and get_up(draft, self.person, self.seat)
        draft.emit(SeatShared(self.seat, self.person, self.shares))
        if rose:
            settle(draft, rules)


class DropSeat(SeatControl, frozen=True):
    """Let gates wait for this seat no longer, or again."""

    dropped: bool = True

    def check(self, table: Table, rules: Ruleset) -> None:
        """Something new."""
        super().check(table, rules)
        if table.seat(self.seat).dropped == self.dropped:
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Drop it."""
        draft.emit(SeatDropped(self.seat, self.dropped))
        settle(draft, rules)


def get_up(draft: Draft, person: PersonId | None, to: SeatId) -> bool:
    """Free what somebody holds here beside seat `to`; whether anything was.

    It is one entry with their sitting down: who is moved has a seat before it and after it, and
    nobody has two at one table. Who shares the seat they leave stays there.
    """
    left = [one for one in draft.table.seats if person in one.people and one.id != to]
    for seat in left:
        if person is None or len(seat.people) == 1:
            draft.emit(SeatHeld(seat.id, Holder.NOBODY))
        else:
            draft.emit(SeatShared(seat.id, person, shares=False))
    return bool(left)


def seat_of(table: Table, person: PersonId) -> SeatId | None:
    """Where somebody sits at this table."""
    return next((seat.id for seat in table.seats if person in seat.people), None)
