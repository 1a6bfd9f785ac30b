"""What a seat could do in a round: acts that make sense only together, a few for each matter."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from game.acts import Act
from game.bots.house.orders import may_direct
from game.bots.house.outlook import Outlook, Work
from game.bots.house.planning import is_frozen, maps
from game.vocabulary import HUB, Architecture, State

ALONE: Final = 0.35
"""How likely another seat signs along without having promised."""
SECONDED: Final = 0.85
"""How likely a frame carries that another seat has promised."""
CLOSEST: Final = 6
"""So many dependencies are looked at: those nearest to live."""


class Idea(Struct, gc=False):
    """Acts, and how likely what they need from others comes with them."""

    acts: tuple[Act, ...]
    sure: float = 1.0


def ideas(look: Outlook, credit: float) -> list[Idea]:
    """All that this seat could try in this round; `credit`: what a promise of others is worth."""
    waiting = [one for one in look.works if one.left and one.real is not False]
    waiting.sort(key=lambda one: one.left)
    loose = [
        Idea((Act("answer", one.id, one.theirs.seat),))
        for one in look.parts
        if not one.left and not one.theirs.answered
    ]
    found = [idea for one in waiting[:CLOSEST] for idea in on_work(look, one, credit)]
    return [*found, *loose, *besides(look)]


def on_work(look: Outlook, one: Work, credit: float) -> Iterator[Idea]:
    """The next steps of one dependency."""
    state = one.shown.state
    if one.real is None:
        if one.party and maps(look, one) and not look.others_will(Act("map", one.id)):
            yield Idea((Act("map", one.id),))
        return
    answers = [
        act
        for act in (Act("answer", one.id, side.seat) for side in one.shown.sides)
        if act.seat != look.seat and open_side(one, act) and not look.others_will(act)
    ]
    for act in answers:
        yield Idea((act,))
    if state is State.OPEN:
        yield from signing(look, one, answers, credit)
    elif state is State.SIGNED and one.party and not one.mine.protest:
        yield from building(look, one)


def open_side(one: Work, act: Act) -> bool:
    """Whether the objection that this act answers still stands."""
    return any(
        side.seat == act.seat and not (side.answered or side.waived) for side in one.shown.sides
    )


def signing(look: Outlook, one: Work, answers: list[Act], credit: float) -> Iterator[Idea]:
    """Sign it, or have it signed by order, with the answers that it still needs."""
    if may_direct(look, one) and settled(look, one):
        yield Idea((*answers, Act("direct", one.id)))
    ordered = look.others_will(Act("direct", one.id))
    if not one.party or ordered or not look.may_sign(one.id) or not settled(look, one):
        return
    sign = Act("sign", one.id)
    promised = any(promise.act == sign for promise in look.due(one.theirs.seat))
    yield Idea((*answers, sign), credit if promised else ALONE)


def settled(look: Outlook, one: Work) -> bool:
    """The own objection does not stand in the way, or somebody has promised to answer it."""
    if not one.party or one.mine.answered or one.mine.waived:
        return True
    return look.others_will(Act("answer", one.id, look.seat))


def building(look: Outlook, one: Work) -> Iterator[Idea]:
    """Build one step of it; whether it is needed, the picture tells."""
    if not is_frozen(look, one):
        yield Idea((Act("build", one.id),))


def besides(look: Outlook) -> Iterator[Idea]:
    """Room, the counter, politics, and the own house."""
    public = look.public
    host = public.host if public.architecture is Architecture.CENTRAL else None
    yield Idea((Act("reform", seat=None if host == look.seat else host),))
    if public.architecture is Architecture.CLEARING_HOUSE and look.board.hub_left:
        yield Idea((Act("build", HUB),))
    if public.counter < 6:
        yield Idea((Act("counter"),))
        yield Idea((Act("counter"), Act("counter")))
    yield from politics(look)
    refrains = {one.act.kind for one in look.due(look.seat)}
    if look.me.autonomy < look.sheet.prices.guard_below and "no_guard" not in refrains:
        yield Idea((Act("guard"),))
    if look.me.portals < 2 and "no_portal" not in refrains:
        yield Idea((Act("portal"),))


def politics(look: Outlook) -> Iterator[Idea]:
    """Support where the frame fits, a second voice, a look at what comes next."""
    public = look.public
    if public.frame is public.agenda:
        yield Idea((Act("lobby"),))
    if public.round + 2 in public.agenda_rounds and look.own.scanned is None:
        yield Idea((Act("scan"),))
    for promise in look.promises:
        if promise.act.kind == "frame" and promise.by != look.seat and promise.due == public.round:
            yield Idea((promise.act,), SECONDED)
