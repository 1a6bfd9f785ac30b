"""What things are worth to one seat: its share in public value, and its own score sheet.

Points of RULES section 8 throughout. Estimates are meant to be roughly right and quick.
"""

from typing import Final

from game.bots.house.board import LIVE, OPEN
from game.bots.house.outlook import Outlook, Work
from game.bots.personality import Personality
from game.goals import Amount, Measure
from game.vocabulary import Rationality

WORRY: Final = (0.2, 0.2, 0.15, 0.1, 0.05, 0.02)
"""What a step of support is worth, as a share of the stake: up to one under what a vote asks for,
up to that, and so on. One bad Briefing takes one or two."""
PLENTY: Final = 0.01
"""What it is worth from there on."""
AP_PRICE = 0.12
"""What an action point is worth where nothing better to do comes to mind."""
AUTONOMY: Final = Measure.AUTONOMY
BUDGET: Final = Measure.BUDGET
TOKENS: Final = Measure.TOKENS
SUPPORT: Final = Measure.SUPPORT
OF_SEATS = frozenset({BUDGET, AUTONOMY, Measure.PORTALS, TOKENS})
"""Measures that everybody sees of a seat."""
OF_HOUSES = frozenset({Measure.ROUTINES, Measure.BROKEN})
"""Those that the seat alone sees."""
OF_ALL = frozenset({Measure.COUNTER, SUPPORT, Measure.FRAGMENTATION})
"""Those of the whole table."""


class Scale:
    """Weighs what an outlook shows by the habits of one seat. Lives as long as one call."""

    __slots__ = (
        "core_kept",
        "habits",
        "look",
        "of_live",
        "of_signed",
        "pulls",
        "stake",
        "step",
        "wanted",
    )

    def __init__(self, look: Outlook, habits: Personality) -> None:
        self.look = look
        self.habits = habits
        prices = look.sheet.prices
        gain = (prices.joined_up - prices.facade) * look.hope + prices.facade * 0.5
        self.stake = habits.public * gain + habits.own * look.sheet.wishes.outcome * look.hope
        self.step = self.stake / max(1, look.public.need)
        self.core_kept = core_kept(look)
        self.wanted = look.sheet.wishes.amounts
        self.pulls: dict[tuple[Measure, int], float] = {}
        self.of_live = self.pull(Measure.LIVE, 1) + 2 * prices.tokens
        """Own points, more or less, for a dependency of its own that goes live."""
        self.of_signed = self.pull(Measure.SIGNED, 1)

    def pull(self, measure: Measure, by: int) -> float:
        """Own points that a step of a measure brings nearer, or loses."""
        if measure not in self.wanted:
            return 0.0
        found = self.pulls.get((measure, by))
        if found is None:
            found = self.pulls[measure, by] = self.weighed(measure, by)
        return found

    def weighed(self, measure: Measure, by: int) -> float:
        """The same, worked out."""
        now, number = measure_now(self.look, measure), self.look.public.round
        return sum([pulled(one, points, (now, by), number) for one, points in self.wanted[measure]])

    def autonomy(self, by: int) -> float:
        """So much more control of the own information domain."""
        dear = 1 + self.habits.turf
        return self.habits.own * (by * dear + self.pull(AUTONOMY, by))

    def budget(self, by: int) -> float:
        """So much more budget; money that can no longer be spent counts only as points."""
        useful = 0.25 * self.habits.public if self.look.rounds_left > 1 else 0.0
        own = self.habits.own * (by * 0.5 + self.pull(BUDGET, by))
        return own + by * useful * (2.0 if self.look.budget < 2 else 0.5)

    def tokens(self, by: int) -> float:
        """So many more tokens of others lie here."""
        prices = self.look.sheet.prices
        return self.habits.own * (by * prices.tokens + self.pull(TOKENS, by))

    def support(self, by: int) -> float:
        """So much more political support: without it there is no launch at all."""
        now = self.look.public.support
        share = self.worry(min(now, now + by), max(now, now + by))
        rise = share if by > 0 else -share
        return self.stake * rise + self.habits.own * self.pull(SUPPORT, by)

    def worry(self, low: int, high: int) -> float:
        """What support from `low` to `high` is worth, as a share of the stake."""
        first = self.look.sheet.prices.vote_support - 2
        share = 0.0
        for level in range(low, high):
            at = max(0, level - first)
            share += WORRY[at] if at < len(WORRY) else PLENTY
        return share

    def swing(self) -> float:
        """What lies between a fitting frame and another one when politics looks next."""
        look = self.look
        swing = look.sheet.prices.agenda_swing
        by = swing if look.public.round + 1 in look.public.agenda_rounds else 1
        return self.stake * self.worry(look.public.support - by, look.public.support + by)

    def backing(self, by: int) -> float:
        """So much more backing in the own house; without any, work is lost to quarrels."""
        now = self.look.own.backing
        if now is None:
            return 0.0
        near = min(now, now + by)
        return by * self.step * (0.6 if near <= 0 else 0.25 if near == 1 else 0.05)

    def core_value(self, one: Work) -> float:
        """What signing it, which is open, would do to the core value, as the objection stands."""
        points = (
            self.look.sheet.prices.core_value
            + self.look.sheet.prices.concern * self.look.sheet.wishes.core
        )
        if one.mine.answered:
            return 0.0 if self.core_kept is not None else points
        return -0.5 * points if self.core_kept else 0.0

    def live(self, one: Work) -> float:
        """What it is worth that this dependency goes live."""
        public = self.step if one.target else 0.25 * self.step
        if not one.party:
            return public
        if one.shown.state is not OPEN:
            return public + self.habits.own * self.of_live
        own = self.of_live + (self.of_signed + self.core_value(one) + self.firstness())
        return public + self.habits.own * own + self.autonomy(-1)

    def firstness(self) -> float:
        """What being in the first signing costs a seat that would rather not be first."""
        if self.look.founded:
            return 0.0
        return -self.look.sheet.prices.concern if self.look.sheet.wishes.shy else 0.0

    def density(self, one: Work) -> float:
        """The worth of one action point spent on it; the nearer it is to live, the more."""
        if one.density is None:
            one.density = self.live(one) / max(1.0, one.left)
        return one.density

    def frame_wanted(self, *, ahead: bool) -> Rationality:
        """How the project should be presented when politics looks next; `ahead`: it foresees."""
        public = self.look.public
        own = self.look.sheet.wishes.frame
        if own is not None and (self.look.rounds_left <= 1 or self.habits.own > self.habits.public):
            return own
        shifts = public.round + 1 in public.agenda_rounds
        if not (ahead and shifts):
            return public.agenda
        return self.look.own.scanned or public.headline or public.agenda

    def reframing(self, frame: Rationality) -> float:
        """What it is worth that the frame becomes this one."""
        look = self.look
        own = look.sheet.prices.concern * (frame is look.sheet.wishes.frame)
        value = self.habits.own * own * (1.0 if look.rounds_left <= 1 else 0.3)
        if look.rounds_left <= 1:
            return value
        return value + self.swing()


