"""A bot that sits in for a seat while its people are away (RULES section 10).

Who is away the engine does not know: the clock says so, as it says that a time is up. Whoever
comes back has the seat again at a word of their own, which stands in `game.talk.seat`.
"""

from typing import Annotated, ClassVar, Final

from msgspec import Meta

from game.acts import named
from game.draft import Draft
from game.events.control import StandInSet
from game.events.seats import SeatHeld
from game.forms import ALL_PHASES, IN_PLAY, Control
from game.model.seats import StandIn
from game.model.table import Table
from game.references import known_seat
from game.ruleset import Ruleset
from game.vocabulary import Holder, Reason, Refused, SeatId

LONGEST_MIN: Final = 60


class SetStandIn(Control, frozen=True):
    """Let a bot sit in for seats whose people have been away for so many minutes of game time, or
    (`after_min` None) let none do so any more. A bot that sits there already stays.
    """

    phases = ALL_PHASES
    while_paused: ClassVar[bool] = True
    while_due: ClassVar[bool] = True
    bot: Annotated[str, Meta(min_length=1, max_length=40)]
    after_min: Annotated[int, Meta(ge=1, le=LONGEST_MIN)] | None = None

    @property
    def stand_in(self) -> StandIn | None:
        """What is to hold."""
        return None if self.after_min is None else StandIn(self.after_min, self.bot)

    def check(self, table: Table, rules: Ruleset) -> None:
        """Something new."""
        if table.stand_in == self.stand_in:
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Set it."""
        draft.emit(StandInSet(self.stand_in))


class SitIn(Control, frozen=True):
    """The people of this seat have been away long enough: the bot sits in, they keep the place."""

    phases = IN_PLAY
    while_due: ClassVar[bool] = True
    seat: SeatId

    def check(self, table: Table, rules: Ruleset) -> None:
        """A seat of people, at a table where bots sit in."""
        known_seat(table, self.seat)
        if table.stand_in is None:
            raise Refused(Reason.NOTHING_DUE)
        if table.seat(self.seat).holder is not Holder.PERSON:
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Sit in."""
        bot, person = named(draft.table.stand_in).bot, draft.table.seat(self.seat).person
        draft.emit(SeatHeld(self.seat, Holder.BOT, person, bot, stands_in=True))
