"""How a table looks from one seat: each dependency as a piece of work, and what may come of it.

Read from the view and the sheet alone. Nothing is wanted or weighed here.
"""

from collections.abc import Sequence
from operator import attrgetter

from msgspec import Struct

from game.acts import Act
from game.bots.house.board import OPEN, Board, board_of, faithless, owed, unanswered
from game.bots.sheet import Sheet
from game.views.deals import DealView, PromiseView
from game.views.dependencies import DependencyShown, SideShown
from game.views.own import Own
from game.views.seats import SeatShown
from game.views.view import View
from game.vocabulary import DependencyId, SeatId

UNKNOWN_WORK = 2.0
"""What finding out about a dependency adds to its work, dead ends met on the way included."""
REFORM_WORK = 1.2
"""Reforms that one more live dependency asks of both houses together, more or less."""
SIGNINGS = frozenset({"sign", "direct"})


class Work(Struct, gc=False):
    """A dependency as this seat sees it."""

    shown: DependencyShown
    id: DependencyId
    party: bool
    """This seat is one of its two."""
    mine: SideShown
    """This seat's side; for who is no party, the first one."""
    theirs: SideShown
    """The side across."""
    real: bool | None
    """None: this seat does not know."""
    left: float
    """Action points until it is live, of all parties together, more or less; 0: live."""
    density: float | None = None
    """What an action point spent on it is worth to this seat, once that was asked."""
    target: bool = False
    """It belongs to the least work that would reach need."""


class Outlook:
    """What one seat can tell of its table. Lives as long as one call of a bot."""

    __slots__ = (
        "board",
        "budget",
        "dues",
        "faithless",
        "founded",
        "hope",
        "index",
        "live",
        "me",
        "missing",
        "offers",
        "own",
        "parts",
        "place",
        "points",
        "promises",
        "public",
        "rounds_left",
        "seat",
        "sheet",
        "trust",
        "works",
    )  # fmt: skip

    def __init__(self, view: View, sheet: Sheet) -> None:
        if view.own is None:
            raise LookupError(sheet.seat)
        public = self.public = view.public
        board = self.board = board_of(public)
        own = self.own = view.own
        self.sheet = sheet
        self.seat = sheet.seat
        self.index = board.index
        self.place = self.index[sheet.seat]
        self.me: SeatShown = public.seats[self.place]
        self.budget = self.me.budget
        self.points = own.points
        self.trust = public.trust
        self.rounds_left = board.rounds_left
        self.live = board.live
        self.missing = board.missing
        self.founded = board.founded
        self.offers: Sequence[DealView] = board.offers
        if own.deals:
            self.offers = [*board.offers, *unanswered(own.deals)]
        self.promises: Sequence[PromiseView] = board.promises
        self.dues = board.dues
        self.faithless = board.faithless
        if own.promises:
            self.recall(own)
        self.works = works_of(board, own)
        self.parts = [one for one in self.works if one.party]
        self.hope = self.aim()

    def recall(self, own: Own) -> None:
        """Count in what was promised in confidence."""
        told = owed(own.promises)
        self.promises = [*self.promises, *told]
        self.dues = dict(self.dues)
        for one in [promise for promise in told if promise.due == self.public.round]:
            self.dues[one.by] = [*self.due(one.by), one]
        self.faithless = self.faithless | faithless(own.promises)

    def aim(self) -> float:
        """Mark the least work that would reach need; how likely that is to come off, 0 to 1."""
        waiting = [one for one in self.works if one.left and one.real is not False]
        waiting.sort(key=attrgetter("left"))
        for one in waiting[: self.missing + 1]:
            one.target = True
        if len(waiting) < self.missing:
            return 0.02
        work = self.board.hub_left
        for one in waiting[: self.missing]:
            work += one.left + REFORM_WORK
        return min(1.0, max(0.05, 1.35 - work / self.board.hands))

    def trusts(self, truster: SeatId, trusted: SeatId) -> int:
        """T[truster][trusted]."""
        return self.trust[self.index[truster]][self.index[trusted]]

    def seat_of(self, seat: SeatId) -> SeatShown:
        """A seat as all see it."""
        return self.public.seats[self.index[seat]]

    def due(self, by: SeatId) -> Sequence[PromiseView]:
        """What this seat has promised for this round, as far as one knows."""
        return self.dues.get(by, ())

    def others_will(self, act: Act) -> bool:
        """Whether another seat has promised to do just this in this round, as far as one knows."""
        return any(
            act == promise.act
            for by, promises in self.dues.items()
            if by != self.seat
            for promise in promises
        )

    def agreed(self) -> set[DependencyId]:
        """What is to be signed in this round as agreed, or by order, as far as one knows."""
        return {
            one.act.dependency
            for promises in self.dues.values()
            for one in promises
            if one.act.kind in SIGNINGS and one.act.dependency is not None
        }

    def may_sign(self, dependency: DependencyId) -> bool:
        """Whether the steering committee's agenda has room for it, what is agreed counted in."""
        limit = self.public.signings_left
        return limit is None or len(self.agreed() - {dependency}) < limit

    def knows(self, dependency: DependencyId) -> bool | None:
        """Whether a dependency is real; None: this seat cannot tell."""
        one = self.work(dependency)
        return None if one is None else one.real

    def work(self, dependency: DependencyId | None) -> Work | None:
        """The dependency of this id; None: the hub, or nothing of the kind."""
        if dependency is None:
            return None
        place = self.board.places.get(dependency)
        return None if place is None else self.works[place]


def works_of(board: Board, own: Own) -> list[Work]:
    """Every dependency as this seat sees it."""
    known = {one.dependency: one.real for one in own.facts}
    seat = own.seat
    works: list[Work] = []
    for shown, work in zip(board.public.dependencies, board.work_left, strict=True):
        mine, theirs = shown.sides
        party = mine.seat == seat
        if theirs.seat == seat:
            mine, theirs, party = theirs, mine, True
        named, real, left = shown.id, shown.real, work
        if real is None:
            real = known.get(named)
            if real is None and shown.state is OPEN:
                left += UNKNOWN_WORK
        works.append(Work(shown, named, party, mine, theirs, real, left))
    return works


def takes_a_point(act: Act) -> bool:
    """Whether a promised act is one to be planned; promises to vote or to refrain are not."""
    return not act.kind.startswith(("no_", "vote_"))
