"""A bot without a purpose: it does this and that, in good form. What sense is measured against."""

from collections.abc import Callable, Iterator
from typing import Final

from game.acts import Act, Pledge, Terms
from game.bots.base import Bot, Move
from game.bots.house.means import Means, possible
from game.bots.house.outlook import Outlook
from game.bots.sheet import Sheet
from game.effects.base import ALL
from game.rng import Dice
from game.talk import AnySeatCommand
from game.talk.backing import BackArchitecture, BackGovernance
from game.talk.deals import Accept, Decline, Offer
from game.talk.facts import ShowFact
from game.talk.pace import Done, Ready
from game.talk.plan import Plan
from game.talk.tokens import PlaceToken, TakeBack
from game.talk.votes import CallVote, CastVote, Choose
from game.views.view import View
from game.vocabulary import (
    HUB,
    Architecture,
    DealState,
    DependencyId,
    Governance,
    Phase,
    Rationality,
    SeatId,
    State,
)
from game.voices import Why

MOST = 3
"""Initiatives in one answer, at most."""


class AtRandom(Bot):
    """Does what comes to mind. What is not possible is refused; it offers nothing of the kind."""

    name = "random"

    def choose(self, view: View, sheet: Sheet, draw: Dice) -> tuple[Move, ...]:
        """Answer every offer by the toss of a coin, then a few things at random."""
        if view.public.drawing or view.public.paused:
            return ()
        wanted = tuple(commands(view, sheet.seat, draw))
        if any(isinstance(one, Offer) for one in wanted):
            mine = Means(Outlook(view, sheet), sheet.seat)
            wanted = tuple(one for one in wanted if fair(one, mine))
        return tuple(Move(one, Why.AT_RANDOM) for one in wanted)


def fair(command: AnySeatCommand, mine: Means) -> bool:
    """Whether it is no offer, or one that can be met beside the offers before it."""
    if not isinstance(command, Offer):
        return True
    found = possible(mine, command.to, command.give, command.get)
    if found:
        mine.settle(command.give, Terms())
    return found


def commands(view: View, seat: SeatId, draw: Dice) -> Iterator[AnySeatCommand]:
    """What to do in this phase."""
    me = next(one for one in view.public.seats if one.id == seat)
    match view.public.phase:
        case Phase.TALK:
            yield from answers(view, seat, draw)
            if me.done:
                return
            for _ in range(draw.below(MOST + 1)):
                yield from draw.pick(INITIATIVES)(view, seat, draw)
            yield Done()
        case Phase.PLAN if not me.ready:
            yield Plan(plan(view, seat, draw))
            yield Ready()
        case Phase.VOTE if view.public.votes is None and not me.voted:
            yield CastVote(draw.share() < 0.5)
        case _:
            return


def answers(view: View, seat: SeatId, draw: Dice) -> Iterator[AnySeatCommand]:
    """Accept or decline."""
    deals = view.public.deals if view.own is None else (*view.public.deals, *view.own.deals)
    for deal in deals:
        if deal.to == seat and deal.state is DealState.OPEN:
            yield Accept(deal.id) if draw.share() < 0.5 else Decline(deal.id)


def another(view: View, seat: SeatId, draw: Dice) -> SeatId:
    """Some other seat."""
    return draw.pick([one.id for one in view.public.seats if one.id != seat])


def token(view: View, seat: SeatId, draw: Dice) -> Iterator[AnySeatCommand]:
    """Place a token, now and then take one back."""
    other = another(view, seat, draw)
    if draw.share() < 0.25:
        yield TakeBack(other)
    elif view.own is not None and view.own.hand:
        yield PlaceToken(other)


def fact(view: View, seat: SeatId, draw: Dice) -> Iterator[AnySeatCommand]:
    """Show something that is known."""
    if view.own is not None and view.own.facts:
        known = draw.pick(view.own.facts).dependency
        yield ShowFact(known, None if draw.share() < 0.5 else another(view, seat, draw))


def offer(view: View, seat: SeatId, draw: Dice) -> Iterator[AnySeatCommand]:
    """Something for something."""
    mine, theirs = terms(view, seat, draw), terms(view, seat, draw)
    if mine != theirs:
        yield Offer(another(view, seat, draw), mine, theirs, confidential=draw.share() < 0.5)


