"""What an offer is worth to the seat that was asked, and how it answers."""

from msgspec.structs import replace

from game.acts import Act, Pledge
from game.bots.base import Move
from game.bots.house.means import Means, possible
from game.bots.house.outlook import Outlook
from game.bots.house.planning import cost_of, is_done
from game.bots.house.politics import harm_of_turf
from game.bots.house.scale import AP_PRICE, Scale
from game.talk.deals import Accept, Decline, Offer
from game.views.deals import DealView
from game.vocabulary import SeatId, State
from game.voices import Why

UNTRUE = 0.4
"""Credit of a promise by somebody who is known to have broken one."""


def answers(scale: Scale, mine: Means) -> list[Move]:
    """An answer to every open offer to this seat, oldest first; what it accepts is settled."""
    look = scale.look
    moves: list[Move] = []
    for deal in incoming(look):
        if not acceptable(mine, deal):
            moves.append(Move(Decline(deal.id), Why.HANDS_FULL))
            continue
        value = worth(scale, deal)
        if value > 0:
            mine.settle(deal.get, deal.give)
            moves.append(Move(Accept(deal.id), Why.DEAL_PAYS))
        else:
            moves.append(refuse(scale, mine, deal, value))
    return moves


def incoming(look: Outlook) -> list[DealView]:
    """Offers to this seat that are still open: first they are answered, then come others."""
    return [one for one in look.offers if one.to == look.seat]


def acceptable(mine: Means, deal: DealView) -> bool:
    """Whether the deal can be carried out now, and this seat can do its part in this round."""
    theirs = Means(mine.look, deal.by)
    return mine.keeps(deal.by, deal.get, deal.give) and theirs.bears(mine.seat, deal.give, deal.get)


def refuse(scale: Scale, mine: Means, deal: DealView, value: float) -> Move:
    """Decline, or ask for a little money too where that would tip the scales."""
    look = scale.look
    more = replace(deal.give, pay=deal.give.pay + 1)
    rich = look.seat_of(deal.by).budget - deal.give.pay > 1
    may_ask = deal.counters is None and rich and possible(mine, deal.by, deal.get, more)
    if may_ask and value + scale.budget(1) > 0 and scale.habits.own > scale.habits.public:
        return Move(Offer(deal.by, deal.get, more, counters=deal.id), Why.ASKS_MORE)
    return Move(Decline(deal.id), Why.DEAL_COSTS)


def standing(look: Outlook) -> list[DealView]:
    """Offers of this seat's own that are still open."""
    return [one for one in look.offers if one.by == look.seat]


def overtaken(mine: Means) -> list[DealView]:
    """Those of them that could not be accepted any more: they are to be withdrawn."""
    look = mine.look
    return [
        one
        for one in standing(look)
        if not (
            mine.bears(one.to, one.give, one.get)
            and Means(look, one.to).bears(look.seat, one.get, one.give)
        )
    ]


def worth(scale: Scale, deal: DealView) -> float:
    """What an offer is worth to the seat that was asked: what it gets, less what it gives."""
    look, habits = scale.look, scale.habits
    credit = UNTRUE + (1 - UNTRUE) * habits.trusting
    if deal.by in look.faithless:
        credit *= UNTRUE
    gets = sum([done_by_other(scale, one, deal.by) for one in deal.give.promise]) * credit
    gets += scale.budget(1) * deal.give.pay + (scale.tokens(1) + 0.05) * deal.give.place
    gets += sum([0.2 * scale.step for one in deal.give.tell if look.knows(one) is None])
    gives = sum([done_by_me(scale, one) for one in deal.get.promise])
    gives += scale.budget(-1) * deal.get.pay
    gives -= 0.1 * (1 - habits.trusting) * deal.get.place
    gives -= 0.4 * (1 - habits.openness) * len(deal.get.tell)
    return gets + gives


def done_by_other(scale: Scale, pledge: Pledge, by: SeatId) -> float:
    """What it is worth to this seat that another one does this."""
    act = pledge.act
    one = scale.look.work(act.dependency)
    if one is not None:
        if is_done(scale.look, act) or one.real is False:
            return 0.0
        value = max(0.0, scale.density(one))
        if act.kind == "answer" and act.seat == scale.look.seat and not scale.core_kept:
            value += 0.3 * scale.habits.own * scale.look.sheet.prices.core_value
        return value
    return shared_value(scale, act) * (1.0 if by != scale.look.seat else 0.5)


def done_by_me(scale: Scale, pledge: Pledge) -> float:
    """What it is worth, its action point paid, that this seat does this itself."""
    look, act = scale.look, pledge.act
    one = look.work(act.dependency)
    if one is not None:
        if is_done(look, act) or one.real is False or one.shown.state is State.LIVE:
            return -AP_PRICE
        density = scale.density(one)
        if act.kind == "sign" and one.real is None:
            density *= 0.5
        return density - AP_PRICE + scale.budget(-cost_of(look, act))
    match act.kind:
        case "no_guard":
            return -0.3 * scale.habits.turf * scale.habits.own
        case "no_portal":
            return min(0.0, harm_of_turf(scale) - scale.habits.own * look.sheet.prices.portal)
        case "guard":
            return scale.autonomy(1) - harm_of_turf(scale) - AP_PRICE
        case _:
            return shared_value(scale, act) + scale.budget(-cost_of(look, act)) - AP_PRICE


def shared_value(scale: Scale, act: Act) -> float:
    """What an act without a dependency is worth to this seat, whoever does it."""
    public = scale.look.public
    match act.kind:
        case "frame" if act.frame is not None:
            wanted = {scale.frame_wanted(ahead=True), scale.frame_wanted(ahead=False)}
            return 0.5 * scale.reframing(act.frame) if act.frame in wanted else 0.0
        case "counter":
            return 0.5 * scale.support(1) + scale.habits.own * 0.5
        case "lobby" if public.frame is public.agenda:
            return scale.support(1)
        case "reform":
            return 0.3 * scale.step
        case "no_portal" | "no_guard":
            return 0.05 + 0.2 * scale.habits.turf
        case "vote_launch":
            return 0.1 * scale.stake
        case "portal" | "guard" | "vote_hold":
            return -0.1 * scale.stake
        case _:
            return 0.0
