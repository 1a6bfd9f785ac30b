"""Deals, as this design sees them: what the end is like with the terms, and what without them."""

from collections.abc import Iterator
from typing import Final

from game.acts import Act, Pledge, Terms
from game.bots.ahead.choosing import price
from game.bots.ahead.ending import Judge
from game.bots.ahead.picture import HANDS, Picture
from game.bots.ahead.trying import apply
from game.bots.base import Move
from game.bots.house.appraisal import acceptable, incoming, standing
from game.bots.house.means import Means, possible
from game.bots.house.orders import lacking, may_direct
from game.bots.house.outlook import Work, takes_a_point
from game.bots.house.planning import is_frozen
from game.rng import Dice
from game.talk.deals import Accept, Decline, Offer
from game.views.deals import DealView
from game.vocabulary import SeatId, State
from game.voices import Why

DOUBT: Final = 0.4
"""What a promise is worth of one who is known to have broken one."""
TOLD: Final = 0.4
"""Action points that a fact saves."""
BOTHER: Final = 0.01
"""Points that a deal has to bring, that it be worth the talk."""
MOST: Final = 2
"""Offers of its own that wait at a time, the frame apart."""


class Dealer:
    """Weighs and makes offers for one seat. Lives as long as one call."""

    __slots__ = ("base", "draw", "habits", "judge", "look", "mine", "price", "worth")

    def __init__(self, judge: Judge, base: Picture, draw: Dice) -> None:
        self.judge = judge
        self.base = base
        self.draw = draw
        self.look = judge.look
        self.habits = judge.habits
        self.mine = Means(judge.look, judge.look.seat)
        self.worth = judge.worth(base)
        self.price = price(judge, base)

    def credit(self, of: SeatId) -> float:
        """What a promise of this seat is worth."""
        credit = 0.4 + 0.6 * self.habits.trusting
        return credit * DOUBT if of in self.look.faithless else credit

    def value(self, give: Terms, get: Terms, other: SeatId) -> float:
        """What it brings that this seat gives the first and gets the second, its points paid."""
        credit = self.credit(other)
        tried = self.base.copy()
        theirs = [one.act for one in get.promise]
        mine = [one.act for one in give.promise]
        tried.hands -= HANDS * sum(map(takes_a_point, theirs))
        # What both promise is tried out once, as their own act, in the belief that the other comes.
        self.happen(tried, [act for act in theirs if act not in mine], credit)
        self.happen(tried, mine, credit)
        tried.budget += get.pay - give.pay
        tried.tokens += get.place
        tried.hands += TOLD * len(get.tell)
        loath = 0.2 * self.habits.turf * bool(mine)
        loath += 0.3 * (1 - self.habits.openness) * len(give.tell)
        loath += 0.2 * (1 - self.habits.trusting) * give.place
        points = sum(map(takes_a_point, mine))
        return self.judge.worth(tried) - self.worth - points * self.price - loath

    def happen(self, picture: Picture, acts: list[Act], credit: float) -> None:
        """Let these happen in the picture, as far as they would bring anything."""
        for act in acts:
            if self.new(act):
                apply(self.look, picture, act, credit)

    def new(self, act: Act) -> bool:
        """Whether it would bring anything that is not there already."""
        one = self.look.work(act.dependency)
        if one is None:
            return act.dependency is None
        return one.real is not False and one.shown.state is not State.LIVE

    def answers(self) -> list[Move]:
        """An answer to every open offer, oldest first."""
        look = self.look
        moves: list[Move] = []
        for deal in incoming(look):
            if not acceptable(self.mine, deal):
                moves.append(Move(Decline(deal.id), Why.HANDS_FULL))
            elif self.value(deal.get, deal.give, deal.by) > 0:
                moves.append(Move(Accept(deal.id), Why.DEAL_PAYS))
                self.settle(deal)
            else:
                moves.append(Move(Decline(deal.id), Why.DEAL_COSTS))
        return moves

    def settle(self, deal: DealView) -> None:
        """Count on what was agreed when the next offer is weighed."""
        self.mine.settle(deal.get, deal.give)
        self.happen(self.base, [one.act for one in deal.get.promise], self.credit(deal.by))
        self.worth = self.judge.worth(self.base)

    def offers(self) -> list[Move]:
        """The offers that would bring most, one a partner."""
        look = self.look
        asked = {one.by for one in incoming(look)}
        asked |= {one.to for one in (*look.public.deals, *look.own.deals) if one.by == look.seat}
        room = MOST - len(standing(look))
        found = [
            (self.value(give, get, other), other, give, get)
            for other, give, get in (*self.bargains(), *self.orders())
            if other not in asked and possible(self.mine, other, give, get)
        ]
        found.sort(key=lambda one: -one[0])
        moves: list[Move] = []
        for value, other, give, get in found:
            wanted = value > BOTHER and room > 0 and other not in asked
            if wanted and possible(self.mine, other, give, get):
                asked.add(other)
                room -= 1
                self.mine.settle(give, get)
                moves.append(self.offer(other, (give, get)))
        if self.mine.points > 0:
            moves += self.frames(asked)
        return moves

    def offer(self, to: SeatId, terms: tuple[Terms, Terms]) -> Move:
        """The offer, now and then in confidence."""
        secret = self.draw.share() < self.habits.discretion
        return Move(Offer(to, *terms, confidential=secret), Why.SEEKS_PARTNER)

    def bargains(self) -> Iterator[tuple[SeatId, Terms, Terms]]:
        """For each dependency of its own the next step that takes both."""
        look = self.look
        for one in look.parts:
            if not one.left or one.real is False or one.id in self.talked_of():
                continue
            give, get = self.step(one)
            if give.promise or get.promise:
                yield one.theirs.seat, give, get

    def talked_of(self) -> set[str]:
        """Dependencies that an open offer is about already."""
        return {
            promise.act.dependency
            for deal in self.look.offers
            for promise in (*deal.give.promise, *deal.get.promise)
            if promise.act.dependency is not None
        } | {*self.look.agreed()}

    def step(self, one: Work) -> tuple[Terms, Terms]:
        """What both would do next: (this seat, the other)."""
        look, build, sign = self.look, Act("build", one.id), Act("sign", one.id)
        theirs, mine = Act("answer", one.id, one.theirs.seat), Act("answer", one.id, look.seat)
        give: list[Act] = []
        get: list[Act] = []
        if one.real is None:
            (give if self.draw.share() < 0.5 else get).append(Act("map", one.id))
        else:
            if not (one.theirs.answered or one.theirs.waived):
                give.append(theirs)
            # Waived is enough to sign, but only an answer keeps the core value.
            if not one.mine.answered and (not one.mine.waived or one.shown.state is State.OPEN):
                get.append(mine)
            if one.shown.state is State.OPEN and look.may_sign(one.id):
                give.append(sign)
                get.append(sign)
            elif self.unfinished(one):
                give.append(build)
                get += [build] * (one.shown.effort - one.shown.progress > 1)
        tell = (one.id,) if one.real and one.shown.real is None else ()
        return self.terms(give, tell), self.terms(get)

    def unfinished(self, one: Work) -> bool:
        """Whether there is something to build on it in this round."""
        shown = one.shown
        left = shown.state is State.SIGNED and shown.progress < shown.effort
        return left and not is_frozen(self.look, one)

    def terms(self, acts: list[Act], tell: tuple[object, ...] = ()) -> Terms:
        """These acts, promised for this round."""
        now = self.look.public.round
        known = {fact.dependency for fact in self.look.own.facts}
        return Terms(
            tell=tuple(one for one in known if one in tell),
            promise=tuple(Pledge(act, now) for act in acts),
        )

    def orders(self) -> Iterator[tuple[SeatId, Terms, Terms]]:
        """As the sponsor: an order against the part of those whom it is about."""
        look = self.look
        for one in look.works:
            if one.party or one.id in self.talked_of() or not may_direct(look, one):
                continue
            answers = lacking(one)
            direct = Act("direct", one.id)
            if answers:
                asked = one.mine if answers[0].seat == one.theirs.seat else one.theirs
                yield asked.seat, self.terms([*answers[1:], direct]), self.terms([answers[0]])
            else:
                yield one.mine.seat, self.terms([direct]), self.terms([Act("build", one.id)])

    def frames(self, asked: set[SeatId]) -> Iterator[Move]:
        """A second voice for the frame that ends best, if none is under way."""
        look, judge = self.look, self.judge
        agreed = any(one.act.kind == "frame" for one in look.promises)
        spoken = any(one.act.kind == "frame" for deal in look.offers for one in deal.give.promise)
        if agreed or spoken:
            return
        frame = judge.futures[0].agenda
        pledge = self.terms([Act("frame", frame=frame)])
        others = [
            one.id
            for one in look.public.seats
            if one.id not in {look.seat, *asked} and possible(self.mine, one.id, pledge, pledge)
        ]
        if not others:
            return
        tried = self.base.copy()
        tried.frame = frame
        if judge.worth(tried) - self.worth <= 2 * self.price + BOTHER:
            return
        ally = max(others, key=lambda one: look.trusts(one, look.seat))
        asked.add(ally)
        yield Move(Offer(ally, pledge, pledge), Why.SEEKS_ALLY)