def terms(view: View, seat: SeatId, draw: Dice) -> Terms:
    """One side of a deal."""
    match draw.below(4):
        case 0:
            return Terms()
        case 1:
            return Terms(pay=1)
        case 2:
            return Terms(place=1)
        case _:
            pledge = Pledge(draw.pick(KINDS)(view, seat, draw), view.public.round)
            return Terms(promise=(pledge,))


def shape(view: View, seat: SeatId, draw: Dice) -> Iterator[AnySeatCommand]:
    """Back this or that."""
    if view.public.governance is None:
        yield BackGovernance(draw.pick(tuple(Governance)))
        return
    found = draw.pick(tuple(Architecture))
    yield BackArchitecture(found, seat if found is Architecture.CENTRAL else None)


def ballot(view: View, seat: SeatId, draw: Dice) -> Iterator[AnySeatCommand]:
    """Choose an option of the card, or call a vote."""
    card = view.public.card
    if card is not None and card.choosing and card.choice is not None:
        if card.choice.by in {ALL, seat}:
            yield Choose(draw.pick(card.choice.options).id)
    elif view.public.round > 1:
        yield CallVote()


INITIATIVES: Final[tuple[Callable[[View, SeatId, Dice], Iterator[AnySeatCommand]], ...]] = (
    token,
    fact,
    offer,
    shape,
    ballot,
)


def plan(view: View, seat: SeatId, draw: Dice) -> tuple[Act, ...]:
    """As many acts as there are action points, each at random, none twice."""
    points = view.own.points if view.own is not None else 0
    acts: list[Act] = []
    for _ in range(points):
        act = draw.pick(KINDS)(view, seat, draw)
        if act not in acts:
            acts.append(act)
    return tuple(acts)


def own_dependency(view: View, seat: SeatId, draw: Dice) -> DependencyId:
    """One of the seat's own, or else any."""
    every = view.public.dependencies
    own = [one.id for one in every if seat in {one.sides[0].seat, one.sides[1].seat}]
    return draw.pick(own or [one.id for one in every])


def mapping(view: View, seat: SeatId, draw: Dice) -> Act:
    """Map one of its own."""
    return Act("map", own_dependency(view, seat, draw))


def answering(view: View, seat: SeatId, draw: Dice) -> Act:
    """Answer some side of some dependency."""
    one = draw.pick(view.public.dependencies)
    first, second = one.sides
    return Act("answer", one.id, second.seat if first.seat == seat else first.seat)


def signing(view: View, seat: SeatId, draw: Dice) -> Act:
    """Sign one of its own."""
    return Act("sign", own_dependency(view, seat, draw))


def building(view: View, seat: SeatId, draw: Dice) -> Act:
    """Build what is signed, else the hub, else anything."""
    signed = [one.id for one in view.public.dependencies if one.state is State.SIGNED]
    if signed:
        return Act("build", draw.pick(signed))
    if view.public.architecture is Architecture.CLEARING_HOUSE:
        return Act("build", HUB)
    return Act("build", own_dependency(view, seat, draw))


def framing(view: View, seat: SeatId, draw: Dice) -> Act:  # noqa: ARG001  one signature
    """Frame it somehow."""
    return Act("frame", frame=draw.pick(tuple(Rationality)))


def directing(view: View, seat: SeatId, draw: Dice) -> Act:
    """Direct something, as the sponsor; who is not lobbies."""
    if seat == view.public.sponsor:
        return Act("direct", draw.pick(view.public.dependencies).id)
    return Act("lobby")


def plain(kind: str) -> Callable[[View, SeatId, Dice], Act]:
    """An act without an object."""
    act = Act(kind)
    return lambda view, seat, draw: act  # noqa: ARG005  one signature


KINDS: Final[tuple[Callable[[View, SeatId, Dice], Act], ...]] = (
    mapping,
    answering,
    signing,
    building,
    framing,
    directing,
    *(plain(kind) for kind in ("scan", "guard", "reform", "counter", "lobby", "portal")),
)
