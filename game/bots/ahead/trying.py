"""Trying acts out in a picture: what each does there, if it works as often as it may."""

from typing import Final

from game.acts import Act
from game.bots.ahead.picture import HOUSE, MAPPING, Picture, is_central
from game.bots.house.outlook import Outlook, Work
from game.bots.house.planning import cost_of
from game.views.dependencies import SideShown
from game.vocabulary import HUB, State

LIKELY: Final = 0.5
"""Less likely than this it is not counted on."""
FORESEEN: Final = 0.25
"""Support that knowing the next agenda is worth."""
LOBBY: Final = 0.5
"""Support of a lobby: others may have gone there first."""
OFFENDED: Final = 0.6
"""Action points of others that are lost on who hurts those that trust it."""


def apply(look: Outlook, picture: Picture, act: Act, sure: float = 1.0) -> None:
    """Let an act happen; `sure`: how likely what it needs from others comes with it."""
    one = look.work(act.dependency)
    if one is None:
        alone(look, picture, act, sure)
    else:
        together(look, picture, act, (one, sure))


def together(look: Outlook, picture: Picture, act: Act, at: tuple[Work, float]) -> None:
    """What an act does to a dependency."""
    one, sure = at
    place = look.board.places[one.id]
    match act.kind:
        case "map":
            picture.work[place] -= MAPPING if one.real is None else 0.5
        case "answer":
            answer(look, picture, act, one)
        case "sign":
            picture.work[place] -= 2 * sure
            sign(picture, one, place, sure)
        case "direct":
            picture.work[place] -= 2
            sign(picture, one, place, float(one.party))
            picture.protests += any(objects(side) for side in one.shown.sides)
        case _ if picture.unbuilt[place] > 0:
            picture.unbuilt[place] -= 1
            picture.work[place] -= 1
        case _:
            pass
    if one.left:
        picture.work[place] = max(picture.work[place], 0.1)


def objects(side: SideShown) -> bool:
    """Whether a side's objection stands."""
    return not (side.answered or side.waived)


def answer(look: Outlook, picture: Picture, act: Act, one: Work) -> None:
    """An objection is met for good: nobody need place tokens for it, or protest."""
    place = look.board.places[one.id]
    for side in one.shown.sides:
        if side.seat != act.seat or side.answered:
            continue
        if side.protest:
            picture.protests -= 1
        picture.loose[place] -= 1
        picture.work[place] -= 0.0 if side.waived else 1.0
        if act.seat == look.seat and one.party:
            picture.answered[place] = True
    picture.budget -= cost_of(look, act)


def sign(picture: Picture, one: Work, place: int, sure: float) -> None:
    """Part of the own domain is handed over; more of it where it happens under protest."""
    if not sure:
        return
    picture.signed[place] = picture.signed[place] or sure >= LIKELY
    if one.shown.state is State.OPEN:
        picture.autonomy -= sure * (2 if objects(one.mine) and not picture.answered[place] else 1)


def alone(look: Outlook, picture: Picture, act: Act, sure: float) -> None:  # noqa: C901  one case an act
    """What an act without a dependency does."""
    match act.kind:
        case "reform":
            picture.budget -= 1
            picture.hands += saved(look, picture, own=act.seat in {None, look.seat})
        case "counter":
            picture.budget -= 1
            picture.counter += 1
            picture.support += picture.counter in {2, 4}
        case "lobby":
            picture.support += LOBBY * (picture.frame is look.public.agenda)
        case "frame" if act.frame is not None and sure >= LIKELY:
            picture.frame = act.frame
        case "scan":
            picture.support += FORESEEN
        case "guard":
            picture.autonomy += 1
            offend(picture)
        case "portal":
            picture.budget -= 1
            picture.portals += 1
            picture.autonomy = min(10.0, picture.autonomy + 1)
            offend(picture)
        case "build" if act.dependency == HUB:
            picture.hands += 1
        case _:
            pass


def saved(look: Outlook, picture: Picture, *, own: bool) -> float:
    """Action points that a reform saves later: room that somebody would have to make anyway."""
    if not own or is_central(look):
        return HOUSE
    picture.routines += 1
    return 0.0 if picture.routines > 3 else HOUSE / 2


def offend(picture: Picture) -> None:
    """Who trusted this seat learns better."""
    if picture.tokens >= 1:
        picture.tokens -= 1
        picture.hands -= OFFENDED
