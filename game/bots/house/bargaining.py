"""What a house bot offers: work that needs two, a frame that needs a second, peace on turf."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from game.acts import Act, Pledge, Terms
from game.bots.base import Move
from game.bots.house.appraisal import incoming
from game.bots.house.means import Means, possible
from game.bots.house.orders import lacking, may_direct
from game.bots.house.outlook import Outlook, Work
from game.bots.house.planning import cost_of, is_frozen, maps
from game.bots.house.scale import AP_PRICE, Scale
from game.rng import Dice
from game.talk.deals import Offer
from game.vocabulary import DealState, DependencyId, Holder, Rationality, SeatId, State
from game.voices import Why

OFFERS = 2
"""How many offers of its own a house bot has open at a time, its frame apart."""


FRAME_PRICE = 0.4
"""What the two action points of a new frame would bring elsewhere, in steps towards need."""


class Bargain(Struct, gc=False):
    """An offer to be made."""

    to: SeatId
    give: tuple[Act, ...]
    get: tuple[Act, ...]
    tell: tuple[DependencyId, ...] = ()
    pay: int = 0


def offers(scale: Scale, mine: Means, draw: Dice) -> list[Move]:
    """The offers of this seat's own, best first, within what both sides can give."""
    look = scale.look
    made = [one for one in (*look.public.deals, *look.own.deals) if one.by == look.seat]
    room = OFFERS - sum([one.state is DealState.OPEN for one in made])
    moves: list[Move] = []
    asked = {one.to for one in made} | {one.by for one in incoming(look)}
    for work in ranked(scale):
        if room <= 0 or mine.points <= 0:
            break
        bargain = bargain_on(scale, work)
        if bargain is None or bargain.to in asked:
            continue
        terms = priced(scale, bargain)
        if not possible(mine, bargain.to, *terms):
            continue
        moves.append(offered(scale, bargain.to, terms, draw))
        asked.add(bargain.to)
        room -= 1
        mine.settle(*terms)
    if mine.points > 0:
        moves += orders(scale, mine, asked, draw)
        moves += framing(scale, mine, asked, draw)
    moves += peace(scale, mine, asked, draw)
    return moves


def ranked(scale: Scale) -> list[Work]:
    """The work of this seat that it wants, best first."""
    wanted = [
        (scale.density(one), one) for one in scale.look.parts if one.left and one.real is not False
    ]
    wanted.sort(key=lambda pair: -pair[0])
    return [one for density, one in wanted if density > 0]


def bargain_on(scale: Scale, one: Work) -> Bargain | None:
    """What to agree with the other side of a dependency for this round; None: nothing."""
    look, mine, theirs = scale.look, one.mine, one.theirs
    if not leads(look, one):
        return None
    match one.shown.state:
        case State.OPEN if one.real:
            return signing(look, one)
        case State.OPEN if maps(look, one):
            return Bargain(theirs.seat, (Act("map", one.id),), ())
        case State.SIGNED if not (mine.protest or theirs.protest):
            return building(look, one)
        case State.SIGNED | State.SUSPENDED:
            give = () if theirs.answered else (Act("answer", one.id, theirs.seat),)
            get = () if mine.answered else (Act("answer", one.id, mine.seat),)
            return Bargain(theirs.seat, give, get) if give or get else None
        case _:
            return None


def leads(look: Outlook, one: Work) -> bool:
    """Whether this seat should speak first: of two bots the side that stands first does."""
    if one.shown.sides[0].seat == look.seat or one.shown.real is None:
        return True
    return look.seat_of(one.theirs.seat).holder is not Holder.BOT


def signing(look: Outlook, one: Work) -> Bargain | None:
    """Both sign in this round, and each answers what the other objects."""
    mine, theirs = one.mine, one.theirs
    partner = theirs.seat
    sign = Act("sign", one.id)
    if one.id in look.agreed() or not look.may_sign(one.id):
        return None
    give: tuple[Act, ...] = (sign,)
    get: tuple[Act, ...] = (sign,)
    if not (theirs.answered or theirs.waived):
        give = (Act("answer", one.id, partner), *give)
    if not (mine.answered or mine.waived):
        get = (Act("answer", one.id, look.seat), *get)
    return Bargain(partner, give, get, () if one.shown.real else (one.id,))


def building(look: Outlook, one: Work) -> Bargain | None:
    """Each builds its part."""
    partner = one.theirs.seat
    build = Act("build", one.id)
    if any(promise.act == build for promise in look.due(look.seat)):
        return None
    left = one.shown.effort - one.shown.progress
    bonus = look.trusts(look.seat, partner) >= 2 <= look.trusts(partner, look.seat)
    alone = max(0, left - bonus)
    if alone == 0 or is_frozen(look, one):
        return None
    # One act that works keeps several equal promises: so each promises one, and plans its share.
    return Bargain(partner, (build,), (build,) if alone > 1 else ())


