"""How a table looks from one seat: each dependency as a piece of work, and what may come of it.

Read from the view and the sheet alone. Nothing is wanted or weighed here.
"""

from msgspec import Struct

from game.acts import Act
from game.bots.sheet import Sheet
from game.views.deals import PromiseView
from game.views.dependencies import DependencyShown, SideShown
from game.views.seats import SeatShown
from game.views.view import View
from game.vocabulary import Architecture, DependencyId, SeatId, State, Verdict

UNKNOWN_WORK = 2.0
"""What finding out about a dependency adds to its work, dead ends met on the way included."""
REFORM_WORK = 1.2
"""Reforms that one more live dependency asks of both houses together, more or less."""
USABLE = 0.75
"""Share of all action points that goes into dependencies, in the best of games."""


class Work(Struct):
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
        "budget",
        "dues",
        "faithless",
        "founded",
        "hope",
        "index",
        "live",
        "me",
        "missing",
        "own",
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
        own = self.own = view.own
        self.sheet = sheet
        self.seat = sheet.seat
        self.index = {one.id: place for place, one in enumerate(public.seats)}
        self.place = self.index[sheet.seat]
        self.me: SeatShown = public.seats[self.place]
        self.budget = self.me.budget
        self.points = own.points
        self.trust = public.trust
        self.rounds_left = public.rounds - max(public.round, 1) + 1
        self.promises: list[PromiseView] = []
        self.dues: dict[SeatId, list[PromiseView]] = {}
        self.faithless: set[SeatId] = set()
        self.recall()
        self.works = works_of(view, sheet.seat)
        self.live = sum([is_sound(one) for one in self.works if one.shown.state is State.LIVE])
        self.missing = max(0, public.need - self.live)
        self.founded = any(one.shown.state is not State.OPEN for one in self.works)
        self.hope = self.aim()

    def recall(self) -> None:
        """Go through the promises that this seat knows of, once."""
        now = self.public.round
        for one in (*self.public.promises, *self.own.promises):
            if one.verdict is Verdict.OPEN:
                self.promises.append(one)
                if one.due == now:
                    self.dues.setdefault(one.by, []).append(one)
            elif one.verdict is Verdict.BROKEN:
                self.faithless.add(one.by)

    def aim(self) -> float:
        """Mark the least work that would reach need; how likely that is to come off, 0 to 1."""
        waiting = [one for one in self.works if one.left and one.real is not False]
        waiting.sort(key=lambda one: one.left)
        work = self.hub_left()
        for number, one in enumerate(waiting):
            one.target = number <= self.missing
            if number < self.missing:
                work += one.left + REFORM_WORK
        if len(waiting) < self.missing:
            return 0.02
        hands = USABLE * sum(one.capacity for one in self.public.seats) * self.rounds_left
        return min(1.0, max(0.05, 1.35 - work / hands))

    def hub_left(self) -> float:
        """Work on the hub of a clearing house that is still to be done."""
        if self.public.architecture is not Architecture.CLEARING_HOUSE:
            return 0.0
        return float(max(0, self.public.hub_effort - self.public.hub_progress))

    def trusts(self, truster: SeatId, trusted: SeatId) -> int:
        """T[truster][trusted]."""
        return self.trust[self.index[truster]][self.index[trusted]]

    def seat_of(self, seat: SeatId) -> SeatShown:
        """A seat as all see it."""
        return self.public.seats[self.index[seat]]

    def due(self, by: SeatId) -> list[PromiseView]:
        """What this seat has promised for this round, as far as one knows."""
        return self.dues.get(by, [])

    def others_will(self, act: Act) -> bool:
        """Whether another seat has promised to do just this in this round, as far as one knows."""
        now = self.public.round
        return any(
            one.act == act and one.due == now and one.by != self.seat for one in self.promises
        )

    def knows(self, dependency: DependencyId) -> bool | None:
        """Whether a dependency is real; None: this seat cannot tell."""
        one = self.work(dependency)
        return None if one is None else one.real

    def work(self, dependency: DependencyId | None) -> Work | None:
        """The dependency of this id; None: the hub, or nothing of the kind."""
        for one in self.works:
            if one.id == dependency:
                return one
        return None


def works_of(view: View, seat: SeatId) -> list[Work]:
    """Every dependency as this seat sees it."""
    own = view.own
    known = {one.dependency: one.real for one in own.facts} if own is not None else {}
    works: list[Work] = []
    for shown in view.public.dependencies:
        first, second = shown.sides
        real = known.get(shown.id) if shown.real is None else shown.real
        left = work_left(shown)
        if real is None and shown.state is State.OPEN:
            left += UNKNOWN_WORK
        if second.seat == seat:
            works.append(Work(shown, shown.id, True, second, first, real, left))  # noqa: FBT003  see Work
        else:
            works.append(Work(shown, shown.id, first.seat == seat, first, second, real, left))
    return works


def work_left(shown: DependencyShown) -> float:
    """Action points until it is live: answers, two signatures, building; reforms left out."""
    state = shown.state
    if state is State.LIVE:
        return 0.0
    left = float(max(0, shown.effort - shown.progress))
    if state is State.SIGNED:
        return left + 0.5
    for side in shown.sides:
        if not (side.answered or side.waived):
            left += 1
    return left + (2 if state is State.OPEN else 0.5)


def is_sound(one: Work) -> bool:
    """Nobody protests: it survives year one."""
    first, second = one.shown.sides
    return not (first.protest or second.protest)
