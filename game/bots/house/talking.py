"""What a house bot does in Talk besides bargaining: tokens, facts, choices, calls, words."""

from collections.abc import Iterator

from game.bots.base import Move
from game.bots.house.outlook import Work
from game.bots.house.scale import Scale
from game.rng import Dice
from game.talk.facts import ShowFact
from game.talk.messages import Say
from game.talk.tokens import PlaceToken, TakeBack
from game.vocabulary import DependencyId, SeatId, State, Topic
from game.voices import Why

TRUST_WANTED = 2
"""Tokens both ways from here on build faster; more of them waive more."""
TRUST_MOST = 3


def facts(scale: Scale, draw: Dice) -> Iterator[Move]:
    """Show what is not common yet, as openly as this seat is."""
    common = {one.id for one in scale.look.works if one.shown.real is not None}
    for fact in scale.look.own.facts:
        if fact.dependency not in common and draw.share() < scale.habits.openness:
            yield Move(ShowFact(fact.dependency), Why.SHARES_KNOWLEDGE)


def tokens(scale: Scale, draw: Dice) -> Iterator[Move]:
    """Trust those with whom there is work to do; take tokens back from those who let one down."""
    look, habits = scale.look, scale.habits
    hand = look.own.hand
    placed = set(look.own.placed_with)
    worked: set[SeatId] = set()
    for one in look.parts:
        if one.left == 0 or one.real is False:
            continue
        other = one.theirs.seat
        if other in worked or not hand or other in placed:
            continue
        if other in look.faithless or not wants_token(scale, one):
            continue
        worked.add(other)
        if draw.share() < habits.trusting:
            hand -= 1
            yield Move(PlaceToken(other), Why.BUILDS_TRUST)
    yield from taken_back(scale, draw)


def wants_token(scale: Scale, one: Work) -> bool:
    """Whether one more token with the other side would waive something or build faster."""
    look = scale.look
    if scale.density(one) <= 0:
        return False
    trust = look.trusts(look.seat, one.theirs.seat)
    if trust >= TRUST_MOST:
        return False
    stands = one.shown.state is not State.LIVE and not (one.mine.answered or one.mine.waived)
    return stands or one.mine.protest or trust < TRUST_WANTED


def taken_back(scale: Scale, draw: Dice) -> Iterator[Move]:
    """Withdraw trust where a promise was broken."""
    look = scale.look
    for seat in look.public.seats:
        if seat.id == look.seat or seat.id in look.own.taken_from:
            continue
        mine = look.trusts(look.seat, seat.id) - look.public.earned[look.place][look.index[seat.id]]
        if mine > 0 and seat.id in look.faithless and draw.share() > scale.habits.trusting:
            yield Move(TakeBack(seat.id), Why.WAS_LET_DOWN)


def words(scale: Scale, draw: Dice) -> Iterator[Move]:
    """Say what matters to this seat now: the work, the money, or its own domain."""
    look, habits = scale.look, scale.habits
    if not look.sheet.words or draw.share() >= habits.talkative:
        return
    if draw.share() < habits.turf:
        topic = Topic.JURISDICTION
    elif look.budget == 0:
        topic = Topic.COST
    else:
        topic = Topic.CONTENT
    said = look.sheet.words.get(f"says.{topic.value}")
    if said is not None:
        yield Move(Say(said.replace("{dependency}", name_of(scale)), topic), Why.SPEAKS_UP)


def name_of(scale: Scale) -> str:
    """The words for the dependency that this seat would most like to see live."""
    mine = [one for one in scale.look.parts if one.left]
    best = max(mine, key=scale.density, default=None)
    if best is None:
        return "-"
    return dependency_words(scale, best.id)


def dependency_words(scale: Scale, dependency: DependencyId) -> str:
    """What a dependency is called."""
    return scale.look.sheet.words.get(f"dependencies.{dependency}.name", dependency)
