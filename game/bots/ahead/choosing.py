"""Search: the plan, among those tried, that ends best on average over the imagined futures."""

from typing import Final

from game.acts import Act
from game.bots.ahead.ending import Judge
from game.bots.ahead.ideas import Idea, ideas
from game.bots.ahead.picture import HANDS, Picture
from game.bots.ahead.trying import apply
from game.bots.house.outlook import Outlook, takes_a_point
from game.bots.house.planning import cost_of, is_done
from game.rng import Dice

WORTH_IT: Final = 0.01
"""Points that an action point has to bring."""
REPEATED: Final = frozenset({"build", "counter", "reform"})
"""Kinds that are worth planning several times."""
FIRST: Final = {"answer": 0, "sign": 1, "map": 2}
"""What is kept first where there are too few action points for all that was promised."""


def plan(judge: Judge, picture: Picture, credit: float, draw: Dice) -> tuple[Act, ...]:
    """What was promised, as reliable as this seat is; then, step by step, what helps most."""
    look = judge.look
    chosen: list[Act] = []
    budget = look.budget
    for act in kept(look, judge.habits.reliable, draw):
        if len(chosen) < look.points and cost_of(look, act) <= budget:
            chosen.append(act)
            budget -= cost_of(look, act)
            apply(look, picture, act, credit)
    open_ = ideas(look, credit)
    while len(chosen) < look.points:
        best = best_of(judge, picture, open_, (look.points - len(chosen), budget, chosen))
        if best is None:
            break
        for act in fresh(best, chosen):
            chosen.append(act)
            budget -= cost_of(look, act)
            apply(look, picture, act, best.sure)
    return tuple(chosen)


def kept(look: Outlook, reliable: float, draw: Dice) -> list[Act]:
    """The acts that fell due and are to be kept."""
    due = [one.act for one in look.due(look.seat) if takes_a_point(one.act)]
    due.sort(key=lambda act: FIRST.get(act.kind, 3))
    return [act for act in due if not is_done(look, act) and draw.share() < reliable]


def fresh(idea: Idea, chosen: list[Act]) -> list[Act]:
    """The acts of an idea that do not stand in the plan yet."""
    return [act for act in idea.acts if act.kind in REPEATED or act not in chosen]


def best_of(
    judge: Judge, picture: Picture, open_: list[Idea], at: tuple[int, int, list[Act]]
) -> Idea | None:
    """The idea that brings most for each action point; None: nothing brings anything."""
    points, budget, chosen = at
    look = judge.look
    now = judge.worth(picture)
    best, most = None, WORTH_IT
    for idea in open_:
        new = fresh(idea, chosen)
        costs = sum([cost_of(look, act) for act in new])
        if not new or len(new) > points or costs > budget:
            continue
        tried = picture.copy()
        for act in new:
            apply(look, tried, act, idea.sure)
        gain = (judge.worth(tried) - now) / len(new)
        if gain > most:
            best, most = idea, gain
    return best


def price(judge: Judge, picture: Picture) -> float:
    """What one action point of this seat would bring elsewhere."""
    more = picture.copy()
    more.hands += HANDS
    return judge.worth(more) - judge.worth(picture)