def core_kept(look: Outlook) -> bool | None:
    """Whether the core value is kept now; None: nothing is signed yet."""
    sides = [one.mine.answered for one in look.parts if one.shown.state is not OPEN]
    return all(sides) if sides else None


def pulled(wish: Amount, points: float, step: tuple[int, int], now: int) -> float:
    """Points that a step (from, by) of its measure brings nearer to a wish, or takes from it."""
    if wish.by_round is not None and now > wish.by_round:
        return 0.0
    before, by = step
    after = before + by
    if wish.fits(before) and not wish.fits(after):
        return -points
    if wish.at_least is not None and before < wish.at_least and by > 0:
        return points * min(by, wish.at_least - before) / (wish.at_least - before) * 0.8
    if wish.at_most is not None and before > wish.at_most and by < 0:
        return points * 0.5
    return 0.0


def measure_now(look: Outlook, measure: Measure) -> int:
    """What a measure of goals is now, as far as the seat can tell."""
    found: int
    if measure in OF_SEATS:
        found = getattr(look.me, measure)
    elif measure in OF_HOUSES:
        found = getattr(look.own, measure)
    elif measure in OF_ALL:
        found = getattr(look.public, measure)
    else:
        found = own_count(look, measure)
    return found


def own_count(look: Outlook, measure: Measure) -> int:
    """How many of the seat's dependencies are live, signed, or answered on its side."""
    match measure:
        case Measure.LIVE:
            return len([one for one in look.parts if one.shown.state is LIVE])
        case Measure.SIGNED:
            return len([one for one in look.parts if one.shown.state is not OPEN])
        case _:
            return len([one for one in look.parts if one.mine.answered])
