"""What a house bot could do besides the work: politics, the counter, and its own house."""

from collections.abc import Iterator

from game.acts import Act
from game.bots.house.bundle import Bundle
from game.bots.house.scale import Scale
from game.goals import Measure
from game.rng import Dice


def for_politics(scale: Scale, draw: Dice) -> Iterator[Bundle]:
    """Support, from the counter, the frame, the lobby, and a look ahead."""
    look, public = scale.look, scale.look.public
    yield from at_the_counter(scale)
    reframed = [one for one in look.promises if one.act.kind == "frame" and one.due == public.round]
    # The frame is set before anybody lobbies: where it is to change, lobbying comes to nothing.
    if public.frame is public.agenda and not reframed:
        yield Bundle(scale.support(1) * 0.9, (Act("lobby"),))
    ahead = draw.share() < scale.habits.foresight
    frame = scale.frame_wanted(ahead=ahead)
    if frame is not public.frame:
        act = Act("frame", frame=frame)
        # It takes two: each pays half of what it brings.
        likely = 0.8 if look.others_will(act) else 0.25
        yield Bundle(scale.reframing(frame) * likely / 2, (act,))
    if ahead and public.round + 1 not in public.agenda_rounds and look.own.scanned is None:
        yield Bundle(scale.support(1) * 0.3, (Act("scan"),))


def at_the_counter(scale: Scale) -> Iterator[Bundle]:
    """The front office: support where it first shines, a cushion for year one late in the game."""
    look = scale.look
    for at in range(look.public.counter, min(look.public.counter + 2, 6)):
        rise = scale.support(1) * (1.0 if at in {1, 3} else 0.5 if at in {0, 2} else 0.0)
        cushion = 0.25 * scale.step if at >= 3 and look.rounds_left <= 2 else 0.0
        own = scale.habits.own * scale.pull(Measure.COUNTER, 1)
        yield Bundle(rise + cushion + own + scale.budget(-1), (Act("counter"),), 1)


def for_itself(scale: Scale) -> Iterator[Bundle]:
    """What serves the own house and nobody else."""
    look = scale.look
    shunned = {one.act.kind for one in look.due(look.seat)}
    hurt = harm_of_turf(scale)
    if look.me.autonomy < look.sheet.prices.guard_below and "no_guard" not in shunned:
        yield Bundle(scale.autonomy(1) - hurt, (Act("guard"),))
    if look.me.portals < 2 and "no_portal" not in shunned:
        points = scale.habits.own * (look.sheet.prices.portal + scale.pull(Measure.PORTALS, 1))
        # Two portals cost the public a point, and politics has its eye on them (cards).
        public = scale.habits.public * (0.7 if look.public.fragmentation % 2 else 0.5)
        rise = scale.autonomy(1) if look.me.autonomy < 10 else 0.0
        value = points + rise + scale.budget(-1) - public - hurt
        yield Bundle(value, (Act("portal"),), 1)


def harm_of_turf(scale: Scale) -> float:
    """What it costs to hurt those who trust: a token, and the work that stood on it."""
    look = scale.look
    trusted = max((look.trust[place][look.place] for place in range(len(look.trust))), default=0)
    return (scale.tokens(1) + 0.05 * scale.stake) if trusted else 0.0