def orders(scale: Scale, mine: Means, asked: set[SeatId], draw: Dice) -> Iterator[Move]:
    """As the sponsor: offer to sign by order what lies between others, who do their part."""
    look = scale.look
    found = [one for one in look.works if not one.party and may_direct(look, one)]
    found.sort(key=lambda one: -scale.density(one))
    for one in found[: look.public.directives]:
        direct = Act("direct", one.id)
        bargain = order(one, direct, asked)
        if bargain.to in asked or scale.density(one) <= AP_PRICE:
            continue
        terms = priced(scale, bargain)
        if possible(mine, bargain.to, *terms):
            asked.add(bargain.to)
            mine.settle(*terms)
            yield offered(scale, bargain.to, terms, draw)


def order(one: Work, direct: Act, taken: set[SeatId]) -> Bargain:
    """An order against the answer that only a party can be asked for, else against building."""
    first, second = one.mine, one.theirs
    answers = lacking(one)
    if not answers:
        builder = second if first.seat in taken else first
        return Bargain(builder.seat, (direct,), (Act("build", one.id),))
    asked = first if answers[0].seat == second.seat else second
    return Bargain(asked.seat, (*answers[1:], direct), (answers[0],))


def priced(scale: Scale, bargain: Bargain) -> tuple[Terms, Terms]:
    """The bargain as terms; who thinks of itself first asks for money, who does not may give it."""
    look = scale.look
    now = look.public.round
    partner = look.seat_of(bargain.to)
    answers_cost = sum(cost_of(look, one) for one in bargain.get)
    short = partner.budget < answers_cost
    pay = 1 if short and look.budget > 2 and scale.habits.public >= scale.habits.own else 0
    greedy = scale.habits.own > 2 * scale.habits.public and partner.budget > 2
    sell = greedy and look.me.rationality is Rationality.ECONOMIC
    give = Terms(pay=pay, tell=bargain.tell, promise=tuple(Pledge(a, now) for a in bargain.give))
    get = Terms(pay=int(sell), promise=tuple(Pledge(a, now) for a in bargain.get))
    return give, get


def offered(scale: Scale, to: SeatId, terms: tuple[Terms, Terms], draw: Dice) -> Move:
    """The offer, sometimes in confidence."""
    secret = scale.habits.discretion > 0 and draw.share() < scale.habits.discretion
    return Move(Offer(to, *terms, confidential=secret), Why.SEEKS_PARTNER)


def framing(scale: Scale, mine: Means, asked: set[SeatId], draw: Dice) -> Iterator[Move]:
    """Ask a second seat to present the project as this one would."""
    look = scale.look
    frame = scale.frame_wanted(ahead=draw.share() < scale.habits.foresight)
    if frame is look.public.frame or scale.reframing(frame) <= FRAME_PRICE * scale.step:
        return
    act = Act("frame", frame=frame)
    agreed = [one for one in look.promises if one.act.kind == "frame"]
    spoken = any(
        pledge.act.kind == "frame"
        for deal in (*look.public.deals, *look.own.deals)
        if deal.state in {DealState.OPEN, DealState.ACCEPTED}
        for pledge in deal.give.promise
    )
    # One voice is enough: the sponsor's, or that of the seat whose logic it is.
    speaks = look.seat == look.public.sponsor or look.sheet.rationality is frame
    if agreed or spoken or not speaks or draw.share() < 0.3:
        return
    yield from pact(mine, act, asked, lambda one: look.trusts(one, look.seat))


def pact(
    mine: Means, act: Act, asked: set[SeatId], liking: Callable[[SeatId], int]
) -> Iterator[Move]:
    """That both do the same, or refrain from it: asked of the best liked of those who can."""
    look = mine.look
    terms = Terms(promise=(Pledge(act, look.public.round),))
    others = [
        one.id
        for one in look.public.seats
        if one.id != look.seat and one.id not in asked and possible(mine, one.id, terms, terms)
    ]
    if others:
        ally = max(others, key=liking)
        asked.add(ally)
        mine.settle(terms, terms)
        yield Move(Offer(ally, terms, terms), Why.SEEKS_ALLY)


def peace(scale: Scale, mine: Means, asked: set[SeatId], draw: Dice) -> Iterator[Move]:
    """Whose turf is dear asks others to keep off it too."""
    look = scale.look
    if draw.share() >= scale.habits.turf * 0.5:
        return
    kind = "no_guard" if draw.share() < 0.5 else "no_portal"
    yield from pact(mine, Act(kind), asked, lambda one: look.trusts(look.seat, one))
