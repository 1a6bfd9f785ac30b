"""What a looking-ahead bot does beside dealing: tokens, facts, choices, shapes, votes and words."""

from collections.abc import Iterator
from typing import Final

from game.bots.ahead.ending import Judge
from game.bots.ahead.picture import HANDS, HOUSE, picture_of
from game.bots.base import Move
from game.bots.house.outlook import Work
from game.bots.house.voting import launching
from game.rng import Dice
from game.talk.backing import BackArchitecture, BackGovernance
from game.talk.facts import ShowFact
from game.talk.messages import Say
from game.talk.tokens import PlaceToken, TakeBack
from game.talk.votes import CallVote, CastVote
from game.vocabulary import (
    Architecture,
    Context,
    Governance,
    Rationality,
    SeatId,
    State,
    Topic,
)
from game.voices import Why

TRUST_MOST: Final = 3
FASTER: Final = 2
"""From so many tokens both ways on, a pair builds faster."""
SIGNATURES: Final = 2
"""Action points that the two signatures of a dependency took."""
ALL_TOGETHER: Final = 0.75


def facts(judge: Judge, draw: Dice) -> Iterator[Move]:
    """Show what is not common yet, as openly as this seat is."""
    for fact in judge.look.own.facts:
        one = judge.look.work(fact.dependency)
        if one is not None and one.shown.real is None and draw.share() < judge.habits.openness:
            yield Move(ShowFact(fact.dependency), Why.SHARES_KNOWLEDGE)


def tokens(judge: Judge, draw: Dice) -> Iterator[Move]:
    """Place one where it would save work; take back from those who broke their word."""
    look, habits = judge.look, judge.habits
    hand = look.own.hand
    done = {*look.own.placed_with, *look.faithless}
    for one in look.parts:
        other = one.theirs.seat
        if hand and other not in done and saves_work(judge, one):
            done.add(other)
            if draw.share() < habits.trusting:
                hand -= 1
                yield Move(PlaceToken(other), Why.BUILDS_TRUST)
    for other in sorted(look.faithless - {*look.own.taken_from, look.seat}):
        mine = look.trusts(look.seat, other)
        mine -= look.public.earned[look.place][look.index[other]]
        if mine > 0 and draw.share() > habits.trusting:
            yield Move(TakeBack(other), Why.WAS_LET_DOWN)


def saves_work(judge: Judge, one: Work) -> bool:
    """Whether one more token with the other side waives an objection, or lets both build faster."""
    look = judge.look
    if not one.left or one.real is False:
        return False
    lie, back = look.trusts(look.seat, one.theirs.seat), look.trusts(one.theirs.seat, look.seat)
    if lie >= TRUST_MOST:
        return False
    waives = not (one.mine.answered or one.mine.waived) and lie + 1 <= one.shown.sensitivity
    return waives or one.mine.protest or (lie < FASTER and back >= FASTER - 1)


def shape(judge: Judge) -> Iterator[Move]:
    """Back the architecture under which most links come off, and the governance that suits."""
    look = judge.look
    public = look.public
    if public.governance is None:
        wanted = Governance.NETWORK if judge.habits.turf >= 0.5 else Governance.HYBRID
        if look.me.governance is not wanted:
            yield Move(BackGovernance(wanted), Why.FITS_ITS_LOGIC)
    may = judge.sheet.architectures and public.round <= 2
    if not may or public.architecture is not Architecture.EXCHANGE:
        return
    reached = {one: under(judge, one) for one in Architecture}
    best = max(reached, key=lambda one: reached[one])
    if reached[best] <= reached[Architecture.EXCHANGE]:
        return
    host = host_for(judge) if best is Architecture.CENTRAL else None
    if (look.me.architecture, look.me.host) != (best, host):
        yield Move(BackArchitecture(best, host), Why.CHEAPER_TOGETHER)


