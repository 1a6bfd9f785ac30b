"""Launch votes, choices on cards, and the shape of the whole: where one voice counts among many."""

from collections.abc import Iterator

from game.bots.base import Move
from game.bots.house.outlook import Outlook
from game.bots.house.scale import Scale
from game.bots.house.weighing import option_worth
from game.course.scores import FAIR_RATING
from game.course.year_one import ABSORBING_FROM, QUARTERS
from game.effects.base import ALL
from game.talk.backing import BackArchitecture, BackGovernance
from game.talk.votes import CallVote, CastVote, Choose
from game.vocabulary import (
    Architecture,
    Context,
    Governance,
    SeatId,
    State,
)
from game.voices import Why

HOLDS = 0.9
"""How likely a service that is complete at launch still is after year one, more or less."""
AUTONOMY_PRICE = 1.2
"""Action points that a point of everybody's autonomy is weighed like, in the choice of a shape."""
NOW = 0.7
"""Share of the action points of this round that goes where a launch needs them."""
ONE_ROUND = 6.0
"""More work than this on one dependency is not done in one round."""
SIGNATURES = 2.0
"""Action points that the two signatures of a dependency took."""


def vote(scale: Scale) -> Iterator[Move]:
    """Launch, if what may be expected of it is more than what is expected of holding."""
    look = scale.look
    if look.public.votes is not None or look.own.vote is not None:
        return
    promised = {one.act.kind for one in look.due(look.seat)}
    launch = launching(look) + scale.habits.eager > holding(scale)
    if "vote_launch" in promised and scale.habits.reliable > 0.5:
        launch = True
    elif "vote_hold" in promised and scale.habits.reliable > 0.5:
        launch = False
    yield Move(CastVote(launch), Why.READY_TO_LAUNCH if launch else Why.NOT_READY)


def launching(look: Outlook) -> float:
    """Public value to be expected of a launch now (RULES section 7)."""
    public, prices = look.public, look.sheet.prices
    early = prices.early * (public.rounds - public.round)
    bounced = max(0, public.need - look.live)
    absorbed = min(bounced, max(0, public.counter - ABSORBING_FROM))
    slide = QUARTERS * (1 if bounced == 0 else absorbed - bounced)
    rating = min(10, max(0, public.rating + slide))
    if bounced == 0:
        return HOLDS * (prices.joined_up + early) + (1 - HOLDS) * prices.facade
    return float(prices.facade if rating >= FAIR_RATING else prices.withdrawn)


def holding(scale: Scale) -> float:
    """Public value to be expected of going on, or of ending without a launch."""
    look, prices = scale.look, scale.look.sheet.prices
    if look.rounds_left > 1:
        return look.hope * prices.joined_up * 0.8
    agreed = sum(one.shown.state in {State.SIGNED, State.LIVE} for one in look.works)
    return float(prices.paper if agreed >= look.public.need else 0)


def call(scale: Scale) -> Iterator[Move]:
    """Call the vote early where the work of this round may complete the service."""
    look = scale.look
    if look.public.round < look.sheet.prices.vote_from or look.rounds_left <= 1:
        return
    near = look.missing <= within_reach(look) or scale.habits.eager > 0
    ready = near and look.public.support > look.sheet.prices.vote_support
    wants = ready and scale.habits.public >= scale.habits.own and scale.habits.foresight > 0.3
    if wants != look.me.calls_vote:
        yield Move(CallVote(wants), Why.READY_TO_LAUNCH if wants else Why.NOT_READY)


def within_reach(look: Outlook) -> int:
    """How many more could be live at the end of this round, if all put their hands to it."""
    hands = NOW * sum(one.capacity for one in look.public.seats)
    waiting = sorted(one.left for one in look.works if one.left and one.real is not False)
    count = 0
    for left in waiting:
        hands -= left
        if left > ONE_ROUND or hands < 0:
            break
        count += 1
    return count


def choose(scale: Scale) -> Iterator[Move]:
    """The option of the card that serves best."""
    look = scale.look
    card = look.public.card
    if card is None or not card.choosing or card.choice is None:
        return
    if card.choice.by not in {ALL, look.seat}:
        return
    best = max(card.choice.options, key=lambda one: option_worth(scale, one))
    if look.me.choice != best.id:
        yield Move(Choose(best.id), Why.BEST_OPTION)


def back(scale: Scale) -> Iterator[Move]:
    """Back another architecture where it would save work, early on; and a governance if asked."""
    yield from back_governance(scale)
    look, public = scale.look, scale.look.public
    if not look.sheet.architectures or public.round > 2:
        return
    if public.architecture is not Architecture.EXCHANGE:
        return
    costs = {one: shape_cost(look, one) for one in Architecture}
    best = min(costs, key=lambda one: costs[one])
    if costs[Architecture.EXCHANGE] - costs[best] <= upheaval(look):
        return
    host = busiest(look) if best is Architecture.CENTRAL else None
    if (look.me.architecture, look.me.host) != (best, host):
        yield Move(BackArchitecture(best, host), Why.CHEAPER_TOGETHER)


def upheaval(look: Outlook) -> float:
    """Action points lost by another architecture: what is signed opens again, nothing built."""
    return sum(
        SIGNATURES + one.shown.progress for one in look.works if one.shown.state is not State.OPEN
    )


def shape_cost(look: Outlook, shape: Architecture) -> float:
    """Action points to need under an architecture, autonomy weighed in."""
    prices, context = look.sheet.prices, look.sheet.context
    strong = context is Context.STRONG_REGISTERS
    effort, sensitivity, autonomy, extra = 0, 0, 0.0, 0.0
    reforms = REFORMS
    if shape is Architecture.CLEARING_HOUSE:
        effort, sensitivity, extra = prices.clearing_house_effort, -1, float(prices.hub_effort)
    elif shape is Architecture.CENTRAL:
        effort, sensitivity = -1, 0 if strong else 1
        autonomy, reforms = 0.0 if strong else 1.7, 1 / prices.host_room
    open_ = sorted(
        [
            max(1, one.shown.effort + effort)
            + 2 * objecting(one.shown.sensitivity + sensitivity)
            + autonomy * AUTONOMY_PRICE
            for one in look.works
            if one.real is not False
        ]
    )
    return sum(open_[: look.public.need]) + extra + reforms * look.public.need


REFORMS = 1.2
"""Reforms for each live dependency where every house needs room of its own."""


def objecting(sensitivity: int) -> float:
    """Share of sides that need an answer because tokens do not suffice."""
    if sensitivity <= 1:
        return 0.15
    return 0.5 if sensitivity == 2 else 0.9


def busiest(look: Outlook) -> SeatId:
    """The agency that is party to most dependencies: the natural host."""
    sides = [side.seat for one in look.works for side in one.shown.sides]
    return max(look.index, key=lambda one: (sides.count(one), -look.index[one]))


def back_governance(scale: Scale) -> Iterator[Move]:
    """The sponsor likes means of its own, who minds its turf likes none; others take the middle."""
    look = scale.look
    if look.public.governance is not None:
        return
    if scale.habits.turf >= 0.5:
        wanted = Governance.NETWORK
    elif look.seat == look.public.sponsor and scale.habits.own > scale.habits.public:
        wanted = Governance.HIERARCHY
    else:
        wanted = Governance.HYBRID
    if look.me.governance is not wanted:
        yield Move(BackGovernance(wanted), Why.FITS_ITS_LOGIC)
