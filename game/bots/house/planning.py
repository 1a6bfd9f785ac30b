"""What a house bot plans for the reveal: what it promised first, then what is worth most.

A bundle is a set of acts that makes sense only together (an answer and the signature it opens).
"""

from collections.abc import Iterator

from game.acts import Act
from game.bots.house.board import LIVE, OPEN, SIGNED, is_sound
from game.bots.house.bundle import Bundle
from game.bots.house.orders import lacking, may_direct, sides_resist
from game.bots.house.outlook import Outlook, Work, takes_a_point
from game.bots.house.politics import for_itself, for_politics
from game.bots.house.scale import AP_PRICE, Scale
from game.goals import Measure
from game.rng import Dice
from game.vocabulary import HUB, Architecture, Rationality

PROMISED = 100.0
"""Above every other value: a promise that is to be kept comes first."""
ALONE = 0.45
"""How likely a partner signs or builds along without having promised, at full trust."""


def plan(scale: Scale, draw: Dice) -> tuple[Act, ...]:
    """The acts of this round."""
    bundles = [*promised(scale, draw), *wishes(scale, draw)]
    bundles.sort(key=lambda one: -one.value)
    chosen: list[Act] = []
    left, budget = scale.look.points, scale.look.budget
    for one in bundles:
        new = [act for act in one.acts if act not in chosen or act.kind in REPEATED]
        if not new or len(new) > left or one.cost > budget or one.value <= AP_PRICE:
            continue
        chosen += new
        left -= len(new)
        budget -= one.cost
    return tuple(chosen)


REPEATED = frozenset({"build", "counter", "reform", "lobby", "guard", "portal"})
"""Kinds that may stand in a plan several times."""


def promised(scale: Scale, draw: Dice) -> Iterator[Bundle]:
    """What fell due and is to be kept; the rest competes with everything else."""
    look = scale.look
    for one in look.due(look.seat):
        if not takes_a_point(one.act) or is_done(look, one.act):
            continue
        if draw.share() < scale.habits.reliable:
            yield Bundle(PROMISED + ORDER.get(one.act.kind, 0), (one.act,), cost_of(look, one.act))


ORDER = {"answer": 3, "sign": 2, "map": 1}
"""What comes first where there are too few action points for all that was promised."""


def is_done(look: Outlook, act: Act) -> bool:
    """Whether somebody has seen to it already."""
    one = look.work(act.dependency)
    if one is None:
        return False
    match act.kind:
        case "answer":
            return any(side.seat == act.seat and side.answered for side in one.shown.sides)
        case "sign":
            return one.shown.state is not OPEN
        case "map":
            return one.shown.real is not None
        case _:
            return False


def cost_of(look: Outlook, act: Act) -> int:
    """Budget that an act costs if it works."""
    if act.kind == "answer" and act.seat is not None:
        return int(look.seat_of(act.seat).rationality is Rationality.ECONOMIC)
    return int(act.kind in {"reform", "counter", "portal"})


def wishes(scale: Scale, draw: Dice) -> Iterator[Bundle]:
    """Everything that this seat could want to do, with what it is worth."""
    for one in scale.look.works:
        if one.left and one.real is not False:
            yield from for_work(scale, one)
        elif one.party and one.real:
            yield from polish(scale, one)
    yield from for_room(scale)
    yield from for_politics(scale, draw)
    yield from for_itself(scale)


def for_work(scale: Scale, one: Work) -> Iterator[Bundle]:
    """The next steps of a dependency."""
    density = scale.density(one)
    if density <= 0:
        return
    state = one.shown.state
    if state is SIGNED:
        yield from building(scale, one, density)
    elif state is not OPEN:
        yield from answering(scale, one, density)
    elif one.real is None:
        yield from mapping(scale, one, density)
    else:
        yield from directing(scale, one, density)
        kind = signing if one.party else helping
        yield from kind(scale, one, density)


def mapping(scale: Scale, one: Work, density: float) -> Iterator[Bundle]:
    """Find out whether it is real, unless the other side is to do it."""
    if not one.party:
        return
    look = scale.look
    act = Act("map", one.id)
    if any(promise.act == act for promise in look.due(one.theirs.seat)):
        return
    yield Bundle(density * (1.3 if maps(look, one) else 0.4), (act,))


def maps(look: Outlook, one: Work) -> bool:
    """Whether it is this seat's turn to map it: who stands first does in odd rounds."""
    return (one.shown.sides[0].seat == look.seat) == bool(look.public.round % 2)


def signing(scale: Scale, one: Work, density: float) -> Iterator[Bundle]:
    """Sign it, with the answer that the other side still needs."""
    look, mine, theirs = scale.look, one.mine, one.theirs
    partner = theirs.seat
    due = look.due(partner)
    answer, sign = Act("answer", one.id, partner), Act("sign", one.id)
    needs = not (theirs.answered or theirs.waived or look.others_will(answer))
    cost = cost_of(look, answer) if needs else 0
    mine_settled = mine.answered or mine.waived
    if not mine_settled and not any(p.act == Act("answer", one.id, look.seat) for p in due):
        if needs:
            yield Bundle(density * ALONE, (answer,), cost)
        if mine.overridden and look.rounds_left <= 2:
            harm = scale.autonomy(-1) + scale.backing(-1)
            yield Bundle((density + harm) * ALONE, (sign,))
        return
    sure = any(promise.act == sign for promise in due)
    likely = 1.0 if sure else ALONE * (0.5 + look.trusts(partner, look.seat) / 4)
    if look.others_will(Act("direct", one.id)):
        if needs:
            yield Bundle(density, (answer,), cost)
        return
    if not (sure or look.may_sign(one.id)):
        return
    acts = (answer, sign) if needs else (sign,)
    yield Bundle(density * likely * 1.4, acts, cost)


