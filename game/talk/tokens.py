"""Placing trust tokens and taking them back (RULES section 2.2)."""

from collections.abc import Iterator
from typing import Self

from msgspec import field

from game.draft import Draft
from game.events.trust import TokenTaken
from game.forms import SeatCommand
from game.model.table import Table
from game.moves import TRUST_MAX, other_side, place, side_of
from game.ruleset import Ruleset
from game.vocabulary import Phase, Reason, Refused, SeatId, State


class PlaceToken(SeatCommand, frozen=True):
    """Place one token with another seat: this makes the placer vulnerable."""

    phases = frozenset({Phase.TALK})
    other: SeatId = field(name="with")

    @classmethod
    def closed(cls, table: Table, by: SeatId, rules: Ruleset) -> Iterator[Self]:
        """With each other seat."""
        return (cls(seat.id) for seat in table.seats if seat.id != by)

    def check(self, table: Table, by: SeatId, rules: Ruleset) -> None:
        """A token in hand, room with the partner, and none placed there in this round."""
        may_place(table, by, self.other)

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Place it."""
        place(draft, by, self.other, bound=False)


class TakeBack(SeatCommand, frozen=True):
    """Take one placed token back into the hand; everybody sees it."""

    phases = frozenset({Phase.TALK})
    other: SeatId = field(name="with")

    @classmethod
    def closed(cls, table: Table, by: SeatId, rules: Ruleset) -> Iterator[Self]:
        """From each other seat."""
        return (cls(seat.id) for seat in table.seats if seat.id != by)

    def check(self, table: Table, by: SeatId, rules: Ruleset) -> None:
        """One that was placed, that no deal of this round binds and no waived objection holds."""
        if self.other == by:
            raise Refused(Reason.YOURSELF)
        row, column = table.index(by), table.index(self.other)
        placed, earned = table.placed[row][column], table.earned[row][column]
        if not placed:
            raise Refused(Reason.EARNED_STAYS if earned else Reason.NONE_PLACED)
        held = table.seat(by)
        if self.other in held.taken_from:
            raise Refused(Reason.ONCE_A_ROUND)
        if placed - (self.other in held.bound_to) < 1:
            raise Refused(Reason.BOUND_BY_DEAL)
        if placed + earned - 1 < tokens_held(table, by, self.other):
            raise Refused(Reason.HOLDS_OBJECTION)

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Take it back."""
        draft.emit(TokenTaken(by, self.other))


def may_place(table: Table, seat: SeatId, other: SeatId) -> None:
    """Refused: this seat can place no token there now."""
    if other == seat:
        raise Refused(Reason.YOURSELF)
    held = table.seat(seat)
    if other in held.placed_with:
        raise Refused(Reason.ONCE_A_ROUND)
    if not held.hand:
        raise Refused(Reason.NO_TOKENS, "0 in hand")
    if table.trust(seat, other) >= TRUST_MAX:
        raise Refused(Reason.TRUST_FULL, f"{TRUST_MAX} of {TRUST_MAX}")


def tokens_held(table: Table, seat: SeatId, other: SeatId) -> int:
    """How many tokens with `other` must stay, because they waive an objection of this seat."""
    return max(
        (
            side.held
            for one in table.dependencies
            if one.state is not State.OPEN
            and (side := side_of(one, seat)) is not None
            and other_side(one, seat).seat == other
        ),
        default=0,
    )
