"""Habits that an experiment gives to any bot: it plays as before, but for one thing.

A habit changes what a bot asks for, never what the rules make of it.
"""

from collections.abc import Callable
from functools import partial
from typing import Final

from game.acts import Act
from game.bots.base import Bot, Move
from game.bots.sheet import Sheet
from game.rng import Dice
from game.talk.backing import BackArchitecture
from game.talk.deals import Accept, Decline, Offer
from game.talk.facts import ShowFact
from game.talk.plan import Plan
from game.views.deals import DealView
from game.views.dependencies import DependencyShown
from game.views.view import View
from game.vocabulary import Architecture, DependencyId, Phase, SeatId, State
from game.voices import Why

SIGNS: Final = frozenset({"sign", "direct"})
LATE: Final = 4
"""From this round on a package is signed with what there is."""
IDLE: Final = ("scan", "lobby", "counter", "frame")
"""What gives way first where a habit asks for an action point."""


class Habit(Bot):
    """A bot that plays like another one, but for one thing."""

    name = "habit"

    def __init__(self, like: Bot) -> None:
        self.like = like

    def choose(self, view: View, sheet: Sheet, draw: Dice) -> tuple[Move, ...]:
        """As the other one would, as far as the habit lets it."""
        moves = self.like.choose(view, sheet, draw)
        return tuple(self.kept(one, view, sheet.seat) for one in moves if self.does(one, view))

    def does(self, move: Move, view: View) -> bool:
        """Whether the habit leaves room for this."""
        match move.command:
            case Offer(give=give, get=get):
                return not any(self.shuns(one.act, view) for one in (*give.promise, *get.promise))
            case _:
                return True

    def kept(self, move: Move, view: View, seat: SeatId) -> Move:
        """What becomes of it: shunned acts leave the plan, deals about them are declined."""
        match move.command:
            case Plan(acts=acts):
                left = tuple(one for one in acts if not self.shuns(one, view))
                return Move(Plan(self.instead(left, view, seat)), move.why)
            case Accept(deal=deal):
                found = deal_of(view, deal)
                if found is not None and any(self.shuns(one, view) for one in acts_of(found)):
                    return Move(Decline(deal), Why.DEAL_COSTS)
                return move
            case _:
                return move

    def shuns(self, act: Act, view: View) -> bool:
        """Whether this act is left undone."""
        return False

    def instead(self, acts: tuple[Act, ...], view: View, seat: SeatId) -> tuple[Act, ...]:
        """The plan in the end."""
        return acts


def deal_of(view: View, deal: object) -> DealView | None:
    """The offer of this id, as far as this seat sees it."""
    own = () if view.own is None else view.own.deals
    return next((one for one in (*view.public.deals, *own) if one.id == deal), None)


def acts_of(deal: DealView) -> list[Act]:
    """What a deal would have its two sides do."""
    return [one.act for one in (*deal.give.promise, *deal.get.promise)]


def shown_of(view: View, dependency: DependencyId | None) -> DependencyShown | None:
    """A dependency as all see it."""
    return next((one for one in view.public.dependencies if one.id == dependency), None)


class MapsOnce(Habit):
    """Finds out and shows facts in round 1, and never after."""

    def does(self, move: Move, view: View) -> bool:
        """No fact is shown later."""
        late = view.public.round > 1 and isinstance(move.command, ShowFact)
        return not late and super().does(move, view)

    def shuns(self, act: Act, view: View) -> bool:
        """No map later."""
        return act.kind == "map" and view.public.round > 1


class Secretive(Habit):
    """Shows no fact to anybody unless a deal needs it."""

    def does(self, move: Move, view: View) -> bool:
        """No fact is shown."""
        return not isinstance(move.command, ShowFact) and super().does(move, view)