def under(judge: Judge, shape: Architecture) -> float:
    """How many links would come off under an architecture, less what their autonomy is worth."""
    look, prices = judge.look, judge.sheet.prices
    strong = judge.sheet.context is Context.STRONG_REGISTERS
    picture = picture_of(look)
    lost = 0.0
    for at, one in enumerate(look.works):
        if shape is not Architecture.EXCHANGE and one.shown.state is not State.OPEN:
            # It opens again, and nothing of it is built.
            picture.work[at] += SIGNATURES + one.shown.progress
        match shape:
            case Architecture.CLEARING_HOUSE:
                # Less sensitive: more objections fall to tokens that lie there anyway.
                picture.work[at] += prices.clearing_house_effort - 1.2 * (one.shown.sensitivity > 1)
            case Architecture.CENTRAL:
                eased = (one.shown.effort > 1) + 0.7 * HOUSE
                picture.work[at] -= eased - (0 if strong else 0.8)
                lost = 0.0 if strong else 1.0
            case _:
                pass
    if shape is Architecture.CLEARING_HOUSE:
        picture.hands -= prices.hub_effort
    live = sum(judge.filled(picture, one)[0] for one in judge.futures) / len(judge.futures)
    return live - lost * (0.5 + judge.habits.turf + judge.habits.own)


def host_for(judge: Judge) -> SeatId:
    """The agency with most links: there is most to carry."""
    look = judge.look
    sides = [side.seat for one in look.works for side in one.shown.sides]
    return max(look.index, key=lambda one: (sides.count(one), -look.index[one]))


def call(judge: Judge) -> Iterator[Move]:
    """Ask for the vote as soon as this round may complete the service."""
    look, prices = judge.look, judge.sheet.prices
    if look.public.round < prices.vote_from or look.rounds_left <= 1:
        return
    now = picture_of(look)
    now.hands = ALL_TOGETHER * sum(one.capacity for one in look.public.seats)
    live = sum(judge.filled(now, one)[0] for one in judge.futures) / len(judge.futures)
    near = live >= look.public.need or judge.habits.eager > 0
    wants = near and look.public.support > prices.vote_support and judge.habits.public > 0.3
    if wants != look.me.calls_vote:
        yield Move(CallVote(wants), Why.READY_TO_LAUNCH if wants else Why.NOT_READY)


def vote(judge: Judge) -> Iterator[Move]:
    """Launch if that ends better than waiting; a promised vote is kept by who keeps promises."""
    look, habits = judge.look, judge.habits
    if look.public.votes is not None or look.own.vote is not None:
        return
    launch = launching(look) + habits.eager > waiting(judge)
    promised = {one.act.kind for one in look.due(look.seat)}
    if habits.reliable > 0.5 and promised & {"vote_launch", "vote_hold"}:
        launch = "vote_launch" in promised
    yield Move(CastVote(launch), Why.READY_TO_LAUNCH if launch else Why.NOT_READY)


def waiting(judge: Judge) -> float:
    """Public value to be expected of another round, or of ending without a launch."""
    look, prices = judge.look, judge.sheet.prices
    if look.rounds_left > 1:
        later = picture_of(look)
        later.hands -= HANDS * sum(one.capacity for one in look.public.seats)
        values = []
        for future in judge.futures:
            live = judge.filled(later, future)[0]
            values.append(judge.public(later, future, live)[2])
        return sum(values) / len(values)
    agreed = sum(one.shown.state in {State.SIGNED, State.LIVE} for one in look.works)
    return float(prices.paper) if agreed >= look.public.need else 0.0


def words(judge: Judge, draw: Dice) -> Iterator[Move]:
    """Say what this seat has on its mind: its domain, its purse, or the work."""
    look, habits = judge.look, judge.habits
    if not judge.sheet.words or draw.share() >= habits.talkative:
        return
    topic = Topic.CONTENT
    if draw.share() < habits.turf:
        topic = Topic.JURISDICTION
    elif look.me.rationality is Rationality.ECONOMIC and look.budget < 2:
        topic = Topic.COST
    said = judge.sheet.words.get(f"says.{topic.value}")
    waits = [one for one in look.parts if one.left and one.real is not False]
    if said is None or not waits:
        return
    least = min(waits, key=lambda one: one.left).id
    name = judge.sheet.words.get(f"dependencies.{least}.name", least)
    yield Move(Say(said.replace("{dependency}", name), topic), Why.SPEAKS_UP)
