"""What a seat can still give, as far as one view shows it: the bounds that offers keep within.

Of another seat's hand, facts and promises in confidence a view tells nothing; nothing is supposed
of them either.
"""

from typing import Final

from game.acts import Terms
from game.bots.house.outlook import Outlook, takes_a_point
from game.bots.house.planning import cost_of
from game.moves import HOLDING_MAX, TRUST_MAX
from game.vocabulary import Holding, SeatId

MOST_BUDGET: Final = HOLDING_MAX[Holding.BUDGET]


class Means:
    """One seat's money, promises and action points of this round. Lives as long as one call."""

    __slots__ = ("bound", "budget", "look", "points", "promises", "seat")

    def __init__(self, look: Outlook, seat: SeatId) -> None:
        due = [one.act for one in look.due(seat) if takes_a_point(one.act)]
        shown = look.seat_of(seat)
        mine = seat == look.seat
        self.look = look
        self.seat = seat
        self.budget = shown.budget
        self.bound = sum([cost_of(look, one) for one in due])
        """What of the budget the promises of this round will take."""
        self.points = (look.own.points if mine else shown.capacity) - len(due)
        """Action points that are not promised yet."""
        owed = sum([one.by == seat for one in look.promises])
        self.promises = look.sheet.prices.open_promises - owed
        """How many more it may owe."""

    def bears(self, other: SeatId, gives: Terms, gets: Terms) -> bool:
        """Whether a deal could be accepted as far as this side of it goes (RULES section 4)."""
        return (
            gives.pay <= self.budget
            and self.budget - gives.pay + gets.pay <= MOST_BUDGET
            and len(gives.promise) <= self.promises
            and (not gives.place or self.may_place(other))
            and (not gives.tell or self.may_tell(gives))
        )

    def keeps(self, other: SeatId, gives: Terms, gets: Terms) -> bool:
        """Whether it could also do in this round what it would promise, and pay for that."""
        points, costs = self.asked(gives)
        left = self.budget - gives.pay + gets.pay
        return (
            self.bears(other, gives, gets)
            and points <= self.points
            and (not costs or self.bound + costs <= left)
        )

    def settle(self, gives: Terms, gets: Terms) -> None:
        """Count as agreed that it gives the first and gets the second."""
        points, costs = self.asked(gives)
        self.budget += gets.pay - gives.pay
        self.bound += costs
        self.points -= points
        self.promises -= len(gives.promise)

    def asked(self, gives: Terms) -> tuple[int, int]:
        """Action points and budget that these promises take in this round."""
        now = self.look.public.round
        acts = [one.act for one in gives.promise if one.due == now and takes_a_point(one.act)]
        return len(acts), sum([cost_of(self.look, one) for one in acts])

    def may_place(self, other: SeatId) -> bool:
        """Whether it has a token for the other seat, as far as one knows, and there is room."""
        own = self.look.own
        hidden = self.seat != self.look.seat
        has = hidden or (own.hand > 0 and other not in own.placed_with)
        return has and self.look.trusts(self.seat, other) < TRUST_MAX

    def may_tell(self, gives: Terms) -> bool:
        """Whether it knows what it would tell, as far as one knows."""
        if self.seat != self.look.seat:
            return True
        return {one.dependency for one in self.look.own.facts}.issuperset(gives.tell)


def possible(mine: Means, to: SeatId, give: Terms, get: Terms) -> bool:
    """Whether the seat that is asked could accept this offer and both could do their parts."""
    theirs = Means(mine.look, to)
    return mine.keeps(to, give, get) and theirs.keeps(mine.seat, get, give)
