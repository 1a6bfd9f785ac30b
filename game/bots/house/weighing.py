"""What a card's effects are worth to one seat, roughly: the same points as everything else."""

from collections.abc import Callable
from typing import Final, assert_never

from game.bots.house.outlook import UNKNOWN_WORK, Work
from game.bots.house.scale import Scale
from game.choice import Option
from game.effects import AnyEffect
from game.effects.agencies import Agency, Trust
from game.effects.base import ALL, DRAWN, PARTIES
from game.effects.dependencies import Reveal, Suspend, Turn, Weigh
from game.effects.shared import Agenda, Audit, Deadline, Directives, Freeze, Track
from game.vocabulary import DependencyId, Holding, State
from game.vocabulary import Track as SharedTrack

ANSWER_WORK: Final = 0.7
"""Action points that a step of sensitivity adds to work with both its objections open."""
AUDIT_COSTS: Final = 2
"""Support that an audit takes where the counter shines and cases bounce."""
DIRECTIVE: Final = 0.1
"""What a directive saves, in steps towards need."""


def option_worth(scale: Scale, option: Option) -> float:
    """What an option's effects are worth to this seat."""
    return sum(effect_worth(scale, one) for one in option.effects)


def effect_worth(scale: Scale, effect: AnyEffect) -> float:  # noqa: C901  one case an effect
    """What one effect is worth to this seat, roughly; its condition is taken as met."""
    match effect:
        case Track():
            return track_worth(scale, effect)
        case Agency():
            return agency_worth(scale, effect)
        case Weigh():
            return weigh_worth(scale, effect)
        case Reveal():
            hidden = [one for one in scale.look.works if one.shown.real is None]
            return meant(scale, effect.which, hidden, reveal_worth)
        case Turn():
            return (0.05 if effect.real else -0.1) * scale.step
        case Freeze():
            hit = [
                one
                for one in scale.look.works
                if one.shown.state is State.SIGNED and one.shown.sensitivity >= effect.sensitivity
            ]
            return -sum(scale.density(one) for one in hit) * 0.7
        case Suspend():
            return -scale.step * sum(exposed(one, effect.sensitivity) for one in scale.look.works)
        case Agenda():
            return agenda_worth(scale, effect)
        case Audit():
            shines = scale.look.public.counter >= 2 and scale.look.missing >= 2
            return scale.support(-AUDIT_COSTS) if shines else 0.0
        case Deadline():
            return 0.5 * scale.support(-1)
        case Directives():
            return DIRECTIVE * scale.step * effect.by
        case Trust():
            return 0.1 * scale.step * effect.by
        case _:
            assert_never(effect)


def track_worth(scale: Scale, effect: Track) -> float:
    """What a step of a shared track is worth."""
    match effect.track:
        case SharedTrack.SUPPORT:
            return scale.support(effect.by)
        case SharedTrack.COUNTER:
            return scale.support(1) * 0.4 * effect.by
        case _:
            return 0.02 * scale.stake * effect.by


def agenda_worth(scale: Scale, effect: Agenda) -> float:
    """Politics turns to what the project is called already, or away from it."""
    public = scale.look.public
    if effect.to is None or scale.look.rounds_left <= 1:
        return 0.0
    then, now = effect.to is public.frame, public.agenda is public.frame
    return scale.swing() * (then - now) * 0.5


def weigh_worth(scale: Scale, effect: Weigh) -> float:
    """What lighter or heavier work is worth: the action points that it saves or costs."""
    waiting = [one for one in scale.look.works if one.left and one.real is not False]

    def worth(scale: Scale, one: Work) -> float:
        """Action points for this one, at its price."""
        points = float(effect.effort)
        if one.shown.state is State.OPEN:
            unanswered = sum(not side.answered for side in one.shown.sides)
            points += effect.sensitivity * ANSWER_WORK * unanswered / 2
        return -points * max(0.0, scale.density(one)) * (1.0 if one.target else 0.4)

    return meant(scale, effect.which, waiting, worth)


def reveal_worth(scale: Scale, one: Work) -> float:
    """Mapping that is saved: nobody has to find out any more."""
    work = UNKNOWN_WORK if one.real is None else UNKNOWN_WORK / 2
    return 0.0 if one.real is False else work * max(0.0, scale.density(one))


def meant(
    scale: Scale, which: str, works: list[Work], worth: Callable[[Scale, Work], float]
) -> float:
    """The worth of all the works that `which` selects; of a drawn one, what it is on average."""
    values = [worth(scale, one) for one in works if fits(which, one)]
    if which == DRAWN and values:
        return sum(values) / len(values)
    return sum(values)


def fits(which: str, one: Work) -> bool:
    """Whether a selector of cards may mean this work; what is drawn is drawn among open ones."""
    if which == DRAWN:
        return one.shown.state is State.OPEN
    return which in {ALL, one.id, *(side.seat for side in one.shown.sides)}


def exposed(one: Work, sensitivity: int) -> bool:
    """Live, and not answered for good: an incident would suspend it."""
    answered = all(side.answered for side in one.shown.sides)
    return one.shown.state is State.LIVE and not answered and one.shown.sensitivity >= sensitivity


def agency_worth(scale: Scale, effect: Agency) -> float:
    """What it is worth that agencies gain or lose something: more where it is the own."""
    look = scale.look
    named = look.work(DependencyId(effect.who.removeprefix(PARTIES)))
    mine = effect.who in {ALL, look.seat, look.sheet.rationality.value}
    mine = mine or (named is not None and named.party)
    many = len(look.index) if effect.who == ALL else 2 if named is not None else 1
    others = 0.15 * scale.habits.public * effect.by * many
    if not mine:
        return others
    match effect.holding:
        case Holding.BUDGET:
            return others + scale.budget(effect.by)
        case Holding.AUTONOMY:
            return others + scale.autonomy(effect.by)
        case _:
            return others + 0.2 * scale.step * effect.by
