"""The rough picture that a seat plays its plans in, and the futures that it can imagine for it.

Work is counted in action points. What is hidden is drawn: which of the unknown dependencies are
real, as many as the announced need leaves room for.
"""

from typing import Final

from msgspec import Struct

from game.acts import Act
from game.bots.house.outlook import Outlook, Work
from game.rng import Dice
from game.vocabulary import Architecture, Rationality, State

MAPPING: Final = 2.5
"""Work that not knowing adds: a map, and now and then a plan that met a dead end."""
HOUSE: Final = 0.8
"""Reform that each further live dependency asks for, where there is no room yet."""
HANDS: Final = 0.5
"""Share of the action points of others that goes where it should."""
FUTURES: Final = 2
"""How many ways the hidden part may be are tried."""
HEARD: Final = 2 / 3
"""How often a headline is true, for who listens to it."""


class Picture(Struct, gc=False):
    """Where things stand, as far as the plan under trial has changed them. Mutable on purpose."""

    work: list[float]
    """By place of the dependency: action points until it is live; 0: live."""
    unbuilt: list[int]
    """Building that this seat could still do on it in this round."""
    loose: list[int]
    """Sides whose objection nobody has answered, waived or not."""
    signed: list[bool]
    """Signed, live or suspended, or about to be."""
    answered: list[bool]
    """The objection of this seat's own side is answered; only asked where it is a party."""
    hands: float
    """Action points that all will put to the work from here on."""
    support: float
    counter: float
    frame: Rationality
    autonomy: float
    budget: float
    portals: int
    others_portals: int
    routines: int
    tokens: float
    broken: int
    protests: float = 0.0
    """Dependencies that will go live under protest."""

    def copy(self) -> "Picture":
        """Another one, to try something in."""
        return Picture(
            self.work.copy(), self.unbuilt.copy(), self.loose.copy(), self.signed.copy(),
            self.answered.copy(), self.hands, self.support, self.counter, self.frame, self.autonomy,
            self.budget, self.portals, self.others_portals, self.routines, self.tokens, self.broken,
            self.protests,
        )  # fmt: skip


class Future(Struct, gc=False):
    """One way the hidden part may be."""

    real: list[int]
    """Places of the dependencies that are real."""
    agenda: Rationality
    """What politics will care about at its next look."""


def picture_of(look: Outlook) -> Picture:
    """Where things stand now."""
    public = look.public
    others = sum(one.capacity for one in public.seats) - look.me.capacity
    every = others + look.me.capacity
    talking = look.rounds_left - 1
    return Picture(
        work=[work_of(one) for one in look.works],
        unbuilt=[unbuilt(look, one) for one in look.works],
        loose=[sum(not side.answered for side in one.shown.sides) for one in look.works],
        signed=[one.shown.state is not State.OPEN for one in look.works],
        answered=[one.mine.answered for one in look.works],
        hands=HANDS * (others + every * talking) - look.board.hub_left,
        support=public.support,
        counter=public.counter,
        frame=public.frame,
        autonomy=look.me.autonomy,
        budget=look.budget,
        portals=look.me.portals,
        others_portals=public.fragmentation - look.me.portals,
        routines=look.own.routines,
        tokens=look.me.tokens,
        broken=look.own.broken,
        protests=sum(
            one.mine.protest or one.theirs.protest
            for one in look.works
            if one.shown.state in {State.SIGNED, State.LIVE}
        ),
    )


def work_of(one: Work) -> float:
    """Action points that it still takes, of all parties together."""
    shown = one.shown
    if shown.state is State.LIVE:
        return 0.0
    work = float(max(0, shown.effort - shown.progress)) + HOUSE
    if shown.state is State.SIGNED:
        return work
    work += sum(not (side.answered or side.waived) for side in shown.sides)
    if shown.state is State.SUSPENDED:
        return work
    return work + 2 + (MAPPING if shown.real is None and one.real is None else 0.0)


def unbuilt(look: Outlook, one: Work) -> int:
    """What the other side will not have built in this round anyway: at least half of it."""
    if not one.party:
        return 0
    shown, partner = one.shown, one.theirs.seat
    left = shown.effort - shown.progress
    bonus = look.trusts(look.seat, partner) >= 2 <= look.trusts(partner, look.seat)
    left -= bonus * (left > 1)
    build = Act("build", one.id)
    theirs = sum(promise.act == build for promise in look.due(partner))
    # Who stands first builds the odd one.
    half = left // 2 if shown.sides[0].seat == look.seat else (left + 1) // 2
    return max(0, left - theirs) if theirs else max(0, left - min(half, left - 1) if left else 0)


def futures_of(look: Outlook, draw: Dice, *, foresees: bool) -> list[Future]:
    """A few ways the hidden part may be that fit all that this seat knows."""
    open_ = [place for place, one in enumerate(look.works) if one.real is None]
    certain = [place for place, one in enumerate(look.works) if one.real]
    # Need is one under the number of real ones at the start; cards may have turned some since.
    missing = min(len(open_), max(0, look.public.need + 1 - len(certain)))
    count = FUTURES if open_ else 1
    return [
        Future(
            real=[*certain, *draw.shuffled(open_)[:missing]],
            agenda=agenda_ahead(look, draw, foresees=foresees),
        )
        for _ in range(count)
    ]


def agenda_ahead(look: Outlook, draw: Dice, *, foresees: bool) -> Rationality:
    """What politics will care about when it looks next, as this seat imagines it."""
    public = look.public
    if not foresees or public.round + 1 not in public.agenda_rounds:
        return public.agenda
    if look.own.scanned is not None:
        return look.own.scanned
    if public.headline is not None and draw.share() < HEARD:
        return public.headline
    return draw.pick(tuple(Rationality))


def is_central(look: Outlook) -> bool:
    """One host runs the back office for all."""
    return look.public.architecture is Architecture.CENTRAL
