"""How a picture ends if everybody carries on, and what that end is worth to a seat (RULES 7, 8)."""

from math import exp
from typing import Final

from game.bots.ahead.picture import Future, Picture, is_central
from game.bots.house.outlook import Outlook
from game.bots.personality import Personality
from game.course.year_one import QUARTERS
from game.goals import Amount, Measure

NEAR: Final = 0.4
"""How far from need, in links, a launch in the last round may still surprise."""
FOG: Final = 0.4
"""How much more with each round to come."""
SURE: Final = 0.8
"""How far from what a vote asks for, in support, it may still surprise."""
RATED: Final = 5.0
"""Where the citizens' rating begins."""
CROWDED: Final = 0.2
"""What a link is worth for which the own house has no room yet."""
REFORMS: Final = 0.35
"""Reforms that a house still makes in each round to come."""
LOOSE: Final = 0.07
"""How likely a side that never got an answer costs the link in year one."""
FAIR: Final = 3.0
SERVED: Final = 1.5
"""How far from fair the rating may still surprise."""
LATER: Final = 0.6
"""Steps of the counter that somebody takes in each round to come."""
HALF_MET: Final = 0.35
"""How much of its points a goal is worth by the way that was made towards it."""


class Judge:
    """Plays pictures on to their end, for one seat with its habits. Lives as long as one call."""

    __slots__ = ("core", "futures", "habits", "look", "mine", "sheet", "wanted")

    def __init__(self, look: Outlook, habits: Personality, futures: list[Future]) -> None:
        self.look = look
        self.habits = habits
        self.futures = futures
        self.sheet = look.sheet
        self.mine = [one.party for one in look.works]
        self.wanted = [
            (one, points) for part in look.sheet.wishes.amounts.values() for one, points in part
        ]
        prices = look.sheet.prices
        self.core = prices.core_value + prices.concern * look.sheet.wishes.core

    def worth(self, picture: Picture) -> float:
        """The mean over all futures."""
        return sum([self.ends(picture, one) for one in self.futures]) / len(self.futures)

    def ends(self, picture: Picture, future: Future) -> float:
        """What this picture comes to in this future."""
        live, own_live, ceded = self.filled(picture, future)
        joined, launched, public = self.public(picture, future, live)
        own = self.own(picture, own_live, ceded)
        outcome = self.sheet.wishes.outcome * joined * launched
        return self.habits.public * public + self.habits.own * (own + outcome)

    def filled(self, picture: Picture, future: Future) -> tuple[float, float, float]:
        """How many will be live, of all, of the own, and of the own that are not signed yet.

        The least work comes first, while hands last.
        """
        hands, live, own, ceded = picture.hands, 0.0, 0.0, 0.0
        work, mine, loose = picture.work, self.mine, picture.loose
        room = self.room(picture)
        for place in sorted(future.real, key=work.__getitem__):
            needed = work[place]
            share = 1.0
            if needed > 0:
                share = min(1.0, max(0.0, hands / needed))
                hands -= needed
            if mine[place]:
                # What the own house cannot carry does not go live, whoever built it.
                share *= 1.0 if own < room else CROWDED
                own += share
                ceded += share * (not picture.signed[place])
            live += share * (1 - LOOSE * loose[place])
        return live - picture.protests, own, ceded

    def room(self, picture: Picture) -> float:
        """How many links the own house will carry at the end, reforms to come counted in."""
        look = self.look
        if is_central(look):
            return float(len(self.mine))
        levels = min(3.0, picture.routines + REFORMS * (look.rounds_left - 1))
        return levels * self.sheet.prices.room

    def public(self, picture: Picture, future: Future, live: float) -> tuple[float, float, float]:
        """How likely it is joined up if launched, how likely launched, and the public value."""
        look, prices = self.look, self.sheet.prices
        need = look.public.need
        joined = steps(live - need + 0.3, NEAR + FOG * (look.rounds_left - 1))
        support = picture.support + self.drift(picture, future)
        launched = steps(support - prices.vote_support + 0.5, SURE + FOG * (look.rounds_left - 1))
        bounced = max(0.0, need - live)
        counter = min(6.0, picture.counter + LATER * (look.rounds_left - 1))
        # The counter absorbs what is over 3; each step towards that is worth something already.
        slide = QUARTERS * max(0.0, bounced - counter * counter / 12)
        served = steps(RATED + 0.5 - slide - FAIR, SERVED)
        short = served * prices.facade + (1 - served) * prices.withdrawn
        good = joined * prices.joined_up + (1 - joined) * short
        value = launched * good + (1 - launched) * joined * prices.paper
        return joined, launched, value - (picture.portals + picture.others_portals) / 2

    def drift(self, picture: Picture, future: Future) -> float:
        """What politics will do to support at its next look: later ones can still be prepared."""
        look = self.look
        if look.rounds_left <= 1:
            return 0.0
        swing = (
            look.sheet.prices.agenda_swing
            if look.public.round + 1 in look.public.agenda_rounds
            else 1
        )
        return swing if picture.frame is future.agenda else -swing

    def own(self, picture: Picture, live: float, ceded: float) -> float:
        """The own score, as far as it can be told.

        What is yet to be signed costs its autonomy too, so that nothing is gained by waiting.
        """
        prices, habits, look = self.sheet.prices, self.habits, self.look
        signed = [at for at, mine in enumerate(self.mine) if mine and picture.signed[at]]
        autonomy = picture.autonomy - ceded
        score = autonomy + (autonomy - 10) * habits.turf
        score += picture.budget / 2
        score += picture.portals * prices.portal + picture.tokens * prices.tokens
        if all(picture.answered[at] for at in signed):
            score += self.core * (1.0 if signed else 0.6)
        values = {
            Measure.LIVE: live,
            Measure.SIGNED: len(signed) + ceded,
            Measure.BUDGET: picture.budget,
            Measure.AUTONOMY: autonomy,
            Measure.PORTALS: float(picture.portals),
            Measure.TOKENS: picture.tokens,
            Measure.ROUTINES: float(picture.routines),
            Measure.BROKEN: float(picture.broken),
            Measure.COUNTER: picture.counter,
            Measure.SUPPORT: picture.support,
            Measure.FRAGMENTATION: float(picture.portals + picture.others_portals),
        }
        for wish, points in self.wanted:
            score += points * met(wish, values.get(wish.of, 0.0), look.public.round)
        wished = self.sheet.wishes.frame
        if wished is not None and wished is picture.frame:
            score += prices.concern * (1.0 if look.rounds_left <= 1 else 0.2)
        return score


def steps(above: float, spread: float) -> float:
    """From 0 to 1 around nought: how likely it is to end above, from so far above."""
    return 1 / (1 + exp(-min(20.0, max(-20.0, above / spread))))


def met(wish: Amount, now: float, round_: int) -> float:
    """How much of a wish is met, 0 to 1: all of it, or a part for the way that was made."""
    if wish.by_round is not None and round_ > wish.by_round:
        return 0.0
    low = 0.0 if wish.at_least is None else wish.at_least - now
    high = 0.0 if wish.at_most is None else now - wish.at_most
    lacking = max(low, high)
    if lacking <= 0:
        return 1.0
    aim = wish.at_least if low >= high else None
    return 0.0 if not aim else HALF_MET * max(0.0, 1 - lacking / aim)