def helping(scale: Scale, one: Work, density: float) -> Iterator[Bundle]:
    """Answer for others what stands between them; the sponsor may direct."""
    look = scale.look
    for side in one.shown.sides:
        if not (side.answered or side.waived):
            act = Act("answer", one.id, side.seat)
            if not look.others_will(act):
                yield Bundle(density * 0.8, (act,), cost_of(look, act))


def directing(scale: Scale, one: Work, density: float) -> Iterator[Bundle]:
    """As the sponsor: sign by order what the parties have not agreed to sign, answered first."""
    look = scale.look
    if not may_direct(look, one):
        return
    direct = Act("direct", one.id)
    answers = tuple(
        act for act in lacking(one) if act.seat != look.seat and not look.others_will(act)
    )
    mine_open = one.party and not (one.mine.answered or one.mine.waived)
    if not mine_open or look.others_will(Act("answer", one.id, look.seat)):
        cost = sum(cost_of(look, act) for act in answers)
        yield Bundle(density * DIRECTED, (*answers, direct), cost)
    if any(side.overridden for side in one.shown.sides) and not sides_resist(one):
        yield Bundle(density * ALONE, (direct,))


DIRECTED = 1.1
"""An order takes one action point where two signatures take two, but it makes no friends."""


def answering(scale: Scale, one: Work, density: float) -> Iterator[Bundle]:
    """Answer what keeps a suspended dependency from coming back, or leaves it under protest."""
    look = scale.look
    for side in one.shown.sides:
        if side.seat != look.seat and not side.answered and one.real:
            act = Act("answer", one.id, side.seat)
            if not look.others_will(act):
                yield Bundle(density, (act,), cost_of(look, act))


def building(scale: Scale, one: Work, density: float) -> Iterator[Bundle]:
    """Build it, as far as the other side does not; end a protest that would not survive."""
    look, mine, theirs = scale.look, one.mine, one.theirs
    if not is_sound(one.shown):
        yield from answering(scale, one, density)
    if not one.party or mine.protest:
        return
    left = one.shown.effort - one.shown.progress
    if left <= 0 or is_frozen(look, one):
        return
    partner = theirs.seat
    act = Act("build", one.id)
    bonus = look.trusts(look.seat, partner) >= 2 <= look.trusts(partner, look.seat)
    theirs_due = sum(promise.act == act for promise in look.due(partner))
    alone = max(1, left - bonus)
    share = alone - theirs_due if theirs_due or theirs.protest else (alone + 1) // 2
    # What it has promised itself stands in the plan already.
    share -= sum(promise.act == act for promise in look.due(look.seat))
    for number in range(max(share, 0)):
        yield Bundle(density * (1.2 - 0.1 * number), (act,))
    if not theirs_due:
        for number in range(alone - max(share, 1)):
            yield Bundle(density * (0.5 - 0.1 * number), (act,))


def is_frozen(look: Outlook, one: Work) -> bool:
    """Whether a card keeps it from being built in this round."""
    freeze = look.public.freeze
    return freeze is not None and one.shown.sensitivity >= freeze


def polish(scale: Scale, one: Work) -> Iterator[Bundle]:
    """A live one: answer the other side for good, before an incident asks for it."""
    if one.theirs.answered:
        return
    act = Act("answer", one.id, one.theirs.seat)
    if scale.look.others_will(act):
        return
    worth = 0.15 * scale.step if is_sound(one.shown) else 0.8 * scale.step
    yield Bundle(worth, (act,), cost_of(scale.look, act))


def for_room(scale: Scale) -> Iterator[Bundle]:
    """Routines that carry what is on its way, and the hub or host that all need."""
    look = scale.look
    coming = [
        scale.live(one)
        for one in look.parts
        if one.real and one.shown.state is not LIVE and (one.shown.state is SIGNED or one.target)
    ]
    coming.sort(reverse=True)
    own = scale.habits.own * scale.pull(Measure.ROUTINES, 1) + scale.budget(-1)
    own += scale.backing(1)
    if look.public.architecture is Architecture.CENTRAL:
        host = look.public.host
        act = Act("reform", seat=None if host == look.seat else host)
        yield Bundle(0.6 * scale.step + scale.budget(-1), (act,), 1)
    elif look.own.routines < 3 and may_reform(look):
        lacking = coming[max(look.own.room, 0) :]
        signed = sum([one.shown.state is SIGNED for one in look.parts])
        urgent = 1.0 if signed > look.own.room else 0.35
        yield Bundle(own + urgent * (lacking[0] if lacking else 0.0), (Act("reform"),), 1)
    if look.public.architecture is Architecture.CLEARING_HOUSE and look.board.hub_left:
        for _ in range(3):
            yield Bundle(0.5 * scale.step, (Act("build", HUB),))


def may_reform(look: Outlook) -> bool:
    """Where the own house has a say, routines follow what was joined outside (coded: C15)."""
    if look.own.backing is None:
        return True
    joined = sum(one.party and one.shown.state is not OPEN for one in look.works)
    coming = sum(look.work(one) is not None for one in look.agreed())
    return joined + coming >= look.own.routines
