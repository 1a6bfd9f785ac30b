"""What a card would do to the picture, and the option after which things end best."""

from collections.abc import Iterator

from game.bots.ahead.ending import Judge
from game.bots.ahead.picture import Picture, picture_of
from game.bots.base import Move
from game.effects import AnyEffect
from game.effects.agencies import Agency
from game.effects.base import ALL, DRAWN
from game.effects.dependencies import Reveal, Weigh
from game.effects.shared import Freeze, Track
from game.talk.votes import Choose
from game.vocabulary import Holding, State
from game.vocabulary import Track as SharedTrack
from game.voices import Why


def choose(judge: Judge) -> Iterator[Move]:
    """The option of the card after which things end best."""
    look = judge.look
    card = look.public.card
    if card is None or not card.choosing or card.choice is None:
        return
    if card.choice.by not in {ALL, look.seat}:
        return
    ends = {}
    for option in card.choice.options:
        tried = picture_of(look)
        for effect in option.effects:
            happen(judge, tried, effect)
        ends[option.id] = judge.worth(tried)
    best = max(ends, key=lambda one: ends[one])
    if look.me.choice != best:
        yield Move(Choose(best), Why.BEST_OPTION)


def happen(judge: Judge, picture: Picture, effect: AnyEffect) -> None:
    """What an effect of a card does to the picture; of what it cannot picture, nothing."""
    look = judge.look
    match effect:
        case Track(track=SharedTrack.SUPPORT):
            picture.support += effect.by
        case Track(track=SharedTrack.COUNTER):
            picture.counter += effect.by
        case Agency():
            gain(judge, picture, effect)
        case Weigh():
            weigh(judge, picture, effect)
        case Freeze():
            picture.hands -= sum(
                one.shown.state is State.SIGNED and one.shown.sensitivity >= effect.sensitivity
                for one in look.works
            )
        case Reveal():
            picture.hands += 1
        case _:
            pass


def gain(judge: Judge, picture: Picture, effect: Agency) -> None:
    """What agencies gain or lose: the own in full, of others what it means for the work."""
    if effect.holding is Holding.BUDGET and is_me(judge, effect.who):
        picture.budget += effect.by
    elif effect.holding is Holding.AUTONOMY and is_me(judge, effect.who):
        picture.autonomy += effect.by
    else:
        picture.hands += 0.3 * effect.by


def weigh(judge: Judge, picture: Picture, effect: Weigh) -> None:
    """Work that becomes lighter or heavier."""
    more = effect.effort + 0.5 * effect.sensitivity
    if effect.which == DRAWN:
        picture.hands -= 0.5 * more
    for at, one in enumerate(judge.look.works):
        if effect.which in {ALL, one.id, one.mine.seat, one.theirs.seat}:
            picture.work[at] += more


def is_me(judge: Judge, who: str) -> bool:
    """Whether a selector of a card means this seat, itself or among others."""
    if who in {ALL, judge.look.seat, judge.sheet.rationality.value}:
        return True
    return any(who.endswith(f":{one.id}") for one in judge.look.parts)
