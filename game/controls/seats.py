"""Who moves a seat, and whether gates wait for it (RULES section 10)."""

from typing import Annotated, ClassVar

from msgspec import Meta

from game.course.gates import settle
from game.draft import Draft
from game.events import SeatDropped, SeatHeld, SeatShared
from game.forms import ALL_PHASES, Control
from game.model import Table
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
        """Seat the person."""
        draft.emit(SeatHeld(self.seat, Holder.PERSON, self.person))
        if draft.table.seat(self.seat).dropped:
            draft.emit(SeatDropped(self.seat, dropped=False))


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

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Put it there; the person who sits there keeps the place."""
        person = draft.table.seat(self.seat).person
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
        """Let them share it, or get up."""
        draft.emit(SeatShared(self.seat, self.person, self.shares))


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