class Packages(Habit):
    """Signs nothing until as much as is needed can be signed at once, or it gets late."""

    def shuns(self, act: Act, view: View) -> bool:
        """Before that, no signature."""
        if act.kind not in SIGNS or view.public.round >= LATE:
            return False
        ready = [one for one in view.public.dependencies if one.real or one.state is not State.OPEN]
        return len(ready) < view.public.need


class Alone(Habit):
    """Sees to its own house first: signs nothing before it gets late."""

    def shuns(self, act: Act, view: View) -> bool:
        """No signature before."""
        return act.kind in SIGNS and view.public.round < LATE


class Unreformed(Habit):
    """Agrees on everything, and changes no routine."""

    def shuns(self, act: Act, view: View) -> bool:
        """No reform."""
        return act.kind == "reform"


class FrontHeavy(Habit):
    """Puts into the counter what others put into routines, from the second reform on."""

    def instead(self, acts: tuple[Act, ...], view: View, seat: SeatId) -> tuple[Act, ...]:
        """A counter for every reform once there are routines at all."""
        routines = 0 if view.own is None else view.own.routines
        return tuple(
            Act("counter") if one.kind == "reform" and routines >= 1 else one for one in acts
        )


class Tacit(Habit):
    """Leaves objections unanswered where tokens waive them: nobody says who owns the case."""

    def shuns(self, act: Act, view: View) -> bool:
        """No answer where none is asked for, at this moment."""
        one = shown_of(view, act.dependency)
        if act.kind != "answer" or one is None:
            return False
        return any(side.seat == act.seat and side.waived for side in one.sides)


class Explicit(Habit):
    """Settles who answers for what: every signed objection gets its answer, waived or not."""

    def instead(self, acts: tuple[Act, ...], view: View, seat: SeatId) -> tuple[Act, ...]:
        """One idle act gives way to an answer that is still missing."""
        for one in view.public.dependencies:
            if one.state is State.OPEN or not any(side.seat == seat for side in one.sides):
                continue
            for side in one.sides:
                answer = Act("answer", one.id, side.seat)
                if side.seat != seat and not side.answered and answer not in acts:
                    return swapped(acts, answer)
        return acts


def swapped(acts: tuple[Act, ...], new: Act) -> tuple[Act, ...]:
    """The plan with one idle act given up for this one; unchanged where none is idle."""
    for kind in IDLE:
        for at, one in enumerate(acts):
            if one.kind == kind:
                return (*acts[:at], *acts[at + 1 :], new)
    return acts


class Backs(Habit):
    """Backs one architecture in round 1 and no other ever."""

    def __init__(self, like: Bot, shape: Architecture) -> None:
        super().__init__(like)
        self.shape = shape

    def choose(self, view: View, sheet: Sheet, draw: Dice) -> tuple[Move, ...]:
        """Its voice for the architecture; the host is the seat with most links."""
        moves = tuple(
            one
            for one in super().choose(view, sheet, draw)
            if not isinstance(one.command, BackArchitecture)
        )
        me = next(one for one in view.public.seats if one.id == sheet.seat)
        first = view.public.phase is Phase.TALK and view.public.round == 1
        if not first or me.architecture is not None or self.shape is Architecture.EXCHANGE:
            return moves
        host = busiest(view) if self.shape is Architecture.CENTRAL else None
        return (Move(BackArchitecture(self.shape, host), Why.CHEAPER_TOGETHER), *moves)


def busiest(view: View) -> SeatId:
    """The seat with most links; the first of several."""
    sides = [side.seat for one in view.public.dependencies for side in one.sides]
    return max((one.id for one in view.public.seats), key=sides.count)


HABITS: Final[dict[str, Callable[[Bot], Habit]]] = {
    "maps_once": MapsOnce,
    "secretive": Secretive,
    "packages": Packages,
    "alone": Alone,
    "unreformed": Unreformed,
    "front_heavy": FrontHeavy,
    "tacit": Tacit,
    "explicit": Explicit,
    **{f"backs_{one}": partial(Backs, shape=one) for one in Architecture},
}
"""By the name under which an arm asks for it."""
