"""What the public part of a view tells every seat alike: read once, shared by all asked at once.

Nothing of one seat comes in here, so that whoever shares it learns nothing from it.
"""

from typing import Final

from game.latest import latest
from game.views.deals import DealView, PromiseView
from game.views.dependencies import DependencyShown
from game.views.public import Public
from game.vocabulary import Architecture, DealState, DependencyId, SeatId, State, Verdict

USABLE = 0.75
"""Share of all action points that goes into dependencies, in the best of games."""


OPEN: Final = State.OPEN
SIGNED: Final = State.SIGNED
LIVE: Final = State.LIVE


class Board:
    """What can be told of a table without sitting at it. Nothing changes it once it is made."""

    __slots__ = (
        "dues",
        "faithless",
        "founded",
        "hands",
        "hub_left",
        "index",
        "live",
        "missing",
        "offers",
        "places",
        "promises",
        "public",
        "rounds_left",
        "work_left",
    )

    def __init__(self, public: Public) -> None:
        every = public.dependencies
        self.public = public
        self.index: dict[SeatId, int] = {one.id: at for at, one in enumerate(public.seats)}
        self.places: dict[DependencyId, int] = {one.id: at for at, one in enumerate(every)}
        self.rounds_left = public.rounds - max(public.round, 1) + 1
        points = sum([one.capacity for one in public.seats]) or 1  # a table may be struck idle
        self.hands = USABLE * points * self.rounds_left
        """Action points that all seats together can put into dependencies, in the best case."""
        self.work_left = [work_left(one) for one in every]
        self.hub_left = hub_left(public)
        self.live = sum([is_sound(one) for one in every if one.state is LIVE])
        self.missing = max(0, public.need - self.live)
        self.founded = any(one.state is not OPEN for one in every)
        self.offers: list[DealView] = unanswered(public.deals)
        self.promises: list[PromiseView] = owed(public.promises)
        self.faithless: set[SeatId] = faithless(public.promises)
        self.dues: dict[SeatId, list[PromiseView]] = {}
        for one in self.promises:
            if one.due == public.round:
                self.dues.setdefault(one.by, []).append(one)


def unanswered(deals: tuple[DealView, ...]) -> list[DealView]:
    """Those that wait for an answer."""
    open_ = DealState.OPEN
    return [one for one in deals if one.state is open_]


def owed(promises: tuple[PromiseView, ...]) -> list[PromiseView]:
    """Those whose day has not come yet."""
    open_ = Verdict.OPEN
    return [one for one in promises if one.verdict is open_]


def faithless(promises: tuple[PromiseView, ...]) -> set[SeatId]:
    """Who has broken one of these."""
    broken = Verdict.BROKEN
    return {one.by for one in promises if one.verdict is broken}


def work_left(shown: DependencyShown) -> float:
    """Action points until it is live: answers, two signatures, building; reforms left out."""
    state = shown.state
    if state is LIVE:
        return 0.0
    left = float(max(0, shown.effort - shown.progress))
    if state is SIGNED:
        return left + 0.5
    for side in shown.sides:
        if not (side.answered or side.waived):
            left += 1
    return left + (2 if state is OPEN else 0.5)


def hub_left(public: Public) -> float:
    """Work on the hub of a clearing house that is still to be done."""
    if public.architecture is not Architecture.CLEARING_HOUSE:
        return 0.0
    return float(max(0, public.hub_effort - public.hub_progress))


def is_sound(shown: DependencyShown) -> bool:
    """Nobody protests: it survives year one."""
    first, second = shown.sides
    return not (first.protest or second.protest)


board_of = latest(Board)
"""The board of a public part: made once for all seats that are asked at one moment."""
